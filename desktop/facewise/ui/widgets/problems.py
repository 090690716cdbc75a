"""What has to be put right before going on: on top of the page, one line for each field, in its words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout

from facewise.ui.widgets.words import Words


class ProblemList(QListWidget):
    """The lines; Enter goes to the field."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the field at Enter or the space bar."""
        item = self.currentItem()
        if self.count() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.itemClicked.emit(item)
        else:
            super().keyPressEvent(event)


class ErrorSummary(QFrame):
    """A fixed heading and one line for each problem; hidden while there is none."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._heading, self._list = Words("section"), ProblemList()
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.addWidget(self._heading)
        box.addWidget(self._list)
        self._list.itemClicked.connect(self._go)
        self.hide()

    def say(self, heading: str, problems: Sequence[tuple[str, str]]) -> None:
        """Show problems as pairs of field key and sentence, or hide where there are none."""
        self._heading.say(heading)
        self._list.clear()
        for key, sentence in problems:
            item = QListWidgetItem(sentence)
            item.setData(Qt.ItemDataRole.UserRole, key)
            self._list.addItem(item)
        sentences = " ".join(sentence for _key, sentence in problems)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(sentences)
        self._list.setAccessibleName(heading)
        self._list.setFixedHeight(max(1, len(problems)) * 30 + 4)
        self.setVisible(bool(problems))

    def announce(self) -> None:
        """Move the focus to the first line, and let a screen reader say that something is wrong."""
        self._list.setCurrentRow(0)
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _go(self, item: QListWidgetItem) -> None:
        self.chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))
