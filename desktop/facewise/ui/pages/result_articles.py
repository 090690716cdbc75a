"""How each article is kept: a bar of findings, and the same figures as a table."""

from collections.abc import Sequence
from typing import TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from facewise.i18n import _, current
from facewise.ui.fonts import sized
from facewise.ui.outcome import ArticleLine
from facewise.ui.theme import tokens_in
from facewise.ui.tokens import Tokens

Index: TypeAlias = QModelIndex | QPersistentModelIndex
ARTICLE, BAR, FIRST_COUNT = 0, 1, 2
ROW, HEAD = 34, 36
COUNTS = {"zh": (52, 52, 60, 60), "en": (52, 60, 76, 56)}
BAR_WIDTH = {"zh": 112, "en": 96}
EDGE = 20
DISPLAY = Qt.ItemDataRole.DisplayRole
SPOKEN = (DISPLAY, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | _MIDDLE


class ArticleModel(QAbstractTableModel):
    """One row for each article."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[ArticleLine, ...] = ()

    def show_lines(self, lines: Sequence[ArticleLine]) -> None:
        """Take other rows."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def line(self, row: int) -> ArticleLine:
        """Return the article of a row."""
        return self._lines[row]

    def most(self) -> int:
        """Return the largest number of findings of an article."""
        return max((sum(line.counts) for line in self._lines), default=1)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of articles."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns: article, bar, four counts."""
        return 0 if parent is not None and parent.isValid() else FIRST_COUNT + 4

    def headerData(self, section: int, side: Qt.Orientation, role: int = DISPLAY) -> object:
        """Return the head of a column."""
        if side == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_RIGHT if section >= FIRST_COUNT else Qt.AlignmentFlag.AlignLeft | _MIDDLE)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (_("Article"), _("Findings"), _("Met"), _("Partly"), _("Not done"), _("Open"))[section]

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """Return the words of a cell; those of the bar are the four figures."""
        line, column = self._lines[index.row()], index.column()
        if role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return None
        if column == ARTICLE:
            return (
                _("{number} {title}").format(number=line.number, title=line.title)
                if line.number
                else line.title
            )
        if column == BAR:
            done, partly, gap, unknown = line.counts
            sentence = _("{done} done, {partly} partly, {gap} not done, {unknown} open")
            return sentence.format(done=done, partly=partly, gap=gap, unknown=unknown)
        return str(line.counts[column - FIRST_COUNT])


class ArticleDelegate(QStyledItemDelegate):
    """Draws an article's name, its bar and its figures."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        box: QRect = option.rect
        tokens = tokens_in(option.palette)
        model = index.model()
        assert isinstance(model, ArticleModel)  # noqa: S101, the delegate is used with this model alone
        line = model.line(index.row())
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(box, QColor(tokens.tint if chosen else tokens.card))
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if index.column() == ARTICLE:
            _draw_name(painter, box, line, tokens)
        elif index.column() == BAR:
            _draw_bar(painter, box, line, model.most(), tokens)
        else:
            _draw_count(painter, box, line.counts[index.column() - FIRST_COUNT], tokens)
        painter.restore()


def _draw_name(painter: QPainter, box: QRect, line: ArticleLine, tokens: Tokens) -> None:
    room = box.adjusted(EDGE, 0, -8, 0)
    painter.setFont(sized(14))
    painter.setPen(QColor(tokens.text2))
    painter.drawText(room, _MIDDLE, line.number)
    if line.number:
        room.adjust(painter.fontMetrics().horizontalAdvance(f"{line.number} "), 0, 0, 0)
    painter.setPen(QColor(tokens.accent))
    title = painter.fontMetrics().elidedText(line.title, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, _MIDDLE, title)


def _draw_bar(painter: QPainter, box: QRect, line: ArticleLine, most: int, tokens: Tokens) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    unit = (box.width() - 16) / max(most, 1)
    left, top = box.left() + 8.5, box.center().y() - 5.5
    fills = (tokens.met, tokens.partly, tokens.gap, tokens.card)
    edges = (tokens.met, tokens.partly_text, tokens.gap, tokens.unknown)
    for count, fill, edge in zip(line.counts, fills, edges, strict=True):
        if count:
            dashed = Qt.PenStyle.DashLine if fill == tokens.card else Qt.PenStyle.SolidLine
            painter.setPen(QPen(QColor(edge), 1, dashed))
            painter.setBrush(QColor(fill))
            painter.drawRect(QRectF(left, top, unit * count - 2, 11))
            left += unit * count


def _draw_count(painter: QPainter, box: QRect, count: int, tokens: Tokens) -> None:
    painter.setFont(sized(14, QFont.Weight.Medium if count else QFont.Weight.Normal))
    painter.setPen(QColor(tokens.ink if count else tokens.text3))
    painter.drawText(box.adjusted(0, 0, -8, 0), _RIGHT, str(count) if count else "-")


class ArticleTable(QTableView):
    """The table of articles, as high as its rows; `chosen` carries the worst finding of an article."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._articles = ArticleModel()
        self.setModel(self._articles)
        self.setItemDelegate(ArticleDelegate(self))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(ARTICLE, QHeaderView.ResizeMode.Stretch)
        head.setHighlightSections(False)
        head.setFixedHeight(HEAD)
        self.clicked.connect(self._choose)

    def show_lines(self, lines: Sequence[ArticleLine]) -> None:
        """Show articles."""
        self._articles.show_lines(lines)
        for column, width in enumerate((BAR_WIDTH[current()], *COUNTS[current()]), BAR):
            self.setColumnWidth(column, width)
        self.setFixedHeight(HEAD + ROW * len(lines) + 2)
        self.setAccessibleName(_("Article by article"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the worst finding at Enter or the space bar."""
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
            and self.currentIndex().isValid()
        ):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self._articles.line(index.row()).worst)
