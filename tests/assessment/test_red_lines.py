"""Each red line broken alone, and what can look like one."""

from datetime import date

import pytest
from tests.assessment.sites import ON, SHOWN, Told, orderly

from facewise.assessment.answers import Answer
from facewise.assessment.assess import assess
from facewise.assessment.result import NoGrade, State
from facewise.content.pack import Severity
from facewise.content.packs import load_pack

PACK = load_pack()
PUBLIC: dict[str, Told] = {"S6": "public_other"}
REACHED = Answer(value=120_000, date=date(2026, 5, 6))

ALONE: dict[str, tuple[str, dict[str, Told]]] = {
    "A3": ("payment", PUBLIC),
    "B1": ("resident_gate", {}),
    "C1": ("resident_gate", {}),
    "C2": ("resident_gate", {}),
    "C6": ("resident_gate", {"S15": "before"}),
    "C8": ("staff", {"S7": "contract"}),
    "D1": ("resident_gate", {}),
    "D2": ("resident_gate", {}),
    "D3": ("resident_gate", {}),
    "D4": ("staff", {}),
    "D5": ("resident_gate", {}),
    "E1": ("resident_gate", {"S8": "yes"}),
    "F2": ("resident_gate", {"S9": "vendor_cloud"}),
    "F4": ("resident_gate", {}),
    "F7": ("resident_gate", {}),
    "G1": ("resident_gate", {}),
    "H1": ("resident_gate", {}),
    "H2": ("payment", {**PUBLIC, "A4": "no"}),
    "H6": ("payment", PUBLIC),
    "K2": ("resident_gate", {"S11": REACHED}),
    "L7": ("staff", {}),
}


def test_the_table_names_every_question_that_can_be_a_red_line() -> None:
    assert set(ALONE) == {question.code for question in PACK.questions if question.can_be_red}
    assert len(ALONE) == 21


@pytest.mark.parametrize("code", ALONE)
def test_a_red_line_broken_alone_gives_that_one_and_d(code: str) -> None:
    kind, told = ALONE[code]
    result = assess(PACK, orderly(PACK, kind, **{**told, code: "no"}))
    assert [finding.question.code for finding in result.red_lines] == [code]
    [finding] = result.red_lines
    assert finding.is_broken
    assert result.grade == ("E" if code == "H1" else "D")
    assert not result.by_score
    assert finding.question.cites


@pytest.mark.parametrize("code", ALONE)
def test_the_same_site_without_the_fault_has_no_red_line(code: str) -> None:
    kind, told = ALONE[code]
    result = assess(PACK, orderly(PACK, kind, **told))
    assert not result.red_lines
    assert result.grade == ("B" if code == "H2" else "A")


@pytest.mark.parametrize("code", [code for code in ALONE if code != "K2"])
def test_a_red_line_that_is_not_known_is_listed_and_gives_c(code: str) -> None:
    kind, told = ALONE[code]
    result = assess(PACK, orderly(PACK, kind, **{**told, code: "unknown"}))
    assert [(f.question.code, f.state) for f in result.red_lines] == [(code, State.UNKNOWN)]
    assert result.grade == "C"


@pytest.mark.parametrize(
    "code", [code for code in ALONE if "partly" in getattr(PACK.question(code), "answers", ())]
)
def test_a_red_line_partly_kept_is_a_breach_and_gives_c(code: str) -> None:
    kind, told = ALONE[code]
    result = assess(PACK, orderly(PACK, kind, **{**told, code: "partly"}))
    [finding] = [f for f in result.findings if f.state is State.PARTLY]
    if code == "D3":
        assert (finding.rank, finding.severity) == (Severity.AMBER, Severity.AMBER)
        assert result.has_amber
        assert result.grade == "A"
    else:
        assert (finding.rank, finding.severity) == (Severity.RED, Severity.BREACH)
        assert finding in result.red_lines
        assert result.grade == "C"


def test_prohibitions_offer_no_partly() -> None:
    without = {q.code for q in PACK.questions if q.kind == "scale" and "partly" not in q.answers}
    assert without == {"A3", "C2", "C7", "D4", "D5", "F4", "F7", "H1", "H2", "H6", "J5", "D8", "F1"}


