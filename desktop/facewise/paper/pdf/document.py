"""A whole document: blocks on pages with their furniture, as the bytes of a PDF/A-3a and PDF/UA-1 file."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import count

from facewise.i18n import Edition
from facewise.paper.pdf import figures, findings, forms, prose, sheets, style, tables
from facewise.paper.pdf.blocks import Block, Heading, PageTitle
from facewise.paper.pdf.flow import Group, Piece, Sheet, paginate
from facewise.paper.pdf.furniture import Furniture, draw_furniture, draw_watermark
from facewise.paper.pdf.metadata import About, Attachment
from facewise.paper.pdf.nodes import Node
from facewise.paper.pdf.prose import running_head
from facewise.paper.pdf.setting import Setting, build
from facewise.paper.pdf.tagged import Page, Writer
from facewise.paper.pdf.words import PageNumbers, empty, main_language

BUILDERS = (prose, tables, findings, figures, forms, sheets)  # each of these rooms teaches `build` its blocks
_HEIGHT = style.A4[1] - style.TOP - style.BOTTOM
_PLAIN = Furniture()


@dataclass(frozen=True, slots=True)
class Document:
    """A document as data; `cover` has no head, `made` has its zone, `watermark` lies behind every page."""

    title: str
    author: str
    subject: str
    edition: Edition
    made: datetime
    blocks: tuple[Block, ...]
    furniture: Furniture = _PLAIN
    cover: tuple[Block, ...] = ()
    watermark: str = ""
    attachments: tuple[Attachment, ...] = ()
    creator: str = "Facewise"
    keywords: str = ""


def render(document: Document) -> bytes:
    """Return the bytes of a document; the same document gives the same bytes.

    Page numbers are printed when all pages are made. Before that they keep the place of two digits; if there
    are more pages than that, pages are made again.
    """
    with _uncollected():
        return _made(document)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep Python from looking for garbage.

    Among all that makes up a document, and is in use, it would find none and take a third of the time.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _made(document: Document) -> bytes:
    for digits in count(2):
        numbers = PageNumbers(digits)
        main = main_language(document.edition)
        setting = Setting(document.edition, style.WIDTH, Node("Document"), numbers, main)
        covers, sheets = (_pages(blocks, setting) for blocks in (document.cover, document.blocks))
        numbers.known = _found([*covers, *sheets])
        if numbers.known[""] < 10**digits:
            break
    return _drawn(document, setting, covers, sheets)


def _pages(blocks: Sequence[Block], setting: Setting) -> list[Sheet]:
    """The pages that blocks fill; what stands under a title with `continued` repeats it where it goes on."""
    pieces: list[Piece] = []
    section: tuple[Group, ...] = ()
    for block in blocks:
        if isinstance(block, PageTitle) or (isinstance(block, Heading) and block.continued):
            section = () if empty(block.continued, setting.main) else (running_head(block, setting),)
        these = build(block, setting)
        for one in these if section else ():
            one.groups = (*section, *one.groups)
        pieces += these
    return paginate(pieces, _HEIGHT) if pieces else []


def _found(sheets: Sequence[Sheet]) -> dict[str, int]:
    found = {"": len(sheets)}
    for number, sheet in enumerate(sheets, 1):
        found |= {placed.piece.anchor: number for placed in sheet.placed if placed.piece.anchor}
    return found


def _drawn(document: Document, setting: Setting, covers: Sequence[Sheet], sheets: Sequence[Sheet]) -> bytes:
    said = (document.title, document.author, document.subject, setting.main, document.made)
    writer = Writer(About(*said, document.creator, document.keywords, document.attachments), setting.parent)
    draft = setting.node("P")
    for index, sheet in enumerate([*covers, *sheets]):
        page = writer.page()
        if document.watermark:
            draw_watermark(page, document.watermark)
        here = setting._replace(numbers=setting.numbers.on(index + 1))
        draw_furniture(page, document.furniture, here, draft, headed=index >= len(covers))
        _draw_sheet(page, sheet)
    return writer.finish()


def _draw_sheet(page: Page, sheet: Sheet) -> None:
    top = style.A4[1] - style.TOP
    for placed in sheet.placed:
        piece, here = placed.piece, top - placed.top
        if piece.bookmark:
            page.writer.bookmark(*piece.bookmark, here + 2)
        if placed.repeated:
            with page.artifact("Pagination"):
                piece.box.draw(page, style.LEFT + piece.x, here)
        else:
            piece.box.draw(page, style.LEFT + piece.x, here)
    for group in sheet.open:
        if group.foot:
            group.foot(page)
