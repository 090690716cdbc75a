"""Paragraphs, tables and frames of a word processor's file; lengths are millimetres."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, TypeAlias, Union

from facewise.paper.exports.word_text import GREY, element

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

Place: TypeAlias = Union["Document", "_Cell"]
BULLETS: Final = "List Bullet"
NUMBERS: Final = "List Number"
_SMALLER: Final = 0.86
_BETWEEN: Final = 4.0
"""Points of a paragraph that keeps two tables apart."""


def begin(place: Place, style: str = "Normal") -> "Paragraph":
    """Return a new paragraph; a cell begins with an empty one, which is used first."""
    first = place.paragraphs[0] if place.paragraphs else None
    unused = len(place.paragraphs) == 1 and not place.tables and first is not None and not first._p.r_lst  # noqa: SLF001
    if first is None or not unused or hasattr(place, "add_heading"):
        return place.add_paragraph(style=style)
    first.style = style
    return first


def shrink(paragraph: "Paragraph") -> None:
    """Set a paragraph smaller and in grey: a second language, a hint."""
    for run in paragraph.runs:
        lighten(run, paragraph)


def lighten(run: "Run", paragraph: "Paragraph") -> None:
    """Set a run smaller than its paragraph, and in grey."""
    from docx.shared import Pt, RGBColor

    size = paragraph.style.font.size if paragraph.style else None
    run.font.size = Pt(round((size.pt if size else 10.5) * _SMALLER * 2) / 2)
    run.font.color.rgb = RGBColor.from_string(GREY)


def new_numbers(place: Place) -> int:
    """Return the number of a new list, which begins at 1."""
    story: Any = place.part  # of the document, which has numbers
    numbering = story.numbering_part.element
    style = story.document.styles[NUMBERS].element
    known = numbering.num_having_numId(style.pPr.numPr.numId.val)
    new = numbering.add_num(known.abstractNumId.val)
    new.add_lvlOverride(ilvl=0).add_startOverride(1)
    found: int = new.numId
    return found


def count_in(paragraph: "Paragraph", number: int) -> None:
    """Let a paragraph be the next of a list."""
    paragraph._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = number  # noqa: SLF001


def tint(run: "Run") -> None:
    """Set a run in grey."""
    from docx.shared import Pt, RGBColor

    run.font.size, run.font.color.rgb = Pt(8.5), RGBColor.from_string(GREY)


def set_stops(paragraph: "Paragraph", ends: Sequence[float]) -> None:
    """Set the tab stops up to which lines to write on go."""
    from docx.shared import Mm

    for end in ends:
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(end))


def space_before(paragraph: "Paragraph", points: float) -> None:
    """Leave room above, for what is written by hand."""
    from docx.shared import Pt

    paragraph.paragraph_format.space_before = Pt(points)


def new_table(place: Place, widths: Sequence[float], rows: int) -> "Table":
    """Return a table with lines whose rows are not divided between pages."""
    from docx.oxml import OxmlElement
    from docx.shared import Mm

    table = place.add_table(rows, len(widths))
    table.style, table.autofit = "Table Grid", False
    for width, column in zip(widths, table.columns, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001
        for width, cell in zip(widths, row.cells, strict=True):
            cell.width = Mm(width)
    return table


def keep_apart(place: Place) -> None:
    """End a table, so that another one does not become its next row."""
    from docx.shared import Pt

    paragraph = place.add_paragraph()
    paragraph.paragraph_format.line_spacing = Pt(_BETWEEN * 2)
    paragraph.paragraph_format.space_after = Pt(0)


def frame(place: Place, width: float, height: float = 0) -> "_Cell":
    """Return the inside of a frame."""
    from docx.shared import Mm

    table = new_table(place, (width,), 1)
    if height:
        table.rows[0].height = Mm(height)
    return table.rows[0].cells[0]


def make_head(table: "Table") -> "tuple[_Cell, ...]":
    """Make the first row the head, which comes again on each page, and return its cells."""
    from docx.oxml import OxmlElement

    row = table.rows[0]
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001
    for cell in row.cells:
        shade = element("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": "E6EDF3"})
        cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001
    return tuple(row.cells)


def draw_cut(paragraph: "Paragraph") -> None:
    """Draw a dashed line above a paragraph, to cut along."""
    borders = element("w:pBdr", {})
    dashes = {"w:val": "dashed", "w:sz": "6", "w:space": "6", "w:color": GREY}
    borders.append(element("w:top", dashes))
    paragraph._p.get_or_add_pPr().insert_element_before(  # noqa: SLF001
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def units(text: str) -> float:
    """Return about how many millimetres a text takes at 10.5 points; hanzi are twice as wide as letters."""
    return sum(3.7 if each >= "\u2000" else 1.95 for each in text)
