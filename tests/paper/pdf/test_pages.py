import io
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from tests.paper.pdf.sample import HASH, NOTE, RARE, finding, plain

from facewise.i18n import Edition, Text
from facewise.paper.pdf.blocks import (
    AtFoot,
    Column,
    Detail,
    Finding,
    Hash,
    Heading,
    NewPage,
    OnePage,
    PageTitle,
    Para,
    Quote,
    Row,
    Space,
    Table,
    Together,
)
from facewise.paper.pdf.document import Document, render
from facewise.paper.pdf.furniture import Furniture
from facewise.paper.pdf.words import PageOf, Run

pytestmark = pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils is missing")


def texts(made: Document, tmp_path: Path) -> list[str]:
    """Return the text of each page as poppler copies it."""
    file = tmp_path / "made.pdf"
    file.write_bytes(render(made))
    said = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, check=True).stdout.decode()
    return said.split("\f")[:-1]


def page_content(made: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(made)) as pdf:
        content: bytes = pdf.pages[0].Contents.read_bytes()
        return content


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize(
    "text",
    [
        RARE * 75,
        "name" * 75,
        (NOTE * 40)[:5000],
        'Plain English text with don\'t and "quotes", page 3 of 12. ' * 20,
        "标点……——“‘’”《〈〉》（）【】·、，。；：？！％℃ №→≥≤×÷Σ①⑩" * 5,
        "😀不在字库里的字ᚠ",
    ],
)
def test_what_is_set_can_be_copied(text: str, tmp_path: Path) -> None:
    assert bare("".join(texts(plain(Para(text)), tmp_path))) == bare(text)


def test_a_hash_copies_without_gaps(tmp_path: Path) -> None:
    table = Table((Column("SHA-256"),), (Row((Hash(HASH),)),))
    assert HASH in "".join(texts(plain(table), tmp_path)).splitlines()


def test_controls_and_bidi_marks_are_left_out(tmp_path: Path) -> None:
    assert bare("".join(texts(plain(Para("a\u202eb\x07c")), tmp_path))) == "abc"


def test_a_page_number_names_the_page_of_its_block(tmp_path: Path) -> None:
    blocks = (
        Para(("见第", PageOf("x"), "页，共", PageOf(), "页")),
        NewPage(),
        Para("二"),
        PageTitle("三", anchor="x"),
    )
    assert bare(texts(plain(*blocks), tmp_path)[0]) == "见第3页，共3页"


def test_a_page_number_of_three_digits_has_room_for_them(tmp_path: Path) -> None:
    line = "见" * 46
    between = [PageTitle("页")] * 99
    made = plain(Para((line, PageOf("x"), line)), *between, PageTitle("末", anchor="x"))
    first, *_, last = texts(made, tmp_path)
    assert bare(first) == f"{line}101{line}"
    assert bare(last) == "末"


def test_a_page_number_takes_no_more_room_than_it_needs(tmp_path: Path) -> None:
    made = render(plain(Para(("第 ", PageOf(), " 页"))))
    alike = render(plain(Para(("第 ", Run("1"), " 页"))))
    assert page_content(made) == page_content(alike)


def test_more_characters_than_have_short_codes_are_copied_all_the_same(tmp_path: Path) -> None:
    text = "".join(map(chr, range(0x4E00, 0x4E00 + 9000)))
    assert bare("".join(texts(plain(Para(text)), tmp_path))) == text


def test_a_table_repeats_its_header_on_each_page(tmp_path: Path) -> None:
    table = Table((Column("表头"), Column("数")), tuple(Row((f"行{n}", str(n))) for n in range(60)))
    pages = texts(plain(table), tmp_path)
    assert len(pages) == 2
    assert all(page.startswith("表头") for page in pages)
    assert [f"行{n}" in "".join(pages) for n in range(60)] == [True] * 60


def test_a_heading_stays_with_header_and_two_rows(tmp_path: Path) -> None:
    table = Table((Column("表头"),), (Row(("甲",)), Row(("乙",)), Row(("丙",))))
    for space in range(200, 250, 3):
        pages = texts(plain(Space(space), Heading("标题", 3), table), tmp_path)
        assert "标题" not in pages[0] or "乙" in pages[0]


def test_a_long_finding_says_that_it_goes_on(tmp_path: Path) -> None:
    pages = texts(plain(PageTitle("红线", continued="（续）"), finding("D2", "red-gap", NOTE * 12)), tmp_path)
    assert len(pages) == 2
    assert "D2 下页续" in pages[0]
    assert "D2（续）" in pages[1]
    assert pages[1].startswith("红线（续）")


