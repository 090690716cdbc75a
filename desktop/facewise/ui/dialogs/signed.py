"""The report is signed: where it is, and what to do with it now."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facewise.i18n import _
from facewise.signing.identities import Signatory, short
from facewise.ui.dialogs.steps import Step
from facewise.ui.icons import Picture
from facewise.ui.widgets.buttons import Button
from facewise.ui.widgets.words import Words, line


class SignedStep(Step):
    """The last step."""

    shown = Signal()
    checked = Signal()
    backed_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._path: Path | None = None
        self._who: Signatory | None = None
        self._title, self._where = Words("section", wrap=True), Words("body", wrap=True)
        self._open, self._check, self._backup = (
            Button("small", "folder-open"),
            Button("small", "shield-check"),
            Button("small", "key-round"),
        )
        self._next, self._points = Words("card-title"), [Words("body", wrap=True) for _n in range(3)]
        self._number = Words("figure")
        top, buttons = QHBoxLayout(), QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(Picture("signature", 24, colour="accent"))
        top.addWidget(self._title, 1)
        buttons.setSpacing(8)
        for button in (self._open, self._check):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.box.addLayout(top)
        self.box.addWidget(self._where)
        self.box.addLayout(buttons)
        self.box.addWidget(line())
        self.box.addWidget(self._next)
        self.box.addWidget(_point(1, self._points[0]))
        self.box.addWidget(_point(2, self._points[1]))
        self.box.addWidget(self._number)
        self._number.setContentsMargins(34, 0, 0, 0)
        self.box.addWidget(_point(3, self._points[2]))
        keep = QHBoxLayout()
        keep.setContentsMargins(34, 0, 0, 0)
        keep.addWidget(self._backup)
        keep.addStretch(1)
        self.box.addLayout(keep)
        self.box.addStretch(1)
        self._open.clicked.connect(self.shown)
        self._check.clicked.connect(self.checked)
        self._backup.clicked.connect(self.backed_up)

    def show_signed(self, path: Path, who: Signatory) -> None:
        """Show where the signed report is."""
        self._path, self._who = path, who
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words."""
        self._title.say(_("Signed"))
        self._where.say(
            _("{file}\nA copy is kept in the assessment, as it is.").format(file=self._path or "")
        )
        self._open.say(_("Open the folder"))
        self._check.say(_("Check it now"))
        self._backup.say(_("Back up the identity..."))
        self._next.say(_("What to do now"))
        self._points[0].say(
            _("Send the PDF itself, not a print and not a scan: only the file can be checked.")
        )
        self._points[1].say(
            _("To whoever checks it for the first time, read out this fingerprint by telephone:")
        )
        self._number.say(short(self._who.fingerprint) if self._who else "")
        self._points[2].say(_("Back up the identity: without it you cannot sign as the same signer again."))

    def title(self) -> str:
        """Return the name of the step."""
        return _("Signed")

    def forward_words(self) -> str:
        """Return what the button is called that closes."""
        return _("Close")


def _point(number: int, words: Words) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 4, 0, 0)
    row.setSpacing(12)
    mark = Words("key", str(number))
    mark.setFixedSize(22, 22)
    mark.setAlignment(mark.alignment().AlignCenter)
    row.addWidget(mark, 0, mark.alignment().AlignTop)
    row.addWidget(words, 1)
    return made
