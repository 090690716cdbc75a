"""Where a file can be dropped or chosen, in the middle of an empty page."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from facewise.ui.icons import Picture
from facewise.ui.widgets.buttons import Button
from facewise.ui.widgets.words import Words


class DropArea(QFrame):
    """A dashed box with words and a button; what is dropped is taken by the page around it."""

    asked = Signal()

    def __init__(self, symbol: str) -> None:
        super().__init__()
        self.setProperty("role", "drop")
        self._title, self._text, self.button = (
            Words("section"),
            Words("lead", wrap=True),
            Button("primary", "folder-open"),
        )
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box = QVBoxLayout(self)
        box.setContentsMargins(48, 48, 48, 48)
        box.setSpacing(12)
        middle = Qt.AlignmentFlag.AlignHCenter
        box.addStretch(1)
        box.addWidget(Picture(symbol, 40, colour="accent"), 0, middle)
        box.addWidget(self._title)
        box.addWidget(self._text)
        box.addSpacing(8)
        box.addWidget(self.button, 0, middle)
        box.addStretch(1)
        self.button.clicked.connect(self.asked)

    def say(self, title: str, text: str, button: str) -> None:
        """Set all words."""
        self._title.say(title)
        self._text.say(text)
        self.button.say(button)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
