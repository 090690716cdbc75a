"""The papers of the kit as PDF: text, forms that stay on one page where they can, and large print."""

from collections.abc import Iterator
from importlib.metadata import version

from facewise.i18n import Edition, Language, Text
from facewise.paper.documents import model
from facewise.paper.documents.model import Paper
from facewise.paper.documents.wording import hinted, numbered
from facewise.paper.pdf import blocks, style
from facewise.paper.pdf.blocks import AtFoot, Block, Headline, OnePage, PageTitle, Para, Rule, Together
from facewise.paper.pdf.document import Document, render
from facewise.paper.pdf.furniture import Furniture
from facewise.paper.pdf.papers_large import large_blocks
from facewise.paper.pdf.report.document import counted
from facewise.paper.pdf.words import PageHere, PageOf, Run, Words, main_language

_LONGEST_HEAD = 36
_WRITE, _SIGN = 11.5, 15.5


def render_paper(paper: Paper, edition: Edition) -> bytes:
    """Return a paper as PDF; the same paper gives the same bytes."""
    return render(document(paper, edition))


def document(paper: Paper, edition: Edition) -> Document:
    """Return a paper as a document of blocks."""
    language = main_language(edition)
    title = " ".join(filter(None, (paper.title[language], paper.number, paper.place)))
    return Document(
        title=title,
        author=paper.business or paper.small.program[language],
        subject="; ".join(law[language] for law in paper.laws),
        edition=edition,
        made=paper.made,
        blocks=_blocks(paper, edition),
        furniture=_furniture(paper, edition),
        watermark=paper.small.watermark[language] if paper.small.watermark else "",
        creator=f"Facewise {version('facewise')}",
        keywords=paper.number,
    )


def _blocks(paper: Paper, edition: Edition) -> tuple[Block, ...]:
    if paper.sheet == "large":
        head = (Headline(paper.title, paper.place), Para(paper.lead, style.LARGE, second=style.LARGE_SECOND))
        return (*head, *large_blocks(paper, edition))
    title, setter = PageTitle(paper.title, lead=paper.lead), _Setter(paper, main_language(edition))
    if paper.sheet == "text":
        return title, *setter.all(paper.parts)
    end = _ending(paper)
    signed = Together(tuple(setter.all(paper.parts[end:])))
    return (OnePage((title, *setter.all(paper.parts[:end]), signed)),)


def _ending(paper: Paper) -> int:
    """Where that begins what is filled in and signed: it goes to the next page in one piece if it must."""
    end = len(paper.parts)
    while end and _is_filled_in(paper.parts[end - 1]):
        end -= 1
    return end


def _is_filled_in(part: model.Part) -> bool:
    if isinstance(part, model.Section):
        return all(isinstance(one, model.Table) for one in part.parts)
    return isinstance(part, model.Blanks | model.Slip)


def _furniture(paper: Paper, edition: Edition) -> Furniture:
    small, place = paper.small, paper.place or paper.business
    pages = counted(small.page) if edition != "both" else (PageHere(), " / ", PageOf())
    return Furniture(
        left=place if len(place) <= _LONGEST_HEAD else f"{place[: _LONGEST_HEAD - 1]}…",
        right=paper.version,
        foot_left=small.law[main_language(edition)],
        foot_middle=small.numbered[main_language(edition)],
        page=pages,
        notice=_notice(small.unofficial, edition),
        draft=small.sample or "",
    )


def _notice(unofficial: Text, edition: Edition) -> Words:
    if edition == "zh":
        return ""
    return unofficial if edition == "en" else (unofficial.zh, Run(f"  {unofficial.en}", language="en"))


