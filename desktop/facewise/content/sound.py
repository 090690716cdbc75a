"""Whether a questionnaire that came inside a file can be worked with: known names, plain fields in texts."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain
from string import Formatter

from pydantic import BaseModel

from facewise.content.conditions import leaves
from facewise.content.pack import Condition, Pack
from facewise.i18n import Text


def is_sound(pack: Pack) -> bool:
    """Return whether ids are unique, every name and citation is known, and every text can be filled in."""
    names = Counter(name for question in pack.questions for name in {question.id, question.code})
    return (
        max(names.values(), default=0) < 2  # noqa: PLR2004, each but once
        and set(_named(pack)) <= set(names)
        and set(_cited(pack)) <= set(pack.law)
        and all(is_fillable(text) for text in _texts(pack))
    )


def is_fillable(text: Text) -> bool:
    """Return whether a text has the same named fields in both languages, and braces nowhere else."""
    return named_fields(text.zh) is not None and named_fields(text.zh) == named_fields(text.en)


def named_fields(text: str) -> set[str] | None:
    """Return the names in braces, or None where braces hold no plain name."""
    try:
        names = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return None
    return names if all(name.isidentifier() for name in names) else None


def _named(pack: Pack) -> Iterator[str]:
    yield from pack.red_line_pass
    for names in (*pack.prints.values(), *(outcome.asks for outcome in pack.outcomes)):
        yield from names
    for condition in _conditions(pack):
        yield from (leaf.q for leaf in leaves(condition))


def _conditions(pack: Pack) -> Iterator[Condition | None]:
    for question in pack.questions:
        yield question.applies_if
        yield from (rule.if_ for rule in question.severity_when)
    yield from (outcome.if_ for outcome in pack.outcomes)
    yield from (note.if_ for note in pack.notes)


def _cited(pack: Pack) -> Iterator[str]:
    yield from chain.from_iterable(question.cites for question in pack.questions)
    yield from chain.from_iterable(note.cites for note in pack.notes)


def _texts(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, BaseModel):
        for _, below in value:
            yield from _texts(below)
    elif isinstance(value, tuple | dict):
        for below in value.values() if isinstance(value, dict) else value:
            yield from _texts(below)
