"""What is filled in, signed or set around other blocks: boxes, blanks, seals, columns, covers."""

from dataclasses import replace

from facewise.paper.pdf import style
from facewise.paper.pdf.annotations import Field
from facewise.paper.pdf.blocks import (
    AtFoot,
    Blanks,
    Columns,
    CoverHead,
    CoverTitle,
    Framed,
    NewPage,
    OnePage,
    Rule,
    Seal,
    Signature,
    Space,
    Ticks,
    Together,
)
from facewise.paper.pdf.boxes import (
    NOTHING,
    Beside,
    Box,
    Ink,
    Padded,
    Sketch,
    Stack,
    aligned,
    frame,
    rule_below,
    stack,
)
from facewise.paper.pdf.drawing import Shape, draw, picture, place, rounded
from facewise.paper.pdf.flow import Piece
from facewise.paper.pdf.font import Box as Area
from facewise.paper.pdf.nodes import Node
from facewise.paper.pdf.setting import Setting, as_box, build, build_all
from facewise.paper.pdf.style import MM
from facewise.paper.pdf.tagged import Page
from facewise.paper.pdf.words import empty

_BRAND = 9 * MM


@build.register
def _signature(block: Signature, setting: Setting) -> list[Piece]:
    inner = setting.within(setting.width - 8 * MM)
    label = Padded(
        inner.stacked(block.label, style.SMALL, inner.width, inner.node("P")), above=3 * MM, left=4 * MM
    )
    note = Padded(
        inner.stacked(block.note, style.RAIL_NOTE, inner.width, inner.node("P")), below=3 * MM, left=4 * MM
    )
    under = NOTHING if empty(block.note, setting.main) else note
    height = block.height * MM
    room = height - label.height - under.height - 4 * MM

    def field(page: Page, x: float, top: float) -> None:
        area = Area(x + 4 * MM, top - 2 * MM - room, x + setting.width - 4 * MM, top - 2 * MM)
        page.annotate(Field(area, block.name, block.tooltip, Node("Form", setting.parent)))

    boxes = (label, Sketch(room + 4 * MM, field), under)
    return [Piece(Padded(Beside(((0, Stack(boxes)),), whole=height), ink=frame(setting.width)), 3 * MM)]


@build.register
def _seal(block: Seal, setting: Setting) -> list[Piece]:
    size, radius = min(block.size * MM, setting.width), 21 * MM
    words = aligned(
        setting.titled(block.words, style.BODY.but(colour=style.SUB), size, setting.node("P"), " "), "centre"
    )
    boxes: list[Box] = [words]
    if not empty(block.hint, setting.main):
        boxes.append(
            aligned(setting.titled(block.hint, style.RAIL_NOTE, size, setting.node("P"), " "), "centre")
        )
    inner = stack(boxes)
    above = (size - inner.height) / 2

    def ink(page: Page, x: float, top: float, _height: float) -> None:
        page.rectangle(Area(x, top - size, x + size, top), line=style.INK)
        circle = rounded(x + size / 2 - radius, top - size / 2 - radius, 2 * radius, 2 * radius, radius)
        with page.apart() as canvas:
            draw(canvas, Shape(tuple(circle), line=style.RULE, width=style.FIRM, dash=(4, 3)))

    return [Piece(Padded(inner, above=above, below=above, ink=ink), 3 * MM)]


@build.register
def _blanks(block: Blanks, setting: Setting) -> list[Piece]:
    gap, total = 5 * MM, sum(blank.share for blank in block.blanks)
    room = setting.width - gap * (len(block.blanks) - 1)
    x, boxes = 0.0, []
    for blank in block.blanks:
        wide = room * blank.share / total
        parts: list[Box] = [setting.titled(blank.label, style.RAIL_NOTE, wide, setting.node("P"), " ")]
        if not empty(blank.value, setting.main):
            parts.append(setting.stacked(blank.value, style.FORM, wide, setting.node("P")))
        line = rule_below((0, wide), width=style.FINE, ink=style.INK)
        boxes.append((x, Padded(stack(parts), below=1 * MM, ink=line, minimum=block.height * MM)))
        x += wide + gap
    return [Piece(Beside(tuple(boxes), whole=block.height * MM + 100), 2 * MM)]


@build.register
def _ticks(block: Ticks, setting: Setting) -> list[Piece]:
    gap, size, height = 5 * MM, 6 * MM, 12 * MM
    wide = (setting.width - gap * (len(block.choices) - 1)) / len(block.choices)
    boxes = []
    for index, words in enumerate(block.choices):
        use = style.LEAD.but(weight="medium")
        label = setting.titled(words, use, wide - size - 9 * MM, setting.node("P"), " ")
        drop = max((height - label.height) / 2, 1.5 * MM)
        box = Padded(label, above=drop, below=drop, left=size + 6 * MM, ink=_to_tick(wide, size))
        boxes.append((index * (wide + gap), box))
    return [Piece(Beside(tuple(boxes), whole=200), 2 * MM)]


