"""The program itself: languages, usage, pipes, interrupts, no screen; never a traceback."""

import os
import subprocess
import sys
import types
from importlib.metadata import version
from pathlib import Path

import pytest
from tests.cli.conftest import Run, Said

from facewise.cli import language, program
from facewise.cli.window import open_window
from facewise.store.site_file import SiteFile

COMMANDS = (
    "check",
    "import",
    "report",
    "signs",
    "sign",
    "verify",
    "sample",
    "questionnaire",
    "identity",
    "trust",
)


def facewise(*words: str) -> list[str]:
    return [sys.executable, "-m", "facewise", *words]


def test_the_version_is_told(run: Run) -> None:
    said = run("--version")
    assert (said.code, said.out) == (0, f"facewise {version('facewise')}\n")


@pytest.mark.parametrize("spoken", ["zh", "en"])
@pytest.mark.parametrize(
    "words",
    [(), *((name,) for name in COMMANDS),
     *(("questionnaire", step) for step in ("check", "blank", "template")),
     *(("identity", step) for step in ("new", "import", "list", "show", "export", "backup", "seal")),
     ("identity", "remove"),
     *(("trust", step) for step in ("add", "list", "remove"))],
)  # fmt: skip
def test_every_command_explains_itself(
    run: Run, monkeypatch: pytest.MonkeyPatch, spoken: str, words: tuple[str, ...]
) -> None:
    monkeypatch.setenv("FACEWISE_LANGUAGE", spoken)
    said = run(*words, "--help")
    assert (said.code, said.err) == (0, "")
    assert ("facewise", *words)[-1] in said.out


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("fly",), "facewise: argument COMMAND: invalid choice: 'fly'"),
        (("check",), "facewise check: the following arguments are required: SITE.facewise"),
        (("check", "a", "b"), "unrecognized arguments: b"),
        (("sample", "ship", "-o", "x"), "facewise sample: argument name: invalid choice: 'ship'"),
        (("report", "a", "-o"), "expected one argument"),
        (("report", "a", "-o", "b", "--draft", "--sign", "x"), "not allowed with argument"),
        (("report", "a", "-o", "b", "--language", "fr"), "invalid choice: 'fr'"),
        (("identity",), "facewise identity: the following arguments are required: COMMAND"),
        (("--json",), "required: COMMAND"),
    ],
)
def test_words_that_no_command_takes_are_one_line(run: Run, words: tuple[str, ...], part: str) -> None:
    said = run(*words)
    assert (said.code, said.out) == (2, "")
    assert part in said.err
    assert said.err.count("\n") == 1
    assert "--help' to see how" in said.err


@pytest.mark.parametrize(
    ("variables", "spoken"),
    [
        ({"FACEWISE_LANGUAGE": "en", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"FACEWISE_LANGUAGE": "ZH", "LANG": "en_GB.UTF-8"}, "zh"),
        ({"FACEWISE_LANGUAGE": "fr", "LANG": "en_GB.UTF-8"}, "en"),
        ({"LC_ALL": "zh_TW.UTF-8", "LANG": "en_GB.UTF-8"}, "zh"),
        ({"LC_MESSAGES": "de_DE", "LANG": "zh_CN"}, "en"),
        ({"LANG": "C.UTF-8"}, "zh"),
        ({"LANG": "POSIX"}, "zh"),
        ({}, "zh"),
    ],
)
def test_the_terminal_speaks_the_language_of_its_user(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], spoken: str
) -> None:
    for name in ("FACEWISE_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("locale.getlocale", lambda: (None, None))
    assert language.spoken() == spoken


@pytest.mark.parametrize(("name", "spoken"), [("Chinese (Simplified)_China", "zh"), ("English_Malta", "en")])
def test_windows_names_its_languages_in_full(monkeypatch: pytest.MonkeyPatch, name: str, spoken: str) -> None:
    for variable in ("FACEWISE_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr("locale.getlocale", lambda: (name, "936"))
    assert language.spoken() == spoken


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
@pytest.mark.parametrize("words", [(), ("a.facewise",)])
def test_without_a_screen_the_window_says_so_and_how(
    run: Run, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    said = run(*words)
    assert said.code == 2
    assert said.err.startswith("There is no screen here")
    assert "facewise --help" in said.err


def test_without_its_libraries_the_window_says_what_is_missing(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "facewise.ui.app", None)
    said = run()
    assert said.code == 2
    assert said.err.startswith("The window cannot be opened: ")


def test_the_window_is_given_the_files(monkeypatch: pytest.MonkeyPatch) -> None:
    app = types.ModuleType("facewise.ui.app")
    vars(app).update(main=len)
    monkeypatch.setitem(sys.modules, "facewise.ui.app", app)
    assert open_window(("a.facewise",)) == 1


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (KeyboardInterrupt(), 130, ""),
        (BrokenPipeError(), 141, ""),
        (
            OSError(28, "No space left on device"),
            2,
            "The system refused: [Errno 28] No space left on device.\n",
        ),
        (SystemExit("ended"), 0, ""),
    ],
)
def test_what_comes_from_outside_ends_quietly(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, said: str
) -> None:
    def fail(_words: object) -> int:
        raise error

    monkeypatch.setattr(program, "_run", fail)
    assert run("check", "x") == Said(code, "", said)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
def test_a_reader_that_stops_early_is_no_error(site: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ended = subprocess.run(
        facewise("check", str(site), "--json"), stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk, on Linux")
def test_a_full_disk_is_one_line(site: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(facewise("check", str(site)), stdout=full, stderr=subprocess.PIPE, check=False)
    assert ended.returncode == 2
    assert ended.stderr.decode().startswith("The system refused: ")
    assert ended.stderr.count(b"\n") == 1


def test_a_terminal_that_cannot_show_chinese_is_no_error(site: Path) -> None:
    plain = {**os.environ, "PYTHONIOENCODING": "ascii", "FACEWISE_LANGUAGE": "zh"}
    ended = subprocess.run(facewise("check", str(site)), capture_output=True, env=plain, check=False)
    assert (ended.returncode, ended.stderr) == (1, b"")
    assert b"\\u" in ended.stdout


def test_output_that_is_not_there_is_no_error(monkeypatch: pytest.MonkeyPatch, site: Path) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert program.main(["check", str(site)]) == 1
    program._close_output()


def test_windows_is_written_to_in_utf8(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[dict[str, object]] = []
    stream = types.SimpleNamespace(reconfigure=lambda **how: asked.append(how))
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(program, "os", types.SimpleNamespace(name="nt"))
    program._write_utf8()
    assert asked == [{"encoding": "utf-8", "errors": "backslashreplace"}] * 2


def test_the_words_of_the_command_line_are_taken_by_default(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], shop: SiteFile
) -> None:
    monkeypatch.setattr(sys, "argv", ["facewise", "--version"])
    assert program.main() == 0
    assert capsys.readouterr().out.startswith("facewise ")
