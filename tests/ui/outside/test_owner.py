"""An owner who has a screen reader instead of the screen: from the start page to a report and a file."""

import json
from pathlib import Path

import pypdfium2
from tests.ui.outside.desk import Desk, Reader

from facewise.assessment.answers import Answers
from facewise.store.opening import open_site

NAME = "䶮记便利店"
CONTACT = "Lin Yan"
NOTE = "夜里只有扫码，没有人工"
COUNT = "现在一共存了多少人的脸？（全公司合计，同一个人只算一次）"
PLACE = "在哪个省市？"
SCOPING = {
    "谁决定装它、用它干什么？": "我们自己（本店、本公司）",
    "机器是“核对是不是本人”，还是“从一堆人里找出是谁”？": "核对是不是本人（一对一）",
    "凭什么收集人脸？": "本人同意",
    "会不会录到不满 14 岁孩子的脸？": "不会",
    "人脸（照片或特征码）存在哪？": "只在刷脸机里",
    "哪天开始刷脸的？是在2025年6月1日以前吗？": "不是，2025年6月1日或以后才用",
    "您手里全部的个人信息（电话、会员、住户资料都算），一共有多少人的？": "不到 10 万人",
    "来刷脸的人里，有老年人或残疾人吗？": "没有",
    "厂家、总部或服务器，有没有在境外的？": "没有",
}


def test_an_owner_gets_from_the_start_page_to_a_report(desk: Desk) -> None:
    program, reader = desk.open(), desk.reader
    tell_of_the_business(desk)
    tell_of_the_use(desk)
    reader.press("push button", "开始查红线")
    red = answer_all(reader, until="接着查其余的")
    reader.press("push button", "接着查其余的")
    rest = answer_all(reader, until="看结果", unknown=2, noted=4)
    reader.see("check box", "不清楚，1 题")
    reader.press("push button", "看结果")
    reader.see("table", "按条文看")
    verdict = reader.see("panel", states=["focused"])["name"]
    report = export(desk)
    look_at_signing(reader)
    desk.keys("ctrl+q")
    assert program.wait(timeout=20) == 0
    answers = reopened(desk, verdict, len(red) + len(rest))
    assert answers.business.name == NAME
    assert answers.business.contact == CONTACT
    assert {use.kind for use in answers.uses} == {"payment"}
    assert [answer.value for answer in answers.uses[0].answers.values() if answer.note == NOTE] == ["partly"]
    assert NAME in printed(report)
    assert "Traceback" not in desk.told()


def tell_of_the_business(desk: Desk) -> None:
    """Begin with the start pack of a shop; write the name as an input method does, type the contact."""
    reader = desk.reader
    reader.press("push button", "小店，顾客刷脸付款")
    reader.see("text", "单位名称", states=["focused"])
    reader.write("单位名称", NAME)
    reader.see("text", "单位名称", text=NAME)
    reader.focus("text", "联系人")
    desk.type(CONTACT)
    reader.see("text", "联系人", text=CONTACT)
    reader.press("check box", "员工考勤、门禁")
    reader.see("label", "员工考勤、门禁")
    reader.press("check box", "员工考勤、门禁")
    reader.gone("label", "员工考勤、门禁")


def tell_of_the_use(desk: Desk) -> None:
    """Answer what decides which questions are asked; the list is chosen from by keys."""
    reader = desk.reader
    for question, answer in SCOPING.items():
        reader.press("radio button", answer, description=question)
        reader.see("radio button", answer, description=question, states=["checked"])
    reader.write(COUNT, "1200")
    reader.focus("radio button", "没有", description="厂家、总部或服务器，有没有在境外的？")
    desk.keys("shift+Tab")
    reader.see("combo box", description=PLACE, states=["focused"])
    desk.keys("Down")
    reader.see("combo box", "北京", description=PLACE)


def answer_all(reader: Reader, *, until: str, unknown: int = -1, noted: int = -1) -> list[str]:
    """Answer every question that is asked, until a button comes instead; return the questions."""
    questions: list[str] = []
    while True:
        question, options = reader.asked(questions[-1] if questions else "", or_button=until)
        if not question:
            return questions
        questions.append(question)
        if len(questions) == unknown:
            reader.press("radio button", "不清楚")
        elif noted > 0 and len(questions) >= noted and "部分" in options:
            noted = -1
            answer_with_a_note(reader, question)
        else:
            reader.press("radio button", "是" if "是" in options else options[0])
        reader.press("push button", "下一题")


def answer_with_a_note(reader: Reader, question: str) -> None:
    """Answer, write a note, and look at both in English before it is saved."""
    reader.press("radio button", "部分")
    reader.write("备注（会印在报告里）", NOTE)
    reader.see("text", "备注（会印在报告里）", text=NOTE)
    reader.press("radio button", "English")
    reader.see("push button", "Next")
    reader.see("radio button", "Partly", states=["checked"])
    reader.see("text", "Note (printed in the report)", text=NOTE)
    reader.gone("panel", question)
    reader.press("radio button", "中文")
    reader.see("panel", question)
    reader.see("radio button", "部分", states=["checked"])
    reader.see("text", "备注（会印在报告里）", text=NOTE)


def export(desk: Desk) -> Path:
    """Take the report out of the program."""
    reader, folder = desk.reader, desk.folder / "papers"
    folder.mkdir()
    reader.press("push button", "去做文件和提示牌")
    reader.see("check box", "自查评估报告", states=["checked"])
    names = [told["name"] for told in reader.all(states=("focusable",))]
    reader.press("push button", next(name for name in names if name.startswith("导出")))
    reader.see("text", "目录：", states=["focused"])
    reader.write("目录：", str(folder))
    reader.press("push button", "选择(C)")
    reader.see("push button", "打开文件夹")
    assert len(list(folder.glob("*.pdf"))) > 1
    (report,) = folder.glob("facewise-*.pdf")
    return report


def look_at_signing(reader: Reader) -> None:
    """Open the dialog that signs: everything in it has a name, and it can be left again."""
    reader.press("push button", "签署报告…")
    reader.see("password text", "口令")
    assert reader.nameless() == []
    reader.press("push button", "取消")
    reader.gone("password text", "口令")


def reopened(desk: Desk, verdict: str, count: int) -> Answers:
    """What the file holds; the command says of it what the window said."""
    (file,) = (desk.folder / "home").rglob("*.facewise")
    told = json.loads(desk.cli("check", file, "--json").stdout)
    assert verdict == "{}, {}".format(told["grade"], told["grade_words"]["zh"])
    assert told["coverage"] == {"answered": count, "applicable": count}
    assert [finding["state"] for finding in told["findings"]].count("unknown") == 1
    return open_site(file).site.answers


def printed(report: Path) -> str:
    """The words of a report."""
    document = pypdfium2.PdfDocument(report)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text
