"""Figures as pieces: the grade, the score bar, legends, pictograms, QR codes."""

from functools import lru_cache

from facewise.i18n import Text
from facewise.paper.pdf import style
from facewise.paper.pdf.blocks import GradeHead, Legend, Mark, Marked, Picture, QrCode, ScoreBar, Stacked
from facewise.paper.pdf.boxes import Beside, Box, Padded, Sketch, aligned, rule_above, stack
from facewise.paper.pdf.cells import figure, mark_box, score_bar
from facewise.paper.pdf.drawing import draw_modules
from facewise.paper.pdf.flow import Piece
from facewise.paper.pdf.font import Box as Area
from facewise.paper.pdf.font import clean, width
from facewise.paper.pdf.nodes import Node
from facewise.paper.pdf.prose import facing
from facewise.paper.pdf.setting import Setting, build
from facewise.paper.pdf.style import MM, Use
from facewise.paper.pdf.tagged import Page
from facewise.paper.pdf.words import Words, empty, joined

_FULL = 100


@build.register
def _grade(block: GradeHead, setting: Setting) -> list[Piece]:
    both = setting.edition == "both"
    rail = style.BOTH_RAIL if both else style.RAIL
    x = rail + style.GAP
    size = min(30 * MM if block.cover else 22 * MM, rail - 2 * MM)
    shape = mark_box(Mark(f"grade-{block.letter}", block.alt), size, setting)
    uses = (style.SUMMARY_GRADE, style.FACING_GRADE) if both else (style.COVER_GRADE, style.SUMMARY_GRADE)
    use = uses[0 if block.cover else 1]
    main = setting.within(setting.width - x)
    boxes = [
        _side(main, words, kind) for words, kind in _grade_lines(block, use) if not empty(words, setting.main)
    ]
    if block.strip:
        boxes.append(Padded(_strip(block, main), above=3 * MM))
    return [
        Piece(
            Beside(((1 * MM, Padded(shape, above=2 * MM)), (x, stack(boxes)))),
            (10 if block.cover else 3) * MM,
        )
    ]


def _grade_lines(block: GradeHead, use: Use) -> list[tuple[Words, Use]]:
    texts = [(words, style.LEAD) for words in block.paragraphs]
    return [(block.over, style.SMALL), (block.words, use), *texts]


def _side(setting: Setting, words: Words, use: Use) -> Box:
    return facing(
        setting, words, lambda language, wide, node: setting.lines(words, use, wide, node, language)
    )


def _strip(block: GradeHead, setting: Setting) -> Box:
    """The five grades in a row, the current one framed."""
    wide = min(setting.width / len(block.strip), 24 * MM)
    parent = setting.node("L")
    cells: list[tuple[float, Box]] = []
    for letter, words in block.strip:
        item = setting.under(Node("LBody", Node("LI", parent)))
        cells.append(
            (len(cells) * wide, _grade_cell(letter, words, wide, item, current=letter == block.letter))
        )
    height = max(box.height for _, box in cells)
    framed = [
        distance
        for (letter, _), (distance, _) in zip(block.strip, cells, strict=True)
        if letter == block.letter
    ]

    def paint(page: Page, x: float, top: float, _height: float) -> None:
        for distance, _ in cells:
            page.rectangle(_cell(x + distance, top, wide, height), line=style.RULE, width=style.THIN)
        for distance in framed:
            page.rectangle(_cell(x + distance, top, wide, height), line=style.INK, width=style.STRONG)

    return Padded(Beside(tuple(cells)), ink=paint)


def _grade_cell(letter: str, words: Words, wide: float, setting: Setting, *, current: bool) -> Box:
    size, use = 6.5 * MM, style.RAIL_NOTE
    kind = use.but(weight="bold", colour=style.INK) if current else use
    said = joined(Text(f"{letter} ", "") if setting.facing(words) else f"{letter} ", words)
    label = aligned(setting.titled(said, kind, wide - 2 * MM, setting.node("P"), " "), "centre")
    shape = mark_box(Mark(f"grade-{letter}"), size, setting)
    inner = stack([Padded(shape, left=(wide - size) / 2), Padded(label, left=1 * MM, above=1)])
    return Padded(inner, above=2 * MM, below=1.5 * MM)


def _cell(x: float, top: float, wide: float, tall: float) -> Area:
    return Area(x, top - tall, x + wide, top)


