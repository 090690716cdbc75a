"""What is put up besides the notice: what has changed, and the other ways."""

from facewise.assessment.result import State
from facewise.paper.documents.case import OUTSIDE, Case
from facewise.paper.documents.kinds import PaperKind, in_use, some_use
from facewise.paper.documents.model import (
    Blank,
    Blanks,
    Column,
    Fact,
    Facts,
    Items,
    Paragraph,
    Part,
    Section,
    Table,
    Ways,
)
from facewise.paper.documents.shared import hint, promises, reached, who_of

_CHANGED = ("processor", "purpose", "method", "period", "stored", "given", "need", "rights", "other")


def change(case: Case) -> tuple[Part, ...]:
    """Return the notice of what has changed: each matter as it was and as it will be."""
    ours = tuple(one for one in case.uses if not in_use(one))
    columns = (
        Column(case.word("change.matter"), 50, names=True),
        Column(case.word("change.before")),
        Column(case.word("change.after")),
    )
    rows = tuple((case.word(f"change.{key}"), "", "") for key in _CHANGED)
    facts = (
        Fact(case.word("change.use"), tuple(one.named for one in ours)),
        Fact(case.word("change.since")),
        Fact(case.word("change.why")),
        Fact(case.word("change.old")),
    )
    bases = {one.by_consent for one in ours}
    again = tuple(key for key, by in (("again", True), ("again.other", False)) if by in bases)
    said = tuple(case.word(f"change.{key}") for key in (*again, "rest"))
    signs = (Blank(case.word("change.by"), case.business.name), Blank(case.word("change.day")))
    return (
        Facts((*who_of(ours), *facts)),
        Section(case.word("change.what"), (Table(columns, rows),), ruled=True),
        Section(case.word("change.you"), (Items(said),)),
        Blanks(signs, signed=True),
    )


def some_use_of_ours(case: Case) -> str:
    """Hold where at least one use is not inside a private space."""
    return in_use(case) or some_use(case, in_use)


def alternatives(case: Case) -> tuple[Part, ...]:
    """Return the notice of the other ways: which, on what terms, where, when, whom to call."""
    facts = (
        Fact(case.word("alternatives.where"), hint(case, "alternatives.where.hint")),
        Fact(case.word("alternatives.when"), hint(case, "alternatives.when.hint")),
        Fact(case.word("alternatives.call"), reached(case, "phone", "address")),
    )
    said = tuple(Paragraph(promise, "strong") for promise in promises(case))
    free = (Paragraph(case.word("alternatives.free")),) if case.met("D3") else ()
    return (
        Paragraph(case.word("alternatives.words")),
        Ways(case.ways),
        *said,
        Section(case.word("alternatives.how"), (Facts(facts),), ruled=True),
        *free,
    )


def other_ways_work(case: Case) -> str:
    """Hold where another way works and was named."""
    if why := in_use(case):
        return why
    if case.outcome == OUTSIDE:
        return "research"
    if case.ruled_out("D1"):
        return "state_rule"
    reasons: dict[State | None, str] = {
        None: "way_unknown",
        State.GAP: "no_other_way",
        State.UNKNOWN: "way_unknown",
        State.UNANSWERED: "way_unknown",
    }
    return reasons.get(case.state("D1"), "" if case.ways else "ways_unnamed")


CHANGE = PaperKind(
    "change-notice", "CN", ("frt.5.2", "pipl.17.2", "pipl.14.2"), "site", some_use_of_ours, change, "form"
)
ALTERNATIVES = PaperKind(
    "alternatives-notice", "A", ("frt.10.1", "pipl.16"), "use", other_ways_work, alternatives, sheet="large"
)
