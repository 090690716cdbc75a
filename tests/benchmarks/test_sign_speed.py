"""Signs on demand: bitmap and drawing of the largest sheet, the preview while one types, the command."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.paper.test_signs import a_sign, premises

from facewise.paper.design import Design
from facewise.paper.pdf.sign import render_design
from facewise.paper.pdf.sign_png import sign_png
from facewise.paper.pdf.sign_svg import sign_svg
from facewise.store.samples import load_sample
from facewise.store.site_file import write_site

pytestmark = pytest.mark.benchmark
Say = Callable[[str], None]
COMMAND = """
import sys
from facewise.cli import main
code = main(sys.argv[1:])
sys.stderr.writelines(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
sys.exit(code)
"""
A3 = Design(size="A3")


def seconds(work: Callable[[], object], rounds: int) -> list[float]:
    taken = []
    for _round in range(rounds):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return taken


def test_the_largest_sheet_as_bitmap_drawing_and_pdf(say: Say) -> None:
    sign = a_sign(premises(), "recognition_area")
    for name, work in (
        ("PNG, A3 at 300 dpi", lambda: sign_png(sign, A3)),
        ("SVG, A3", lambda: sign_svg(sign, A3)),
        ("PDF, A3", lambda: render_design(sign, A3)),
        ("PDF, A4, as in the preview", lambda: render_design(sign, Design())),
    ):
        taken = seconds(work, 5)
        say(f"{name}: {statistics.median(taken) * 1000:.0f} ms, at most {max(taken) * 1000:.0f}")


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="Linux tells the peak of memory")
def test_the_command_makes_a_bitmap_of_the_largest_sheet(say: Say, tmp_path: Path) -> None:
    write_site(tmp_path / "gate.facewise", load_sample("gate"))
    words = ["signs", "gate.facewise", "-o", "out", "--kind", "recognition_area", "--size", "A3"]
    command = [sys.executable, "-c", COMMAND, *words, "--format", "png", "--language", "both"]
    start = time.perf_counter()
    done = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True)
    peak = int(done.stderr.split()[-2]) // 1024
    count = len(done.stdout.split())
    say(f"facewise signs --size A3 --format png ({count}): {time.perf_counter() - start:.2f} s, {peak} MB")
