from datetime import datetime

import pytest
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible, QFocusEvent, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QRadioButton
from pytestqt.qtbot import QtBot

from facewise import i18n
from facewise.i18n import Text
from facewise.ui.icons import renderer
from facewise.ui.phrases import paragraphs, plain
from facewise.ui.tokens import DARK, LIGHT
from facewise.ui.widgets.answers import AnswerRows, Option
from facewise.ui.widgets.chips import Chip
from facewise.ui.widgets.evidence import EvidenceStrip, Piece
from facewise.ui.widgets.fields import Drop, Labelled, TypedLine, TypedText
from facewise.ui.widgets.help import Help, HelpPanel, LawText
from facewise.ui.widgets.problems import ErrorSummary
from facewise.ui.widgets.progress import Progress
from facewise.ui.widgets.quotation import Quotation
from facewise.ui.widgets.saved import SaveState
from facewise.ui.widgets.segments import Segment, Segmented
from facewise.ui.widgets.tasks import Task, TaskList
from facewise.ui.widgets.verdict import Verdict
from facewise.ui.widgets.words import ElidedWords, Words

pytestmark = pytest.mark.usefixtures("dressed")

OPTIONS = (Option("yes", "是", "任何时候都一样方便"), Option("partly", "部分"), Option("no", "否"))


