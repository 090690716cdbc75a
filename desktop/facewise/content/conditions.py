"""Conditions over answers: true, false, or unknown (Kleene), never an expression string."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from facewise.content.pack import All, Any, Condition, Leaf

Verdict: TypeAlias = bool | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a condition sees of one question: whether it is asked, and its answer (None while unanswered)."""

    question: str
    use: str | None
    asked: Verdict
    value: str | int | tuple[str, ...] | None


Read: TypeAlias = Callable[[str], tuple[Reading, ...]]


def holds(condition: Condition | None, read: Read) -> Verdict:
    """Return whether a condition holds; None while an answer is missing; no condition always holds."""
    if condition is None:
        return True
    if isinstance(condition, All):
        return _all(holds(member, read) for member in condition.all)
    if isinstance(condition, Any):
        return _any(holds(member, read) for member in condition.any)
    readings = read(condition.q)
    if len(readings) == 1:
        return _leaf(condition, readings[0])
    return _over_uses(_leaf(condition, reading) for reading in readings)


def decisive(condition: Condition | None, read: Read, verdict: Verdict) -> tuple[Reading, ...]:
    """Return the readings that made a condition come out as it did, each once, in reading order."""
    found = dict.fromkeys(_decisive(condition, read, verdict))
    return tuple(found)


def leaves(condition: Condition | None) -> Iterator[Leaf]:
    """Return every leaf of a condition."""
    if isinstance(condition, All):
        for member in condition.all:
            yield from leaves(member)
    elif isinstance(condition, Any):
        for member in condition.any:
            yield from leaves(member)
    elif condition is not None:
        yield condition


def _all(members: Iterator[Verdict]) -> Verdict:
    verdicts = list(members)
    return False if False in verdicts else None if None in verdicts else True


def _any(members: Iterator[Verdict]) -> Verdict:
    verdicts = list(members)
    return True if True in verdicts else None if None in verdicts else False


def _over_uses(members: Iterator[Verdict]) -> Verdict:
    """A site question reads a use question: true if true in any use, false if false in all of them."""
    verdicts = list(members)
    return _any(iter(verdicts)) if verdicts else None


def _leaf(leaf: Leaf, reading: Reading) -> Verdict:
    if reading.asked is False:
        return False
    if reading.asked is None:
        return None
    if leaf.answered is not None:
        return (reading.value is not None) is leaf.answered
    if reading.value is None:
        return None
    if reading.value == "unknown":
        return True if leaf.in_ and "unknown" in leaf.in_ else None
    return _compare(leaf, reading.value)


def _compare(leaf: Leaf, value: str | int | tuple[str, ...]) -> bool:
    if isinstance(value, int):
        return value >= leaf.at_least if leaf.at_least is not None else value < (leaf.less_than or 0)
    if isinstance(value, tuple):
        return leaf.has in value if leaf.has is not None else leaf.lacks not in value
    if leaf.is_ is not None:
        return value == leaf.is_
    if leaf.is_not is not None:
        return value != leaf.is_not
    return value in leaf.in_ if leaf.in_ is not None else value not in (leaf.not_in or ())


def _decisive(condition: Condition | None, read: Read, verdict: Verdict) -> Iterator[Reading]:
    if condition is None:
        return
    if isinstance(condition, Leaf):
        yield from (reading for reading in read(condition.q) if _leaf(condition, reading) is verdict)
        return
    for member in condition.all if isinstance(condition, All) else condition.any:
        if holds(member, read) is verdict:
            yield from _decisive(member, read, verdict)
