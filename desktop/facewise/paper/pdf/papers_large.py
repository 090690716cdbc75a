"""Papers in large print, to be put up: nothing that a reader needs is smaller than 16 points."""

from collections.abc import Iterator

from facewise.i18n import Edition, Text
from facewise.paper.documents import model
from facewise.paper.documents.model import Paper
from facewise.paper.pdf import blocks
from facewise.paper.pdf.blocks import Block, Framed, Indented, Line, NumberHead, Para, Rule, Together, WayRow
from facewise.paper.pdf.style import (
    LARGE,
    LARGE_BOTH,
    LARGE_HEAD,
    LARGE_NUMERAL,
    LARGE_SECOND,
    LARGE_WAYS,
    Use,
)

_RAIL = 14


def large_blocks(paper: Paper, edition: Edition) -> tuple[Block, ...]:
    """Return the parts of a paper in large print; beside Chinese that size, English is smaller."""
    return tuple(_all(paper.parts, paper.small.blank, LARGE_BOTH if edition == "both" else LARGE_HEAD))


def _all(parts: tuple[model.Part, ...], blank: Text, head: Use, ways: Use = LARGE_WAYS) -> Iterator[Block]:
    for part in parts:
        match part:
            case model.Section():
                yield from _section(part, blank, head)
            case model.Framed():
                yield Framed(tuple(_all(part.parts, blank, head, LARGE_HEAD)))
            case model.Paragraph():
                use = LARGE_HEAD if part.weight == "strong" else LARGE
                yield Para(part.words, use, second=LARGE_SECOND)
            case model.Facts():
                for fact in part.facts:
                    yield from _fact(fact, blank)
            case model.Ways():
                yield WayRow(part.ways, ways, LARGE_SECOND)
            case _:
                raise TypeError(type(part).__name__)


def _section(part: model.Section, blank: Text, head: Use) -> Iterator[Block]:
    """The number in the rail, the title and what it says beside it."""
    inner = tuple(_all(part.parts, blank, head))
    if not part.number:
        yield Together((Rule(), blocks.Heading(part.title, level=2, use=head)))
        yield from inner
        return
    yield Together((Rule(), NumberHead(part.number, part.title, head, LARGE_NUMERAL, _RAIL)))
    yield Indented(inner, _RAIL)


def _fact(fact: model.Fact, blank: Text) -> Iterator[Block]:
    """What is known as text behind its label; what nobody told us as a line to write on."""
    values = fact.value if isinstance(fact.value, tuple) else (fact.value,)
    known = [value for value in values if value and not isinstance(value, model.Ruled)]
    if known:
        yield Para(_labelled(fact.label, known), LARGE, second=LARGE_SECOND)
    if len(known) < len(values):
        label = _text(fact.label) if not known else Text("", "")
        yield Line(Text(f"{label.zh}{blank.zh}", f"{label.en} {blank.en}".lstrip()), LARGE, LARGE_SECOND)


def _labelled(label: model.Words, values: list[model.Words]) -> Text:
    said, name = [_text(value) for value in values], _text(label)
    zh = "，".join(text.zh.rstrip("。") for text in said)
    en = ", ".join(text.en.rstrip(".") for text in said)
    return Text(f"{name.zh}：{zh}。", f"{name.en}: {en}.")


def _text(words: model.Words) -> Text:
    return words if isinstance(words, Text) else Text(words, words)
