import gc
import hashlib
import io
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pikepdf
import pytest
from tests.paper.pdf.sample import NOTE, document, plain

from facewise.i18n import Edition, Text
from facewise.paper.pdf import style
from facewise.paper.pdf.blocks import (
    Column,
    GroupRow,
    PageTitle,
    Para,
    Quote,
    Row,
    Table,
)
from facewise.paper.pdf.document import Document, render
from facewise.paper.pdf.words import Run

EDITIONS: tuple[Edition, ...] = ("zh", "en", "both")
NEEDS_QPDF = pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is missing")


def opened(made: Document) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(render(made)))


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_same_document_gives_the_same_bytes(edition: Edition) -> None:
    assert render(document(edition)) == render(document(edition))


def test_the_bytes_depend_on_no_process_zone_hash_seed_date_or_accelerator() -> None:
    code = (
        "import hashlib, os, sys; sys.modules.update(dict.fromkeys(os.environ['WITHOUT'].split()));"
        "from tests.paper.pdf.sample import document;"
        "from facewise.paper.pdf.document import render;"
        "print(hashlib.sha256(render(document('both'))).hexdigest())"
    )
    expected = hashlib.sha256(render(document("both"))).hexdigest()
    root = Path(__file__).parents[3]
    here = {**os.environ, "PYTHONPATH": f"{root / 'desktop'}:{root}", "WITHOUT": ""}
    for one in (
        {"PYTHONHASHSEED": "1", "TZ": "UTC", "SOURCE_DATE_EPOCH": "1000000000"},
        {"PYTHONHASHSEED": "2", "TZ": "Asia/Shanghai", "WITHOUT": "_rl_accel"},
    ):
        env = here | one
        said = subprocess.run(
            [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True
        )
        assert said.stdout.strip() == expected


def test_another_word_gives_another_identifier() -> None:
    first, second = (opened(plain(Para(words))) for words in ("甲", "乙"))
    assert first.trailer.ID[0] != second.trailer.ID[0]


@NEEDS_QPDF
@pytest.mark.parametrize("edition", EDITIONS)
def test_qpdf_finds_no_fault(edition: Edition, tmp_path: Path) -> None:
    file = tmp_path / "made.pdf"
    file.write_bytes(render(document(edition, NOTE * 30, watermark="草稿", draft="草稿")))
    said = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stdout + said.stderr


def test_information_and_metadata_say_the_same() -> None:
    made = replace(
        document("zh"),
        title="题 <&>",
        made=datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=-3))),
    )
    pdf = opened(made)
    assert str(pdf.docinfo["/Title"]) == "题 <&>"
    assert str(pdf.docinfo["/CreationDate"]) == "D:20260102030405-03'00'"
    with pdf.open_metadata() as said:
        assert said["dc:title"] == "题 <&>"
        assert said["xmp:CreateDate"] == "2026-01-02T03:04:05-03:00"
        assert (said["pdfaid:part"], said["pdfaid:conformance"], said["pdfuaid:part"]) == ("3", "A", "1")
        assert said["pdf:Keywords"] == "frt 2026.09"


def test_half_a_character_is_no_reason_to_fail() -> None:
    pdf = opened(replace(document("zh"), title="题\ud800"))
    assert str(pdf.docinfo["/Title"]) == "题?"


@pytest.mark.parametrize(("edition", "language"), [("zh", "zh-CN"), ("both", "zh-CN"), ("en", "en")])
def test_the_file_states_its_language(edition: Edition, language: str) -> None:
    assert str(opened(document(edition)).Root.Lang) == language


def test_attachments_travel_with_their_description_and_relation() -> None:
    pdf = opened(document("zh"))
    assert sorted(pdf.attachments) == ["answers.json", "pack.json"]
    answers = pdf.attachments["answers.json"]
    assert answers.get_file().read_bytes() == b'{"S1":"yes"}'
    assert answers.get_file().mime_type == "application/json"
    assert answers.description == "回答 Answers"
    assert [str(one.AFRelationship) for one in pdf.Root.AF] == ["/Data", "/Source"]


