"""The addendum to the vendor's contract: the items of PIPL article 21, and what the Measures ask."""

from facewise.paper.documents.case import OUTSIDE, Case
from facewise.paper.documents.daily import hints, lines, numbered, others_take_part, rests_on, words_of
from facewise.paper.documents.kinds import PaperKind, in_use
from facewise.paper.documents.model import (
    Blank,
    Blanks,
    Column,
    Fact,
    Facts,
    Framed,
    Items,
    NewPage,
    Paragraph,
    Part,
    Table,
    Ticks,
    Value,
)
from facewise.paper.documents.shared import contact, hint, internet, stored, use_in_short

_LAST_HIGH = 150  # what nobody signs apart: the last section and the signatures, in millimetres
_PROTECTED = ("encrypt", "access", "audit", "intrusion", "people", "abroad")
_METHODS = ("store", "compare", "sync", "backup", "maintain")


def addendum(case: Case) -> tuple[Part, ...]:
    """Return the addendum: the parties, what is entrusted, safeguards, both sides' duties, the end."""
    *sections, rest = numbered(
        case,
        ("addendum.matters", _matters(case)),
        ("addendum.protect", _protection(case)),
        ("addendum.theirs", _theirs(case)),
        ("addendum.ours", _ours(case)),
        ("addendum.end", _end(case)),
        ("addendum.rest", _rest(case)),
    )
    parties = Facts((*_parties(case), *_contract(case)))
    return *_payment(case), parties, *sections, NewPage(_LAST_HIGH), rest, *_signed(case)


def _payment(case: Case) -> tuple[Part, ...]:
    """Whoever decides for itself is not entrusted: mostly so where the payment company keeps the faces."""
    if case.value("S9") != "payment_company":
        return ()
    return (Framed((Paragraph(case.word("addendum.payment"), "strong"),)),)


def _parties(case: Case) -> tuple[Fact, ...]:
    """Where head office or landlord decides, it entrusts us; otherwise we entrust somebody."""
    here: Value = tuple(filter(None, (case.business.name,))) + lines(contact(case))
    there = hint(case, "who.other")
    ours = case.value("S3") not in ("hq", "landlord")
    both = (Fact(case.word("who.with_owners"), there),) if case.value("S3") == "with_owners" else ()
    return (
        Fact(case.word("addendum.party.a"), here if ours else there),
        *both,
        Fact(case.word("addendum.party.b"), there if ours else here),
    )


def _contract(case: Case) -> tuple[Fact, ...]:
    named = Fact(case.word("addendum.contract"), hint(case, "addendum.contract.hint"))
    return named, Fact(case.word("addendum.use"), use_in_short(case))


def _matters(case: Case) -> tuple[Part, ...]:
    kinds = (case.word("what.kinds.value"), hint(case, "what.kinds.hint"))
    values: dict[str, Value] = {
        "addendum.purpose": case.purpose,
        "addendum.period": hint(case, "addendum.period.hint"),
        "addendum.kinds": kinds,
        "addendum.scope": hint(case, "addendum.scope.hint"),
        "what.stored": stored(case),
        "what.internet": internet(case),
    }
    methods = words_of(case, "addendum.method", *_METHODS)
    return (
        *rests_on(case, "pipl.21.1", "ndr.12.1"),
        Facts(tuple(Fact(case.word(key), value) for key, value in values.items())),
        Ticks(methods, case.word("addendum.method"), case.word("addendum.method.other")),
    )


def _protection(case: Case) -> tuple[Part, ...]:
    """Article 8 and the five measures of article 14; where the Measures do not apply, not article 8."""
    inside = () if case.outcome == OUTSIDE else ("inside",)
    keys = Fact(case.word("addendum.protect.keys"))
    return (
        *rests_on(case, "frt.8.1", "frt.14", "pipl.21.1", "pipl.38", "pipl.51"),
        Items(words_of(case, "addendum.protect", *inside, *_PROTECTED), numbered=True),
        Facts((keys,)),
    )


def _theirs(case: Case) -> tuple[Part, ...]:
    said = words_of(case, "addendum.theirs", "only", "sub", "help", "incident", "unlawful")
    columns = tuple(
        Column(case.word(f"addendum.sub.{key}"), names=key == "name")
        for key in ("name", "does", "where", "sees")
    )
    ruled = hints(case, "addendum", "hours", "delete")
    return (
        *rests_on(case, "pipl.21.2", "pipl.21.3", "pipl.59"),
        Items(said, numbered=True),
        Table(columns, (("",) * len(columns),) * 2),
        Facts(tuple(Fact(case.word(key), line) for key, line in ruled.items())),
    )


def _ours(case: Case) -> tuple[Part, ...]:
    said = words_of(case, "addendum.ours", "basis", "least", "check", "record", "stop")
    return *rests_on(case, "pipl.21.1", "pipl.55", "ndr.12.1"), Items(said, numbered=True)


def _end(case: Case) -> tuple[Part, ...]:
    return (
        *rests_on(case, "pipl.21.2"),
        Items(words_of(case, "addendum.end", "back", "proof"), numbered=True),
        Ticks(words_of(case, "addendum.end", "return", "delete"), case.word("addendum.end.choice")),
        Facts((Fact(case.word("addendum.end.days")),)),
    )


def _rest(case: Case) -> tuple[Part, ...]:
    left = tuple(Fact(words) for words in words_of(case, "addendum.rest", "breach", "copies"))
    return (
        *rests_on(case, "pipl.23", "ndr.12.1"),
        Items(words_of(case, "addendum.rest", "controller", "prevails"), numbered=True),
        Facts(left),
    )


def _signed(case: Case) -> tuple[Part, ...]:
    """Seal, name and date of each side."""
    rows = (("addendum.sign.a", "addendum.sign.b"), ("addendum.sign.a.name", "addendum.sign.b.name"))
    signs = tuple(Blanks(tuple(Blank(case.word(key)) for key in row), signed=True) for row in rows)
    return *signs, Blanks((Blank(case.word("date")), Blank(case.word("date"))))


def entrusted(case: Case) -> str:
    """Hold where somebody may process faces on behalf of whoever decides; not for the payment company."""
    if why := in_use(case):
        return why
    if case.value("S3") == "payment_company":
        return "separate"
    return "no_third" if others_take_part(case) is False else ""


_CITES = ("frt.8.1", "frt.14", "pipl.21.1", "pipl.21.2", "pipl.21.3", "pipl.59", "ndr.12.1")
ADDENDUM = PaperKind("vendor-addendum", "VA", _CITES, "use", entrusted, addendum, group="office")
