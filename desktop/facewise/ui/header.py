"""The line on top of the window: home, what is open, whether it is saved, view, language, menu."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from facewise.i18n import _, current
from facewise.ui.icons import Picture
from facewise.ui.widgets.buttons import IconButton, MenuButton
from facewise.ui.widgets.saved import SaveState
from facewise.ui.widgets.segments import Segmented
from facewise.ui.widgets.words import ElidedWords, Words

HEIGHT = 48


class Header(QFrame):
    """The header; on the start page it shows the program's own name instead of a file's."""

    home = Signal()
    language = Signal(str)
    view = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("header")
        self.setFixedHeight(HEIGHT)
        self._logo = Picture("facewise", 28, family="shapes")
        self._program, self._latin = Words("card-title"), Words("second", "Facewise")
        self._home, self._name, self.saved = IconButton("house"), ElidedWords("name"), SaveState()
        self._views, self._languages = Segmented(("one", "section")), Segmented(("zh", "en"))
        self._menu = MenuButton()
        self._lay_out()
        self._home.clicked.connect(self.home)
        self._views.chosen.connect(self.view)
        self._languages.chosen.connect(self.language)
        self.show_name("", views=False)
        self.retranslate()

    def show_name(self, name: str, *, views: bool) -> None:
        """Show what is open (nothing: the program itself), and whether there are two views of it."""
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
        self._latin.setVisible(not self._name.said() and current() == "zh")
        self._home.say(_("Start page"))
        self._menu.say(_("Menu"), "F10")
        self._views.say(_("View"), {"one": _("One by one"), "section": _("Sections")})
        self._languages.say(_("Language"), {"zh": "中文", "en": "English"})
        self._languages.choose(current())
        self.saved.retranslate()

    def fill_menu(self, actions: Sequence[QAction | None]) -> None:
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

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(12)
        for part in (self._home, self._logo, self._program, self._latin):
            row.addWidget(part)
        row.addWidget(self._name, 1)
        for end in (self.saved, self._views, self._languages, self._menu):
            row.addWidget(end)
