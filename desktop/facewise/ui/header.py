"""The line on top of the window: home, what is open, whether it is saved, view, language, menu."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from facewise.i18n import _, current
from facewise.ui.widgets.outline import Outline
from facewise.ui.widgets.words import Words

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

HEIGHT = 48


class Header(QFrame):
    """The header; on the start page it shows the program's own name instead of a file's.

    The first paint shows the name only; `complete` adds everything else.
    """

    home = Signal()
    language = Signal(str)
    view = Signal(str)
    again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("header")
        self.setFixedHeight(HEIGHT)
        self._logo = Outline("facewise", 28, family="shapes")
        self._program, self._latin = Words("card-title"), Words("second", "Facewise")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 0, 16, 0)
        self._row.setSpacing(12)
        for part in (self._logo, self._program, self._latin):
            self._row.addWidget(part)
        self._row.addStretch(1)
        self.is_complete = False
        self.retranslate()

    def complete(self, view: str) -> None:
        """Add what the first paint leaves out; `view` is the one that is on."""
        from facewise.ui.widgets.buttons import IconButton, MenuButton
        from facewise.ui.widgets.saved import SaveState
        from facewise.ui.widgets.segments import Segmented
        from facewise.ui.widgets.words import ElidedWords

        self._home, self._name, self.saved = IconButton("house"), ElidedWords("name"), SaveState()
        self._views, self._languages = Segmented(("one", "section")), Segmented(("zh", "en"))
        self._menu = MenuButton()
        self._row.takeAt(self._row.count() - 1)
        self._row.insertWidget(0, self._home)
        self._row.addWidget(self._name, 1)
        for end in (self.saved, self._views, self._languages, self._menu):
            self._row.addWidget(end)
        self._home.clicked.connect(self.home)
        self._views.chosen.connect(self.view)
        self._languages.chosen.connect(self.language)
        self.saved.again.connect(self.again)
        self.is_complete = True
        self.choose_view(view)
        self.show_name("", views=False)
        self.retranslate()

    def show_name(self, name: str, *, views: bool) -> None:
        """Show what is open (nothing: the program itself), and whether there are two views of it."""
        if not self.is_complete:
            return
        for part in (self._logo, self._program):
            part.setVisible(not name)
        self._latin.setVisible(not name and current() == "zh")
        for own in (self._home, self.saved):
            own.setVisible(bool(name))
        self._name.say(name)
        self._views.setVisible(views)

    def choose_view(self, view: str) -> None:
        """Show which view is on."""
        self._views.choose(view)

    def retranslate(self) -> None:
        """Set all words."""
        self._program.say(_("Facewise"))
        is_start = not self.is_complete or not self._name.said()
        self._latin.setVisible(is_start and current() == "zh")
        if not self.is_complete:
            return
        self._home.say(_("Start page"))
        self._menu.say(_("Menu"), "F10")
        self._views.say(_("View"), {"one": _("One by one"), "section": _("Sections")})
        self._languages.say(_("Language"), {"zh": "中文", "en": "English"})
        self._languages.choose(current())
        self.saved.retranslate()

    def fill_menu(self, actions: "Sequence[QAction | None]") -> None:
        """Give the menu its actions."""
        self._menu.fill(actions)

    def open_menu(self) -> None:
        """Open the menu, as the key F10 does."""
        self._menu.showMenu()

    def focusables(self) -> tuple[QWidget, ...]:
        """Return the parts in the order of Tab."""
        return (self._home, self._views, self._languages, self._menu)

    def changeEvent(self, event: QEvent) -> None:
        """Set all words anew when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
