"""The filing of article 15: whether and until when, with whom, the five materials, and what comes after."""

from facewise.assessment.deadlines import FILING_DAYS, IN_FORCE, Due, add_working_days, filing
from facewise.assessment.result import State
from facewise.i18n import Text
from facewise.paper import dates
from facewise.paper.documents.case import OUTSIDE, Case
from facewise.paper.documents.kinds import PaperKind, our_duty
from facewise.paper.documents.model import (
    Blank,
    Blanks,
    Cell,
    Column,
    Fact,
    Facts,
    Framed,
    Items,
    Paragraph,
    Part,
    Quotation,
    Ruled,
    Section,
    Table,
    Tick,
    Ticks,
    Value,
)
from facewise.paper.documents.shared import contact, hint
from facewise.paper.documents.standing import lacking, persons, worst

THRESHOLD = 100_000
"""So many persons whose faces are stored, of the whole company, make the duty to file; art. 15 para. 1."""

_MATERIALS: dict[str, tuple[str, ...]] = {
    "basics": (),
    "purpose": ("A1", "A2"),
    "quantity": ("K1", "I1", "I2", "I3", "I4", "I5", "I6", "I7", "I8"),
    "rules": ("B6", "E3", "F5", "L1"),
    "assessment": ("G1", "G2", "G4"),
}
_SYSTEM = ("form", "filing", "assessment", "licence", "head", "agent", "mandate", "pledge", "more")


def pack(case: Case) -> tuple[Part, ...]:
    """Return the filing pack: how the duty stands, whom to file with, materials, change and end."""
    sections: tuple[tuple[str, tuple[Part, ...]], ...] = (
        ("whether", _whether(case)),
        ("where", _where(case)),
        ("materials", _materials(case)),
        ("system", _system(case)),
        ("record", _record(case)),
        ("later", _later(case)),
    )
    numbered = tuple(
        Section(case.word(f"filing.{key}"), parts, case.word(f"number.{number}"))
        for number, (key, parts) in enumerate(sections, 1)
    )
    return (Framed((Paragraph(standing(case), "strong"), Paragraph(_next(case)))), *numbered)


def standing(case: Case) -> Text:
    """Return in a sentence whether the business has to file, and until when."""
    count = case.value("S11")
    if not isinstance(count, int):
        return case.word("filing.uncounted")
    if count < THRESHOLD:
        return case.word("filing.below", count=f"{count:,}", left=f"{THRESHOLD - count:,}")
    if case.state("K2") in (State.MET, State.PARTLY):
        filed = case.answer("K2").date
        return case.word("filing.filed", date=dates.day(filed) if filed else case.word("filing.undated"))
    stands = filing(case.answer("S11").date, case.answers.on)
    if stands.reached is None:
        return case.word("filing.no_date")
    if stands.deadline is None:
        start = dates.day(stands.reached)
        return case.word(
            "filing.check" if stands.due is Due.CHECK_CALENDAR else "filing.calendar", date=start
        )
    late = stands.due is Due.OVERDUE
    return case.word("filing.overdue" if late else "filing.until", date=dates.long_day(stands.deadline))


def _next(case: Case) -> Text:
    count = case.value("S11")
    if not isinstance(count, int):
        return case.word("filing.uncounted.do")
    if count < THRESHOLD:
        return case.word("filing.below.do")
    filed = case.state("K2") in (State.MET, State.PARTLY)
    return case.word("filing.filed.do" if filed else "filing.until.do")


def _whether(case: Case) -> tuple[Part, ...]:
    """The figures from which the day follows, and how it is counted."""
    reached = case.answer("S11").date
    facts = (
        Fact(case.word("filing.persons"), persons(case)),
        Fact(
            case.word("filing.reached"), dates.day(reached) if reached else hint(case, "filing.reached.hint")
        ),
        Fact(case.word("filing.deadline"), _deadline(case)),
    )
    how = Fact(case.word("filing.counted"), case.word("filing.counted.value", days=FILING_DAYS))
    return Facts(facts), *_quoted(case, "announcement.2"), Facts((how,))


def _deadline(case: Case) -> Value:
    stands = filing(case.answer("S11").date, case.answers.on)
    if stands.reached is None:
        return hint(case, "filing.deadline.hint")
    if stands.deadline is None:
        return case.word("filing.deadline.calendar"), Ruled()
    start = case.word("filing.deadline.from", start=dates.day(stands.reached))
    early = case.answer("S11").date
    since = (case.word("filing.deadline.force"),) if early and early < IN_FORCE else ()
    return dates.long_day(stands.deadline), start, *since


