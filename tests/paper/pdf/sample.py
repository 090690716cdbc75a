"""A document with every kind of block, in the three editions, for the tests of this room."""

from datetime import datetime, timedelta, timezone

from facewise.i18n import Edition, Text
from facewise.paper.pdf import style
from facewise.paper.pdf.blocks import (
    AtFoot,
    Bar,
    Blank,
    Blanks,
    Block,
    Column,
    Columns,
    CoverHead,
    CoverTitle,
    Detail,
    Fact,
    Facts,
    Finding,
    Framed,
    GradeHead,
    GroupRow,
    Hash,
    Heading,
    Items,
    Legend,
    Mark,
    Marked,
    Marks,
    NewPage,
    OnePage,
    PageTitle,
    Para,
    Part,
    Picture,
    QrCode,
    Quote,
    Row,
    Rule,
    ScoreBar,
    Seal,
    Signature,
    Space,
    Stacked,
    Step,
    Steps,
    Table,
    Tick,
    Ticks,
    Together,
)
from facewise.paper.pdf.document import Document
from facewise.paper.pdf.furniture import Furniture
from facewise.paper.pdf.metadata import Attachment
from facewise.paper.pdf.words import PageHere, PageOf, Run

MADE = datetime(2026, 11, 20, 16, 42, 8, tzinfo=timezone(timedelta(hours=8)))
RARE = "䶮㛃𬭎𰻝"
HASH = "9bf10db73054dfc47c313213c022b3608de87eca745ef3045525a74f3f5f5fa2"
GRADES = (
    ("A", Text("未发现缺口", "No gap found")),
    ("B", Text("大体做到", "Mostly in place")),
    ("C", Text("部分做到", "Partly in place")),
    ("D", Text("踩到红线", "A red line is crossed")),
    ("E", Text("多条红线", "Several red lines")),
)
FURNITURE = Furniture(
    left=(Text("人脸识别应用自查报告", "Face recognition self-assessment"), "　滨江花园"),
    right="FW-20261120-7K3M",
    foot_left=Text(
        "自行申报，不是认证，也不是法律意见", "A self-declaration, not a certificate, not legal advice"
    ),
    foot_middle="frt 2026.09, 9bf10db7",
    page=(Text("第 ", "Page "), PageHere(), Text(" 页，共 ", " of "), PageOf(), Text(" 页", "")),
)
QUOTE = Quote(
    (
        Text(
            "实现相同目的或者达到同等业务要求，存在其他非人脸识别技术方式的，不得将人脸识别技术作为唯一验证方式。",
            "Where other means achieve the same purpose or meet the same business requirement, facial "
            "recognition shall not be the only means of verification.",
        ),
        Text(
            "个人不同意通过人脸信息进行身份验证的，应当提供其他合理、便捷的方式。",
            "Where an individual does not agree, another reasonable and convenient method shall be provided.",
        ),
    ),
    Text("《人脸识别技术应用安全管理办法》第十条第一款", "Measures, art. 10 para. 1, unofficial translation"),
)
NOTE = (
    "北门、东门读卡器自 2026 年 3 月更换设备后停用。不愿刷脸的住户须绕到南门刷卡，多走约 600 米；"
    "南门 22:00 关闭，之后只能打电话等保安，10 月登记等候 8 至 25 分钟，共 31 次。"
    "业主大会 2025 年 12 月表决同意“统一刷脸”，但表决不能代替个人的选择。"
)


def finding(code: str, mark: str, note: str = NOTE, *, both_sides: bool = False) -> Finding:
    """Return a finding with every kind of detail."""
    facts = Text(note, "The card readers have been out of use since March 2026. " * 4) if both_sides else note
    return Finding(
        mark=mark,
        state=Text("红线，未做到", "Red line, not met"),
        code=code,
        where=Text("住户出入口", "Residents' gate"),
        due_label=Text("最迟", "By"),
        due=Text("11月20日 周五", "Fri 20 November"),
        question=Text(
            "不愿刷脸的人走别的方式，不用绕远、不多花钱、不多等、不限时段？",
            "Is the other way reasonable and convenient: no detour, fee, waiting or limited hours?",
        ),
        answer=Text("否", "No."),
        sentence=Text(
            "我们没有给不愿刷脸的人合理、便捷的别的方式。",
            "We do not give people who decline face another reasonable and convenient way.",
        ),
        details=(
            Detail(Text("情况", "Facts"), (facts,), note=True),
            Detail(Text("条文", "Law"), (QUOTE,)),
            Detail(Text("证据", "Evidence"), (f"E-03 北门读卡器照片（11-18）　E-06 {RARE}",)),
            Detail(
                Text("整改", "Fix"),
                (
                    (
                        Run(Text("今天：", "Today: "), "medium"),
                        Text("北门、东门恢复读卡器。", "card readers back in use."),
                    ),
                ),
            ),
            Detail(
                Text("改好后", "Effect"),
                (Text("等级 D → C，得分 72.0 → 74.8", "Grade D → C, score 72.0 → 74.8"),),
            ),
        ),
        continued=Text("（续）", "(continued)"),
        continues=Text("下页续", "continues on the next page"),
        anchor=code,
    )


