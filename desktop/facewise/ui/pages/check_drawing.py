"""How the table of answers is drawn, in the colours of the theme."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facewise.i18n import _
from facewise.ui.fonts import sized, underlined
from facewise.ui.icons import paint, renderer
from facewise.ui.pages.check_model import (
    ANSWER,
    CHANGE,
    EVIDENCE,
    FLAGS,
    LAW,
    QUESTION,
    AnswersModel,
    Group,
    Index,
    flag_words,
)
from facewise.ui.pages.check_rows import Entry
from facewise.ui.theme import tokens_in
from facewise.ui.tokens import Tokens

ROW = 44
EDGE, PAD = 32, 8
WORDED = 80
"""The width from which a column of flags has room for words beside the outline."""
_FLAGS = {"come_back": "flag", "ask_vendor": "message-circle-question-mark"}
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class AnswersDelegate(QStyledItemDelegate):
    """Draws headings and cells in the colours of the theme."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of a row."""
        return QSize(40, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        box: QRect = option.rect
        tokens = tokens_in(option.palette)
        model = index.model()
        assert isinstance(model, AnswersModel)  # noqa: S101, the delegate is used with this model alone
        line = model.line(index.row())
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(
            box, QColor(tokens.tint if chosen else tokens.side if isinstance(line, Group) else tokens.card)
        )
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.setFont(sized(14))
        if isinstance(line, Group):
            _draw_group(painter, box, line, tokens)
        else:
            cell = box if index.column() == QUESTION else box.adjusted(PAD, 0, 0, 0)
            _CELLS[index.column()](painter, cell, line, tokens)
        painter.restore()


def _draw_group(painter: QPainter, box: QRect, group: Group, tokens: Tokens) -> None:
    arrow = renderer("icons", "chevron-right" if group.folded else "chevron-down", tokens, "text2")
    paint(painter, QRectF(box.left() + EDGE, box.center().y() - 7.5, 16, 16), arrow)
    painter.setFont(sized(14, QFont.Weight.Medium))
    painter.setPen(QColor(tokens.ink))
    words = box.adjusted(EDGE + 22, 0, 0, 0)
    painter.drawText(words, _MIDDLE, group.title)
    width = painter.fontMetrics().horizontalAdvance(group.title)
    painter.setFont(sized(14))
    painter.setPen(QColor(tokens.text3))
    painter.drawText(words.adjusted(width + 8, 0, 0, 0), _MIDDLE, str(group.count))


def _draw_question(painter: QPainter, box: QRect, entry: Entry, tokens: Tokens) -> None:
    left = EDGE
    if entry.is_red:
        paint(
            painter,
            QRectF(box.left() + left, box.center().y() - 7.5, 16, 16),
            renderer("shapes", "open", tokens, "ink"),
        )
    room = box.adjusted(left + 24, 0, -12, 0)
    use = f"  {entry.use}" if entry.use else ""
    used = min(painter.fontMetrics().horizontalAdvance(use), room.width() // 3)
    painter.setPen(QColor(tokens.ink))
    text = painter.fontMetrics().elidedText(entry.text, Qt.TextElideMode.ElideRight, room.width() - used)
    painter.drawText(room, _MIDDLE, text)
    painter.setPen(QColor(tokens.text3))
    after = room.adjusted(painter.fontMetrics().horizontalAdvance(text), 0, 0, 0)
    painter.drawText(
        after, _MIDDLE, painter.fontMetrics().elidedText(use, Qt.TextElideMode.ElideRight, after.width())
    )


def _draw_answer(painter: QPainter, box: QRect, entry: Entry, tokens: Tokens) -> None:
    family, name = entry.mark
    if name:
        drawing = renderer("pictograms" if family == "pictograms" else "shapes", name, tokens, "ink")
        paint(painter, QRectF(box.left(), box.center().y() - 8.5, 18, 18), drawing)
    _draw_words(painter, box.adjusted(26 if name else 0, 0, -8, 0), entry.answer, tokens.ink)


def _draw_law(painter: QPainter, box: QRect, entry: Entry, tokens: Tokens) -> None:
    _draw_words(painter, box.adjusted(0, 0, -8, 0), entry.article, tokens.text2)


def _draw_evidence(painter: QPainter, box: QRect, entry: Entry, tokens: Tokens) -> None:
    if entry.evidence:
        clip = renderer("icons", "paperclip", tokens, "text2")
        paint(painter, QRectF(box.left(), box.center().y() - 7.5, 16, 16), clip)
        _draw_words(painter, box.adjusted(22, 0, 0, 0), str(entry.evidence), tokens.text2)
    elif "bare" in entry.tags:
        _draw_words(painter, box, _("None"), tokens.gap_text)
    else:
        _draw_words(painter, box, "-", tokens.text3)


def _draw_flags(painter: QPainter, box: QRect, entry: Entry, tokens: Tokens) -> None:
    symbols = [_FLAGS[flag] for flag in entry.flags] + ["pen-line"] * entry.has_note
    left = box.left()
    for symbol in symbols:
        drawing = renderer("icons", symbol, tokens, "text2")
        paint(painter, QRectF(left, box.center().y() - 7.5, 16, 16), drawing)
        left += 22
    if len(symbols) == 1 and box.width() > WORDED:
        _draw_words(painter, box.adjusted(22, 0, -4, 0), flag_words(entry)[0], tokens.text2)


def _draw_change(painter: QPainter, box: QRect, _entry: Entry, tokens: Tokens) -> None:
    painter.setFont(underlined(sized(14)))
    painter.setPen(QColor(tokens.accent))
    painter.drawText(box.adjusted(0, 0, -EDGE, 0), _MIDDLE | Qt.AlignmentFlag.AlignRight, _("Change"))


def _draw_words(painter: QPainter, box: QRect, words: str, colour: str) -> None:
    painter.setPen(QColor(colour))
    painter.drawText(
        box, _MIDDLE, painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    )


_CELLS = {
    QUESTION: _draw_question,
    ANSWER: _draw_answer,
    LAW: _draw_law,
    EVIDENCE: _draw_evidence,
    FLAGS: _draw_flags,
    CHANGE: _draw_change,
}
