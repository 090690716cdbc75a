"""Whether the answers are safe, as one sentence with a time."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facewise.i18n import _
from facewise.ui.icons import Picture
from facewise.ui.widgets.buttons import Button
from facewise.ui.widgets.words import Words


class SaveState(QWidget):
    """Saved 14:32, or a gap square with a way to try again, which stays until it worked."""

    again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._at: datetime | None = None
        self._problem, self._reading = "", ""
        self._mark, self._words, self._again = Picture("", 16), Words("second"), Button("link")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (self._mark, self._words, self._again):
            row.addWidget(part)
        self._again.clicked.connect(self.again)
        self.retranslate()

    def show_saved(self, at: datetime | None) -> None:
        """Show when the answers were saved; None shows nothing."""
        self._at, self._problem, self._reading = at, "", ""
        self.retranslate()

    def show_problem(self, problem: str) -> None:
        """Show that they could not be saved; `problem` is the sentence for tooltip and screen reader."""
        self._problem = problem
        self.retranslate()

    def show_reading(self, why: str) -> None:
        """Show that the file is open for reading only, and why."""
        self._reading = why
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words."""
        self._again.say(_("Try again"))
        self._again.setVisible(bool(self._problem))
        if self._problem:
            self._tell("gap", _("Not saved"), self._problem)
        elif self._reading:
            self._tell("lock", _("Open for reading only"), self._reading)
        elif self._at is not None:
            self._tell("check", _("Saved {time}").format(time=f"{self._at:%H:%M}"), "")
        else:
            self._tell("", "", "")

    def _tell(self, mark: str, words: str, more: str) -> None:
        self._mark.show_picture(mark, "shapes" if mark == "gap" else "icons", "text2")
        self._mark.setVisible(bool(mark))
        self._words.say(words)
        self._words.setAccessibleDescription(more)
        self.setToolTip(more)