def test_two_red_lines_in_one_use_give_e() -> None:
    result = assess(PACK, orderly(PACK, B1="no", G1="no"))
    assert result.grade == "E"
    assert len(result.red_lines) == 2


def test_red_lines_of_two_uses_are_not_added_up() -> None:
    b1 = PACK.question("B1")
    assert b1
    answers = orderly(PACK, "resident_gate", "staff").put(b1.id, "u0", Answer(value="no"))
    d4 = PACK.question("D4")
    assert d4
    answers = answers.put(d4.id, "u1", Answer(value="no"))
    result = assess(PACK, answers)
    assert [use.grade for use in result.uses] == ["D", "D"]
    assert result.grade == "D"
    assert len(result.red_lines) == 2


def test_uses_with_different_grades_give_the_site_the_worst() -> None:
    b1 = PACK.question("B1")
    assert b1
    result = assess(PACK, orderly(PACK, "resident_gate", "staff").put(b1.id, "u1", Answer(value="no")))
    assert [use.grade for use in result.uses] == ["A", "D"]
    assert result.grade == "D"
    assert result.score == result.use("u1").score


def test_a_device_in_a_private_space_gives_e_whatever_is_answered() -> None:
    result = assess(PACK, orderly(PACK, S6="private", H1="yes"))
    [finding] = result.red_lines
    assert finding.question.code == "H1"
    assert finding.overruled
    assert [reading.value for reading in finding.because] == ["private"]
    assert result.grade == "E"


def test_a_payment_terminal_started_by_the_customer_is_amber_not_red() -> None:
    result = assess(PACK, orderly(PACK, "payment", **PUBLIC, H2="no"))
    assert not result.red_lines
    assert result.has_amber
    assert result.grade == "A"


def test_a_till_of_the_payment_company_is_amber_where_the_duty_is_the_company_s() -> None:
    till: dict[str, Told] = {"S3": "payment_company", "S9": "payment_company", "S10": "yes", **PUBLIC}
    result = assess(PACK, orderly(PACK, "payment", **till, B1="no", C1="unknown", G1="no", H2="no"))
    amber = {
        finding.question.code
        for finding in result.findings
        if finding.rank is Severity.AMBER and finding.is_open
    }
    assert amber == {"B1", "C1", "G1", "H2"}
    assert not result.red_lines
    assert all(finding.note for finding in result.findings if finding.question.code == "B1")
    assert "till" in {note.id for note in result.notes}


@pytest.mark.parametrize(
    ("known", "asked", "state"),
    [("yes", False, None), ("no", True, State.GAP), ("unknown", True, State.GAP)],
)
def test_a_claimed_state_rule_spares_other_ways_only_where_it_is_named(
    known: str, asked: bool, state: State | None
) -> None:
    law = Answer(value="law_named", note="旅馆业治安管理办法第六条")
    rule = Answer(value=known, note="某条例第一条", evidence=SHOWN)
    result = assess(PACK, orderly(PACK, "hotel", S7=law, **PUBLIC, D8=rule, D1="no"))
    found = [finding for finding in result.findings if finding.question.code == "D1"]
    assert bool(found) is asked
    assert [finding.state for finding in found] == ([state] if state else [])


def test_a_state_rule_that_is_not_named_is_not_known() -> None:
    law = Answer(value="law_named", note="某条例第一条")
    result = assess(PACK, orderly(PACK, "hotel", S7=law, D8=Answer(value="yes"), D1="no"))
    assert [finding.question.code for finding in result.red_lines] == ["D1"]


def test_a_state_rule_without_its_text_bars_the_best_grade() -> None:
    law = Answer(value="law_named", note="某条例第一条")
    result = assess(PACK, orderly(PACK, "hotel", S7=law, D8=Answer(value="yes", note="某条例第一条")))
    assert [finding.question.code for finding in result.findings if finding.lacks_evidence] == ["D8"]
    assert result.grade == "B"


def test_a_law_claimed_but_not_named_is_taken_as_consent() -> None:
    result = assess(PACK, orderly(PACK, S7="law_named", C1="no"))
    assert [finding.question.code for finding in result.red_lines] == ["C1"]


