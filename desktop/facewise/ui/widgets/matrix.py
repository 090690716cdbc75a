"""A section as a matrix: one row a question, one radio button an answer; the current row has its notes."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from facewise.ui.drawings import Family
from facewise.ui.icons import Picture
from facewise.ui.style import draw_radio
from facewise.ui.theme import tokens_of
from facewise.ui.widgets.fields import NoteField
from facewise.ui.widgets.words import Words, repolish

VALUES = ("yes", "partly", "no", "unknown", "na")
WIDTHS = {"code": 40, "mark": 92, "evidence": 36, "flags": 16}
CELL, LEAST = 48, 52
SCROLL_BAR = 12


@dataclass(frozen=True, slots=True)
class Line:
    """One question as the matrix shows it; `values` are the answers it offers, none if it is not asked."""

    key: str
    code: str
    text: str
    mark: tuple[Family, str]
    word: str
    red: bool
    values: tuple[str, ...]
    names: tuple[str, ...]
    """What a screen reader says for each value: "D2, partly"."""
    value: str | None
    evidence: int
    flagged: bool
    note: str
    private_note: str


class MatrixRadio(QRadioButton):
    """A radio button whose whole cell is the target; up and down go to the other rows."""

    moved = Signal(int)
    focused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(CELL, LEAST)

    def hitButton(self, position: QPoint) -> bool:
        """Return whether a click hits: anywhere in the cell."""
        return self.rect().contains(position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to another row at up and down."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that this row is the one."""
        super().focusInEvent(event)
        self.focused.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the button in the middle of its cell."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QPainter(self)
        box = QRectF(self.width() / 2 - 9, self.height() / 2 - 9, 18, 18)
        draw_radio(painter, box, tokens_of(self), option.state)
        painter.end()


