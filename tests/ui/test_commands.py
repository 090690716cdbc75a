"""What menu and start page offer works, or is not offered."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from facewise.store.opening import open_site
from facewise.ui.app import Facewise
from facewise.ui.opening import open_file
from facewise.ui.places import DOCUMENTS
from facewise.ui.session import Session
from facewise.ui.window import Window


@pytest.fixture
def window(program: Facewise) -> Window:
    return program.window


def enabled(window: Window) -> set[str]:
    assert window._actions is not None
    return {name for name, action in window._actions._all.items() if action.isEnabled()}


def box(app: QApplication) -> QMessageBox:
    found = app.activeModalWidget()
    assert isinstance(found, QMessageBox)
    return found


@pytest.fixture
def saved_as(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """What one chooses where a file is to be saved."""
    file = tmp_path / "chosen.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: (str(file), ""))
    return file


def test_every_action_has_its_command(window: Window) -> None:
    assert window._actions is not None
    assert [name for name in window._actions._all if not hasattr(window.commands, f"_{name}")] == []
    for wanted in ("begin", "open", "verify", "sample", "blank"):
        assert hasattr(window.commands, f"_{wanted}")


def test_without_an_assessment_only_what_needs_none_is_offered(window: Window, session: Session) -> None:
    assert enabled(window) == {"home", "open", "menu", "close", "verify", "identities", "about", "quit"}
    window.open(session)
    assert enabled(window) == set(window._actions._all) - {"print"}  # type: ignore[union-attr]
    window.wants("documents")
    assert window.place == DOCUMENTS
    assert enabled(window) == set(window._actions._all)  # type: ignore[union-attr]
    window.wants("home")
    assert "save" not in enabled(window)


def test_from_checking_a_report_one_can_go_back(window: Window) -> None:
    window.wants("verify")
    assert "back" in enabled(window)
    window.wants("back")
    assert "back" not in enabled(window)


@pytest.mark.parametrize("name", ["shop", "gate", "attendance", "hotel"])
def test_all_four_samples_open(
    window: Window, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.commands, "_folder", lambda: tmp_path)
    window.wants("sample", name)
    assert window.session is not None
    assert window.session.answers.sample


def test_samples_and_editions_are_offered_in_a_menu(window: Window, qapp: QApplication) -> None:
    for name, count in (("sample", 4), ("blank", 3)):
        window.wants(name)
        menu = qapp.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert len(menu.actions()) == count
        menu.close()


@pytest.mark.parametrize("edition", ["zh", "en", "both"])
def test_the_blank_questionnaire_is_written(
    window: Window, qapp: QApplication, qtbot: QtBot, saved_as: Path, edition: str
) -> None:
    window.wants("blank", edition)
    qtbot.waitUntil(lambda: qapp.activeModalWidget() is not None, timeout=20_000)
    assert str(saved_as) in box(qapp).text()
    assert saved_as.read_bytes().startswith(b"%PDF-")
    box(qapp).close()


def test_a_blank_questionnaire_that_cannot_be_written_is_told(
    window: Window, qapp: QApplication, qtbot: QtBot, saved_as: Path
) -> None:
    saved_as.mkdir()
    window.wants("blank", "zh")
    qtbot.waitUntil(lambda: qapp.activeModalWidget() is not None, timeout=20_000)
    assert str(saved_as) in box(qapp).text()
    box(qapp).close()


def test_about_says_version_declaration_and_licences(
    program: Facewise, window: Window, qapp: QApplication
) -> None:
    program.speak("en")
    window.wants("about")
    shown = f"{box(qapp).text()} {box(qapp).informativeText()}"
    for word in ("Facewise 0", "self-declaration", "not a certificate", "Apache", "LGPL", "Open Font", "ISC"):
        assert word in shown
    box(qapp).close()


@pytest.fixture
def damaged(session: Session) -> Path:
    """A file that was written twice and then cut."""
    session.save()
    session.close()
    opened = open_file(session.path)
    opened.set_business(name="海棠便利店")
    opened.save()
    opened.close()
    session.path.write_bytes(session.path.read_bytes()[:300])
    return session.path


def test_for_a_damaged_file_the_copy_is_offered(window: Window, qapp: QApplication, damaged: Path) -> None:
    window.wants("open", str(damaged))
    box(qapp).buttons()[0].click()
    assert window.session is not None
    assert window.session.path != damaged
    assert open_site(window.session.path).site.answers.business.name == ""
    assert len(damaged.read_bytes()) == 300


def test_a_damaged_file_without_a_copy_is_told(
    window: Window, qapp: QApplication, damaged: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.facewise"
    other.write_bytes(damaged.read_bytes())
    window.wants("open", str(other))
    assert "other.facewise" in box(qapp).text()
    box(qapp).close()
    assert window.session is None


def test_nothing_to_do_is_not_said_while_it_is_worked_out(
    session: Session, answer: Callable[..., None], dressed: QApplication
) -> None:
    del dressed
    from facewise.ui.pages.result_actions import ActionsCard

    card = ActionsCard(session)
    card.show_steps((), known=False)
    assert card._nothing.said() == "正在算…"
    card.show_steps(())
    assert card._nothing.said() == session.pack.words["summary.six.none"].zh
