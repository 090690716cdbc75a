"""A picture without a painter of Python's: for what the window shows first."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel

from facewise.ui.drawings import Colour, Family, drawing, in_size
from facewise.ui.theme import tokens_of

_ANEW = (QEvent.Type.PaletteChange, QEvent.Type.DevicePixelRatioChange)


class Outline(QLabel):
    """A picture in a fixed size that follows the theme, read and painted by Qt itself."""

    def __init__(
        self, name: str, size: int = 20, *, family: Family = "icons", colour: Colour = "ink"
    ) -> None:
        super().__init__()
        self._name, self._family, self._colour, self._size = name, family, colour, size
        self._drawn: tuple[str, float] | None = None
        self.setFixedSize(size, size)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew when the theme or the screen changes."""
        super().changeEvent(event)
        if event.type() in _ANEW:
            self._draw()

    def _draw(self) -> None:
        tokens, ratio = tokens_of(self), max(self.devicePixelRatioF(), 1.0)
        if self._drawn == (tokens.shade, ratio):  # palettes change often while the style sheet is applied
            return
        self._drawn = (tokens.shade, ratio)
        source = drawing(self._family, self._name, tokens, self._colour)
        drawn = QPixmap()
        drawn.loadFromData(in_size(source, round(self._size * ratio)).encode(), "svg")
        drawn.setDevicePixelRatio(ratio)
        self.setPixmap(drawn)
