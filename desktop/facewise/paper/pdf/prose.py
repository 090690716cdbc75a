"""Titles, paragraphs, lists and quotations as pieces."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from facewise.i18n import Language
from facewise.paper.pdf import style
from facewise.paper.pdf.blocks import Heading, Items, PageTitle, Para, Quote, Steps
from facewise.paper.pdf.boxes import (
    NOTHING,
    Beside,
    Box,
    Lines,
    Padded,
    Sketch,
    Stack,
    bar_left,
    rule_below,
    stack,
)
from facewise.paper.pdf.drawing import picture, place
from facewise.paper.pdf.flow import Group, Piece
from facewise.paper.pdf.font import Box as Area
from facewise.paper.pdf.nodes import Node, Role
from facewise.paper.pdf.setting import Setting, build
from facewise.paper.pdf.style import MM, Use
from facewise.paper.pdf.tagged import Page
from facewise.paper.pdf.words import Words, empty, joined

_BAR, _APART = (34 * MM, 2 * MM), 14 * MM
_MUCH = (style.A4[1] - style.TOP - style.BOTTOM) * 0.4
_WHOLE_LINES, _LONG_NOTE, _LONG_QUOTE = 6, 18, (style.A4[1] - style.TOP - style.BOTTOM) / 2


@build.register
def _page_title(block: PageTitle, setting: Setting) -> list[Piece]:
    title = setting.titled(block.words, style.PAGE_TITLE, setting.width, setting.node("H1"))
    ink = rule_below((0, setting.width), width=style.FINE, ink=style.INK) if block.rule else None
    bar = Padded(title, above=_BAR[1] + 4 * MM, below=1.5 * MM, ink=_accent_bar, last_ink=ink)
    mark = (0, setting.plain(block.words))
    least = _MUCH if block.runs_on else 0
    piece = Piece(bar, _APART, keep=True, fresh=True, least=least, anchor=block.anchor, bookmark=mark)
    if empty(block.lead, setting.main):
        return [piece]
    return [piece, *(replace(p, keep=True) for p in build(Para(block.lead, style.LEAD, before=1), setting))]


def _accent_bar(page: Page, x: float, top: float, _height: float) -> None:
    page.rectangle(Area(x, top - _BAR[1], x + _BAR[0], top), fill=style.ACCENT)


@build.register
def _heading(block: Heading, setting: Setting) -> list[Piece]:
    use = block.use or (style.GROUP_TITLE if block.level == 2 else style.HEADING)  # noqa: PLR2004, heading levels
    role: Role = "H2" if block.level == 2 else "H3"  # noqa: PLR2004
    title: Box = setting.titled(block.words, use, setting.width, setting.node(role))
    if block.grade and isinstance(title, Lines):
        title = _graded(block, title, setting)
    ink = rule_below((0, setting.width), width=style.FINE, ink=style.INK) if block.rule else None
    mark = (1 if block.level == 2 else 2, setting.plain(block.words))  # noqa: PLR2004
    box = Padded(title, below=1.5 * MM, last_ink=ink)
    before = style.BLOCK_GAP if block.level == 2 else style.BOX_GAP  # noqa: PLR2004
    return [Piece(box, before, keep=True, anchor=block.anchor, bookmark=mark if block.bookmark else None)]


def _graded(block: Heading, title: Lines, setting: Setting) -> Box:
    size, x = 8 * MM, title.text.widest + 4 * MM
    word = setting.titled(block.after, style.LEAD, setting.width - x - size - 2 * MM, setting.node("P"))
    lower = (title.height - size) / 2
    shape = Sketch(
        0, lambda page, left, top: _decoration(page, f"grade-{block.grade}", left, top - size - lower, size)
    )
    rise = (title.text.type.leading - word.text.type.leading) / 2
    return Beside(((0, title), (x, shape), (x + size + 2 * MM, Padded(word, above=rise))))


def _decoration(page: Page, name: str, x: float, y: float, size: float) -> None:
    with page.artifact():
        place(page, picture(name), x, y, size)


def running_head(block: PageTitle | Heading, setting: Setting) -> Group:
    """Return the group of all that stands under a title: its head says the title again on the next pages."""
    lines = setting.titled(
        joined(block.words, block.continued), style.SMALL, setting.width, setting.node("P"), after="　"
    )
    return Group(
        Padded(
            lines, below=2.5 * MM, last_ink=rule_below((0, setting.width), width=style.FINE, ink=style.INK)
        )
    )


Make = Callable[[Language, float, Node], Box]


def facing(setting: Setting, words: Words, make: Make, role: Role = "P") -> Box:
    """Return what `make` makes of words: once, or for both languages side by side."""
    if not setting.facing(words):
        return make(setting.main, setting.width, setting.node(role))
    boxes = [
        (side.x, make(side.language, side.width, setting.node(role, side.language)))
        for side in setting.sides()
        if not empty(words, side.language)
    ]
    return Beside(tuple(boxes))


@build.register
def _para(block: Para, setting: Setting) -> list[Piece]:
    def make(language: Language, width: float, node: Node) -> Box:
        lines = setting.lines(block.words, block.use, width, node, language)
        return noted(lines) if block.note else lines

    if block.second and setting.facing(block.words):
        box = setting.stacked(block.words, block.use, setting.width, setting.parent, block.second)
    else:
        box = facing(setting, block.words, make)
    return [Piece(box, max(block.before * MM, block.use.zh.leading * 0.35), keep=block.keep_with_next)]


def noted(lines: Lines) -> Lines:
    """Return the lines of a user's note, which divide late and with three lines on each side."""
    return replace(lines, least=3, whole=_LONG_NOTE)