def test_empty_signature_fields_are_named_and_locked() -> None:
    pdf = opened(document("zh"))
    fields = pdf.Root.AcroForm.Fields
    assert [str(one.T) for one in fields] == ["Owner", "Consultant"]
    assert [str(one.TU) for one in fields] == ["经营单位负责人签名", "顾问会签"]
    assert all(one.FT == "/Sig" and one.F == 132 and "/V" not in one for one in fields)


def test_a_link_leads_to_its_address_in_plain_letters() -> None:
    pdf = opened(document("zh"))
    notes = [note for page in pdf.pages for note in page.get("/Annots", []) if note.Subtype == "/Link"]
    assert [str(note.A.URI) for note in notes] == ["https://www.example.org/%E6%B3%95"]
    assert str(notes[0].Contents) == "法律全文"


def test_titles_and_headings_become_bookmarks() -> None:
    with opened(document("zh")).open_outline() as outline:
        tree = [(item.title, [child.title for child in item.children]) for item in outline.root]
    assert ("发现的问题：红线", ["义务未履行"]) in tree
    assert ("怎样核对这份报告", ["加盖公章"]) in tree


def _kids(node: pikepdf.Object) -> list[pikepdf.Object]:
    if "/K" not in node:
        return []
    return list(node.K) if isinstance(node.K, pikepdf.Array) else [node.K]


def _span(cell: pikepdf.Object) -> int:
    return int(cell.A.ColSpan) if "/A" in cell and "/ColSpan" in cell.A else 1


def nodes(pdf: pikepdf.Pdf) -> list[tuple[str, pikepdf.Object]]:
    """Return role and element of the whole structure tree in order."""
    found: list[tuple[str, pikepdf.Object]] = []

    def walk(node: pikepdf.Object) -> None:
        found.append((str(node.S), node))
        for kid in _kids(node):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                walk(kid)

    walk(pdf.Root.StructTreeRoot.K[0])
    return found


@pytest.mark.parametrize("edition", EDITIONS)
def test_heading_levels_are_never_skipped(edition: Edition) -> None:
    levels = [int(role[2]) for role, _ in nodes(opened(document(edition))) if role[:2] == "/H"]
    above = 0
    for level in levels:
        assert level <= above + 1
        above = level


def test_english_in_a_chinese_document_is_marked_english() -> None:
    pdf = opened(plain(Para(("中文", Run("English", language="en")))))
    spans = [node for role, node in nodes(pdf) if role == "/Span"]
    assert [str(node.Lang) for node in spans] == ["en"]


def test_hanzi_in_an_english_document_are_marked_chinese() -> None:
    pdf = opened(plain(Para("Site: "), Para("滨江花园"), edition="en"))
    spans = [node for role, node in nodes(pdf) if role == "/Span"]
    assert [str(node.Lang) for node in spans] == ["zh-CN"]


def test_side_by_side_the_english_column_is_marked_english() -> None:
    pdf = opened(plain(Para(Text("中文", "English")), edition="both"))
    assert [str(node.get("/Lang", "")) for role, node in nodes(pdf) if role == "/P"] == ["", "en"]


def test_every_row_of_a_table_has_as_many_cells() -> None:
    table = Table(
        (Column(Text("甲", "A"), split=True), Column("乙"), Column("")),
        (Row((Text("一", "one"), "", "x")), Row(("一种语言", "y", "")), GroupRow("组")),
    )
    pdf = opened(plain(table, edition="both"))
    rows = [node for role, node in nodes(pdf) if role == "/TR"]
    widths = [sum(map(_span, _kids(row))) for row in rows]
    assert widths == [4, 4, 4, 4]


def test_a_title_without_a_page_before_it_begins_on_the_first() -> None:
    assert len(opened(plain(PageTitle("题"))).pages) == 1


def test_statement_bars_are_ink() -> None:
    pdf = opened(plain(Quote(("甲",), bar=style.INK)))
    content = pdf.pages[0].Contents.read_bytes()
    assert b"0.0784 0.0941 0.1137 rg" in content


def test_nothing_of_a_document_waits_for_the_garbage_collector() -> None:
    render(document("both"))
    gc.collect()
    gc.disable()
    try:
        render(document("both"))
        assert gc.collect() == 0
    finally:
        gc.enable()