def cover() -> tuple[Block, ...]:
    """Return the blocks of a cover."""
    return (
        CoverHead(
            Text("刷脸自查", "Facewise"), (Run(Text("编号 ", "No. "), colour=style.SUB), "FW-20261120-7K3M")
        ),
        CoverTitle(
            Text("人脸识别应用自查报告", "Face recognition self-assessment"),
            ("滨江花园，", Text("2026 年 11 月 20 日", "20 November 2026")),
        ),
        GradeHead(
            "D",
            Text("等级 D", "Grade D"),
            ("D　", Text("踩到红线，马上处理", "A red line is crossed: act now")),
            (
                Text(
                    "1 条红线未做到；整体按较重的用途定级。",
                    "One red line is not met; the graver use decides.",
                ),
            ),
            over=Text("自查结果，五级（A 最轻，E 最重）", "Result in five grades"),
            cover=True,
            strip=GRADES,
        ),
        Space(6),
        Facts(
            (
                Fact(Text("经营单位", "Business"), f"杭州安澜物业服务有限公司（{RARE}）"),
                Fact(Text("用途", "Uses"), Text("① 住户出入口 ② 员工考勤", "1 gate, 2 attendance")),
                Fact(
                    Text("依据", "Law"),
                    Stacked((Text("办法", "Measures"), Text("2025 年 6 月 1 日起施行", "since 2025"))),
                ),
            )
        ),
        AtFoot(
            (
                Quote(
                    (
                        Text(
                            "本报告是经营单位的自行申报，不是认证。",
                            "This is a declaration of the business itself.",
                        ),
                        (
                            Text("核对办法见第 ", "How to check it: page "),
                            PageOf("verify"),
                            Text(" 页。", "."),
                        ),
                    ),
                    bar=style.INK,
                ),
            )
        ),
    )


def summary() -> tuple[Block, ...]:
    """Return the blocks of a summary: grade, table, score."""
    by_state = Table(
        (
            Column(Text("红线", "Red lines"), 32),
            Column(Text("情况", "What we found"), split=True, header=True),
            Column(Text("条文", "Art."), 20),
            Column(Text("页", "Page"), 12, "right"),
        ),
        (
            Row(
                (
                    Marked(Mark("red-gap"), Text("红线，未做到", "Red line, not met")),
                    Text(
                        "不愿刷脸的住户没有合理、便捷的别的方式",
                        "Residents who decline face have no other way",
                    ),
                    Text("第十条", "10"),
                    PageOf("D2"),
                )
            ),
            Row((Marked(Mark("red-unknown"), "F2"), "跨两栏的一句话，只有一种语言", "", PageOf("F2"))),
        ),
    )
    bar = ScoreBar(
        72.0,
        77.6,
        "72.0",
        Text("最高 77.6", "up to 77.6"),
        Text("得分 72.0，最高 77.6", "Score 72.0 of 77.6"),
    )
    other = Table(
        (Column(Text("另外两个数", "Two more figures"), header=True), Column("", 24, "right")),
        (Row((Text("回答了多少", "Answered"), "111 / 111"), strong=True),),
    )
    return (
        PageTitle(Text("一页看懂", "Summary on one page")),
        GradeHead(
            "D",
            Text("等级 D", "Grade D"),
            ("D　", Text("踩到红线", "A red line is crossed")),
            (Text("这一条今天就能开始改。", "This can be mended from today."),),
        ),
        Heading(Text("红线", "Red lines"), level=3),
        by_state,
        Columns((Part((bar,), 100), Part((other,)))),
        Para(Text("实心：现在的得分。", "Solid: the score now."), style.SMALL, keep_with_next=True),
        Para("只有一种语言的一段话，第二天再看。"),
    )


def by_article() -> tuple[Block, ...]:
    """Return a dense table with marks, bars and groups."""
    marks = ("red-gap", "breach-partly", "weak-unknown", *("met",) * 13)
    rows: list[Row | GroupRow] = []
    for number in range(1, 31):
        if number % 10 == 1:
            rows.append(GroupRow(Text("今天", "Today")))
        cells = (
            Tick(),
            f"第{number}条",
            Marks(marks[: number % 16 + 1], Text("红线 1", "one red line")),
            Bar(0.5, 0.7),
            "7.5 / 9",
        )
        rows.append(Row(cells))
    columns = (
        Column(Text("完成", "Done"), 14),
        Column(Text("条文", "Article"), 24, header=True),
        Column(Text("每题一格", "One mark a question")),
        Column(Text("得分比例", "Share"), 36),
        Column(Text("得分", "Score"), 22, "right"),
    )
    legend = Legend(
        (Marked(Mark("met"), Text("已做到", "Met")), Marked(Mark("red-gap"), Text("红线", "Red line"))),
        Text("填满：未做到　半满：部分", "Solid: not met, half: partly"),
    )
    return (
        PageTitle(
            Text("逐条结果", "By article"), Text("左边每题一个记号。", "One mark per question."), rule=True
        ),
        Heading(
            Text("用途 ① 住户出入口", "Use 1: residents' gate"),
            2,
            grade="D",
            after=Text("踩到红线", "crossed"),
        ),
        Table(columns, tuple(rows), dense=True),
        legend,
    )


