"""Whole processes: the first painted window, and a signed report from a cold start."""

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from facewise import data

pytestmark = pytest.mark.benchmark
PASSPHRASE = "seven-quiet-lanterns-42"
BARE = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
from PySide6.QtCore import QTimer
app = QApplication(sys.argv)
label = QLabel("Facewise")
label.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""
OURS = """
import sys
from PySide6.QtCore import QTimer
from facewise.ui.app import make
app, program = make([])
program.window.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""


def _environment(folder: Path) -> dict[str, str]:
    """As a user's: with the bytecode kept that Python makes on the first run."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(folder / "bytecode"), "PYTHONIOENCODING": "utf-8"}


def _seconds(code: str, environment: dict[str, str], rounds: int = 9) -> float:
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, env=environment)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def test_first_painted_window_against_a_bare_one(tmp_path: Path, say: Callable[[str], None]) -> None:
    environment = _environment(tmp_path)
    for code in (BARE, OURS):
        _seconds(code, environment, 2)
    pairs = [(_seconds(BARE, environment, 1), _seconds(OURS, environment, 1)) for _ in range(15)]
    bare, ours = (statistics.median(times) for times in zip(*pairs, strict=True))
    say(f"first painted window: {ours * 1000:.0f} ms")
    say(f"  of a bare window's {bare * 1000:.0f} ms: {ours / bare:.2f}")


def test_signed_report_from_a_cold_start(tmp_path: Path, say: Callable[[str], None]) -> None:
    facewise = [sys.executable, "-m", "facewise"]
    environment = _environment(tmp_path)

    def run(*words: str, said: str = "") -> None:
        subprocess.run(
            [*facewise, *words],
            check=True,
            cwd=tmp_path,
            env=environment,
            input=said,
            text=True,
            capture_output=True,
        )

    answers = data.folder("questionnaires") / "samples" / "gate.yaml"
    run("identity", "new", "Li Qian", "--passphrase-stdin", said=f"{PASSPHRASE}\n")
    run("import", str(answers), "-o", "gate.facewise")
    taken = []
    for number in range(5):
        start = time.perf_counter()
        run(
            "report", "gate.facewise", "-o", f"out{number}", "--sign", "Li Qian", "--passphrase-stdin",
            said=f"{PASSPHRASE}\n",
        )  # fmt: skip
        taken.append(time.perf_counter() - start)
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    say(f"facewise report --sign, cold: {statistics.median(taken):.2f} s, at most {most:.0f} MB")
