"""The score as a bar: what is reached, and what it may still become."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from facewise.ui.theme import tokens_of

HEIGHT = 12


class ScoreRange(QWidget):
    """A bar of 100 points: solid to the score, a dashed outline up to the highest still possible."""

    def __init__(self) -> None:
        super().__init__()
        self._now, self._high = 0.0, 0.0
        self.setFixedHeight(HEIGHT)

    def show_score(self, now: float, high: float, words: str) -> None:
        """Show a score and the highest possible, 0 to 100; `words` say the same."""
        self._now, self._high = now, high
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the whole, the score, and the range."""
        tokens, unit = tokens_of(self), self.width() / 100
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, length in ((tokens.line, 100.0), (tokens.accent, self._now)):
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(0, 3, unit * length, 6), 3, 3)
        if self._high > self._now:
            painter.setBrush(QColor(tokens.tint))
            painter.setPen(QPen(QColor(tokens.accent), 1, Qt.PenStyle.DashLine))
            painter.drawRect(QRectF(unit * self._now, 1.5, unit * (self._high - self._now), 9))
        painter.end()
