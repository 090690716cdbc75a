"""What came of something: one sentence that stays until the next, with the way to the files."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from facewise.i18n import _
from facewise.ui.icons import Picture
from facewise.ui.widgets.buttons import Button
from facewise.ui.widgets.words import Words


class Told(QFrame):
    """A quiet box; a problem has the gap square before it, and a screen reader is told of it."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "quiet")
        self._folder: Path | None = None
        self._mark, self._words, self._open = (
            Picture("check", 16, colour="text2"),
            Words("help", wrap=True),
            Button("link"),
        )
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._words)
        words.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 10, 16, 10)
        row.setSpacing(8)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self._open.clicked.connect(lambda: self.opened.emit(self._folder))
        self.hide()

    def say(self, sentence: str, *, problem: bool = False, folder: Path | None = None) -> None:
        """Tell a sentence, or nothing; `folder` is where the files are."""
        self._folder = folder
        self._words.say(sentence)
        self._mark.show_picture("gap" if problem else "check", "shapes" if problem else "icons")
        self._open.setVisible(folder is not None)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
        if sentence:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def retranslate(self) -> None:
        """Set the words of the link; the sentence stays as it was told."""
        self._open.say(_("Open the folder"))
