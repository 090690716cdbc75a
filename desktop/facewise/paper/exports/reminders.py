"""The days that the law sets or calls for besides the plan: filing, looking again, keeping."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facewise.assessment.result import Finding, State
from facewise.i18n import Text
from facewise.paper.dates import years_later
from facewise.paper.report import Report

ASSESSED = "G1"
KEPT_YEARS = 3
"""How long the impact assessment is kept at least (Measures, article 9 paragraph 2)."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A signed version of the report, and the day until which it is to be kept."""

    number: int
    until: dt.date


@dataclass(frozen=True, slots=True)
class Reminder:
    """A day on which something ends or is due; `key` and `use` together stay the same over all exports."""

    key: str
    day: dt.date
    what: Text
    why: Text
    cites: tuple[str, ...]
    use: str | None = None


def reminders(report: Report, kept: Sequence[Kept] = ()) -> tuple[Reminder, ...]:
    """Return what is to be kept in mind, by its days."""
    found = (*_filing(report), *_assessments(report), *_signed(report, kept))
    return tuple(sorted(found, key=lambda one: (one.day, one.key, one.use or "")))


def _filing(report: Report) -> Iterator[Reminder]:
    words, filing = report.pack.words, report.assessment.filing
    if filing and filing.deadline:
        what, why = words["export.filing"], words["export.filing.why"]
        yield Reminder("filing", filing.deadline, what, why, ("frt.15.1",))


def _assessments(report: Report) -> Iterator[Reminder]:
    """A year is our suggestion; the Measures ask for a new assessment when something changes."""
    words, on = report.pack.words, report.answers.on
    for finding in report.assessment.findings:
        if finding.question.code != ASSESSED or finding.state not in (State.MET, State.PARTLY):
            continue
        law, use, day = _binding(report, finding), finding.use, finding.answer.date
        review, why = words["export.review"], words["export.review.why"]
        yield Reminder("review", _next_year(day or on, on), review, why, law, use)
        if day:
            until, keep = years_later(day, KEPT_YEARS), words["export.keep"].format(date=day.isoformat())
            yield Reminder("keep", until, keep, words["export.keep.why"], law, use)


def _binding(report: Report, finding: Finding) -> tuple[str, ...]:
    """The paragraph on keeping and doing again, where the Measures apply here at all."""
    own = any(cite.startswith(f"{report.pack.id}.") for cite in finding.articles)
    return ("frt.9.2",) if own else finding.articles


def _next_year(since: dt.date, on: dt.date) -> dt.date:
    years = max(on.year - since.year, 1)
    day = years_later(since, years)
    return day if day > on else years_later(since, years + 1)


def _signed(report: Report, kept: Sequence[Kept]) -> Iterator[Reminder]:
    words = report.pack.words
    for one in kept:
        what = words["export.signed"].format(number=one.number)
        yield Reminder(f"signed-{one.number}", one.until, what, words["export.keep.why"], ("frt.9.2",))
