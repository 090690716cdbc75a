"""The question card for the vendor: V1 to V10, what a good answer says, and which questions it settles."""

from facewise.i18n import Text
from facewise.paper.documents.case import Case
from facewise.paper.documents.daily import leaves_the_premises, lines
from facewise.paper.documents.kinds import PaperKind, in_use
from facewise.paper.documents.model import Blank, Blanks, Column, Fact, Facts, Paragraph, Part, Table
from facewise.paper.documents.shared import reached, use_in_short

_SETTLES = {
    "V1": ("S1", "S5"),
    "V2": ("S9", "F1", "F6"),
    "V3": ("S10", "F3"),
    "V4": ("S9", "S10", "F2"),
    "V5": ("I2",),
    "V6": ("I1", "I3", "I4"),
    "V7": ("C4", "F5"),
    "V8": ("F7", "J2"),
    "V9": ("S16", "J2"),
    "V10": ("D1", "D2"),
}
"""The questions of the questionnaire that each answer of the vendor settles."""


def vendor_card(case: Case) -> tuple[Part, ...]:
    """Return the card: who asks whom about which device, the ten questions, the vendor's signature."""
    asked = (
        Blank(case.word("card.to"), share=2),
        Blank(case.word("card.device")),
        Blank(case.word("card.by")),
    )
    signs = (Blank(case.word("card.sign.unit"), share=2), Blank(case.word("card.sign.name"), share=2))
    return (
        Facts((*_asker(case), *_about(case))),
        Blanks(asked),
        *(Paragraph(words) for words in _understanding(case)),
        _questions(case),
        Paragraph(case.word("card.keep"), "small"),
        Blanks((*signs, Blank(case.word("date"))), signed=True),
    )


def _asker(case: Case) -> tuple[Fact, ...]:
    """Who asks, to whom the answer goes: always the business itself, whoever decides."""
    name, short = case.business.name, reached(case, "phone", "email", "address")
    if not name:
        return (Fact(case.word("card.from")),)
    one_line = Text(f"{name}，{short.zh}", f"{name}, {short.en}") if isinstance(short, Text) else None
    return (Fact(case.word("card.from"), one_line or (name, *lines(short))),)


def _about(case: Case) -> tuple[Fact, ...]:
    return (Fact(case.word("card.use"), use_in_short(case) if case.use else case.place),)


def _understanding(case: Case) -> tuple[Text, ...]:
    """What we know of the vendor's part, so that the vendor can say where it is otherwise."""
    part = {True: "yes", False: "no", None: "unsure"}[leaves_the_premises(case)]
    pays = "payment_company" in (case.value("S3"), case.value("S9"))
    own = (case.word("card.third.payment"),) if pays else ()
    return (case.word(f"card.third.{part}"), *own)


def _questions(case: Case) -> Table:
    columns = (
        Column(case.word("card.number"), 9, names=True),
        Column(case.word("card.question"), 56),
        Column(case.word("card.good"), 43),
        Column(case.word("card.answer")),
        Column(case.word("card.settles"), 14),
    )
    rows = tuple(
        (card.id, card.text, case.word(f"card.good.{card.id}"), "", _settled(case, card.id))
        for card in case.pack.vendor_cards
    )
    return Table(columns, rows)


def _settled(case: Case, card: str) -> Text | str:
    """The codes of the questions that are asked here, all where it is not known yet what is asked."""
    use = case.use.id if case.use else None
    out = {one.question.code for one in case.assessment.not_asked if one.use in (None, use)}
    codes = [code for code in _SETTLES[card] if code not in out or case.outcome == "not_sure"]
    return " ".join(codes) or case.word("card.none")


def worth_asking(case: Case) -> str:
    """Hold for every use that may be, and where it is not known yet whether faces are recognised."""
    why = in_use(case)
    return "" if why == "not_sure" else why


_CITES = ("frt.8.1", "frt.14", "pipl.21.1")
VENDOR_CARD = PaperKind("vendor-card", "V", _CITES, "use", worth_asking, vendor_card, "form", "office")
