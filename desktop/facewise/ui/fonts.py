"""The window's own typeface in its three weights; a font of the system would look and measure differently."""

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from facewise import data

FAMILY = "Noto Sans SC"
_FILES = ("NotoSansSC-Regular.ttf", "NotoSansSC-Medium.ttf", "NotoSansSC-Bold.ttf")


def load(app: QApplication) -> None:
    """Load the fonts that come with the program and make them the application's."""
    folder = data.folder("resources") / "fonts"
    for file in _FILES:
        QFontDatabase.addApplicationFont(str(folder / file))
    app.setFont(sized(15))


def sized(pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the window's font in a size in logical pixels."""
    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return font


def underlined(font: QFont) -> QFont:
    """Return a font with a line under its words, as links have."""
    font.setUnderline(True)
    return font
