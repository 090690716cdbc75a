"""Cards: a frame with a title, a quiet line beside it, and rows under it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from facewise.ui.drawings import Family
from facewise.ui.icons import Picture
from facewise.ui.theme import tokens_of
from facewise.ui.widgets.words import Words, line


class Card(QFrame):
    """A card with a title; `add` puts rows under it, each below a thin line."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.title, self.hint = Words("card-title"), Words("second", wrap=True)
        self.head = QHBoxLayout()
        self.head.setContentsMargins(20, 12, 20, 12)
        self.head.setSpacing(12)
        self.head.addWidget(self.title)
        self.head.addWidget(self.hint, 1)
        self._rows: list[QWidget] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(1, 1, 1, 1)
        self._box.setSpacing(0)
        self._box.addLayout(self.head)

    def say(self, title: str, hint: str = "") -> None:
        """Set the title and what stands beside it."""
        self.title.say(title)
        self.hint.say(hint)
        self.setAccessibleName(title)

    def add(self, widget: QWidget, *, ruled: bool = True) -> None:
        """Put a row at the end."""
        for part in (line(), widget) if ruled else (widget,):
            self._box.addWidget(part)
            self._rows.append(part)

    def clear(self) -> None:
        """Take all rows away."""
        for part in self._rows:
            self._box.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._rows = []


class LinkRow(QPushButton):
    """A row that is one large button: a mark, its word, a sentence, where it stands in the law, an arrow."""

    def __init__(self, family: Family, mark: str) -> None:
        super().__init__()
        self.setProperty("role", "row")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._state, self._text, self._law = Words("red"), Words("body", wrap=True), Words("second")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 10, 16, 10)
        row.setSpacing(12)
        for words in (self._state, self._law):
            words.setContentsMargins(0, 0, 0, 3)
        row.addWidget(Picture(mark, 20, family=family))
        row.addWidget(self._state)
        row.addWidget(self._text, 1)
        row.addWidget(self._law)
        row.addWidget(Picture("chevron-right", 16, colour="text2"))
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, state: str, text: str, law: str, width: int) -> None:
        """Set the words; `width` is that of the column of states."""
        self._state.say(state)
        self._state.setMinimumWidth(width)
        self._text.say(text)
        self._law.say(law)
        self.setAccessibleName(text)
        self.setAccessibleDescription(f"{state}, {law}" if law else state)

    def hasHeightForWidth(self) -> bool:
        """Return that a longer sentence makes the row higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the words need."""
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else 44

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a shade under the mouse."""
        if self.underMouse() or self.isDown():
            painter = QPainter(self)
            painter.fillRect(self.rect(), QColor(tokens_of(self).side))
            painter.end()

    def event(self, event: QEvent) -> bool:
        """Repaint when the mouse comes and goes."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)


class Pill(QFrame):
    """A short word in a tinted box, such as the change of a grade."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "pill")
        self._words = Words("label")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 8, 2)
        row.addWidget(self._words)

    def say(self, words: str) -> None:
        """Show words, or hide where there are none."""
        self._words.say(words)
        self.setVisible(bool(words))
