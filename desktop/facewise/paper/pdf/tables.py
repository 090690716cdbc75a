"""Tables and facts as pieces: rows that stay whole below six lines, a header repeated on each page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from facewise.i18n import Language
from facewise.paper.pdf import style
from facewise.paper.pdf.blocks import (
    Bar,
    Cell,
    Column,
    Fact,
    Facts,
    GroupRow,
    Hash,
    Mark,
    Marked,
    Marks,
    Row,
    Ruled,
    Several,
    Stacked,
    Table,
    Tick,
)
from facewise.paper.pdf.boxes import Beside, Box, Lines, Padded, Read, aligned, rule_above, rule_below, stack
from facewise.paper.pdf.cells import cell_box
from facewise.paper.pdf.flow import Group, Piece
from facewise.paper.pdf.nodes import Node
from facewise.paper.pdf.prose import facing
from facewise.paper.pdf.setting import Setting, build
from facewise.paper.pdf.style import MM, Use
from facewise.paper.pdf.words import Words

_COLUMN_HEAD = b"/O /Table /Scope /Column"
_ROW_HEAD = b"/O /Table /Scope /Row"
_WHOLE_ROW = 6 * 13
_DRAWN = (Mark, Marked, Marks, Bar, Hash, Tick, Ruled, Several)


@dataclass(frozen=True, slots=True)
class _Slot:
    """A printed column: of which column, in which language, where."""

    column: Column
    language: Language | None
    x: float
    width: float


@build.register
def _table(block: Table, setting: Setting) -> list[Piece]:
    slots = _slots(block, setting)
    table = setting.node("Table")
    head = _header(slots, setting, Node("TR", Node("THead", table)))
    group = (Group(head),)
    body = Node("TBody", table)
    pieces = [Piece(head, 1 * MM, keep=True, groups=group)]
    last = len(block.rows) - 1
    for index, row in enumerate(block.rows):
        box = _line(block, row, slots, setting.under(Node("TR", body)), first=index == 0)
        if index == last:
            box = replace(box, last_ink=rule_below((0, setting.width), width=style.FIRM, ink=style.INK))
        keep = isinstance(row, GroupRow) or index == 0 < last
        pieces.append(Piece(box, keep=keep, groups=group))
    return pieces


def _slots(block: Table, setting: Setting) -> list[_Slot]:
    both = setting.edition == "both"
    fixed = sum(column.width * MM for column in block.columns)
    sharing = sum(1 for column in block.columns if not column.width)
    rest = max(setting.width - fixed, 0) / sharing if sharing else 0
    slots: list[_Slot] = []
    x = 0.0
    for column in block.columns:
        width = column.width * MM or rest
        if column.split and both:
            slots += [_Slot(column, "zh", x, width / 2), _Slot(column, "en", x + width / 2, width / 2)]
        else:
            slots.append(_Slot(column, None, x, width))
        x += width
    gap = block.gap * MM
    return [replace(slot, width=slot.width - gap) for slot in slots[:-1]] + slots[-1:]


def _header(slots: Sequence[_Slot], setting: Setting, row: Node) -> Padded:
    boxes: list[tuple[float, Box]] = []
    for slot in slots:
        language = slot.language if slot.language != setting.main else None
        node = Node("TH", row, language, attributes=_COLUMN_HEAD)
        boxes.append((slot.x, Read(_head(slot, setting, node), (node,))))
    ink = rule_below((0, setting.width), width=style.FIRM, ink=style.INK)
    return Padded(Beside(tuple(boxes)), above=1 * MM, below=1.3 * MM, last_ink=ink)


def _head(slot: _Slot, setting: Setting, node: Node) -> Box:
    words, use = slot.column.head, style.CELL_HEAD
    if slot.language:
        return setting.lines(words, use, slot.width, node, slot.language)
    if setting.facing(words):
        beside = setting.titled(words, use, slot.width, node, after=" ")
        if len(beside.text.lines) > 1:
            return setting.stacked(words, use, slot.width, node)
        return aligned(beside, slot.column.align)
    return aligned(setting.lines(words, use, slot.width, node), slot.column.align)


def _line(
    block: Table, row: Row | GroupRow, slots: Sequence[_Slot], setting: Setting, *, first: bool
) -> Padded:
    pad = (0.95 if block.dense else 1.5) * MM
    hair = None if first else rule_above((0, setting.width))
    if isinstance(row, GroupRow):
        return _group_row(row, len(slots), setting, hairless=first)
    boxes = _cells(block, row, slots, setting)
    return Padded(Beside(tuple(boxes), whole=_WHOLE_ROW), above=pad, below=pad, ink=hair)


def _group_row(row: GroupRow, columns: int, setting: Setting, *, hairless: bool) -> Padded:
    node = setting.node("TH", attributes=b"/O /Table /Scope /Column /ColSpan %d" % columns)
    lines = setting.titled(row.words, style.CELL.but(weight="bold"), setting.width, node)
    above = (1.5 if hairless else 3.5) * MM
    ink = None if hairless else rule_above((0, setting.width))
    return Padded(
        lines,
        above=above,
        below=1 * MM,
        ink=ink,
        last_ink=rule_below((0, setting.width), width=style.FINE, ink=style.INK),
    )


def _cells(block: Table, row: Row, slots: Sequence[_Slot], setting: Setting) -> list[tuple[float, Box]]:
    boxes: list[tuple[float, Box]] = []
    at = 0
    for _, cell in zip(block.columns, row.cells, strict=True):
        places = slots[at : at + (2 if slots[at].language else 1)]
        at += len(places)
        spans = b""
        if len(places) > 1 and not _two_sided(cell, setting):
            width = places[1].x + places[1].width - places[0].x
            places, spans = [replace(places[0], language=None, width=width)], b" /ColSpan 2"
        boxes += [(place.x, _one(cell, place, setting, spans, strong=row.strong)) for place in places]
    return boxes


def _two_sided(cell: Cell, setting: Setting) -> bool:
    words = cell.lines[0] if isinstance(cell, Stacked) else cell
    return not isinstance(words, _DRAWN) and setting.facing(words)


def _one(cell: Cell, slot: _Slot, setting: Setting, spans: bytes, *, strong: bool) -> Box:
    heads = slot.column.header and slot.language != "en"
    language = slot.language if slot.language != setting.main else None
    attributes = (_ROW_HEAD if heads else b"/O /Table" if spans else b"") + spans
    node = Node("TH" if heads else "TD", setting.parent, language, attributes=attributes)
    use = slot.column.use or style.CELL
    box = cell_box(
        cell, use.but(weight="medium") if strong else use, slot.width, slot.language, setting.under(node)
    )
    if isinstance(box, Lines):
        box = aligned(box, slot.column.align)
        return box if box.count else Read(box, (node,))
    return Read(box, (node,))


@build.register
def _facts(block: Facts, setting: Setting) -> list[Piece]:
    body = Node("TBody", setting.node("Table"))
    rail = min(style.BOTH_RAIL if setting.edition == "both" else style.RAIL, setting.width * 0.3)
    column = (rail + style.GAP, setting.width - rail - style.GAP)
    pieces = []
    for index, fact in enumerate(block.facts):
        row = _fact(fact, block.use, rail, column, setting.under(Node("TR", body)))
        closing = rule_below((0, rail), column) if index == len(block.facts) - 1 else None
        box = Padded(row, above=1.2 * MM, below=1.2 * MM, ink=rule_above((0, rail), column), last_ink=closing)
        pieces.append(Piece(box, 0 if index else block.before * MM))
    return pieces


def _fact(fact: Fact, use: Use, rail: float, column: tuple[float, float], setting: Setting) -> Beside:
    named, said = setting.node("TH", attributes=_ROW_HEAD), setting.node("TD")
    label = setting.stacked(fact.label, style.SMALL, rail, named)
    cell = setting.within(column[1]).under(said)
    value = _said(fact.value, use, cell)
    drop = (use[setting.main].leading - style.SMALL[setting.main].leading) / 2
    boxes = ((0, Read(Padded(label, above=drop), (named,))), (column[0], Read(value, (said,))))
    return Beside(boxes, whole=_WHOLE_ROW)


def _said(value: Words | Stacked | Ruled | Several, use: Use, setting: Setting) -> Box:
    """What a fact says: side by side in two languages, several texts one under the other."""
    if isinstance(value, Several):
        return stack([_said(one, use, setting) for one in value.cells])
    if isinstance(value, Stacked | Ruled) or not setting.facing(value):
        return cell_box(value, use, setting.width, None, setting)
    return facing(
        setting, value, lambda language, width, node: setting.lines(value, use, width, node, language)
    )
