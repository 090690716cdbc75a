"""The answers of one question, as rows that can be hit with a thumb; keys 1 to 9 choose, Enter goes on."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from facewise.ui.fonts import sized
from facewise.ui.widgets.words import Words, repolish

HEIGHT = 48
COLUMN = {"zh": 64, "en": 120}
"""The least width of the column of answers, by language."""
SHORT = 12
"""Answers longer than this take the whole row; the words beside them go below."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that can be given: its key, its word, and what it means here."""

    key: str
    word: str
    meaning: str = ""


class AnswerRadio(QRadioButton):
    """A radio button without words of its own; Enter on it goes on to the next question."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on at Enter, else do what a radio button does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class AnswerRow(QFrame):
    """One answer: radio button, word, meaning and its key; the whole row chooses it."""

    def __init__(self, option: Option, number: int, *, stacked: bool, column: int) -> None:
        super().__init__()
        self.option = option
        self.radio = AnswerRadio()
        self.radio.setProperty("ring", "parent")
        self.radio.setAccessibleName(option.word)
        self.radio.setAccessibleDescription(option.meaning)
        self.setMinimumHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(12)
        self._row.addWidget(self.radio, 0)
        self._add_words(option, stacked=stacked, column=column)
        self._row.addWidget(_key(number), 0)
        self.radio.toggled.connect(self._show)
        self._show(on=False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that the release comes here too."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose this answer."""
        if self.rect().contains(event.position().toPoint()):
            self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
            self.radio.setChecked(True)

    def _add_words(self, option: Option, *, stacked: bool, column: int) -> None:
        word = Words("answer", option.word, wrap=stacked)
        meaning = Words("second", option.meaning, wrap=True)
        meaning.setContentsMargins(0, 2, 0, 0)
        if not option.meaning:
            meaning.hide()
        if not stacked:
            word.setMinimumWidth(column)
            self._row.addWidget(word, 0)
            self._row.addWidget(meaning, 1)
            return
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(word)
        words.addWidget(meaning)
        self._row.addLayout(words, 1)

    def _show(self, on: bool) -> None:  # noqa: FBT001, a slot of Qt's toggled(bool)
        self.setProperty("chosen", on)
        repolish(self)
        QApplication.sendEvent(self, QEvent(QEvent.Type.StyleChange))  # the frame measures its edge anew
        edge = 0 if on else 1
        self._row.setContentsMargins(15 + edge, 7 + edge, 15 + edge, 7 + edge)


class AnswerRows(QFrame):
    """All answers of a question, one of which can be chosen; nothing is chosen at first.

    A frame, because a screen reader reads the name of a frame when the focus comes into it.
    """

    chosen = Signal(str)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[AnswerRow] = []
        self._group = QButtonGroup(self)
        self._quiet = False
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)
        for n in range(1, 10):
            QShortcut(
                QKeySequence(str(n)), self, context=Qt.ShortcutContext.WindowShortcut
            ).activated.connect(lambda n=n: self.choose_number(n))

    def show_options(self, options: Sequence[Option], language: str, name: str) -> None:
        """Show these answers; `name` is the question, for those who cannot see it above."""
        focused = next((n for n, row in enumerate(self._rows) if row.radio.hasFocus()), None)
        self._clear()
        stacked = any(len(option.word) > (SHORT if language == "zh" else 2 * SHORT) for option in options)
        column = max((_width(option.word) for option in options), default=0)
        for n, option in enumerate(options, 1):
            row = AnswerRow(option, n, stacked=stacked, column=max(column, COLUMN[language]))
            self._rows.append(row)
            self._group.addButton(row.radio)
            self._box.addWidget(row)
            row.radio.toggled.connect(lambda on, key=option.key: self._tell(key) if on else None)
            row.radio.entered.connect(self.entered)
        self.setAccessibleName(name)
        if focused is not None:
            self._rows[min(focused, len(self._rows) - 1)].radio.setFocus()

    def choose(self, key: str | None) -> None:
        """Show an answer as chosen, or none, without a signal."""
        self._quiet = True
        self._group.setExclusive(False)
        for row in self._rows:
            row.radio.setChecked(row.option.key == key)
        self._group.setExclusive(True)
        self._quiet = False

    def choose_number(self, number: int) -> None:
        """Choose the answer with this number, as a key does."""
        if self.isVisible() and number <= len(self._rows):
            radio = self._rows[number - 1].radio
            radio.setFocus(Qt.FocusReason.ShortcutFocusReason)
            radio.setChecked(True)

    def first(self) -> QWidget | None:
        """Return the radio button that takes the focus: the chosen one, else the first."""
        radios = [row.radio for row in self._rows]
        return next((radio for radio in radios if radio.isChecked()), next(iter(radios), None))

    def rows(self) -> tuple[AnswerRow, ...]:
        """Return the rows."""
        return tuple(self._rows)

    def insert_below(self, key: str, widget: QWidget) -> None:
        """Put a widget right under an answer, such as the reason it asks for."""
        place = [row.option.key for row in self._rows].index(key)
        self._box.removeWidget(widget)
        self._box.insertWidget(self._box.indexOf(self._rows[place]) + 1, widget)

    def _tell(self, key: str) -> None:
        if not self._quiet:
            self.chosen.emit(key)

    def _clear(self) -> None:
        for row in self._rows:
            self._group.removeButton(row.radio)
            self._box.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []


def _key(number: int) -> QLabel:
    made = Words("key", str(number))
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setFixedSize(22, 22)
    return made


def _width(word: str) -> int:
    return QFontMetrics(sized(16, QFont.Weight.Medium)).horizontalAdvance(word) + 2
