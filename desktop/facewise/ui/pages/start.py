"""The start page: go on, begin anew with what is most like yours, open, check a report, see a sample."""

from datetime import date

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from facewise.i18n import _, ngettext
from facewise.ui.icons import Picture
from facewise.ui.page import ASIDE_FROM, Page
from facewise.ui.pages.start_parts import DropCard, RecentCard, ResumeCard
from facewise.ui.places import Place
from facewise.ui.settings import Settings
from facewise.ui.widgets.buttons import Button, CardButton
from facewise.ui.widgets.words import Words, line

PACKS = {
    "shop": "store",
    "gate": "door-open",
    "attendance": "user-check",
    "hotel": "bed-double",
    "other": "ellipsis",
}
RIGHT, SMALL_RIGHT = 416, 336


class StartPage(Page):
    """Where the program opens; `wants` names what to do, and with what."""

    wants = Signal(str, str)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._title, self._lead = Words("title", wrap=True), Words("lead", wrap=True)
        self._resume, self._recent, self._drop = ResumeCard(), RecentCard(), DropCard()
        self._question = Words("section")
        self._packs = {name: CardButton(symbol) for name, symbol in PACKS.items()}
        self._blank_words, self._blank = Words("second", wrap=True), Button("link")
        self._more = {
            "sample": CardButton("book-open", flat=True, height=64, colour="text2"),
            "portfolio": CardButton("table-2", flat=True, height=64, colour="text2"),
            "identities": CardButton("key-round", flat=True, height=64, colour="text2"),
        }
        self._notes = (Words("second"), Words("second"), Words("second"))
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()
        self.retranslate()

    def enter(self, place: Place) -> None:
        """Show what can be gone on with, and what was open recently."""
        del place
        self._show_recent()

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
        self._blank.say(_("Blank questionnaire and list of papers"))
        for name, (title, sub) in _more_words().items():
            self._more[name].say(title, sub)
        for words, text in zip(self._notes, _note_words(), strict=True):
            words.say(text)
        self._drop.retranslate()
        self._show_recent()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a report or an assessment that is dragged here."""
        if _dropped(event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Check the report, or open the assessment."""
        what, file = _dropped(event.mimeData().urls()) or ("", "")
        self.wants.emit(what, file)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the right column less in a small window."""
        super().resizeEvent(event)
        self._side.setFixedWidth(RIGHT if self.width() >= ASIDE_FROM else SMALL_RIGHT)
        self._notes[2].setVisible(self.width() >= ASIDE_FROM)

    def _show_recent(self) -> None:
        recent = self._settings.now.recent
        begun = next((one for one in recent if one.is_begun), None)
        self._resume.show_recent(begun)
        self._recent.show_recent(recent, date.today())  # noqa: DTZ011, the day on the user's wall

    def _connect(self) -> None:
        for name, card in self._packs.items():
            card.clicked.connect(lambda _on=False, name=name: self.wants.emit("begin", name))
        for name, card in self._more.items():
            card.clicked.connect(lambda _on=False, name=name: self.wants.emit(name, ""))
        self._blank.clicked.connect(lambda: self.wants.emit("blank", ""))
        self._resume.chosen.connect(lambda path: self.wants.emit("open", path))
        self._recent.chosen.connect(lambda path: self.wants.emit("open", path))
        self._recent.asked.connect(lambda: self.wants.emit("open", ""))
        self._drop.asked.connect(lambda: self.wants.emit("verify", ""))

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(32)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(8)
        for part in (self._title, self._lead):
            left.addWidget(part)
        left.addSpacing(8)
        left.addWidget(self._resume)
        left.addSpacing(16)
        left.addWidget(self._question)
        left.addLayout(self._grid())
        left.addStretch(1)
        right.setSpacing(16)
        for card in (self._recent, self._drop, self._card(list(self._more.values()))):
            right.addWidget(card)
        right.addStretch(1)
        self._side = QWidget()
        self._side.setLayout(right)
        right.setContentsMargins(0, 0, 0, 0)
        columns.addLayout(left, 1)
        columns.addWidget(self._side)
        self.box.addLayout(columns, 1)
        outer = self.layout()
        if outer is not None:
            outer.addWidget(self._note_bar())

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(16)
        for n, card in enumerate(self._packs.values()):
            grid.addWidget(card, n // 2, n % 2)
        blank = QVBoxLayout()
        blank.setContentsMargins(16, 8, 0, 8)
        blank.setSpacing(2)
        blank.addStretch(1)
        blank.addWidget(self._blank_words)
        blank.addWidget(self._blank)
        blank.addStretch(1)
        grid.addLayout(blank, len(self._packs) // 2, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _card(self, parts: list[CardButton]) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        box = QVBoxLayout(card)
        box.setContentsMargins(1, 1, 1, 1)
        box.setSpacing(0)
        for n, part in enumerate(parts):
            if n:
                box.addWidget(line())
            box.addWidget(part)
        return card

    def _note_bar(self) -> QFrame:
        bar = QFrame()
        bar.setObjectName("note-bar")
        bar.setFixedHeight(48)
        row = QHBoxLayout(bar)
        row.setContentsMargins(32, 0, 32, 0)
        row.setSpacing(8)
        for symbol, words in zip(("wifi-off", "info", ""), self._notes, strict=True):
            if symbol:
                row.addWidget(Picture(symbol, 16, colour="text2"))
            else:
                row.addStretch(1)
            row.addWidget(words, 0, Qt.AlignmentFlag.AlignVCenter)
            row.addSpacing(12 if symbol else 0)
        return bar


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


def _more_words() -> dict[str, tuple[str, str]]:
    samples = ngettext(
        "{count} filled-in self-check to try out", "{count} filled-in self-checks to try out", 4
    )
    return {
        "sample": (_("Look at a sample"), samples.format(count=4)),
        "portfolio": (_("Several sites"), _("For consultants: clients, sites, due dates")),
        "identities": (_("Identity and seal"), _("The digital identity that signs reports")),
    }


def _note_words() -> tuple[str, str, str]:
    return (
        _("No network, everything stays on this computer"),
        _("A self-declaration, not a certificate, not legal advice"),
        _("Questions: Measures in force since 1 June 2025 (Order No. 19)"),
    )


def _dropped(urls: list[QUrl]) -> tuple[str, str] | None:
    """Return what to do with the first file that is dropped."""
    for url in urls:
        file = url.toLocalFile()
        for suffix, what in ((".pdf", "verify"), (".facewise", "open")):
            if file.lower().endswith(suffix):
                return what, file
    return None
