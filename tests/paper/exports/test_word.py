"""Papers for a word processor: the words of the paper, real headings and tables, room to write."""

import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from tests.paper.documents.premises import BUSINESS, made, premises
from tests.paper.exports.results import gate, reported, said

from facewise.assessment.answers import Business
from facewise.i18n import LANGUAGES, Edition, Language, Text
from facewise.paper.documents.model import (
    Blank,
    Blanks,
    Code,
    Column,
    Decision,
    Fact,
    Facts,
    NewPage,
    Paper,
    Paragraph,
    Ruled,
    Seal,
    Section,
    Slip,
    Tick,
    Ticks,
)
from facewise.paper.documents.model import Table as PlainTable
from facewise.paper.exports.plan_paper import plan_paper
from facewise.paper.exports.word import word
from facewise.store.samples import load_sample

EDITIONS: tuple[Edition, ...] = (*LANGUAGES, "both")
EDITED = ("notice", "consent", "guardian-consent", "withdrawal", "impact")
URL = "https://example.cn/notice"


def opened(paper: Paper, edition: Edition, *, landscape: bool = False) -> Document:
    return docx.Document(io.BytesIO(word(paper, edition, landscape=landscape)))


def body(document: Document) -> str:
    """All text of a document in order, also within tables, without white space."""
    return plain("".join(one.text or "" for one in document.element.body.iter(qn("w:t"))))


def plain(text: str) -> str:
    return re.sub(r"[\s\u200b]", "", text)


def wanted(edition: Edition) -> tuple[Language, ...]:
    return LANGUAGES if edition == "both" else (edition,)


def tables(document: Document) -> Iterator[Table]:
    return (Table(one, document) for one in document.element.body.iter(qn("w:tbl")))


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("name", sorted(made(premises())))
def test_every_word_of_every_paper_stands_in_the_file(name: str, edition: Edition) -> None:
    paper = made(premises(business=BUSINESS.model_copy(update={"notice_url": URL})))[name]
    text = body(opened(paper, edition))
    for language in wanted(edition):
        told = (paper.title[language], *said(paper.parts, language))
        assert [words for words in told if plain(words) not in text] == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_plan_has_a_box_and_a_day_for_every_task(edition: Edition) -> None:
    report = gate()
    document = opened(plan_paper(report), edition, landscape=True)
    table = next(tables(document))
    assert len(table.rows) == 1 + len(report.plan)
    assert body(document).count("☐") == len(report.plan)
    assert "@周敏" in body(document)
    section = document.sections[0]
    assert (section.page_width or 0) > (section.page_height or 0)


def test_without_tasks_the_plan_says_so() -> None:
    nothing = reported(load_sample("gate").answers.model_copy(update={"site": {}, "uses": ()}))
    assert "Nothing to do." in plain_words(opened(plan_paper(nothing), "en"))


def plain_words(document: Document) -> str:
    return " ".join(paragraph.text for paragraph in document.paragraphs)


def test_headings_are_headings_in_the_order_of_the_paper() -> None:
    document = opened(made(premises())["notice"], "zh")
    styles = [(p.style.name if p.style else "", p.text) for p in document.paragraphs]
    assert styles[0] == ("Title", "人脸识别告知书")
    heads = [text for style, text in styles if style == "Heading 1"]
    assert heads[0] == "1　谁在处理"
    assert len(heads) == 6


def test_side_by_side_a_heading_has_both_languages() -> None:
    document = opened(made(premises())["notice"], "both")
    assert document.paragraphs[0].text == "人脸识别告知书\nFacial recognition notice"


def test_tables_repeat_their_head_and_no_row_is_divided() -> None:
    document = opened(made(premises())["impact"], "zh")
    headed = [table for table in tables(document) if table._tbl.findall(f".//{qn('w:tblHeader')}")]
    assert headed
    for table in tables(document):
        assert len(table._tbl.findall(f".//{qn('w:cantSplit')}")) >= len(table.rows)


def test_hanzi_have_a_font_and_a_language_of_their_own() -> None:
    document = opened(made(premises())["consent"], "both")
    for name in ("Normal", "Title", "Heading 1", "List Bullet"):
        fonts = document.styles[name].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")) == "Microsoft YaHei"
        assert not [key for key in fonts.attrib if key.endswith("Theme")]
    language = document.styles["Normal"].element.rPr.find(qn("w:lang"))
    assert (language.get(qn("w:val")), language.get(qn("w:eastAsia"))) == ("en-GB", "zh-CN")


def test_what_nobody_told_is_an_underlined_tab_with_what_belongs_there() -> None:
    parts = (Facts((Fact("Kept for", Ruled("until when", 2)),)), Blanks((Blank("Name"), Blank("Phone"))))
    document = opened(replace(made(premises())["notice"], parts=parts), "en")
    assert "(tobefilledin)untilwhen" in body(document)
    lines = [run for run in document.element.body.iter(qn("w:r")) if run.find(qn("w:tab")) is not None]
    assert len(lines) == 4
    assert all(run.find(f"{qn('w:rPr')}/{qn('w:u')}") is not None for run in lines)


