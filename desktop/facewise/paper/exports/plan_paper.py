"""The whole action plan as a paper that can be edited: what, who, until when, with a box to tick."""

from collections.abc import Sequence

from facewise.i18n import Text
from facewise.paper import dates
from facewise.paper.documents.kinds import listed
from facewise.paper.documents.model import (
    Cell,
    Column,
    Paper,
    Paragraph,
    Part,
    Section,
    SmallPrint,
    Table,
    Tick,
)
from facewise.paper.exports.reminders import Kept, Reminder, reminders
from facewise.paper.phrases import effect, standing, use_name
from facewise.paper.plan import Step
from facewise.paper.report import Report

PLAN = "plan"


def plan_paper(report: Report, kept: Sequence[Kept] = ()) -> Paper:
    """Return the action plan by its dates, and the days that the law sets or calls for."""
    words, business = report.pack.words, report.answers.business
    steps = sorted(report.plan, key=lambda step: step.due)
    cites = dict.fromkeys(cite for step in steps for cite in step.finding.articles[:1])
    law = [report.pack.law[cite] for cite in cites]
    return Paper(
        id=PLAN,
        use="",
        number=report.number,
        title=words["plan.title"],
        lead=words["export.plan.lead"],
        laws=tuple(one.reference for one in law),
        made=report.made,
        business=business.name,
        place=business.site,
        version=words["paper.version"].format(date=report.answers.on.isoformat()),
        parts=(*_steps(report, steps), *_reminders(report, kept)),
        small=_small_print(report),
    )


def _small_print(report: Report) -> SmallPrint:
    words, pack = report.pack.words, report.pack
    named = {"number": report.number, "id": pack.id, "version": pack.version}
    sample = report.status == "sample"
    return SmallPrint(
        law=words["report.foot"],
        numbered=words["paper.numbered"].format(**named, hash=report.inside[1].sha256[:8]),
        page=words["report.page"],
        blank=words["blank"],
        unofficial=words["report.unofficial"],
        program=words["program"],
        sample=words["report.sample"] if sample else None,
        watermark=words["report.sample.mark"] if sample else None,
    )


def _steps(report: Report, steps: Sequence[Step]) -> tuple[Part, ...]:
    words = report.pack.words
    if not steps:
        return (Paragraph(words["plan.none"]),)
    widths = {
        "plan.done": 10, "export.column.code": 9, "plan.what": 0, "plan.basis": 32, "plan.who": 18,
        "plan.due": 24, "plan.effort": 14, "plan.effect": 19,
    }  # fmt: skip
    columns = tuple(Column(words[key], width) for key, width in widths.items())
    return (Table(columns, tuple(_step(report, step) for step in steps)),)


def _step(report: Report, step: Step) -> tuple[Cell, ...]:
    finding = step.finding
    fix = finding.question.fix
    law = listed(report.pack.law[cite].short for cite in finding.articles)
    what = (fix.text if fix else finding.question.text, use_name(report, finding.use))
    done = step.done.isoformat() if step.done else Tick()
    effort = report.pack.effort[fix.effort] if fix else ""
    rests = (standing(report, finding), law)
    day = dates.day(step.due)
    return done, finding.question.code, what, rests, step.who, day, effort, effect(report, step)


def _reminders(report: Report, kept: Sequence[Kept]) -> tuple[Part, ...]:
    words, found = report.pack.words, reminders(report, kept)
    if not found:
        return ()
    columns = (
        Column(words["plan.when"], 36),
        Column(words["plan.what"], 0),
        Column(words["plan.basis"], 36),
    )
    rows = tuple(_reminder(report, one) for one in found)
    return (Section(words["plan.reminders"], (Table(columns, rows),)),)


def _reminder(report: Report, one: Reminder) -> tuple[Cell, ...]:
    law = listed(report.pack.law[cite].short for cite in one.cites if cite in report.pack.law)
    use: tuple[Text, ...] = (use_name(report, one.use),) if one.use else ()
    return dates.day(one.day), (one.what, *use, one.why), law
