"""Pictures painted from SVG in the colours of the theme: Lucide outlines, state shapes, marks, grades."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from facewise.ui.drawings import Colour, Family, drawing
from facewise.ui.theme import tokens_of
from facewise.ui.tokens import Tokens


@lru_cache(maxsize=512)
def renderer(family: Family, name: str, tokens: Tokens, colour: Colour) -> QSvgRenderer:
    """Return a drawing in the colours of a theme; `colour` is for outlines, others have their own."""
    return QSvgRenderer(QByteArray(drawing(family, name, tokens, colour).encode()))


def paint(painter: QPainter, box: QRectF, drawn: QSvgRenderer) -> None:
    """Draw a picture into a box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawn.render(painter, box)
    painter.restore()


def pixmap(drawn: QSvgRenderer, size: int, ratio: float) -> QPixmap:
    """Return a picture of a drawing, sharp on a screen of this pixel ratio."""
    made = QPixmap(QSize(size, size) * ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    paint(painter, QRectF(made.rect()), drawn)
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def icon(widget: QWidget, name: str, colour: Colour = "ink", size: int = 20, gap: int = 0) -> QIcon:
    """Return an outline as the icon of a widget, in the colours of its theme; greyed where disabled.

    A gap is left free behind it (before it if negative), where Qt would set the words too close.
    """
    tokens, ratio = tokens_of(widget), max(widget.devicePixelRatioF(), 1.0)
    made = QIcon(_spaced(pixmap(renderer("icons", name, tokens, colour), size, ratio), gap))
    grey = pixmap(renderer("icons", name, tokens, "text3"), size, ratio)
    made.addPixmap(_spaced(grey, gap), QIcon.Mode.Disabled)
    return made


def _spaced(drawn: QPixmap, gap: int) -> QPixmap:
    if not gap:
        return drawn
    ratio, size = drawn.devicePixelRatio(), drawn.deviceIndependentSize()
    made = QPixmap(QSize(round(size.width()) + abs(gap), round(size.height())) * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.drawPixmap(max(-gap, 0), 0, drawn)
    painter.end()
    return made


class Picture(QWidget):
    """A picture in a fixed size that follows the theme; it says nothing to a screen reader unless named."""

    def __init__(
        self, name: str = "", size: int = 20, *, family: Family = "icons", colour: Colour = "ink"
    ) -> None:
        super().__init__()
        self._name, self._family, self._colour = name, family, colour
        self.setFixedSize(size, size)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_picture(self, name: str, family: Family | None = None, colour: Colour | None = None) -> None:
        """Show another picture; an empty name shows none."""
        self._name, self._family, self._colour = name, family or self._family, colour or self._colour
        self.update()

    def paintEvent(self, _event: object) -> None:
        """Draw the picture in the colours of the theme."""
        if self._name:
            painter = QPainter(self)
            drawn = renderer(self._family, self._name, tokens_of(self), self._colour)
            paint(painter, QRectF(self.rect()), drawn)
            painter.end()