class MatrixRow(QFrame):
    """One question; `answered` carries its key and the value."""

    answered = Signal(str, str)
    entered = Signal(str)
    moved = Signal(int)
    noted = Signal(str, str, bool)

    def __init__(self, line: Line, columns: Sequence[str] = VALUES) -> None:
        super().__init__()
        self.key, self._quiet, self._columns = line.key, False, tuple(columns)
        self.setProperty("matrix", True)
        self._group = QButtonGroup(self)
        self._radios: dict[str, MatrixRadio] = {}
        self._mark, self._word = Picture("", 16), Words("second", wrap=True)
        self._text, self._evidence, self._flag = Words("help", wrap=True), Words("second"), Picture("", 16)
        self.note, self.private = NoteField(height=40), NoteField(private=True, height=40)
        self._notes = QWidget()
        self._lay_out(line)
        self.note.settled.connect(lambda text: self.noted.emit(self.key, text, False))
        self.private.settled.connect(lambda text: self.noted.emit(self.key, text, True))
        self.show_line(line)
        self.choose(on=False)

    def show_line(self, line: Line) -> None:
        """Show a question as it stands; it has the same values as before."""
        self._text.say(line.text)
        self._word.say(line.word)
        self._word.become("red" if line.red else "second")
        self._mark.show_picture(line.mark[1], line.mark[0])
        self._mark.setVisible(bool(line.mark[1]))
        self._evidence.say(str(line.evidence) if line.evidence else "")
        pens = line.note or line.private_note
        self._flag.show_picture("message-circle-question-mark" if line.flagged else "pencil" if pens else "")
        self.note.field.show_text(line.note)
        self.private.field.show_text(line.private_note)
        self._quiet = True
        self._group.setExclusive(False)
        for value, radio in self._radios.items():
            radio.setChecked(value == line.value)
        self._group.setExclusive(True)
        self._quiet = False
        for value, name in zip(line.values, line.names, strict=True):
            self._radios[value].setAccessibleName(name)
            self._radios[value].setAccessibleDescription(line.text)

    def offers(self) -> tuple[str, ...]:
        """Return the answers that the row offers."""
        return tuple(self._radios)

    def choose(self, *, on: bool) -> None:
        """Be the row one is in, or not: it is tinted and shows its notes."""
        self.setProperty("current", on)
        self._notes.setVisible(on)
        repolish(self)

    def choose_number(self, number: int) -> None:
        """Choose the answer in this column, if it is offered."""
        value = self._columns[number - 1] if number <= len(self._columns) else ""
        if value in self._radios:
            self._radios[value].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._radios[value].setChecked(True)

    def take_focus(self) -> None:
        """Take the focus on the chosen answer, else on the first."""
        chosen = [radio for radio in self._radios.values() if radio.isChecked()]
        for radio in (chosen or list(self._radios.values()))[:1]:
            radio.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def settle(self) -> None:
        """Tell what is typed."""
        self.note.field.settle()
        self.private.field.settle()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Become the row one is in."""
        super().mousePressEvent(event)
        self.entered.emit(self.key)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a bar at the left of the row one is in."""
        super().paintEvent(event)
        if self.property("current"):
            painter = QPainter(self)
            painter.fillRect(0, 0, 3, self.height(), QColor(tokens_of(self).accent))
            painter.end()

    def _lay_out(self, line: Line) -> None:
        notes = QHBoxLayout(self._notes)
        notes.setContentsMargins(WIDTHS["code"], 0, 0, 8)
        notes.setSpacing(12)
        notes.addWidget(self.note)
        notes.addWidget(self.private)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 0, 16, 0)
        box.setSpacing(0)
        box.addLayout(self._columns_of(line))
        box.addWidget(self._notes)

    def _columns_of(self, line: Line) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setColumnStretch(1, 1)
        code = Words("second", line.code)
        code.setFixedWidth(WIDTHS["code"])
        self._text.setContentsMargins(0, 6, 0, 6)
        self._evidence.setFixedWidth(WIDTHS["evidence"] - 16)
        clip = Picture("paperclip" if line.evidence else "", 16, colour="text2")
        cells = [self._cell(line, value) for value in self._columns]
        for n, part in enumerate((code, self._text, self._class(), *cells, clip, self._evidence, self._flag)):
            grid.addWidget(part, 0, n)
        return grid

    def _class(self) -> QWidget:
        holder = QWidget()
        holder.setFixedWidth(WIDTHS["mark"])
        row = QHBoxLayout(holder)
        row.setContentsMargins(8, 0, 4, 0)
        row.setSpacing(4)
        row.addWidget(self._mark)
        row.addWidget(self._word, 1)
        return holder

    def _cell(self, line: Line, value: str) -> QWidget:
        if value not in line.values:
            empty = QWidget()
            empty.setFixedSize(CELL, LEAST)
            return empty
        radio = self._radios[value] = MatrixRadio()
        self._group.addButton(radio)
        radio.toggled.connect(
            lambda on: self.answered.emit(self.key, value) if on and not self._quiet else None
        )
        radio.focused.connect(lambda: self.entered.emit(self.key))
        radio.moved.connect(self.moved)
        return radio


class MatrixHead(QFrame):
    """The words above the columns."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("matrix-head", True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(24 + WIDTHS["code"], 8, SCROLL_BAR, 8)
        self._row.setSpacing(0)

    def say(self, question: str, rank: str, values: Sequence[str], evidence: str) -> None:
        """Set the words: question, class, each value, evidence."""
        while (item := self._row.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._row.addWidget(Words("hint", question), 1)
        self._add(rank, WIDTHS["mark"], Qt.AlignmentFlag.AlignLeft).setContentsMargins(8, 0, 0, 0)
        for value in values:
            self._add(value, CELL, Qt.AlignmentFlag.AlignHCenter)
        self._add(evidence, WIDTHS["evidence"] + WIDTHS["flags"] + 16, Qt.AlignmentFlag.AlignLeft)

    def _add(self, text: str, width: int, align: Qt.AlignmentFlag) -> Words:
        words = Words("hint", text)
        words.setFixedWidth(width)
        words.setWordWrap(True)
        words.setAlignment(align | Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(words)
        return words
