"""The red lines that are crossed, unknown or partly kept; and what can be read in two ways."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout

from facewise.assessment.result import Finding
from facewise.i18n import Language, _, ngettext
from facewise.ui import marking, outcome
from facewise.ui.fonts import sized
from facewise.ui.icons import Picture
from facewise.ui.places import RED_LINES
from facewise.ui.session import Session
from facewise.ui.widgets.cards import Card, LinkRow
from facewise.ui.widgets.words import Words


class RedLinesCard(Card):
    """One row for each red line; `followed` carries the key of its question."""

    followed = Signal(object)

    def show_reds(self, session: Session, reds: Sequence[Finding], language: Language) -> None:
        """Show red lines, or that none was found."""
        self.clear()
        self.say(
            _("Red lines"),
            _("No score makes up for one: a single one that is broken makes the grade D or E."),
        )
        if not reds:
            nothing = Words("lead", _none_found(session, language), wrap=True)
            nothing.setContentsMargins(20, 14, 20, 14)
            self.add(nothing)
        metrics = QFontMetrics(sized(14, QFont.Weight.Normal))
        states = [marking.state_words(session.pack, finding, language) for finding in reds]
        width = max((metrics.horizontalAdvance(state) for state in states), default=0) + 4
        for finding, state in zip(reds, states, strict=True):
            row = LinkRow("pictograms", marking.mark_of(finding))
            text = outcome.of_use(session, marking.sentence(finding, language), finding.use, language)
            row.say(state, text, marking.article(session.pack, finding.articles, language), width)
            row.clicked.connect(lambda _on=False, key=finding.place: self.followed.emit(key))
            self.add(row)


def _none_found(session: Session, language: Language) -> str:
    """Return that no red line was found; while some were not asked yet, only that none was found so far."""
    left = session.way.state(RED_LINES).left
    if not left:
        return session.pack.words["summary.reds.none"][language]
    sentence = ngettext(
        "None found so far; {count} red-line question has no answer yet.",
        "None found so far; {count} red-line questions have no answer yet.",
        left,
    )
    return sentence.format(count=left)


class AmberLine(QFrame):
    """One sentence with the diamond before it: the law can be read in two ways on one point."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("band", "partly")
        self._words = Words("body", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 10, 20, 10)
        row.setSpacing(12)
        row.addWidget(Picture("mark-amber", 20, family="pictograms"))
        row.addWidget(self._words, 1)

    def say(self, sentence: str) -> None:
        """Show the sentence, or nothing."""
        self._words.say(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
