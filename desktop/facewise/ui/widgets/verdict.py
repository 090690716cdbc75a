"""The verdict: a shape, words first, then what they rest on."""

from typing import Literal, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from facewise.ui.drawings import Family
from facewise.ui.icons import Picture
from facewise.ui.widgets.words import Words, repolish

Band: TypeAlias = Literal["met", "partly", "gap", "red", "unknown"]


class Verdict(QFrame):
    """A band in the colour of its state, with a shape of 56 pixels; it takes the focus after a check."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._shape = Picture(size=56, family="shapes")
        self._heading, self._text = Words("verdict", wrap=True), Words("lead", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._heading)
        words.addWidget(self._text)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 24, 32, 24)
        row.setSpacing(32)
        row.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def say(self, band: Band, shape: str, heading: str, text: str, family: Family = "shapes") -> None:
        """Show a verdict: its band, its shape, its words."""
        self._shape.show_picture(shape, family)
        self._heading.say(heading)
        self._text.say(text)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(text)
        self.setProperty("band", band)
        repolish(self)
