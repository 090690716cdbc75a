"""Separate consent with its second tick, and the form to withdraw it."""

from facewise.i18n import Text
from facewise.paper.documents.case import OUTSIDE, Case
from facewise.paper.documents.kinds import PaperKind, our_duty, some_use
from facewise.paper.documents.model import (
    Blank,
    Blanks,
    Code,
    Column,
    Decision,
    Fact,
    Facts,
    Paragraph,
    Part,
    Section,
    Slip,
    Table,
    Ticks,
    Value,
)
from facewise.paper.documents.shared import (
    period,
    reached,
    stored,
    use_in_short,
    ways,
    who_in_short,
    who_of,
)


def consent(case: Case) -> tuple[Part, ...]:
    """Return the consent form: what it is about, a decision for each thing, signature, the person's slip."""
    decisions = tuple(decide(case, key) for key in subjects(case))
    return (
        Facts((*who_in_short(case), *about(case), _rights(case))),
        *decisions,
        ways(case),
        Paragraph(case.word("consent.free"), "strong"),
        Paragraph(case.word("consent.back")),
        Blanks((Blank(case.word("name")), Blank(case.word("which")), Blank(case.word("phone")))),
        Blanks((Blank(case.word("consent.sign"), share=2), Blank(case.word("date"))), signed=True),
        Slip(_slip(case), _code(case)),
    )


def about(case: Case) -> tuple[Fact, ...]:
    """Return what a form says of the processing: purpose and place, method, where kept, how long, impact."""
    values: dict[str, Value] = {
        "what.purpose": use_in_short(case),
        "what.method": case.word("what.method.value"),
        "what.stored": stored(case),
        "what.period": period(case),
        "why.impact": case.word("why.impact.short"),
    }
    return tuple(Fact(case.word(key), value) for key, value in values.items())


def _rights(case: Case) -> Fact:
    return Fact(case.word("rights"), case.word("rights.short"))


def subjects(case: Case) -> tuple[str, ...]:
    """Return what is decided apart: faces themselves, what leaves the device, what leaves the country."""
    away = case.leaves_the_device and case.outcome != OUTSIDE
    return ("face", *(("away",) if away else ()), *(("abroad",) if abroad(case) else ()))


def abroad(case: Case) -> bool:
    """Return whether faces go abroad, by the answers."""
    return case.value("S16") == "yes"


def decide(case: Case, subject: str, whose: str = "consent") -> Section:
    """Return one decision with its two equal boxes; what leaves the device names recipient, place, period."""
    number = case.word(f"number.{1 + subjects(case).index(subject)}")
    fields = {"face": (), "away": ("to", "kept", "until"), "abroad": ("to", "what", "how")}[subject]
    kept = stored(case)
    values = {"kept": kept} if isinstance(kept, Text) else {}
    blanks = tuple(Blank(case.word(f"consent.{subject}.{key}"), values.get(key, "")) for key in fields)
    parts: list[Part] = [Paragraph(case.word(f"{whose}.{subject}.words", purpose=case.purpose))]
    if blanks:
        parts.append(Blanks(blanks))
    parts.append(Decision((case.word("agree"), case.word("disagree"))))
    return Section(case.word(f"{whose}.{subject}"), tuple(parts), number, ruled=True)


def _slip(case: Case) -> tuple[Part, ...]:
    choices = (case.word("agree"), case.word("disagree"))
    ticks = tuple(Ticks(choices, case.word(f"consent.{subject}.slip")) for subject in subjects(case))
    title = "consent.slip.code" if case.business.notice_url else "consent.slip"
    return Paragraph(case.word(title), "strong"), *ticks, call(case)


def _code(case: Case) -> Code | None:
    """The address of the notice, where there is one."""
    url = case.business.notice_url
    return Code(Text(url, url), "", url) if url else None


def call(case: Case) -> Part:
    """Return whom to call to withdraw, ask or have deleted; a line to write on if nobody said."""
    reach = reached(case, "phone") if case.business.phone else reached(case, "address")
    if isinstance(reach, Text):
        return Paragraph(case.word("consent.slip.call", reach=reach))
    return Facts((Fact(case.word("consent.slip.where"), reach),))


def withdrawal(case: Case) -> tuple[Part, ...]:
    """Return the form to take consent back: what for, who, what was then done, and a receipt."""
    ours = tuple(one for one in case.uses if not consent_here(one))
    done = tuple(Column(case.word(f"withdrawal.{key}")) for key in ("place", "day", "by"))
    places = tuple(case.word(f"withdrawal.place.{key}") for key in ("device", "server", "vendor", "copies"))
    person = (Blank(case.word("name")), Blank(case.word("which")), Blank(case.word("phone")))
    child = (Blank(case.word("withdrawal.child")), Blank(case.word("guardian.relation")))
    return (
        Facts(who_of(ours) if len({one.value("S3") for one in ours}) > 1 else who_in_short(ours[0])),
        Section(
            case.word("withdrawal.what"),
            (
                Paragraph(case.word("withdrawal.words"), "strong"),
                Ticks(tuple(one.named for one in ours), case.word("withdrawal.uses")),
                *_extent(ours),
                Paragraph(case.word("withdrawal.free")),
            ),
            ruled=True,
        ),
        Blanks(person),
        Blanks(child),
        Blanks((Blank(case.word("withdrawal.sign"), share=2), Blank(case.word("date"))), signed=True),
        Section(
            case.word("withdrawal.done"),
            (Table(done, tuple((place, "", "") for place in places)),),
            ruled=True,
        ),
        Slip(_receipt(ours[0])),
    )


def _extent(uses: tuple[Case, ...]) -> tuple[Part, ...]:
    """All of it, or only what was decided apart; nothing to tick where nothing was."""
    case, apart = uses[0], {key for one in uses for key in subjects(one)}
    choices = tuple(case.word(f"withdrawal.{key}") for key in ("away", "abroad") if key in apart)
    if not choices:
        return ()
    return (Ticks((case.word("withdrawal.all"), *choices), case.word("withdrawal.subjects")),)


def _receipt(case: Case) -> tuple[Part, ...]:
    blanks = tuple(Blank(case.word(f"withdrawal.receipt.{key}")) for key in ("from", "on", "by", "done"))
    return Paragraph(case.word("withdrawal.receipt"), "strong"), Blanks(blanks), call(case)


def consent_here(case: Case) -> str:
    """Hold where the business processes faces because people consent to it; of adults, for one use."""
    return our_duty(case) or some_use(case, _why_not)


def _why_not(case: Case) -> str:
    return our_duty(case) or ("" if case.by_consent else "no_consent")


def adults(case: Case) -> str:
    """Hold where grown-ups themselves consent: not where only children under 14 are enrolled."""
    return consent_here(case) or ("only_children" if case.value("S8") == "only" else "")


_CONSENT = ("frt.6.1", "frt.8.1", "pipl.29", "pipl.30")
CONSENT = PaperKind("consent", "C", _CONSENT, "use", adults, consent, sheet="form")
_WITHDRAWAL = ("frt.6.2", "pipl.15.1", "pipl.47.1")
WITHDRAWAL = PaperKind("withdrawal", "W", _WITHDRAWAL, "site", consent_here, withdrawal, sheet="form")