@build.register
def _score(block: ScoreBar, setting: Setting) -> list[Piece]:
    above, bar, below = 13.0, 6 * MM, 16.0
    wide = setting.width
    now, high = (clean(setting.plain(words)) for words in (block.now_words, block.high_words))
    alt = setting.plain(block.alt)

    def paint(page: Page, x: float, top: float) -> None:
        area = Area(x, top - above - bar, x + wide, top - above)

        def draw() -> None:
            score_bar(page, area, block.now / _FULL, block.high / _FULL)
            _figures(page, area, (block.now, now), (block.high, high))
            for tick in block.ticks:
                _tick(page, area, tick)

        figure(page, setting.parent, alt, Area(x, top - above - bar - below, x + wide, top), draw)

    return [Piece(Sketch(above + bar + below, paint), 3 * MM)]


def _figures(page: Page, area: Area, now: tuple[float, str], high: tuple[float, str]) -> None:
    bold, plain = style.Type(10, 14, "bold"), style.Type(8.5, 12)
    span, wide = area.right - area.left, width(now[1], "bold", bold.size)
    end = min(max(area.left + span * now[0] / _FULL - 1, area.left + wide), area.right)
    if high[0] > now[0]:
        mark = area.left + span * high[0] / _FULL
        page.rule(mark - 0.5, area.top + 2, 1, 4, style.ACCENT)
        start = min(max(mark + 1, end + 4), area.right - width(high[1], "regular", plain.size))
        end = min(end, start - 4)
        page.text(high[1], start, area.top + 4, plain)
    page.text(now[1], end - wide, area.top + 4, bold)


def _tick(page: Page, area: Area, value: int) -> None:
    kind = style.Type(8, 11, "regular", style.SUB)
    text = str(value)
    wide = width(text, "regular", kind.size)
    x = area.left + (area.right - area.left) * value / _FULL
    if 0 < value < _FULL:
        page.rule(x - 0.3, area.bottom - 2.5, 0.6, 5, style.INK)
    left = min(max(x - wide / 2, area.left), area.right - wide)
    page.text(text, left, area.bottom - 13, kind)


@build.register
def _legend(block: Legend, setting: Setting) -> list[Piece]:
    parent = setting.node("L")
    size, x = 4 * MM, 0.0
    cells: list[tuple[float, Box]] = []
    rows: list[Box] = []
    for item in block.items:
        box, wide = _legend_item(item, size, setting.under(Node("LBody", Node("LI", parent))))
        if cells and x + wide > setting.width:
            rows.append(Beside(tuple(cells)))
            x, cells = 0.0, []
        cells.append((x, box))
        x += wide + 5 * MM
    if cells:
        rows.append(Beside(tuple(cells)))
    if not empty(block.note, setting.main):
        rows.append(setting.titled(block.note, style.SMALL, setting.width, setting.node("P"), " "))
    ink = rule_above((0, setting.width))
    return [Piece(Padded(stack(rows), above=2 * MM, ink=ink), 2.5 * MM)]


def _legend_item(item: Marked, size: float, setting: Setting) -> tuple[Box, float]:
    said = joined(*item.words.lines) if isinstance(item.words, Stacked) else item.words
    words = setting.titled(said, style.SMALL.but(colour=style.INK), setting.width, setting.node("P"), " ")
    mark = mark_box(item.mark, size, setting)
    x = size + 1.5 * MM
    return Beside(((0, Padded(mark, above=1)), (x, Padded(words, above=0.5)))), x + words.text.widest


@build.register
def _picture(block: Picture, setting: Setting) -> list[Piece]:
    return [Piece(mark_box(Mark(block.name, block.alt), block.size * MM, setting), 2 * MM)]


@build.register
def _qr(block: QrCode, setting: Setting) -> list[Piece]:
    size, matrix = block.size * MM, _modules(block.text, block.error)
    alt, left = setting.plain(block.alt), (setting.width - size) / 2

    def paint(page: Page, x: float, top: float) -> None:
        area = Area(x, top - size, x + size, top)
        figure(page, setting.parent, alt, area, lambda: draw_modules(page, matrix, area, style.BLACK))

    boxes: list[Box] = [Padded(Sketch(size, paint), left=left)]
    if not empty(block.caption, setting.main):
        caption = setting.titled(block.caption, style.SMALL, setting.width, setting.node("P"), " ")
        boxes.append(Padded(aligned(caption, "centre"), above=2 * MM))
    return [Piece(stack(boxes), 2 * MM)]


@lru_cache(64)
def _modules(text: str, error: str) -> tuple[tuple[bool, ...], ...]:
    """The modules of a code; the editions of a report share it.

    A fixed mask: the search for the best one takes five times as long as all the rest.
    """
    import segno

    code = segno.make(text, error=error, mask=3, boost_error=False, micro=False)
    return tuple(tuple(map(bool, row)) for row in code.matrix)