def _quoted(case: Case, cite: str) -> tuple[Part, ...]:
    return tuple(Quotation(one.text, one.reference) for one in case.law(cite) if one.text)


def _where(case: Case) -> tuple[Part, ...]:
    region, question = case.value("S14"), case.pack.question("S14")
    here = [one.text for one in question.choices if one.id == region] if question else []
    facts = (
        Fact(case.word("filing.with"), (case.word("filing.with.value"), hint(case, "filing.with.hint"))),
        Fact(case.word("filing.region"), here[0] if here else ""),
        Fact(case.word("filing.online"), case.word("filing.online.value")),
        Fact(case.word("filing.who"), case.word("filing.who.value")),
    )
    return (Facts(facts),)


def _materials(case: Case) -> tuple[Part, ...]:
    columns = (
        Column(case.word("filing.ready"), 14),
        Column(case.word("filing.material"), 48, names=True),
        Column(case.word("filing.from"), 46),
        Column(case.word("filing.now")),
    )
    rows = tuple(_material(case, key) for key in _MATERIALS)
    return *_quoted(case, "frt.15.1"), Paragraph(case.word("filing.materials.lead")), Table(columns, rows)


def _material(case: Case, key: str) -> tuple[Cell, ...]:
    named, source = case.word(f"filing.{key}"), case.word(f"filing.{key}.from")
    return Tick(), named, source, _basics(case) if key == "basics" else _now(case, key)


def _basics(case: Case) -> Value:
    """Name, code and contact, or room to write what is missing."""
    known = tuple(one for one in (case.business.name, case.business.credit_code) if one)
    reach = contact(case)
    return (*known, *((reach,) if isinstance(reach, Text) else ()), *_missing(case))


def _missing(case: Case) -> tuple[Ruled, ...]:
    business = case.business
    blank = {"name": business.name, "code": business.credit_code, "phone": business.phone}
    return tuple(hint(case, f"filing.missing.{key}") for key, value in blank.items() if not value)


def _now(case: Case, key: str) -> Text:
    """What the answers say about a material: what is lacking, or that nothing is."""
    left = lacking(case, _MATERIALS[key])
    if not left:
        return case.word("filing.complete")
    return case.word("filing.lacking", codes=" ".join(left))


def _system(case: Case) -> tuple[Part, ...]:
    choices = tuple(case.word(f"filing.upload.{key}") for key in _SYSTEM)
    return Paragraph(case.word("filing.system.lead")), Ticks(choices)


def _later(case: Case) -> tuple[Part, ...]:
    """What article 15 asks for on change and on the end of use, with an example of the day."""
    columns = (
        Column(case.word("filing.event"), 40, names=True),
        Column(case.word("filing.term"), 58),
        Column(case.word("filing.do")),
    )
    rows = tuple(_event(case, key, code) for key, code in (("change", "K3"), ("end", "K4")))
    rest = Items(tuple(case.word(f"filing.later.{number}") for number in (1, 2, 3)))
    return Table(columns, rows), *_quoted(case, "frt.15.2"), rest


def _event(case: Case, key: str, code: str) -> tuple[Cell, ...]:
    on = case.answers.on
    until = add_working_days(on, FILING_DAYS)
    term: tuple[Text, ...] = (case.word(f"filing.{key}.term", days=FILING_DAYS),)
    if until:
        term += (case.word("filing.example", day=dates.day(on), date=dates.long_day(until)),)
    stands = worst(case, code)
    said = (case.pack.words[f"state.{stands.state}"],) if stands else ()
    return case.word(f"filing.{key}"), term, (case.word(f"filing.{key}.do"), *said)


def _record(case: Case) -> tuple[Part, ...]:
    first = tuple(Blank(case.word(f"filing.record.{key}")) for key in ("by", "sent", "number"))
    second = tuple(Blank(case.word(f"filing.record.{key}")) for key in ("accepted", "changed", "ended"))
    return Blanks(first), Blanks(second)


def files_here(case: Case) -> str:
    """Hold where the Measures apply and the business itself decides what faces are used for."""
    return "outside" if case.outcome == OUTSIDE else our_duty(case)


FILING = PaperKind("filing", "F", ("frt.15.1", "frt.15.2"), "site", files_here, pack, group="office")
