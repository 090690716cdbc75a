"""Cards that are one large button; the first paint shows them, so they name no enum of Qt's namespace."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout

from facewise.ui.widgets.outline import Outline
from facewise.ui.widgets.words import Words


class CardButton(QPushButton):
    """A card that is one large button: outline, title, what it means, and an arrow."""

    def __init__(self, symbol: str, *, flat: bool = False, height: int = 80, colour: str = "accent") -> None:
        super().__init__()
        self.setProperty("flat", flat)
        self.setAutoDefault(False)
        self._title, self._sub = Words("name", wrap=True), Words("second", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._sub)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 20, 12)
        row.setSpacing(16)
        row.addWidget(Outline(symbol, 20, colour=colour))
        row.addLayout(words, 1)
        row.addWidget(Outline("chevron-right", 16, colour="text2"))
        self.setMinimumHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def say(self, title: str, sub: str) -> None:
        """Set title and explanation."""
        self._title.say(title)
        self._sub.say(sub)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sub)

    def sizeHint(self) -> QSize:
        """Return the size that the words need."""
        layout = self.layout()
        return super().sizeHint() if layout is None else layout.sizeHint().expandedTo(self.minimumSize())

    def hasHeightForWidth(self) -> bool:
        """Return that longer words make the card higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the words need in a width."""
        layout = self.layout()
        return (
            self.minimumHeight()
            if layout is None
            else max(self.minimumHeight(), layout.heightForWidth(width))
        )
