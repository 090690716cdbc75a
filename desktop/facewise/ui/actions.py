"""What the menu offers, each with its key; the same actions stand in the menu bar of macOS."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from facewise.i18n import _

if TYPE_CHECKING:
    from facewise.ui.window import Window

_KEYS = {
    "open": "Ctrl+O",
    "save": "Ctrl+S",
    "copy": "Ctrl+Shift+S",
    "find": "Ctrl+F",
    "documents": "Ctrl+D",
    "print": "Ctrl+P",
    "back": "Alt+Left",
    "forward": "Alt+Right",
    "help": "F1",
    "tasks": "Ctrl+B",
    "pane": "F6",
    "menu": "F10",
    "close": "Esc",
    "verify": "Ctrl+Shift+O",
    "quit": "Ctrl+Q",
}
_OF_FILES = ("save", "copy", "find", "documents", "back", "forward", "help", "tasks", "pane", "versions")
_FIRST = ("home", "open", "save", "copy", "")
_THEN = ("find", "documents", "print", "back", "forward", "help", "tasks", "pane", "")
"""In the order of the menu; nothing stands for a line."""
_REST = ("verify", "versions", "identities", "about", "quit")
_THEMES = ("system", "light", "dark")


class Actions:
    """The actions of a window; `wants` of the window does what they say."""

    def __init__(self, window: "Window") -> None:
        names = (*_FIRST, *_THEN, "menu", "close", *_REST)
        self._all = {name: QAction(window) for name in names if name}
        for name, action in self._all.items():
            if name in _KEYS:
                action.setShortcut(QKeySequence(_KEYS[name]))
            action.triggered.connect(lambda _on=False, name=name: window.wants(name))
            window.addAction(action)
        self._themes = QMenu(window)
        self._group = QActionGroup(window)
        self._choices = {theme: self._themes.addAction("") for theme in _THEMES}
        for theme, action in self._choices.items():
            action.setCheckable(True)
            action.setChecked(window.settings.now.theme == theme)
            self._group.addAction(action)
            action.triggered.connect(lambda _on=False, theme=theme: window.set_theme(theme))
        self.retranslate()

    def menu(self) -> list[QAction | None]:
        """Return the actions in the order of the menu; None is a line between them."""
        first = [self._all[name] if name else None for name in (*_FIRST, *_THEN)]
        rest = [self._all[name] for name in _REST]
        return [*first, self._themes.menuAction(), *rest]

    def allow(self, *, is_open: bool, may_save: bool, may_go_back: bool, may_print: bool) -> None:
        """Offer what can be done where one is: most belongs to an assessment that is open."""
        for name in _OF_FILES:
            self._all[name].setEnabled(is_open)
        self._all["save"].setEnabled(may_save)
        self._all["back"].setEnabled(may_go_back)
        self._all["print"].setEnabled(may_print)

    def retranslate(self) -> None:
        """Set all words."""
        words = {
            "home": _("Start page"),
            "open": _("Open..."),
            "save": _("Save now"),
            "copy": _("Save a copy..."),
            "find": _("Search the answers"),
            "documents": _("Documents and signing"),
            "print": _("Print this paper..."),
            "back": _("Back"),
            "forward": _("Next"),
            "help": _("Explanations and law"),
            "tasks": _("Fold the task list"),
            "pane": _("Next pane"),
            "menu": _("Menu"),
            "close": _("Close the explanations"),
            "verify": _("Check a report..."),
            "versions": _("Signed versions..."),
            "identities": _("Identities and seals..."),
            "about": _("About Facewise"),
            "quit": _("Quit"),
        }
        for name, action in self._all.items():
            action.setText(words[name])
        self._themes.setTitle(_("Appearance"))
        themes = {"system": _("As the system"), "light": _("Light"), "dark": _("Dark")}
        for theme, action in self._choices.items():
            action.setText(themes[theme])