def test_forms_have_boxes_to_tick_none_of_them_ticked() -> None:
    document = opened(made(premises())["consent"], "zh")
    text = body(document)
    assert "☐同意" in text
    assert "☐不同意" in text
    assert "☑" not in text
    assert "☒" not in text


def test_numbered_lists_each_begin_at_one() -> None:
    notice = made(premises())["notice"]
    paper = replace(notice, parts=(*notice.parts, *notice.parts))
    document = opened(paper, "zh")
    numbers = {one.get(qn("w:val")) for one in document.element.body.iter(qn("w:numId"))}
    assert len(numbers) == 2


def test_every_kind_of_part_is_written() -> None:
    columns = (Column("head", 40, names=True), Column("tick"))
    parts = (
        Section(
            "sec", (Section("sub", (Paragraph("small", "small"), Paragraph("strong", "strong")), ""),), "1"
        ),
        PlainTable(columns, (("row", Tick()), (("a", Ruled("hint")), Ruled()))),
        Ticks(("one", "two"), "label"),
        Ticks((Text("很长的选择" * 20, "long choice " * 20),), other="other"),
        Decision(("yes", "no")),
        Blanks((Blank("known", "value"),), signed=True),
        NewPage(),
        Seal("seal", "here"),
        Slip((Paragraph("keep"),), Code(Text(URL, URL), "caption", "what it says")),
        Slip((Paragraph("cut"),)),
    )
    document = opened(replace(made(premises())["notice"], parts=parts, lead="", sheet="large"), "en")
    text = body(document)
    for words in ("1.sec", "sub", "small", "row☐", "hint", "label　☐one　☐two".replace("　", ""), "☐other"):
        assert words in text
    picture = document.inline_shapes[0]
    assert picture._inline.docPr.get("descr") == "what it says"
    assert "knownvalue" in text


def test_around_each_page_stand_place_version_law_and_number() -> None:
    document = opened(made(premises())["notice"], "both")
    section = document.sections[0]
    above, below = (" ".join(p.text for p in part.paragraphs) for part in (section.header, section.footer))
    assert "滨江花园 北门和东门" in above
    assert "2026-11-20 版 / Version of 2026-11-20" in above
    assert "办法第五条第一款" in below
    assert "Unofficial translation" in below
    codes = [one.text for one in section.footer._element.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]


def test_a_sample_says_so_on_every_page() -> None:
    sample = made(premises().model_copy(update={"sample": True}))["consent"]
    assert "样例，不得使用" in opened(sample, "zh").sections[0].header.paragraphs[0].text


def test_properties_are_those_of_the_paper_and_bytes_are_the_same_again() -> None:
    paper = made(premises())["notice"]
    about = opened(paper, "en").core_properties
    assert (about.title, about.author, about.language) == (
        "Facial recognition notice",
        BUSINESS.name,
        "en-GB",
    )
    assert word(paper, "zh") == word(paper, "zh")


def test_long_names_are_complete_and_what_xml_forbids_does_no_harm() -> None:
    name = "长" * 300
    paper = made(premises(business=BUSINESS.model_copy(update={"name": name, "site": name})))["consent"]
    strange = replace(paper, parts=(*paper.parts, Paragraph("a\x0bb\ufffe𠮷\n" + "n" * 5000)))
    text = body(opened(strange, "zh"))
    assert name in text
    assert "a\ufffdb\ufffd𠮷" + "n" * 5000 in text


def test_without_a_business_the_papers_have_blanks() -> None:
    for name in EDITED:
        paper = made(premises(business=Business())).get(name)
        assert paper
        assert opened(paper, "both").core_properties.author


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
def test_libreoffice_opens_them(tmp_path: Path) -> None:
    papers = made(premises())
    files = []
    for name in EDITED:
        files.append(tmp_path / f"{name}.docx")
        files[-1].write_bytes(word(papers[name], "both"))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "txt:Text", "--outdir", str(tmp_path)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=180)
    for name in EDITED:
        text = plain((tmp_path / f"{name}.txt").read_text("utf-8-sig"))
        assert plain(papers[name].title.zh) in text
        assert plain(papers[name].title.en) in text


def test_every_style_that_is_named_is_there() -> None:
    document = opened(made(premises())["guardian-consent"], "both")
    styles = document.styles.element
    there = {one.get(qn("w:styleId")) for one in styles.iter(qn("w:style"))}
    named = [*styles.iter(qn("w:basedOn"), qn("w:next"), qn("w:link"))]
    named += [*document.element.body.iter(qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))]
    assert {one.get(qn("w:val")) for one in named} <= there


def test_a_foreign_title_with_control_characters_does_no_harm() -> None:
    paper = made(premises())["notice"]
    strange = replace(paper, title=Text("告\x00知", "no\x1ftice"), business="a\x02b")
    assert opened(strange, "both").core_properties.title == "告\ufffd知 / no\ufffdtice"
