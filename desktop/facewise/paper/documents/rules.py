"""The processing rules that are published, for all uses of a site."""

from facewise.i18n import Text
from facewise.paper.documents.case import Case
from facewise.paper.documents.kinds import PaperKind, our_duty
from facewise.paper.documents.model import (
    Blank,
    Blanks,
    Fact,
    Facts,
    Items,
    Paragraph,
    Part,
    Section,
    Words,
)
from facewise.paper.documents.shared import children, hint, recipients, rights, ways, what, who_of

_MEASURES = ("I1", "I2", "I3", "I4", "I5", "I7", "I8", "I9", "I10")


def rules(case: Case) -> tuple[Part, ...]:
    """Return the processing rules: what the notice says, for all uses, and the measures taken."""
    ours = tuple(one for one in case.uses if not our_duty(one))
    first = ours[0]
    uses = tuple(Section(one.named, (what(one),)) for one in ours)
    consent = any(one.by_consent for one in ours)
    sections: tuple[tuple[str, tuple[Part, ...]], ...] = (
        ("who", (Facts((*who_of(ours), Fact(case.word("rules.person")))),)),
        ("uses", uses),
        ("why", _why(ours)),
        ("given", _given(case)),
        ("measures", _measures(case, ours)),
        ("rights", rights(first, consent=consent)),
        ("minors", (Facts(tuple(Fact(one.named, children(one)) for one in ours)),)),
        ("ways", _ways(ours)),
        ("changes", (Items(tuple(case.word(f"rules.changes.{n}") for n in (1, 2, 3))),)),
    )
    numbered = tuple(
        Section(case.word(f"rules.{key}.title"), parts, case.word(f"number.{number}"))
        for number, (key, parts) in enumerate(sections, 1)
    )
    signs = tuple(Blank(case.word(f"rules.{key}")) for key in ("approved", "from", "shown"))
    return (*numbered, Blanks(signs, signed=True))


def _why(uses: tuple[Case, ...]) -> tuple[Part, ...]:
    need = uses[0].word("why.need")
    needs = tuple(
        Fact(
            Text(f"{need.zh}（{one.named.zh}）", f"{need.en} ({one.named.en})"), hint(one, "why.need.hint", 2)
        )
        for one in uses
    )
    case = uses[0]
    return (Facts((*needs, Fact(case.word("why.impact"), case.word("why.impact.value")))),)


def _given(case: Case) -> tuple[Part, ...]:
    facts = [
        Fact(case.word("other.entrusted"), hint(case, "other.entrusted.hint")),
        Fact(case.word("rules.public"), case.word("rules.public.value")),
    ]
    if case.value("S16") != "no":
        facts.append(Fact(case.word("other.abroad"), hint(case, "other.abroad.hint", 2)))
    return Paragraph(case.word("given")), recipients(case), Facts(tuple(facts))


def _measures(case: Case, uses: tuple[Case, ...]) -> tuple[Part, ...]:
    """The measures that the answers say are taken in every use; others are to be written down."""
    done: tuple[Words, ...] = tuple(
        case.word(f"rules.measure.{code}") for code in _MEASURES if all(one.met(code) for one in uses)
    )
    more = Facts((Fact(case.word("rules.measure.more"), hint(case, "rules.measure.hint", 2)),))
    return (Items(done), more) if done else (more,)


def _ways(uses: tuple[Case, ...]) -> tuple[Part, ...]:
    return tuple(Section(one.named, (ways(one),)) for one in uses if not one.ruled_out("D1")) or (
        Paragraph(uses[0].word("rules.ways.none")),
    )


_CITES = ("frt.5.1", "frt.15.1", "pipl.17.3", "ndr.21")
RULES = PaperKind("processing-rules", "PR", _CITES, "site", our_duty, rules)
