"""What becomes of a file when two open it, or when the program ends in the middle."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facewise.store.copies import earlier
from facewise.store.lock import HeldError
from facewise.store.opening import open_site
from facewise.store.site_file import DamagedFileError
from facewise.ui.app import Facewise
from facewise.ui.opening import open_file
from facewise.ui.pages.question import QuestionPage
from facewise.ui.places import Place
from facewise.ui.session import Session
from facewise.ui.widgets.notice import Notice

Answer = Callable[..., None]
OTHER = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from facewise.ui.opening import open_file
app = QApplication(sys.argv)
session = open_file(Path(sys.argv[1]))
if "answer" in sys.argv:
    session.record(session.question("D1").id, "till", value="no", note="摄像头正对门口")
print("ready", flush=True)
sys.stdin.readline()
"""


def another(path: Path, *words: str) -> subprocess.Popen[str]:
    """Start another process that opens a file, and return it when it has."""
    process = subprocess.Popen(
        [sys.executable, "-c", OTHER, str(path), *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def killed(path: Path, *words: str) -> None:
    """Let another process open a file, and kill it."""
    with another(path, *words) as process:
        process.kill()


def bar(program: Facewise) -> Notice:
    notice = program.window._notice
    assert notice is not None
    return notice


@pytest.fixture
def path(session: Session) -> Path:
    session.save()
    session.close()
    return session.path


def test_the_second_window_reads_only_and_says_why(program: Facewise, path: Path, qtbot: QtBot) -> None:
    before = path.read_bytes()
    with another(path) as process:
        program.window.wants("open", str(path))
        opened = program.window.session
        assert opened is not None
        assert isinstance(opened.held, HeldError)
        question = opened.question("D1")
        program.window.go(Place("question", question.section, question.id, "till"))
        opened.record(question.id, "till", value="yes")
        opened.save()
        process.kill()
    assert opened.answers.get(question.id, "till").value is None
    assert path.read_bytes() == before
    assert bar(program).isVisible()
    assert str(opened.held.fields["since"]) in bar(program).said()
    program.speak("en")
    qtbot.waitUntil(lambda: "Here you can read it" in bar(program).said())


def test_a_choice_goes_back_where_one_only_reads(program: Facewise, path: Path) -> None:
    with another(path) as process:
        program.window.wants("open", str(path))
        opened = program.window.session
        assert opened is not None
        question = opened.question("D1")
        program.window.go(Place("question", question.section, question.id, "till"))
        page = program.window.shell.page
        assert isinstance(page, QuestionPage)
        row = page._input.rows.rows()[0]  # type: ignore[attr-defined]
        row.radio.setChecked(True)
        process.kill()
    assert not any(row.radio.isChecked() for row in page._input.rows.rows())  # type: ignore[attr-defined]


def test_after_a_crash_the_file_can_be_written_again(path: Path) -> None:
    killed(path)
    opened = open_file(path)
    assert opened.held is None
    assert opened.found is None
    opened.close()


def test_an_answer_survives_a_kill_before_it_was_saved(program: Facewise, path: Path) -> None:
    killed(path, "answer")
    program.window.wants("open", str(path))
    opened = program.window.session
    assert opened is not None
    question = opened.question("D1").id
    assert opened.answers.get(question, "till").note == "摄像头正对门口"
    assert bar(program).isVisible()
    opened.save()
    assert open_site(path).site.answers.get(question, "till").value == "no"
    program.window.close_session()
    assert not bar(program).isVisible()
    again = open_file(path)
    assert again.found is None
    again.close()


def test_answers_typed_into_a_file_that_was_exchanged_are_kept_beside(session: Session, path: Path) -> None:
    original = path.read_bytes()
    session.set_business(name="海棠便利店")
    session.save()
    other = path.read_bytes()
    path.write_bytes(original)
    killed(path, "answer")
    path.write_bytes(other)
    opened = open_file(path)
    assert opened.found is not None
    kept = Path(str(opened.found.fields["file"]))
    assert "摄像头正对门口" in kept.read_text("utf-8")
    assert opened.answers.business.name == "海棠便利店"
    opened.close()


def test_what_one_leaves_without_saving_does_not_come_back(path: Path) -> None:
    opened = open_file(path)
    opened.set_business(name="海棠便利店")
    opened.close()
    again = open_file(path)
    assert again.answers.business.name == ""
    assert again.found is None
    again.close()


def test_one_earlier_copy_is_kept_for_each_opening(path: Path) -> None:
    before = path.read_bytes()
    opened = open_file(path)
    for name in ("海棠", "海棠便利店"):
        opened.set_business(name=name)
        opened.save()
    opened.close()
    assert [copy.read_bytes() for copy in earlier(path)] == [before]


def test_a_file_that_cannot_be_opened_is_not_held(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:200])
    for _ in range(2):
        with pytest.raises(DamagedFileError):
            open_file(path)


def test_opening_the_open_file_again_leaves_it_open(program: Facewise, path: Path, qtbot: QtBot) -> None:
    program.window.wants("open", str(path))
    opened = program.window.session
    program.window.wants("open", str(path))
    assert program.window.session is opened
    assert opened is not None
    assert opened.held is None
