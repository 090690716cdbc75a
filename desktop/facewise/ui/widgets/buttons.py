"""Buttons: primary, plain, quiet, link, small, with an outline in the theme; cards that are buttons."""

from collections.abc import Sequence
from typing import Literal, TypeAlias

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from facewise.ui.icons import Picture, icon
from facewise.ui.widgets.words import Words

ButtonRole: TypeAlias = Literal["plain", "primary", "quiet", "link", "small"]

GAP = 5
_TINTS = {"primary": "on_accent", "quiet": "accent", "link": "accent"}
_REPAINT = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange)


class Button(QPushButton):
    """A button with words and, where given, a Lucide outline before or after them."""

    def __init__(self, role: ButtonRole = "plain", symbol: str = "", *, after: bool = False) -> None:
        super().__init__()
        self._symbol = symbol
        self.setProperty("role", role)
        self.setAutoDefault(False)
        self._size = 16 if role in ("small", "link") else 20
        self._gap = -GAP if after else GAP
        self.setIconSize(QSize(self._size + GAP, self._size))
        if after:
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        if role == "link":
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._tint()

    def say(self, text: str, tip: str = "") -> None:
        """Show words; `&` stands for itself."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setToolTip(tip)

    def show_symbol(self, symbol: str) -> None:
        """Show another outline."""
        self._symbol = symbol
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        """Repaint the outline when the theme changes."""
        super().changeEvent(event)
        if event.type() in _REPAINT:
            self._tint()

    def _tint(self) -> None:
        if self._symbol:
            colour = _TINTS.get(str(self.property("role")), "ink")
            self.setIcon(icon(self, self._symbol, colour, self._size, self._gap))


class IconButton(QToolButton):
    """An outline alone; its words are its tooltip and its name."""

    def __init__(self, symbol: str, size: int = 20) -> None:
        super().__init__()
        self._symbol = symbol
        self.setProperty("role", "icon")
        self.setIconSize(QSize(size, size))
        self._tint()

    def say(self, text: str, key: str = "") -> None:
        """Set the words, and the key that does the same."""
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({key})" if key else text)

    def changeEvent(self, event: QEvent) -> None:
        """Repaint the outline when the theme changes."""
        super().changeEvent(event)
        if event.type() in _REPAINT:
            self._tint()

    def _tint(self) -> None:
        self.setIcon(icon(self, self._symbol, "ink", self.iconSize().width()))


class MenuButton(IconButton):
    """The menu of the window; every action shows its key."""

    def __init__(self) -> None:
        super().__init__("menu", 24)
        self._menu: QMenu | None = None

    def fill(self, actions: Sequence[QAction | None]) -> None:
        """Take actions; None is a line between them."""
        self._menu = QMenu(self)
        for action in actions:
            if action is None:
                self._menu.addSeparator()
            else:
                self._menu.addAction(action)
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)


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
        row.addWidget(Picture(symbol, 20, colour=colour))
        row.addLayout(words, 1)
        row.addWidget(Picture("chevron-right", 16, colour="text2"))
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
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
