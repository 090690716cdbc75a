"""A desktop of its own: screen, window manager, session bus, accessibility bus; and who sits at it."""

# ruff: noqa: ANN401 - what is asked of the accessibility tree is named by keyword

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SYSTEM_PYTHON = "/usr/bin/python3"
LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
TOOLS = ("Xvfb", "openbox", "xdotool", "dbus-run-session", SYSTEM_PYTHON, LAUNCHER)
READER = Path(__file__).with_name("reader.py")
BINDINGS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
SIZE = "1280x900x24"
UNTIL_CLOSED = "echo $DBUS_SESSION_BUS_ADDRESS; exec cat"
"""What holds a session bus: it tells its address, and ends with us."""
PARTS = ("list item", "table cell", "table column header")
"""What is read with the list or table that it is in."""

Facts = dict[str, Any]


def hindrance() -> str:
    """Why there can be no desktop here, in a sentence; empty where there can be one."""
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        return f"no desktop without {', '.join(missing)}; 'python3 dev.py test' as root installs it"
    if subprocess.run([SYSTEM_PYTHON, "-c", BINDINGS], capture_output=True, check=False).returncode:
        return f"{SYSTEM_PYTHON} has no Atspi; 'python3 dev.py test' as root installs python3-pyatspi"
    return ""


