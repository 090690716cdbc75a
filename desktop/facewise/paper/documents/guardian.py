"""For children under 14: the guardian's consent, and the rules that article 7 asks for."""

from collections.abc import Callable

from facewise.i18n import Text
from facewise.paper.documents.case import OUTSIDE, Case
from facewise.paper.documents.consent import about, call, decide, subjects
from facewise.paper.documents.kinds import PaperKind, listed, our_duty, some_use
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
    Ticks,
    Value,
    Words,
)
from facewise.paper.documents.shared import (
    after,
    hint,
    internet,
    period,
    stored,
    who_in_short,
    who_of,
    whom_to_ask,
)

_ASPECTS = ("store", "use", "transfer", "disclose")


def guardian(case: Case) -> tuple[Part, ...]:
    """Return the guardian's consent form; it begins with the way in which the child needs no face."""
    decisions = tuple(decide(case, key, "guardian") for key in subjects(case))
    signs = (Blank(case.word("guardian.sign"), share=2), Blank(case.word("date")), Blank(case.word("staff")))
    return (
        _without_face(case),
        *_people(case),
        Section(
            case.word("guardian.how"), (Facts((*who_in_short(case), *_about(case))), _rules(case)), ruled=True
        ),
        *decisions,
        Paragraph(case.word("consent.free"), "strong"),
        Blanks(signs, signed=True),
        *_back(case),
    )


def _without_face(case: Case) -> Framed:
    free = Paragraph(case.word("guardian.free"), "strong")
    if case.met("E4"):
        return Framed((free, Paragraph(case.word("guardian.free.ways"))), "guardian")
    other = Facts((Fact(case.word("guardian.free.other"), hint(case, "guardian.free.hint")),))
    return Framed((free, other), "guardian")


def _people(case: Case) -> tuple[Part, ...]:
    child = ("child", "age")
    adult = ("name", "relation", "phone")
    papers = tuple(case.word(f"guardian.checked.{key}") for key in ("register", "birth"))
    return (
        Blanks((*_blanks(case, child), Blank(case.word("which")))),
        Blanks(_blanks(case, adult)),
        Ticks(papers, case.word("guardian.checked"), case.word("guardian.checked.other")),
    )


def _blanks(case: Case, keys: tuple[str, ...]) -> tuple[Blank, ...]:
    return tuple(
        Blank(case.word(f"guardian.{key}"), share=1 if key in ("age", "relation") else 2) for key in keys
    )


def _about(case: Case) -> tuple[Fact, ...]:
    known = about(case)[:-1]
    return (*known, Fact(case.word("guardian.risk"), case.word("guardian.risk.value")))


def _rules(case: Case) -> Table:
    """What the law asks for in each of the four respects (article 7, second paragraph)."""
    columns = (Column(case.word("minors.aspect"), 24, names=True), Column(case.word("minors.rule")))
    rows = tuple((case.word(f"minors.{key}"), _rule(case, key)) for key in _ASPECTS)
    return Table(columns, rows)


def _rule(case: Case, aspect: str) -> Text:
    """The rule in one respect; where the Measures do not apply, without what article 8 asks for."""
    outside = case.outcome == OUTSIDE and aspect in ("store", "transfer")
    return case.word(f"minors.{aspect}.rule.research" if outside else f"minors.{aspect}.rule")


def _back(case: Case) -> tuple[Part, ...]:
    return Paragraph(case.word("guardian.back.words")), call(case)


def minors(case: Case) -> tuple[Part, ...]:
    """Return the rules for children under 14: who answers for them, the four respects, periods and rights."""
    with_children = tuple(one for one in case.uses if not children_here(one))
    law = case.law("frt.7.2", "pipl.31.2")[:1]
    quoted = tuple(Quotation(one.text, one.reference) for one in law if one.text)
    sections: tuple[tuple[str, tuple[Part, ...]], ...] = (
        ("scope", (Facts((*who_of(with_children), *_scope(with_children))), *quoted)),
        ("consent", _consent(with_children)),
        ("four", _four(with_children)),
        ("rights", _rights(with_children[0])),
        ("events", (Items(tuple(case.word(f"minors.events.{n}") for n in (1, 2, 3))),)),
    )
    signs = tuple(Blank(case.word(f"minors.{key}")) for key in ("approved", "from"))
    numbered = tuple(
        Section(case.word(f"minors.{key}.title"), parts, case.word(f"number.{number}"))
        for number, (key, parts) in enumerate(sections, 1)
    )
    return (*numbered, Blanks(signs, signed=True))


