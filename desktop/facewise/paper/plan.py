"""The action plan: what to mend, who does it, until when, and what it changes."""

import datetime as dt
from dataclasses import dataclass

from facewise.assessment.answers import Action, Answers
from facewise.assessment.result import Assessment, Finding
from facewise.assessment.whatif import Effect, effects
from facewise.content.pack import Pack, Severity

_DAYS = {"today": 0, "days": 7, "vendor": 14, "weeks": 28}
FIRST = 6
"""How many actions the first page and the action sheet show."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do; `due` is the date the user set, or else follows from effort and gravity."""

    finding: Finding
    effect: Effect | None
    due: dt.date
    who: str
    done: dt.date | None


def plan(pack: Pack, answers: Answers, assessment: Assessment) -> tuple[Step, ...]:
    """Return what to do, the most urgent first; what no longer can be mended comes last."""
    changes = effects(pack, answers, assessment)
    known = {effect.finding.place for effect in changes}
    rest = [finding for finding in assessment.findings if finding.is_open and finding.place not in known]
    wanted: list[tuple[Finding, Effect | None]] = [(effect.finding, effect) for effect in changes]
    wanted += [(finding, None) for finding in rest]
    return tuple(step(answers, finding, effect) for finding, effect in wanted)


def step(answers: Answers, finding: Finding, effect: Effect | None = None) -> Step:
    """Return what is to be done about one finding: who and until when, as the user set it or as follows."""
    set_by_user = next((a for a in answers.actions if (a.question, a.use) == finding.place), None)
    action = set_by_user or Action(question=finding.question.id)
    due = action.due or answers.on + dt.timedelta(days=_days(finding))
    return Step(finding, effect, due, action.who, action.done)


def _days(finding: Finding) -> int:
    """A red line is stopped at once where that takes a day, and within a week where it takes longer."""
    fix = finding.question.fix
    days = _DAYS[fix.effort] if fix else 0
    return min(days, 7) if finding.rank is Severity.RED else days