def test_a_quotation_of_less_than_half_a_page_is_not_divided(tmp_path: Path) -> None:
    quote = Quote(tuple(f"（{n}）" + "条文" * 20 for n in range(5)), "第五条")
    for space in range(180, 250, 10):
        pages = texts(plain(Space(space), Para("前"), quote), tmp_path)
        assert [page for page in pages if "（0）" in page] == [page for page in pages if "第五条" in page]


def test_a_quotation_longer_than_a_page_is_divided_between_its_items(tmp_path: Path) -> None:
    items = tuple(f"（{n}）" + "条文" * 30 for n in range(60))
    pages = texts(plain(Quote(items, "第五条")), tmp_path)
    assert len(pages) > 1
    assert all(page.startswith("（") for page in pages)
    assert "（59）" in pages[-1]
    assert "第五条" in pages[-1]


def test_a_note_leaves_three_lines_on_each_side(tmp_path: Path) -> None:
    lines = "\n".join(f"第{n}行" for n in range(25))
    for space in range(100, 250, 5):
        pages = texts(plain(Space(space), Para("前"), Para(lines, note=True)), tmp_path)
        counts = [len(re.findall("第[0-9]+行", page)) for page in pages]
        assert sum(counts) == 25
        assert not {1, 2} & set(counts)


def test_what_is_higher_than_a_page_goes_on(tmp_path: Path) -> None:
    text = "\n".join(f"第{n}行" for n in range(200))
    table = Table((Column("表头"), Column("二")), (Row((text, "短")),))
    pages = texts(plain(table), tmp_path)
    assert len(re.findall("第[0-9]+行", "".join(pages))) == 200


def test_what_sinks_to_the_foot_stays_on_the_page(tmp_path: Path) -> None:
    assert len(texts(plain(Para("上"), AtFoot((Para("下"), Para("底")))), tmp_path)) == 1


def test_one_page_shrinks_its_distances(tmp_path: Path) -> None:
    blocks = tuple(Para(f"第{n}段", before=6) for n in range(24))
    assert len(texts(plain(*blocks), tmp_path)) == 2
    assert len(texts(plain(OnePage(blocks)), tmp_path)) == 1


def test_a_watermark_is_drawn_not_written(tmp_path: Path) -> None:
    assert bare("".join(texts(replace(plain(Para("正文")), watermark="样例"), tmp_path))) == "正文"


def test_side_by_side_a_finding_in_one_language_runs_across(tmp_path: Path) -> None:
    one = Finding(
        "breach-gap", "违反", "A1", Text("问？", "Q?"), Text("否", "No."), Text("没有。", "None."),
        (Detail("情况", (NOTE,), note=True), Detail("条文", (Quote((Text("甲", ""),)),))),
    )  # fmt: skip
    said = bare(texts(plain(one, edition="both"), tmp_path)[0])
    assert bare(NOTE) in said
    assert "None." in said


def test_what_is_to_stay_together_but_fills_a_page_is_parted(tmp_path: Path) -> None:
    blocks = tuple(Para(f"第{n}段") for n in range(100))
    pages = texts(plain(Together(blocks), Para("尾")), tmp_path)
    counts = [len(re.findall("第[0-9]+段", page)) for page in pages]
    assert sum(counts) == 100
    assert len(pages) == 3


def test_what_stays_together_goes_to_the_next_page(tmp_path: Path) -> None:
    pages = texts(plain(Space(230), Para("前"), Together((Para("甲"), Para("乙"), Para("丙")))), tmp_path)
    assert [bare(page) for page in pages] in (["前甲乙丙"], ["前", "甲乙丙"])


@pytest.mark.parametrize("edition", ["zh", "both"])
def test_the_head_of_a_finding_is_never_parted_from_its_first_detail(
    edition: Edition, tmp_path: Path
) -> None:
    for space in range(150, 240, 6):
        pages = texts(plain(Space(space), finding("D2", "red-gap"), edition=edition), tmp_path)
        page = next(page for page in pages if "红线，未做到" in page)
        assert "11月20日" in page
        assert "情况" in page
        assert "不愿刷脸的人走别的方式" in page


def test_a_foot_that_is_too_long_takes_a_second_line(tmp_path: Path) -> None:
    furniture = Furniture(foot_left="自行申报，" * 20, foot_middle="问卷", page="第 1 页")
    said = bare(texts(replace(plain(Para("文")), furniture=furniture), tmp_path)[0])
    assert "自行申报，" * 20 in said.replace("问卷第1页", "")
