"""The papers of many sites in one process, and everything on paper of one site, each as a process has it."""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.benchmark
ROOT = Path(__file__).parents[2]
MANY = """
from tests.benchmarks.sites import report
from facewise.paper.pdf.report.document import render_report
def kilobytes(which):
    return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith(which))
held = []
for number in range(200):
    render_report(report(number), ("zh", "en", "both")[number % 3])
    held.append(kilobytes("VmRSS"))
print(held[0], held[49], held[199], kilobytes("VmHWM"))
"""
KIT = """
from tests.benchmarks.sites import MADE, sample
from facewise.assessment.assess import assess
from facewise.content.packs import load_pack, pack_bytes
from facewise.paper.documents.catalogue import papers
from facewise.paper.pdf.papers import render_paper
from facewise.paper.pdf.questionnaire import render_blank
from facewise.paper.pdf.report.document import render_report
from facewise.paper.pdf.sign import render_sign
from facewise.paper.report import write
from facewise.paper.sign_model import Sign
from facewise.paper.signs import designs
pack, content, answers = load_pack(), pack_bytes(), sample()
result = assess(pack, answers)
count = 0
for language in ("zh", "en"):
    made = [render_report(write(pack, content, answers, result, MADE), language)]
    made += [render_paper(paper, language) for paper in papers(pack, content, answers, result, MADE)]
    made += [render_sign(one, language) for one in designs(pack, answers, result) if isinstance(one, Sign)]
    made.append(render_blank(pack, content, language, MADE))
    count += len(made)
print(count)
"""


def _said(code: str) -> list[int]:
    """Run a process and return the numbers that it says."""
    paths = os.pathsep.join(map(str, (ROOT, ROOT / "desktop")))
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": paths},
    )
    return [int(number) for number in done.stdout.split()]


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="a process cannot say its memory here")
def test_memory_of_two_hundred_reports_in_one_process(say: Callable[[str], None]) -> None:
    first, fiftieth, last, most = (kilobytes / 1024 for kilobytes in _said(MANY))
    say(
        f"200 reports in three editions in one process: {first:.0f} MB after the first, "
        f"{last - fiftieth:+.1f} MB from the 50th to the last, at most {most:.0f} MB"
    )


def test_everything_on_paper_of_one_site_in_both_languages(say: Callable[[str], None]) -> None:
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    (count,) = _said(KIT)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    work = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    say(f"{count} papers and signs of one site, both languages, cold: {wall:.2f} s wall, {work:.2f} s CPU")
