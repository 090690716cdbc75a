"""What stands in a cell: words, stacked lines, marks with and without words, a bar, a hash, a box to tick."""

from collections.abc import Callable

from facewise.i18n import Language, Text
from facewise.paper.pdf import style
from facewise.paper.pdf.blocks import Bar, Cell, Hash, Mark, Marked, Marks, Ruled, Several, Stacked, Tick
from facewise.paper.pdf.boxes import Beside, Box, Padded, Sketch, stack
from facewise.paper.pdf.canvas import rgb
from facewise.paper.pdf.drawing import picture, place
from facewise.paper.pdf.font import Box as Area
from facewise.paper.pdf.font import clean, width
from facewise.paper.pdf.nodes import Node
from facewise.paper.pdf.setting import Setting
from facewise.paper.pdf.style import MM, Type, Use
from facewise.paper.pdf.tagged import Page
from facewise.paper.pdf.words import PageHere, PageOf, Run, Words, empty

_GROUP, _GROUP_STEP = 8, 15.5 * MM
_BAR_HEIGHT, _PITCH = 3 * MM, 1.15 * MM


def cell_box(cell: Cell, use: Use, wide: float, language: Language | None, setting: Setting) -> Box:  # noqa: C901, PLR0911, one for each kind
    """Return a cell as a box `wide` points wide; the setting's parent is its TD."""
    match cell:
        case str() | Text() | tuple() | Run() | PageOf() | PageHere():  # nearly all are
            return _words(cell, use, wide, language, setting)
        case Stacked():
            return _stacked(cell, use, wide, language, setting)
        case Marked():
            return _marked(cell, use, wide, setting)
        case Marks():
            return _marks(cell, wide, setting)
        case Bar():
            return _bar(cell, min(wide, 30 * MM))
        case Hash():
            return hash_box(cell.digits, wide, setting)
        case Tick():
            return _tick(cell)
        case Ruled():
            return _ruled(cell, wide, setting)
        case Several():
            return stack(
                [cell_box(one, use, wide, language, setting.under(setting.node("P"))) for one in cell.cells]
            )
        case Mark():
            return mark_box(cell, 8 * MM, setting)


def _words(words: Words, use: Use, wide: float, language: Language | None, setting: Setting) -> Box:
    if language:
        return setting.lines(words, use, wide, setting.parent, language)
    return setting.stacked(words, use, wide, setting.parent, style.SMALL.but(colour=style.INK))


def _stacked(cell: Stacked, use: Use, wide: float, language: Language | None, setting: Setting) -> Box:
    boxes = []
    for index, words in enumerate(cell.lines):
        one = setting.under(setting.node("P"))
        boxes.append(_words(words, use if index == 0 else style.SMALL, wide, language, one))
    return stack(boxes)


def _marked(cell: Marked, use: Use, wide: float, setting: Setting) -> Box:
    size = cell.size * MM
    indent = size + 1.6 * MM
    kind = use[setting.main]
    mark = mark_box(cell.mark, size, setting)
    words = cell_box(cell.words, use, wide - indent, None, setting)
    lower = max((size - kind.leading) / 2, 0)
    return Beside(
        ((0, Padded(mark, above=max((kind.leading - size) / 2, 0))), (indent, Padded(words, above=lower)))
    )


def mark_box(mark: Mark, size: float, setting: Setting) -> Box:
    """Return a mark as a figure with its alternative text, or as decoration where it has none."""
    alt = setting.plain(mark.alt)
    name = drawing_name(mark.name)

    def paint(page: Page, x: float, top: float) -> None:
        figure(
            page,
            setting.parent,
            alt,
            Area(x, top - size, x + size, top),
            lambda: _place(page, name, x, top, size),
        )

    return Sketch(size, paint)


def drawing_name(name: str) -> str:
    """Return the file's name of a mark, grade or pictogram."""
    head = name.split("-", maxsplit=1)[0]
    return f"mark-{name}" if head in {"red", "breach", "weak", "met", "amber", "best", "na"} else name


def figure(page: Page, parent: Node, alt: str, area: Area, paint: Callable[[], None]) -> None:
    """Draw a figure with its alternative text and place, or decoration without one."""
    if not alt:
        with page.artifact():
            paint()
        return
    box = f"{area.left:.2f} {area.bottom:.2f} {area.right:.2f} {area.top:.2f}"
    attributes = f"/O /Layout /Placement /Block /BBox [{box}]".encode()
    with page.inside(Node("Figure", parent, None, alt, attributes)):
        paint()


def _place(page: Page, name: str, x: float, top: float, size: float) -> None:
    place(page, picture(name), x, top - size, size)


