"""Grade and score: of one use from its own findings and the site's, of the site from its worst use."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from facewise.assessment.answers import Use
from facewise.assessment.result import Finding, NoGrade, Score, Share, State, UseResult
from facewise.content.pack import Severity

PRIVATE_SPACE = "H1"
_LETTERS = "EDCBA"
_D_BELOW, _C_BELOW, _A_FROM = 60, 75, 90
_COUNTED = (Severity.RED, Severity.BREACH, Severity.WEAK)


@dataclass(frozen=True, slots=True)
class Overall:
    """Grade, or the reason for none, and score."""

    grade: str | None
    reason: NoGrade | None
    by_score: bool
    score: Score | None


def assess_use(use: Use, findings: Sequence[Finding], reason: NoGrade | None) -> UseResult:
    """Return how a use stands by its own findings and those of the site."""
    own = [finding for finding in findings if finding.use in (use.id, None)]
    score = weigh(own)
    evidence = count_evidence(own)
    grade, by_score = (None, False) if reason else _grade(own, score, evidence)
    return UseResult(use.id, use.kind, grade, reason, by_score, score, evidence)


def site_result(uses: Sequence[UseResult], reason: NoGrade | None) -> Overall:
    """Return the worst letter over the uses, then the lowest score, and that use's score."""
    if reason is NoGrade.OUTCOME or not uses:
        return Overall(None, reason, by_score=False, score=None)
    order = [None, *_LETTERS]
    worst = min(uses, key=lambda use: (order.index(use.grade), use.score.exact))
    return Overall(worst.grade, worst.reason, worst.by_score, worst.score)


def weigh(findings: Iterable[Finding]) -> Score:
    """Return the weighted share of what is done."""
    kept = list(findings)
    zero = Fraction(0)
    return Score(
        sum((f.points for f in kept), zero), sum(f.weight for f in kept), sum((f.highest for f in kept), zero)
    )


def count_evidence(findings: Iterable[Finding]) -> Share:
    """Return how many of the answers that claim something have an item that shows it."""
    claimed = [
        f
        for f in findings
        if f.state in (State.MET, State.PARTLY) and f.rank in _COUNTED and f.question.evidence_rule != "none"
    ]
    return Share(sum(1 for f in claimed if f.answer.evidence), len(claimed))


def _grade(findings: Sequence[Finding], score: Score, evidence: Share) -> tuple[str, bool]:
    """Return the letter and whether a D comes from the score alone; the first rule that fits wins."""
    broken = [f for f in findings if f.is_broken]
    if len(broken) > 1 or any(f.question.code == PRIVATE_SPACE for f in broken):
        return "E", False
    if broken or score.exact < _D_BELOW:
        return "D", not broken
    if score.exact < _C_BELOW or any(f.is_red_line for f in findings):
        return "C", False
    return ("A" if score.exact >= _A_FROM and _is_clean(findings, evidence) else "B"), False


def _is_clean(findings: Sequence[Finding], evidence: Share) -> bool:
    """No duty open, nothing critical even partly, evidence for four answers in five and where required."""
    duties = (Severity.RED, Severity.BREACH)
    for f in findings:
        if f.rank in duties and (
            f.state in (State.GAP, State.UNKNOWN) or (f.question.critical and f.is_open)
        ):
            return False
        if f.lacks_evidence:
            return False
    return evidence.part * 5 >= evidence.whole * 4
