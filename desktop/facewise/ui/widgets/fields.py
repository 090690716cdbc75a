"""Fields with their label above, a hint beside it and what is wrong below it."""

import sys
from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from facewise.ui.icons import Picture, paint, renderer
from facewise.ui.theme import tokens_of
from facewise.ui.widgets.words import Words, repolish

Field = TypeVar("Field", bound=QWidget)
PAUSE = 800
"""Milliseconds without a key after which what was typed is kept."""


class TypedLine(QLineEdit):
    """One line of text; `settled` when the typing pauses or the field is left."""

    settled = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self.settle)
        self._told = ""
        self.textChanged.connect(self._pause.start)  # also what assistive technology writes
        self.editingFinished.connect(self.settle)

    def setText(self, text: str | None, /) -> None:
        """Show a text from its beginning, also where it is longer than the field."""
        super().setText(text)
        if not self.hasFocus():
            self.home(False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the beginning of a text that is longer than the field, once one has left it."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.home(False)

    def settle(self) -> None:
        """Tell what was typed, if anything is still untold."""
        self._pause.stop()
        text = self.text().strip()
        if text != self._told:
            self._told = text
            self.settled.emit(text)

    def show_text(self, text: str) -> None:
        """Show a stored text; what is being typed is left alone."""
        if text == self._told or self.text().strip() != self._told:
            return
        self._told = text
        before = self.blockSignals(True)
        self.setText(text)
        self.blockSignals(before)


class TypedText(QPlainTextEdit):
    """Several lines of text; `settled` when the typing pauses or the field is left. Tab leaves it."""

    settled = Signal(str)

    def __init__(self, height: int = 56) -> None:
        super().__init__()
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self.settle)
        self._told = ""
        self.setTabChangesFocus(True)
        self.setFixedHeight(height)
        self.document().setDocumentMargin(2)
        self.textChanged.connect(self._pause.start)

    def settle(self) -> None:
        """Tell what was typed, if anything is still untold."""
        self._pause.stop()
        text = self.toPlainText().strip()
        if text != self._told:
            self._told = text
            self.settled.emit(text)

    def show_text(self, text: str) -> None:
        """Show a stored text; what is being typed is left alone."""
        if text == self._told or self.toPlainText().strip() != self._told:
            return
        self._told = text
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was typed."""
        super().focusOutEvent(event)
        self.settle()


class Drop(QComboBox):
    """A drop-down list of keys and words; `picked` carries the key a person picked."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumContentsLength(4)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(lambda row: self.picked.emit(str(self.itemData(row))))

    def show_choices(self, choices: Sequence[tuple[str, str]], chosen: str | None, nothing: str = "") -> None:
        """Show keys with their words, and the chosen one; `nothing` are the words while none is."""
        self.clear()
        for key, words in choices:
            self.addItem(words, key)
        self.setPlaceholderText(nothing)
        self.setCurrentIndex(self.findData(chosen) if chosen is not None else -1)

    def setAccessibleName(self, name: str) -> None:
        """Name the field and its list; where Qt tells the chosen words as name (Linux), describe it."""
        super().setAccessibleName(name)
        self.view().setAccessibleName(name)
        if sys.platform == "linux":
            self.setAccessibleDescription(name)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: a wheel must not change an answer."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the field, its words as far as they fit, and its arrow."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        shown = option.currentText or self.placeholderText()
        option.currentText = self.fontMetrics().elidedText(
            shown, Qt.TextElideMode.ElideRight, self.width() - 44
        )
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        box = QRectF(self.width() - 26, (self.height() - 16) / 2, 16, 16)
        paint(painter, box, renderer("icons", "chevron-down", tokens_of(self), "ink"))
        painter.end()


class Labelled(QWidget, Generic[Field]):
    """A field under its label, with what is wrong under it."""

    def __init__(self, field: Field, symbol: str = "") -> None:
        super().__init__()
        self.field = field
        self._label, self._hint, self._problem = Words("label"), Words("hint"), Words("problem", wrap=True)
        self._mark = Picture("gap", 16, family="shapes")
        self._label.setBuddy(field)
        top = QHBoxLayout()
        top.setSpacing(6)
        if symbol:
            top.addWidget(Picture(symbol, 16, colour="text2"))
        top.addWidget(self._label)
        top.addWidget(self._hint, 1)
        below = QHBoxLayout()
        below.setSpacing(6)
        below.addWidget(self._mark)
        below.addWidget(self._problem, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        for part in (top, below):
            box.addLayout(part)
        box.insertWidget(1, field)
        self.complain("")

    def say(self, label: str, hint: str = "") -> None:
        """Set label and hint."""
        self._label.say(label)
        self._hint.say(hint)
        self.field.setAccessibleName(label)
        self.field.setAccessibleDescription(hint)

    def complain(self, problem: str) -> None:
        """Show what is wrong with the field, or nothing."""
        self._problem.say(problem)
        self._problem.setVisible(bool(problem))
        self._mark.setVisible(bool(problem))
        if problem:
            self.field.setAccessibleDescription(problem)
        if bool(self.field.property("wrong")) != bool(problem):
            self.field.setProperty("wrong", bool(problem))
            repolish(self.field)


def secret_line() -> QLineEdit:
    """Return a field whose letters are not shown."""
    made = QLineEdit()
    made.setEchoMode(QLineEdit.EchoMode.Password)
    return made


class NoteField(Labelled[TypedText]):
    """A note beside an answer: printed in the report, or private and never printed."""

    settled = Signal(str)

    def __init__(self, *, private: bool = False, height: int = 56) -> None:
        super().__init__(TypedText(height), "lock" if private else "")
        self.field.settled.connect(self.settled)
