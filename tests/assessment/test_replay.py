"""What conditions see of the answers."""

from tests.assessment.sites import orderly

from facewise.assessment.replay import Replay, replay
from facewise.content.conditions import Reading
from facewise.content.packs import load_pack

PACK = load_pack()


def test_a_question_that_is_not_there_gives_nothing_to_read() -> None:
    assert replay(PACK, orderly(PACK)).read("u0", "nowhere") == ()


def test_a_question_that_was_not_reached_is_open() -> None:
    walk = Replay(PACK, orderly(PACK))
    assert walk.read("u0", "D1") == (Reading("alternatives.real", "u0", None, None),)


def test_the_site_reads_every_use_and_a_use_only_itself() -> None:
    walk = replay(PACK, orderly(PACK, "payment", "staff"))
    assert [reading.value for reading in walk.read(None, "S4")] == ["payment", "staff"]
    assert [reading.value for reading in walk.read("u1", "S4")] == ["staff"]
    assert [reading.value for reading in walk.read("u1", "S11")] == [500]


def test_the_answer_of_a_question_that_is_not_asked_is_not_read() -> None:
    walk = replay(PACK, orderly(PACK, S8="no", E1="yes"))
    assert walk.read("u0", "E1") == (Reading("children.guardian", "u0", asked=False, value=None),)


def test_the_questionnaire_is_walked_in_its_order() -> None:
    walk = replay(PACK, orderly(PACK, "payment", "staff"))
    order = [question.id for question in PACK.questions]
    walked = [question for question, _ in walk.places]
    assert walked == sorted(walked, key=order.index)
