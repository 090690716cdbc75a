"""Faults of conditions: what they read, in which order, and whether they can come out both ways."""

from collections.abc import Iterator

from facewise.content.checked import Checked, Tested
from facewise.content.conditions import leaves
from facewise.content.faults import (
    AlwaysFalseError,
    AlwaysTrueError,
    CycleError,
    ForwardError,
    NotToldApartError,
    TangledError,
    UnknownChoiceError,
    UnknownQuestionError,
    WrongOperatorError,
)
from facewise.content.mistakes import ContentError
from facewise.content.pack import Leaf, Question
from facewise.content.reachable import TooManyError, told_apart, verdicts

_ONE = ("is", "is_not", "in", "not_in", "answered")
_OPERATORS = {
    "scale": _ONE,
    "choice": _ONE,
    "choices": ("has", "lacks", "answered"),
    "number": ("at_least", "less_than", "in", "answered"),
    "date": ("answered",),
    "text": ("answered",),
}
OPEN = "unsure"
"""The choice of somebody who does not know: it follows the gravest of the others on purpose."""


def condition_faults(checked: Checked) -> Iterator[ContentError]:
    """Return the faults of all conditions; how they come out is tried only where they are sound."""
    found = [fault for tested in checked.conditions for fault in _references(checked, tested)]
    found += _circles(checked)
    yield from found
    if not found:
        for tested in checked.conditions:
            yield from _outcome(checked, tested)
        yield from _alike(checked)


def _references(checked: Checked, tested: Tested) -> Iterator[ContentError]:
    for leaf in leaves(tested.condition):
        question = checked.pack.question(leaf.q)
        if question is None:
            yield UnknownQuestionError(**tested.place.at(), name=leaf.q)
        else:
            yield from _fits(tested, leaf, question)
            yield from _in_order(checked, tested, question)


def _fits(tested: Tested, leaf: Leaf, question: Question) -> Iterator[ContentError]:
    operator, fitting = leaf.operators[0], _OPERATORS[question.kind]
    if operator not in fitting:
        named = {"operator": operator, "question": question.code, "kind": question.kind}
        yield WrongOperatorError(**tested.place.at(), **named, operators=", ".join(fitting))
        return
    named_choices = (leaf.is_, leaf.is_not, leaf.has, leaf.lacks, *(leaf.in_ or ()), *(leaf.not_in or ()))
    for choice in named_choices:
        if choice is not None and choice not in question.values():
            offered = ", ".join(question.values())
            yield UnknownChoiceError(
                **tested.place.at(), question=question.code, choice=choice, choices=offered
            )


def _in_order(checked: Checked, tested: Tested, question: Question) -> Iterator[ContentError]:
    """Circles are told as such, and not once more as reading forward."""
    if checked.pack.questions.index(question) < tested.reads:
        return
    own = tested.question
    if not (tested.asks and own and own.id in _reached(checked, question)):
        yield ForwardError(**tested.place.at(), question=question.code)


def _circles(checked: Checked) -> list[ContentError]:
    found: list[ContentError] = []
    told: set[str] = set()
    for question in checked.pack.questions:
        if question.id in told:
            continue
        way = _way_back(checked, question)
        if way:
            told.update(one.id for one in way)
            circle = " → ".join(one.code for one in [*way, question])
            found.append(CycleError(**checked.places[question.id].at("applies_if"), circle=circle))
    return found


def _way_back(checked: Checked, start: Question) -> list[Question]:
    """Return the questions from one back to itself, along what conditions read; empty if there is none."""
    ways = [[start]]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        for question in _read(checked, way[-1]):
            if question.id == start.id:
                return way
            if question.id not in seen:
                seen.add(question.id)
                ways.append([*way, question])
    return []


def _reached(checked: Checked, start: Question) -> set[str]:
    found: dict[str, Question] = {start.id: start}
    left = [start]
    while left:
        for question in _read(checked, left.pop()):
            if question.id not in found:
                found[question.id] = question
                left.append(question)
    return set(found)


def _read(checked: Checked, question: Question) -> list[Question]:
    named = (checked.pack.question(leaf.q) for leaf in leaves(question.applies_if))
    return [found for found in named if found]


def _outcome(checked: Checked, tested: Tested) -> Iterator[ContentError]:
    """Whether a condition can be true and can be false; that of a severity while its question is asked."""
    within = None if tested.asks else tested.question
    try:
        possible = verdicts(checked.pack, tested.condition, within)
    except TooManyError:
        yield TangledError(**tested.place.at())
        return
    if True not in possible:
        yield AlwaysFalseError(**tested.place.at())
    elif False not in possible:
        yield AlwaysTrueError(**tested.place.at())


def _alike(checked: Checked) -> Iterator[ContentError]:
    printed = {name for names in checked.pack.prints.values() for name in names}
    tests = [leaf for tested in checked.conditions for leaf in leaves(tested.condition)]
    for question in checked.pack.questions:
        if question.id in printed:
            continue
        own = [leaf for leaf in tests if leaf.q == question.id]
        for alike in _groups(question, own):
            yield NotToldApartError(**checked.places[question.id].at("choices"), choices=", ".join(alike))


def _groups(question: Question, tests: list[Leaf]) -> list[list[str]]:
    """Return the choices that come out alike in every test, where there are several."""
    groups: dict[object, list[str]] = {}
    for choice in question.choices:
        if choice.id != OPEN:
            groups.setdefault(told_apart(question, choice.id, tests), []).append(choice.id)
    return [group for group in groups.values() if len(group) > 1]
