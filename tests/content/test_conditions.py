"""Kleene's three values, every operator, and what a site reads over its uses."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facewise.content.conditions import Read, Reading, Verdict, decisive, holds, leaves
from facewise.content.pack import All, Any, Condition, Leaf

VERDICTS: tuple[Verdict, ...] = (True, False, None)


def leaf(**operator: object) -> Leaf:
    return Leaf.model_validate({"q": "q", **operator})


def reader(*readings: Reading) -> Read:
    return lambda name: tuple(one for one in readings if one.question == name)


def answered(value: str | int | tuple[str, ...] | None, asked: Verdict = True) -> Read:
    return reader(Reading("q", None, asked, value))


def as_said(name: str) -> tuple[Reading, ...]:
    """The question called true is answered yes, the one called false no, any other is open."""
    value = {"true": "yes", "false": "no"}.get(name)
    return (Reading(name, None, asked=True, value=value),)


def said(verdict: Verdict) -> Leaf:
    return Leaf.model_validate({"q": str(verdict).lower(), "is": "yes"})


@pytest.mark.parametrize(("first", "second"), [*itertools.product(VERDICTS, VERDICTS)])
def test_all_is_the_least_of_its_members_and_any_the_greatest(first: Verdict, second: Verdict) -> None:
    order = [False, None, True]
    members = (said(first), said(second))
    assert holds(All(all=members), as_said) is min(first, second, key=order.index)
    assert holds(Any(any=members), as_said) is max(first, second, key=order.index)


def test_no_condition_always_holds() -> None:
    assert holds(None, answered(None)) is True
    assert decisive(None, answered(None), verdict=True) == ()


@pytest.mark.parametrize(
    ("operator", "value", "expected"),
    [
        ({"is": "yes"}, "yes", True),
        ({"is": "yes"}, "no", False),
        ({"is_not": "yes"}, "no", True),
        ({"is_not": "yes"}, "yes", False),
        ({"in": ["yes", "partly"]}, "partly", True),
        ({"in": ["yes", "partly"]}, "no", False),
        ({"not_in": ["yes", "partly"]}, "no", True),
        ({"not_in": ["yes", "partly"]}, "yes", False),
        ({"has": "a"}, ("a", "b"), True),
        ({"has": "a"}, (), False),
        ({"lacks": "a"}, ("b",), True),
        ({"lacks": "a"}, ("a",), False),
        ({"at_least": 100_000}, 100_000, True),
        ({"at_least": 100_000}, 99_999, False),
        ({"less_than": 100_000}, 99_999, True),
        ({"less_than": 100_000}, 100_000, False),
        ({"in": ["unknown"]}, 5, False),
        ({"answered": "true"}, "no", True),
        ({"answered": "true"}, None, False),
        ({"answered": "false"}, None, True),
        ({"answered": "false"}, "unknown", False),
    ],
)
def test_each_operator_compares_as_its_name_says(
    operator: dict[str, object], value: str | int | tuple[str, ...] | None, expected: bool
) -> None:
    assert holds(leaf(**operator), answered(value)) is expected


@pytest.mark.parametrize(
    "operator",
    [{"is": "no"}, {"is_not": "no"}, {"in": ["no"]}, {"not_in": ["no"]}, {"at_least": 1}, {"has": "no"}],
)
def test_dont_know_and_no_answer_leave_it_open(operator: dict[str, object]) -> None:
    assert holds(leaf(**operator), answered("unknown")) is None
    assert holds(leaf(**operator), answered(None)) is None


def test_dont_know_counts_where_it_is_named() -> None:
    assert holds(leaf(**{"in": ["no", "unknown"]}), answered("unknown")) is True
    assert holds(leaf(not_in=["no", "unknown"]), answered("unknown")) is None


OPERATORS = [
    {"is": "yes"},
    {"is_not": "yes"},
    {"in": ["yes"]},
    {"not_in": ["yes"]},
    {"answered": "true"},
    {"answered": "false"},
]


@pytest.mark.parametrize("operator", OPERATORS)
@pytest.mark.parametrize("value", ["yes", "no", "unknown", None])
def test_a_question_that_does_not_apply_is_false_in_either_polarity(
    operator: dict[str, object], value: str | None
) -> None:
    assert holds(leaf(**operator), answered(value, asked=False)) is False


@pytest.mark.parametrize("operator", OPERATORS)
def test_a_question_that_may_be_asked_leaves_it_open(operator: dict[str, object]) -> None:
    assert holds(leaf(**operator), answered("yes", asked=None)) is None


@pytest.mark.parametrize(
    ("values", "expected"),
    [(("yes", "no"), True), (("no", "no"), False), (("no", None), None), (("yes", None), True), ((), None)],
)
def test_over_uses_one_true_suffices_and_false_needs_all(
    values: tuple[str | None, ...], expected: Verdict
) -> None:
    readings = [Reading("q", str(n), asked=True, value=value) for n, value in enumerate(values)]
    assert holds(leaf(**{"is": "yes"}), reader(*readings)) is expected


def test_what_decided_is_told_once_and_without_bystanders() -> None:
    condition = Any.model_validate(
        {"any": [{"q": "a", "is": "yes"}, {"all": [{"q": "b", "is": "yes"}, {"q": "a", "is": "yes"}]}]}
    )
    a = Reading("a", None, asked=True, value="yes")
    b = Reading("b", None, asked=True, value="yes")
    other = Reading("b", None, asked=True, value="no")
    assert decisive(condition, reader(a, b), verdict=True) == (a, b)
    assert decisive(condition, reader(a, other), verdict=True) == (a,)


conditions: st.SearchStrategy[Condition] = st.recursive(
    st.sampled_from([said(verdict) for verdict in VERDICTS]),
    lambda below: (
        st.lists(below, min_size=1, max_size=3).map(lambda members: All(all=tuple(members)))
        | st.lists(below, min_size=1, max_size=3).map(lambda members: Any(any=tuple(members)))
    ),
    max_leaves=8,
)


@given(conditions)
def test_settling_what_is_open_never_turns_a_settled_verdict(condition: Condition) -> None:
    verdict = holds(condition, as_said)
    for settled in ("yes", "no"):

        def read(name: str, other: str = settled) -> tuple[Reading, ...]:
            [reading] = as_said(name)
            return (Reading(name, None, asked=True, value=reading.value or other),)

        assert verdict is None or holds(condition, read) is verdict


@given(conditions)
def test_the_decisive_readings_alone_give_the_same_verdict(condition: Condition) -> None:
    verdict = holds(condition, as_said)
    found = decisive(condition, as_said, verdict)
    assert found
    assert {one.question for one in found} <= {one.q for one in leaves(condition)}
    if verdict is not None:

        def read(name: str) -> tuple[Reading, ...]:
            return tuple(one for one in found if one.question == name) or (Reading(name, None, None, None),)

        assert holds(condition, read) is verdict
