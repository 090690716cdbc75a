"""The operating procedure for staff: only what concerns the uses of this site."""

from facewise.i18n import Text
from facewise.paper.documents.case import OUTSIDE, Case
from facewise.paper.documents.daily import (
    guided_by,
    kept_here,
    numbered,
    rests_on,
    told_apart,
    used,
    which,
    words_of,
)
from facewise.paper.documents.duties import checks, deletions
from facewise.paper.documents.kinds import PaperKind, listed
from facewise.paper.documents.model import (
    Blank,
    Blanks,
    Column,
    Fact,
    Facts,
    Items,
    NewPage,
    Paragraph,
    Part,
    Section,
    Table,
    Tick,
    Ways,
)
from facewise.paper.documents.posted import some_use_of_ours
from facewise.paper.documents.shared import hint, promises, use_in_short

_MAY = ("enrol", "view", "export", "delete", "logs")
_POSTS = ("head", "admin", "desk", "duty", "vendor")
_ENROLLING = (
    ("frt.5.1", "notice"),
    ("frt.6.1", "consent"),
    ("frt.7.1", "guardian"),
    ("frt.8.1", "here"),
    ("pipl.8", "right"),
    ("pipl.17.1", "notice"),
    ("pipl.29", "consent"),
    ("pipl.31.1", "guardian"),
)
_NAMES = 8
_TRAINING_HIGH = 125  # as high as the signatures are, in millimetres


def procedure(case: Case) -> tuple[Part, ...]:
    """Return the procedure: who may what, other ways, enrolment, requests, devices, records, training."""
    signs = (Blank(case.word("rules.approved")), Blank(case.word("rules.from")))
    *sections, training = numbered(
        case,
        ("procedure.people", _people(case)),
        ("procedure.ways", _ways(case)),
        ("procedure.enrol", _enrol(case)),
        ("procedure.till", _till(case)),
        ("procedure.rights", _rights(case)),
        ("procedure.devices", (*rests_on(case, "frt.14", "pipl.51"), checks(case))),
        ("procedure.records", _records(case)),
        ("procedure.never", _never(case)),
        ("procedure.training", _training(case)),
    )
    return Blanks(signs, signed=True), *sections, NewPage(_TRAINING_HIGH), training


def _people(case: Case) -> tuple[Part, ...]:
    """Who answers for it, for which uses, and who may see what."""
    ours = kept_here(used(case))
    facts = (
        Fact(case.word("procedure.uses"), tuple(use_in_short(one) for one in used(case))),
        Fact(case.word("procedure.person"), hint(case, "procedure.person.hint")),
        Fact(case.word("procedure.deputy"), hint(case, "procedure.person.hint")),
    )
    tills = told_apart(case, "procedure.people.till", used(case), which(used(case), lambda one: one.till))
    keys = ("ticked", "accounts", "vendor") if ours else ("accounts", "vendor")
    said = Items((*words_of(case, "procedure.people", *keys), *tills))
    law = rests_on(case, "pipl.51", "frt.14")
    return *law, Facts(facts), *((_may(case),) if ours else ()), said


def _may(case: Case) -> Table:
    columns = (
        Column(case.word("procedure.post"), 42, names=True),
        Column(case.word("procedure.who")),
        *(Column(case.word(f"procedure.may.{key}"), 17) for key in _MAY),
    )
    posts = words_of(case, "procedure.post", *_POSTS)
    return Table(columns, tuple((post, "", *(Tick() for _ in _MAY)) for post in posts))


def _ways(case: Case) -> tuple[Part, ...]:
    """What to say before faces are spoken of; nothing in research, where there is nothing to choose."""
    uses = used(case)
    if case.outcome == OUTSIDE:
        return ()
    asked = which(uses, lambda one: not one.ruled_out("D1"))
    ruled = which(uses, lambda one: one.ruled_out("D1"))
    go = words_of(case, "procedure.ways", "go", "never", "once") if asked else ()
    said = (*go, *told_apart(case, "procedure.ways.state", uses, ruled))
    law = rests_on(case, "frt.10.1", *(("frt.10.2",) if ruled else ()), "frt.12", "ndr.22.1.5")
    return *law, *_offers(asked, alone=not ruled), Items(said)


def _offers(uses: tuple[Case, ...], *, alone: bool) -> tuple[Part, ...]:
    """What is offered, once for all uses where it is the same, and then without their names."""
    alike: dict[tuple[Part, ...], list[Text]] = {}
    for one in uses:
        alike.setdefault(_offer(one), []).append(one.named)
    if alone and len(alike) == 1:
        return next(iter(alike))
    return tuple(Section(listed(dict.fromkeys(names)), parts) for parts, names in alike.items())


