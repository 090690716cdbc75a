"""Facts that several papers for the people concerned share, as far as the answers give them."""

from collections.abc import Iterable

from facewise.i18n import Text
from facewise.paper.documents.case import Case
from facewise.paper.documents.kinds import listed
from facewise.paper.documents.model import (
    Column,
    Fact,
    Facts,
    Items,
    Paragraph,
    Part,
    Ruled,
    Table,
    Value,
    Ways,
    Words,
)

DECIDED_ELSEWHERE = ("hq", "landlord", "payment_company")
_KEPT = ("device", "local", "vendor_cloud", "payment_company")
_BASES = {"consent": "consent", "law_unnamed": "consent", "unsure": "consent", "contract": "contract"}
_OTHER_BASES = {"labour_rules": "labour_rules", "law_named": "law_named"}


def hint(case: Case, key: str, lines: int = 1) -> Ruled:
    """Return lines to write on, with what belongs there."""
    return Ruled(case.word(key), lines)


def contact(case: Case) -> Value:
    """Return how the business is reached: phone, address, person, mail; lines to write on if nobody said."""
    return reached(case, "phone", "address", "person", "email")


def reached(case: Case, *ways: str) -> Value:
    """Return some of the ways in which the business is reached, in a line."""
    business = case.business
    given = {
        "phone": business.phone,
        "address": business.address,
        "person": business.contact,
        "email": business.email,
    }
    known = [case.word(f"who.{way}", value=given[way]) for way in ways if given[way]]
    if not known:
        return hint(case, "who.contact.hint")
    return Text("，".join(text.zh for text in known), ", ".join(text.en for text in known))


def who_in_short(case: Case) -> tuple[Fact, ...]:
    """Return who decides with name and contact in one line, as forms state it."""
    facts, short = who(case), reached(case, "phone", "address")
    name = case.business.name
    if facts[0].value != name or not name or not isinstance(short, Text):
        return facts
    both = Text(f"{name}，{short.zh}", f"{name}, {short.en}")
    return (Fact(facts[0].label, both), *facts[2:])


def use_in_short(case: Case) -> Text:
    """Return the purpose and, where it is known, the place: 住户出入验证（滨江花园 北门）."""
    return case.word("what.at", purpose=case.purpose, place=case.place) if case.place.zh else case.purpose


def who(case: Case) -> tuple[Fact, ...]:
    """Return who decides what faces are used for, and how they are reached."""
    decides = str(case.value("S3"))
    own = (Fact(case.word("who.name"), case.business.name), Fact(case.word("who.contact"), contact(case)))
    if decides in DECIDED_ELSEWHERE:
        here = (case.business.name, *_tuple(contact(case))) if case.business.name else contact(case)
        other = Fact(case.word(f"who.{decides}"), hint(case, "who.other"))
        return other, Fact(case.word("who.here"), here)
    if decides == "with_owners":
        return (*own, Fact(case.word("who.with_owners"), hint(case, "who.other")))
    return own


def who_of(uses: Iterable[Case]) -> tuple[Fact, ...]:
    """Return who decides in several uses; the uses are named where it is not the same for all."""
    alike: dict[tuple[Fact, ...], list[Case]] = {}
    for one in uses:
        alike.setdefault(who(one), []).append(one)
    if len(alike) == 1:
        return next(iter(alike))
    return tuple(fact for facts, those in alike.items() for fact in (_named(those), *facts))


def _named(uses: list[Case]) -> Fact:
    return Fact(uses[0].word("minors.uses"), listed(dict.fromkeys(one.named for one in uses)))


def whom_to_ask(case: Case, *ways: str) -> Value:
    """Return where rights are exercised: with whoever decides, which no answer gives where that is not us."""
    if case.value("S3") in DECIDED_ELSEWHERE:
        return hint(case, "rights.where.hint")
    return reached(case, *ways) if ways else contact(case)


def _tuple(value: Value) -> tuple[Words | Ruled, ...]:
    return value if isinstance(value, tuple) else (value,)


def matching(case: Case) -> Value:
    """Return whether one is compared with one or with many; to be filled in if nobody knows."""
    said = case.value("S5")
    return case.word(f"what.{said}") if said in ("one_to_one", "one_to_many") else ""


