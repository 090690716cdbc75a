"""What forms and notices have that reports have not: small boxes to tick, rows of ways, large print."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from facewise.paper.pdf import style
from facewise.paper.pdf.blocks import Choices, Headline, Indented, Line, Mark, NumberHead, WayRow
from facewise.paper.pdf.boxes import Beside, Box, Lines, Padded, Sketch, aligned, stack
from facewise.paper.pdf.cells import mark_box
from facewise.paper.pdf.flow import Piece
from facewise.paper.pdf.font import Box as Area
from facewise.paper.pdf.font import clean, width
from facewise.paper.pdf.nodes import Node
from facewise.paper.pdf.setting import Setting, build, build_all
from facewise.paper.pdf.style import MM, Type, Use
from facewise.paper.pdf.tagged import Page
from facewise.paper.pdf.ways import PICTOGRAMS
from facewise.paper.pdf.words import Words, empty

_SQUARE = 4.2 * MM
_TO_WRITE = 24 * MM
_LEAST_HEADLINE = 26.0


def in_rows(items: Sequence[tuple[Box, float]], room: float, gap: float, between: float = 0) -> Box:
    """Return boxes of known widths in as many rows as they need."""
    rows: list[list[tuple[float, Box]]] = [[]]
    x = 0.0
    for box, wide in items:
        if rows[-1] and x + wide > room:
            rows.append([])
            x = 0.0
        rows[-1].append((x, box))
        x += wide + gap
    return stack([Beside(tuple(row)) for row in rows], between)


@build.register
def _choices(block: Choices, setting: Setting) -> list[Piece]:
    items: list[tuple[Box, float]] = []
    if not empty(block.label, setting.main):
        kind = block.use.but(weight="medium")
        label = setting.titled(block.label, kind, setting.width, setting.node("P"), " ")
        items.append((label, label.text.widest))
    parent = setting.node("L")
    items += [_choice(words, block.use, setting.under(Node("LI", parent)), 0) for words in block.choices]
    if not empty(block.other, setting.main):
        items.append(_choice(block.other, block.use, setting.under(Node("LI", parent)), _TO_WRITE))
    rows = in_rows(items, setting.width, 6 * MM, 1.5 * MM)
    return [Piece(Beside(((0, rows),), whole=style.A4[1]), 2.5 * MM)]


def _choice(words: Words, use: Use, setting: Setting, line: float) -> tuple[Box, float]:
    """A box to tick, its word, and as much of a line to write on."""
    x = _SQUARE + 2 * MM
    said = setting.titled(words, use, setting.width - x - line, setting.node("LBody"), " ")
    drop = (said.text.type.leading - _SQUARE) / 2
    wide = x + said.text.widest

    def paint(page: Page, left: float, top: float) -> None:
        with page.artifact():
            box = Area(left, top - drop - _SQUARE, left + _SQUARE, top - drop)
            page.rectangle(box, line=style.INK, width=style.STRONG)
            if line:
                page.rule(left + wide + 1 * MM, top - said.height + 2, line - 1 * MM, style.FINE, style.INK)

    return Beside(((0, Sketch(0, paint)), (x, said))), wide + line


@build.register
def _way_row(block: WayRow, setting: Setting) -> list[Piece]:
    parent = setting.node("L")
    items = [_way(way, words, block, setting.under(Node("LI", parent))) for way, words in block.ways]
    return [Piece(in_rows(items, setting.width, 9 * MM, 3 * MM), 3 * MM)]


def _way(way: str, words: Words, block: WayRow, setting: Setting) -> tuple[Box, float]:
    size = block.use.zh.size * 1.5
    x, node = size + 2 * MM, setting.node("LBody")
    said, wide = _way_words(words, block, setting.within(setting.width - x).under(node))
    mark = mark_box(Mark(PICTOGRAMS[way]), size, setting)
    lower, upper = max((size - said.height) / 2, 0), max((said.height - size) / 2, 0)
    return Beside(((0, Padded(mark, above=upper)), (x, Padded(said, above=lower)))), x + wide


def _way_words(words: Words, block: WayRow, setting: Setting) -> tuple[Box, float]:
    if not (block.second and setting.facing(words)):
        one = setting.titled(words, block.use, setting.width, setting.parent, " ")
        return one, one.text.widest
    zh = setting.lines(words, block.use, setting.width, setting.node("P"), "zh")
    en = setting.lines(words, block.second, setting.width, setting.node("P", "en"), "en")
    return stack([zh, en]), max(zh.text.widest, en.text.widest)


@build.register
def _headline(block: Headline, setting: Setting) -> list[Piece]:
    """The title on one line if it can be large there; its translation and the place under it."""
    node, facing = setting.node("H1"), setting.facing(block.words)
    said = clean(setting.plain(block.words) if not facing else _chinese(block.words, setting))
    fits = setting.width / max(width(said, "bold", 1), 1)
    size = max(min(block.size, fits), _LEAST_HEADLINE)
    kind = Type(size, size * 1.16, "bold")
    boxes: list[Box] = [setting.lines(block.words, kind, setting.width, node, "zh" if facing else None)]
    small = style.LARGE
    if facing:
        second = setting.node("P", "en")
        boxes.append(setting.lines(block.words, small, setting.width, second, "en"))
    if not empty(block.under, setting.main):
        boxes.append(aligned(setting.lines(block.under, small, setting.width, setting.node("P")), "left"))
    return [Piece(stack(boxes), fresh=True, keep=True, bookmark=(0, setting.plain(block.words)))]


def _chinese(words: Words, setting: Setting) -> str:
    lines = setting.lines(words, style.BODY, setting.width * 100, setting.parent, "zh")
    return "".join(run.text for run in lines.text.runs)


@build.register
def _number_head(block: NumberHead, setting: Setting) -> list[Piece]:
    rail = block.rail * MM
    number = setting.lines(block.number, block.numeral, rail, setting.node("P"))
    title = setting.titled(block.words, block.use, setting.width - rail, setting.node("H2"))
    drop = max((number.height - title.text.type.leading) / 2, 0)
    mark = (1, setting.plain(block.words))
    row = Beside(((0, number), (rail, Padded(title, above=drop))), whole=style.A4[1])
    return [Piece(row, 2 * MM, keep=True, bookmark=mark)]


@build.register
def _indented(block: Indented, setting: Setting) -> list[Piece]:
    by = block.by * MM
    pieces = build_all(block.blocks, setting.within(setting.width - by))
    return [replace(piece, x=piece.x + by) for piece in pieces]


@build.register
def _line(block: Line, setting: Setting) -> list[Piece]:
    """The line begins behind the words, or below them where less than 60 mm are left."""
    if setting.facing(block.words):
        zh = setting.lines(block.words, block.use, setting.width, setting.node("P"), "zh")
        en = setting.lines(block.words, block.second, setting.width, setting.node("P", "en"), "en")
        return [Piece(stack([_with_rule(zh, setting.width), en]), block.use.zh.leading * 0.35)]
    said = setting.lines(block.words, block.use, setting.width, setting.node("P"))
    return [Piece(_with_rule(said, setting.width), block.use.zh.leading * 0.35)]


def _with_rule(said: Lines, room: float) -> Box:
    left = (said.text.lines[-1].width if said.text.lines else 0) + 2 * MM
    below = room - left < 60 * MM
    left = 0 if below else left

    def paint(page: Page, x: float, top: float) -> None:
        with page.artifact():
            page.rule(x + left, top - 3, room - left, style.FINE, style.INK)

    return stack([said, Sketch(10 * MM if below else 4, _lower(paint, 10 * MM - 4 if below else 0))])


def _lower(paint: Callable[[Page, float, float], None], by: float) -> Callable[[Page, float, float], None]:
    return lambda page, x, top: paint(page, x, top - by)
