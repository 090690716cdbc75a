"""The first paint, and what is added after it."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facewise import i18n
from facewise.i18n import Language
from facewise.ui.app import Facewise
from facewise.ui.settings import Recent, Settings
from facewise.ui.window import Window

ENUMS = """
import enum
made, new = [], enum.EnumType.__new__
def noted(kind, name, bases, members, **more):
    cls = new(kind, name, bases, members, **more)
    made.append(cls.__qualname__)
    return cls
enum.EnumType.__new__ = noted
import sys
from facewise.ui import app
application, program = app.make(["facewise"])
program.window.painted.connect(application.quit)
program.window.show()
application.exec()
print([name for name in made if name.startswith(("Qt.", "QStyle.", "QPainter.", "QIcon."))])
late = ("PySide6.QtSvg", "facewise.ui.icons", "facewise.ui.commands")
print([name for name in late if name in sys.modules])
"""
BEGUN = Recent(
    "/a/shop.facewise", "海棠便利店", state="half", day="2026-11-20", answered=20, left=21, maybe=6
)


@pytest.fixture(params=[("zh", 1200, 780), ("en", 1024, 640)], ids=["zh", "en-small"])
def first(
    request: pytest.FixtureRequest, qapp: QApplication, qtbot: QtBot, settings: Settings
) -> Iterator[Window]:
    """The window as it is at its first paint."""
    language, width, height = request.param
    settings.remember(language=language, size=(width, height))
    made = Facewise(qapp, settings)
    qtbot.addWidget(made.window)
    with qtbot.waitSignal(made.window.painted):
        made.window.show()
    yield made.window
    i18n.use("zh")


def places(window: Window) -> list[QRect]:
    start = window.start
    parts = [start._title, start._lead, start._question, start._blank_words, *start._packs.values()]
    return [QRect(part.mapTo(window, QPoint(0, 0)), part.size()) for part in parts]


def test_the_first_paint_builds_no_enums_that_it_does_not_need() -> None:
    found = subprocess.run([sys.executable, "-c", ENUMS], capture_output=True, text=True, check=True)
    assert found.stdout.splitlines() == ["[]", "[]"]


def test_what_is_painted_first_is_the_start_page(first: Window) -> None:
    assert all(card.isVisible() for card in first.start._packs.values())
    assert first.start._title.said()


def test_nothing_moves_when_the_rest_is_added(first: Window, qapp: QApplication) -> None:
    before = places(first)
    first.complete()
    first.equip()
    qapp.processEvents()
    assert places(first) == before
    assert first.start._side is not None
    assert first.start._side.isVisible()


def test_a_self_check_that_was_begun_is_painted_first(
    qapp: QApplication, qtbot: QtBot, settings: Settings
) -> None:
    settings.opened(BEGUN)
    made = Facewise(qapp, settings)
    qtbot.addWidget(made.window)
    with qtbot.waitSignal(made.window.painted):
        made.window.show()
    before = places(made.window)
    assert made.window.start._resume is not None
    assert made.window.start._resume.isVisible()
    made.finish()
    qapp.processEvents()
    assert places(made.window) == before
    made.speak("en")
    i18n.use("zh")


def test_the_program_completes_itself_and_opens_the_named_file(
    qapp: QApplication, qtbot: QtBot, settings: Settings, tmp_path: Path
) -> None:
    made = Facewise(qapp, settings)
    qtbot.addWidget(made.window)
    made.open([str(tmp_path / "missing.facewise")])
    qtbot.waitUntil(lambda: made.window._actions is not None)
    qtbot.waitUntil(lambda: qapp.activeModalWidget() is not None)
    box = qapp.activeModalWidget()
    assert box is not None
    box.close()
    made.speak("en")
    i18n.use("zh")


def test_a_card_can_be_clicked_before_the_rest_is_there(
    first: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first.commands, "_folder", lambda: tmp_path)
    first.start._packs["shop"].click()
    assert first.session is not None
    assert first.header.saved.isVisible()


@pytest.mark.parametrize(("language", "name"), [("zh", "刷脸自查"), ("en", "Facewise")])
def test_the_program_has_its_name_in_the_language(first: Window, language: Language, name: str) -> None:
    i18n.use(language)
    first.header.retranslate()
    assert first.header._program.said() == name
