"""Buttons: primary, plain, quiet, link, small, with an outline in the theme."""

from collections.abc import Sequence
from typing import Literal, TypeAlias

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QToolButton

from facewise.ui.icons import icon

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
