"""A sign as a display list: letters, panels, pictograms and codes, each at its place, drawn as paths.

Lengths are points. A part has its upper left corner at 0, 0 and reaches downwards; parts are put below or
beside each other, and the whole becomes a board with y upwards from its lower left corner.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate
from typing import TypeAlias

from facewise.paper.pdf import style
from facewise.paper.pdf.canvas import rgb
from facewise.paper.pdf.drawing import draw_modules, picture, place
from facewise.paper.pdf.font import Box, clean, face, ink, outline, width
from facewise.paper.pdf.lines import fill
from facewise.paper.pdf.style import MM, Type
from facewise.paper.pdf.tagged import Page

QUIET = 4
"""The white modules round a code (ISO/IEC 18004)."""

_STAMP, _DIAGONAL = 38 * MM, 290 * MM
_RISE = 0.38  # from the middle of a hanzi's square down to the baseline, in ems


@dataclass(frozen=True, slots=True)
class Letters:
    """One line of text whose baseline begins at x, y."""

    x: float
    y: float
    text: str
    type: Type


@dataclass(frozen=True, slots=True)
class Panel:
    """A rectangle from its lower left corner: filled, or lined inside its edge, or both."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    line: str = ""
    thickness: float = style.STRONG


@dataclass(frozen=True, slots=True)
class Pictogram:
    """A drawing of `resources/pictograms` in a square, from its lower left corner, in one colour."""

    x: float
    y: float
    name: str
    size: float
    ink: str = style.INK


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code with its quiet zone in a white square, from its lower left corner; `rows` are its modules."""

    x: float
    y: float
    rows: tuple[tuple[bool, ...], ...]
    size: float


@dataclass(frozen=True, slots=True)
class Stamp:
    """A word repeated from corner to corner of an A4 sheet, as far as it shows inside a rectangle."""

    x: float
    y: float
    width: float
    height: float
    text: str
    ink: str


Element: TypeAlias = Letters | Panel | Pictogram | Code | Stamp


@dataclass(frozen=True, slots=True)
class Part:
    """Elements below 0, 0 in a given width and height, and what they say, sentence by sentence."""

    width: float
    height: float
    elements: tuple[Element, ...] = ()
    said: tuple[str, ...] = ()

    def moved(self, x: float, y: float) -> tuple[Element, ...]:
        """Return the elements with the upper left corner at x, y."""
        return tuple(replace(element, x=element.x + x, y=element.y + y) for element in self.elements)


@dataclass(frozen=True, slots=True)
class Board:
    """A whole sign: its size, its elements in the order of drawing, what it says in the order of reading."""

    size: tuple[float, float]
    elements: tuple[Element, ...]
    said: tuple[str, ...]


def space(height: float) -> Part:
    """Return an empty part."""
    return Part(0, height)


def below(*parts: Part) -> Part:
    """Return parts one below the other."""
    return beside_and_below([(0, -top, part) for part, top in zip(parts, _tops(parts), strict=True)])


def _tops(parts: Sequence[Part]) -> list[float]:
    return list(accumulate((part.height for part in parts[:-1]), initial=0.0)) if parts else []


def beside_and_below(placed: Iterable[tuple[float, float, Part]]) -> Part:
    """Return one part of several, each with its upper left corner at x, y (downwards is negative)."""
    placed = list(placed)
    return Part(
        max((x + part.width for x, _, part in placed), default=0),
        max((part.height - y for _, y, part in placed), default=0),
        tuple(element for x, y, part in placed for element in part.moved(x, y)),
        tuple(text for _, _, part in placed for text in part.said),
    )


def breadth(text: str, kind: Type) -> float:
    """Return the width of a text on one line."""
    return width(text, kind.weight, kind.size)


@lru_cache(512)
def lines(text: str, kind: Type, wide: float) -> Part:
    """Return a text in as many lines as it needs."""
    text = clean(text)
    advance = face(kind.weight).advance
    reach = list(accumulate((advance[c] * kind.size / 1000 for c in text), initial=0.0))
    spans = fill(text, reach, wide)
    return Part(
        max(reach[end] - reach[begin] for begin, end in spans),
        kind.leading * len(spans),
        tuple(_line(text[begin:end], kind, row) for row, (begin, end) in enumerate(spans)),
        (text,),
    )


def _line(text: str, kind: Type, row: int) -> Letters:
    return Letters(0, -(row + 0.5) * kind.leading - _RISE * kind.size, text, kind)


def centred(part: Part, wide: float) -> Part:
    """Return a part in the middle of a width; its lines of text each by itself."""
    elements = []
    for element in part.elements:
        own = breadth(element.text, element.type) if isinstance(element, Letters) else part.width
        elements.append(replace(element, x=element.x + (wide - own) / 2))
    return Part(wide, part.height, tuple(elements), part.said)


@lru_cache(64)
def code(text: str, size: float) -> Part:
    """Return a QR code whose dark square has this size, with its quiet zone round it."""
    import segno

    # Without its encoding named (ECI), a reader takes a few hanzi among Latin letters for Shift JIS.
    plain = text.isascii()
    encoding = None if plain else "utf-8"
    made = segno.make(text, error="L", boost_error=True, micro=False, encoding=encoding, eci=not plain)
    rows = tuple(tuple(map(bool, row)) for row in made.matrix)
    whole = size * (len(rows) + 2 * QUIET) / len(rows)
    return Part(whole, whole, (Code(0, -whole, rows, whole),))


def draw(element: Element, page: Page) -> None:
    """Draw an element; letters become filled outlines, so that a printer needs no font."""
    match element:
        case Letters():
            _draw_letters(element, page)
        case Panel():
            _draw_panel(element, page)
        case Pictogram():
            _draw_pictogram(element, page)
        case Code():
            _draw_code(element, page)
        case Stamp():
            _draw_stamp(element, page)


def _draw_letters(element: Letters, page: Page) -> None:
    kind = element.type
    path = outline(element.text, kind.weight, kind.size, element.x, element.y).path
    if path:
        page.canvas.setFillColor(rgb(kind.colour))
        page.canvas.paint(path)


def _draw_panel(element: Panel, page: Page) -> None:
    right, top = element.x + element.width, element.y + element.height
    if element.fill:
        page.rectangle(Box(element.x, element.y, right, top), fill=element.fill)
    if element.line:
        half = element.thickness / 2
        inner = Box(element.x + half, element.y + half, right - half, top - half)
        page.rectangle(inner, line=element.line, width=element.thickness)


def _draw_pictogram(element: Pictogram, page: Page) -> None:
    place(page, picture(element.name).inked(element.ink), element.x, element.y, element.size)


def _draw_code(element: Code, page: Page) -> None:
    page.rectangle(
        Box(element.x, element.y, element.x + element.size, element.y + element.size), fill=style.WHITE
    )
    quiet = QUIET * element.size / (len(element.rows) + 2 * QUIET)
    right, top = element.x + element.size, element.y + element.size
    inner = Box(element.x + quiet, element.y + quiet, right - quiet, top - quiet)
    draw_modules(page, element.rows, inner, style.INK)


def _draw_stamp(element: Stamp, page: Page) -> None:
    box = ink(element.text, "bold", 1)
    size = _STAMP / (box.top - box.bottom)
    count = int(_DIAGONAL / width(element.text + " ", "bold", size))
    words = " ".join([element.text] * max(count, 1))
    box = ink(words, "bold", size)
    path = outline(words, "bold", size, -(box.left + box.right) / 2, -(box.bottom + box.top) / 2).path
    with page.apart() as canvas:
        clip = canvas.beginPath()
        clip.rect(element.x, element.y, element.width, element.height)
        canvas.clipPath(clip, stroke=0)
        canvas.translate(style.A4[0] / 2, style.A4[1] / 2)
        canvas.rotate(45)
        canvas.setFillColor(rgb(element.ink))
        canvas.paint(path)
