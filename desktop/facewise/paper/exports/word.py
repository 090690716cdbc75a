"""A paper as a word processor's file (DOCX), to be edited: real headings, tables, lines to write on."""

import datetime as dt
import io
import zipfile
from typing import TYPE_CHECKING, Final

from facewise.i18n import Edition
from facewise.paper.documents.model import Paper
from facewise.paper.exports.word_parts import Writer
from facewise.paper.exports.word_shapes import BULLETS, NUMBERS
from facewise.paper.exports.word_text import (
    GREY,
    add_field,
    add_run,
    in_line,
    set_fonts,
    set_languages,
)

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section

_WIDTH, _LENGTH, _MARGIN = 210, 297, 20
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_STYLES: Final = {
    "Normal", "Default Paragraph Font", "Normal Table", "No List", "Table Grid", "header", "footer",
    "Title", "heading 1", "heading 2", "heading 3", "List Bullet", "List Number", "List Continue", "Quote",
}  # fmt: skip
_SIZES: Final = {"text": 10.5, "form": 9.5, "large": 16.0}
"""Points; a form is closer, to stay on a page where it can."""
_HEADINGS: Final = {"Title": 1.9, "Heading 1": 1.33, "Heading 2": 1.15, "Heading 3": 1.05}


def word(paper: Paper, edition: Edition, *, landscape: bool = False) -> bytes:
    """Return a paper as DOCX; the same paper gives the same bytes."""
    import docx

    document = docx.Document()
    _set_styles(document, _SIZES[paper.sheet])
    _set_page(document.sections[0], landscape=landscape, form=paper.sheet == "form")
    _set_properties(document, paper, edition)
    width = (_LENGTH if landscape else _WIDTH) - 2 * _MARGIN
    _set_margins(document.sections[0], paper, edition, width)
    writer = Writer(paper, edition)
    writer.heading(document, paper.title, "Title")
    if paper.lead:
        writer.words(document, paper.lead, "Normal")
    writer.parts(document, paper.parts, width)
    made = io.BytesIO()
    document.save(made)
    return _timeless(made.getvalue())


def _set_styles(document: "Document", size: float) -> None:
    from docx.shared import Pt

    _leave_out_styles(document)
    normal = document.styles["Normal"]
    set_fonts(normal, size)
    set_languages(normal)
    normal.paragraph_format.space_after = Pt(2)
    for name in (BULLETS, NUMBERS, "List Continue", "Quote"):
        set_fonts(document.styles[name], size)
    document.styles["Quote"].paragraph_format.left_indent = Pt(18)
    for name, ratio in _HEADINGS.items():
        style = document.styles[name]
        set_fonts(style, round(2 * ratio * size) / 2, bold=True)
        style.paragraph_format.keep_with_next = True
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(size), Pt(size / 3)
        for border in style.element.xpath("./w:pPr/w:pBdr"):
            border.getparent().remove(border)


def _leave_out_styles(document: "Document") -> None:
    """The template has 160 styles that no paper uses, and each is read whenever one is looked for."""
    from docx.oxml.ns import qn

    for style in list(document.styles.element):
        if style.tag == qn("w:style") and style.name_val not in _STYLES:
            document.styles.element.remove(style)
        for link in style.findall(qn("w:link")):
            style.remove(link)


def _set_page(section: "Section", *, landscape: bool, form: bool) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    sides = (_LENGTH, _WIDTH) if landscape else (_WIDTH, _LENGTH)
    section.page_width, section.page_height = (Mm(side) for side in sides)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = Mm(_MARGIN)
    section.top_margin = section.bottom_margin = Mm(_MARGIN - 4 if form else _MARGIN)
    section.header_distance = section.footer_distance = Mm(8 if form else 12)


def _set_properties(document: "Document", paper: Paper, edition: Edition) -> None:
    made = paper.made.astimezone(dt.UTC).replace(tzinfo=None)
    about = document.core_properties
    about.title = in_line(paper.title, edition)[:255]
    about.subject = paper.number
    about.author = about.last_modified_by = in_line(paper.business or paper.small.program.en, edition)[:255]
    about.language = "en-GB" if edition == "en" else "zh-CN"
    about.comments = about.keywords = ""
    about.created = about.modified = made
    about.revision = 1


def _set_margins(section: "Section", paper: Paper, edition: Edition, width: int) -> None:
    """What stands around each page: place and version above, law, number and pages below."""
    small = paper.small
    above = [in_line(words, edition) for words in (small.sample, paper.place or paper.business) if words]
    lines = {
        section.header.paragraphs[0]: (" ".join(above), in_line(paper.version, edition)),
        section.footer.paragraphs[0]: (in_line(small.law, edition), ""),
        section.footer.add_paragraph(): (in_line(small.numbered, edition), ""),
    }
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Mm, Pt, RGBColor

    for paragraph, (left, right) in lines.items():
        paragraph.style = "Normal"
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(width), WD_TAB_ALIGNMENT.RIGHT)
        add_run(paragraph, f"{left}\t{right}" if right else left)
    last = section.footer.paragraphs[-1]
    add_run(last, "\t")
    add_field(last, "PAGE")
    add_run(last, " / ")
    add_field(last, "NUMPAGES")
    if edition != "zh":
        add_run(section.footer.add_paragraph(style="Normal"), in_line(small.unofficial, edition))
    for paragraph in (*section.header.paragraphs, *section.footer.paragraphs):
        for run in paragraph.runs:
            run.font.size, run.font.color.rgb = Pt(8), RGBColor.from_string(GREY)


def _timeless(data: bytes) -> bytes:
    """The archive packed again without the time of packing."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _EPOCH), old.read(name), zipfile.ZIP_DEFLATED)
    return made.getvalue()
