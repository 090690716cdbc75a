"""The papers for the daily running: who is asked, entrusted, told; only what concerns the uses of a site."""

import pytest
from tests.paper.documents.premises import BUSINESS, made, premises, withheld
from tests.paper.documents.test_papers import facts, said, within

from facewise.assessment.answers import Answers, Business, Use
from facewise.content.packs import load_pack
from facewise.i18n import Text
from facewise.paper.documents.model import Blanks, Framed, Ruled, Table
from facewise.paper.documents.running import RUNNING


def rows(parts: object, first: str) -> list[tuple[str, ...]]:
    """The rows of the table whose first column has a head, in Chinese."""
    for table in (one for one in within(parts) if isinstance(one, Table)):
        head = table.columns[0].head
        if isinstance(head, Text) and head.zh.startswith(first):
            return [
                tuple(cell.zh if isinstance(cell, Text) else str(cell) for cell in row) for row in table.rows
            ]
    raise AssertionError(first)


def with_uses(**uses: Answers) -> Answers:
    """One site with the uses of several."""
    every = tuple(
        answers.uses[0].model_copy(update={"id": key, "name": key}) for key, answers in uses.items()
    )
    return next(iter(uses.values())).model_copy(update={"uses": every})


def test_every_paper_of_the_running_is_for_the_office() -> None:
    assert {kind.group for kind in RUNNING} == {"office"}
    assert {kind.id for kind in RUNNING} <= set(made(premises()))


def test_the_card_asks_all_ten_questions_with_a_good_answer_and_the_question_it_settles() -> None:
    asked = rows(made(premises())["vendor-card"].parts, "编号")
    assert [row[0] for row in asked] == [f"V{number}" for number in range(1, 11)]
    assert all(row[1] and row[2] and row[4] for row in asked)
    assert {row[3] for row in asked} == {""}
    codes = {code for row in asked for code in row[4].split()}
    assert [code for code in codes if load_pack().question(code) is None] == []


def test_the_card_leaves_out_questions_that_are_not_asked() -> None:
    inside = premises(S9="device", S10="no", S3="police")
    settled = {row[0]: row[4] for row in rows(made(inside)["vendor-card"].parts, "编号")}
    assert "F2" not in settled["V4"]
    assert settled["V10"] == "没问到"
    assert "F1" in settled["V2"]


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"S9": "vendor_cloud"}, "人脸会传到别处"),
        ({"S10": "yes"}, "签一份委托处理补充协议"),
        ({"S9": "device", "S10": "no"}, "贵方碰不到"),
        ({"S9": "local", "S10": "no"}, "贵方碰不到"),
        ({"S9": "device", "S10": "no", "F1": "no"}, "还没有弄清"),
        ({"S9": "unsure", "S10": "unsure"}, "还没有弄清"),
        ({"S9": "payment_company"}, "不是受我们委托"),
    ],
)
def test_the_card_says_what_is_known_of_the_vendors_part(told: dict[str, str], words: str) -> None:
    assert words in said(made(premises(**told))["vendor-card"].parts)  # type: ignore[arg-type]


def test_the_card_is_there_before_it_is_known_whether_faces_are_recognised() -> None:
    unsure = premises(S1="unsure", S1b="unsure").model_copy(update={"uses": ()})
    settled = {row[0]: row[4] for row in rows(made(unsure)["vendor-card"].parts, "编号")}
    assert settled["V1"] == "S1 S5"
    assert "vendor-card" in withheld(premises(S1="no", S1b="none"))


def test_whoever_asks_leaves_a_name_or_a_line() -> None:
    asker = facts(made(premises(business=Business(name="甲公司")))["vendor-card"].parts)["谁在问"].value
    assert isinstance(asker, tuple)
    assert (asker[0], type(asker[1])) == ("甲公司", Ruled)
    assert facts(made(premises(business=Business()))["vendor-card"].parts)["谁在问"].value == ""


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"S9": "device", "S10": "no"}, "nothing is handed to others"),
        ({"S9": "local", "S10": "no"}, "nothing is handed to others"),
        ({"S3": "payment_company", "S9": "payment_company"}, "processor in its own right"),
        ({"S3": "payment_company"}, "processor in its own right"),
        ({"S6": "private"}, "Take it out"),
    ],
)
def test_there_is_no_addendum_where_nobody_is_entrusted(told: dict[str, str], why: str) -> None:
    assert why in withheld(premises(**told))["vendor-addendum"]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "told", [{"S9": "device", "S10": "no", "F1": "no"}, {"S9": "device", "S10": "unsure"}]
)
def test_what_is_not_known_withholds_no_addendum(told: dict[str, str]) -> None:
    assert "vendor-addendum" in made(premises(**told))  # type: ignore[arg-type]


