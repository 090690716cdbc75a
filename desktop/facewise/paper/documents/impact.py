"""The impact assessment of one use, under the four heads of article 9, drafted from the answers."""

import datetime as dt

from facewise.assessment.result import Finding, State
from facewise.content.pack import Severity
from facewise.i18n import Text
from facewise.paper import dates
from facewise.paper.documents.case import Case
from facewise.paper.documents.impact_heads import CODES, heads
from facewise.paper.documents.kinds import PaperKind, our_duty
from facewise.paper.documents.model import (
    Blank,
    Blanks,
    Cell,
    Column,
    Decision,
    Fact,
    Facts,
    Framed,
    Items,
    Paragraph,
    Part,
    Quotation,
    Ruled,
    Seal,
    Section,
    Table,
    Value,
)
from facewise.paper.documents.shared import after, hint, method, period, use_in_short, who
from facewise.paper.documents.standing import choice, persons
from facewise.paper.plan import step
from facewise.paper.report import urgency

KEPT_YEARS = 3
"""How long the report and the processing records are kept at least, art. 9 para. 2 of the Measures."""

_CHOICES = ("S3", "S6", "S14", "S15", "S7", "S8", "S9", "S10", "S16")


def impact(case: Case) -> tuple[Part, ...]:
    """Return the assessment: the facts, the four heads, the conclusion, and what is signed and kept."""
    basics = Section(case.word("impact.basics"), (Facts(_basics(case)),))
    after_heads = (("conclusion", _conclusion(case)), ("keep", _keep(case)))
    last = tuple(
        Section(case.word(f"impact.{key}"), parts, case.word(f"number.{number}"))
        for number, (key, parts) in enumerate(after_heads, 5)
    )
    return (*_quoted(case, "frt.9.1", "pipl.56.1"), basics, *heads(case), *last, _signed(case))


def _quoted(case: Case, *cites: str) -> tuple[Part, ...]:
    """The first provision that binds here, in its words."""
    law = case.law(*cites)[:1]
    return tuple(Quotation(one.text, one.reference) for one in law if one.text)


def _basics(case: Case) -> tuple[Fact, ...]:
    values: dict[str, Value] = {
        "impact.use": use_in_short(case),
        **{f"impact.{code}": choice(case, code) for code in _CHOICES[:3]},
        "impact.devices": hint(case, "impact.devices.hint"),
        "impact.S15": choice(case, "S15"),
        "impact.when": _when(case),
        "impact.persons": (*_several(persons(case)), hint(case, "impact.persons.hint")),
        "impact.S5": choice(case, "S5"),
        "what.method": method(case),
        "what.kinds": (case.word("what.kinds.value"), hint(case, "what.kinds.hint")),
        **{f"impact.{code}": choice(case, code) for code in _CHOICES[4:]},
        "what.period": period(case),
        "what.after": after(case),
        "impact.flow": hint(case, "impact.flow.hint", 2),
        "impact.others": hint(case, "impact.others.hint"),
    }
    return (*who(case), *(Fact(case.word(key), value) for key, value in values.items()))


def _several(value: Value) -> tuple[Text | str | Ruled, ...]:
    return value if isinstance(value, tuple) else (value,)


def _when(case: Case) -> Value:
    """Whether this is written in time, late, or again; article 9 asks for it before the use begins."""
    earlier = case.answer("G1")
    if case.state("G1") in (State.MET, State.PARTLY):
        again = case.word("impact.again", date=_dated(case, earlier.date))
        return again, hint(case, "impact.again.hint")
    since = case.answer("S15")
    if since.date and since.date > case.answers.on:
        return case.word("impact.before")
    if since.date or since.value == "before":
        return case.word("impact.late"), hint(case, "impact.late.hint", 2)
    return hint(case, "impact.when.hint", 2)


def _dated(case: Case, day: dt.date | None) -> Text:
    return dates.day(day) if day else case.word("impact.undated")


def _conclusion(case: Case) -> tuple[Part, ...]:
    """What the answers leave open, the assessor's decision, and the conditions with person and date."""
    left = to_do(case)
    counted = {
        "broken": sum(one.is_broken for one in left),
        "unknown": sum(one.is_red_line and one.state is State.UNKNOWN for one in left),
        "partly": sum(one.is_red_line and one.state is State.PARTLY for one in left),
        "others": sum(not one.is_red_line for one in left),
    }
    choices = tuple(case.word(f"impact.decision.{key}") for key in ("go", "first", "stop"))
    open_ones = sum(_is_ours(case, one) and one.state is State.UNANSWERED for one in case.assessment.findings)
    unfinished = (Paragraph(case.word("impact.unanswered", count=open_ones)),) if open_ones else ()
    return (
        Paragraph(case.word("impact.counted", **counted), "strong"),
        *unfinished,
        Section(case.word("impact.decision"), (Paragraph(case.word("impact.decide")), Decision(choices))),
        *_conditions(case, left),
        Facts((Fact(case.word("impact.more"), hint(case, "impact.more.hint", 2)),)),
    )


def to_do(case: Case) -> tuple[Finding, ...]:
    """Return what is to be mended here, the gravest first; not the assessment itself, and no advice."""
    left = (one for one in case.assessment.findings if _is_ours(case, one) and one.is_open)
    return tuple(sorted((one for one in left if one.rank is not Severity.BEST), key=urgency))


def _is_ours(case: Case, finding: Finding) -> bool:
    mine = case.use.id if case.use else None
    return finding.use in (mine, None) and finding.question.code in CODES


def _conditions(case: Case, left: tuple[Finding, ...]) -> tuple[Part, ...]:
    if not left:
        return ()
    columns = (
        Column(case.word("office.code"), 14, names=True),
        Column(case.word("office.do")),
        Column(case.word("office.who"), 30),
        Column(case.word("office.due"), 30),
    )
    return (Table(columns, tuple(_condition(case, one) for one in left)),)


def _condition(case: Case, finding: Finding) -> tuple[Cell, ...]:
    to = step(case.answers, finding)
    fix = finding.question.fix.text if finding.question.fix else finding.question.text
    return finding.question.code, fix, to.who, dates.long_day(to.due)


def _keep(case: Case) -> tuple[Part, ...]:
    """Until when it is kept, and what makes a new one necessary."""
    on = case.answers.on
    days = {"date": dates.day(on), "until": dates.day(dates.years_later(on, KEPT_YEARS))}
    again = tuple(case.word(f"impact.redo.{number}") for number in (1, 2, 3))
    facts = (
        Fact(
            case.word("impact.until"),
            (case.word("impact.until.value", **days), hint(case, "impact.until.hint")),
        ),
        Fact(case.word("impact.stored"), hint(case, "impact.stored.hint")),
    )
    remarks = tuple(
        Paragraph(one.text, "small") for one in case.assessment.notes if one.id == "small_processor"
    )
    return Facts(facts), *remarks, *_quoted(case, "frt.9.2", "pipl.56.2"), Items(again)


def _signed(case: Case) -> Framed:
    """Both signatures and the seal, on one page."""
    signs = tuple(
        Blanks(
            (
                Blank(case.word(f"impact.{key}"), share=2),
                Blank(case.word("impact.role")),
                Blank(case.word("date")),
            ),
            signed=True,
        )
        for key in ("assessor", "head")
    )
    seal = Seal(case.word("office.seal"), case.word("office.seal.hint"))
    return Framed((Paragraph(case.word("impact.declared"), "strong"), *signs, seal))


_CITES = ("frt.9.1", "frt.9.2", "pipl.55")
IMPACT = PaperKind("impact", "I", _CITES, "use", our_duty, impact, group="office")
