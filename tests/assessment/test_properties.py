"""What holds for any answers over the shipped questionnaire."""

import random
from datetime import date
from itertools import pairwise

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.assessment.sites import ON, an_answer, answer_everything, any_answers

from facewise.assessment.answers import Answer, Answers, Use
from facewise.assessment.assess import assess
from facewise.assessment.replay import Replay, replay
from facewise.assessment.result import Assessment, NoGrade, State
from facewise.content.pack import Severity
from facewise.content.packs import load_pack

PACK = load_pack()
LETTERS = "EDCBA"
some = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
any_site = any_answers(PACK)
complete_site = any_answers(PACK, complete=True)


def chosen(data: st.DataObject, walk: Replay, *, asked: bool) -> tuple[str, str | None]:
    """One scored question that is asked, or one that is not."""
    places = [
        key for key, place in walk.places.items() if bool(place.asked) is asked and place.question.scored
    ]
    assume(places)
    return data.draw(st.sampled_from(places))


def classes(assessment: Assessment) -> list[tuple[object, ...]]:
    return [(*finding.place, finding.rank) for finding in assessment.findings]


@some
@given(any_site)
def test_the_figures_keep_their_bounds(answers: Answers) -> None:
    result = assess(PACK, answers)
    for use in result.uses:
        assert 0 <= use.score.num <= use.score.high <= use.score.den
        assert 0 <= use.evidence.part <= use.evidence.whole
        assert (use.grade is None) is (use.reason is not None)
    assert 0 <= result.coverage.part <= result.coverage.whole
    assert (result.grade is None) is (result.reason is not None)


@some
@given(any_site)
def test_the_site_stands_as_its_worst_use(answers: Answers) -> None:
    result = assess(PACK, answers)
    if result.grade:
        worst = min(result.uses, key=lambda use: (LETTERS.index(use.grade or "A"), use.score.exact))
        assert (result.grade, result.score) == (worst.grade, worst.score)


@some
@given(any_site)
def test_there_is_no_letter_while_a_question_has_no_answer(answers: Answers) -> None:
    result = assess(PACK, answers)
    open_places = [place for place in replay(PACK, answers).asked() if place.value is None]
    assert result.left == len(open_places)
    if open_places and not result.outcome:
        assert result.reason in (NoGrade.IN_PROGRESS, NoGrade.INSUFFICIENT_BASIS)


@some
@given(any_site)
def test_every_question_is_asked_or_listed_with_what_switched_it_off(answers: Answers) -> None:
    result = assess(PACK, answers)
    walk = replay(PACK, answers)
    scored = {key for key, place in walk.places.items() if place.question.scored}
    asked = {key for key in scored if walk.places[key].asked}
    off = {(one.question.id, one.use) for one in result.not_asked}
    maybe = {(one.question.id, one.use) for one in result.may_be_asked}
    assert asked | off | maybe == scored
    assert len(asked) + len(off) + len(maybe) == len(scored)
    assert all(one.because for one in (*result.not_asked, *result.may_be_asked))


@some
@given(complete_site, st.data())
def test_answers_of_questions_that_do_not_apply_change_nothing(answers: Answers, data: st.DataObject) -> None:
    question, use = chosen(data, replay(PACK, answers), asked=False)
    found = PACK.question(question)
    assert found
    other = answers.put(question, use, data.draw(an_answer(found)))
    assert assess(PACK, other) == assess(PACK, answers)


@some
@given(any_site, st.randoms(use_true_random=False))
def test_the_order_of_answering_does_not_matter(answers: Answers, chance: random.Random) -> None:
    told: list[tuple[str, str | None, Answer]] = [(name, None, one) for name, one in answers.site.items()]
    told += [(name, use.id, answer) for use in answers.uses for name, answer in use.answers.items()]
    chance.shuffle(told)
    other = answers.model_copy(
        update={"site": {}, "uses": tuple(use.model_copy(update={"answers": {}}) for use in answers.uses)}
    )
    for name, use, answer in told:
        other = other.put(name, use, answer)
    assert assess(PACK, other) == assess(PACK, answers)