def _to_tick(wide: float, size: float) -> Ink:
    def ink(page: Page, x: float, top: float, height: float) -> None:
        page.rectangle(Area(x, top - height, x + wide, top), line=style.INK)
        middle = top - height / 2
        square = Area(x + 3 * MM, middle - size / 2, x + 3 * MM + size, middle + size / 2)
        page.rectangle(square, line=style.INK, width=style.STRONG)

    return ink


@build.register
def _columns(block: Columns, setting: Setting) -> list[Piece]:
    gap = block.gap * MM
    fixed = sum(part.width * MM for part in block.parts) + gap * (len(block.parts) - 1)
    sharing = sum(1 for part in block.parts if not part.width)
    rest = (setting.width - fixed) / sharing if sharing else 0
    x, boxes = 0.0, []
    for part in block.parts:
        wide = part.width * MM or rest
        boxes.append((x, as_box(part.blocks, setting.within(wide))))
        x += wide + gap
    return [Piece(Beside(tuple(boxes), whole=style.A4[1]), 3 * MM)]


@build.register
def _framed(block: Framed, setting: Setting) -> list[Piece]:
    inner = as_box(block.blocks, setting.within(setting.width - 8 * MM))
    pad = 3.5 * MM
    box = Padded(
        Beside(((0, inner),), whole=style.A4[1]), above=pad, below=pad, left=4 * MM, ink=frame(setting.width)
    )
    return [Piece(box, 4 * MM)]


@build.register
def _together(block: Together, setting: Setting) -> list[Piece]:
    pieces = build_all(block.blocks, setting)
    return [replace(piece, keep=True) for piece in pieces[:-1]] + pieces[-1:]


@build.register
def _at_foot(block: AtFoot, setting: Setting) -> list[Piece]:
    pieces = _together(Together(block.blocks), setting)
    return [replace(piece, sinks=index == 0) for index, piece in enumerate(pieces)]


@build.register
def _one_page(block: OnePage, setting: Setting) -> list[Piece]:
    """Distances shrink, never type, down to a third."""
    pieces = build_all(block.blocks, setting)
    room = style.A4[1] - style.TOP - style.BOTTOM
    between = sum(piece.before for piece in pieces[1:])
    over = sum(piece.box.height for piece in pieces) + between - room
    factor = max(1 - over / between, 1 / 3) if over > 0 and between else 1
    return [replace(piece, before=piece.before * factor) for piece in pieces]


@build.register
def _cover_head(block: CoverHead, setting: Setting) -> list[Piece]:
    brand = setting.titled(
        block.brand, style.HEADING.but(colour=style.ACCENT), setting.width / 2, setting.node("P")
    )
    right = aligned(
        setting.titled(block.right, style.BODY, setting.width / 2, setting.node("P"), " "), "right"
    )
    drop = (_BRAND - brand.height) / 2

    def face(page: Page, x: float, top: float) -> None:
        with page.artifact():
            place(page, picture("face"), x, top - _BRAND, _BRAND)

    x = _BRAND + 3 * MM
    row = Beside(
        (
            (0, Sketch(_BRAND, face)),
            (x, Padded(brand, above=drop)),
            (setting.width / 2, Padded(right, above=drop)),
        )
    )
    thick = rule_below((0, setting.width), width=2 * MM, ink=style.ACCENT)
    return [Piece(Padded(row, below=4 * MM, ink=thick))]


@build.register
def _cover_title(block: CoverTitle, setting: Setting) -> list[Piece]:
    use = style.COVER_TITLE
    pieces = [
        Piece(
            setting.stacked(block.title, use, setting.width, setting.node("H1"), _lighter()),
            14 * MM,
            keep=True,
        )
    ]
    if not empty(block.subtitle, setting.main):
        line = setting.stacked(block.subtitle, style.COVER_SUBTITLE, setting.width, setting.node("P"))
        pieces.append(Piece(line, 2 * MM))
    return pieces


def _lighter() -> style.Use:
    return style.SUMMARY_GRADE.but(weight="regular", colour=style.SUB)


@build.register
def _rule(block: Rule, setting: Setting) -> list[Piece]:
    def paint(page: Page, x: float, top: float) -> None:
        with page.artifact(), page.apart() as canvas:
            canvas.setDash((3, 3) if block.dashed else ())
            page.rule(x, top, setting.width, style.FIRM, style.BLACK)

    return [Piece(Sketch(style.FIRM, paint), 4 * MM)]


@build.register
def _space(block: Space, setting: Setting) -> list[Piece]:  # noqa: ARG001, the shape of every builder
    return [Piece(NOTHING, block.height * MM)]


@build.register
def _new_page(block: NewPage, setting: Setting) -> list[Piece]:  # noqa: ARG001, the shape of every builder
    return [Piece(NOTHING, fresh=True, least=block.room * MM)]
