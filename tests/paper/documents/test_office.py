"""The papers of the office: what the answers say and no more, days by the calendar, law word for word."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest
from tests.assessment.sites import Told, answer_everything, site
from tests.paper.documents.premises import MADE, kit, made, premises, withheld

from facewise.assessment.answers import Action, Answer, Answers
from facewise.assessment.assess import assess
from facewise.content.law import load_law
from facewise.content.packs import load_pack, pack_bytes
from facewise.i18n import Text
from facewise.paper import dates
from facewise.paper.documents.catalogue import papers
from facewise.paper.documents.impact_heads import CODES
from facewise.paper.documents.model import Fact, Facts, Paper, Ruled, Table

REACHED, FILED = dt.date(2026, 5, 6), dt.date(2026, 6, 1)
QUESTION = {one.code: one.id for one in load_pack().questions}


def within(part: object) -> Iterator[object]:
    yield part
    if isinstance(part, tuple):
        for one in part:
            yield from within(one)
    elif is_dataclass(part) and not isinstance(part, type):
        for field in fields(part):
            yield from within(getattr(part, field.name))


def said(paper: Paper) -> str:
    return "\n".join(one.zh if isinstance(one, Text) else one for one in texts(paper))


def texts(paper: Paper) -> list[Text | str]:
    return [one for one in within(paper.parts) if isinstance(one, Text | str)]


def fact(paper: Paper, label: str) -> Fact:
    found = [one for one in within(paper.parts) if isinstance(one, Fact) and isinstance(one.label, Text)]
    return next(one for one in found if isinstance(one.label, Text) and one.label.zh == label)


def rows(paper: Paper) -> list[tuple[object, ...]]:
    return [row for one in within(paper.parts) if isinstance(one, Table) for row in one.rows]


def stored(count: object, reached: dt.date | None = None, **told: Told) -> Answers:
    """Return the gate with so many faces, 100,000 of them reached on a day."""
    return premises(S11=Answer(value=count, date=reached), **told)  # type: ignore[arg-type]


def filing_says(answers: Answers) -> str:
    return said(made(answers)["filing"])


# The filing of article 15.


def test_below_100000_the_filing_pack_says_when_the_duty_begins() -> None:
    text = filing_says(stored(99_999))
    assert "现在存有 99,999 人的脸，不到 10 万人，现在不用备案。离 10 万人还差 1 人。" in text
    assert "从达到 10 万人那天起，30 个工作日内要备案" in text


def test_at_100000_the_deadline_is_counted_in_working_days() -> None:
    text = filing_says(stored(100_000, dt.date(2026, 11, 2), K2="no"))
    assert "要备案，最迟 2026年12月14日 周一。" in text
    assert "从2026年11月2日的第二天数起。" in text


def test_what_was_reached_before_the_measures_was_due_on_14_july_2025() -> None:
    text = filing_says(stored(120_000, dt.date(2024, 3, 1), K2="no"))
    assert "期限是 2025年7月14日 周一，已经过了" in text
    assert "2025年6月1日以前就达到的，从这一天算。" in text


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        (stored("unknown"), "还不知道存了多少人的脸"),
        (stored(None), "还不知道存了多少人的脸"),
        (stored(100_000, K2="no"), "算不出期限"),
        (stored(100_000, REACHED, K2=Answer(value="yes", date=FILED)), "已经备案（2026年6月1日）"),
        (stored(100_000, REACHED, K2=Answer(value="partly")), "已经备案（日期没有填）"),
    ],
)  # fmt: skip
def test_the_filing_pack_says_how_the_duty_stands(answers: Answers, sentence: str) -> None:
    assert sentence in filing_says(answers)


@pytest.mark.parametrize(
    ("on", "sentence"),
    [(dt.date(2026, 12, 20), "公布以后再算出日期"), (dt.date(2027, 3, 1), "期限可能已经过了")],
)
def test_where_the_calendar_is_not_announced_no_day_is_guessed(on: dt.date, sentence: str) -> None:
    answers = stored(100_000, dt.date(2026, 12, 1), K2="no").model_copy(update={"on": on})
    assert sentence in filing_says(answers)
    late = fact(made(answers)["filing"], "最迟哪一天").value
    assert isinstance(late, tuple)
    assert isinstance(late[1], Ruled)


def test_each_material_says_what_the_answers_lack() -> None:
    text = filing_says(premises(I2="no", G1="no", A1="partly"))
    assert "还差：A1\n" in text
    assert "还差：I2\n" in text
    assert "还差：G1\n" in text
    assert "还差：" not in filing_says(premises())


def test_a_change_and_the_end_have_their_own_terms() -> None:
    text = filing_says(premises())
    assert "变更之日起 30 个工作日内" in text
    assert "终止之日起 30 个工作日内" in text
    assert "最迟 2027年" not in text  # the calendar of 2027 is not announced
    spring = filing_says(premises().model_copy(update={"on": dt.date(2026, 3, 2)}))
    assert "比如 2026年3月2日的事，最迟 2026年4月14日 周二。" in spring


@pytest.mark.parametrize(
    ("told", "paper", "why"),
    [
        ({"S3": "payment_company", "S9": "payment_company"}, "filing", "payment company's"),
        ({"S3": "payment_company", "S9": "payment_company"}, "impact", "payment company's"),
        ({"S2": "only"}, "filing", "the Measures do not apply"),
        ({"S2": "only"}, "changes2023", "the Measures do not apply"),
        ({"S6": "private"}, "impact", "Take it out"),
        ({"S1": "no", "S1b": "none"}, "actions", "no device here recognises faces"),
    ],
)
def test_papers_of_the_office_are_withheld_with_a_reason(told: dict[str, str], paper: str, why: str) -> None:
    assert why in withheld(premises(**told))[paper]  # type: ignore[arg-type]


# The impact assessment of article 9.


def test_the_assessment_repeats_the_answers_with_their_notes_and_nothing_private() -> None:
    told = Answer(value="partly", note="东门还没有改。", private_note="先别告诉厂家。")
    text = said(made(premises(A2=told))["impact"])
    assert "东门还没有改。" in text
    assert "先别告诉厂家" not in text


def test_what_no_answer_gives_is_ruled() -> None:
    paper = made(premises())["impact"]
    for label in ("设备", "人脸怎么走", "还有谁碰得到", "受影响的人", "保存期限", "必要性"):
        assert isinstance(fact(paper, label).value, Ruled), label
    bare = made(premises(S7=Answer(), S9=Answer()))["impact"]
    assert fact(bare, "凭什么处理").value == ""
    assert fact(bare, "人脸存在哪里").value == ""


def test_what_does_not_apply_is_printed_with_its_reason() -> None:
    told = Answer(value="na", reason="没换过机器")
    found = [row for row in rows(made(premises(I9=told))["impact"]) if row[0] == "I9"]
    assert found == [("I9", "没换过机器", load_pack().words["state.not_applicable"])]


def test_an_unanswered_question_is_printed_with_room_to_write() -> None:
    question = load_pack().question("A2")
    assert question
    found = [row for row in rows(made(premises(A2=Answer()))["impact"]) if row[0] == "A2"]
    assert found == [("A2", Ruled(question.text), load_pack().words["state.unanswered"])]


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        (
            {"G1": Answer(value="yes", date=dt.date(2025, 5, 4))},
            "以前做过评估（2025年5月4日），这次是重新评估",
        ),
        ({"G1": "partly"}, "以前做过评估（日期没有填）"),
        ({"G1": "no", "S15": "before"}, "这次是补做"),
        ({"G1": "no", "S15": Answer(value="later", date=dt.date(2026, 3, 2))}, "这次是补做"),
        ({"G1": "no", "S15": Answer(value="later", date=dt.date(2027, 3, 2))}, "启用以前做。"),
        ({"G1": "no", "S15": "later"}, "启用以前做的，还是用了以后补做的"),
    ],
)
def test_the_assessment_says_whether_it_comes_in_time(told: dict[str, Told], sentence: str) -> None:
    assert sentence in said(made(premises(**told))["impact"])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("on", "until"), [(dt.date(2026, 11, 20), "2029年11月20日"), (dt.date(2028, 2, 29), "2031年2月28日")]
)
def test_the_report_is_kept_three_years(on: dt.date, until: str) -> None:
    text = said(made(premises().model_copy(update={"on": on}))["impact"])
    assert f"至少保存 3 年：{dates.day(on).zh}签署的，保存到{until}。" in text


def test_conditions_name_person_and_day_the_gravest_first() -> None:
    answers = premises(D2="no", B6="no")
    action = Action(question=QUESTION["D2"], use="gate", who="周敏", due=dt.date(2026, 11, 23))
    found = [
        row
        for row in rows(made(answers.model_copy(update={"actions": (action,)}))["impact"])
        if len(row) == 4
    ]
    assert [row[0] for row in found] == ["D2", "B6"]
    assert found[0][2:] == ("周敏", dates.long_day(dt.date(2026, 11, 23)))


def test_without_anything_to_mend_there_are_no_conditions() -> None:
    text = said(made(premises())["impact"])
    assert "红线 0 条没守住" in text
    assert [row for row in rows(made(premises())["impact"]) if len(row) == 4] == []


def test_every_scored_question_but_its_own_and_the_filing_stands_under_a_head() -> None:
    scored = {one.code for one in load_pack().questions if one.scored}
    assert scored - CODES == {"G1", "G2", "G3", "G4", "K2", "K3", "K4"}
    assert scored >= CODES


def test_research_rests_on_the_general_law_alone() -> None:
    paper = made(premises(S2="only"))["impact"]
    assert [law.zh for law in paper.laws] == ["《中华人民共和国个人信息保护法》第五十五条"]
    assert "《中华人民共和国个人信息保护法》第五十六条第一款" in said(paper)
    assert "《人脸识别技术应用安全管理办法》" not in said(paper)


@pytest.mark.parametrize("code", ["S3", "S5", "S6", "S7", "S8", "S9", "S10", "S14", "S15", "S16"])
def test_the_assessment_tells_every_choice_apart(code: str) -> None:
    """What `prints` of the questionnaire promises."""
    question = load_pack().question(code)
    assert question
    assert question.id in load_pack().prints["impact"]
    for choice in question.choices:
        answers = premises(**{code: choice.id})  # type: ignore[arg-type]
        paper = made(answers).get("impact")
        if paper:  # the payment company's till and private spaces have none
            assert choice.text.zh in said(paper)


# The action sheet.


def test_the_sheet_shows_six_by_date_and_counts_the_others() -> None:
    pack = load_pack()
    answers = answer_everything(pack, premises(), "no")
    paper = made(answers)["actions"]
    found = rows(paper)
    assert 1 <= len(found) <= 6
    everything = [one for one in assess(pack, answers).findings if one.is_open]
    assert f"另有 {len(everything) - len(found)} 件" in said(paper)


def test_long_names_leave_room_for_fewer_actions() -> None:
    answers = premises(D2="no", D3="no", B2="no", B3="no", I1="no", I3="no")
    who = "甲方物业工程维护部门负责人" * 9
    named = tuple(Action(question=QUESTION[code], use="gate", who=who) for code in ("D2", "D3", "B2", "B3"))
    assert len(rows(made(answers)["actions"])) == 6
    assert 1 < len(rows(made(answers.model_copy(update={"actions": named}))["actions"])) < 6


def test_each_action_has_person_day_article_and_what_is_kept() -> None:
    action = Action(question=QUESTION["D2"], use="gate", who="周敏", due=dt.date(2027, 1, 4))
    paper = made(premises(D2="no").model_copy(update={"actions": (action,)}))["actions"]
    (row,) = rows(paper)
    text = "\n".join(
        one.zh if isinstance(one, Text) else one for one in within(row) if isinstance(one, Text | str)
    )
    for words in (
        "把读卡器、付款码装到刷脸机旁边",
        "2027年1月4日 周一",
        "周敏",
        "办法第十条第一款",
        "红线，没做到",
    ):
        assert words in text


def test_what_is_done_is_not_on_the_sheet() -> None:
    action = Action(question=QUESTION["D2"], use="gate", done=dt.date(2026, 11, 19))
    paper = made(premises(D2="no").model_copy(update={"actions": (action,)}))["actions"]
    assert rows(paper) == []
    assert "没有要改的" in said(paper)


def test_a_sheet_of_what_is_answered_so_far_says_that_more_may_come() -> None:
    text = said(made(premises(D2="no", B6=Answer()))["actions"])
    assert "还有 1 题没有回答" in text


def test_without_answers_the_sheet_has_rows_to_write_in() -> None:
    pack = load_pack()
    bare = site(pack, {"S1": "yes", "S2": "no"}, "resident_gate")
    paper = made(bare)["actions"]
    assert all(isinstance(cell, Ruled) for row in rows(paper) for cell in row[1:])
    assert "没有要改的" not in said(paper)


def test_several_uses_are_named_on_the_sheet() -> None:
    answers = premises(D2="no")
    second = answers.uses[0].model_copy(update={"id": "south", "name": "南门"})
    text = said(made(answers.model_copy(update={"uses": (*answers.uses, second)}))["actions"])
    assert "北门和东门" in text
    assert "南门" in text


def test_a_device_in_a_private_space_has_its_sheet() -> None:
    assert "今天就断电停用" in said(made(premises(S6="private"))["actions"])


# The draft and the final text.


def test_the_final_text_is_quoted_word_for_word() -> None:
    law, paper = load_law(), made(premises())["changes2023"]
    quoted = [row[2] for row in rows(paper) if isinstance(row[2], tuple)]
    assert len(quoted) == 16
    known = {
        line.text.zh.partition("\n")[0]
        for article in law.instrument("frt").articles.values()
        for line in article.paragraphs
    }
    for cell in quoted:
        assert all(isinstance(one, Text) and one.zh.rpartition("（办法")[0] in known for one in cell)


def test_the_draft_is_retold_without_quotation_marks() -> None:
    for row in rows(made(premises())["changes2023"]):
        draft = row[1]
        assert isinstance(draft, Text)
        assert "“" not in draft.zh.replace("“人脸识别技术使用者”", "")


def test_topics_show_how_the_site_stands() -> None:
    assert "本次自查：D1 已做到、D2 没做到。" in said(made(premises(D2="no"))["changes2023"])


def test_the_papers_of_the_office_are_for_the_site_but_the_assessment_is_for_each_use() -> None:
    answers = premises()
    second = answers.uses[0].model_copy(update={"id": "south", "name": "南门"})
    both = answers.model_copy(update={"uses": (*answers.uses, second)})
    pack = load_pack()
    names = [paper.name for paper in papers(pack, pack_bytes(), both, assess(pack, both), MADE)]
    assert {"actions", "filing", "changes2023", "impact-gate", "impact-south"} <= set(names)
    assert all(not isinstance(one, Facts) for one in kit(answers))
