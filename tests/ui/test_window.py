import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from facewise import i18n
from facewise.ui.app import Facewise
from facewise.ui.pages.question import QuestionPage
from facewise.ui.pages.section import SectionPage
from facewise.ui.places import BUSINESS, DOCUMENTS, INTERIM, START, Place
from facewise.ui.session import Session
from facewise.ui.style import Ring
from facewise.ui.tabbing import focusables
from facewise.ui.theme import tokens_of
from facewise.ui.tokens import DARK
from facewise.ui.window import Window

Answer = Callable[..., None]
SCOPING = {
    "S3": "self", "S5": "one_to_one", "S7": "consent", "S8": "no", "S9": "local", "S15": "later",
    "S11": 1432, "S12": "lt_100k", "S13": "no", "S14": "330100", "S16": "no",
}  # fmt: skip
HEAVY = ("pydantic", "reportlab", "babel", "yaml", "pyhanko", "cryptography", "keyring", "PIL", "openpyxl")


@pytest.fixture
def window(program: Facewise, session: Session, answer: Answer) -> Window:
    """The window with a shop open, scoping done, at D1, which is answered."""
    answer(**SCOPING, D1="yes")
    program.window.open(session, at(session, "D1"))
    return program.window


def at(session: Session, code: str) -> Place:
    question = session.question(code)
    return Place("question", question.section, question.id, "till" if question.scope == "use" else None)


def shown(window: Window) -> str:
    """Return the code of the question that is shown."""
    assert window.session is not None
    return window.session.question(window.place.question).code


def question_page(window: Window) -> QuestionPage:
    page = window.shell.page
    assert isinstance(page, QuestionPage)
    return page


def ring(window: Window) -> Ring:
    assert window._ring is not None
    return window._ring


def press(window: Window, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.windowHandle(), key, held)


def test_nothing_heavy_is_loaded_before_the_first_paint() -> None:
    script = (
        "import sys\n"
        "from facewise.ui import app\n"
        "application, program = app.make(['facewise'])\n"
        "program.window.show()\n"
        "application.processEvents()\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])\n"
    )
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_the_start_page_begins_an_assessment(
    program: Facewise, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program.window.commands, "_folder", lambda: tmp_path)
    program.window.start._packs["shop"].click()
    assert program.window.place == BUSINESS
    assert list(tmp_path.glob("*.facewise"))


def test_next_goes_on_and_focuses_the_first_answer(window: Window) -> None:
    window.step(1)
    assert shown(window) == "D2"
    focused = window.focusWidget()
    assert focused is question_page(window).first_focus()


def test_back_shows_the_question_as_it_was(window: Window) -> None:
    window.step(1)
    window.step(-1)
    assert shown(window) == "D1"
    chosen = [row for row in question_page(window)._input.rows.rows() if row.radio.isChecked()]  # type: ignore[attr-defined]
    assert [row.option.key for row in chosen] == ["yes"]


