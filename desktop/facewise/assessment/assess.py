"""From answers to a result: findings, red lines, grade and score; the same answers give the same result."""

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from facewise.assessment.answers import Answer, Answers
from facewise.assessment.deadlines import Due, Filing, filing
from facewise.assessment.grading import assess_use, count_evidence, site_result
from facewise.assessment.replay import Asked, Replay, replay
from facewise.assessment.result import Assessment, Finding, NoGrade, NotAsked, Share, State
from facewise.content.conditions import holds
from facewise.content.pack import Pack, Question, Severity
from facewise.i18n import Text

PERSONS = "S11"
FILED = "K2"
NEEDED = "required_for_yes"
LEAST_ANSWERED = 15

_STATES = {
    "yes": State.MET,
    "partly": State.PARTLY,
    "no": State.GAP,
    "unknown": State.UNKNOWN,
    "na": State.NOT_APPLICABLE,
}
_WEIGHTS = {
    Severity.RED: 5,
    Severity.BREACH: 3,
    Severity.AMBER: 3,
    Severity.WEAK: 1,
    Severity.BEST: 0,
    Severity.NONE: 0,
}
_GRAVITY = {severity: n for n, severity in enumerate(Severity)}
_LOWER = {Severity.RED: Severity.BREACH, Severity.BREACH: Severity.WEAK, Severity.WEAK: Severity.BEST}
_OPEN = (State.UNKNOWN, State.UNANSWERED)


def assess(pack: Pack, answers: Answers) -> Assessment:
    """Return everything that follows from the answers on their day."""
    walk = replay(pack, answers)
    late = _filing(walk)
    findings = tuple(_finding(walk, place, late) for place in walk.asked() if _makes_a_finding(place))
    left = sum(1 for place in walk.asked() if place.value is None)
    reason = _no_grade(walk, left)
    uses = tuple(assess_use(use, findings, reason) for use in answers.uses)
    overall = site_result(uses, reason)
    return Assessment(
        on=answers.on.isoformat(),
        outcome=walk.outcome,
        grade=overall.grade,
        reason=overall.reason,
        by_score=overall.by_score,
        left=left,
        score=overall.score,
        coverage=_coverage(walk),
        evidence=count_evidence(findings),
        uses=uses,
        findings=findings,
        not_asked=_not_asked(walk.places.values(), verdict=False),
        may_be_asked=_not_asked(walk.places.values(), verdict=None),
        notes=tuple(note for note in pack.notes if note.if_ and walk.holds(note)),
        filing=late,
    )


def _no_grade(walk: Replay, left: int) -> NoGrade | None:
    """Return why there can be no letter: too little to go by comes before what is still to be answered."""
    if walk.outcome:
        return NoGrade.OUTCOME
    answered = sum(1 for p in walk.asked() if p.question.scored and p.value not in (None, "na"))
    if answered < LEAST_ANSWERED:
        return NoGrade.INSUFFICIENT_BASIS
    return NoGrade.IN_PROGRESS if left or not walk.answers.uses else None


def _makes_a_finding(place: Asked) -> bool:
    """Questions that only route to others make no finding, unless their yes lacks the evidence it needs."""
    question = place.question
    if question.severity is Severity.NONE:
        return place.value == "yes" and question.evidence_rule == NEEDED and not place.answer.evidence
    return question.scored


def _coverage(walk: Replay) -> Share:
    places = [place for place in walk.asked() if place.question.scored]
    return Share(sum(1 for place in places if place.value is not None), len(places))


def _not_asked(places: Iterable[Asked], *, verdict: bool | None) -> tuple[NotAsked, ...]:
    return tuple(
        NotAsked(place.question, place.use, place.because)
        for place in places
        if place.asked is verdict and place.question.scored
    )


def _finding(walk: Replay, place: Asked, late: Filing | None) -> Finding:
    question = place.question
    state = State.UNANSWERED if place.value is None else _STATES[str(place.value)]
    rank, note = _rank(walk, place)
    if question.code == FILED and late:
        state, rank = _filed(state, rank, late)
    severity, weight, points, highest = _weighed(state, rank)
    return Finding(
        question=question,
        use=place.use,
        state=state,
        rank=rank,
        severity=severity,
        value=place.value,
        answer=place.answer,
        articles=_articles(walk, question),
        weight=weight,
        points=points,
        highest=highest,
        note=note,
        because=place.because,
        lacks_evidence=_lacks_evidence(question, place.answer, state),
        overruled=place.overruled,
    )


def answered(finding: Finding, value: str) -> Finding:
    """Return a finding as it is with another answer, which no condition reads."""
    state = _STATES[value]
    answer = finding.answer.model_copy(update={"value": value})
    severity, weight, points, highest = _weighed(state, finding.rank)
    return replace(
        finding,
        state=state,
        severity=severity,
        value=value,
        answer=answer,
        weight=weight,
        points=points,
        highest=highest,
        lacks_evidence=_lacks_evidence(finding.question, answer, state),
    )


def _weighed(state: State, rank: Severity) -> tuple[Severity, int, Fraction, Fraction]:
    """Return severity, weight, points, and the points that are still possible."""
    weight = 0 if state is State.NOT_APPLICABLE else _WEIGHTS[rank]
    points = weight * _worth(state, rank)
    severity = _LOWER.get(rank, rank) if state is State.PARTLY else rank
    return severity, weight, points, Fraction(weight) if state in _OPEN else points


def _articles(walk: Replay, question: Question) -> tuple[str, ...]:
    """An outcome without a grade is one to which the pack's own instrument does not apply."""
    own = f"{walk.pack.id}."
    return tuple(cite for cite in question.cites if not (walk.outcome and cite.startswith(own)))


def _rank(walk: Replay, place: Asked) -> tuple[Severity, Text | None]:
    """Return the class that holds, and its note.

    The first rule that is true wins; while one is open, the graver of it and what holds otherwise.
    """
    question = place.question
    holding: Severity = question.severity or Severity.NONE
    graver: list[Severity] = []
    note = None
    for rule in question.severity_when:
        verdict = holds(rule.if_, lambda name: walk.read(place.use, name))
        if verdict:
            holding, note = rule.severity, rule.note
            break
        if verdict is None:
            graver.append(rule.severity)
    worst = min([holding, *graver], key=_GRAVITY.__getitem__)
    return worst, note if worst is holding else None


def _worth(state: State, rank: Severity) -> Fraction:
    """Return what an answer is worth of its weight; a no counts half where the law has two readings."""
    if state is State.MET:
        return Fraction(1)
    if state is State.PARTLY or (rank is Severity.AMBER and state is State.GAP):
        return Fraction(1, 2)
    return Fraction(0)


def _lacks_evidence(question: Question, answer: Answer, state: State) -> bool:
    claimed = state in (State.MET, State.PARTLY)
    return claimed and question.evidence_rule == NEEDED and not answer.evidence


def _filing(walk: Replay) -> Filing | None:
    """Return how the filing stands where it is asked for and not known to be made."""
    question, persons = walk.pack.question(FILED), walk.pack.question(PERSONS)
    place = walk.places.get((question.id, None)) if question else None
    if not persons or not place or not place.asked or place.value not in (None, "no", "unknown"):
        return None
    return filing(walk.answers.get(persons.id).date, walk.answers.on)


def _filed(state: State, rank: Severity, late: Filing) -> tuple[State, Severity]:
    """Return state and class of a filing not made: no breach before its day, unknown without a day."""
    if late.due is Due.NOT_YET:
        return state, Severity.NONE
    if late.due is Due.OVERDUE or state is State.UNANSWERED:
        return state, rank
    return State.UNKNOWN, rank
