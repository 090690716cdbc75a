"""What stands in a report, before it is laid out."""

import datetime as dt
import json

import pytest
from tests.assessment.sites import ORDERLY, orderly, site

from facewise.assessment.answers import Action, Answer, Answers, Evidence
from facewise.assessment.assess import assess
from facewise.assessment.result import State
from facewise.content.pack import Pack, Severity
from facewise.content.packs import load_pack, pack_bytes
from facewise.paper.plan import FIRST, plan
from facewise.paper.report import OTHER_LAW, Report, write

MADE = dt.datetime(2026, 11, 20, 9, 0, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack()


def report(answers: Answers, *, draft: bool = False) -> Report:
    pack = load_pack()
    return write(pack, pack_bytes(), answers, assess(pack, answers), MADE, draft=draft)


def inside(one: Report, name: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(next(part.data for part in one.inside if part.name == name))
    return found


def test_the_same_answers_have_the_same_number_and_others_another(pack: Pack) -> None:
    one, same, other = report(orderly(pack)), report(orderly(pack)), report(orderly(pack, B1="no"))
    assert one.number == same.number
    assert one.number.startswith("FW-20261120-")
    assert one.number != other.number


def test_private_notes_do_not_travel(pack: Pack) -> None:
    told = report(orderly(pack, B1=Answer(value="yes", note="看得见", private_note="别让人看见")))
    for part in told.inside:
        assert "别让人看见" not in part.data.decode()
    assert "看得见" in json.dumps(inside(told, "answers.json"), ensure_ascii=False)


def test_the_attached_answers_can_be_assessed_again(pack: Pack) -> None:
    one = report(orderly(pack, D2="no"))
    answers = Answers.model_validate(inside(one, "answers.json"))
    assert assess(pack, answers) == one.assessment


def test_a_report_is_final_only_when_everything_is_answered(pack: Pack) -> None:
    assert report(orderly(pack)).status == "final"
    assert report(orderly(pack), draft=True).status == "draft"
    assert report(site(pack, dict(ORDERLY), "payment")).status == "draft"
    assert report(orderly(pack).model_copy(update={"sample": True})).status == "sample"
    assert inside(report(orderly(pack)), "result.json")["status"] == "final"


def test_evidence_is_numbered_once_and_names_all_questions_it_serves(pack: Pack) -> None:
    photo = Evidence(file="门.jpg", sha256="0" * 64)
    one = report(
        orderly(pack, D1=Answer(value="yes", evidence=(photo,)), D2=Answer(value="no", evidence=(photo,)))
    )
    (item,) = [item for item in one.evidence if item.evidence == photo]
    assert item.codes == ("D1", "D2")
    broken = next(f for f in one.assessment.findings if f.question.code == "D2")
    assert one.items(broken) == (item,)
    assert len({item.number for item in one.evidence}) == len(one.evidence)


def test_articles_stand_in_the_order_of_the_measures_and_add_up(pack: Pack) -> None:
    one = report(orderly(pack, "payment"))
    rows = one.articles("u0")
    numbers = [row.article for row in rows]
    assert numbers[-1] == OTHER_LAW
    assert [int(number) for number in numbers[:-1]] == sorted(int(number) for number in numbers[:-1])
    use = one.assessment.use("u0")
    assert sum(row.score.num for row in rows) == use.score.num
    assert sum(row.score.den for row in rows) == use.score.den


def test_findings_come_in_the_order_of_print(pack: Pack) -> None:
    one = report(orderly(pack, "payment", S6="public_other", H3="no", B2="no", I2="unknown"))
    breaches = one.findings(Severity.BREACH, states=(State.GAP, State.UNKNOWN))
    assert [finding.question.code for finding in breaches] == ["H3", "B2", "I2"]


def test_the_plan_puts_red_lines_first_and_keeps_dates_and_names_of_the_user(pack: Pack) -> None:
    due = dt.date(2026, 12, 24)
    real = pack.question("D2")
    assert real
    answers = orderly(pack, D2="no", H3="no", B2="no", I1="no", L2="partly").model_copy(
        update={"actions": (Action(question=real.id, use="u0", who="周敏", due=due),)}
    )
    steps = plan(pack, answers, assess(pack, answers))
    assert steps[0].finding.question.code == "D2"
    assert (steps[0].who, steps[0].due) == ("周敏", due)
    critical = next(step for step in steps if step.finding.question.code == "I1")
    assert critical.due >= answers.on
    assert len(steps) <= FIRST
    for effect in (step.effect for step in steps):
        assert effect
        assert effect.score_after.exact >= effect.score_before.exact


def test_what_was_done_too_late_stays_in_the_plan_without_an_effect(pack: Pack) -> None:
    answers = orderly(pack, G1="partly")
    (step,) = plan(pack, answers, assess(pack, answers))
    assert step.finding.question.code == "G1"
    assert step.effect is None