class _Setter:
    """Turns the parts of one paper into blocks."""

    def __init__(self, paper: Paper, language: Language) -> None:
        self._paper = paper
        self._language = language

    def all(self, parts: tuple[model.Part, ...], depth: int = 0) -> Iterator[Block]:
        """Return the blocks of parts that stand `depth` sections deep."""
        for part in parts:
            yield from self._one(part, depth)

    def _one(self, part: model.Part, depth: int) -> Iterator[Block]:
        match part:
            case model.Section():
                yield from self._section(part, depth)
            case model.Paragraph():
                yield self._paragraph(part)
            case model.Items():
                labels = tuple(f"{n}." for n in range(1, len(part.items) + 1)) if part.numbered else ()
                yield blocks.Items(part.items, labels, self._use)
            case model.Facts():
                facts = tuple(blocks.Fact(fact.label, self._value(fact.value)) for fact in part.facts)
                yield blocks.Facts(facts, self._use, before=1.5)
            case model.Table():
                yield self._table(part)
            case model.Quotation():
                yield blocks.Quote((part.words,), part.reference)
            case model.Framed():
                yield self._framed(part, depth)
            case model.Slip():
                yield self._slip(part, depth)
            case _:
                yield from self._to_fill_in(part)

    def _to_fill_in(self, part: model.Part) -> Iterator[Block]:
        match part:
            case model.Blanks():
                some = tuple(blocks.Blank(one.label, one.value, one.share) for one in part.blanks)
                yield blocks.Blanks(some, _SIGN if part.signed else _WRITE)
            case model.Decision():
                apart = blocks.Part((blocks.Space(0), blocks.Ticks(part.choices)))
                yield blocks.Columns((apart,))
            case model.Ticks():
                yield blocks.Choices(part.choices, part.label, part.other, self._use)
            case model.Ways():
                yield blocks.WayRow(part.ways)
            case model.Code():
                yield self._code(part)
            case model.Seal():
                yield blocks.Seal(part.words, part.hint)
            case model.NewPage():
                yield blocks.NewPage(part.room)

    @property
    def _form(self) -> bool:
        return self._paper.sheet == "form"

    @property
    def _use(self) -> style.Use:
        return style.FORM if self._form else style.BODY

    def _section(self, part: model.Section, depth: int) -> Iterator[Block]:
        heading = blocks.Heading(numbered(part), level=3 if self._form or depth else 2)
        inner = tuple(self.all(part.parts, depth + 1))
        if any(isinstance(one, model.Decision) for one in part.parts):
            yield Together((Rule(), heading, *inner))
        else:
            yield Together((Rule(), heading)) if part.ruled and self._form else heading
            yield from inner

    def _paragraph(self, part: model.Paragraph) -> Block:
        """A paragraph, which leads to what follows; those of forms are not divided."""
        uses = {"plain": self._use, "strong": style.LEAD.but(weight="medium"), "small": style.SMALL}
        para = Para(part.words, uses[part.weight], keep_with_next=not self._form)
        return blocks.Columns((blocks.Part((para,)),)) if self._form else para

    def _code(self, part: model.Code) -> blocks.QrCode:
        return blocks.QrCode(part.content[self._language], part.alt, part.caption, size=20)

    def _slip(self, part: model.Slip, depth: int) -> Block:
        inner = tuple(self.all(part.parts, depth + 1))
        if part.code is None:
            return AtFoot((Rule(dashed=True), *inner))
        beside = blocks.Part((self._code(part.code),), 24)
        return AtFoot((Rule(dashed=True), blocks.Columns((blocks.Part(inner), beside))))

    def _framed(self, part: model.Framed, depth: int) -> Block:
        inner = tuple(self.all(part.parts, depth + 1))
        if not part.pictogram:
            return blocks.Framed(inner)
        picture = blocks.Part((blocks.Picture(part.pictogram, "", 18),), 20)
        return blocks.Framed((blocks.Columns((picture, blocks.Part(inner))),))

    def _value(self, value: model.Value) -> Words | blocks.Ruled | blocks.Several:
        """A line to write on stands for what nobody told us, with the word that says so."""
        if isinstance(value, tuple):
            return blocks.Several(tuple(self._simple(one) for one in value))
        return self._simple(value)

    def _simple(self, value: model.Words | model.Ruled) -> Words | blocks.Ruled:
        """In forms the hints go first: room is needed for what is written."""
        if value and not isinstance(value, model.Ruled):
            return value
        ruled = value if isinstance(value, model.Ruled) else model.Ruled()
        if self._form:
            return blocks.Ruled(self._paper.small.blank, ruled.lines, inline=True)
        return blocks.Ruled(hinted(self._paper, ruled), ruled.lines)

    def _table(self, part: model.Table) -> blocks.Table:
        strong = style.LEAD.but(weight="medium")
        columns = tuple(
            blocks.Column(
                column.head,
                column.width,
                column.align,
                use=strong if column.strong else None,
                header=column.names,
            )
            for column in part.columns
        )
        rows = tuple(blocks.Row(tuple(map(self._cell, row))) for row in part.rows)
        return blocks.Table(columns, rows, dense=self._form)

    def _cell(self, cell: model.Cell) -> blocks.Cell:
        """In a table the rows themselves are the lines to write on."""
        match cell:
            case model.Tick():
                return blocks.Tick(6) if self._form else blocks.Tick()
            case tuple():
                return blocks.Several(tuple(self._bare(one) for one in cell))
            case _:
                return self._bare(cell)

    def _bare(self, value: model.Words | model.Ruled) -> Words | blocks.Ruled:
        if isinstance(value, model.Ruled):
            return blocks.Ruled(value.hint, value.lines, bare=True)
        return value or blocks.Ruled(bare=True)
