"""What a question takes as its answer, and whether stored answers fit a questionnaire."""

import datetime as dt

import pytest

from facewise.assessment.answers import Answer, Answers, Use, Value
from facewise.assessment.asking import AnswerError, NoReasonError, fits, reason_for, value_of
from facewise.content.pack import Question
from facewise.content.packs import load_pack
from facewise.i18n import Text

PACK = load_pack()


def question(code: str, **changes: object) -> Question:
    found = PACK.question(code)
    assert found
    return found.model_copy(update=changes)


@pytest.mark.parametrize(
    ("asked", "written", "value"),
    [
        (question("S1"), "unsure", "unsure"),
        (question("D1"), "partly", "partly"),
        (question("S11"), "100,000", 100_000),
        (question("S11"), "0", 0),
        (question("S11"), "unknown", "unknown"),
        (question("S1", kind="choices"), "yes", ("yes",)),
        (question("S1", kind="choices"), ("yes", "no"), ("yes", "no")),
        (question("S1", kind="date"), "2026-02-28", "2026-02-28"),
        (question("S1", kind="text"), " 两\t行 ", "两 行"),
    ],
)
def test_what_is_offered_is_taken(asked: Question, written: str | tuple[str, ...], value: Value) -> None:
    assert value_of(asked, written) == value


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        (question("S1"), "maybe"),
        (question("D1"), ""),
        (question("S11"), "1e3"),
        (question("S11"), "2000000001"),
        (question("S11", minimum=10), "9"),
        (question("S1", kind="choices"), ("yes", "maybe")),
        (question("S1"), ("yes",)),
        (question("S1", kind="date"), "2026-02-29"),
        (question("S1", kind="date"), "2026-W08-1"),
    ],
)
def test_anything_else_is_refused(asked: Question, written: str | tuple[str, ...]) -> None:
    with pytest.raises(AnswerError):
        value_of(asked, written)


def test_not_applicable_needs_a_reason() -> None:
    assert reason_for(question("B4"), "na", "没有变过") == "没有变过"
    assert reason_for(question("B4"), "yes", "") == ""
    with pytest.raises(NoReasonError) as error:
        reason_for(question("B4"), "na", " ")
    assert error.value.fields["example"] == question("B4").not_applicable[0]
    with pytest.raises(NoReasonError) as error:
        reason_for(question("B4", not_applicable=()), "na", "")
    assert error.value.fields["example"] == Text("", "")


def stored(site: dict[str, Value | None], *uses: Use) -> Answers:
    return Answers(
        on=dt.date(2026, 11, 20), site={name: Answer(value=value) for name, value in site.items()}, uses=uses
    )


TILL = Use(id="till", kind="payment", answers={"alternatives.real": Answer(value="partly")})


@pytest.mark.parametrize(
    ("answers", "does"),
    [
        (stored({}), True),
        (stored({"scoping.recognises": "yes", "scoping.persons": 5, "filing.count": None}, TILL), True),
        (stored({"a.question.of.another.version": "x"}, TILL), True),
        (stored({"scoping.recognises": "maybe"}), False),
        (stored({"scoping.persons": "many"}), False),
        (stored({"scoping.recognises": ("yes",)}), False),
        (stored({"alternatives.real": "yes"}), False),
        (stored({}, TILL, TILL), False),
        (stored({}, TILL.model_copy(update={"kind": "car"})), False),
        (stored({}, TILL.model_copy(update={"answers": {"filing.count": Answer(value="yes")}})), False),
    ],
)
def test_stored_answers_fit_or_do_not(answers: Answers, *, does: bool) -> None:
    assert fits(PACK, answers) is does