def _offer(case: Case) -> tuple[Part, ...]:
    """The other ways of one use, and how to offer them."""
    ways = listed(_within(way) for _, way in case.ways)
    said = case.word("procedure.say.words", ways=ways) if case.ways else hint(case, "procedure.say.hint")
    claims = promises(case) if case.ways else ()
    row = (Ways(case.ways),) if case.ways else ()
    return *row, Facts((Fact(case.word("procedure.say"), (said, *claims)),))


def _within(way: Text) -> Text:
    """A way as it stands within a sentence: card, but QR code."""
    first, rest = way.en[:1], way.en[1:]
    return Text(way.zh, first.lower() + rest if rest[:1].islower() else way.en)


def _enrol(case: Case) -> tuple[Part, ...]:
    """Enrolment step by step, a step that not every use has with its uses named."""
    uses = kept_here(used(case))
    if not uses:
        return ()
    steps: tuple[tuple[str, tuple[Case, ...]], ...] = (
        ("notice", uses),
        ("guardian", which(uses, lambda one: one.value("S8") != "no")),
        ("no_child", which(uses, lambda one: one.value("S8") == "no")),
        ("consent", which(uses, lambda one: one.by_consent or one.value("S7") is None)),
        ("away", which(uses, lambda one: one.leaves_the_device and case.outcome != OUTSIDE)),
        ("other", which(uses, lambda one: not one.by_consent and one.value("S7") is not None)),
        ("here", uses),
        ("right", which(uses, lambda _: case.outcome != OUTSIDE)),
        ("original", which(uses, lambda one: one.met("F6"))),
        ("record", uses),
    )
    said = tuple(
        words for key, those in steps for words in told_apart(case, f"procedure.enrol.{key}", uses, those)
    )
    taken = {key for key, those in steps if those}
    law = rests_on(case, *(cite for cite, key in _ENROLLING if key in taken))
    return *law, Items(said, numbered=True)


def _till(case: Case) -> tuple[Part, ...]:
    """What holds at a till that takes payment by face."""
    paid = which(used(case), lambda one: one.use is not None and one.use.kind == "payment")
    if not paid:
        return ()
    ask = (Fact(case.word("procedure.till.ask"), hint(case, "procedure.till.ask.hint")),)
    others = Facts(ask) if which(paid, lambda one: one.till) else None
    said = Items(words_of(case, "procedure.till", "start", "keep", "bind"))
    guides = guided_by(case, "pg.4.c", "pg.8.1.b", "pg.8.1.f", "pg.8.1.h")
    law = (*rests_on(case, "pipl.16"), *guides)
    return (*law, said, others) if others else (*law, said)


def _rights(case: Case) -> tuple[Part, ...]:
    """Requests of people, and when faces are deleted."""
    uses = used(case)
    tills = told_apart(case, "procedure.rights.till", uses, which(uses, lambda one: one.till))
    ours = kept_here(uses)
    consent = which(ours, lambda one: one.by_consent or one.value("S7") is None)
    first = words_of(case, "procedure.rights", "take", "check")
    back = told_apart(case, "procedure.rights.withdraw", uses, consent)
    rest = words_of(case, "procedure.rights", "see", "reply", *(("cannot",) if ours else ()))
    days = Facts((Fact(case.word("rights.days"), hint(case, "rights.days.hint")),))
    table = (deletions(case),) if ours else ()
    law = rests_on(case, *(("frt.6.2",) if consent else ()), "frt.8.2", "pipl.47", "pipl.50")
    return *law, Items((*first, *back, *rest, *tills), numbered=True), days, *table


def _records(case: Case) -> tuple[Part, ...]:
    if not kept_here(used(case)):
        return ()
    where = Fact(case.word("procedure.records.where"))
    law = rests_on(case, "frt.9.1", "frt.9.2", "pipl.55", "pipl.56.2")
    return *law, Items(words_of(case, "procedure.records", "what", "keep")), Facts((where,))


def _never(case: Case) -> tuple[Part, ...]:
    """What nobody does; that pay does not hang on faces where staff clock in by face."""
    staff = which(used(case), lambda one: one.use is not None and one.use.kind == "staff")
    only = "purpose" if case.outcome == OUTSIDE else "use"
    said = (
        *words_of(case, "procedure.never", "screen", "pass", only, "asked"),
        *((case.word("procedure.never.staff"),) if staff else ()),
        case.word("procedure.never.hide"),
    )
    return *rests_on(case, "pipl.6.1", "pipl.10", "pipl.57"), Items(said)


def _training(case: Case) -> tuple[Part, ...]:
    keys = ("procedure.who", "procedure.post", "procedure.training.date", "procedure.training.sign")
    columns = tuple(Column(case.word(key)) for key in keys)
    rows = (("",) * len(columns),) * _NAMES
    words = Paragraph(case.word("procedure.training.words"))
    return *rests_on(case, "pipl.51.1.4"), words, Table(columns, rows)


_CITES = ("frt.10.1", "frt.14", "frt.15.1", "pipl.51")
PROCEDURE = PaperKind("procedure", "OP", _CITES, "site", some_use_of_ours, procedure, group="office")
