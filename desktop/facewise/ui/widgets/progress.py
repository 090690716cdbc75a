"""How far one has come: answered, may still be asked, left; one bar, two lengths, no celebration."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar

from facewise.ui.theme import tokens_of


class Progress(QProgressBar):
    """A bar of 4 pixels; its words stand beside it and are its name."""

    def __init__(self) -> None:
        super().__init__()
        self._maybe = 0
        self.setTextVisible(False)
        self.setFixedHeight(4)

    def show_progress(self, answered: int, left: int, maybe: int, words: str) -> None:
        """Show how many questions are answered, left, and may still be asked."""
        self._maybe = maybe
        self.setRange(0, max(answered + left + maybe, 1))
        self.setValue(answered)
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the whole, then what may be asked, then what is answered."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole, done = float(self.width()), self.width() * self.value() / self.maximum()
        maybe = self.width() * self._maybe / self.maximum()
        for colour, length in ((tokens.line, whole), (tokens.handle, done + maybe), (tokens.accent, done)):
            if length:
                painter.setBrush(QColor(colour))
                painter.drawRoundedRect(QRectF(0, 0, length, self.height()), 2, 2)
        painter.end()