@some
@given(any_site)
def test_saving_and_loading_keeps_the_result(answers: Answers) -> None:
    kept = Answers.model_validate_json(answers.model_dump_json())
    assert kept == answers
    assert assess(PACK, kept) == assess(PACK, answers)


@some
@given(complete_site, st.data())
def test_improving_an_answer_lowers_no_score_unless_it_opens_closes_or_reclasses_another(
    answers: Answers, data: st.DataObject
) -> None:
    question, use = chosen(data, replay(PACK, answers), asked=True)
    kept = answers.get(question, use)
    found = PACK.question(question)
    assert found
    steps = [value for value in ("no", "partly", "yes") if value in found.values()]
    results = [assess(PACK, answers.put(question, use, kept.model_copy(update={"value": v}))) for v in steps]
    for worse, better in pairwise(results):
        if classes(worse) == classes(better):
            for before, after in zip(worse.uses, better.uses, strict=True):
                assert after.score.exact >= before.score.exact


@some
@given(complete_site, st.data())
def test_dont_know_never_scores_better_than_no(answers: Answers, data: st.DataObject) -> None:
    question, use = chosen(data, replay(PACK, answers), asked=True)
    kept = answers.get(question, use)
    known = assess(PACK, answers.put(question, use, kept.model_copy(update={"value": "no"})))
    unknown = assess(PACK, answers.put(question, use, kept.model_copy(update={"value": "unknown"})))
    for no, open_ in zip(known.uses, unknown.uses, strict=True):
        assert open_.score.exact <= no.score.exact


@some
@given(complete_site)
def test_best_answers_give_exactly_a_hundred(answers: Answers) -> None:
    best = answer_everything(PACK, answers, "yes")
    result = assess(PACK, best)
    private = any(place.overruled for place in replay(PACK, best).asked() if place.question.code == "H1")
    for use in result.uses:
        if use.score.den and not private:
            assert use.score.value == "100.0"
            assert use.score.num == use.score.den
    assert private == any(finding.is_open for finding in result.findings)


@some
@given(complete_site)
def test_worst_answers_give_exactly_nothing_where_nothing_is_amber(answers: Answers) -> None:
    worst = answer_everything(PACK, answers, "no")
    result = assess(PACK, worst)
    for use in result.uses:
        own = [finding for finding in result.findings if finding.use in (use.id, None)]
        amber = [finding for finding in own if finding.rank is Severity.AMBER]
        assert use.score.num == sum(finding.points for finding in amber)
        assert (use.score.num == 0) is (not amber)


@some
@given(complete_site)
def test_dont_know_everywhere_gives_a_defined_result(answers: Answers) -> None:
    result = assess(PACK, answer_everything(PACK, answers, "unknown"))
    private = any(finding.overruled for finding in result.findings)
    for use in result.uses:
        if not result.outcome:
            assert use.grade in (["E"] if private else ["C", "D"])
            assert use.score.value == use.score.high_value or use.score.num < use.score.high
    assert all(finding.state is State.UNKNOWN or finding.overruled for finding in result.findings)


@some
@given(complete_site)
def test_not_applicable_everywhere_gives_a_defined_result(answers: Answers) -> None:
    for place in replay(PACK, answers).places.values():
        if place.question.scored:
            kept = Answer(value="na", reason="没有")
            answers = answers.put(place.question.id, place.use, kept)
    result = assess(PACK, answers)
    not_applicable = {f.question.code for f in result.findings if f.state is State.NOT_APPLICABLE}
    assert not_applicable <= {"B4", "C4", "G4", "I9", "K3", "K4"}
    assert result.grade is None
    if not result.outcome:
        assert result.reason in (NoGrade.IN_PROGRESS, NoGrade.INSUFFICIENT_BASIS)


def test_nothing_answered_gives_a_defined_result() -> None:
    for answers in (Answers(on=ON), Answers(on=ON, uses=(Use(id="gate", kind="resident_gate"),))):
        result = assess(PACK, answers)
        assert result.grade is None
        assert result.reason is NoGrade.INSUFFICIENT_BASIS
        assert result.coverage.part == 0
        assert not result.red_lines
    assert assess(PACK, Answers(on=date(2030, 1, 1))).score is None