def _scope(uses: tuple[Case, ...]) -> tuple[Fact, ...]:
    return (
        Fact(uses[0].word("minors.uses"), tuple(_use(one) for one in uses)),
        Fact(uses[0].word("minors.person"), hint(uses[0], "minors.person.hint")),
    )


def _use(case: Case) -> Words:
    return (
        case.word("minors.where", purpose=case.purpose, place=case.place) if case.place.zh else case.purpose
    )


def _consent(uses: tuple[Case, ...]) -> tuple[Part, ...]:
    """Whose consent it takes, by every basis that the uses rest on, and how the age is checked."""
    case, bases = uses[0], {one.by_consent for one in uses}
    keys = ("1",) * (True in bases) + ("law",) * (False in bases)
    checked = "checked" if all(one.met("E2") for one in uses) else "check"
    said = tuple(case.word(f"minors.consent.{key}") for key in (*keys, checked, "2", "3"))
    how = Facts((Fact(case.word("minors.check"), hint(case, "minors.check.hint")),))
    return Items(said), how


def _four(uses: tuple[Case, ...]) -> tuple[Part, ...]:
    """Each respect with what the law asks for and what is done here, as far as the answers say."""
    case = uses[0]
    columns = (
        Column(case.word("minors.aspect"), 22, names=True),
        Column(case.word("minors.rule")),
        Column(case.word("minors.here"), 62),
    )
    safe = (case.word("minors.encrypted"),) if all(one.met("I2") for one in uses) else ()
    here: dict[str, Cell] = {
        "store": _each(uses, stored) + safe,
        "use": tuple(one.purpose for one in uses),
        "transfer": _each(uses, internet),
        "disclose": Ruled(),
    }
    rows = tuple((case.word(f"minors.{key}"), _rule(case, key), here[key]) for key in _ASPECTS)
    kept = (Fact(case.word("what.period"), period(case)), Fact(case.word("what.after"), _after(uses)))
    return Table(columns, rows), Facts(kept), Items(tuple(case.word(f"minors.four.{n}") for n in (1, 2)))


def _after(uses: tuple[Case, ...]) -> Value:
    """What becomes of faces in the end, as far as it is the same in every use."""
    return after(next((one for one in uses if not one.met("F5")), uses[0]))


def _each(uses: tuple[Case, ...], of: Callable[[Case], Value]) -> tuple[Words | Ruled, ...]:
    """What holds in each use; the uses are named where it is not the same for all."""
    alike: dict[Value, list[Text]] = {}
    for one in uses:
        alike.setdefault(of(one), []).append(one.named)
    said: list[Words | Ruled] = []
    for value, names in alike.items():
        said += [listed(dict.fromkeys(names))] if len(alike) > 1 else []
        said += value if isinstance(value, tuple) else (value,)
    return tuple(said)


def _rights(case: Case) -> tuple[Part, ...]:
    items = tuple(case.word(f"minors.rights.{n}") for n in (1, 2, 3))
    return Items(items), Facts(
        (
            Fact(case.word("rights.where"), whom_to_ask(case)),
            Fact(case.word("rights.days"), hint(case, "rights.days.hint")),
        )
    )


def children_here(case: Case) -> str:
    """Hold where the business processes faces of children under 14."""
    return our_duty(case) or some_use(case, _no_children)


def _no_children(case: Case) -> str:
    return our_duty(case) or ("" if case.children else "no_children")


_GUARDIAN = ("frt.7.1", "frt.8.1", "pipl.31.1")
GUARDIAN = PaperKind("guardian-consent", "G", _GUARDIAN, "use", children_here, guardian, sheet="form")
MINORS = PaperKind("minors-rules", "M", ("frt.7.2", "pipl.31.2"), "site", children_here, minors)
