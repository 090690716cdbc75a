"""The scoping questions of one use, or of the site, on one card; short, so that all are seen at once."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facewise.assessment.answers import Answer, Use, Value
from facewise.assessment.replay import Asked
from facewise.content.pack import Question
from facewise.errors import FacewiseError
from facewise.i18n import _, current, tell
from facewise.ui.inputs import DateField, NumberInput
from facewise.ui.pages.question_parts import Hint
from facewise.ui.pages.remarks import remark
from facewise.ui.pages.scoping_radios import Radios
from facewise.ui.pages.ways import WaysField
from facewise.ui.places import SCOPING
from facewise.ui.say import use_name
from facewise.ui.session import Session
from facewise.ui.widgets.fields import Drop, Labelled, TypedLine
from facewise.ui.widgets.words import Words

MOST_RADIOS = 8
FILING = 100_000
"""The number of persons from which a filing is due: the day it was reached matters from then on."""
KIND, BASIS = "S4", "S7"


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
        self._date.setVisible(self._question.date is not None and _asks_for_the_day(value))
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
        self._ways = WaysField(session, columns=6) if use is not None else None
        if self._ways is not None:
            box.addWidget(self._ways)
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
        if self._ways is not None:
            self._ways.show_use(self._use)
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
        if self._ways is not None:
            self._ways.retranslate()
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


def _asks_for_the_day(value: Value | None) -> bool:
    """Whether the day that belongs to an answer matters: of a number only when a filing is due."""
    return value >= FILING if isinstance(value, int) else value not in (None, "unknown")


def scoping_parts(session: Session) -> tuple[list[Question], list[Question], list[Question]]:
    """Return the questions before the uses (are faces recognised at all), of each use, of the site."""
    questions = session.pack.section(SCOPING).questions
    uses = [question for question in questions if question.scope == "use"]
    first = questions.index(uses[0]) if uses else len(questions)
    site = [question for question in questions if question.scope == "site"]
    gates = [question for question in site if questions.index(question) < first]
    rest = [question for question in site if question not in gates]
    return gates, [question for question in uses if question.code != KIND], rest
