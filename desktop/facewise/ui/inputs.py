"""One input for each kind of question; it shows a value and tells the one that a person gives."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from facewise.assessment.answers import Value
from facewise.content.pack import Question
from facewise.i18n import Language, _
from facewise.ui.say import answer_word
from facewise.ui.widgets.answers import AnswerRows, Option
from facewise.ui.widgets.fields import Labelled, TypedLine, TypedText


class Input(QFrame):
    """What every input has in common: `answered` carries the value, None where it was taken away."""

    answered = Signal(object)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(8)

    def show_question(self, question: Question, language: Language) -> None:
        """Show what can be answered."""

    def show_value(self, value: Value | None) -> None:
        """Show what is answered."""

    def settle(self) -> None:
        """Tell what is typed but not yet told."""

    def first(self) -> QWidget | None:
        """Return what takes the focus."""
        return None


class RowsInput(Input):
    """Answers as rows: the scale, or a choice."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = AnswerRows()
        self.box.addWidget(self.rows)
        self.rows.chosen.connect(lambda value: self.answered.emit(value))  # noqa: PLW0108, signals of different kinds
        self.rows.entered.connect(self.entered)

    def show_question(self, question: Question, language: Language) -> None:
        """Show the rows of a question."""
        self.rows.show_options(options(question, language), language, question.text[language])

    def show_value(self, value: Value | None) -> None:
        """Show the chosen row."""
        self.rows.choose(None if value is None else str(value))

    def first(self) -> QWidget | None:
        """Return the chosen row, else the first."""
        return self.rows.first()


class ChoicesInput(Input):
    """Several choices, each a check box."""

    def __init__(self) -> None:
        super().__init__()
        self._boxes: dict[str, QCheckBox] = {}

    def show_question(self, question: Question, language: Language) -> None:
        """Show a check box for each choice."""
        for old in self._boxes.values():
            self.box.removeWidget(old)
            old.deleteLater()
        self._boxes = {choice.id: QCheckBox(choice.text[language]) for choice in question.choices}
        self.setAccessibleName(question.text[language])
        for box in self._boxes.values():
            self.box.addWidget(box)
            box.toggled.connect(self._tell)

    def show_value(self, value: Value | None) -> None:
        """Show which are chosen."""
        chosen = value if isinstance(value, tuple) else ()
        for key, box in self._boxes.items():
            box.blockSignals(True)
            box.setChecked(key in chosen)
            box.blockSignals(False)

    def first(self) -> QWidget | None:
        """Return the first check box."""
        return next(iter(self._boxes.values()), None)

    def _tell(self) -> None:
        self.answered.emit(tuple(key for key, box in self._boxes.items() if box.isChecked()) or None)


class NumberInput(Input):
    """A whole number, with "don't know" beside it where that is an answer."""

    def __init__(self) -> None:
        super().__init__()
        self._field, self._unknown = Labelled(TypedLine()), QCheckBox()
        self._question: Question | None = None
        self.box.addWidget(self._field)
        self.box.addWidget(self._unknown)
        self._field.field.setMaximumWidth(240)
        self._field.field.settled.connect(self._tell)
        self._unknown.toggled.connect(lambda on: self.answered.emit("unknown" if on else None))

    def show_question(self, question: Question, language: Language) -> None:
        """Show the field of a question."""
        self._question = question
        self._field.say(_("Number"))
        self._field.field.setAccessibleName(question.text[language])
        self._unknown.setText(answer_word("unknown"))
        self._unknown.setVisible("unknown" in question.values())

    def show_value(self, value: Value | None) -> None:
        """Show a number, or that it is not known."""
        self._unknown.blockSignals(True)
        self._unknown.setChecked(value == "unknown")
        self._unknown.blockSignals(False)
        self._field.field.setEnabled(value != "unknown")
        self._field.field.show_text(str(value) if isinstance(value, int) else "")

    def settle(self) -> None:
        """Tell the number that is typed."""
        self._field.field.settle()

    def first(self) -> QWidget | None:
        """Return the field."""
        return self._field.field

    def _tell(self, typed: str) -> None:
        text = "".join(letter for letter in typed if letter not in " ,，")
        wrong = bool(text) and not (text.isdecimal() and self._is_in_range(int(text)))
        self._field.complain(_("Write a whole number, such as 1200.") if wrong else "")
        if not wrong:
            self.answered.emit(int(text) if text else None)

    def _is_in_range(self, number: int) -> bool:
        question = self._question
        low = question.minimum if question and question.minimum is not None else 0
        high = question.maximum if question and question.maximum is not None else 10**10
        return low <= number <= high


