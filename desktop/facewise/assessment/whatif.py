"""What each fix would change: grade and score with that one finding mended, the most useful first."""

from collections.abc import Collection
from dataclasses import dataclass

from facewise.assessment.answers import Answer, Answers
from facewise.assessment.assess import answered, assess
from facewise.assessment.grading import assess_use, site_result
from facewise.assessment.result import Assessment, Finding, Score, State
from facewise.content.conditions import leaves
from facewise.content.pack import Pack, Severity

ASSESSED_BEFORE_USE = "G1"
FILED = "K2"
IN_USE_SINCE = "S15"
WHERE, ELSEWHERE = "S6", "office"
_EFFORT = {"today": 1, "days": 3, "vendor": 8, "weeks": 8}
_ORDER = list(Severity)
_STATES = [State.GAP, State.UNKNOWN, State.PARTLY]


@dataclass(frozen=True, slots=True)
class Effect:
    """What mending one finding does: grade and score of the place before and after, and questions it opens.

    The place is the finding's use, or the site for a finding of the site.
    """

    finding: Finding
    grade_before: str | None
    grade_after: str | None
    score_before: Score
    score_after: Score
    opens: int


def effects(pack: Pack, answers: Answers, assessment: Assessment) -> tuple[Effect, ...]:
    """Return the effect of mending each open finding, red lines first, then by gain against effort."""
    read = _read(pack)
    found = [
        effect
        for finding in assessment.findings
        if finding.is_open and (effect := _effect(pack, answers, assessment, finding, read))
    ]
    return tuple(sorted(found, key=_priority))


def _read(pack: Pack) -> frozenset[str]:
    """The questions that decide about others, or whose answer is read on their own."""
    conditions = [
        condition
        for question in pack.questions
        for condition in (question.applies_if, *(rule.if_ for rule in question.severity_when))
    ]
    named = {leaf.q for condition in conditions for leaf in leaves(condition)}
    return frozenset(named | {question.id for question in pack.questions if question.code == FILED})


def best_answer(pack: Pack, answers: Answers, finding: Finding) -> str:
    """Return the best answer that mending can still reach: what came too late stays partly done."""
    if finding.question.code == ASSESSED_BEFORE_USE and _has_begun(pack, answers, finding.use):
        return "partly"
    if finding.question.code == FILED and finding.state is not State.UNKNOWN:
        return "partly"
    return "yes"


def _has_begun(pack: Pack, answers: Answers, use: str | None) -> bool:
    question = pack.question(IN_USE_SINCE)
    since = answers.get(question.id, use).date if question else None
    return since is None or since <= answers.on


def _effect(
    pack: Pack, answers: Answers, before: Assessment, finding: Finding, read: Collection[str]
) -> Effect | None:
    best = best_answer(pack, answers, finding)
    if finding.state is State.PARTLY and best == "partly":
        return None
    grade_before, score_before = _standing(before, finding.use)
    opens = 0
    if finding.overruled or finding.question.id in read:
        after = assess(pack, _mended(pack, answers, finding, best))
        opens = max(after.left - before.left, 0)
        grade_after, score_after = _standing(after, finding.use)
    else:
        grade_after, score_after = _standing_alone(answers, before, finding, best)
    if score_before is None or score_after is None:
        return None
    return Effect(finding, grade_before, grade_after, score_before, score_after, opens)


def _standing_alone(
    answers: Answers, before: Assessment, finding: Finding, best: str
) -> tuple[str | None, Score | None]:
    """How the place stands where nothing changes but this finding: most of them, and far quicker."""
    better = answered(finding, best)
    findings = [better if one is finding else one for one in before.findings]
    uses = [
        assess_use(use, findings, before.use(use.id).reason)
        for use in answers.uses
        if finding.use in (use.id, None)
    ]
    overall = site_result(uses, before.reason)
    return overall.grade, overall.score


def _mended(pack: Pack, answers: Answers, finding: Finding, best: str) -> Answers:
    """Return the answers with one finding mended; a device in a private space is moved out of it."""
    where = pack.question(WHERE)
    if finding.overruled and where:
        for reading in finding.because:
            answers = answers.put(where.id, reading.use, Answer(value=ELSEWHERE))
    better = finding.answer.model_copy(update={"value": best})
    return answers.put(finding.question.id, finding.use, better)


def _standing(assessment: Assessment, use: str | None) -> tuple[str | None, Score | None]:
    if use is None:
        return assessment.grade, assessment.score
    result = assessment.use(use)
    return result.grade, result.score


def _priority(effect: Effect) -> tuple[object, ...]:
    """Red lines by state, then critical breaches, then gain for effort, then the order of the pack."""
    finding = effect.finding
    red = finding.rank is Severity.RED
    gain = effect.score_after.exact - effect.score_before.exact
    fix = finding.question.fix
    effort = _EFFORT[fix.effort] if fix else 1
    return (
        not red,
        _STATES.index(finding.state) if red else 0,
        not finding.question.critical,
        -gain / effort,
        _ORDER.index(finding.rank),
        finding.question.code,
        finding.use or "",
    )
