"""The signs of a site: one is chosen, and why others cannot be made."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from facewise.i18n import _, tell
from facewise.paper.sign_model import Refusal, Sign
from facewise.ui.drawn_signs import key_of
from facewise.ui.icons import Picture
from facewise.ui.studio_words import sign_words
from facewise.ui.widgets.quiet import show_checked
from facewise.ui.widgets.told import Told
from facewise.ui.widgets.words import ElidedWords, Words, repolish

WIDTH = 248
LINE = 24


class SignRow(QFrame):
    """One sign; a click anywhere chooses it."""

    chosen = Signal(str)

    def __init__(self, one: Sign | Refusal, use: str) -> None:
        super().__init__()
        self.setProperty("role", "paper")
        self.key = key_of(one)
        reason = tell(one.reason) if isinstance(one, Refusal) else ""
        self.radio, title = QRadioButton(), Words("name", sign_words(one.kind), wrap=True)
        self.radio.setAccessibleName(", ".join(filter(None, (title.said(), use))))
        self.radio.setAccessibleDescription(reason)
        self.radio.setEnabled(not reason)
        self.radio.setFixedHeight(LINE)
        self.radio.toggled.connect(lambda on: self.chosen.emit(self.key) if on else None)
        box, top = QVBoxLayout(self), QHBoxLayout()
        box.setContentsMargins(12, 8, 12, 8)
        box.setSpacing(4)
        top.setSpacing(10)
        top.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(title)
        top.addLayout(words, 1)
        box.addLayout(top)
        if use:
            name = ElidedWords("hint")
            name.say(use)
            words.addWidget(name)
        if reason:
            box.addLayout(_why(reason))

    def choose(self, *, on: bool) -> None:
        """Show whether it is the chosen one."""
        show_checked(self.radio, on=on)
        if self.property("chosen") != on:
            self.setProperty("chosen", on)
            repolish(self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the sign."""
        super().mouseReleaseEvent(event)
        self.radio.setChecked(True) if self.radio.isEnabled() else None


def _why(reason: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(30, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(Picture("triangle-alert", 16), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Words("second", reason, wrap=True), 1)
    return row


class SignList(QFrame):
    """The list under its heading, and what came of the last file that was saved."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("list")
        self.setFixedWidth(WIDTH)
        self._title, self.told = Words("section"), Told()
        self._rows: dict[str, SignRow] = {}
        self._group = QButtonGroup(self)
        inner, area = QWidget(), QScrollArea()
        inner.setProperty("role", "page")
        self._box = QVBoxLayout(inner)
        self._box.setContentsMargins(8, 0, 8, 8)
        self._box.setSpacing(4)
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._title.setContentsMargins(20, 20, 12, 12)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for part in (self._title, area, self.told):
            box.addWidget(part, 1 if part is area else 0)

    def show_signs(self, found: Sequence[Sign | Refusal], uses: Mapping[str, str]) -> None:
        """Take signs; `uses` names the use of each where there are several."""
        while (item := self._box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._rows = {}
        for one in found:
            row = self._rows[key_of(one)] = SignRow(one, uses.get(one.use, ""))
            self._group.addButton(row.radio)
            row.chosen.connect(self.chosen)
            self._box.addWidget(row)
        self._box.addStretch(1)

    def choose(self, key: str) -> None:
        """Show which sign is the chosen one."""
        for each, row in self._rows.items():
            row.choose(on=each == key)

    def first(self) -> QWidget | None:
        """Return the chosen sign's button, else the first."""
        buttons = [row.radio for row in self._rows.values() if row.radio.isEnabled()]
        return next((radio for radio in buttons if radio.isChecked()), next(iter(buttons), None))

    def retranslate(self) -> None:
        """Set the heading; rows are built anew with the page."""
        self._title.say(_("Signs"))
        self.setAccessibleName(_("Signs"))
        self.told.retranslate()
