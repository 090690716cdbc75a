"""A bar under the header for what one must know of a file before anything else."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from facewise.errors import FacewiseError
from facewise.i18n import _, tell
from facewise.ui.icons import Picture
from facewise.ui.widgets.buttons import Button
from facewise.ui.widgets.words import Words


class Notice(QFrame):
    """One or two sentences; they stay until one has read them, or another file is opened."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._notices: tuple[FacewiseError, ...] = ()
        self._words, self._close = Words("help", wrap=True), Button("small")
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(Picture("info", 20), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignVCenter)
        self._close.clicked.connect(self.hide)

    def show_notices(self, notices: Sequence[FacewiseError]) -> None:
        """Show these, or nothing; a screen reader is told of them."""
        self._notices = tuple(notices)
        self.retranslate()
        self.setVisible(bool(notices))
        if notices:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def said(self) -> str:
        """Return what the bar says."""
        return self._words.said()

    def retranslate(self) -> None:
        """Set all words."""
        sentences = "\n".join(map(tell, self._notices))
        self._words.say(sentences)
        self.setAccessibleName(sentences)
        self._close.say(_("I have read this"))

    def changeEvent(self, event: QEvent) -> None:
        """Set all words anew when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
