"""The calendar: whole days with a reminder, which update what an earlier one brought."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

import pytest
from icalendar import Calendar
from tests.paper.exports.results import DUE, gate, reported

from facewise.assessment.answers import Action, Answer
from facewise.i18n import LANGUAGES, Edition
from facewise.paper.exports.calendar_file import calendar_file
from facewise.paper.exports.reminders import Kept, reminders
from facewise.paper.report import Report
from facewise.store.samples import load_sample

EDITIONS: tuple[Edition, ...] = (*LANGUAGES, "both")
KEPT = (Kept(2, dt.date(2029, 11, 20)),)


@dataclass(frozen=True)
class Day:
    """An event as it was read back."""

    uid: str
    title: str
    words: str
    begins: dt.date
    ends: dt.date
    version: int
    reminders: int


def events(report: Report, edition: Edition = "en", site: str = "here") -> list[Day]:
    """The events of the file, read back."""
    found = Calendar.from_ical(calendar_file(report, edition, site, KEPT))
    return [_day(part) for part in found.walk("VEVENT")]


def _day(event: Any) -> Day:  # noqa: ANN401, its types are those of every property there is
    return Day(
        uid=str(event["uid"]),
        title=str(event["summary"]),
        words=str(event["description"]),
        begins=event.decoded("dtstart"),
        ends=event.decoded("dtend"),
        version=int(event["sequence"]),
        reminders=len(event.alarms.times),
    )


def named(report: Report, beginning: str) -> Day:
    return next(event for event in events(report) if event.title.startswith(beginning))


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_task_and_every_day_of_the_law_is_a_whole_day_with_a_reminder(edition: Edition) -> None:
    report = gate()
    found = events(report, edition)
    assert len(found) == len(report.plan) + len(reminders(report, KEPT))
    for event in found:
        assert event.ends - event.begins == dt.timedelta(days=1)
        assert not isinstance(event.begins, dt.datetime)
        assert event.reminders
        assert event.title


def test_a_task_has_the_day_and_the_person_that_were_set() -> None:
    event = next(one for one in events(gate()) if "周敏" in one.words)
    assert event.begins == DUE
    assert "Measures art. 14" in event.words


def test_filing_review_and_keeping_have_their_days() -> None:
    report = gate()
    assert report.assessment.filing
    assert named(report, "Last day to file").begins == report.assessment.filing.deadline
    assert named(report, "See whether").begins == dt.date(2027, 8, 30)
    assert named(report, "Impact assessment of 2025-08-30").begins == dt.date(2028, 8, 30)
    assert named(report, "Self-assessment report, version 2").begins == dt.date(2029, 11, 20)


def test_without_a_day_the_review_comes_a_year_after_the_answers() -> None:
    report = gate(G1="yes")
    assert named(report, "See whether").begins == dt.date(2027, 11, 20)
    assert not [event for event in events(report) if event.title.startswith("Impact")]


def test_an_assessment_that_was_not_made_is_not_looked_at_again() -> None:
    assert not [event for event in events(gate(G1="no")) if event.title.startswith("See whether")]


def test_the_same_things_keep_their_uids_and_count_up() -> None:
    was, now = gate(), gate(I3="no")
    later = dt.datetime(2026, 12, 24, 9, 0, tzinfo=dt.UTC)
    before = {event.uid: event for event in events(was)}
    after = {event.uid: event for event in events(replace(now, made=later))}
    assert set(before) < set(after)
    assert all(after[uid].version > before[uid].version for uid in before)
    assert len(after) == len(events(now))


def test_another_site_has_other_uids() -> None:
    report = gate()
    here, there = events(report), events(report, site="there")
    assert not {event.uid for event in here} & {event.uid for event in there}


def test_what_is_done_says_so_and_no_longer_reminds() -> None:
    report = gate()
    action = report.answers.actions[0].model_copy(update={"done": DUE})
    done = reported(report.answers.model_copy(update={"actions": (action,)}))
    event = named(done, "Done: ")
    assert not event.reminders
    assert event.uid in {other.uid for other in events(report)}


def test_what_is_no_longer_open_says_so_too() -> None:
    report = gate(I2="yes")
    event = named(report, "Done: ")
    assert event.uid in {other.uid for other in events(gate())}
    assert event.begins == DUE
    gone = Action(question="gone.question", due=DUE)
    nothing = reported(report.answers.model_copy(update={"actions": (gone,)}))
    assert not [one for one in events(nothing) if one.title.startswith("Done")]


def test_of_several_uses_the_title_names_which() -> None:
    report = gate()
    uses = tuple(report.answers.uses[0].model_copy(update={"id": n, "name": n}) for n in ("gate", "yard"))
    found = events(reported(report.answers.model_copy(update={"uses": uses})))
    assert [event for event in found if event.title.endswith("(yard)")]


def test_a_sample_says_so_in_every_title() -> None:
    found = events(reported(load_sample("shop").answers), "both")
    assert found
    assert all("样例：" in event.title and "SAMPLE: " in event.title for event in found)


def test_long_names_are_folded_and_complete() -> None:
    who = "周" * 300
    report = gate(C3=Answer(value="no", note="说" * 5000))
    action = report.answers.actions[0].model_copy(update={"who": who})
    named_so = reported(report.answers.model_copy(update={"actions": (action,)}))
    data = calendar_file(named_so, "zh", "here")
    assert max(map(len, data.split(b"\r\n"))) <= 75
    assert any(who in event.words for event in events(named_so, "zh"))


def test_the_same_report_gives_the_same_bytes() -> None:
    assert calendar_file(gate(), "zh", "here") == calendar_file(gate(), "zh", "here")