@pytest.fixture
def rows(qtbot: QtBot) -> AnswerRows:
    made = AnswerRows()
    qtbot.addWidget(made)
    made.resize(560, 300)
    made.show_options(OPTIONS, "zh", "方便吗？")
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_a_click_anywhere_on_a_row_answers(rows: AnswerRows, qtbot: QtBot) -> None:
    row = rows.rows()[1]
    with qtbot.waitSignal(rows.chosen, check_params_cb=lambda key: key == "partly"):
        QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(row.width() - 60, row.height() // 2))
    assert row.property("chosen") is True
    assert rows.rows()[0].property("chosen") is False


def test_an_answer_set_by_a_screen_reader_is_heard(rows: AnswerRows, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rows.chosen):
        rows.rows()[2].radio.toggle()


def test_showing_a_stored_answer_is_silent(rows: AnswerRows, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(rows.chosen):
        rows.choose("no")
        rows.choose(None)
    assert not any(row.radio.isChecked() for row in rows.rows())


def test_number_keys_answer_and_stay(rows: AnswerRows, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rows.chosen, check_params_cb=lambda key: key == "no"):
        rows.choose_number(3)
    with qtbot.assertNotEmitted(rows.chosen):
        rows.choose_number(9)


def test_enter_on_an_answer_goes_on(rows: AnswerRows, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rows.entered):
        QTest.keyClick(rows.rows()[0].radio, Qt.Key.Key_Return)


def test_an_answer_reads_its_word_and_its_meaning(rows: AnswerRows) -> None:
    interface = QAccessible.queryAccessibleInterface(rows.rows()[0].radio)
    assert interface.role() == QAccessible.Role.RadioButton
    assert interface.text(QAccessible.Text.Name) == "是"
    assert interface.text(QAccessible.Text.Description) == "任何时候都一样方便"


def test_the_chosen_row_does_not_move_its_words(rows: AnswerRows) -> None:
    row = rows.rows()[1]
    before = row.radio.mapTo(rows, QPoint(0, 0))
    rows.choose("partly")
    QApplication.sendPostedEvents()
    assert row.radio.mapTo(rows, QPoint(0, 0)) == before


def test_a_toggle_is_a_group_of_radio_buttons(qtbot: QtBot) -> None:
    toggle = Segmented(("zh", "en"))
    qtbot.addWidget(toggle)
    toggle.say("语言", {"zh": "中文", "en": "English"})
    toggle.resize(toggle.sizeHint())
    toggle.show()
    part = toggle.findChildren(Segment)[1]
    with qtbot.waitSignal(toggle.chosen, check_params_cb=lambda key: key == "en"):
        QTest.mouseClick(part, Qt.MouseButton.LeftButton)
    assert QAccessible.queryAccessibleInterface(part).role() == QAccessible.Role.RadioButton
    with qtbot.assertNotEmitted(toggle.chosen):
        toggle.choose("zh")


def test_a_filter_without_matches_stays_disabled(qtbot: QtBot) -> None:
    chip = Chip("gap")
    qtbot.addWidget(chip)
    chip.say("没做到", 12, "没做到，12 题")
    assert chip.isEnabled()
    assert QAccessible.queryAccessibleInterface(chip).text(QAccessible.Text.Name) == "没做到，12 题"
    chip.say("没做到", 0, "没做到，0 题")
    assert not chip.isEnabled()
    assert not chip.grab().isNull()


def test_the_task_list_says_title_and_state(qtbot: QtBot) -> None:
    tasks = TaskList()
    qtbot.addWidget(tasks)
    rows = (
        Task("a", "其他方式", "half", "答题中", "其他方式，答题中，还剩 2 题"),
        Task("", "收尾"),
        Task("b", "结果"),
    )
    tasks.show_tasks(rows)
    tasks.choose("a")
    tasks.resize(256, 300)
    tasks.show()
    model = tasks.model()
    assert model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole) == rows[0].name
    assert model.flags(model.index(1, 0)) == Qt.ItemFlag.NoItemFlags
    with qtbot.waitSignal(tasks.chosen, check_params_cb=lambda key: key == "b"):
        tasks.setCurrentIndex(model.index(2, 0))
    with qtbot.assertNotEmitted(tasks.chosen):
        tasks.show_tasks(rows)
        tasks.choose("a")
    wide = tasks.grab()
    tasks.fold(narrow=True)
    QApplication.processEvents()
    assert tasks.grab().toImage() != wide.toImage()


def test_what_is_typed_is_told_when_the_field_is_left(qtbot: QtBot) -> None:
    field = TypedLine()
    qtbot.addWidget(field)
    QTest.keyClicks(field, " abc ")
    with qtbot.waitSignal(field.settled, check_params_cb=lambda text: text == "abc"):
        field.settle()
    with qtbot.assertNotEmitted(field.settled):
        field.settle()


def test_a_stored_text_does_not_overwrite_what_is_being_typed(qtbot: QtBot) -> None:
    field = TypedLine()
    qtbot.addWidget(field)
    QTest.keyClicks(field, "abc")
    field.show_text("xyz")
    assert field.text() == "abc"


def test_a_note_is_told_once(qtbot: QtBot) -> None:
    note = TypedText()
    qtbot.addWidget(note)
    note.show_text("先前")
    note.setPlainText("晚上只剩扫码")
    with qtbot.waitSignal(note.settled, check_params_cb=lambda text: text == "晚上只剩扫码"):
        note.settle()
    with qtbot.assertNotEmitted(note.settled):
        note.settle()


def test_a_wheel_does_not_change_a_choice(qtbot: QtBot) -> None:
    drop = Drop()
    qtbot.addWidget(drop)
    drop.show_choices([("a", "甲"), ("b", "乙")], None, "请选择")
    assert drop.currentIndex() == -1
    assert not drop.grab().isNull()
    drop.show_choices([("a", "甲"), ("b", "乙")], "b")
    assert drop.currentData() == "b"


def test_a_field_says_what_is_wrong_beside_it_and_to_a_screen_reader(qtbot: QtBot) -> None:
    field = Labelled(TypedLine())
    qtbot.addWidget(field)
    field.say("电话", "会印在牌子上")
    field.complain("请填电话。")
    interface = QAccessible.queryAccessibleInterface(field.field)
    assert interface.text(QAccessible.Text.Name) == "电话"
    assert interface.text(QAccessible.Text.Description) == "请填电话。"
    assert field.field.property("wrong") is True
    field.complain("")
    assert field.field.property("wrong") is False


def test_an_error_summary_leads_to_its_fields(qtbot: QtBot) -> None:
    summary = ErrorSummary()
    qtbot.addWidget(summary)
    summary.say("还有两处要补", [("name", "请填名称。"), ("phone", "请填电话。")])
    summary.show()
    summary.announce()
    shown = summary.findChildren(QListWidget)[0]
    with qtbot.waitSignal(summary.chosen, check_params_cb=lambda key: key == "name"):
        QTest.keyClick(shown, Qt.Key.Key_Return)
    QTest.keyClick(shown, Qt.Key.Key_Down)
    with qtbot.waitSignal(summary.chosen, check_params_cb=lambda key: key == "phone"):
        QTest.keyClick(shown, Qt.Key.Key_Space)
    assert summary.accessibleDescription() == "请填名称。 请填电话。"
    summary.say("", [])
    assert summary.isHidden()


def test_progress_is_a_progress_bar_that_reads_its_words(qtbot: QtBot) -> None:
    bar = Progress()
    qtbot.addWidget(bar)
    bar.show_progress(34, 21, 6, "还剩 21 题，另有 6 题可能会问")
    interface = QAccessible.queryAccessibleInterface(bar)
    assert interface.role() == QAccessible.Role.ProgressBar
    assert interface.text(QAccessible.Text.Name) == "还剩 21 题，另有 6 题可能会问"
    assert (bar.value(), bar.maximum()) == (34, 61)
    assert not bar.grab().isNull()


def test_the_law_can_be_copied_without_joiners(qtbot: QtBot) -> None:
    quotation = Quotation()
    qtbot.addWidget(quotation)
    quotation.say(paragraphs("不多等、不限时段。"), "办法第十条")
    quotation.selectAll()
    assert quotation.createMimeDataFromSelection().text() == "不多等、不限时段。"


def test_help_shows_the_law_in_the_other_language_on_demand(qtbot: QtBot) -> None:
    panel = HelpPanel()
    qtbot.addWidget(panel)
    law = LawText(
        Text("办法第十条", "Measures art. 10"),
        Text("应当提供其他方式。", "Another method shall be provided."),
    )
    panel.show_help(Help(look=("看一看",), law=(law,), why="因为"), "zh")
    assert "应当" in plain(panel.findChildren(Quotation)[0].toPlainText())
    panel._turn()
    texts = [
        quotation.toPlainText() for quotation in panel.findChildren(Quotation) if not quotation.isHidden()
    ]
    assert "Another method shall be provided." in texts[0]
    assert "Unofficial translation" in texts[0]


def test_what_is_folded_is_told_so_that_it_can_be_remembered(qtbot: QtBot) -> None:
    panel = HelpPanel()
    qtbot.addWidget(panel)
    panel.open_only(("law",))
    with qtbot.waitSignal(panel.folded, check_params_cb=lambda name, on: (name, on) == ("why", True)):
        panel._folds["why"].head.click()


def test_the_last_cell_of_the_evidence_adds(qtbot: QtBot) -> None:
    strip = EvidenceStrip()
    qtbot.addWidget(strip)
    strip.show_pieces([Piece("e1", "门口.jpg")], "加一份证据", "证据")
    strip.resize(300, 60)
    strip.show()
    model = strip.model()
    assert model.rowCount() == 2
    strip.setCurrentIndex(model.index(1, 0))
    with qtbot.waitSignal(strip.added):
        QTest.keyClick(strip, Qt.Key.Key_Return)
    strip.setCurrentIndex(model.index(0, 0))
    with qtbot.waitSignal(strip.removed, check_params_cb=lambda item: item == "e1"):
        QTest.keyClick(strip, Qt.Key.Key_Delete)
    with qtbot.waitSignal(strip.opened):
        QTest.keyClick(strip, Qt.Key.Key_Space)
    assert not strip.grab().isNull()


def test_a_verdict_is_words_before_colour(qtbot: QtBot) -> None:
    band = Verdict()
    qtbot.addWidget(band)
    band.say("red", "broken", "踩到 1 条红线", "这是自我声明")
    assert band.accessibleName() == "踩到 1 条红线"
    assert band.property("band") == "red"
    assert band.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_the_save_state_is_a_sentence_with_a_time(qtbot: QtBot) -> None:
    state = SaveState()
    qtbot.addWidget(state)
    state.show_saved(datetime(2026, 11, 22, 14, 32))  # noqa: DTZ001, a time on the wall
    assert state._words.said() == "已保存 14:32"
    state.show_problem("磁盘满了")
    assert state._words.said() == "没存上"
    assert not state._again.isHidden()
    with i18n.speaking("en"):
        state.retranslate()
        assert state._words.said() == "Not saved"


def test_a_long_name_is_cut_in_the_middle_and_told_whole(qtbot: QtBot) -> None:
    name = ElidedWords("name")
    qtbot.addWidget(name)
    name.resize(100, 24)
    name.say("杭州安澜物业服务有限公司滨江花园小区北门和东门")
    assert "…" in name.text()
    assert name.accessibleName() == name.toolTip() == name.said()


def test_words_are_read_aloud_without_joiners(qtbot: QtBot) -> None:
    words = Words("question", "不多花钱、不多等", wrap=True)
    qtbot.addWidget(words)
    assert words.accessibleName() == "不多花钱、不多等"
    assert "⁠" in words.text()


@pytest.mark.parametrize(
    "shape",
    [
        "met",
        "partly",
        "gap",
        "broken",
        "open",
        "unknown",
        "argument",
        "dash",
        "empty",
        "half",
        "done",
        "facewise",
    ],
)
def test_every_shape_is_drawn_in_both_themes(shape: str) -> None:
    pictures = []
    for tokens in (LIGHT, DARK):
        drawing = renderer("shapes", shape, tokens, "ink")
        assert drawing.isValid()
        picture = QImage(32, 32, QImage.Format.Format_ARGB32)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        drawing.render(painter, QRectF(0, 0, 32, 32))
        painter.end()
        pictures.append(picture)
    assert pictures[0] != pictures[1]


def test_silhouettes_differ_without_colour() -> None:
    def silhouette(name: str) -> bytes:
        picture = QImage(32, 32, QImage.Format.Format_ARGB32)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        renderer("shapes", name, LIGHT, "ink").render(painter, QRectF(0, 0, 32, 32))
        painter.end()
        opaque = [picture.pixelColor(x, y).alpha() > 127 for y in range(32) for x in range(32)]
        return bytes(opaque)

    names = ("met", "partly", "gap", "broken", "open", "unknown", "argument", "dash", "empty", "half")
    assert len({silhouette(name) for name in names}) == len(names)


def test_radio_buttons_of_the_theme_are_the_size_of_a_thumb(qtbot: QtBot) -> None:
    radio = QRadioButton()
    qtbot.addWidget(radio)
    assert radio.style().pixelMetric(radio.style().PixelMetric.PM_ExclusiveIndicatorWidth) == 20


def test_a_name_longer_than_its_field_is_shown_from_its_beginning(
    dressed: QApplication, qtbot: QtBot
) -> None:
    line, other = TypedLine(), TypedLine()
    for field in (line, other):
        qtbot.addWidget(field)
    line.setText("䶮记便利店" * 20)
    assert line.cursorPosition() == 0
    line.end(False)
    dressed.sendEvent(line, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))
    assert line.cursorPosition() == 0
    line.end(False)
    dressed.sendEvent(line, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason))
    assert line.cursorPosition() == 100
