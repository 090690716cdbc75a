"""The lists: what to do, what was not asked and why, what evidence there is, what to keep in mind."""

import datetime as dt
from collections.abc import Iterable

from facewise.assessment.deadlines import Due
from facewise.assessment.result import NotAsked, State
from facewise.i18n import Text
from facewise.paper import dates
from facewise.paper.pdf import style
from facewise.paper.pdf.blocks import (
    Block,
    Cell,
    Column,
    GroupRow,
    Hash,
    Heading,
    Marked,
    PageTitle,
    Para,
    Row,
    Stacked,
    Table,
    Tick,
)
from facewise.paper.pdf.report.marks import mark
from facewise.paper.pdf.words import Run
from facewise.paper.phrases import because, listed, outside, use_name
from facewise.paper.plan import Step
from facewise.paper.report import Item, Report

KEPT_YEARS = 3
"""How long the assessment report and the records are kept at least, art. 9 para. 2, PIPL art. 56."""

_PERIODS = (("today", 0), ("week", 7), ("month", 31))


def action_plan(report: Report) -> tuple[Block, ...]:
    """Return the plan in order of its dates, with the reminders that the law sets."""
    words = report.pack.words
    title = PageTitle(words["plan.title"], lead=words["plan.lead"], anchor="plan")
    columns = (
        Column(words["plan.done"], 12),
        Column(words["plan.question"], 17),
        Column(words["plan.what"], 0, split=True),
        Column(words["plan.who"], 20),
        Column(words["plan.due"], 24),
        Column(words["plan.effort"], 16),
    )
    rows = tuple(_rows(report))
    body: Block = Table(columns, rows) if rows else Para(words["plan.none"])
    return title, body, Heading(words["plan.reminders"], level=3), _reminders(report)


def _rows(report: Report) -> Iterable[Row | GroupRow]:
    words, on = report.pack.words, report.answers.on
    left = sorted((step for step in report.plan if not step.done), key=lambda step: step.due)
    for name, days in (*_PERIODS, ("later", None)):
        until = dt.date.max if days is None else on + dt.timedelta(days=days)
        now = [step for step in left if step.due <= until]
        left = [step for step in left if step.due > until]
        if now:
            yield GroupRow(words[f"plan.{name}"])
            yield from (_step(report, step) for step in now)


def _step(report: Report, step: Step) -> Row:
    question = step.finding.question
    effort = report.pack.effort[question.fix.effort] if question.fix else ""
    code = Marked(mark(report, step.finding), question.code)
    what: Cell = Stacked((question.fix.headline if question.fix else "", use_name(report, step.finding.use)))
    return Row((Tick(), code, what, step.who, dates.short_day(step.due), effort))


def _reminders(report: Report) -> Table:
    words, law = report.pack.words, report.pack.law
    columns = (Column(words["plan.when"], 62), Column(words["plan.what"], 0), Column(words["plan.basis"], 34))
    keep = dates.day(dates.years_later(report.answers.on, KEPT_YEARS))
    change = words["plan.reminder.change"], words["plan.reminder.change.do"]
    kept = words["plan.reminder.keep"].format(date=keep), words["plan.reminder.keep.do"]
    rows = (
        ((*kept, "pipl.56.2"),)
        if outside(report)
        else ((*change, "frt.9.2"), (*_filing(report), "frt.15.1"), (*kept, "frt.9.2"))
    )
    return Table(columns, tuple(Row((when, what, law[cite].short)) for when, what, cite in rows))


def _filing(report: Report) -> tuple[Text, Text]:
    words, filing = report.pack.words, report.assessment.filing
    if filing is None or filing.due is Due.NO_DATE:
        return words["plan.reminder.persons"], words["plan.reminder.persons.do"]
    if filing.deadline is None:
        return words["plan.reminder.calendar"], words["plan.reminder.filing.do"]
    until = words["plan.reminder.filing"].format(date=dates.day(filing.deadline))
    return until, words["plan.reminder.filing.do"]


