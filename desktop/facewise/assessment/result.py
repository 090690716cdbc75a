"""The shapes of a result: findings, red lines, grade, score; no words and nothing still to be computed."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from facewise.assessment.answers import Answer, Value
from facewise.assessment.deadlines import Filing
from facewise.content.conditions import Reading
from facewise.content.pack import Note, Outcome, Question, Severity
from facewise.i18n import Text

RULES = 1
"""The number of the rules in this room; a report names it, so that a later program knows which it used."""


class State(StrEnum):
    """How a question stands."""

    GAP = "gap"
    UNKNOWN = "unknown"
    PARTLY = "partly"
    UNANSWERED = "unanswered"
    MET = "met"
    NOT_APPLICABLE = "not_applicable"


class NoGrade(StrEnum):
    """Why there is no letter."""

    IN_PROGRESS = "in_progress"
    INSUFFICIENT_BASIS = "insufficient_basis"
    OUTCOME = "outcome"


@dataclass(frozen=True, slots=True)
class Finding:
    """One scored question in one place. `rank` is the class that gives weight, mark and list.

    `articles` are the provisions that bear on it here: not the Measures where they do not apply.
    """

    question: Question
    use: str | None
    state: State
    rank: Severity
    severity: Severity
    value: Value | None
    answer: Answer
    articles: tuple[str, ...]
    weight: int
    points: Fraction
    highest: Fraction
    note: Text | None
    because: tuple[Reading, ...]
    lacks_evidence: bool
    overruled: bool

    @property
    def place(self) -> tuple[str, str | None]:
        """Return question id and use, the key of this finding."""
        return self.question.id, self.use

    @property
    def is_red_line(self) -> bool:
        """Return whether this stands in the list of red lines."""
        return self.rank is Severity.RED and self.state in (State.GAP, State.PARTLY, State.UNKNOWN)

    @property
    def is_broken(self) -> bool:
        """Return whether a red line is crossed for certain."""
        return self.rank is Severity.RED and self.state is State.GAP

    @property
    def is_open(self) -> bool:
        """Return whether something is to be done: a gap, partly done, or to be found out."""
        return self.state in (State.GAP, State.PARTLY, State.UNKNOWN) and self.rank is not Severity.NONE


@dataclass(frozen=True, slots=True)
class Score:
    """Points of 100, exact: `num` of `den` weighted points; `high` counts what is open as done."""

    num: Fraction
    den: int
    high: Fraction

    @property
    def exact(self) -> Fraction:
        """Return the score, 0 to 100; 0 where nothing is weighed."""
        return Fraction(100) * self.num / self.den if self.den else Fraction(0)

    @property
    def value(self) -> str:
        """Return the score with one decimal, rounded down."""
        return one_decimal(self.exact)

    @property
    def high_value(self) -> str:
        """Return the highest score still possible, with one decimal, rounded down."""
        return one_decimal(Fraction(100) * self.high / self.den if self.den else Fraction(0))


def one_decimal(exact: Fraction) -> str:
    """Return a number with one decimal, rounded down."""
    tenths = exact.numerator * 10 // exact.denominator
    return f"{tenths // 10}.{tenths % 10}"


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    part: int
    whole: int


@dataclass(frozen=True, slots=True)
class UseResult:
    """How one use stands: its own findings together with those of the site."""

    id: str
    kind: str
    grade: str | None
    reason: NoGrade | None
    by_score: bool
    score: Score
    evidence: Share


@dataclass(frozen=True, slots=True)
class NotAsked:
    """A question that does not apply, or (`maybe`) may still be asked, and the answers that say so."""

    question: Question
    use: str | None
    because: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything that follows from the answers of a site on one day.

    `by_score` tells a D that comes from the score alone; `left` counts questions still without an answer.
    """

    on: str
    outcome: Outcome | None
    grade: str | None
    reason: NoGrade | None
    by_score: bool
    left: int
    score: Score | None
    coverage: Share
    evidence: Share
    uses: tuple[UseResult, ...]
    findings: tuple[Finding, ...]
    not_asked: tuple[NotAsked, ...]
    may_be_asked: tuple[NotAsked, ...]
    notes: tuple[Note, ...]
    filing: Filing | None

    @property
    def red_lines(self) -> tuple[Finding, ...]:
        """Return the red lines that are crossed, partly kept or unknown, in that order."""
        order = (State.GAP, State.PARTLY, State.UNKNOWN)
        return tuple(f for state in order for f in self.findings if f.is_red_line and f.state is state)

    @property
    def has_amber(self) -> bool:
        """Return whether an open point rests on a provision that can be read in two ways."""
        return any(f.rank is Severity.AMBER and f.is_open for f in self.findings)

    def use(self, use_id: str) -> UseResult:
        """Return the result of a use; KeyError if there is none."""
        return {use.id: use for use in self.uses}[use_id]