def findings(note: str) -> tuple[Block, ...]:
    """Return findings under a title that is said again on the next page, the second with a long note."""
    return (
        PageTitle(
            Text("发现的问题：红线", "Findings: red lines"),
            rule=True,
            continued=Text("（续）", "(continued)"),
        ),
        finding("D2", "red-gap", both_sides=True),
        finding("F2", "red-unknown", note),
        Heading(Text("义务未履行", "Breaches"), rule=True, continued=Text("（续）", "(continued)")),
        finding("H3", "breach-gap"),
        finding("B2", "breach-partly", both_sides=True),
    )


def verification() -> tuple[Block, ...]:
    """Return the blocks of the pages at the end: steps, hashes, signatures, forms."""
    steps = Steps(
        (
            Step(Text("装上程序", "Install"), Text("不用联网。", "Offline.")),
            Step(Text("选这个 PDF", "Choose the PDF")),
        )
    )
    code = QrCode(
        "FW-20261120-7K3M " + HASH,
        Text("二维码：编号和哈希值", "QR code: number and hashes"),
        Text("不是网址", "No address"),
    )
    hashes = Table(
        (Column(Text("是什么", "What"), 44, header=True), Column("SHA-256")),
        (
            Row((Text("回答（附件）", "Answers"), Hash(HASH))),
            Row((Stacked(("问卷", "frt 2026.09")), Hash(HASH.upper()))),
        ),
    )
    signature = Signature(
        "Owner",
        Text("经营单位负责人", "Owner"),
        "经营单位负责人签名",
        Text("签名后只允许会签。", "Then countersign."),
    )
    consultant = Signature("Consultant", Text("会签（顾问）", "Consultant"), "顾问会签")
    return (
        OnePage(
            (
                PageTitle(Text("怎样核对这份报告", "How to check this report"), anchor="verify"),
                Columns((Part((steps,), 110), Part((code,)))),
                hashes,
                Framed(
                    (
                        Para(
                            Text(
                                "得分 = 100 × Σ（权重 × 计分）÷ Σ（权重）",
                                "Score = 100 × Σ(weight × points) ÷ Σ(weight)",
                            )
                        ),
                    )
                ),
                Items((Text("第一项", "First"), "https://www.example.org/"), ("（一）", "（二）")),
                Items(
                    ((Run(Text("法律全文", "The law"), link="https://www.example.org/法"),), "无标签的一项")
                ),
            )
        ),
        Columns((Part((signature,)), Part((consultant,)))),
        NewPage(),
        Together(
            (
                Heading(Text("加盖公章", "Seal")),
                Columns(
                    (
                        Part((Seal(Text("公章盖在这里", "Seal here"), "42 mm"),), 78),
                        Part((Picture("card", Text("刷卡", "Card")), Blanks((Blank(Text("姓名", "Name")),)))),
                    )
                ),
            )
        ),
        Ticks((Text("同意", "I agree"), Text("不同意", "I do not agree"))),
        Blanks((Blank(Text("接收方", "Recipient")), Blank(Text("期限", "Period"), "搬离当日", 2))),
        Rule(dashed=True),
    )


def document(edition: Edition = "zh", note: str = NOTE, watermark: str = "", draft: str = "") -> Document:
    """Return a document with every kind of block."""
    from dataclasses import replace

    return Document(
        title="人脸识别应用自查报告 滨江花园" if edition != "en" else "Face recognition self-assessment",
        author=f"杭州安澜物业服务有限公司 {RARE}",
        subject="FW-20261120-7K3M",
        edition=edition,
        made=MADE,
        blocks=(*summary(), *by_article(), *findings(note), *verification()),
        furniture=replace(FURNITURE, draft=draft),
        cover=cover(),
        watermark=watermark,
        attachments=(
            Attachment("answers.json", b'{"S1":"yes"}', "回答 Answers"),
            Attachment("pack.json", b"{}", "问卷 Questionnaire", relationship="Source"),
        ),
        keywords="frt 2026.09",
    )


def plain(*blocks: Block, edition: Edition = "zh") -> Document:
    """Return a document of blocks without anything around them."""
    return Document("题目", "作者", "FW-1", edition, MADE, blocks)
