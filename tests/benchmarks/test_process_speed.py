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
COMMAND = """
import sys
from facewise.cli import main
code = main(sys.argv[1:])
sys.stderr.writelines(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
sys.exit(code)
"""
BARE = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
from PySide6.QtCore import QTimer
app = QApplication(sys.argv)
class Label(QLabel):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, app.quit)
label = Label("Facewise")
label.show()
app.exec()
"""
PAINTED = """
import gc
gc.disable()  # as the command does
from facewise.ui import app
from PySide6.QtCore import QTimer
application, program = app.make(["facewise"])
program.window.painted.connect(lambda: QTimer.singleShot(0, application.quit))
program.window.show()
application.exec()
"""
COMPLETE = PAINTED.replace("application.quit)", "complete)").replace(
    "program.window.painted",
    """def complete():
    program.window.complete()
    QTimer.singleShot(0, application.quit)
program.window.painted""",
    1,
)


def _environment(folder: Path) -> dict[str, str]:
    """As a user's: with the bytecode kept that Python makes on the first run."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(folder / "bytecode"), "PYTHONIOENCODING": "utf-8"}


def _seconds(code: str, environment: dict[str, str]) -> tuple[float, float]:
    """Return how long a process lived, and how much of that it was at work."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, env=environment)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def test_first_painted_window_against_a_bare_one(tmp_path: Path, say: Callable[[str], None]) -> None:
    environment = {**_environment(tmp_path), "FACEWISE_HOME": str(tmp_path)}
    codes = {"a bare window": BARE, "first painted window": PAINTED, "start page complete": COMPLETE}
    rounds = [[_seconds(code, environment) for code in codes.values()] for _ in range(17)][2:]
    for number, name in enumerate(codes):
        for kind, word in enumerate(("wall", "CPU")):
            taken = [one[number][kind] for one in rounds]
            ratio = statistics.median(one[number][kind] / one[0][kind] for one in rounds)
            floor = min(taken) / min(one[0][kind] for one in rounds)
            say(
                f"{name}: {statistics.median(taken) * 1000:.0f} ms {word}, "
                f"{ratio:.2f} of the bare one's (of the shortest: {floor:.2f})"
            )


def test_signed_report_from_a_cold_start(tmp_path: Path, say: Callable[[str], None]) -> None:
    facewise = [sys.executable, "-c", COMMAND]
    environment = _environment(tmp_path)

    def run(*words: str, said: str = "") -> float:
        done = subprocess.run(
            [*facewise, *words],
            check=True,
            cwd=tmp_path,
            env=environment,
            input=said,
            text=True,
            capture_output=True,
        )
        return float(done.stderr.rpartition("VmHWM:")[2].split()[0]) / 1024

    answers = data.folder("questionnaires") / "samples" / "gate.yaml"
    run("identity", "new", "Li Qian", "--passphrase-stdin", said=f"{PASSPHRASE}\n")
    run("import", str(answers), "-o", "gate.facewise")
    taken, memory = [], []
    for number in range(5):
        start = time.perf_counter()
        most = run(
            "report", "gate.facewise", "-o", f"out{number}", "--sign", "Li Qian", "--passphrase-stdin",
            said=f"{PASSPHRASE}\n",
        )  # fmt: skip
        taken.append(time.perf_counter() - start)
        memory.append(most)
    say(f"facewise report --sign, cold: {statistics.median(taken):.2f} s, at most {max(memory):.0f} MB")
