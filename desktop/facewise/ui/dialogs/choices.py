"""Cards one of which is chosen; what belongs to the chosen one unfolds in it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from facewise.ui.widgets.words import Words, repolish


class ChoiceCard(QFrame):
    """A radio button with its title, a remark, and a body that shows while it is chosen."""

    def __init__(self, body: QWidget) -> None:
        super().__init__()
        self.setProperty("role", "choice")
        self.radio, self.body = QRadioButton(), body
        self.radio.setProperty("ring", "parent")
        self._title, self._hint = Words("name"), Words("second", wrap=True)
        top = QHBoxLayout()
        top.setSpacing(12)
        for part in (self.radio, self._title):
            top.addWidget(part)
        top.addWidget(self._hint, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 12)
        box.setSpacing(12)
        box.addLayout(top)
        box.addWidget(body)
        body.setContentsMargins(32, 0, 0, 4)
        self.radio.toggled.connect(self._show)
        self._show(on=False)

    def say(self, title: str, hint: str) -> None:
        """Set title and remark."""
        self._title.say(title)
        self._hint.say(hint)
        self.radio.setAccessibleName(title)
        self.radio.setAccessibleDescription(hint)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose this card."""
        super().mouseReleaseEvent(event)
        self.radio.setChecked(True)

    def _show(self, on: bool) -> None:  # noqa: FBT001, a slot of Qt's toggled(bool)
        self.body.setVisible(on and self.body.layout() is not None)
        self.setProperty("chosen", on)
        repolish(self)


class Choices(QWidget):
    """Cards by key; `chosen` when another is chosen."""

    chosen = Signal(str)

    def __init__(self, bodies: dict[str, QWidget]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.cards = {key: ChoiceCard(body) for key, body in bodies.items()}
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        for key, card in self.cards.items():
            self._group.addButton(card.radio)
            box.addWidget(card)
            card.radio.toggled.connect(lambda on, key=key: self.chosen.emit(key) if on else None)

    def choose(self, key: str) -> None:
        """Choose a card."""
        self.cards[key].radio.setChecked(True)

    def key(self) -> str:
        """Return the key of the chosen card."""
        return next((key for key, card in self.cards.items() if card.radio.isChecked()), "")
