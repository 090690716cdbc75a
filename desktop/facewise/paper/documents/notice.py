"""The notice with the five heads of article 5, on a page and in large print."""

from facewise.paper.documents.case import Case
from facewise.paper.documents.kinds import PaperKind, in_use
from facewise.paper.documents.model import Fact, Facts, Framed, Paragraph, Part, Section
from facewise.paper.documents.shared import (
    after,
    children,
    hint,
    other_ways,
    period,
    recipients,
    rights,
    stored,
    what,
    who,
    who_in_short,
    whom_to_ask,
)


def notice(case: Case) -> tuple[Part, ...]:
    """Return the notice: the five heads, then the other ways."""
    heads = (_who(case), (what(case),), _why(case), rights(case, consent=case.by_consent), _other(case))
    sections = _numbered(case, heads)
    return (*sections, *_without(case))


def _numbered(case: Case, heads: tuple[tuple[Part, ...], ...]) -> tuple[Part, ...]:
    titles = ("who", "what", "why", "rights", "other")
    return tuple(
        Section(case.word(title), parts, str(number), ruled=True)
        for number, (title, parts) in enumerate(zip(titles, heads, strict=True), 1)
    )


def _who(case: Case) -> tuple[Part, ...]:
    return (Facts(who(case)),)


def _why(case: Case) -> tuple[Part, ...]:
    need = Fact(case.word("why.need"), hint(case, "why.need.hint", 2))
    return (Facts((need, Fact(case.word("why.impact"), case.word("why.impact.value")))),)


def _other(case: Case) -> tuple[Part, ...]:
    facts = [
        Fact(case.word("other.entrusted"), hint(case, "other.entrusted.hint")),
        Fact(case.word("other.children"), children(case)),
    ]
    if case.value("S16") != "no":
        facts.append(Fact(case.word("other.abroad"), hint(case, "other.abroad.hint", 2)))
    if case.met("B5"):
        facts.append(Fact(case.word("other.help"), case.word("other.help.value")))
    return Paragraph(case.word("given")), recipients(case), Facts(tuple(facts))


def _without(case: Case) -> tuple[Part, ...]:
    """The other ways, but where a rule of the State leaves none and so none was asked for."""
    if case.ruled_out("D1"):
        return ()
    return (Section(case.word("ways"), other_ways(case), ruled=True),)


def large(case: Case) -> tuple[Part, ...]:
    """Return the notice in large print: the same heads in few words."""
    purpose = Fact(case.word("what.purpose"), case.purpose)
    kept = (Fact(case.word("what.stored"), stored(case)), Fact(case.word("what.period"), period(case)))
    method = Fact(case.word("what.method"), case.word("what.method.value"))
    kinds = Fact(case.word("what.kinds"), case.word("what.kinds.short"))
    end = Fact(case.word("what.after"), after(case))
    need = Fact(case.word("why.need"), hint(case, "why.need.hint"))
    impact = Fact(case.word("why.impact"), case.word("why.impact.short"))
    use = case.word("rights.short" if case.by_consent else "rights.short.other")
    how = Fact(case.word("rights.how"), whom_to_ask(case, "phone", "address"))
    given = Fact(case.word("other.given"), hint(case, "other.none"))
    entrusted = Fact(case.word("other.entrusted"), hint(case, "other.none"))
    young = case.word("other.children.short") if case.children else children(case)
    minors = Fact(case.word("other.children"), young)
    heads: tuple[tuple[Part, ...], ...] = (
        (Facts(who_in_short(case)),),
        (Facts((purpose, method, kinds, *kept, end)),),
        (Facts((need, impact)),),
        (Paragraph(use), Facts((how,))),
        (Facts((given, entrusted, minors)),),
    )
    return (*_numbered(case, heads), *_large_without(case))


def _large_without(case: Case) -> tuple[Part, ...]:
    if case.ruled_out("D1"):
        return ()
    return (Framed((Paragraph(case.word("ways"), "strong"), *other_ways(case))),)


_CITES = ("frt.5.1", "pipl.17.1", "pipl.30")
NOTICE = PaperKind("notice", "N", _CITES, "use", in_use, notice)
NOTICE_LARGE = PaperKind("notice-large", "NL", (*_CITES, "frt.5.4"), "use", in_use, large, sheet="large")
