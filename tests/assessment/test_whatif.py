"""What each fix would change."""

from datetime import date

import pytest
from tests.assessment.sites import ON, SHOWN, Told, orderly

from facewise.assessment.answers import Answer, Answers
from facewise.assessment.assess import assess
from facewise.assessment.result import Assessment
from facewise.assessment.whatif import Effect, effects
from facewise.content.packs import load_pack

PACK = load_pack()


def mended(answers: Answers) -> dict[str, Effect]:
    found = effects(PACK, answers, assess(PACK, answers))
    return {effect.finding.question.code: effect for effect in found}


def order(**told: Told) -> list[str]:
    return list(mended(orderly(PACK, **told)))


def test_an_orderly_site_has_nothing_to_mend() -> None:
    assert order() == []


def test_mending_a_red_line_changes_the_grade() -> None:
    effect = mended(orderly(PACK, F4="no"))["F4"]
    assert (effect.grade_before, effect.grade_after) == ("D", "A")
    assert (effect.score_before.value, effect.score_after.value) == ("96.2", "100.0")
    assert effect.opens == 0


def test_what_mending_opens_is_counted_and_leaves_the_grade_open() -> None:
    answers = orderly(PACK, B1="no", B2=Answer(), B3=Answer(), B4=Answer())
    effect = mended(answers)["B1"]
    assert effect.opens == 3
    assert (effect.grade_before, effect.grade_after) == ("D", None)


def test_an_assessment_made_after_the_start_can_only_be_partly_mended() -> None:
    for since, after in ((None, "C"), (date(2026, 1, 1), "C"), (date(2027, 1, 1), "A")):
        told = {"S15": Answer(value="later", date=since), "G1": Answer(value="no", evidence=SHOWN)}
        assert mended(orderly(PACK, **told))["G1"].grade_after == after


def test_what_came_late_cannot_be_mended_further() -> None:
    assert "G1" not in mended(orderly(PACK, G1="partly"))
    late = Answer(value=100_000, date=date(2026, 5, 6))
    assert "K2" not in mended(orderly(PACK, S11=late, K2="partly"))


def test_a_filing_that_is_overdue_can_only_be_late() -> None:
    late = Answer(value=100_000, date=date(2026, 5, 6))
    effect = mended(orderly(PACK, S11=late, K2=Answer(value="no", evidence=SHOWN)))["K2"]
    assert (effect.grade_before, effect.grade_after) == ("D", "C")


def test_a_filing_that_is_not_known_can_turn_out_to_be_made() -> None:
    late = Answer(value=100_000, date=date(2026, 5, 6))
    effect = mended(orderly(PACK, S11=late, K2=Answer(value="unknown", evidence=SHOWN)))["K2"]
    assert effect.grade_after == "A"


def test_red_lines_come_first_then_critical_breaches_then_gain_for_effort() -> None:
    found = order(L2="no", F5="no", I2="no", I7="no", C1="unknown", F4="no")
    assert found[:3] == ["F4", "C1", "F5"]
    rest = found[3:]
    assert set(rest) == {"L2", "I2", "I7"}
    assert rest.index("L2") > 0


def test_a_site_question_is_mended_for_the_site_and_a_use_question_for_its_use() -> None:
    answers = orderly(PACK, "resident_gate", "staff", I7="no")
    f4 = PACK.question("F4")
    assert f4
    answers = answers.put(f4.id, "u1", Answer(value="no"))
    found = mended(answers)
    assert found["I7"].finding.use is None
    assert found["I7"].grade_after == found["I7"].grade_before == "D"
    assert (found["F4"].finding.use, found["F4"].grade_after) == ("u1", "B")


def test_a_device_in_a_private_space_is_mended_by_taking_it_out() -> None:
    effect = mended(orderly(PACK, S6="private", H1="yes"))["H1"]
    assert (effect.grade_before, effect.grade_after) == ("E", "A")
    assert effect.opens == 0


def test_without_a_score_there_is_no_effect() -> None:
    research = orderly(PACK, "other", S2="only", I7="no")
    assert mended(research) == {} or all(effect.grade_after is None for effect in mended(research).values())


@pytest.mark.parametrize("told", [{"F4": "no"}, {"I2": "partly"}, {"L2": "unknown"}, {"G3": "no"}])
def test_the_effect_is_what_assessing_the_mended_answers_says(told: dict[str, Told]) -> None:
    answers = orderly(PACK, **told)
    [effect] = mended(answers).values()
    best = answers.put(effect.finding.question.id, effect.finding.use, Answer(value="yes", evidence=SHOWN))
    after: Assessment = assess(PACK, best)
    assert after.score == effect.score_after
    assert after.on == ON.isoformat()