def test_face_only_attendance_is_one_fault() -> None:
    result = assess(PACK, orderly(PACK, "staff", D1="no", D2="no", D3="no", L7="no"))
    assert [finding.question.code for finding in result.red_lines] == ["D1"]
    assert result.grade == "D"


def test_a_person_behind_dont_know_may_still_be_asked() -> None:
    result = assess(PACK, orderly(PACK, B1="unknown"))
    assert {one.question.code for one in result.may_be_asked} >= {"B2", "B3", "B4"}
    assert all(one.because[0].value == "unknown" for one in result.may_be_asked)


@pytest.mark.parametrize(("persons", "asked"), [(99_999, False), (100_000, True)])
def test_filing_is_asked_from_a_hundred_thousand_persons(persons: int, asked: bool) -> None:
    result = assess(PACK, orderly(PACK, S11=Answer(value=persons, date=date(2025, 3, 1)), K2="no"))
    assert any(finding.question.code == "K2" for finding in result.findings) is asked
    assert result.grade == ("D" if asked else "A")
    assert (result.filing is not None) is asked


@pytest.mark.parametrize("answer", ["no", "unknown"])
def test_a_filing_not_yet_due_is_no_breach(answer: str) -> None:
    due = Answer(value=100_000, date=date(2026, 11, 1))
    result = assess(PACK, orderly(PACK, S11=due, K2=answer))
    [finding] = [finding for finding in result.findings if finding.question.code == "K2"]
    assert (finding.rank, finding.weight) == (Severity.NONE, 0)
    assert not finding.is_open
    assert result.filing
    assert result.filing.deadline == date(2026, 12, 11)


def test_a_filing_without_the_day_is_not_known() -> None:
    result = assess(PACK, orderly(PACK, S11=100_000, K2="no"))
    assert [(f.question.code, f.state) for f in result.red_lines] == [("K2", State.UNKNOWN)]
    assert result.grade == "C"


def test_a_filing_that_was_made_needs_no_day() -> None:
    result = assess(PACK, orderly(PACK, S11=100_000))
    assert result.filing is None
    assert result.grade == "A"


@pytest.mark.parametrize(
    ("on", "rank"), [(date(2025, 7, 14), Severity.NONE), (date(2025, 7, 15), Severity.RED)]
)
def test_faces_from_before_the_measures_are_filed_by_the_day_announced(on: date, rank: Severity) -> None:
    old = Answer(value=100_000, date=date(2024, 1, 1))
    result = assess(PACK, orderly(PACK, S11=old, K2="no").model_copy(update={"on": on}))
    assert [finding.rank for finding in result.findings if finding.question.code == "K2"] == [rank]


def test_an_unanswered_filing_keeps_its_state_and_is_counted_as_left() -> None:
    for day in (date(2025, 7, 1), date(2026, 11, 1), None):
        result = assess(PACK, orderly(PACK, S11=Answer(value=100_000, date=day), K2=Answer()))
        [finding] = [finding for finding in result.findings if finding.question.code == "K2"]
        assert finding.state is State.UNANSWERED
        assert result.left == 1


@pytest.mark.parametrize("code", ["H3", "I1", "F5"])
def test_a_critical_breach_partly_open_bars_the_best_grade(code: str) -> None:
    result = assess(PACK, orderly(PACK, "payment", **PUBLIC, **{code: "partly"}))
    assert result.grade == "B"


def test_other_breaches_partly_open_do_not() -> None:
    assert assess(PACK, orderly(PACK, I2=Answer(value="partly", evidence=SHOWN))).grade == "A"


def test_a_breach_answered_no_or_dont_know_bars_the_best_grade() -> None:
    assert assess(PACK, orderly(PACK, I2="no")).grade == "B"
    assert assess(PACK, orderly(PACK, I2="unknown")).grade == "B"
    assert assess(PACK, orderly(PACK, L2="no")).grade == "A"


