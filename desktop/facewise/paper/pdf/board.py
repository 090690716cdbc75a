"""A sign as a display list: letters, panels, pictograms and codes, each at its place, drawn as paths.

Lengths are points. A part has its upper left corner at 0, 0 and reaches downwards; parts are put below or
beside each other, and the whole becomes a board with y upwards from its lower left corner.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate
from typing import TypeAlias

from facewise.paper.legibility import Role
from facewise.paper.pdf import style
from facewise.paper.pdf.font import Step, clean, face, ink, outline, width
from facewise.paper.pdf.lines import fill
from facewise.paper.pdf.logo import Logo
from facewise.paper.pdf.style import Type

QUIET = 4
"""The white modules round a code (ISO/IEC 18004)."""

_DIAGONAL = 0.5**0.5
_RISE = 0.38  # from the middle of a hanzi's square down to the baseline, in ems


@dataclass(frozen=True, slots=True)
class Letters:
    """One line of text whose baseline begins at x, y."""

    x: float
    y: float
    text: str
    type: Type
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Panel:
    """A rectangle from its lower left corner: filled, or lined inside its edge, or both; perhaps rounded."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    line: str = ""
    thickness: float = style.STRONG
    radius: float = 0


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
    """A word repeated on a diagonal through a middle, as far as it shows inside a rectangle."""

    x: float
    y: float
    width: float
    height: float
    text: str
    ink: str
    middle: tuple[float, float]
    letters: float
    length: float

    def path(self) -> tuple[Step, ...]:
        """Return the words on their diagonal."""
        box = ink(self.text, "bold", 1)
        size = self.letters / (box.top - box.bottom)
        count = int(self.length / width(self.text + " ", "bold", size))
        words = " ".join([self.text] * max(count, 1))
        box = ink(words, "bold", size)
        drawn = outline(words, "bold", size, -(box.left + box.right) / 2, -(box.bottom + box.top) / 2).path
        return tuple((name, tuple(self._turned(points))) for name, points in drawn)

    def _turned(self, points: tuple[float, ...]) -> Iterator[float]:
        for x, y in zip(points[::2], points[1::2], strict=True):
            yield self.middle[0] + (x - y) * _DIAGONAL
            yield self.middle[1] + (x + y) * _DIAGONAL


@dataclass(frozen=True, slots=True)
class Emblem:
    """The logo of a business in a box, from its lower left corner."""

    x: float
    y: float
    width: float
    height: float
    logo: Logo


Element: TypeAlias = Letters | Panel | Pictogram | Code | Stamp | Emblem


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
    """A whole sign: its size, its elements in the order of drawing, what it says in the order of reading.

    What has to bleed reaches beyond the size.
    """

    size: tuple[float, float]
    elements: tuple[Element, ...]
    said: tuple[str, ...]

    def scaled(self, scale: float) -> "Board":
        """Return the board larger or smaller."""
        if scale == 1:
            return self
        wide, tall = self.size
        elements = tuple(_scaled(element, scale) for element in self.elements)
        return Board((wide * scale, tall * scale), elements, self.said)


def _scaled(element: Element, scale: float) -> Element:
    moved = replace(element, x=element.x * scale, y=element.y * scale)
    match moved:
        case Letters(type=kind):
            return replace(moved, type=replace(kind, size=kind.size * scale, leading=kind.leading * scale))
        case Pictogram() | Code():
            return replace(moved, size=moved.size * scale)
    moved = replace(moved, width=moved.width * scale, height=moved.height * scale)
    match moved:
        case Panel():
            return replace(moved, thickness=moved.thickness * scale, radius=moved.radius * scale)
        case Stamp(middle=(x, y)):
            middle = (x * scale, y * scale)
            return replace(moved, middle=middle, letters=moved.letters * scale, length=moved.length * scale)
    return moved


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


def in_role(part: Part, role: Role) -> Part:
    """Return a part whose letters count as a certain part of the sign."""
    elements = (replace(e, role=role) if isinstance(e, Letters) else e for e in part.elements)
    return replace(part, elements=tuple(elements))


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
