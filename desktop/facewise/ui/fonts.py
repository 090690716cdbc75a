"""The window's own typeface in its three weights; a font of the system would look and measure differently."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from facewise import data

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

FAMILY = "Noto Sans SC"
_FILES = ("NotoSansSC-Regular.ttf", "NotoSansSC-Medium.ttf", "NotoSansSC-Bold.ttf")


def load() -> None:
    """Load the fonts that come with the program; the style sheet names them."""
    folder = data.folder("resources") / "fonts"
    for file in _FILES:
        QFontDatabase.addApplicationFont(str(folder / file))


def use(app: QApplication) -> None:
    """Make the typeface that of everything which the style sheet does not dress."""
    app.setFont(sized(15))


def sized(pixels: int, weight: "QFont.Weight | None" = None) -> "QFont":
    """Return the window's font in a size in logical pixels."""
    from PySide6.QtGui import QFont

    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.Normal if weight is None else weight)
    return font


def underlined(font: "QFont") -> "QFont":
    """Return a font with a line under its words, as links have."""
    font.setUnderline(True)
    return font
