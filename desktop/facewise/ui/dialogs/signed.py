"""The report is signed: where it is, for how long it is kept, and what to do with it now."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facewise.i18n import _, current
from facewise.signing.identities import Signatory, short
from facewise.ui.dialogs.steps import Step
from facewise.ui.dialogs.subject import Done
from facewise.ui.icons import Picture
from facewise.ui.widgets.buttons import Button
from facewise.ui.widgets.words import Words, line


class SignedStep(Step):
    """The last step."""

    shown = Signal()
    checked = Signal()
    backed_up = Signal()
    listed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._path: Path | None = None
        self._who: Signatory | None = None
        self._done = Done(b"")
        self._is_kept = self._on_paper = False
        self._title, self._where = Words("section", wrap=True), Words("body", wrap=True)
        self.until, self.note = Words("body", wrap=True), Words("second", wrap=True)
        names = ("folder-open", "shield-check", "key-round", "archive")
        self._open, self._check, self._backup, self._list = (Button("small", name) for name in names)
        self._next, self._number = Words("card-title"), Words("figure")
        self._points = {name: Words("body", wrap=True) for name in ("send", "paper", "print", "keep")}
        self._lay_out()
        self._open.clicked.connect(self.shown)
        self._check.clicked.connect(self.checked)
        self._backup.clicked.connect(self.backed_up)
        self._list.clicked.connect(self.listed)

    def show_signed(
        self, path: Path, who: Signatory, done: Done, *, is_kept: bool, on_paper: bool, note: str
    ) -> None:
        """Show where the signed report is; `is_kept` where the identity lies on this computer."""
        self._path, self._who, self._done = path, who, done
        self._is_kept, self._on_paper = is_kept, on_paper
        self.note.say(note)
        self.note.setVisible(bool(note))
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words."""
        own, done = self._done.number > 0, self._done
        self._title.say(
            _("Signed: version {number}").format(number=done.number)
            if own
            else _("The report is countersigned")
        )
        where = _("{file}\nA copy is kept in the assessment, as it is.") if own else "{file}"
        self._where.say(where.format(file=self._path or ""))
        self.until.setVisible(done.keep_until is not None)
        if done.keep_until is not None:
            self.until.say(_("Keep it until {day} at least, three years.").format(day=self._day()))
        self._open.say(_("Open the folder"))
        self._check.say(_("Check it now"))
        self._backup.say(_("Back up the identity..."))
        self._list.say(_("Signed versions..."))
        self._say_points(own=own)
        self._show()

    def _say_points(self, *, own: bool) -> None:
        self._next.say(_("What to do now"))
        send = _("Send the PDF itself, not a print and not a scan: only the file can be checked.")
        if not own:
            send = _("Send this PDF back to the owner, who keeps it with the signed version it belongs to.")
        self._points["send"].say(send)
        self._points["paper"].say(
            _("Print it, seal it by hand, scan it. Then attach the scan to this version:")
        )
        self._points["print"].say(
            _("To whoever checks it for the first time, read out this fingerprint by telephone:")
        )
        self._number.say(short(self._who.fingerprint) if self._who else "")
        self._points["keep"].say(
            _("Back up the identity: without it you cannot sign as the same signer again.")
        )

    def title(self) -> str:
        """Return the name of the step."""
        return _("Signed")

    def forward_words(self) -> str:
        """Return what the button is called that closes."""
        return _("Close")

    def _show(self) -> None:
        """Show the points that are for this signer, numbered."""
        hidden = {"paper": not self._on_paper, "keep": not self._is_kept}
        number = 0
        for name, (row, mark, below) in self._rows.items():
            away = hidden.get(name, False)
            number += not away
            mark.setText(str(number))
            row.setVisible(not away)
            if below is not None:
                below.setVisible(not away)

    def _day(self) -> str:
        from facewise.paper.dates import day

        return day(self._done.keep_until)[current()] if self._done.keep_until else ""

    def _lay_out(self) -> None:
        top, buttons = QHBoxLayout(), QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(Picture("signature", 24, colour="accent"))
        top.addWidget(self._title, 1)
        buttons.setSpacing(8)
        for button in (self._open, self._check):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.box.addLayout(top)
        for part in (self._where, self.until, self.note):
            self.box.addWidget(part)
        self.box.addLayout(buttons)
        self.box.addWidget(line())
        self.box.addWidget(self._next)
        below = {"paper": self._list, "print": self._number, "keep": self._backup}
        self._rows = {name: self._row(name, below.get(name)) for name in self._points}
        self.box.addStretch(1)

    def _row(self, name: str, below: QWidget | None) -> tuple[QWidget, Words, QWidget | None]:
        made, mark = QWidget(), Words("key")
        row, words = QHBoxLayout(made), QVBoxLayout()
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(12)
        mark.setFixedSize(22, 22)
        mark.setAlignment(mark.alignment().AlignCenter)
        words.setSpacing(8)
        words.addWidget(self._points[name])
        if below is not None:
            under = QHBoxLayout()
            under.addWidget(below)
            under.addStretch(1)
            words.addLayout(under)
        row.addWidget(mark, 0, mark.alignment().AlignTop)
        row.addLayout(words, 1)
        self.box.addWidget(made)
        return made, mark, below