@build.register
def _items(block: Items, setting: Setting) -> list[Piece]:
    parent = setting.node("L")
    labels: Sequence[Words] = block.labels or [""] * len(block.items)
    pieces = []
    for label, words in zip(labels, block.items, strict=True):
        item = Node("LI", parent)
        pieces.append(Piece(_item(label, words, block.use, setting.under(item)), block.use.zh.leading * 0.25))
    return pieces


def _item(label: Words, words: Words, use: Use, setting: Setting) -> Box:
    indent = 5 * MM
    if label:
        mark: Box = setting.lines(label, use, setting.width, setting.node("Lbl"))
        indent = max(indent, mark.text.widest + 2 * MM) if isinstance(mark, Lines) else indent
    else:
        mark = _square(use)
    body = setting.within(setting.width - indent).under(setting.node("LBody"))
    text = facing(body, words, lambda language, width, node: body.lines(words, use, width, node, language))
    return Beside(((0, mark), (indent, text)), whole=_WHOLE_LINES * use.zh.leading)


def _square(use: Use) -> Box:
    def paint(page: Page, x: float, top: float) -> None:
        middle = top - use.zh.leading / 2
        with page.artifact():
            page.rectangle(Area(x + 1.5, middle - 1.5, x + 4.5, middle + 1.5), fill=style.ACCENT)

    return Sketch(0, paint)


@build.register
def _steps(block: Steps, setting: Setting) -> list[Piece]:
    parent = setting.node("L")
    pieces = []
    for index, step in enumerate(block.steps, 1):
        inner = setting.under(Node("LI", parent))
        label = inner.lines(str(index), style.NUMERAL, 9 * MM, inner.node("Lbl"))
        body = inner.within(setting.width - 9 * MM).under(inner.node("LBody"))
        parts = [_column(body, step.title, style.LEAD.but(weight="medium"))]
        if not empty(step.words, setting.main):
            parts.append(_column(body, step.words, style.CELL))
        pieces.append(Piece(Beside(((0, label), (9 * MM, Padded(stack(parts), above=1)))), 3 * MM))
    return pieces


def _column(setting: Setting, words: Words, use: Use) -> Box:
    return facing(
        setting, words, lambda language, width, node: setting.lines(words, use, width, node, language)
    )


@build.register
def _quote(block: Quote, setting: Setting) -> list[Piece]:
    every = joined(*block.paragraphs)
    box = facing(
        setting,
        every,
        lambda language, width, node: quoted(block, setting, language, width, node),
        "BlockQuote",
    )
    return [Piece(box, 2.5 * MM)]


def quoted(block: Quote, setting: Setting, language: Language, width: float, node: Node) -> Box:
    """Return a quotation in one language: bar, paragraphs, reference; divided above half a page only."""
    inner = width - 5 * MM
    boxes: list[Box] = [
        setting.lines(words, block.use, inner, Node("P", node), language)
        for words in block.paragraphs
        if not empty(words, language)
    ]
    if not empty(block.reference, language):
        reference = setting.lines(block.reference, style.REFERENCE, inner, Node("P", node), language)
        boxes = [*boxes[:-1], Stack((*boxes[-1:], Padded(reference, above=1)), together=1)]
    if not boxes:
        return NOTHING
    whole = Stack(tuple(boxes), between=True)
    kept = whole if whole.height > _LONG_QUOTE else Beside(((0, whole),), whole=_LONG_QUOTE)
    return Padded(kept, left=5 * MM, ink=bar_left(1.4 * MM, block.bar))
