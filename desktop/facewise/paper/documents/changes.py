"""The draft of 2023 beside the final text, for consultants: what each says and what it means for a site.

The draft is told in our own words, for it was never law; the final text is quoted from the law data.
"""

from facewise.i18n import Text
from facewise.paper.documents.case import OUTSIDE, Case
from facewise.paper.documents.kinds import PaperKind, in_use, listed
from facewise.paper.documents.model import Cell, Column, Items, Paragraph, Part, Section, Table, Value, Words
from facewise.paper.documents.standing import worst

_QUOTED: dict[str, tuple[str, ...]] = {
    "scope": ("frt.2.1",),
    "research": ("frt.2.2",),
    "necessity": ("frt.4",),
    "notice": ("frt.5.1", "frt.5.4"),
    "consent": ("frt.6.1", "frt.6.2"),
    "minors": ("frt.7.1", "frt.7.2"),
    "storage": ("frt.8.1", "frt.8.2"),
    "assessment": ("frt.9.1", "frt.9.2"),
    "sole": ("frt.10.1", "frt.10.2"),
    "channels": ("frt.11",),
    "coercion": ("frt.12",),
    "public": ("frt.13.1",),
    "private": ("frt.13.2",),
    "security": ("frt.14",),
    "filing": ("frt.15.1", "frt.15.2"),
    "inspection": ("frt.16.2",),
}
"""Topics that the final text has, with its provisions."""

_DROPPED = ("terms", "internal", "unnoticed", "traits", "tested")
"""Topics of which the final text says nothing or that are told in a sentence."""

_CODES: dict[str, tuple[str, ...]] = {
    "necessity": ("A1", "A2"),
    "notice": ("B1", "B2", "B5"),
    "consent": ("C1", "C3"),
    "minors": ("E1", "E3"),
    "storage": ("F2", "F5"),
    "assessment": ("G1", "G2"),
    "sole": ("D1", "D2"),
    "channels": ("L5",),
    "coercion": ("D4", "D5"),
    "public": ("H2", "H3"),
    "private": ("H1",),
    "security": ("I2", "I3", "I5", "I6"),
    "filing": ("K2",),
    "inspection": ("L2",),
    "internal": ("L7",),
    "unnoticed": ("A4",),
    "traits": ("A3",),
}


def changes(case: Case) -> tuple[Part, ...]:
    """Return the table of topics, what was dropped, what is still told on the web, and what it rests on."""
    old = tuple(case.word(f"changes2023.old.{number}") for number in (1, 2, 3, 4, 5))
    return (
        Section(case.word("changes2023.kept"), (_table(case, tuple(_QUOTED)),)),
        Section(case.word("changes2023.dropped"), (_table(case, _DROPPED),)),
        Section(case.word("changes2023.old"), (Items(old),)),
        Paragraph(case.word("changes2023.sources"), "small"),
    )


def _table(case: Case, topics: tuple[str, ...]) -> Table:
    columns = (
        Column(case.word("changes2023.topic"), 23, names=True),
        Column(case.word("changes2023.draft"), 42),
        Column(case.word("changes2023.final"), 60),
        Column(case.word("changes2023.means")),
    )
    return Table(columns, tuple(_row(case, topic) for topic in topics))


def _row(case: Case, topic: str) -> tuple[Cell, ...]:
    key = f"changes2023.{topic}"
    here = _here(case, topic)
    return (
        case.word(key),
        case.word(f"{key}.draft"),
        _final(case, topic),
        (case.word(f"{key}.means"), *here),
    )


def _final(case: Case, topic: str) -> Value:
    """The words of the provisions, each with its reference; a sentence of ours where there is none.

    Of a paragraph with items only the opening is quoted, and marked as an extract.
    """
    if topic in _DROPPED:
        return case.word(f"changes2023.{topic}.final")
    said: list[Words] = []
    for one in case.law(*_QUOTED[topic]):
        if one.text:
            opening = Text(one.text.zh.partition("\n")[0], one.text.en.partition("\n")[0])
            key = "changes2023.extract" if opening != one.text else "changes2023.whole"
            said.append(case.word(key, words=opening, article=one.short))
    return tuple(said)


def _here(case: Case, topic: str) -> tuple[Words, ...]:
    """How the questions of this topic stand at the site, in the use where they stand worst."""
    found = [one for code in _CODES.get(topic, ()) if (one := worst(case, code))]
    if not found:
        return ()
    states = case.pack.words
    each = (
        case.word("changes2023.state", code=one.question.code, state=states[f"state.{one.state}"])
        for one in found
    )
    return (case.word("changes2023.here", states=listed(each)),)


def applies(case: Case) -> str:
    """Hold where the Measures apply to some use, so that what they changed matters."""
    return "outside" if case.outcome == OUTSIDE else in_use(case)


CHANGES = PaperKind("changes2023", "X", ("frt.2.1", "frt.20"), "site", applies, changes, group="office")