class DateInput(Input):
    """A day, typed as year, month and day."""

    def __init__(self) -> None:
        super().__init__()
        self.field = DateField()
        self.box.addWidget(self.field)
        self.field.given.connect(lambda day: self.answered.emit(day.isoformat() if day else None))

    def show_question(self, question: Question, language: Language) -> None:
        """Show the field of a question."""
        self.field.say(_("Date"), question.text[language])

    def show_value(self, value: Value | None) -> None:
        """Show a day."""
        self.field.show_day(date.fromisoformat(str(value)) if value else None)

    def settle(self) -> None:
        """Tell the day that is typed."""
        self.field.field.settle()

    def first(self) -> QWidget | None:
        """Return the field."""
        return self.field.field


class TextInput(Input):
    """Words of one's own."""

    def __init__(self) -> None:
        super().__init__()
        self._field = TypedText(120)
        self.box.addWidget(self._field)
        self._field.settled.connect(lambda text: self.answered.emit(text or None))

    def show_question(self, question: Question, language: Language) -> None:
        """Show the field of a question."""
        self._field.setAccessibleName(question.text[language])

    def show_value(self, value: Value | None) -> None:
        """Show the words."""
        self._field.show_text(str(value or ""))

    def settle(self) -> None:
        """Tell the words that are typed."""
        self._field.settle()

    def first(self) -> QWidget | None:
        """Return the field."""
        return self._field


class DateField(Labelled[TypedLine]):
    """A day that may be left blank; `given` carries it, None where it is blank."""

    given = Signal(object)

    def __init__(self) -> None:
        super().__init__(TypedLine())
        self.field.setMaximumWidth(200)
        self.field.settled.connect(self._tell)

    def say(self, label: str, hint: str = "") -> None:
        """Set label and hint, and show how a day is written."""
        super().say(label, hint)
        self.field.setPlaceholderText(_("2026-05-31"))

    def show_day(self, day: date | None) -> None:
        """Show a day."""
        self.field.show_text(day.isoformat() if day else "")

    def _tell(self, typed: str) -> None:
        day = read_day(typed)
        self.complain(_("Write the day as 2026-05-31.") if typed and day is None else "")
        if day is not None or not typed:
            self.given.emit(day)


def read_day(typed: str) -> date | None:
    """Return the day that was typed, also as 2026/5/31, 2026.5.31 or 2026年5月31日; None if it is none."""
    parts = "".join(letter if letter.isdecimal() else " " for letter in typed).split()
    try:
        year, month, day = map(int, parts)
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def options(question: Question, language: Language) -> tuple[Option, ...]:
    """Return the answers that may be chosen, with what each means here."""
    if question.choices:
        notes = {choice.id: choice.note[language] if choice.note else "" for choice in question.choices}
        words = {choice.id: choice.text[language] for choice in question.choices}
        return tuple(
            Option(value, words.get(value) or answer_word(value), notes.get(value, ""))
            for value in question.values()
        )
    return tuple(
        Option(value, answer_word(value), _meaning(question, value, language)) for value in question.values()
    )


def _meaning(question: Question, value: str, language: Language) -> str:
    if value == "unknown":
        return _("Leave it for now, it counts as not finished; you can ask the vendor")
    if value == "na":
        return _("Say why")
    return question.answers[value][language]


KINDS: dict[str, type[Input]] = {
    "scale": RowsInput,
    "choice": RowsInput,
    "choices": ChoicesInput,
    "number": NumberInput,
    "date": DateInput,
    "text": TextInput,
}