def not_asked(report: Report) -> tuple[Block, ...]:
    """Return what was not asked and why, what did not apply, and what is not known."""
    words, result = report.pack.words, report.assessment
    title = PageTitle(words["asked.title"], lead=words["asked.lead"], anchor="not-asked", runs_on=True)
    blocks: list[Block] = [title]
    blocks.append(_places(report, result.not_asked) if result.not_asked else Para(words["none"]))
    if result.may_be_asked:
        blocks += [Heading(words["asked.maybe"], level=3), _places(report, result.may_be_asked)]
    blocks += [Heading(words["asked.na"], level=3), _not_applicable(report)]
    blocks += [Heading(words["asked.unknown"], level=3), _unknown(report)]
    return tuple(blocks)


def _places(report: Report, places: Iterable[NotAsked]) -> Table:
    """One row for a question that several uses do not ask for the same reason."""
    columns = _columns(report, "because")
    rows: dict[tuple[str, Text], list[NotAsked]] = {}
    for place in places:
        rows.setdefault((place.question.id, because(report, place.because)), []).append(place)
    return Table(
        columns, tuple(_place(report, reason, same) for (_, reason), same in rows.items()), dense=True
    )


def _columns(report: Report, last: str) -> tuple[Column, ...]:
    words = report.pack.words
    return (
        Column(words["asked.question"], 16, header=True),
        Column(words["asked.content"], 0),
        Column(words["asked.use"], 30),
        Column(words[f"asked.{last}"], 56),
    )


def _place(report: Report, reason: Text, same: list[NotAsked]) -> Row:
    uses = listed(dict.fromkeys(use_name(report, place.use) for place in same))
    question = same[0].question
    return Row((question.code, question.text, uses, reason))


def _not_applicable(report: Report) -> Block:
    words = report.pack.words
    found = [f for f in report.assessment.findings if f.state is State.NOT_APPLICABLE]
    if not found:
        return Para(words["none"])
    columns = _columns(report, "reason")
    rows = (Row((f.question.code, f.question.text, use_name(report, f.use), f.answer.reason)) for f in found)
    return Table(columns, tuple(rows), dense=True)


def _unknown(report: Report) -> Block:
    words = report.pack.words
    found = [f for f in report.assessment.findings if f.state is State.UNKNOWN]
    if not found:
        return Para(words["none"])
    columns = _columns(report, "find")
    rows = tuple(
        Row(
            (
                Marked(mark(report, f), f.question.code),
                f.question.text,
                use_name(report, f.use),
                f.question.look[0] if f.question.look else "",
            )
        )
        for f in found
    )
    return Table(columns, rows, dense=True)


def notes(report: Report) -> tuple[Block, ...]:
    """Return the remarks that the answers call for: local rules, other law, what to take advice on."""
    found = report.assessment.notes
    if not found:
        return ()
    blocks: list[Block] = [Heading(report.pack.words["notes.title"], level=2)]
    for note in found:
        law = [report.pack.law[cite].reference for cite in note.cites]
        blocks += [Heading(note.title, level=3, bookmark=False), Para(note.text)]
        if law:
            blocks.append(Para(Run(listed(law), weight="medium", colour=style.ACCENT)))
    return tuple(blocks)


def evidence(report: Report) -> tuple[Block, ...]:
    """Return the list of evidence with its hashes."""
    words = report.pack.words
    title = PageTitle(words["evidence.title"], lead=words["evidence.lead"], anchor="evidence", runs_on=True)
    if not report.evidence:
        return title, Para(words["evidence.none"])
    hashed = any(item.evidence.sha256 for item in report.evidence)
    columns = (
        Column(words["evidence.number"], 14, header=True),
        Column(words["evidence.file"], 0),
        Column(words["evidence.checked"], 34),
        Column(words["evidence.codes"], 20),
        *([Column(words["evidence.hash"], 64)] if hashed else []),
    )
    return title, Table(
        columns, tuple(Row(_item(item)[: len(columns)]) for item in report.evidence), dense=True
    )


def _item(item: Item) -> tuple[Cell, ...]:
    """The cells of a row: what it is, when and by whom it was seen, what it shows, its hash."""
    kept = item.evidence
    what = Stacked(tuple(part for part in (kept.file, kept.note) if part))
    seen = ", ".join(part for part in (str(kept.on or ""), kept.by) if part)
    digest: Cell = Hash(kept.sha256) if kept.sha256 else ""
    return item.number, what, seen, " ".join(item.codes), digest