def test_we_entrust_unless_somebody_else_decides() -> None:
    ours = facts(made(premises(S9="vendor_cloud"))["vendor-addendum"].parts)
    first = ours["甲方（委托方，个人信息处理者）"].value
    assert isinstance(first, tuple)
    assert first[0] == BUSINESS.name
    assert isinstance(ours["乙方（受托方）"].value, Ruled)
    theirs = facts(made(premises(S3="hq", S9="device", S10="no"))["vendor-addendum"].parts)
    assert isinstance(theirs["甲方（委托方，个人信息处理者）"].value, Ruled)
    assert theirs["乙方（受托方）"].value == first
    assert "共同决定的一方" in facts(made(premises(S3="with_owners"))["vendor-addendum"].parts)


def test_a_payment_company_that_keeps_faces_is_asked_first_what_it_is() -> None:
    parts = made(premises("payment", S9="payment_company"))["vendor-addendum"].parts
    assert isinstance(parts[0], Framed)
    assert "它是另一个个人信息处理者，不是受托人" in said((parts[0],))
    assert not isinstance(made(premises())["vendor-addendum"].parts[0], Framed)


def test_both_sides_sign_the_addendum() -> None:
    signed = [one for one in made(premises())["vendor-addendum"].parts if isinstance(one, Blanks)]
    assert [len(row.blanks) for row in signed] == [2, 2, 2]


@pytest.mark.parametrize("code", load_pack().prints["vendor-addendum"])
def test_the_addendum_prints_the_answers_it_is_said_to_print(code: str) -> None:
    question = load_pack().question(code)
    assert question
    cloud = {"S3": "hq", "S9": "vendor_cloud"}
    told: list[dict[str, str]] = [{**cloud, code: choice.id} for choice in question.choices]
    papers = [made(premises(**one))["vendor-addendum"] for one in told]  # type: ignore[arg-type]
    assert len({repr(paper.parts) for paper in papers}) == len(question.choices)


def test_in_research_neither_addendum_nor_plan_rests_on_the_measures() -> None:
    papers = made(premises(S2="only"))
    for kind in RUNNING:
        assert "办法第" not in said(papers[kind.id].parts)
    assert "人脸识别设备内" not in said(papers["vendor-addendum"].parts)
    assert "不拿去推销、画像、训练" not in said(papers["procedure"].parts)
    assert "先说别的方式" not in said(papers["procedure"].parts)


def test_steps_that_not_every_use_has_name_their_uses() -> None:
    both = with_uses(
        gate=premises(), desk=premises("visitors", S8="no", S7="contract", S9="device", S10="no")
    )
    text = said(made(both)["procedure"].parts)
    assert "（desk）问年龄。不满 14 周岁的不录" in text
    assert "（gate）问年龄" in text
    assert "（desk）不凭同意处理的" in text
    assert "（gate）同意书上" in text
    assert "\n把告知书给他看" in text


def test_an_offer_that_is_the_same_everywhere_is_made_once() -> None:
    alike = said(made(with_uses(gate=premises(), desk=premises("visitors")))["procedure"].parts)
    assert alike.count("您可以刷脸，也可以用别的") == 1
    other = said(made(with_uses(gate=premises(), desk=premises("visitors", D2="no")))["procedure"].parts)
    assert other.count("您可以刷脸，也可以用别的") == 2


def test_what_to_say_is_left_to_fill_in_where_no_other_way_was_named() -> None:
    assert isinstance(facts(made(premises(ways=()))["procedure"].parts)["这样说"].value, tuple)
    bare = made(Answers(on=premises().on, uses=(Use(id="gate", kind="resident_gate"),)))["procedure"]
    assert "按国家规定验证身份" not in said(bare.parts)
    ruled = said(made(premises(S3="police"))["procedure"].parts)
    assert "按国家规定验证身份" in ruled
    assert "您可以刷脸" not in ruled


def test_a_till_of_the_payment_company_has_nothing_to_enrol_or_delete() -> None:
    till = premises("payment", S3="payment_company", S9="payment_company", ways=("qr", "cash"))
    text = said(made(till)["procedure"].parts)
    for words in ("录脸，一步一步来", "什么时候删", "记下来，留得住", "按下表"):
        assert words not in text
    for words in ("收银机里的人脸归支付公司管", "不存、不截、不拍顾客的脸", "告诉顾客怎样找支付公司"):
        assert words in text
    assert "收银机" not in said(made(premises())["procedure"].parts)


def test_deletion_has_a_row_for_each_kind_of_use() -> None:
    uses = {kind: premises(kind) for kind in load_pack().purposes}
    gone = [row[0] for row in rows(made(with_uses(**uses))["procedure"].parts, "什么时候删")]
    assert len(gone) == len(uses) + 3
    assert [row[0] for row in rows(made(premises("staff"))["procedure"].parts, "什么时候删")][1] == "员工离职"


