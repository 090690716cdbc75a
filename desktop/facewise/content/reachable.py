"""Which way a condition can come out, by trying every combination of the answers it reads."""

from collections.abc import Iterator
from typing import TypeAlias

from facewise.content.conditions import Read, Reading, Verdict, holds, leaves
from facewise.content.pack import Condition, Leaf, Pack, Question

Value: TypeAlias = str | int | tuple[str, ...] | None

MOST = 20_000


class TooManyError(Exception):
    """More combinations than can be tried."""


def verdicts(pack: Pack, condition: Condition, within: Question | None = None) -> set[Verdict]:
    """Return how a condition can come out, with `within` asked where one is given.

    It stops as soon as both true and false are found. Raises `TooManyError`.
    """
    asked = within.applies_if if within else None
    needed = _closure(pack, [condition, *([asked] if asked else [])])
    tests = [leaf for question in needed for leaf in leaves(question.applies_if)]
    tests += [*leaves(condition), *leaves(asked)]
    found: set[Verdict] = set()
    for tried, known in enumerate(_combinations(needed, [_values(one, tests) for one in needed], {})):
        if tried == MOST:
            raise TooManyError
        if holds(asked, _reader(known)) is True:
            found.add(holds(condition, _reader(known)))
        if {True, False} <= found:
            break
    return found


def told_apart(question: Question, value: Value, tests: list[Leaf]) -> tuple[Verdict, ...]:
    """Return what all tests on a question make of one answer to it."""
    reading = {question.id: Reading(question.id, None, asked=True, value=value)}
    return tuple(holds(leaf, _reader(reading)) for leaf in tests)


def _closure(pack: Pack, conditions: list[Condition]) -> list[Question]:
    """The questions that conditions read, and those that decide whether they are asked, in order."""
    needed: dict[str, Question] = {}
    left = list(conditions)
    while left:
        for leaf in leaves(left.pop()):
            question = pack.question(leaf.q)
            if question and question.id not in needed:
                needed[question.id] = question
                left += [question.applies_if] if question.applies_if else []
    return [question for question in pack.questions if question.id in needed]


def _combinations(
    questions: list[Question], values: list[list[Value]], known: dict[str, Reading]
) -> Iterator[dict[str, Reading]]:
    if not questions:
        yield known
        return
    first, *rest = questions
    asked = holds(first.applies_if, _reader(known))
    for value in values[0] if asked else [None]:
        reading = Reading(first.id, None, asked, value)
        yield from _combinations(rest, values[1:], {**known, first.id: reading})


def _values(question: Question, tests: list[Leaf]) -> list[Value]:
    """Return one answer of each sort that the tests on a question tell apart."""
    own = [leaf for leaf in tests if leaf.q == question.id]
    unanswered: list[Value] = [None] if any(leaf.answered is not None for leaf in own) else []
    sorts: dict[tuple[Verdict, ...], Value] = {}
    for value in [*_answers(question, own), *unanswered]:
        sorts.setdefault(told_apart(question, value, own), value)
    return list(sorts.values())


def _answers(question: Question, tests: list[Leaf]) -> list[Value]:
    offered = question.values()
    if question.kind == "number":
        limits = [limit for leaf in tests for limit in (leaf.at_least, leaf.less_than) if limit is not None]
        return [*(number for limit in limits or [1] for number in (limit - 1, limit)), *offered]
    if question.kind == "choices":
        return [(), offered, *((choice,) for choice in offered)]
    return list(offered) or ["-"]


def _reader(known: dict[str, Reading]) -> Read:
    """Read what is known; a question that is not known is open."""

    def read(name: str) -> tuple[Reading, ...]:
        return (known.get(name) or Reading(name, None, None, None),)

    return read
