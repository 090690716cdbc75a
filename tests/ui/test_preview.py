from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.documents import AREA, NOTICE, REPORT, made, shown
from tests.ui.opened import shop

from facewise.ui.app import Facewise
from facewise.ui.pages.documents import DocumentsPage
from facewise.ui.preview import Preview

CONTROL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(program: Facewise, tmp_path: Path, qtbot: QtBot) -> DocumentsPage:
    found, _session = shown(program, tmp_path, shop())
    found._choose(REPORT)
    made(found, qtbot)
    return found


@pytest.fixture
def preview(page: DocumentsPage) -> Preview:
    return page._stage.preview


def test_pages_are_turned_by_buttons_and_told(page: DocumentsPage, preview: Preview) -> None:
    bar = page._stage.bar
    assert not bar._before.isEnabled()
    bar._after.click()
    bar._after.click()
    assert preview.page() == 2
    assert bar._here.text().startswith("第 3 页")
    bar._before.click()
    assert preview.page() == 1
    assert preview._views[1].visibleRegion().boundingRect().height() > 0


def test_pages_are_turned_by_keys(preview: Preview, qtbot: QtBot) -> None:
    last = len(preview._views) - 1
    for key, number in (
        (Qt.Key.Key_PageDown, 1),
        (Qt.Key.Key_End, last),
        (Qt.Key.Key_PageDown, last),
        (Qt.Key.Key_PageUp, last - 1),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_PageUp, 0),
    ):
        QTest.keyClick(preview, key)
        assert preview.page() == number


def test_scrolling_tells_the_page_one_sees(preview: Preview, qtbot: QtBot) -> None:
    with qtbot.waitSignal(preview.turned) as told:
        preview.verticalScrollBar().setValue(preview._views[2].y())
    assert told.args == [2]
    QTest.keyClick(preview, Qt.Key.Key_Down)


def test_the_size_is_chosen_and_the_page_one_sees_stays(page: DocumentsPage, preview: Preview) -> None:
    preview.turn(1)
    page._stage.bar._zoom.picked.emit("100")
    assert preview.zoom() == 1.0
    assert page._stage.bar._zoom.placeholderText() == "100 %"
    page._stage.bar._zoom.picked.emit("page")
    whole = preview.zoom()
    assert preview._views[1].height() <= preview.viewport().height()
    page._stage.bar._zoom.picked.emit("width")
    assert preview.zoom() > whole
    assert preview._views[1].width() <= preview.viewport().width()
    assert preview.page() == 1


def test_the_size_is_changed_by_keys_and_by_the_wheel(preview: Preview, qtbot: QtBot) -> None:
    QTest.keyClick(preview, Qt.Key.Key_0, CONTROL)
    assert preview.zoom() == 1.0
    QTest.keyClick(preview, Qt.Key.Key_Plus, CONTROL)
    assert preview.zoom() == 1.25
    QTest.keyClick(preview, Qt.Key.Key_Minus, CONTROL)
    QTest.keyClick(preview, Qt.Key.Key_1, CONTROL)
    whole = preview.zoom()
    QTest.keyClick(preview, Qt.Key.Key_2, CONTROL)
    assert preview.zoom() > whole
    for turn, modifier in ((-120, CONTROL), (-120, NONE)):
        before = preview.zoom()
        wheel(preview, turn, modifier)
        assert (preview.zoom() < before) == (modifier == CONTROL)


def wheel(preview: Preview, turn: int, modifier: Qt.KeyboardModifier) -> None:
    buttons, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    middle, turned = QPointF(20, 20), QPoint(0, turn)
    preview.wheelEvent(QWheelEvent(middle, middle, QPoint(), turned, buttons, modifier, phase, False))


def test_a_single_sheet_is_shown_whole_without_turning(page: DocumentsPage, qtbot: QtBot) -> None:
    page._choose(AREA)
    made(page, qtbot)
    (view,) = page._stage.preview._views
    assert view.height() <= page._stage.preview.viewport().height()
    assert not page._stage.bar._after.isVisible()
    assert page._stage.bar._larger.isVisible()


def test_the_next_paper_begins_at_its_first_page(page: DocumentsPage, preview: Preview, qtbot: QtBot) -> None:
    preview.turn(3)
    page._choose(NOTICE)
    made(page, qtbot)
    assert preview.page() == 0
    assert page._stage.bar._here.text() == f"第 1 页，共 {len(preview._views)} 页"


def test_everything_on_the_page_has_a_name(page: DocumentsPage) -> None:
    bar, stage = page._stage.bar, page._stage
    for part in (bar._before, bar._after, bar._smaller, bar._larger, bar._zoom, stage.save, stage.print):
        assert part.accessibleName()
    assert stage.preview.accessibleName() == "自查评估报告"
