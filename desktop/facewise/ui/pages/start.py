"""The start page: go on, begin anew with what is most like yours, open, check a report, see a sample."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from facewise.i18n import _
from facewise.ui.page import ASIDE_FROM, Page
from facewise.ui.places import Place
from facewise.ui.settings import Recent, Settings
from facewise.ui.widgets.card_button import CardButton
from facewise.ui.widgets.words import Words

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent

    from facewise.ui.pages.start_parts import ResumeCard
    from facewise.ui.pages.start_side import StartNotes, StartSide

PACKS = {
    "shop": "store",
    "gate": "door-open",
    "attendance": "user-check",
    "hotel": "bed-double",
    "other": "ellipsis",
}
RIGHT, SMALL_RIGHT = 416, 336
NOTES, LINK = 48, 22
"""Heights that are kept free from the first paint on: of the line at the bottom, of the link in the grid."""


class StartPage(Page):
    """Where the program opens; `wants` names what to do, and with what.

    The first paint shows the ways to begin, and a self-check that was begun; `complete` adds the rest in the
    room that is kept for it.
    """

    wants = Signal(str, str)
    is_first = True

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._title, self._lead = Words("title", wrap=True), Words("lead", wrap=True)
        self._question = Words("section")
        self._packs = {name: CardButton(symbol) for name, symbol in PACKS.items()}
        self._blank_words = Words("second", wrap=True)
        self._resume: ResumeCard | None = None
        self._side: StartSide | None = None
        self._notes: StartNotes | None = None
        self._lay_out()
        for name, card in self._packs.items():
            card.clicked.connect(lambda _on=False, name=name: self.wants.emit("begin", name))
        if self._begun() is not None:
            self._resume = self._resume_card()
        self.retranslate()

    def complete(self) -> None:
        """Add what the first paint leaves out; nothing that is shown already moves."""
        from facewise.ui.pages.start_side import StartNotes, StartSide
        from facewise.ui.widgets.buttons import Button

        self.settle()
        self._resume = self._resume or self._resume_card()
        self._blank: Button = Button("link")
        self._link.addWidget(self._blank)
        self._link.addStretch(1)
        self._blank.clicked.connect(lambda: self.wants.emit("blank", ""))
        self._side, self._notes = StartSide(), StartNotes()
        self._side.wants.connect(self.wants)
        self._right.addWidget(self._side)
        self._bar.addWidget(self._notes)
        self.setAcceptDrops(True)
        self.retranslate()
        self._fit_width()

    def enter(self, place: Place) -> None:
        """Show what can be gone on with, and what was open recently."""
        del place
        self._show_recent()

    def first_focus(self) -> QWidget | None:
        """Return the button that goes on with what was begun, else the first way to begin."""
        if self._resume is not None and not self._resume.isHidden():
            return self._resume.first()
        return next(iter(self._packs.values()))

    def retranslate(self) -> None:
        """Set all words."""
        self._title.say(_("Using face recognition? Check it in 20 minutes"))
        self._lead.say(
            _("Go through the Facial Recognition Measures point by point. You get a list of what to do, "
              "the signs to put up and a report that anyone can check.")
        )  # fmt: skip
        self._question.say(_("Begin a self-check: which is most like yours?"))
        for name, (title, sub) in pack_words().items():
            self._packs[name].say(title, sub)
        self._blank_words.say(
            _("Would you rather prepare first? Print it and fill it in as you walk around.")
        )
        if self._side is not None and self._notes is not None:
            self._blank.say(_("Blank questionnaire and list of papers"))
            self._side.retranslate()
            self._notes.retranslate()
        self._show_recent()

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        """Take a report or an assessment that is dragged here."""
        if _dropped(event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: "QDropEvent") -> None:
        """Check the report, or open the assessment."""
        what, file = _dropped(event.mimeData().urls()) or ("", "")
        self.wants.emit(what, file)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Give the right column less in a small window."""
        super().resizeEvent(event)
        self._fit_width()

    def _fit_width(self) -> None:
        wide = self.width() >= ASIDE_FROM
        self._column.setFixedWidth(RIGHT if wide else SMALL_RIGHT)
        if self._notes is not None:
            self._notes.fit(wide=wide)

    def _begun(self) -> Recent | None:
        return next((one for one in self._settings.now.recent if one.is_begun), None)

    def _show_recent(self) -> None:
        if self._resume is not None:
            self._resume.show_recent(self._begun())
        if self._side is not None:
            self._side.show_recent(self._settings.now.recent)

    def _resume_card(self) -> "ResumeCard":
        from facewise.ui.pages.start_parts import ResumeCard

        card = ResumeCard()
        card.setVisible(False)
        self._left.insertWidget(self._left.indexOf(self._question) - 1, card)
        card.chosen.connect(lambda path: self.wants.emit("open", path))
        return card

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(32)
        self._left = QVBoxLayout()
        self._left.setSpacing(8)
        for part in (self._title, self._lead):
            self._left.addWidget(part)
        self._left.addSpacing(8)
        self._left.addSpacing(16)
        self._left.addWidget(self._question)
        self._left.addLayout(self._grid())
        self._left.addStretch(1)
        self._column = QWidget()
        self._right = QVBoxLayout(self._column)
        self._right.setContentsMargins(0, 0, 0, 0)
        columns.addLayout(self._left, 1)
        columns.addWidget(self._column)
        self.box.addLayout(columns, 1)
        bar = QFrame()
        bar.setObjectName("note-bar")
        bar.setFixedHeight(NOTES)
        self._bar = QHBoxLayout(bar)
        self._bar.setContentsMargins(32, 0, 32, 0)
        outer = self.layout()
        if outer is not None:
            outer.addWidget(bar)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(16)
        for n, card in enumerate(self._packs.values()):
            grid.addWidget(card, n // 2, n % 2)
        link = QWidget()
        link.setFixedHeight(LINK)
        self._link = QHBoxLayout(link)
        self._link.setContentsMargins(0, 0, 0, 0)
        blank = QVBoxLayout()
        blank.setContentsMargins(16, 8, 0, 8)
        blank.setSpacing(2)
        blank.addStretch(1)
        blank.addWidget(self._blank_words)
        blank.addWidget(link)
        blank.addStretch(1)
        grid.addLayout(blank, len(self._packs) // 2, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return grid


def pack_words() -> dict[str, tuple[str, str]]:
    """Return title and explanation of every way to begin."""
    return {
        "shop": (
            _("A shop, customers pay by face"),
            _("Convenience store, supermarket, restaurant, pharmacy"),
        ),
        "gate": (
            _("A gate or door, entry by face"),
            _("Housing estate, flats, office building, business park"),
        ),
        "attendance": (_("Staff clock in by face"), _("Office, factory, building site")),
        "hotel": (_("Hotel check-in by face"), _("Hotel, guest house, serviced flats")),
        "other": (_("Another place"), _("Gym, school, scenic area, lockers")),
    }


def _dropped(urls: "list[QUrl]") -> tuple[str, str] | None:
    """Return what to do with the first file that is dropped."""
    for url in urls:
        file = url.toLocalFile()
        for suffix, what in ((".pdf", "verify"), (".facewise", "open")):
            if file.lower().endswith(suffix):
                return what, file
    return None
