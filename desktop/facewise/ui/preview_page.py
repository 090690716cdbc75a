"""One page of a PDF on the screen."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from facewise.i18n import _
from facewise.ui.pdf_pages import Sheet
from facewise.ui.theme import tokens_of

POINT = 96 / 72
"""Logical pixels of a point at 100 %."""


class PageView(QWidget):
    """One page: blank until its picture is there; its words are its description."""

    def __init__(self, sheet: Sheet, number: int, count: int) -> None:
        super().__init__()
        self.sheet, self.number = sheet, number
        self.scale = 0.0
        self._picture: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Page {number} of {count}").format(number=number + 1, count=count))
        self.setAccessibleDescription(sheet.text)

    def fit(self, zoom: float) -> None:
        """Take the size of a zoom; what is drawn stays until it is drawn anew."""
        self.setFixedSize(round(self.sheet.width * POINT * zoom), round(self.sheet.height * POINT * zoom))
        self.update()

    def needs(self, scale: float) -> bool:
        """Return whether the page must be drawn for a scale."""
        return self._picture is None or abs(self.scale - scale) > 0.001  # noqa: PLR2004, less than a pixel

    def show_picture(self, made: QImage, scale: float) -> None:
        """Show the page."""
        self._picture, self.scale = made, scale
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page on white paper, whatever the theme."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if self._picture is not None:
            painter.drawImage(QRectF(self.rect()), self._picture)
        painter.setPen(QPen(QColor(tokens_of(self).line), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
