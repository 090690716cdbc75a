"""The parts of a paper in a word processor's file; lengths are millimetres."""

import io
from typing import TYPE_CHECKING

from facewise.i18n import Edition
from facewise.paper.documents import model
from facewise.paper.documents.model import Paper, Words
from facewise.paper.documents.wording import hinted, numbered
from facewise.paper.exports.word_shapes import (
    BULLETS,
    NUMBERS,
    Place,
    begin,
    count_in,
    draw_cut,
    frame,
    keep_apart,
    lighten,
    make_head,
    new_numbers,
    new_table,
    set_stops,
    shrink,
    space_before,
    tint,
    units,
)
from facewise.paper.exports.word_text import BOX, add_blank, add_run, in_line, said

if TYPE_CHECKING:
    from docx.table import _Cell

_LABEL = 46.0
_SEAL = 70.0, 35.0
_PAD = 6.0
_FULL = 170


class Writer:
    """Writes the parts of one paper in one edition."""

    def __init__(self, paper: Paper, edition: Edition) -> None:
        self._paper = paper
        self._edition = edition

    def words(self, place: Place, words: Words, style: str = "Normal", *, strong: bool = False) -> None:
        """Add a paragraph; side by side means one language under the other here."""
        for number, (text, language) in enumerate(said(words, self._edition)):
            paragraph = begin(place, style)
            add_run(paragraph, text, language).bold = True if strong else None
            if number:
                shrink(paragraph)

    def heading(self, place: Place, words: Words, style: str) -> None:
        """Add a heading, in both languages where the edition has both."""
        paragraph = begin(place, style)
        for number, (text, language) in enumerate(said(words, self._edition)):
            if number:
                paragraph.add_run().add_break()
            run = add_run(paragraph, text, language)
            if number:
                lighten(run, paragraph)

    def parts(self, place: Place, parts: tuple[model.Part, ...], width: float, depth: int = 0) -> None:
        """Add parts one under the other; `depth` is how many sections they stand in."""
        for part in parts:
            self._one(place, part, width, depth)

    def _one(self, place: Place, part: model.Part, width: float, depth: int) -> None:
        match part:
            case model.Section():
                self._section(place, part, width, depth)
            case model.Paragraph():
                self._paragraph(place, part)
            case model.Items():
                self._items(place, part)
            case model.Facts():
                self._facts(place, part, width)
            case model.Table():
                self._table(place, part, width)
            case model.Quotation():
                self.words(place, part.words, "Quote")
                self.words(place, part.reference, "Quote")
            case model.Framed():
                self.parts(frame(place, width), part.parts, width - _PAD, depth)
                keep_apart(place)
            case model.Slip():
                self._slip(place, part, width, depth)
            case _:
                self._to_fill_in(place, part, width)

    def _section(self, place: Place, part: model.Section, width: float, depth: int) -> None:
        """A section; what is decided and the boxes to tick stay on one page."""
        before = len(place.paragraphs)
        self.heading(place, numbered(part), f"Heading {min(depth + 1, 3)}")
        self.parts(place, part.parts, width, depth + 1)
        if any(isinstance(one, model.Decision) for one in part.parts):
            for paragraph in place.paragraphs[before:-1]:
                paragraph.paragraph_format.keep_with_next = True

    def _to_fill_in(self, place: Place, part: model.Part, width: float) -> None:
        match part:
            case model.Blanks():
                self._blanks(place, part, width)
            case model.Decision():
                self._decision(place, part, width)
            case model.Ticks():
                self._ticks(place, part, width)
            case model.Ways():
                self._ways(place, part, width)
            case model.Code():
                self._code(place, part)
            case model.Seal():
                self._seal(place, part)
            case model.NewPage():
                begin(place).paragraph_format.page_break_before = True

    def _paragraph(self, place: Place, part: model.Paragraph) -> None:
        self.words(place, part.words, strong=part.weight == "strong")
        if part.weight == "small":
            shrink(place.paragraphs[-1])

    def _items(self, place: Place, part: model.Items) -> None:
        number = new_numbers(place) if part.numbered else None
        for item in part.items:
            for line, (text, language) in enumerate(said(item, self._edition)):
                paragraph = begin(place, "List Continue" if line else NUMBERS if number else BULLETS)
                add_run(paragraph, text, language)
                if line:
                    shrink(paragraph)
                elif number:
                    count_in(paragraph, number)

    def _ways(self, place: Place, part: model.Ways, width: float) -> None:
        if not part.ways:
            return
        table = new_table(place, (width / len(part.ways),) * len(part.ways), 1)
        for cell, (_, way) in zip(table.rows[0].cells, part.ways, strict=True):
            self.words(cell, way, strong=True)
        keep_apart(place)

    def _facts(self, place: Place, part: model.Facts, width: float) -> None:
        table = new_table(place, (_LABEL, width - _LABEL), len(part.facts))
        for row, fact in zip(table.rows, part.facts, strict=True):
            self.words(row.cells[0], fact.label, strong=True)
            self._value(row.cells[1], fact.value, width - _LABEL - _PAD)
        keep_apart(place)

    def _table(self, place: Place, part: model.Table, width: float) -> None:
        table = new_table(place, _widths(part, width), len(part.rows) + 1)
        for cell, column in zip(make_head(table), part.columns, strict=True):
            self.words(cell, column.head, strong=True)
        for row, values in zip(list(table.rows)[1:], part.rows, strict=True):
            for cell, column, value in zip(row.cells, part.columns, values, strict=True):
                self._cell(cell, value, strong=column.names)
        keep_apart(place)

    def _cell(self, cell: "_Cell", value: model.Cell, *, strong: bool) -> None:
        """In a table the cells themselves are the room to write in."""
        match value:
            case model.Tick():
                self.words(cell, BOX)
            case model.Ruled():
                self._small(cell, value.hint)
            case tuple():
                for one in value:
                    self._cell(cell, one, strong=strong)
            case _:
                self.words(cell, value, strong=strong)

    def _small(self, place: Place, words: Words) -> None:
        if words:
            self.words(place, words)
            shrink(place.paragraphs[-1])

    def _value(self, cell: "_Cell", value: model.Value, width: float) -> None:
        for one in value if isinstance(value, tuple) else (value,):
            if one and not isinstance(one, model.Ruled):
                self.words(cell, one)
                continue
            ruled = one if isinstance(one, model.Ruled) else model.Ruled()
            for number in range(ruled.lines):
                paragraph = begin(cell)
                if not number:
                    tint(add_run(paragraph, in_line(hinted(self._paper, ruled), self._edition)))
                set_stops(paragraph, (width,))
                add_blank(paragraph)

    def _blanks(self, place: Place, part: model.Blanks, width: float) -> None:
        """Fields side by side where they are empty; known or long ones each on a line."""
        labels = [in_line(blank.label, self._edition) for blank in part.blanks]
        apart = any(blank.value for blank in part.blanks) or sum(map(units, labels)) > width / 3
        shares = [blank.share for blank in part.blanks]
        ends = [width * sum(shares[: n + 1]) / sum(shares) for n in range(len(shares))]
        lines = [[number] for number in range(len(labels))] if apart else [list(range(len(labels)))]
        for line in lines:
            paragraph = begin(place)
            space_before(paragraph, 16 if part.signed else 6)
            set_stops(paragraph, (width,) if apart else tuple(ends))
            for number in line:
                add_run(paragraph, f"{labels[number]} ")
                if value := in_line(part.blanks[number].value, self._edition):
                    add_run(paragraph, value).font.underline = True
                add_blank(paragraph)

    def _decision(self, place: Place, part: model.Decision, width: float) -> None:
        paragraph = begin(place)
        space_before(paragraph, 4)
        set_stops(paragraph, tuple(width * n / len(part.choices) for n in range(1, len(part.choices))))
        line = "\t".join(f"{BOX} {in_line(choice, self._edition)}" for choice in part.choices)
        add_run(paragraph, line).bold = True

    def _ticks(self, place: Place, part: model.Ticks, width: float) -> None:
        """Boxes in a line where they are short, else one under the other."""
        choices = [f"{BOX} {in_line(choice, self._edition)}" for choice in part.choices]
        label = in_line(part.label, self._edition)
        if sum(map(units, choices)) + units(label) <= width / 2 and not part.other:
            add_run(begin(place), "　".join(filter(None, (label, *choices))))
            return
        if label:
            add_run(begin(place), label)
        for choice in choices:
            add_run(begin(place), choice)
        if part.other:
            paragraph = begin(place)
            add_run(paragraph, f"{BOX} {in_line(part.other, self._edition)} ")
            set_stops(paragraph, (width,))
            add_blank(paragraph)

    def _slip(self, place: Place, part: model.Slip, width: float, depth: int) -> None:
        line = begin(place)
        space_before(line, 12)
        draw_cut(line)
        self.parts(place, part.parts, width, depth)
        if part.code:
            self._code(place, part.code)

    def _code(self, place: Place, part: model.Code) -> None:
        """A QR code with what it says for those who cannot see it; readable at 25 mm."""
        import segno
        from docx.shared import Mm

        picture = io.BytesIO()
        content = part.content["en" if self._edition == "en" else "zh"]
        segno.make(content, error="m", micro=False).save(picture, kind="png", scale=8, border=4)
        picture.seek(0)
        shape = begin(place).add_run().add_picture(picture, width=Mm(25))
        shape._inline.docPr.set("descr", in_line(part.alt, self._edition))  # noqa: SLF001
        self._small(place, part.caption)

    def _seal(self, place: Place, part: model.Seal) -> None:
        cell = frame(place, *_SEAL)
        self.words(cell, part.words)
        self._small(cell, part.hint)
        keep_apart(place)


def _widths(part: model.Table, width: float) -> tuple[float, ...]:
    """Columns without a width share what the others leave."""
    scale = width / _FULL
    sharing = sum(1 for column in part.columns if not column.width) or 1
    rest = (width - sum(column.width for column in part.columns) * scale) / sharing
    return tuple(column.width * scale or rest for column in part.columns)
