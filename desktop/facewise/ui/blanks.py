"""What a paper leaves blank because nobody told us: the labels of the lines that are filled in by hand."""

from collections.abc import Iterator

from facewise.paper.documents.model import (
    Blanks,
    Decision,
    Facts,
    Framed,
    Paper,
    Part,
    Ruled,
    Section,
    Slip,
    Value,
    Words,
)


def blanks_of(paper: Paper) -> tuple[Words, ...]:
    """Return the labels of what the business still has to fill in, each once, in their order.

    What the person who signs a form writes is not among them, nor the empty rows of a table.
    """
    return tuple(dict.fromkeys(_labels(paper.parts)))


def _labels(parts: tuple[Part, ...]) -> Iterator[Words]:
    for part in parts:
        if isinstance(part, Facts):
            yield from (fact.label for fact in part.facts if _is_blank(fact.value))
        elif isinstance(part, Section | Framed | Slip):
            if any(isinstance(one, Decision) for one in part.parts):
                yield from _beside_a_decision(part.parts)
            yield from _labels(part.parts)


def _beside_a_decision(parts: tuple[Part, ...]) -> Iterator[Words]:
    """What one agrees to must be said before: to whom something goes, where it is kept."""
    for part in parts:
        if isinstance(part, Blanks) and not part.signed:
            yield from (blank.label for blank in part.blanks if not blank.value)


def _is_blank(value: Value) -> bool:
    if isinstance(value, tuple):
        return any(_is_blank(one) for one in value)
    return isinstance(value, Ruled) or not value
