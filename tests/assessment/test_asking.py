"""Which written answers a question takes."""

import pytest
from tests.assessment.sites import ON, orderly

from facewise.assessment.answers import Answer, Answers, Use, Value
from facewise.assessment.asking import (
    AnswerError,
    NoReasonError,
    NotAChoiceError,
    NotADateError,
    NotANumberError,
    OneAnswerError,
    fits,
    reason_for,
    value_of,
)
from facewise.content.pack import Choice, Question
from facewise.content.packs import load_pack
from facewise.i18n import Text

PACK = load_pack()


def question(code: str) -> Question:
    found = PACK.question(code)
    assert found
    return found


def of_kind(kind: str) -> Question:
    """A question of a kind that the shipped pack does not have yet."""
    return question("S1").model_copy(
        update={
            "kind": kind,
            "choices": (Choice(id="a", text=Text("甲", "A")), Choice(id="b", text=Text("乙", "B"))),
        }
    )


@pytest.mark.parametrize(
    ("code", "written", "value"),
    [
        ("D1", "partly", "partly"),
        ("B4", "na", "na"),
        ("S1", "unsure", "unsure"),
        ("S14", "330100", "330100"),
        ("S11", "120,000", 120_000),
        ("S11", "0", 0),
        ("S11", "unknown", "unknown"),
    ],
)
def test_what_a_question_offers_is_taken(code: str, written: str, value: Value) -> None:
    assert value_of(question(code), written) == value


@pytest.mark.parametrize(
    ("code", "written", "error"),
    [
        ("D1", "na", NotAChoiceError),
        ("D1", "true", NotAChoiceError),
        ("H1", "partly", NotAChoiceError),
        ("S1", "unknown", NotAChoiceError),
        ("S11", "-1", NotANumberError),
        ("S11", "many", NotANumberError),
        ("S11", "٣", NotANumberError),
        ("S11", "9" * 5000, NotANumberError),
        ("S11", "2000000001", NotANumberError),
        ("D1", ("yes", "no"), OneAnswerError),
    ],
)
def test_anything_else_is_refused(
    code: str, written: str | tuple[str, ...], error: type[AnswerError]
) -> None:
    with pytest.raises(error):
        value_of(question(code), written)


def test_several_choices_days_and_texts() -> None:
    assert value_of(of_kind("choices"), ("a", "b")) == ("a", "b")
    assert value_of(of_kind("choices"), "a") == ("a",)
    with pytest.raises(NotAChoiceError):
        value_of(of_kind("choices"), ("c",))
    day = of_kind("date").model_copy(update={"choices": ()})
    assert value_of(day, "2026-11-20") == "2026-11-20"
    with pytest.raises(NotADateError):
        value_of(day, "2026-02-30")
    assert value_of(of_kind("text").model_copy(update={"choices": ()}), "三个门") == "三个门"


def test_not_applicable_needs_a_reason() -> None:
    assert reason_for(question("B4"), "na", "没有变过") == "没有变过"
    assert reason_for(question("B4"), "yes", "") == ""
    with pytest.raises(NoReasonError):
        reason_for(question("B4"), "na", "  ")
    with pytest.raises(NoReasonError):
        reason_for(question("D1"), "na", "")


def test_answers_that_this_questionnaire_takes_fit() -> None:
    assert fits(PACK, orderly(PACK, "payment", "staff"))
    assert fits(PACK, Answers(on=ON, site={"gone.question": Answer(value="whatever"), "x": Answer()}))


@pytest.mark.parametrize(
    "answers",
    [
        Answers(on=ON, site={question("H1").id: Answer(value="partly")}),
        Answers(on=ON, site={question("D1").id: Answer(value="yes")}),
        Answers(on=ON, uses=(Use(id="a", kind="nothing"),)),
        Answers(on=ON, uses=(Use(id="a", kind="staff"), Use(id="a", kind="staff"))),
        Answers(on=ON, uses=(Use(id="a", kind="staff", answers={question("H1").id: Answer(value="yes")}),)),
        Answers(on=ON, site={question("S11").id: Answer(value=-5)}),
    ],
)
def test_answers_that_it_does_not_take_do_not_fit(answers: Answers) -> None:
    assert not fits(PACK, answers)
