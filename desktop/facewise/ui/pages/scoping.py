"""The scoping questions of one use, or of the site, on one card; short, so that all are seen at once."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from facewise.assessment.answers import Answer, Use, Value
from facewise.assessment.replay import Asked
from facewise.content.pack import Question
from facewise.errors import FacewiseError
from facewise.i18n import _, current, tell
from facewise.ui.inputs import DateField, NumberInput
from facewise.ui.pages.question_parts import Hint
from facewise.ui.pages.remarks import remark
from facewise.ui.places import SCOPING
from facewise.ui.say import use_name
from facewise.ui.session import Session
from facewise.ui.widgets.fields import Drop, Labelled, TypedLine
from facewise.ui.widgets.words import Words

MOST_RADIOS = 8
LINE = 34
"""So many hanzi fit side by side."""
KIND, BASIS = "S4", "S7"


class Label(Words):
    """The words of a radio button; a click on them is a click on it."""

    def __init__(self, button: QRadioButton) -> None:
        super().__init__("body", wrap=True)
        self.setContentsMargins(0, 2, 0, 0)
        self._button = button
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what the words stand for."""
        if self.rect().contains(event.position().toPoint()):
            self._button.setChecked(True)


class Radios(QWidget):
    """The choices of one question as radio buttons, side by side where they are short."""

    chosen = Signal(str)

    def __init__(self, question: Question) -> None:
        super().__init__()
        self._question, self._group, self._quiet = question, QButtonGroup(self), False
        self._buttons = {choice.id: QRadioButton() for choice in question.choices}
        self._words = {key: Label(button) for key, button in self._buttons.items()}
        self._notes = {choice.id: Words("hint", wrap=True) for choice in question.choices if choice.note}
        for key, button in self._buttons.items():
            self._group.addButton(button)
            button.toggled.connect(lambda on, key=key: self._tell(key, on=on))
        if self._is_short():
            self._lay_out_across()
        else:
            self._lay_out_down()

    def show_value(self, value: Value | None) -> None:
        """Show the chosen one."""
        self._quiet = True
        self._group.setExclusive(False)
        for key, button in self._buttons.items():
            button.setChecked(key == value)
        self._group.setExclusive(True)
        self._quiet = False

    def retranslate(self) -> None:
        """Set all words."""
        for choice in self._question.choices:
            words = choice.text[current()]
            self._words[choice.id].say(words)
            self._buttons[choice.id].setAccessibleName(words)
            self._buttons[choice.id].setAccessibleDescription(self._question.text[current()])
            if choice.note is not None:
                self._notes[choice.id].say(choice.note[current()])

    def _is_short(self) -> bool:
        return not self._notes and sum(len(choice.text.zh) + 4 for choice in self._question.choices) <= LINE

    def _lay_out_across(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for key, button in self._buttons.items():
            self._words[key].setWordWrap(False)
            row.addWidget(button)
            row.addWidget(self._words[key])
            row.addSpacing(12)
        row.addStretch(1)

    def _lay_out_down(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for n, (key, button) in enumerate(self._buttons.items()):
            button.setMinimumHeight(28)
            grid.addWidget(button, 2 * n, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._words[key], 2 * n, 1)
            if key in self._notes:
                grid.addWidget(self._notes[key], 2 * n + 1, 1)

    def _tell(self, key: str, *, on: bool) -> None:
        if on and not self._quiet:
            self.chosen.emit(key)


class ScopingQuestion(QWidget):
    """One scoping question with its answer, its date where it has one, and what is to be said about it."""

    def __init__(self, session: Session, question: Question, use: str | None) -> None:
        super().__init__()
        self._session, self._question, self._use = session, question, use
        self._words, self._hint, self._date = Words("label", wrap=True), Hint(), DateField()
        self._law = Labelled(TypedLine())
        self._radios = Radios(question) if 0 < len(question.choices) <= MOST_RADIOS else None
        self._drop = Drop() if self._radios is None and question.choices else None
        self._number = NumberInput() if question.kind == "number" else None
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 8)
        box.setSpacing(4)
        for part in (self._words, self._radios, self._drop, self._number, self._law, self._date, self._hint):
            if part is not None:
                box.addWidget(part)
        self._connect()

    def take(self, value: Value | None) -> None:
        """Record the answer that a person gave."""
        self._session.record(self._question.id, self._use, value=value)

    def show_answer(self, spot: Asked) -> None:
        """Show the answer as it stands."""
        value, answer = spot.answer.value, spot.answer
        if self._radios is not None:
            self._radios.show_value(value)
        if self._drop is not None:
            self._show_drop(answer)
        if self._number is not None:
            self._number.show_value(value)
        self._date.setVisible(self._question.date is not None and value is not None)
        self._date.show_day(answer.date)
        self._law.setVisible(self._question.code == BASIS and value == "law_named")
        self._law.field.show_text(answer.note)
        self._hint.say(remark(self._session, spot, current()))

    def settle(self) -> None:
        """Tell what is typed."""
        self._date.field.settle()
        self._law.field.settle()
        if self._number is not None:
            self._number.settle()

    def retranslate(self) -> None:
        """Set all words."""
        language = current()
        self._words.say(self._question.text[language])
        self._law.say(_("Which law, which article?"))
        self._date.say(self._question.date[language] if self._question.date else "")
        if self._radios is not None:
            self._radios.retranslate()
        if self._number is not None:
            self._number.show_question(self._question, language)
        if self._drop is not None:
            self._drop.setAccessibleName(self._question.text[language])

    def _show_drop(self, answer: Answer) -> None:
        if self._drop is not None:
            choices = [(choice.id, choice.text[current()]) for choice in self._question.choices]
            self._drop.show_choices(
                choices, None if answer.value is None else str(answer.value), _("Please choose")
            )

    def _connect(self) -> None:
        self._date.given.connect(lambda day: self._session.record(self._question.id, self._use, date=day))
        self._law.field.settled.connect(self._note)
        if self._radios is not None:
            self._radios.chosen.connect(self.take)
        if self._drop is not None:
            self._drop.picked.connect(self.take)
            self._drop.setMaximumWidth(320)
        if self._number is not None:
            self._number.answered.connect(self.take)

    def _note(self, text: str) -> None:
        try:
            self._session.record(self._question.id, self._use, note=text)
        except FacewiseError as error:
            self._law.complain(tell(error))


class ScopingCard(QFrame):
    """Scoping questions of one use, or of the site where `use` is None."""

    def __init__(self, session: Session, use: str | None, questions: Sequence[Question]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._session, self._use, self._heading = session, use, ""
        self._title, self._number, self._name = Words("card-title"), Words("second"), Labelled(TypedLine())
        self._questions = {question.id: ScopingQuestion(session, question, use) for question in questions}
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._number, 0, Qt.AlignmentFlag.AlignRight)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(8)
        box.addLayout(head)
        if use is not None:
            box.addWidget(self._name)
        for question in self._questions.values():
            box.addWidget(question)
        self._name.field.settled.connect(self._rename)

    def call(self, heading: str) -> None:
        """Set a heading of its own, instead of the use's name."""
        self._heading = heading
        self._title.say(heading)

    def show_number(self, number: int, of: int) -> None:
        """Show which of the uses this is."""
        words = _("Use {number} of {of}").format(number=number, of=of) if of > 1 else ""
        self._number.say(words)

    def show_answers(self) -> None:
        """Show what is answered, and only what is asked."""
        self._title.say(self._heading or use_name(self._session.way, self._use, current()))
        found = self._session.answers.use(self._use)
        self._name.field.show_text(found.name if found else "")
        any_shown = False
        for key, shown in self._questions.items():
            spot = self._session.walk.places.get((key, self._use))
            shown.setVisible(spot is not None and spot.asked is not False)
            any_shown = any_shown or not shown.isHidden()
            if spot is not None:
                shown.show_answer(spot)
        self.setVisible(any_shown)

    def settle(self) -> None:
        """Tell what is typed."""
        self._name.field.settle()
        for question in self._questions.values():
            question.settle()

    def retranslate(self) -> None:
        """Set all words."""
        self._name.say(_("What you call it"), _("printed in the report"))
        for question in self._questions.values():
            question.retranslate()

    def _rename(self, name: str) -> None:
        uses = self._session.answers.uses
        try:
            renamed = [
                Use.model_validate({**dict(use), "name": name}) if use.id == self._use else use
                for use in uses
            ]
        except FacewiseError as error:
            self._name.complain(tell(error))
        else:
            self._name.complain("")
            self._session.set_uses(renamed)


def scoping_parts(session: Session) -> tuple[list[Question], list[Question], list[Question]]:
    """Return the questions before the uses (are faces recognised at all), of each use, of the site."""
    questions = session.pack.section(SCOPING).questions
    uses = [question for question in questions if question.scope == "use"]
    first = questions.index(uses[0]) if uses else len(questions)
    site = [question for question in questions if question.scope == "site"]
    gates = [question for question in site if questions.index(question) < first]
    rest = [question for question in site if question not in gates]
    return gates, [question for question in uses if question.code != KIND], rest
