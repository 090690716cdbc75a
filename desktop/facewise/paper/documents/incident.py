"""The incident plan: what counts, whom to call, what to do by when, what the notices say, a log."""

from facewise.i18n import Text
from facewise.paper.documents.case import OUTSIDE, Case
from facewise.paper.documents.daily import hints, numbered, rests_on, used, which, words_of
from facewise.paper.documents.kinds import PaperKind
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
    Quotation,
    Section,
    Table,
    Value,
)
from facewise.paper.documents.posted import some_use_of_ours
from facewise.paper.documents.shared import DECIDED_ELSEWHERE, contact, hint

_JOINT = "with_owners"
_LOG_ROWS, _DRILLS = 9, 3
_LOG_HIGH = 205  # as high as the log is, in millimetres


def incident(case: Case) -> tuple[Part, ...]:
    """Return the plan; the log stands on a page of its own, to be copied."""
    signs = (Blank(case.word("rules.approved")), Blank(case.word("rules.from")))
    return (
        Blanks(signs, signed=True),
        *numbered(
            case,
            ("incident.what", _what(case)),
            ("incident.calls", (_calls(case),)),
            ("incident.steps", _steps(case)),
            ("incident.notify", _notify(case)),
            ("incident.drill", _drill(case)),
        ),
        NewPage(_LOG_HIGH),
        _log(case),
    )


def _what(case: Case) -> tuple[Part, ...]:
    said = Items(words_of(case, "incident.what", "leak", "change", "lost", "may"))
    return *rests_on(case, "pipl.51.1.5", "pipl.57"), said


def _deciders(case: Case) -> tuple[str, ...]:
    """Who decides elsewhere or with us what faces are used for, by the answers."""
    said = (str(one.value("S3")) for one in used(case))
    return tuple(dict.fromkeys(who for who in said if who in (*DECIDED_ELSEWHERE, _JOINT)))


def _kept_by_payment(case: Case) -> bool:
    return any(one.value("S9") == "payment_company" for one in used(case))


def _calls(case: Case) -> Table:
    columns = (
        Column(case.word("incident.calls.role"), 58, names=True),
        Column(case.word("incident.calls.name")),
        Column(case.word("incident.calls.phone"), 52),
    )
    others = [*_deciders(case)]
    if _kept_by_payment(case):
        others.append("payment_company")
    first = ("head", "deputy", "network", "vendor")
    keys = dict.fromkeys((*first, *others, "authority", "police", "lawyer"))
    return Table(columns, tuple((word, "", "") for word in words_of(case, "incident.call", *keys)))


def _steps(case: Case) -> tuple[Part, ...]:
    """What is done by when; the times are advice, and the law's own limit is asked for."""
    columns = (
        Column(case.word("incident.steps.when"), 26, names=True),
        Column(case.word("incident.steps.do")),
        Column(case.word("incident.steps.by"), 26),
        Column(case.word("incident.steps.done"), 26),
    )
    rows = tuple(
        (case.word(f"incident.when.{when}"), words, "", "")
        for when, steps in _stages(case)
        for words in steps
    )
    limit = hints(case, "incident", "limit")
    return (
        *rests_on(case, "pipl.57", "ndr.11", "frt.9.2"),
        Table(columns, rows),
        Paragraph(case.word("incident.limit.words"), "strong"),
        Facts(tuple(Fact(case.word(key), line) for key, line in limit.items())),
    )


def _stages(case: Case) -> tuple[tuple[str, tuple[Text, ...]], ...]:
    research = case.outcome == OUTSIDE
    assess = () if research else ("assess",)
    return (
        ("now", words_of(case, "incident.step", "cut", *(() if research else ("ways",)), "keep", "call")),
        (
            "hour",
            (*words_of(case, "incident.step", "vendor", "find"), *_told(case), *_ours(case, "authority")),
        ),
        ("day", (*words_of(case, "incident.step", "police"), *_ours(case, "persons"))),
        ("days", words_of(case, "incident.step", "outside", "mend")),
        ("weeks", words_of(case, "incident.step", "report", *assess, "learn")),
    )


def _told(case: Case) -> tuple[Text, ...]:
    """Whoever else decides is told at once; who decides alone notifies authority and people."""
    said = []
    for who in _deciders(case):
        if who == _JOINT:
            said.append(case.word("incident.step.owners"))
        else:
            said.append(case.word("incident.step.decider", who=case.word(f"incident.call.{who}")))
    if "payment_company" not in _deciders(case) and _kept_by_payment(case):
        said.append(case.word("incident.step.payment"))
    return tuple(said)


def _ours(case: Case, step: str) -> tuple[Text, ...]:
    """A notice that is ours to give where in some use nobody else decides alone."""
    ours = which(used(case), lambda one: one.value("S3") not in DECIDED_ELSEWHERE)
    return words_of(case, "incident.step", step) if ours else ()


def _notify(case: Case) -> tuple[Part, ...]:
    """When authority and people are notified, in the law's words, and the notice to fill in."""
    law = case.law("pipl.57")
    quoted = tuple(Quotation(one.text, one.reference) for one in law if one.text)
    said = Items(words_of(case, "incident.notify", "when", "spare", "others"))
    return said, *quoted, Section(case.word("incident.letter"), (_letter(case),))


def _letter(case: Case) -> Facts:
    """The three items of article 57: what, why and which harm; what was and can be done; whom to reach."""
    values: dict[str, Value] = {
        "when": "",
        "kinds": hint(case, "incident.letter.kinds.hint"),
        "cause": "",
        "harm": hint(case, "incident.letter.harm.hint"),
        "done": "",
        "you": hint(case, "incident.letter.you.hint"),
        "contact": contact(case),
    }
    return Facts(tuple(Fact(case.word(f"incident.letter.{key}"), value) for key, value in values.items()))


def _drill(case: Case) -> tuple[Part, ...]:
    columns = (
        Column(case.word("incident.drill.date"), 30),
        *(Column(words) for words in words_of(case, "incident.drill", "what", "who", "found")),
    )
    words = Paragraph(case.word("incident.drill.words"))
    return *rests_on(case, "pipl.51.1.5"), words, Table(columns, (("",) * len(columns),) * _DRILLS)


def _log(case: Case) -> Section:
    """The log of one incident."""
    columns = (
        Column(case.word("incident.log.time"), 22),
        Column(case.word("incident.log.happened")),
        Column(case.word("incident.log.by"), 26),
        Column(case.word("incident.log.proof"), 36),
    )
    ruled = hints(case, "incident.log", "authority", "persons")
    parts: tuple[Part, ...] = (
        Paragraph(case.word("incident.log.words")),
        Facts(tuple(Fact(words) for words in words_of(case, "incident.log", "found", "where"))),
        Table(columns, (("",) * len(columns),) * _LOG_ROWS),
        Facts(tuple(Fact(case.word(key), line) for key, line in ruled.items())),
        Blanks(
            tuple(Blank(words) for words in words_of(case, "incident.log", "closed", "sign")), signed=True
        ),
    )
    return Section(case.word("incident.log.title"), parts)


_CITES = ("frt.9.2", "pipl.51.1.5", "pipl.57", "ndr.11")
INCIDENT = PaperKind("incident", "IP", _CITES, "site", some_use_of_ours, incident, group="office")
