"""The top of the result: the verdict with its grade, the score with its range; and the line that stays."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facewise.assessment.result import Assessment, NoGrade
from facewise.i18n import _
from facewise.ui.drawings import Family
from facewise.ui.icons import Picture
from facewise.ui.outcome import Head
from facewise.ui.widgets.buttons import Button
from facewise.ui.widgets.score import ScoreRange
from facewise.ui.widgets.words import ElidedWords, Words, repolish

GRADE, SMALL_GRADE = 72, 32
SIDE = 304
STICKY = 56


def family_of(head: Head) -> Family:
    """Return the family of the picture of a verdict."""
    return "pictograms" if head.family == "pictograms" else "shapes"


class HeadBand(QFrame):
    """The verdict: grade, words and what they mean at the left, the score at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._picture, self._words, self._lines = (
            Picture(size=GRADE),
            Words("verdict", wrap=True),
            Words("lead", wrap=True),
        )
        self._score, self._range = ScorePart(), QFrame()
        self._range.setProperty("role", "upright")
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._words)
        words.addWidget(self._lines)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 20, 24, 20)
        row.setSpacing(24)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._range)
        row.addWidget(self._score)

    def show_head(self, head: Head, result: Assessment) -> None:
        """Show a verdict with its score."""
        self._picture.show_picture(head.picture, family_of(head))
        self._words.say(head.words)
        self._lines.say("\n".join(head.lines))
        self.setProperty("band", head.band)
        self._score.show_result(result)
        self._range.setVisible(not self._score.isHidden())
        self.setAccessibleName(f"{result.grade}, {head.words}" if result.grade else head.words)
        self.setAccessibleDescription(" ".join(head.lines))
        repolish(self)


class ScorePart(QWidget):
    """Score, range, how much was answered and how much of it can be shown."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(SIDE)
        self._value, self._unit, self._bar = Words("figure"), Words("second", wrap=True), ScoreRange()
        self._answered, self._shown = Words("second"), Words("second")
        top, below = QHBoxLayout(), QVBoxLayout()
        top.setSpacing(10)
        top.addWidget(self._value, 0, Qt.AlignmentFlag.AlignBottom)
        top.addWidget(self._unit, 1, Qt.AlignmentFlag.AlignBottom)
        below.setSpacing(0)
        below.addWidget(self._answered)
        below.addWidget(self._shown)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addStretch(1)
        box.addLayout(top)
        box.addWidget(self._bar)
        box.addLayout(below)
        box.addStretch(1)

    def show_result(self, result: Assessment) -> None:
        """Show the figures of a result; without a grade there is no score, and without questions nothing."""
        score = result.score if result.grade else None
        self.setVisible(result.reason is not NoGrade.OUTCOME)
        for part in (self._value, self._unit, self._bar):
            part.setVisible(score is not None)
        if score is not None:
            self._value.say(score.value)
            higher = score.high_value != score.value
            words = (
                _("points of 100, up to {high} when the rest is found out") if higher else _("points of 100")
            )
            self._unit.say(words.format(high=score.high_value))
            name = _("Score {value}, up to {high}, of 100")
            self._bar.show_score(
                float(score.value),
                float(score.high_value),
                name.format(value=score.value, high=score.high_value),
            )
        coverage, evidence = result.coverage, result.evidence
        whole = max(coverage.whole, coverage.part + result.left)  # what is open in the business counts too
        self._answered.say(_("{part} of {whole} questions answered").format(part=coverage.part, whole=whole))
        shown = _("{part} of {whole} answers have evidence").format(part=evidence.part, whole=evidence.whole)
        self._shown.say(shown if evidence.whole else "")


class StickyLine(QFrame):
    """Grade and score in one line that stays on top while one scrolls, with the way to each part."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget, parts: tuple[str, ...]) -> None:
        super().__init__(parent)
        self.setObjectName("sticky")
        self.setFixedHeight(STICKY)
        self._picture, self._words, self._score = (
            Picture(size=SMALL_GRADE),
            ElidedWords("name"),
            Words("second"),
        )
        self._links = {part: Button("link") for part in parts}
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 0, 32, 0)
        row.setSpacing(12)
        row.addWidget(self._picture)
        row.addWidget(self._words, 1)
        row.addWidget(self._score)
        row.addSpacing(12)
        for part, link in self._links.items():
            row.addWidget(link)
            link.clicked.connect(lambda _on=False, part=part: self.wanted.emit(part))
        self.hide()

    def show_head(self, head: Head, result: Assessment) -> None:
        """Show a verdict in one line."""
        self._picture.show_picture(head.picture, family_of(head))
        self._words.say(head.words)
        score = result.score if result.grade else None
        words = _("{value}, up to {high}") if score and score.value != score.high_value else "{value}"
        self._score.say(words.format(value=score.value, high=score.high_value) if score else "")

    def say(self, words: dict[str, str], shown: set[str]) -> None:
        """Set the words of the links, and which of them there are."""
        for part, link in self._links.items():
            link.say(words[part])
            link.setVisible(part in shown)