class Reader:
    """Somebody who has the accessibility tree instead of the screen."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def see(self, role: str, name: str | None = None, **more: Any) -> Facts:
        """Wait until something is shown, and return what is told of it."""
        facts: Facts = self._ask("see", role=role, name=name, **more)
        return facts

    def gone(self, role: str, name: str | None = None, **more: Any) -> None:
        """Wait until something is no longer shown."""
        self._ask("gone", role=role, name=name, **more)

    def press(self, role: str, name: str, **more: Any) -> None:
        """Do what a control is there for."""
        self._ask("press", role=role, name=name, **more)

    def focus(self, role: str, name: str, **more: Any) -> None:
        """Move the focus to a control."""
        self._ask("focus", role=role, name=name, **more)

    def asked(self, other: str, *, or_button: str) -> tuple[str, list[str]]:
        """Wait for another question or a button, and return the question with its answers, or nothing."""
        found = self._ask("group", other=other, role="push button", name=or_button)
        return found["name"], found["options"]

    def focused(self, before: Facts | None = None) -> Facts:
        """Return what has the focus, once it is something else than before."""
        facts: Facts = self._ask("focused", before=before)
        return facts

    def rows(self, of: str) -> list[str]:
        """Return the rows of a list that can be chosen."""
        names: list[str] = self._ask("rows", role="list", name=of)
        return names

    def select(self, row: str) -> None:
        """Choose a row of a list, and wait until it is."""
        self._ask("select", role="list item", name=row)
        self._ask("see", role="list item", name=row, states=["selected"])

    def write(self, field: str, text: str) -> None:
        """Put a text into a field."""
        self._ask("write", role="text", name=field, put=text)

    def all(self, *, states: tuple[str, ...] = (), without: tuple[str, ...] = ()) -> list[Facts]:
        """Return what is shown in these states, in the order in which it is read, without these roles."""
        found: list[Facts] = self._ask("all", states=states, without=without)
        return found

    def nameless(self) -> list[str]:
        """Return what can have the focus and is not called anything.

        The name of a combo box is what is chosen in it, so it needs another word.
        """
        controls = self.all(states=("focusable",), without=PARTS)
        assert controls
        said = {True: "description", False: "name"}
        named = [(told, told[said[told["role"] == "combo box"]].strip()) for told in controls]
        return [f"{told['role']} {told['box']}" for told, name in named if not name]

    def _ask(self, do: str, **what: Any) -> Any:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps({"do": do, "what": what}), file=self._process.stdin, flush=True)
        answer = json.loads(self._process.stdout.readline())
        assert "missing" not in answer, "{missing}\nshown: {shown}".format(**answer)
        return answer["said"]


@dataclass
class Desk:
    """A desktop with nothing on it yet."""

    folder: Path
    environment: dict[str, str]
    reader: Reader
    _running: ExitStack = field(default_factory=ExitStack)

    def open(self, *files: Path, language: str = "zh_CN") -> "subprocess.Popen[bytes]":
        """Start the program as its owner would."""
        speaking = self.environment | {"LANG": f"{language}.UTF-8", "LANGUAGE": language}
        command = [sys.executable, "-m", "facewise", *map(str, files)]
        log = self._running.enter_context((self.folder / "program.log").open("ab"))
        how: dict[str, Any] = {"env": speaking, "cwd": self.folder, "stdout": log, "stderr": log}
        return self._running.enter_context(running(command, **how))

    def told(self) -> str:
        """Return what the program said to its terminal; that something was looked at too late is no news."""
        lines = (self.folder / "program.log").read_text("utf-8").splitlines(keepends=True)
        return "".join(line for line in lines if not line.startswith("qt.accessibility"))

    def cli(self, *arguments: str | Path) -> "subprocess.CompletedProcess[str]":
        """Run a command of the program in the same home."""
        command = [sys.executable, "-m", "facewise", *map(str, arguments)]
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False)

    def keys(self, *keys: str) -> None:
        """Press keys, one after the other."""
        subprocess.run(["xdotool", "key", "--delay", "40", *keys], env=self.environment, check=True)

    def type(self, text: str) -> None:
        """Type a text that the keyboard has keys for; hanzi come from elsewhere, as from an input method."""
        subprocess.run(["xdotool", "type", "--delay", "40", text], env=self.environment, check=True)


@contextmanager
def running(command: list[str], **how: Any) -> Iterator["subprocess.Popen[Any]"]:
    """Run a program until it is no longer needed."""
    with subprocess.Popen(command, **how) as process:
        try:
            yield process
        finally:
            process.terminate()


@contextmanager
def desk(folder: Path) -> Iterator[Desk]:
    """A desktop whose every file is in a folder."""
    with ExitStack() as stack:
        environment = _environment(folder)
        environment["DISPLAY"] = f":{stack.enter_context(_screen(folder))}"
        environment["DBUS_SESSION_BUS_ADDRESS"] = stack.enter_context(_bus(environment))
        log = stack.enter_context((folder / "desktop.log").open("w"))
        quiet: dict[str, Any] = {"env": environment, "stdout": log, "stderr": log}
        for command in ([LAUNCHER, "--launch-immediately"], ["openbox"]):
            stack.enter_context(running(command, **quiet))
        _wait_for_the_window_manager(environment)
        pipe = subprocess.PIPE
        told: dict[str, Any] = {**quiet, "stdin": pipe, "stdout": pipe, "text": True, "encoding": "utf-8"}
        reader = stack.enter_context(running([SYSTEM_PYTHON, str(READER)], **told))
        made = Desk(folder, environment, Reader(reader))
        stack.enter_context(made._running)
        yield made


def _wait_for_the_window_manager(environment: dict[str, str]) -> None:
    """Wait until it manages; what is typed before may reach nobody."""
    end = time.monotonic() + 20
    while subprocess.run(
        ["xdotool", "get_num_desktops"], env=environment, capture_output=True, check=False
    ).returncode:
        assert time.monotonic() < end, "no window manager"


def _environment(folder: Path) -> dict[str, str]:
    """What its programs know: a home of their own, an accessible window, no screen yet."""
    run = folder / "run"
    run.mkdir(mode=0o700)
    home = folder / "home"
    home.mkdir()
    return os.environ | {
        "FACEWISE_HOME": str(folder / "facewise"),
        "HOME": str(home),
        "LC_ALL": "",
        "NO_AT_BRIDGE": "0",
        "PYTHONUTF8": "1",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "QT_QPA_PLATFORM": "xcb",
        "XDG_RUNTIME_DIR": str(run),
    }


@contextmanager
def _screen(folder: Path) -> Iterator[str]:
    """The number of a screen that nobody else has."""
    ours, theirs = os.pipe()
    command = ["Xvfb", "-displayfd", str(theirs), "-screen", "0", SIZE, "-noreset", "-nolisten", "tcp"]
    with (folder / "screen.log").open("w") as log, running(command, pass_fds=[theirs], stderr=log):
        os.close(theirs)
        with os.fdopen(ours) as number:
            yield number.readline().strip()


@contextmanager
def _bus(environment: dict[str, str]) -> Iterator[str]:
    """The address of a session bus that nobody else has."""
    command = ["dbus-run-session", "--", "sh", "-c", UNTIL_CLOSED]
    pipe = subprocess.PIPE
    with running(command, env=environment, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL) as bus:
        assert bus.stdin is not None
        assert bus.stdout is not None
        yield bus.stdout.readline().decode().strip()
        bus.stdin.close()
        bus.wait()