def test_keys_choose_go_on_and_go_back(window: Window, session: Session) -> None:
    press(window, Qt.Key.Key_2)
    assert session.answers.get(session.question("D1").id, "till").value == "partly"
    assert shown(window) == "D1"
    press(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert shown(window) == "D2"
    press(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert shown(window) == "D1"


def test_keys_are_letters_while_one_types(window: Window, session: Session) -> None:
    note = question_page(window)._more.note.field
    note.setFocus()
    press(window, Qt.Key.Key_1)
    assert note.toPlainText() == "1"
    assert session.answers.get(session.question("D1").id, "till").value == "yes"


def test_what_is_typed_is_kept_when_one_goes_on(window: Window, session: Session) -> None:
    question_page(window)._more.note.field.setPlainText("晚上只剩扫码")
    window.step(1)
    assert session.answers.get(session.question("D1").id, "till").note == "晚上只剩扫码"


def test_flags_say_what_one_does_instead(window: Window, session: Session) -> None:
    question_page(window)._flags["ask_vendor"].click()
    assert session.answers.get(session.question("D1").id, "till").flags == ("ask_vendor",)
    question_page(window)._flags["ask_vendor"].click()
    assert session.answers.get(session.question("D1").id, "till").flags == ()


def test_not_applicable_has_a_reason(window: Window, session: Session, answer: Answer) -> None:
    answer(B1="yes")
    window.go(at(session, "B4"))
    page = question_page(window)
    page._input.answered.emit("na")
    kept = session.answers.get(session.question("B4").id, "till")
    assert kept.value == "na"
    assert kept.reason == session.question("B4").not_applicable[0].zh
    assert page._reason.isVisible()


def test_an_answer_that_opens_questions_says_so_once(window: Window, session: Session) -> None:
    window.go(at(session, "G1"))
    page = question_page(window)
    page._input.answered.emit("yes")
    assert page._head._shift.said() == "另开 3 题"
    window.step(1)
    assert question_page(window)._head._shift.said() == ""


def test_every_section_can_be_entered_at_any_time(window: Window) -> None:
    window.shell.tasks.list.chosen.emit("security")
    assert window.place.section == "security"
    window.shell.tasks.list.chosen.emit("business")
    assert window.place == BUSINESS


def test_the_two_views_stay_in_the_same_section(window: Window) -> None:
    window.set_view("section")
    assert isinstance(window.shell.page, SectionPage)
    assert window.place.section == "alternatives"
    window.set_view("one")
    assert window.place.section == "alternatives"


def test_the_matrix_answers_by_keys(window: Window, session: Session) -> None:
    window.set_view("section")
    window.focus_page()
    press(window, Qt.Key.Key_1)
    assert session.answers.get(session.question("D1").id, "till").value == "yes"
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_2)
    assert session.answers.get(session.question("D2").id, "till").value == "partly"
    page = window.shell.page
    assert isinstance(page, SectionPage)
    assert page._lines[page._current].property("current") is True


def test_closing_a_branch_takes_its_answers_out_of_the_matrix(window: Window, session: Session) -> None:
    window.set_view("section")
    page = window.shell.page
    assert isinstance(page, SectionPage)
    key = f"{session.question('D2').id} till"
    assert page._lines[key].offers()
    session.record(session.question("D1").id, "till", value="no")
    assert not page._lines[key].offers()


def test_the_language_changes_at_any_moment_and_nothing_is_lost(
    window: Window, program: Facewise, qtbot: QtBot
) -> None:
    note = question_page(window)._more.note.field
    note.setPlainText("还没存的字")
    program.speak("en")
    qtbot.waitUntil(lambda: question_page(window)._words.said().startswith("Besides"))
    footer = question_page(window).footer
    assert footer is not None
    assert footer.forward.text() == "Next"
    assert window.header._home.accessibleName() == "Start page"
    assert note.toPlainText() == "还没存的字"
    program.speak("zh")
    qtbot.waitUntil(lambda: footer.forward.text() == "下一题")


@pytest.mark.parametrize("view", ["one", "section"])
def test_the_focus_stays_when_the_language_changes(
    window: Window, program: Facewise, qtbot: QtBot, view: str
) -> None:
    window.set_view(view)
    window.focus_page()
    program.speak("en")
    qtbot.waitUntil(lambda: window.header._home.accessibleName() == "Start page")
    focused = window.focusWidget()
    assert isinstance(focused, QRadioButton)
    assert focused.accessibleName() in ("Yes", "D1, Yes")
    program.speak("zh")


def test_qt_speaks_the_same_language(program: Facewise, qtbot: QtBot) -> None:
    assert QApplication.translate("QPlatformTheme", "Cancel") == "取消"
    program.speak("en")
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    program.speak("zh")


def test_the_dark_theme_reaches_every_widget(window: Window, program: Facewise) -> None:
    window.set_theme("dark")
    for widget in (
        question_page(window),
        window.header,
        window.shell.tasks.list,
        *window.findChildren(QLineEdit),
    ):
        assert tokens_of(widget) is DARK
    assert window.settings.now.theme == "dark"
    window.set_theme("light")


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("place", ["question", "section", "business", "interim", "start"])
def test_every_control_has_a_name(
    window: Window, program: Facewise, qtbot: QtBot, language: str, place: str
) -> None:
    program.speak(language)
    assert window.session is not None
    places = {
        "question": window.place,
        "section": Place("section", "alternatives", use="till"),
        "business": BUSINESS,
        "interim": INTERIM,
        "start": START,
    }
    window.go(places[place])
    QApplication.processEvents()
    nameless = [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()
    ]
    assert nameless == []
    program.speak("zh")


def test_tab_goes_from_the_list_through_the_page_and_its_column_to_the_footer(window: Window) -> None:
    page = question_page(window)
    order = focusables(window.shell.tasks) + focusables(page.area)
    window.shell.tasks.list.setFocus(Qt.FocusReason.TabFocusReason)
    seen = []
    for _step in range(80):
        focused = window.focusWidget()
        if focused not in seen:
            seen.append(focused)
        window.focusNextChild()
    ranks = [rank(window, widget) for widget in seen]
    body = [r for r in ranks if r is not None]
    start = body.index(0)
    ordered = body[start:] + body[:start]
    assert ordered == sorted(ordered)
    assert order


def rank(window: Window, widget: QWidget) -> int | None:
    page = window.shell.page
    assert page is not None
    assert page.footer is not None
    parts = (window.shell.tasks, page.area, window.shell.aside, page.footer)
    return next((n for n, part in enumerate(parts) if part.isAncestorOf(widget)), None)


def test_a_small_window_folds_instead_of_shrinking_text(window: Window) -> None:
    window.resize(1200, 780)
    QApplication.processEvents()
    assert window.shell.aside.isVisible()
    assert not window.shell.tasks.is_narrow
    window.resize(1024, 640)
    QApplication.processEvents()
    assert not window.shell.aside.isVisible()
    assert window.shell.tasks.is_narrow
    page = question_page(window)
    assert page.footer is not None
    assert page.footer.height() == 56
    assert page._more._folds[0].isVisible()
    window.wants("help")
    assert window.shell.aside.isVisible()
    assert window.shell.close_drawer()
    assert not window.shell.aside.isVisible()


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("size", [(1200, 780), (1024, 640)])
def test_no_word_is_cut(window: Window, program: Facewise, language: str, size: tuple[int, int]) -> None:
    from facewise.ui.widgets.words import Words

    program.speak(language)
    window.resize(*size)
    for place in (window.place, BUSINESS, Place("section", "alternatives", use="till"), INTERIM):
        window.go(place)
        for _round in range(3):
            QApplication.processEvents()
        cut = [
            words.said()
            for words in window.findChildren(Words)
            if words.isVisible() and words.said() and words.width() and words.height() + 1 < needed(words)
        ]
        assert cut == []
    program.speak("zh")


def needed(words: QWidget) -> int:
    return words.heightForWidth(words.width()) if words.hasHeightForWidth() else 0


def test_the_ring_shows_for_the_keyboard_alone(window: Window) -> None:
    radios = question_page(window)._input.rows.rows()  # type: ignore[attr-defined]
    ring(window).by_keyboard = True
    radios[1].radio.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring(window)._frame.widget() is radios[1]
    assert not window.grab().isNull()
    ring(window).by_keyboard = False
    radios[0].radio.setFocus(Qt.FocusReason.MouseFocusReason)
    assert ring(window)._frame.widget() is None


def test_home_saves_and_the_start_page_offers_to_go_on(window: Window, session: Session) -> None:
    path = str(session.path)
    window.go(START)
    assert window.session is None
    assert Path(path).exists()
    assert window.settings.now.recent[0].path == path
    assert window.start._resume is not None
    assert window.start._resume.isVisible()


def test_what_cannot_be_saved_is_not_left_behind_unasked(
    window: Window, session: Session, answer: Answer
) -> None:
    session.path = session.path.parent / "nowhere" / "x.facewise"
    answer(A1="yes")
    window.go(START)
    assert window.session is session
    assert window.header.saved._words.said() == "没存上"
    for box in QApplication.topLevelWidgets():
        if box.isModal():
            box.close()
    session.path = session.path.parent.parent / "x.facewise"


def test_a_file_that_is_none_is_one_sentence(program: Facewise, tmp_path: Path) -> None:
    file = tmp_path / "x.facewise"
    file.write_text("nonsense")
    program.window.wants("open", str(file))
    boxes = [box for box in QApplication.topLevelWidgets() if box.isModal() and box.isVisible()]
    assert len(boxes) == 1
    boxes[0].close()
    assert program.window.session is None


def test_f6_goes_from_pane_to_pane(window: Window) -> None:
    window.shell.tasks.list.setFocus()
    window.next_pane()
    page = window.shell.page
    assert page is not None
    assert page.isAncestorOf(window.focusWidget())
    window.next_pane()
    assert window.shell.aside.isAncestorOf(window.focusWidget())


def test_scoping_is_answered_by_a_click_on_the_words(window: Window, session: Session, qtbot: QtBot) -> None:
    from facewise.ui.pages.scoping_radios import Label

    window.go(BUSINESS)
    words = next(
        label
        for label in window.findChildren(Label)
        if label.said() == session.question("S3").choices[2].text.zh
    )
    QTest.mouseClick(words, Qt.MouseButton.LeftButton)
    assert session.answers.get(session.question("S3").id, "till").value == "hq"


def test_uses_are_added_and_taken_away(window: Window, session: Session) -> None:
    window.go(BUSINESS)
    page = window.shell.page
    assert page is not None
    tiles = page._uses._tiles  # type: ignore[attr-defined]
    tiles["staff"].click()
    assert [use.kind for use in session.answers.uses] == ["payment", "staff"]
    tiles["staff"].click()
    assert [use.kind for use in session.answers.uses] == ["payment"]


def test_a_text_that_cannot_be_printed_is_complained_of_at_its_field(
    window: Window, session: Session
) -> None:
    window.go(BUSINESS)
    page = window.shell.page
    assert page is not None
    field = page._form._fields["credit_code"]  # type: ignore[attr-defined]
    field.field.setText("123")
    field.field.setModified(True)
    field.field.settle()
    assert session.answers.business.credit_code == ""
    assert field._problem.said()


class Flashes(QObject):
    """Notes every window that is shown beside the one."""

    def __init__(self, window: Window) -> None:
        super().__init__()
        self._window = window
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, Qt calls it
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def test_no_part_flashes_up_as_a_window_of_its_own(
    program: Facewise, session: Session, answer: Answer, qapp: QApplication
) -> None:
    flashes = Flashes(program.window)
    qapp.installEventFilter(flashes)
    program.window.open(session)
    answer(**SCOPING, D1="partly", G1="no")
    section = Place("section", "alternatives", use="till")
    for place in (at(session, "D1"), section, INTERIM, BUSINESS, DOCUMENTS):
        program.window.go(place)
        QApplication.processEvents()
    session.record(session.question("D1").id, "till", value="yes", note="x", private_note="y")
    qapp.removeEventFilter(flashes)
    assert flashes.seen == []


def test_all_fields_of_text_leave_by_tab(window: Window) -> None:
    assert all(field.tabChangesFocus() for field in window.findChildren(QPlainTextEdit))


def test_the_ring_outlives_the_page_it_was_on(window: Window, session: Session) -> None:
    ring(window).by_keyboard = True
    question_page(window).first_focus().setFocus(Qt.FocusReason.TabFocusReason)  # type: ignore[union-attr]
    window.go(START)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window.start._packs["gate"].setFocus(Qt.FocusReason.TabFocusReason)
    assert ring(window)._frame.widget() is window.start._packs["gate"]
