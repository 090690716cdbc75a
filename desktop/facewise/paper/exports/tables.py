"""All questions and the action plan as tables of plain values, from which XLSX and CSV are made."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from facewise.assessment.answers import UNANSWERED
from facewise.assessment.exported import answer_words, grade_words
from facewise.assessment.replay import Asked, replay
from facewise.assessment.result import Finding
from facewise.i18n import Text
from facewise.paper.exports.reminders import Kept, reminders
from facewise.paper.phrases import because, effect, listed, sentence, source, use_name
from facewise.paper.plan import Step
from facewise.paper.report import Report

Cell: TypeAlias = Text | str | int | dt.date | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, and its width in characters of a spreadsheet."""

    head: Text
    width: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a title; in each row as many cells as there are columns."""

    title: Text
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


_QUESTIONS = {
    "code": 6, "section": 9, "use": 11, "question": 30, "state": 9, "rank": 9, "answer": 24, "articles": 20,
    "why": 20, "note": 20, "evidence": 8, "fix": 30, "who": 9, "due": 11, "done": 11,
}  # fmt: skip
_PLAN = {
    "due": 11, "code": 6, "use": 14, "fix": 48, "state": 9, "rank": 9, "articles": 18, "effort": 11,
    "effect": 18, "who": 12, "done": 11,
}  # fmt: skip


def questions(report: Report) -> Grid:
    """Return every question of every use, also those that are not asked, with what the answers say."""
    words = report.pack.words
    findings = {finding.place: finding for finding in report.assessment.findings}
    steps = {step.finding.place: step for step in report.plan}
    rows = tuple(
        _row(report, place, findings.get(key), steps.get(key)) for key, place in _places(report).items()
    )
    return Grid(words["export.questions"], _columns(report, _QUESTIONS), rows)


def _places(report: Report) -> dict[tuple[str, str | None], Asked]:
    """Every question in the order of the pack; of a site without uses, also what would be asked of each."""
    walked = replay(report.pack, report.answers).places
    uses = tuple(use.id for use in report.answers.uses) or (None,)
    wanted = (
        (question, use)
        for question in report.pack.questions
        for use in (uses if question.scope == "use" else (None,))
    )
    return {
        (question.id, use): walked.get((question.id, use))
        or Asked(question, use, asked=False, because=(), answer=UNANSWERED, value=None)
        for question, use in wanted
    }


def _columns(report: Report, widths: dict[str, int]) -> tuple[Column, ...]:
    words = report.pack.words
    return tuple(Column(words[f"export.column.{name}"], width) for name, width in widths.items())


def _row(report: Report, place: Asked, finding: Finding | None, step: Step | None) -> tuple[Cell, ...]:
    question = place.question
    return (
        question.code,
        report.pack.section(question.section).title,
        use_name(report, place.use),
        question.text,
        _state(report, place, finding),
        report.pack.words[f"rank.{finding.rank}"] if finding else None,
        _answer(report, place, finding),
        _articles(report, finding.articles if finding else question.cites),
        _why(report, place, finding),
        place.answer.note,
        len(place.answer.evidence),
        question.fix.text if step and question.fix else None,
        step.who if step else None,
        step.due if step else None,
        step.done if step else None,
    )


def _state(report: Report, place: Asked, finding: Finding | None) -> Text:
    """How a question stands; one of the scoping is answered or not, others may not be asked at all."""
    words = report.pack.words
    if not place.asked:
        return words["export.not_asked" if place.asked is False else "export.may_be_asked"]
    if finding:
        return words[f"state.{finding.state}"]
    return words["state.unanswered" if place.value is None else "export.answered"]


def _answer(report: Report, place: Asked, finding: Finding | None) -> Text | None:
    """What was answered, with the day that belongs to it; also where it no longer counts."""
    value, day = place.answer.value or place.value, place.answer.date
    if value is None:
        return None
    if finding and finding.value != "na":
        said = sentence(report, finding)
    else:
        several = value if isinstance(value, tuple) else (value,)
        said = listed(_said(report, place, one) for one in several)
    return Text(f"{said.zh}（{day}）", f"{said.en} ({day})") if day else said


def _said(report: Report, place: Asked, value: str | int) -> Text:
    plain = report.pack.words.get(f"answer.{value}") if value in ("na", "unknown") else None
    return plain or answer_words(report.pack, place.question.id, value)


def _articles(report: Report, cites: tuple[str, ...]) -> Text:
    known = [report.pack.law[cite].short for cite in cites if cite in report.pack.law]
    return Text("\n".join(text.zh for text in known), "\n".join(text.en for text in known))


def _why(report: Report, place: Asked, finding: Finding | None) -> Text | str | None:
    """Why a question is not asked or does not apply, or what is to be known about its result."""
    words = report.pack.words
    if not place.asked:
        return because(report, place.because) if place.because else words["paper.not.no_use"]
    if finding is None:
        return None
    if finding.value == "na":
        return place.answer.reason
    if finding.overruled and finding.value == "no":
        return words["findings.private"]
    return words["findings.evidence.missing"] if finding.lacks_evidence else finding.note


def action_plan(report: Report, kept: Sequence[Kept] = ()) -> Grid:
    """Return what is to be done by its dates, and the days that the law sets."""
    steps = sorted(report.plan, key=lambda step: step.due)
    rows = (*(_step(report, step) for step in steps), *_reminders(report, kept))
    return Grid(report.pack.words["plan.title"], _columns(report, _PLAN), rows)


def _step(report: Report, step: Step) -> tuple[Cell, ...]:
    finding, words = step.finding, report.pack.words
    fix = finding.question.fix
    return (
        step.due,
        finding.question.code,
        use_name(report, finding.use),
        fix.text if fix else finding.question.text,
        words[f"state.{finding.state}"],
        words[f"rank.{finding.rank}"],
        _articles(report, finding.articles),
        report.pack.effort[fix.effort] if fix else None,
        effect(report, step),
        step.who,
        step.done,
    )


def _reminders(report: Report, kept: Sequence[Kept]) -> Iterator[tuple[Cell, ...]]:
    for one in reminders(report, kept):
        law = _articles(report, one.cites)
        yield (one.day, None, use_name(report, one.use), one.what, None, None, law, None, None, None, None)


def about(report: Report) -> Grid:
    """Return what the tables rest on: who, where, when, result, questionnaire, and what this is not."""
    words, pack, business = report.pack.words, report.pack, report.answers.business
    result = grade_words(pack, report.assessment)
    score = report.assessment.score
    facts: tuple[tuple[str, Cell], ...] = (
        ("cover.business", business.name),
        ("cover.site", business.site),
        ("cover.on", report.answers.on),
        ("cover.result.none", result.text),
        ("export.grade", report.assessment.grade),
        ("export.score", score.value if score else None),
        ("cover.basis", source(report)),
        ("cover.pack", f"{pack.id} {pack.version}"),
        ("export.hash", report.inside[1].sha256),
        ("export.number", report.number),
    )
    rows: list[tuple[Cell, ...]] = [(words[key], value) for key, value in facts]
    if report.status == "sample":
        rows.insert(0, (words["report.sample.mark"], words["report.sample"]))
    rows.append((None, words["cover.statement"]))
    heads = Column(words["export.column.what"], 24), Column(words["export.column.value"], 90)
    return Grid(words["export.about"], heads, tuple(rows))
