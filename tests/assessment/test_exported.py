"""A result and its answers as plain data."""

import json

import pytest
from tests.assessment.sites import ON, Told, orderly

from facewise.assessment.answers import Answer, Answers
from facewise.assessment.assess import assess
from facewise.assessment.exported import answer_words, exported, grade_words, public_answers
from facewise.content.packs import load_pack
from facewise.i18n import Text

PACK = load_pack()


def told(**answers: Told) -> dict[str, object]:
    plain = exported(PACK, "0" * 64, assess(PACK, orderly(PACK, **answers)))
    found: dict[str, object] = json.loads(json.dumps(plain))
    return found


def test_a_result_has_grade_score_and_red_lines() -> None:
    found = told(F4="no", I2="partly")
    assert found["grade"] == "D"
    assert found["score"] == {"value": "95.1", "num": 128.5, "den": 135, "high": "95.1"}
    assert found["red_lines"] == [
        {
            "question": "storage.messengers",
            "code": "F4",
            "use": "u0",
            "state": "gap",
            "articles": ["frt.8.1", "frt.14"],
        }
    ]
    assert found["uses"] == [
        {"id": "u0", "kind": "resident_gate", "grade": "D", "reason": None, "score": found["score"]}
    ]


def test_a_question_not_asked_names_the_answers_that_switched_it_off() -> None:
    not_asked = told()["not_asked"]
    assert isinstance(not_asked, list)
    children = next(one for one in not_asked if one["code"] == "E1")
    assert children["because"] == [
        {"question": "scoping.children", "code": "S8", "use": "u0", "answer": "no"}
    ]
    filed = next(one for one in not_asked if one["code"] == "K3")
    assert filed["because"] == [
        {"question": "filing.filed", "code": "K2", "use": None, "answer": "not_asked"}
    ]


def test_what_may_be_asked_is_listed() -> None:
    maybe = told(B1="unknown")["may_be_asked"]
    assert isinstance(maybe, list)
    assert {one["code"] for one in maybe} == {"B2", "B3", "B4"}


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({}, PACK.grades["A"].text),
        ({"F4": "no"}, PACK.grades["D"].text),
        ({"I2": Answer()}, PACK.grades["in_progress"].text.format(left=1)),
        ({"S1": "no", "S1b": "none"}, PACK.outcomes[0].title),
    ],
)
def test_the_grade_in_words(answers: dict[str, Told], words: Text) -> None:
    assert grade_words(PACK, assess(PACK, orderly(PACK, **answers))).text == words


def test_a_d_by_score_has_words_of_its_own() -> None:
    breaches: dict[str, Told] = {
        q.code: "no" for q in PACK.questions if q.severity == "breach" and not q.can_be_red
    }
    assert grade_words(PACK, assess(PACK, orderly(PACK, **breaches))) == PACK.grades["D_score"]


def test_too_little_to_go_by_has_words() -> None:
    assert grade_words(PACK, assess(PACK, Answers(on=ON))) == PACK.grades["insufficient_basis"]
    assert exported(PACK, "", assess(PACK, Answers(on=ON)))["score"] is None


def test_private_notes_do_not_travel() -> None:
    secret = Answer(value="no", note="门卫室", private_note="老板不同意")
    travelling = json.dumps(public_answers(orderly(PACK, D1=secret, I7=secret)), ensure_ascii=False)
    assert "老板不同意" not in travelling
    assert "门卫室" in travelling
    assert Answers.model_validate_json(travelling).format == 1


def test_answers_in_words() -> None:
    found = PACK.question("D1")
    assert found
    assert answer_words(PACK, "D1", "no") == found.answers["no"]
    assert answer_words(PACK, "S6", "office").zh
    assert answer_words(PACK, "S11", 500) == Text("500", "500")
    assert answer_words(PACK, "nowhere", "yes") == Text("yes", "yes")
    assert answer_words(PACK, "D1", "na") == Text("na", "na")
