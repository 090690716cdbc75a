"""The file that is checked, at the left of a check: its first page, name, size and fingerprint."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from facewise.checking.check import Checked
from facewise.i18n import _, ngettext
from facewise.ui.pdf_pages import Sheet
from facewise.ui.preview_page import PageView
from facewise.ui.widgets.buttons import Button
from facewise.ui.widgets.words import ElidedWords, Words

SIDE, THUMB = 304, 176
POINTS = 0.75
"""Points of a logical pixel at 100 %."""
HIGH = 600
"""The height from which there is room for the first page."""
MEGABYTE = 1024
SHOWN = 16
"""So many digits of a hash are shown; all of them are copied."""


class FilePart(QFrame):
    """The file: its first page, name, size and fingerprint; `asked` when another is to be chosen."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("steps")
        self.setFixedWidth(SIDE)
        self._checked: Checked | None = None
        self._thumb: PageView | None = None
        self._name, self._size = ElidedWords("name"), Words("second")
        self._label, self._digest, self._copy = Words("second"), Words("help"), Button("link")
        self.choose, self._note = Button("plain", "folder-open"), Words("second", wrap=True)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(24, 24, 24, 20)
        self._box.setSpacing(8)
        for part in (self._name, self._size, self._label, self._digest, self._copy):
            self._box.addWidget(part)
        self._box.addSpacing(8)
        self._box.addWidget(self.choose)
        self._box.addStretch(1)
        self._box.addWidget(self._note)
        self.choose.clicked.connect(self.asked)
        self._copy.clicked.connect(self._take)

    def show_file(self, checked: Checked | None, sheets: tuple[Sheet, ...]) -> PageView | None:
        """Show a file, and return where its first page is to be drawn."""
        self._checked = checked
        if self._thumb is not None:
            self._box.removeWidget(self._thumb)
            self._thumb.deleteLater()
            self._thumb = None
        if checked is not None and sheets:
            self._thumb = PageView(sheets[0], 0, len(sheets))
            self._thumb.fit(THUMB * POINTS / sheets[0].width)
            self._box.insertWidget(0, self._thumb, 0, Qt.AlignmentFlag.AlignHCenter)
            self._thumb.setVisible(self.height() > HIGH or not self.isVisible())
        self._pages = len(sheets)
        self.retranslate()
        return self._thumb

    def retranslate(self) -> None:
        """Set all words."""
        checked = self._checked
        self.choose.say(_("Choose another file...") if checked else _("Choose a file..."))
        self._note.say(
            _("The check needs no network and changes nothing. It is about the file and approves nothing.")
        )
        for part in (self._name, self._size, self._label, self._digest, self._copy):
            part.setVisible(checked is not None)
        if checked is None:
            return
        self._name.say(checked.name)
        pages = ngettext("{count} page", "{count} pages", self._pages).format(count=self._pages)
        kilobytes = max(1, len(checked.pdf) >> 10)
        size = _("{pages}, {size} KB").format(pages=pages, size=kilobytes)
        if kilobytes >= MEGABYTE:
            size = _("{pages}, {size} MB").format(pages=pages, size=f"{kilobytes / MEGABYTE:.1f}")
        self._size.say(size if self._pages else "")
        self._size.setVisible(bool(self._pages))
        self._label.say(_("Fingerprint of the file (SHA-256)"))
        digest = checked.verdict.sha256
        groups = " ".join(digest[n : n + 4] for n in range(0, SHOWN, 4))
        self._digest.say(_("{start}...").format(start=groups))
        self._digest.setToolTip(digest)
        self._copy.say(_("Copy"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the picture out in a low window."""
        super().resizeEvent(event)
        if self._thumb is not None:
            self._thumb.setVisible(self.height() > HIGH)

    def _take(self) -> None:
        if self._checked is not None:
            QGuiApplication.clipboard().setText(self._checked.verdict.sha256)