def method(case: Case) -> Value:
    """Return what is done with faces, by the definition of recognition and by the answers."""
    deleted = (case.word("what.no_original"),) if case.met("F6") else ()
    return (case.word("what.method.value"), *deleted)


def stored(case: Case) -> Value:
    """Return where faces are kept, as far as it is known."""
    where = case.value("S9")
    if where not in _KEPT or (where == "device" and case.value("F1") != "yes"):
        return hint(case, "what.stored.hint")
    return case.word(f"what.stored.{where}")


def internet(case: Case) -> Value:
    """Return whether faces are sent over the internet, as far as it is known."""
    said = case.value("S10")
    if said == "no":
        return case.word("what.internet.no")
    where = hint(case, "what.internet.hint")
    return (case.word("what.internet.yes"), where) if said == "yes" else where


def basis(case: Case) -> Value:
    """Return on what legal basis faces are processed; which law or contract it is only where it was named."""
    said = str(case.value("S7"))
    key = (_BASES | _OTHER_BASES).get(said)
    if key is None or key == "consent":
        return case.word("what.basis.consent") if key else ""
    named = case.answer("S7").note or hint(case, f"what.basis.{key}.hint")
    return case.word(f"what.basis.{key}"), named


def after(case: Case) -> Value:
    """Return what becomes of faces when their time is over."""
    return case.word("what.after.delete") if case.met("F5") else hint(case, "what.after.hint")


def period(case: Case) -> Ruled:
    """Return the line for how long faces are kept: the answers never give that."""
    return hint(case, "what.period.hint")


def what(case: Case) -> Facts:
    """Return what is done with faces, where they are kept and how long."""
    kinds = (case.word("what.kinds.value"), hint(case, "what.kinds.hint"))
    values: dict[str, Value] = {
        "place": case.place if case.place.zh else "",
        "purpose": case.purpose,
        "matching": matching(case),
        "method": method(case),
        "kinds": kinds,
        "basis": basis(case),
        "stored": stored(case),
        "internet": internet(case),
        "period": period(case),
        "after": after(case),
    }
    return Facts(tuple(Fact(case.word(f"what.{key}"), value) for key, value in values.items()))


def rights(case: Case, *, consent: bool) -> tuple[Part, ...]:
    """Return the rights of a person, and the way and procedure to use them."""
    keys = ("know", "see", "correct", "delete", *(("withdraw",) if consent else ()), "complain")
    steps = Items(tuple(case.word(f"rights.step.{n}") for n in (1, 2, 3)), numbered=True)
    where = Facts(
        (
            Fact(case.word("rights.where"), whom_to_ask(case)),
            Fact(case.word("rights.days"), hint(case, "rights.days.hint")),
        )
    )
    how = Paragraph(case.word("rights.how"), "strong")
    return Items(tuple(case.word(f"rights.{key}") for key in keys)), how, steps, where


def recipients(case: Case) -> Table:
    """Return the list of those to whom faces are given, to be filled in."""
    keys = ("name", "contact", "purpose", "method", "kinds")
    columns = tuple(Column(case.word(f"given.{key}"), names=key == "name") for key in keys)
    return Table(columns, (("",) * len(keys),) * 2)


def children(case: Case) -> Value:
    """Return what holds for children under 14."""
    said = case.value("S8")
    if case.children:
        return case.word("other.children.yes")
    return case.word("other.children.no") if said == "no" else ""


def promises(case: Case) -> tuple[Text, ...]:
    """Return what the answers say about the other ways: equal, easy, or not everywhere."""
    words, paid = case.pack.words, case.use is not None and case.use.kind == "payment"
    said = []
    if case.met("D3"):
        said.append(words["sign.same_price"] if paid else case.word("ways.equal"))
    if case.met("D2"):
        said.append(words["sign.easy.payment" if paid else "sign.easy"])
    if not case.met("D1"):
        said.append(words["sign.partly"])
    return tuple(said)


def other_ways(case: Case) -> tuple[Part, ...]:
    """Return the other ways that work, with what was said about them; a line to write on if none is known."""
    said = promises(case) if case.ways else ()
    return ways(case), *(Paragraph(promise) for promise in said)


def ways(case: Case) -> Part:
    """Return the other ways that work; a line to write on if none is known."""
    known = Facts((Fact(case.word("ways.other"), hint(case, "ways.hint")),))
    return Ways(case.ways) if case.ways else known
