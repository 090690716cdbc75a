"""The table of answers, with headers; groups fold, Enter or the link goes to the question."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from facewise.ui.flow import Key
from facewise.ui.pages.check_drawing import ROW, AnswersDelegate
from facewise.ui.pages.check_model import (
    ANSWER,
    CHANGE,
    EVIDENCE,
    FLAGS,
    LAW,
    QUESTION,
    AnswersModel,
    Group,
    Line,
)
from facewise.ui.pages.check_rows import Entry

GROUP = 40
WIDTHS = {
    "zh": {ANSWER: 112, LAW: 150, EVIDENCE: 64, FLAGS: 104, CHANGE: 84},
    "en": {ANSWER: 124, LAW: 180, EVIDENCE: 76, FLAGS: 76, CHANGE: 92},
}
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class AnswersTable(QTableView):
    """The table; `changing` carries the key of the question to go to, `folded` the group that was clicked."""

    changing = Signal(object)
    folded = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._answers = AnswersModel()
        self.setModel(self._answers)
        self.setItemDelegate(AnswersDelegate(self))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(QUESTION, QHeaderView.ResizeMode.Stretch)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | _MIDDLE)
        head.setHighlightSections(False)
        head.setFixedHeight(36)

    def show_lines(self, lines: Sequence[Line], language: str) -> None:
        """Show lines; the chosen question stays chosen, and the view where it was."""
        chosen, top = self.chosen(), self.verticalScrollBar().value()
        self.clearSpans()
        self._answers.show_lines(lines)
        for column, width in WIDTHS[language].items():
            self.setColumnWidth(column, width)
        for row, line in enumerate(lines):
            if isinstance(line, Group):
                self.setSpan(row, 0, 1, CHANGE + 1)
                self.setRowHeight(row, GROUP)
            elif line.key == chosen:
                self.selectRow(row)
        self.verticalScrollBar().setValue(top)

    def chosen(self) -> Key | None:
        """Return the key of the chosen question."""
        index = self.currentIndex()
        line = self._answers.line(index.row()) if index.isValid() else None
        return line.key if isinstance(line, Entry) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the question, or fold the group, at Enter or the space bar."""
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
            and self.currentIndex().isValid()
        ):
            self._act(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the question at a click on the link, fold at a click on a heading."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and (
            index.column() == CHANGE or isinstance(self._answers.line(index.row()), Group)
        ):
            self._act(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to the question that is clicked twice."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and isinstance(self._answers.line(index.row()), Entry):
            self._act(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what can be clicked."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        link = index.isValid() and (
            index.column() == CHANGE or isinstance(self._answers.line(index.row()), Group)
        )
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.ArrowCursor)

    def _act(self, index: QModelIndex) -> None:
        line = self._answers.line(index.row())
        if isinstance(line, Group):
            self.folded.emit(line.id)
        else:
            self.changing.emit(line.key)
