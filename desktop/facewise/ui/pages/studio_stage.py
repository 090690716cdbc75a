"""The sign as it is designed: its size above, its real page, and below from how far it is read."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout

from facewise.i18n import _, ngettext
from facewise.paper.design import SIZES, Design, Size
from facewise.paper.legibility import Readable
from facewise.ui.drawn_signs import Drawn
from facewise.ui.icons import Picture
from facewise.ui.pages.documents_stage import Nothing
from facewise.ui.preview import Preview
from facewise.ui.studio_words import (
    headline_words,
    height_words,
    nearer_words,
    reads_far,
    side_words,
    size_words,
)
from facewise.ui.widgets.buttons import Button
from facewise.ui.widgets.segments import Segmented
from facewise.ui.widgets.words import Words

MOST = 2
"""So many sentences of what is left out are told below the sign; all stand beside it."""


class Below(QFrame):
    """From how far the sign is read, and what it leaves out."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "quiet")
        self._far_mark, self._far, self._height = (
            Picture("met", 16, family="shapes"),
            Words("strong"),
            Words("second"),
        )
        self._near = Words("hint", wrap=True)
        self._gap_mark, self._gaps = Picture("partly", 16, family="shapes"), Words("problem", wrap=True)
        far, gaps = QHBoxLayout(), QHBoxLayout()
        for row, parts in ((far, (self._far_mark, self._far, self._height)), (gaps, (self._gap_mark,))):
            row.setSpacing(8)
            for part in parts:
                row.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        far.addStretch(1)
        gaps.addWidget(self._gaps, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 10, 24, 12)
        box.setSpacing(4)
        box.addLayout(far)
        box.addWidget(self._near)
        box.addLayout(gaps)
        for part in (self._gap_mark, self._gaps):
            part.hide()
        self.show_readings((), "A4")

    def show_readings(self, found: tuple[Readable, ...], size: Size) -> None:
        """Show from how far the parts of a sign of some size are read."""
        headline = next((each for each in found if each.role == "headline"), None)
        for part in (self._far_mark, self._far, self._height, self._near):
            part.setVisible(headline is not None)
        if headline is not None:
            self._far.say(headline_words(headline))
            self._height.say(height_words(headline, size))
            self._near.say(nearer_words(found))
            self._far_mark.show_picture("met" if reads_far(headline, size) else "partly")

    def show_gaps(self, sentences: Sequence[str]) -> None:
        """Show what the law wants told and the sign does not tell."""
        more = len(sentences) - MOST
        shown = list(sentences[:MOST])
        if more > 0:
            shown.append(
                ngettext("{count} more beside it", "{count} more beside it", more).format(count=more)
            )
        if (said := "\n".join(shown)) == self._gaps.said():
            return
        self._gaps.say(said)
        if said:
            self.setAccessibleName(said)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        for part in (self._gap_mark, self._gaps):
            part.setVisible(bool(sentences))


class StudioStage(QFrame):
    """Shows one sign. `sized` and `turned` carry what was chosen, `asked` that one wants to see its words."""

    sized = Signal(str)
    turned = Signal(str)
    asked = Signal()
    led = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("stage")
        self.preview, self.nothing, self.below = Preview(), Nothing(), Below()
        self.sizes, self.sides = Segmented(SIZES), Segmented(("upright", "across"))
        self._more, self._middle = Button("small"), QStackedWidget()
        top = QHBoxLayout()
        top.setContentsMargins(24, 12, 16, 4)
        top.setSpacing(12)
        for part in (self.sizes, self.sides):
            top.addWidget(part)
        top.addStretch(1)
        top.addWidget(self._more)
        self._middle.addWidget(self.preview)
        self._middle.addWidget(self.nothing)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(top)
        box.addWidget(self._middle, 1)
        box.addWidget(self.below)
        self.sizes.chosen.connect(self.sized)
        self.sides.chosen.connect(self.turned)
        self._more.clicked.connect(self.asked)
        self.nothing.asked.connect(self.led)

    def retranslate(self) -> None:
        """Set all words."""
        self.sizes.say(_("Size"), size_words())
        self.sides.say(_("Format"), side_words())
        self._more.say(_("Words and look..."))

    def show_design(self, design: Design) -> None:
        """Show size and format; a sticker is a square."""
        self.sizes.choose(design.size)
        self.sides.choose("across" if design.landscape else "upright")
        self.sides.setVisible(design.size != "sticker")

    def show_drawn(self, drawn: Drawn, name: str, size: Size) -> None:
        """Show the sign."""
        self._middle.setCurrentWidget(self.preview)
        self.preview.setAccessibleName(name)
        self.preview.setAccessibleDescription(drawn.said)
        self.preview.show_pdf(drawn.pdf, drawn.said)
        self.below.show_readings(drawn.readings, size)

    def show_problem(self, title: str, sentence: str, go: str = "") -> None:
        """Say why there is nothing to be seen, and what would change that."""
        self._middle.setCurrentWidget(self.nothing)
        self.preview.show_pdf(b"")
        self.nothing.say(title, sentence, go, "triangle-alert")
        self.below.show_readings((), "A4")

    def fit(self, *, aside: bool) -> None:
        """Offer words and look where they have no column."""
        self._more.setVisible(not aside)
