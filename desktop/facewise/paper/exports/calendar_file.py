"""The plan and its reminders as a calendar (RFC 5545); brought in again, it updates what is there."""

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from facewise.assessment.answers import Action
from facewise.i18n import Edition, Text
from facewise.paper.exports.reminders import Kept, Reminder, reminders
from facewise.paper.exports.spoken import spoken
from facewise.paper.phrases import use_name
from facewise.paper.plan import Step
from facewise.paper.report import Report

if TYPE_CHECKING:
    from icalendar import Alarm, Event

_BEFORE: Final = (dt.timedelta(hours=-15),)
"""Nine o'clock on the day before, as days begin at midnight."""
_LONG_BEFORE: Final = (dt.timedelta(days=-7, hours=9), *_BEFORE)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One day of the calendar; `key` says which of the site's things it is."""

    key: str
    day: dt.date
    title: Text
    words: Text
    alarms: tuple[dt.timedelta, ...] = _BEFORE


def calendar_file(report: Report, edition: Edition, site: str, kept: Sequence[Kept] = ()) -> bytes:
    """Return the calendar; `site` is what tells this site from others for as long as its file exists."""
    from icalendar import Calendar

    words, business = report.pack.words, report.answers.business
    named = spoken(words["export.calendar"], edition, " / ")
    found = Calendar()
    found.add("prodid", "-//Facewise//Facewise//EN")
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", " ".join(filter(None, (named, business.site or business.name))))
    for entry in _entries(report, kept):
        found.add_component(_event(report, entry, edition, site))
    made: bytes = found.to_ical()
    return made


def _entries(report: Report, kept: Sequence[Kept]) -> Iterator[_Entry]:
    for step in report.plan:
        yield _of_step(report, step)
    open_places = {step.finding.place for step in report.plan}
    for action in report.answers.actions:
        if (action.question, action.use) not in open_places and (action.done or action.due):
            yield from _no_longer_open(report, action)
    for one in reminders(report, kept):
        yield _of_reminder(report, one)


def _of_step(report: Report, step: Step) -> _Entry:
    finding, words = step.finding, report.pack.words
    question = finding.question
    what = question.fix or question
    title = question.fix.headline if question.fix else question.text
    law = _listed(report, finding.articles)
    who = words["findings.who"].format(who=step.who) if step.who else None
    told = _lines(what.text, use_name(report, finding.use), law, who, words["export.from"])
    if step.done:
        return _Entry(_key(finding.place), step.due, _done(report, title), told, ())
    return _Entry(_key(finding.place), step.due, _named(report, title, finding.use), told)


def _no_longer_open(report: Report, action: Action) -> Iterator[_Entry]:
    """What was planned and is done now: the entry that an earlier calendar brought says so."""
    question = report.pack.question(action.question)
    day = action.due or action.done
    if question and day:
        title = question.fix.headline if question.fix else question.text
        told = _lines(question.text, use_name(report, action.use), report.pack.words["export.from"])
        yield _Entry(_key((action.question, action.use)), day, _done(report, title), told, ())


def _of_reminder(report: Report, one: Reminder) -> _Entry:
    law = _listed(report, one.cites)
    told = _lines(one.why, use_name(report, one.use), law, report.pack.words["export.from"])
    title = _named(report, one.what, one.use)
    return _Entry(f"{one.key} {one.use or ''}", one.day, title, told, _LONG_BEFORE)


def _key(place: tuple[str, str | None]) -> str:
    return f"{place[0]} {place[1] or ''}"


def _done(report: Report, title: Text) -> Text:
    return report.pack.words["export.done"].format(what=title)


def _named(report: Report, title: Text, use: str | None) -> Text:
    """The use is named where there are several; a sample says that it is one."""
    where = use_name(report, use) if use and len(report.answers.uses) > 1 else None
    if where:
        title = Text(f"{title.zh}（{where.zh}）", f"{title.en} ({where.en})")
    if report.status == "sample":
        mark = report.pack.words["report.sample.mark"]
        title = Text(f"{mark.zh}：{title.zh}", f"{mark.en}: {title.en}")
    return title


def _listed(report: Report, cites: Sequence[str]) -> Text:
    known = [report.pack.law[cite].short for cite in cites if cite in report.pack.law]
    return Text("、".join(text.zh for text in known), ", ".join(text.en for text in known))


def _lines(*texts: Text | None) -> Text:
    kept = [text for text in texts if text and text.zh]
    return Text("\n".join(text.zh for text in kept), "\n".join(text.en for text in kept))


def _event(report: Report, entry: _Entry, edition: Edition, site: str) -> "Event":
    from icalendar import Event

    digest = hashlib.sha256(f"{site} {entry.key}".encode()).hexdigest()[:32]
    event = Event()
    event.add("uid", f"{digest}@facewise")
    event.add("dtstamp", report.made.astimezone(dt.UTC))
    event.add("last-modified", report.made.astimezone(dt.UTC))
    event.add("sequence", int(report.made.timestamp()) // 60)
    event.add("dtstart", entry.day)
    event.add("dtend", entry.day + dt.timedelta(days=1))
    event.add("summary", spoken(entry.title, edition, " / "))
    event.add("description", spoken(entry.words, edition, "\n\n"))
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    for before in entry.alarms:
        event.add_component(_alarm(before, spoken(entry.title, edition, " / ")))
    return event


def _alarm(before: dt.timedelta, words: str) -> "Alarm":
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    alarm.add("trigger", before)
    return alarm
