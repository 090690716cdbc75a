"""The evidence of an answer: pictures and papers side by side, the last cell adds one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from facewise.ui.icons import paint, renderer
from facewise.ui.theme import tokens_in

Index: TypeAlias = QModelIndex | QPersistentModelIndex
CELL = QSize(80, 56)
PICTURE = (72, 56)


@dataclass(frozen=True, slots=True)
class Piece:
    """One item: its id, its name, and its picture where it is one."""

    id: str
    name: str
    picture: QPixmap | None = None


class EvidenceModel(QAbstractListModel):
    """The items, and behind them the cell that adds one."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: tuple[Piece, ...] = ()
        self._add = ""

    def show_pieces(self, pieces: Sequence[Piece], add: str) -> None:
        """Take new items; `add` are the words of the last cell, which is left out where they are empty."""
        self.beginResetModel()
        self._pieces, self._add = tuple(pieces), add
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of cells."""
        return 0 if parent is not None and parent.isValid() else len(self._pieces) + bool(self._add)

    def piece(self, index: Index) -> Piece | None:
        """Return the item at an index; None for the cell that adds."""
        return self._pieces[index.row()] if index.row() < len(self._pieces) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell."""
        piece = self.piece(index)
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return piece.name if piece else self._add
        return None


class EvidenceDelegate(QStyledItemDelegate):
    """Draws an item as its picture or as a sheet with its name, and the last cell as a dashed box."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the size of a cell."""
        return CELL

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell."""
        box: QRect = option.rect
        tokens = tokens_in(option.palette)
        model = index.model()
        piece = model.piece(index) if isinstance(model, EvidenceModel) else None
        inside = QRectF(box.left() + 0.5, box.top() + 0.5, PICTURE[0] - 1, PICTURE[1] - 1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dashed = Qt.PenStyle.DashLine if piece is None else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(tokens.edge if piece is None else tokens.line), 1, dashed))
        painter.setBrush(QColor(tokens.card))
        painter.drawRoundedRect(inside, 4, 4)
        middle = QRectF(inside.center().x() - 10, inside.center().y() - 10, 20, 20)
        if piece is None:
            paint(painter, middle, renderer("icons", "plus", tokens, "accent"))
        elif piece.picture is None:
            paint(painter, middle, renderer("icons", "file-text", tokens, "text2"))
        else:
            painter.drawPixmap(inside.toRect().adjusted(1, 1, -1, -1), piece.picture)
        painter.restore()


class EvidenceStrip(QListView):
    """Items in a row; `added` when the last cell is chosen, `opened` and `removed` carry an item's id."""

    added = Signal()
    opened = Signal(str)
    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("evidence")
        self._pieces = EvidenceModel()
        self.setModel(self._pieces)
        self.setItemDelegate(EvidenceDelegate(self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setFixedHeight(PICTURE[1] + 4)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._open)

    def show_pieces(self, pieces: Sequence[Piece], add: str, name: str) -> None:
        """Show items; `add` are the words of the last cell, `name` what a screen reader calls the strip."""
        self._pieces.show_pieces(pieces, add)
        self.setAccessibleName(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open at Enter or the space bar, take away at Delete."""
        index = self.currentIndex()
        piece = self._pieces.piece(index) if index.isValid() else None
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and index.isValid():
            self._open(index)
        elif event.key() == Qt.Key.Key_Delete and piece is not None:
            self.removed.emit(piece.id)
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        piece = self._pieces.piece(index)
        if piece is None:
            self.added.emit()
        else:
            self.opened.emit(piece.id)