def _marks(cell: Marks, wide: float, setting: Setting) -> Box:
    size, step = cell.size * MM, (cell.size + 0.7) * MM
    a_row = max(int((wide + step - size) / step), 1)
    rows = -(-len(cell.names) // a_row)
    height = max(rows * step, size)
    alt = setting.plain(cell.alt)

    def paint(page: Page, x: float, top: float) -> None:
        def draw() -> None:
            for index, name in enumerate(cell.names):
                down, right = divmod(index, a_row)
                _place(page, drawing_name(name), x + right * step, top - down * step, size)

        figure(
            page,
            setting.parent,
            alt,
            Area(x, top - height, x + min(a_row, len(cell.names)) * step, top),
            draw,
        )

    return Sketch(height, paint)


def _bar(cell: Bar, wide: float) -> Box:
    def paint(page: Page, x: float, top: float) -> None:
        with page.artifact():
            score_bar(
                page, Area(x, top - 0.7 * MM - _BAR_HEIGHT, x + wide, top - 0.7 * MM), cell.now, cell.high
            )

    return Sketch(_BAR_HEIGHT + 1.4 * MM, paint)


def score_bar(page: Page, area: Area, now: float, high: float) -> None:
    """Draw a bar: solid to `now`, hatched to `high`, outlined; both are shares of the whole."""
    wide = area.right - area.left
    solid, end = area.left + wide * now, area.left + wide * high
    page.rectangle(Area(area.left, area.bottom, solid, area.top), fill=style.ACCENT)
    if end > solid:
        _hatch(page, Area(solid, area.bottom, end, area.top))
    page.rectangle(area, line=style.INK, width=0.35 * MM)


def _hatch(page: Page, area: Area) -> None:
    tall, lines = area.top - area.bottom, []
    start = area.left - tall
    while start < area.right:
        lines.append((start, area.bottom, start + tall, area.top))
        start += _PITCH
    with page.apart() as canvas:
        clip = canvas.beginPath()
        clip.rect(area.left, area.bottom, area.right - area.left, tall)
        canvas.clipPath(clip, stroke=0)
        canvas.setStrokeColor(rgb(style.ACCENT))
        canvas.setLineWidth(0.4 * MM)
        canvas.lines(lines)


def hash_box(digits: str, wide: float, setting: Setting) -> Box:
    """Return a hash in groups of eight at fixed distances, four or eight a line."""
    kind: Type = style.HASH.zh
    groups = [digits[at : at + _GROUP] for at in range(0, len(digits), _GROUP)]
    step = max(
        _GROUP_STEP, max((width(group, "regular", kind.size) for group in groups), default=0) + 1.5 * MM
    )
    fitting = int((wide + step - _GROUP_STEP + 3 * MM) / step)
    a_row = 8 if fitting >= 8 else 4 if fitting >= 4 else max(fitting, 1)  # noqa: PLR2004, halves and quarters of a hash
    rows = -(-len(groups) // a_row)

    def paint(page: Page, x: float, top: float) -> None:
        with page.inside(setting.parent), page.reading(digits):
            for index, group in enumerate(groups):
                down, right = divmod(index, a_row)
                y = top - down * kind.leading - kind.leading / 2 - 0.38 * kind.size
                page.text(clean(group), x + right * step, y, kind)

    return Padded(Sketch(rows * kind.leading, paint), above=1)


def _tick(cell: Tick) -> Box:
    size = cell.size * MM

    def paint(page: Page, x: float, top: float) -> None:
        with page.artifact():
            page.rectangle(Area(x, top - size - 0.5, x + size, top - 0.5), line=style.INK, width=style.FIRM)

    return Sketch(size + 0.5, paint)


def _ruled(cell: Ruled, wide: float, setting: Setting) -> Box:
    """Room to write in: lines 8 mm apart, the first lower by the hint that stands above it."""
    hint = setting.titled(cell.hint, style.RAIL_NOTE, wide, setting.node("P"), " ")
    hinted, step = not empty(cell.hint, setting.main), 8 * MM
    first = 6 * MM if hinted else 7 * MM
    left = hint.text.widest + 2 * MM if cell.inline else 0

    def paint(page: Page, x: float, top: float) -> None:
        with page.artifact():
            for line in range(0 if cell.bare else cell.lines):
                start = 0 if line else left
                page.rule(x + start, top - first - line * step, wide - start, style.FINE, style.INK)

    room = Sketch(first + (cell.lines - 1) * step + 1, paint)
    if hinted and cell.inline:
        return Beside(((0, Padded(hint, above=first - hint.height + 2)), (0, room)))
    return stack([hint, room]) if hinted else room
