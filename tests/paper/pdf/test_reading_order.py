"""The tags say everything that a document's model says, in its order: what a screen reader reads aloud."""

import ctypes
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import TypeAlias

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from tests.assessment.sites import orderly
from tests.paper.documents.premises import made, premises
from tests.paper.pdf.test_papers import squeezed
from tests.paper.pdf.test_report_pages import MADE, NAMES

from facewise.assessment.assess import assess
from facewise.content.packs import load_pack, pack_bytes
from facewise.i18n import Language, Text
from facewise.paper.documents import model
from facewise.paper.documents.catalogue import PAPERS
from facewise.paper.documents.model import Code, Paper, Ruled, SmallPrint
from facewise.paper.pdf.blocks import (
    AtFoot,
    Block,
    Columns,
    Framed,
    Mark,
    Marks,
    OnePage,
    Part,
    QrCode,
    ScoreBar,
    Signature,
    Table,
    Together,
)
from facewise.paper.pdf.papers import render_paper
from facewise.paper.pdf.report.document import blocks, render_report
from facewise.paper.pdf.report.front import cover
from facewise.paper.pdf.words import PageHere, PageOf
from facewise.paper.report import Report, write

Objgen: TypeAlias = tuple[int, int]
LANGUAGES: tuple[Language, ...] = ("zh", "en")
DRAWN = (
    Code,
    Mark,
    Marks,
    QrCode,
    ScoreBar,
    Signature,
    Ruled,
    SmallPrint,
    PageHere,
    PageOf,
)  # said by figures
HOLDING = (OnePage, Together, AtFoot, Framed, Part)
UNSAID = {
    "anchor",
    "continued",
    "continues",
    "letter",
    "grade",
    "mark",
    "style",
    "weight",
    "align",
    "alt",
    "bar",
    "colour",
}


def read_aloud(data: bytes) -> str:
    """The text of a PDF in the order of its tags, without white space."""
    with pypdfium2.PdfDocument(data) as pdf:
        shown = dict(_shown(pdf))
    with pikepdf.open(io.BytesIO(data)) as file:
        pages = {page.obj.objgen: number for number, page in enumerate(file.pages)}
        return "".join("".join(_read(file.Root.StructTreeRoot, None, pages, shown)).split())


def _shown(pdf: pypdfium2.PdfDocument) -> Iterator[tuple[tuple[int, int], str]]:
    """The text of each marked stretch, by page and number."""
    for number, page in enumerate(pdf):
        text, said = page.get_textpage(), defaultdict[int, str](str)
        for drawn in page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT]):
            said[pdfium.FPDFPageObj_GetMarkedContentID(drawn)] += _drawn(drawn, text)
        yield from (((number, mark), told) for mark, told in said.items())


def _read(
    node: pikepdf.Object, page: int | None, pages: Mapping[Objgen, int], shown: Mapping[tuple[int, int], str]
) -> Iterator[str]:
    """What a node of the structure says: marked stretches, references to them, and nodes below it."""
    here = pages[node.Pg.objgen] if "/Pg" in node else page
    kids = node.get("/K", pikepdf.Array())
    for kid in kids.as_list() if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            yield shown.get((-1 if here is None else here, kid), "")
        elif kid.get("/Type") == "/MCR":
            yield shown.get((pages[kid.Pg.objgen] if "/Pg" in kid else here or 0, int(kid.MCID)), "")
        elif kid.get("/Type") != "/OBJR":
            yield from _read(kid, here, pages, shown)


def _drawn(drawn: pypdfium2.PdfObject, text: pypdfium2.PdfTextPage) -> str:
    size = pdfium.FPDFTextObj_GetText(drawn, text, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFTextObj_GetText(drawn, text, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), size)
    return buffer.raw[:-2].decode("utf-16-le")


def units(blocks: Iterable[object]) -> Iterator[object]:
    """What is read one after the other: blocks, and of tables each row."""
    for block in blocks:
        if isinstance(block, HOLDING):
            yield from units(block.blocks)
        elif isinstance(block, model.Section):
            yield from ((block.number, block.title), *units(block.parts))
        elif isinstance(block, Columns | model.Framed | model.Slip):
            yield from units(block.parts)
        elif isinstance(block, Table | model.Table):
            yield from (block.columns, *block.rows)
        else:
            yield block


def strings(part: object, language: Language) -> Iterator[str]:
    """Every text of a unit, in any order."""
    if isinstance(part, Text | str):
        yield part if isinstance(part, str) else part[language]
    elif isinstance(part, tuple):
        for one in part:
            yield from strings(one, language)
    elif isinstance(part, model.Ways):
        yield from strings(tuple(words for _, words in part.ways), language)
    elif is_dataclass(part) and not isinstance(part, (type, *DRAWN)):
        for field in fields(part):
            if field.name not in UNSAID:
                yield from strings(getattr(part, field.name), language)


def unread(parts: Iterable[object], language: Language, text: str) -> list[str]:
    """The texts of a model that are not read right after what stands before them."""
    missing, reached = [], 0
    for unit in units(parts):
        said = [one for one in (squeezed(text) for text in strings(unit, language)) if one]
        begin, end = reached, reached + 2 * sum(map(len, said)) + 300
        for one in said:
            found = text.find(one, begin, end)
            missing += [one] if found < 0 else []
            reached = max(reached, found + len(one))
    return missing


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_is_read_in_the_order_of_its_model(language: Language) -> None:
    answers = orderly(load_pack(), "payment", S6="public_other", D2="no", H2="unknown", B2="partly", I1="no")
    answers = answers.model_copy(update={"business": NAMES})
    report: Report = write(load_pack(), pack_bytes(), answers, assess(load_pack(), answers), MADE)
    parts: tuple[Block, ...] = (*cover(report, language), *blocks(report, language))
    assert unread(parts, language, read_aloud(render_report(report, language))) == []


@pytest.fixture(scope="module")
def papers() -> dict[str, Paper]:
    return made(premises(S9="vendor_cloud"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [kind.id for kind in PAPERS])
def test_a_paper_is_read_in_the_order_of_its_model(
    name: str, language: Language, papers: dict[str, Paper]
) -> None:
    paper = papers[name]
    text = read_aloud(render_paper(paper, language))
    assert unread((paper.title, *paper.parts), language, text) == []
