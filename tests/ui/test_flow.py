from collections.abc import Callable

from facewise.assessment.answers import Use
from facewise.ui.flow import Way
from facewise.ui.places import BUSINESS, CHECK, DOCUMENTS, INTERIM, RED_LINES, RESULT, START, Place
from facewise.ui.session import Session
from facewise.ui.trail import Trail

SCOPING = {
    "S3": "self", "S5": "one_to_one", "S7": "consent", "S8": "no", "S9": "local", "S15": "later",
    "S11": 1432, "S12": "lt_100k", "S13": "no", "S14": "330100", "S16": "no",
}  # fmt: skip

Answer = Callable[..., None]


def walk(way: Way, start: Place, view: str = "one") -> list[Place]:
    """Return every place one comes through by going on."""
    found, place = [start], start
    while place != DOCUMENTS and len(found) < 200:
        place = way.following(place, view)  # type: ignore[arg-type]
        found.append(place)
    return found


def test_the_way_is_business_red_lines_interim_sections_check_result_documents(
    session: Session, answer: Answer
) -> None:
    answer(**SCOPING)
    places = walk(session.way, BUSINESS)
    assert places[0] == BUSINESS
    assert places[-3:] == [CHECK, RESULT, DOCUMENTS]
    interim = places.index(INTERIM)
    assert {place.section for place in places[1:interim]} == {RED_LINES}
    assert RED_LINES not in {place.section for place in places[interim:]}


def test_going_back_leads_through_the_same_places(session: Session, answer: Answer) -> None:
    answer(**SCOPING)
    way = session.way
    there = walk(way, BUSINESS)
    back, place = [DOCUMENTS], DOCUMENTS
    while place != BUSINESS:
        place = way.preceding(place, "one")
        back.append(place)
    assert back[::-1] == there


def test_a_red_line_answered_first_is_not_asked_again_in_its_section(
    session: Session, answer: Answer
) -> None:
    answer(**SCOPING, D1="yes")
    question = session.question("D1").id
    passed = [place for place in walk(session.way, INTERIM) if place.question == question]
    assert passed == []
    assert Place("question", "alternatives", question, "till") in session.way.one_by_one


def test_an_answered_red_line_can_still_be_entered_and_left(session: Session, answer: Answer) -> None:
    answer(**SCOPING, D1="yes")
    here = Place("question", "alternatives", session.question("D1").id, "till")
    assert session.way.spot(here) is not None
    assert session.way.following(here, "one").question == session.question("D2").id


def test_whole_sections_follow_each_other(session: Session, answer: Answer) -> None:
    answer(**SCOPING)
    places = walk(session.way, BUSINESS, "section")
    assert places[1:3] == [Place("section", RED_LINES, use="till"), INTERIM]
    assert [place.section for place in places[3:6]] == ["purpose", "notice", "consent"]


def test_a_section_that_is_not_asked_is_passed_over_but_stays_in_the_list(
    session: Session, answer: Answer
) -> None:
    answer(**SCOPING)
    assert session.way.state("children").state == "dash"
    assert "children" not in {place.section for place in walk(session.way, BUSINESS, "section")}
    assert "children" in {section.id for section in session.way.sections}


def test_one_goes_into_a_section_at_its_first_open_question(session: Session, answer: Answer) -> None:
    answer(**SCOPING, A1="yes")
    assert session.way.entrance("purpose", "one").question == session.question("A2").id


def test_one_goes_on_where_one_stopped(session: Session, answer: Answer) -> None:
    assert session.way.resume("one") == BUSINESS
    session.set_business(name="海棠便利店")
    answer(**SCOPING)
    assert session.way.resume("one").section == RED_LINES


def test_states_are_not_started_started_done_and_gap(session: Session, answer: Answer) -> None:
    answer(**SCOPING)
    assert session.way.state("purpose").state == "empty"
    answer(A1="yes")
    assert session.way.state("purpose").state == "half"
    answer(A2="yes", A3="yes", A4="yes")
    assert session.way.state("purpose").state == "done"
    answer(A2="no")
    assert session.way.state("purpose").state == "gap"


def test_a_broken_red_line_shows_at_the_result(session: Session, answer: Answer) -> None:
    answer(**SCOPING)
    assert session.way.state("result").state == "empty"
    answer(G1="no")
    assert session.way.state("result").state == "broken"


def test_each_use_is_asked_in_turn_and_the_site_once(session: Session, answer: Answer) -> None:
    answer(**SCOPING)
    staff = Use(id="staff", kind="staff", answers=session.answers.uses[0].answers)
    session.set_uses([*session.answers.uses, staff])
    keys = [(spot.question.code, spot.use) for spot in session.way.asked("purpose")]
    assert keys == sorted(keys, key=lambda key: key[1] != "till")
    once = [spot for spot in session.way.asked("places") if spot.question.code == "H1"]
    assert len(once) == 1


def test_what_is_chosen_stays_when_a_branch_closes(session: Session, answer: Answer) -> None:
    answer(**SCOPING, D1="yes", D2="partly")
    answer(D1="no")
    here = Place("question", "alternatives", session.question("D2").id, "till")
    spot = session.way.spot(here)
    assert spot is not None
    assert spot.asked is False
    assert spot.answer.value == "partly"


def test_back_follows_the_way_one_came(session: Session, answer: Answer) -> None:
    answer(**SCOPING, D1="yes")
    trail, place = Trail(), INTERIM
    seen = [place]
    for _step in range(3):
        place, trail = trail.step(session.way, "one", place, 1)
        seen.append(place)
    for before in reversed(seen[:-1]):
        place, trail = trail.step(session.way, "one", place, -1)
        assert place == before


def test_an_answer_changed_from_the_check_leads_back_to_it(session: Session) -> None:
    place, trail = Trail(back=CHECK).step(session.way, "one", BUSINESS, 1)
    assert (place, trail) == (CHECK, Trail())


def test_before_the_business_there_is_the_start_page(session: Session) -> None:
    assert Trail().step(session.way, "one", BUSINESS, -1)[0] == START
    assert Trail().step(session.way, "one", RESULT, -1)[0] == CHECK


def test_check_and_result_are_not_done_while_the_business_page_has_gaps(
    session: Session, answer: Answer
) -> None:
    answer(**{code: value for code, value in SCOPING.items() if code != "S14"})
    while spots := [
        spot for part in session.way.sections for spot in session.way.asked(part.id) if spot.value is None
    ]:
        for spot in spots:
            session.record(spot.question.id, spot.use, value="yes")
    assert session.assessment.coverage.part == session.assessment.coverage.whole
    assert session.way.state("check").state == session.way.state("result").state == "half"
    left = session.way.state("check").left
    answer(S14="330100")
    assert session.way.state("check").left == left - 1


def test_where_no_face_is_recognised_check_and_result_are_done(session: Session, answer: Answer) -> None:
    answer(S1="no", S1b="none")
    assert session.assessment.outcome
    assert session.way.state("check").state == session.way.state("result").state == "done"
