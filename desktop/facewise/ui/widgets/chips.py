"""Filters with a count, above a table."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from facewise.ui.drawings import Family
from facewise.ui.fonts import sized
from facewise.ui.icons import paint, renderer
from facewise.ui.theme import tokens_of

HEIGHT = 32
PAD = 11
SHAPE = 16
GAP = 6


class Chip(QCheckBox):
    """A filter that can be switched on; with a count of 0 it stays where it is, disabled."""

    def __init__(self, shape: str = "", family: Family = "shapes") -> None:
        super().__init__()
        self._shape, self._family = shape, family
        self._word, self._count = "", 0
        self.setFixedHeight(HEIGHT)

    def say(self, word: str, count: int, name: str) -> None:
        """Set the word, the count, and the whole as it is read aloud ("No, 12 questions")."""
        self._word, self._count = word, count
        self.setAccessibleName(name)
        self.setEnabled(count > 0 or self.isChecked())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for shape, word and count."""
        shape = SHAPE + GAP if self._shape else 0
        words = QFontMetrics(sized(14, QFont.Weight.Medium)).horizontalAdvance(self._word)
        return QSize(2 * PAD + shape + words + GAP + self._count_width(), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the same: words are never cut."""
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        """Return whether a click hits: anywhere on the chip."""
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw edge, shape, word and count."""
        tokens, chosen = tokens_of(self), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(
            QPen(QColor(tokens.accent if chosen else tokens.edge if self.isEnabled() else tokens.line), 1)
        )
        painter.setBrush(QColor(tokens.tint if chosen else tokens.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        left = PAD
        if self._shape:
            drawing = renderer(self._family, self._shape, tokens, "ink")
            paint(painter, QRectF(left, (HEIGHT - SHAPE) / 2, SHAPE, SHAPE), drawing)
            left += SHAPE + GAP
        painter.setFont(sized(14, QFont.Weight.Medium if chosen else QFont.Weight.Normal))
        painter.setPen(QColor(tokens.accent if chosen else tokens.ink if self.isEnabled() else tokens.text3))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect().adjusted(left, 0, 0, 0), middle | Qt.AlignmentFlag.AlignLeft, self._word)
        painter.setPen(QColor(tokens.accent if chosen else tokens.text3))
        painter.drawText(
            self.rect().adjusted(0, 0, -PAD, 0), middle | Qt.AlignmentFlag.AlignRight, str(self._count)
        )
        painter.end()

    def _count_width(self) -> int:
        return QFontMetrics(sized(14, QFont.Weight.Medium)).horizontalAdvance(str(self._count))
