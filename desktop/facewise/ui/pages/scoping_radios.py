"""The choices of a scoping question, side by side where they are short."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QRadioButton, QWidget

from facewise.assessment.answers import Value
from facewise.content.pack import Question
from facewise.i18n import current
from facewise.ui.widgets.words import Words

LINE = 34
"""So many hanzi fit side by side."""


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