@pytest.mark.parametrize(
    ("told", "what", "there"),
    [
        ({"S6": "public_listed"}, "提示牌", True),
        ({"S6": "shared"}, "提示牌", False),
        ({"S6": "public_other"}, "镜头没被挪", True),
        ({"S9": "device", "S10": "no"}, "升到最新版", False),
        ({"S9": "local", "S10": "no"}, "升到最新版", True),
        ({"S9": "device", "S10": "no"}, "查厂家等受托单位", False),
        ({"S9": "vendor_cloud"}, "查厂家等受托单位", True),
        ({"S3": "police"}, "别的方式样样能用", False),
        ({}, "不刷脸也能紧急出门", True),
    ],
)
def test_only_what_concerns_the_site_is_looked_at(told: dict[str, str], what: str, there: bool) -> None:
    seen = "".join(row[0] for row in rows(made(premises(**told))["procedure"].parts, "查什么"))  # type: ignore[arg-type]
    assert (what in seen) is there


def test_staff_who_clock_in_by_face_are_promised_their_pay() -> None:
    assert "不扣工资" in said(made(premises("staff"))["procedure"].parts)
    assert "不扣工资" not in said(made(premises())["procedure"].parts)


@pytest.mark.parametrize(
    ("told", "called", "ours"),
    [
        ({"S3": "self"}, None, True),
        ({"S3": "hq"}, "总部", False),
        ({"S3": "landlord"}, "房东、商场", False),
        ({"S3": "payment_company", "S9": "payment_company"}, "支付公司", False),
        ({"S9": "payment_company"}, "支付公司", True),
        ({"S3": "with_owners"}, "业委会等共同决定的一方", True),
    ],
)
def test_whoever_decides_is_told_and_notifies(told: dict[str, str], called: str | None, ours: bool) -> None:
    parts = made(premises(**told))["incident"].parts  # type: ignore[arg-type]
    calls = {row[0] for row in rows(parts, "找谁")}
    others = {"总部", "房东、商场", "支付公司", "业委会等共同决定的一方"}
    assert calls & others == ({called} if called else set())
    steps = "".join(row[1] for row in rows(parts, "时间"))
    assert ("通知履行个人信息保护职责的部门" in steps) is ours
    assert ("由它办，我们配合" in steps) is (called is not None and not ours)
    assert ("脸存在支付公司的，马上告诉它" in steps) is (told == {"S9": "payment_company"})


def test_the_authority_is_notified_before_the_day_is_over_and_the_laws_own_limit_is_asked_for() -> None:
    parts = made(premises())["incident"].parts
    when = {row[1][:2]: row[0] for row in rows(parts, "时间")}
    assert when["断："] == "马上"
    assert next(row[0] for row in rows(parts, "时间") if "履行个人信息保护职责" in row[1]) == "1 小时内"
    assert isinstance(facts(parts)["主管部门规定的报告时限"].value, Ruled)


def test_the_log_and_the_calls_are_left_to_fill_in() -> None:
    parts = made(premises())["incident"].parts
    assert all(row[1:] == ("", "") for row in rows(parts, "找谁"))
    assert all(set(row) == {""} for row in rows(parts, "几点"))
    assert "0571-5550 0188" in said(parts)


def test_a_guide_is_named_apart_from_the_law() -> None:
    said_so = said(made(premises("payment"))["procedure"].parts).splitlines()
    guide = next(line for line in said_so if line.startswith("参考（标准指南，不是法律）："))
    assert "TC260-PG-20251A" in guide
    assert not [line for line in said_so if line.startswith("依据：") and "TC260" in line]
    assert "标准指南" not in said(made(premises())["procedure"].parts)


def test_the_exception_of_the_state_is_named_where_it_is_claimed() -> None:
    assert "办法第十条第二款" in said(made(premises(S3="police"))["procedure"].parts)
    assert "办法第十条第二款" not in said(made(premises())["procedure"].parts)


def test_a_section_rests_only_on_what_its_steps_ask_for() -> None:
    staff = said(made(premises("staff", S7="labour_rules", S8="no"))["procedure"].parts).splitlines()
    enrolling = next(line for line in staff if line.startswith("依据：办法第五条"))
    for absent in ("办法第六条", "办法第七条", "个保法第二十九条", "个保法第三十一条"):
        assert absent not in enrolling
    assert not [line for line in staff if line.startswith("依据：办法第六条第二款")]
    gate = said(made(premises())["procedure"].parts)
    assert "办法第六条第一款、办法第七条第一款、办法第八条第一款" in gate
