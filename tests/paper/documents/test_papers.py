"""Which papers the answers call for, and what stands in them: no fact that nobody gave."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from tests.assessment.sites import Told
from tests.paper.documents.mandatory import MANDATORY
from tests.paper.documents.premises import BUSINESS, MADE, kit, made, premises, withheld

from facewise.assessment.answers import Answer, Answers, Business
from facewise.assessment.assess import assess
from facewise.content.law import load_law
from facewise.content.packs import load_pack, pack_bytes
from facewise.i18n import Text
from facewise.paper.documents import catalogue
from facewise.paper.documents.catalogue import PAPERS, papers
from facewise.paper.documents.model import Blanks, Decision, Fact, Facts, Framed, Part, Ruled, Section, Table

PEOPLE = [kind for kind in PAPERS if kind.group == "people"]


def within(part: object) -> Iterator[object]:
    """Every piece of a paper, in order."""
    yield part
    if isinstance(part, tuple):
        for one in part:
            yield from within(one)
    elif is_dataclass(part) and not isinstance(part, type):
        for field in fields(part):
            yield from within(getattr(part, field.name))


def facts(parts: tuple[Part, ...]) -> dict[str, Fact]:
    return {
        str(one.label["zh"]): one
        for one in within(parts)
        if isinstance(one, Fact) and isinstance(one.label, Text)
    }


def said(parts: tuple[Part, ...]) -> str:
    return "\n".join(one.zh for one in within(parts) if isinstance(one, Text))


def test_every_paper_names_law_that_the_questionnaire_cites() -> None:
    pack = load_pack()
    for kind in PAPERS:
        assert kind.cites
        assert [cite for cite in kind.cites if cite not in pack.law] == []
        assert f"paper.{kind.id}.title" in pack.words


def test_every_demand_rests_on_a_provision_that_exists() -> None:
    law = load_law()
    cites = {demand.cite for demands in MANDATORY.values() for demand in demands}
    assert [cite for cite in sorted(cites) if not law.exists(cite)] == []
    assert {kind.id for kind in PEOPLE} <= set(MANDATORY)


def test_a_gate_with_children_has_every_paper_for_people() -> None:
    assert [paper.id for paper in kit(premises())][: len(PEOPLE)] == [kind.id for kind in PEOPLE]
    assert {kind.id for kind in PEOPLE} <= set(made(premises()))


def test_papers_is_what_is_made() -> None:
    answers, pack = premises(), load_pack()
    every = papers(pack, pack_bytes(), answers, assess(pack, answers), MADE)
    assert {paper.id for paper in every} == set(made(answers))


def test_every_word_of_the_papers_is_used() -> None:
    source = "".join(file.read_text("utf-8") for file in Path(catalogue.__file__).parent.glob("*.py"))
    ends = {key.rsplit(".", 1)[-1] for key in load_pack().words if key.startswith("paper.")}
    ids = {kind.id.split("-")[0] for kind in PAPERS}
    unused = [
        end
        for end in ends
        if end not in source and end not in ids and not end.isdigit() and end not in "title lead"
    ]
    assert unused == []


def test_what_the_business_did_not_say_is_ruled_not_invented() -> None:
    bare = made(premises(business=Business()))
    for paper in bare.values():
        assert "0571" not in said(paper.parts)
    who = facts(bare["notice"].parts)
    assert who["个人信息处理者"].value == ""
    assert isinstance(who["联系方式"].value, Ruled)


def test_periods_and_reasons_are_always_ruled() -> None:
    known = facts(made(premises())["notice"].parts)
    assert isinstance(known["保存期限"].value, Ruled)
    assert isinstance(known["必要性"].value, Ruled)


@pytest.mark.parametrize(
    ("told", "label", "value"),
    [
        ({"S9": "local"}, "存在哪里", "现场的电脑或者服务器里。"),
        ({"S9": "device"}, "存在哪里", "这里的人脸识别设备里。"),
        ({"S9": "vendor_cloud"}, "存在哪里", "设备厂家的云端。"),
        ({"S10": "no"}, "上网传输", "录脸、比对都不经过互联网。"),
        ({"S5": "one_to_many"}, "识别方式", "一对多：从已经录入的人里认出是谁"),
        ({"S7": "consent"}, "凭什么处理", "您的单独同意。"),
        ({"F5": "yes"}, "到期以后", "到期就删除。"),
        ({"S8": "no"}, "不满 14 周岁", "我们不录不满 14 周岁孩子的人脸。"),
    ],
)
def test_the_notice_says_what_was_answered(told: dict[str, str], label: str, value: str) -> None:
    found = facts(made(premises(**told))["notice"].parts)[label].value  # type: ignore[arg-type]
    assert isinstance(found, Text)
    assert found.zh == value


@pytest.mark.parametrize(
    ("told", "label"),
    [
        ({"S9": "unsure"}, "存在哪里"),
        ({"S9": "device", "F1": "no"}, "存在哪里"),
        ({"S10": "unsure"}, "上网传输"),
        ({"F5": "partly"}, "到期以后"),
    ],
)
def test_what_is_not_known_for_sure_is_ruled(told: dict[str, str], label: str) -> None:
    assert isinstance(facts(made(premises(**told))["notice"].parts)[label].value, Ruled)  # type: ignore[arg-type]


def test_a_law_is_named_only_where_the_answers_name_it() -> None:
    named = Answer(value="law_named", note="《某条例》第五条")
    value = facts(made(premises(S7=named))["notice"].parts)["凭什么处理"].value
    assert isinstance(value, tuple)
    assert value[1] == "《某条例》第五条"
    unnamed = facts(made(premises(S7=Answer(value="law_named")))["notice"].parts)["凭什么处理"].value
    assert isinstance(unnamed, tuple)
    assert isinstance(unnamed[1], Ruled)
    assert facts(made(premises(S7=Answer()))["notice"].parts)["凭什么处理"].value == ""


def test_whoever_decides_elsewhere_is_the_processor_and_the_site_is_managed_here() -> None:
    found = facts(made(premises(S3="hq"))["notice"].parts)
    assert isinstance(found["个人信息处理者（总部）"].value, Ruled)
    assert "现场管理单位" in found
    bare = facts(made(premises(business=Business(), S3="landlord"))["notice"].parts)
    assert isinstance(bare["现场管理单位"].value, Ruled)
    joint = facts(made(premises(S3="with_owners"))["notice"].parts)
    assert isinstance(joint["共同决定的一方"].value, Ruled)


def test_rights_are_exercised_with_whoever_decides() -> None:
    assert isinstance(facts(made(premises())["notice"].parts)["到哪里办"].value, Text)
    for elsewhere in ("hq", "landlord", "payment_company"):
        papers = made(premises(S3=elsewhere))
        assert isinstance(facts(papers["notice"].parts)["到哪里办"].value, Ruled)
        assert isinstance(facts(papers["notice-large"].parts)["怎么办理"].value, Ruled)


def two_uses(**told: Told) -> Answers:
    """A gate kept by consent, and a second use told otherwise."""
    answers, other = premises(), premises(**told)  # type: ignore[arg-type]
    south = other.uses[0].model_copy(update={"id": "south", "name": "南门"})
    return answers.model_copy(update={"uses": (*answers.uses, south)})


@pytest.mark.parametrize("paper", ["processing-rules", "minors-rules", "change-notice", "withdrawal"])
def test_a_paper_for_all_uses_names_whoever_decides_in_each(paper: str) -> None:
    alone, both = (said(made(two_uses(S3=who))[paper].parts) for who in ("self", "hq"))
    assert "个人信息处理者（总部）" not in alone
    assert "个人信息处理者（总部）" in both


def test_minors_rules_say_whose_consent_for_every_basis_and_promise_only_what_all_uses_do() -> None:
    both = said(made(two_uses(S7="contract", F5="no", I2="no", E2="no"))["minors-rules"].parts)
    assert "先取得父母或者其他监护人的同意" in both
    assert "不凭同意处理的" in both
    assert "存着、传着都加密" not in both
    assert "到期就删除" not in both
    assert "要问年龄" in both
    assert "不凭同意处理的" not in said(made(premises())["minors-rules"].parts)


def test_minors_rules_name_the_use_where_faces_are_kept_in_several_places() -> None:
    def kept(answers: Answers) -> tuple[object, ...]:
        parts = made(answers)["minors-rules"].parts
        rows = (row for one in within(parts) if isinstance(one, Table) for row in one.rows)
        cell = next(row[2] for row in rows if isinstance(row[0], Text) and row[0].zh == "存储")
        assert isinstance(cell, tuple)
        return tuple(one.zh for one in cell if isinstance(one, Text))

    assert kept(two_uses())[0] == "现场的电脑或者服务器里。"
    assert kept(two_uses(S9="vendor_cloud"))[:4] == (
        "北门和东门",
        "现场的电脑或者服务器里。",
        "南门",
        "设备厂家的云端。",
    )


def test_a_guardian_is_asked_on_any_basis() -> None:
    assert "guardian-consent" in made(premises(S7="contract"))


def test_withdrawal_can_be_of_what_was_decided_apart() -> None:
    assert "只撤回上网" not in said(made(premises(S9="device", S10="no"))["withdrawal"].parts)
    assert "只撤回上网传输" in said(made(premises())["withdrawal"].parts)
    assert "只撤回提供到境外" in said(made(premises(S16="yes"))["withdrawal"].parts)


def test_a_change_tells_each_basis_what_it_takes() -> None:
    both = said(made(two_uses(S7="contract"))["change-notice"].parts)
    assert "重新取得您的单独同意" in both
    assert "重新核对处理的法律依据" in both


def test_in_research_nothing_rests_on_the_device() -> None:
    papers = made(premises(S2="only"))
    assert "存到设备以外" not in said(papers["consent"].parts)
    assert "只存在人脸识别设备里" not in said(papers["minors-rules"].parts)


def test_consent_has_a_decision_of_its_own_for_what_leaves_the_device() -> None:
    def decisions(answers: Answers) -> int:
        parts = made(answers)["consent"].parts
        return sum(isinstance(one, Decision) for one in within(parts))

    assert decisions(premises(S9="device", S10="no")) == 1
    assert decisions(premises(S9="device", S10="yes")) == 2
    assert decisions(premises(S9="local")) == 2
    assert decisions(premises(S9="local", S16="yes")) == 3


def test_that_refusing_changes_nothing_stands_before_the_signature() -> None:
    for name in ("consent", "guardian-consent"):
        parts = made(premises())[name].parts
        order = [one for one in within(parts) if isinstance(one, Text | Blanks)]
        free = next(
            n
            for n, one in enumerate(order)
            if isinstance(one, Text) and one.zh.startswith("不同意或者以后撤回")
        )
        signed = next(n for n, one in enumerate(order) if isinstance(one, Blanks) and one.signed)
        assert free < signed


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_the_guardian_form_begins_with_the_child_that_needs_no_face(answer: str) -> None:
    first = made(premises(E4=answer))["guardian-consent"].parts[0]
    assert isinstance(first, Framed)
    assert said((first,)).startswith("孩子可以不录人脸")
    assert ("卡" in said((first,)).replace("免费的卡", "")) is (answer == "yes")


def test_safeguards_are_listed_only_where_they_are_taken_in_every_use() -> None:
    rules = said(made(premises(I2="no"))["processing-rules"].parts)
    assert "人脸信息存着、传着都加密" not in rules
    assert "改掉出厂密码" in rules
    none = {f"I{n}": "no" for n in range(1, 11)}
    assert "改掉出厂密码" not in said(made(premises(**none))["processing-rules"].parts)  # type: ignore[arg-type]


def test_other_ways_are_praised_only_as_far_as_answered() -> None:
    assert "不另收费" in said(made(premises())["alternatives-notice"].parts)
    assert "不另收费" not in said(made(premises(D2="partly"))["alternatives-notice"].parts)
    assert "不是每种都有" in said(made(premises(D1="partly"))["alternatives-notice"].parts)
    assert "不影响您办事" not in said(made(premises(D3="no"))["alternatives-notice"].parts)
    paid = said(made(premises("payment", ways=("qr", "cash")))["alternatives-notice"].parts)
    assert "价格、优惠、会员都一样" in paid


@pytest.mark.parametrize(
    ("told", "paper", "why"),
    [
        ({"D1": "no"}, "alternatives-notice", "face is the only way"),
        ({"D1": "unknown"}, "alternatives-notice", "not clear yet"),
        ({"S3": "police"}, "alternatives-notice", "rule of the State"),
        ({"S7": "contract"}, "consent", "not processed here on consent"),
        ({"S7": "contract"}, "withdrawal", "not processed here on consent"),
        ({"S8": "no"}, "guardian-consent", "no faces of children"),
        ({"S8": "no"}, "minors-rules", "no faces of children"),
        ({"S8": "only"}, "consent", "only children under 14"),
        ({"S6": "private"}, "notice", "Take it out"),
        ({"S6": "private"}, "change-notice", "Take it out"),
        ({"S3": "payment_company", "S9": "payment_company"}, "consent", "payment company's"),
        ({"S3": "payment_company", "S9": "payment_company"}, "processing-rules", "payment company's"),
        ({"S1": "no", "S1b": "none"}, "notice", "no device here recognises faces"),
        ({"S1": "unsure", "S1b": "unsure"}, "notice", "Ask the vendor"),
        ({"S2": "only"}, "alternatives-notice", "research or training"),
    ],
)
def test_a_paper_that_is_not_made_says_why(told: dict[str, str], paper: str, why: str) -> None:
    assert why in withheld(premises(**told))[paper]  # type: ignore[arg-type]


def test_ways_that_nobody_named_are_asked_for() -> None:
    assert "has not been entered" in withheld(premises(ways=()))["alternatives-notice"]
    assert isinstance(facts(made(premises(ways=()))["consent"].parts)["其他方式"].value, Ruled)


def test_without_a_use_there_is_no_paper_for_people() -> None:
    assert "Enter what faces are used for" in withheld(premises().model_copy(update={"uses": ()}))["notice"]


def test_in_research_only_other_law_is_named() -> None:
    notice = made(premises(S2="only"))["notice"]
    assert notice.laws
    assert not [law for law in notice.laws if "人脸识别技术应用" in law.zh]


def test_uses_have_papers_of_their_own_and_share_those_of_the_site() -> None:
    answers = premises()
    second = answers.uses[0].model_copy(update={"id": "south", "name": ""})
    both = kit(answers.model_copy(update={"uses": (*answers.uses, second)}))
    names = [paper.name for paper in both if hasattr(paper, "name")]
    assert {"notice-gate", "notice-south", "processing-rules"} <= set(names)
    assert len(names) == len(set(names))


def test_a_till_has_a_notice_that_leaves_the_payment_company_to_be_named() -> None:
    till = premises("payment", S3="payment_company", S9="payment_company", S10="yes")
    assert isinstance(facts(made(till)["notice"].parts)["个人信息处理者（支付公司）"].value, Ruled)


def test_a_sample_says_so() -> None:
    sample = premises().model_copy(update={"sample": True})
    assert all(paper.small.sample for paper in made(sample).values())
    assert not any(paper.small.sample for paper in made(premises()).values())


def test_the_receipt_asks_for_a_contact_where_none_is_known() -> None:
    parts = made(premises(business=Business(name="甲", site="乙")))["withdrawal"].parts
    assert isinstance(facts(parts)["撤回、查询、删除"].value, Ruled)


def test_tables_have_as_many_cells_as_columns() -> None:
    for paper in made(premises(business=BUSINESS)).values():
        for table in (one for one in within(paper.parts) if isinstance(one, Table)):
            assert {len(row) for row in table.rows} == {len(table.columns)}
        assert all(isinstance(one.title, Text) for one in within(paper.parts) if isinstance(one, Section))
        assert all(one.facts for one in within(paper.parts) if isinstance(one, Facts))


def test_a_rule_of_the_state_leaves_no_other_way_to_name() -> None:
    made_so = made(premises(S3="police"))
    for name in ("notice", "notice-large"):
        assert "不想刷脸" not in said(made_so[name].parts)
    assert "国家对验证身份另有规定的，按规定办理" in said(made_so["processing-rules"].parts)
