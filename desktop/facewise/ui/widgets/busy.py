"""That something is being made, how far it is, and how to stop it."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from facewise.i18n import _
from facewise.ui.widgets.buttons import Button
from facewise.ui.widgets.words import Words
from facewise.ui.working import Running


class Busy(QWidget):
    """A line with words, a bar and a button; hidden unless a piece of work takes longer than a moment."""

    def __init__(self) -> None:
        super().__init__()
        self._running: Running | None = None
        self._words, self._bar, self._stop = Words("second"), QProgressBar(), Button("link")
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(96, 8)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for part in (self._words, self._bar, self._stop):
            row.addWidget(part)
        self._stop.clicked.connect(self._cancel)
        self.hide()

    def watch(self, running: Running, words: str, *, stoppable: bool = True) -> None:
        """Show a piece of work while it takes longer than a moment."""
        self._running = running
        self.hide()
        self._words.say(words)
        self._stop.say(_("Stop"))
        self._stop.setVisible(stoppable)
        self._bar.setAccessibleName(words)
        self._bar.setRange(0, 0)
        running.slow.connect(lambda: self.setVisible(self._running is running))
        running.moved.connect(lambda part, whole: self._move(running, part, whole))
        running.ended.connect(lambda: self._end(running))

    def _move(self, running: Running, part: int, whole: int) -> None:
        if self._running is running:
            self._bar.setRange(0, whole)
            self._bar.setValue(part)

    def _end(self, running: Running) -> None:
        """Hide, unless another piece of work is watched by now."""
        if self._running is running:
            self._running = None
            self.hide()

    def _cancel(self) -> None:
        if self._running is not None:
            self._running.cancel()