def test_four_answers_in_five_need_evidence_for_the_best_grade() -> None:
    bare: dict[str, Told] = {question.code: "yes" for question in PACK.questions if question.scored}
    result = assess(PACK, orderly(PACK, **bare))
    assert result.evidence.part == 0
    assert result.grade == "B"
    assert {f.question.code for f in result.findings if f.lacks_evidence} == {"G1"}


def test_a_low_score_without_a_red_line_gives_d_by_score() -> None:
    breaches: dict[str, Told] = {
        q.code: "no" for q in PACK.questions if q.severity is Severity.BREACH and not q.can_be_red
    }
    result = assess(PACK, orderly(PACK, **breaches))
    assert (result.grade, result.by_score) == ("D", True)
    assert not result.red_lines


def test_a_middling_score_gives_c() -> None:
    some = ["A1", "A2", "B2", "B3", "C3", "C5", "C7", "F3", "G2", "G3", "G5", "I2"]
    result = assess(PACK, orderly(PACK, **dict.fromkeys(some, "no")))
    assert result.score
    assert 60 <= result.score.exact < 75
    assert result.grade == "C"


def test_an_unfinished_assessment_has_no_letter_and_lists_its_red_lines() -> None:
    result = assess(PACK, orderly(PACK, B1="no", I7=Answer()))
    assert (result.grade, result.reason, result.left) == (None, NoGrade.IN_PROGRESS, 1)
    assert [finding.question.code for finding in result.red_lines] == ["B1"]


def test_a_shop_and_a_gate_are_asked_as_many_questions_as_the_table_says() -> None:
    shop = assess(PACK, orderly(PACK, "payment", S6="public_other"))
    gate = assess(PACK, orderly(PACK, "resident_gate", S5="one_to_many"))
    assert (shop.coverage.whole, sum(finding.weight for finding in shop.findings)) == (54, 163)
    assert (gate.coverage.whole, sum(finding.weight for finding in gate.findings)) == (48, 138)


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        ({"S1": "no", "S1b": "none"}, "no_face"),
        ({"S1": "no", "S1b": "counts_only"}, "no_face"),
        ({"S1": "unsure", "S1b": "none"}, "not_sure"),
        ({"S1": "unsure", "S1b": "unsure"}, "not_sure"),
        ({"S1": "no", "S1b": "unsure"}, "not_sure"),
        ({"S2": "only"}, "research"),
    ],
)
def test_outcomes_without_a_grade(told: dict[str, Told], outcome: str) -> None:
    result = assess(PACK, orderly(PACK, **told))
    assert result.outcome
    assert result.outcome.id == outcome
    assert (result.grade, result.score, result.reason) == (None, None, NoGrade.OUTCOME)


def test_keeping_a_code_of_the_face_is_recognition() -> None:
    result = assess(PACK, orderly(PACK, S1="no", S1b="keeps_code"))
    assert result.outcome is None
    assert result.grade == "A"


def test_research_is_asked_what_the_law_on_personal_information_asks() -> None:
    result = assess(PACK, orderly(PACK, "other", S2="only"))
    asked = {finding.question.code for finding in result.findings}
    assert {"A1", "B1", "C1", "F5", "G1", "L1"} <= asked
    assert not {"D1", "H1", "H3", "K2", "A3"} & asked


def test_research_beside_use_is_graded_with_a_note() -> None:
    result = assess(PACK, orderly(PACK, S2="both"))
    assert result.grade == "A"
    assert "research_part" in {note.id for note in result.notes}


def test_an_answer_that_is_not_offered_does_not_count() -> None:
    for code, value in (("B1", "na"), ("H1", "partly"), ("B4", "na"), ("S1", "perhaps"), ("S11", "many")):
        result = assess(PACK, orderly(PACK, **{code: value}))
        assert result.reason is NoGrade.IN_PROGRESS, code
    assert assess(PACK, orderly(PACK, B4=Answer(value="na", reason="没有变过"))).grade == "A"
    assert assess(PACK, orderly(PACK, B1=("yes", "no"))).reason is NoGrade.IN_PROGRESS


def test_a_result_names_its_day() -> None:
    assert assess(PACK, orderly(PACK)).on == ON.isoformat()
    with pytest.raises(KeyError):
        assess(PACK, orderly(PACK)).use("nowhere")
