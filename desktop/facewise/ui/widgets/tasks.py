"""The task list beside every page, and the same as a narrow rail: sections with their state, a click away."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facewise.ui.fonts import sized
from facewise.ui.icons import paint, renderer
from facewise.ui.theme import tokens_in
from facewise.ui.tokens import Tokens

Index: TypeAlias = QModelIndex | QPersistentModelIndex

WIDE, NARROW = 256, 56
ROW, CELL, LOW_CELL = 36, 32, 28
HEADING, RULE, LOW_RULE = 34, 17, 13


@dataclass(frozen=True, slots=True)
class Task:
    """One row: a section with its state as shape and word, or (no key) a heading over the rows that follow.

    `name` is the whole row as it is read aloud: "Alternatives, started, 2 questions left".
    """

    key: str
    title: str
    shape: str = "empty"
    word: str = ""
    name: str = ""

    @property
    def is_heading(self) -> bool:
        """Return whether this is a heading."""
        return not self.key


ROLE = int(Qt.ItemDataRole.UserRole)


class TaskModel(QAbstractListModel):
    """The rows of the task list."""

    def __init__(self) -> None:
        super().__init__()
        self._tasks: tuple[Task, ...] = ()

    def show_tasks(self, tasks: Sequence[Task]) -> None:
        """Take new rows; where only their states changed, the rows stay and are repainted."""
        new = tuple(tasks)
        same = [task.key for task in new] == [task.key for task in self._tasks]
        if same:
            self._tasks = new
            self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
        else:
            self.beginResetModel()
            self._tasks = new
            self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._tasks)

    def task(self, index: Index) -> Task:
        """Return the row at an index."""
        return self._tasks[index.row()]

    def row(self, key: str) -> QModelIndex:
        """Return the index of a row, an invalid one where there is none."""
        rows = [n for n, task in enumerate(self._tasks) if task.key == key]
        return self.index(rows[0]) if rows else QModelIndex()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a row, and how it is read aloud."""
        task = self.task(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return task.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return task.name or task.title
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that headings cannot be chosen."""
        if self.task(index).is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class WideDelegate(QStyledItemDelegate):
    """Draws a row with shape, title and state in words."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row or heading."""
        return QSize(WIDE - 16, HEADING if _task(index).is_heading else ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        task, box, tokens = _task(index), _rect(option), tokens_in(_palette(option))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if task.is_heading:
            painter.setFont(sized(13))
            painter.setPen(QColor(tokens.text2))
            painter.drawText(box.adjusted(20, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, task.title)
        else:
            chosen = _draw_ground(painter, option, box.adjusted(8, 0, -8, 0), tokens)
            drawing = renderer("shapes", task.shape, tokens, "ink")
            paint(painter, QRectF(box.left() + 20, box.top() + (ROW - 16) / 2, 16, 16), drawing)
            _draw_words(painter, task, box, tokens, chosen=chosen)
        painter.restore()


class NarrowDelegate(QStyledItemDelegate):
    """Draws a row as its shape alone; its words are the tooltip."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a cell, or of the rule that stands for a heading."""
        low = self._is_low(index.model())
        if _task(index).is_heading:
            return QSize(NARROW, LOW_RULE if low else RULE)
        return QSize(NARROW, LOW_CELL if low else CELL)

    def _is_low(self, model: object) -> bool:
        """Whether there is no height for whole cells."""
        view = self.parent()
        rows = model.rowCount() if isinstance(model, TaskModel) else 0
        return isinstance(view, QListView) and view.viewport().height() < rows * CELL

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell."""
        task, box, tokens = _task(index), _rect(option), tokens_in(_palette(option))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if task.is_heading:
            painter.setPen(QPen(QColor(tokens.line), 1))
            middle = box.center().y()
            painter.drawLine(box.left() + 16, middle, box.right() - 16, middle)
        else:
            _draw_ground(painter, option, box.adjusted(8, 0, -8, 0), tokens)
            drawing = renderer("shapes", task.shape, tokens, "ink")
            paint(painter, QRectF(box.center().x() - 7.5, box.center().y() - 7.5, 16, 16), drawing)
        painter.restore()


class TaskList(QListView):
    """The task list; `chosen` carries the key of the row that a person chose."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("task-list")
        self._tasks = TaskModel()
        self._wide, self._narrow = WideDelegate(self), NarrowDelegate(self)
        self.setModel(self._tasks)
        self.setItemDelegate(self._wide)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.selectionModel().selectionChanged.connect(self._tell)

    def show_tasks(self, tasks: Sequence[Task]) -> None:
        """Show rows, and keep the current one."""
        current = self.currentIndex()
        key = self._tasks.task(current).key if current.isValid() else ""
        self._tasks.show_tasks(tasks)
        self.choose(key)

    def choose(self, key: str) -> None:
        """Show a row as the current one, without a signal."""
        model, before = self.selectionModel(), self.blockSignals(True)
        model.selectionChanged.disconnect(self._tell)
        index = self._tasks.row(key)
        model.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if index.isValid():
            self.scrollTo(index)
        model.selectionChanged.connect(self._tell)
        self.blockSignals(before)

    def fold(self, *, narrow: bool) -> None:
        """Show the list as a rail of shapes, or with its words."""
        self.setItemDelegate(self._narrow if narrow else self._wide)
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if narrow else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(bar)
        self.scheduleDelayedItemsLayout()

    def _tell(self, selected: QItemSelection, _before: QItemSelection) -> None:
        """Tell what was selected: by keys, a click, or assistive technology, which makes no row current."""
        for index in selected.indexes():
            self.chosen.emit(self._tasks.task(index).key)


def _task(index: Index) -> Task:
    model = index.model()
    assert isinstance(model, TaskModel)  # noqa: S101, the delegates are used with this model alone
    return model.task(index)


def _rect(option: QStyleOptionViewItem) -> QRect:
    return option.rect


def _palette(option: QStyleOptionViewItem) -> QPalette:
    return option.palette


def _draw_ground(painter: QPainter, option: QStyleOptionViewItem, box: QRect, tokens: Tokens) -> bool:
    """Draw what lies under a row: tint and bar for the current one, a shade under the mouse."""
    state = option.state
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    painter.setPen(Qt.PenStyle.NoPen)
    if chosen or state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(QColor(tokens.tint if chosen else tokens.band_unknown))
        painter.drawRoundedRect(box, 6, 6)
    if chosen:
        painter.setBrush(QColor(tokens.accent))
        painter.drawRoundedRect(QRectF(box.left(), box.center().y() - 9.5, 3, 20), 1.5, 1.5)
    return chosen


def _draw_words(painter: QPainter, task: Task, box: QRect, tokens: Tokens, *, chosen: bool) -> None:
    """Draw the state's word at the right, and as much of the title as fits before it.

    Where both do not fit, "not started" is left to the shape alone.
    """
    loud = {"gap": tokens.gap_text, "broken": tokens.red}
    font, small = sized(14, QFont.Weight.Medium if chosen else QFont.Weight.Normal), sized(12)
    words = box.adjusted(44, 0, -20, 0)
    room = words.width() - QFontMetrics(small).horizontalAdvance(task.word) - 8
    if task.shape == "empty" and QFontMetrics(font).horizontalAdvance(task.title) > room:
        room = words.width()
    else:
        painter.setFont(small)
        painter.setPen(QColor(loud.get(task.shape, tokens.text2)))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, task.word)
    painter.setFont(font)
    painter.setPen(QColor(tokens.accent if chosen else tokens.text3 if task.shape == "dash" else tokens.ink))
    title = painter.fontMetrics().elidedText(task.title, Qt.TextElideMode.ElideRight, room)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, title)
