"""What stands on a page, as boxes that know their height, where they may be divided, how to draw themselves.

Every box is drawn at x and top (points from the left and lower edge of the page, downwards from `top`).
`split(room)` returns what fits into a height and what goes on, or None where the box may not be divided;
`force` divides all the same, for what is higher than a page. Boxes are never changed, but frozen they would
take three times as long to make, and a report has thousands.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from math import inf
from typing import Protocol, TypeAlias

from facewise.paper.pdf import style
from facewise.paper.pdf.font import Box as Area
from facewise.paper.pdf.nodes import Node
from facewise.paper.pdf.tagged import Page
from facewise.paper.pdf.typeset import Align, Paragraph, Voice, draw_lines, numbered
from facewise.paper.pdf.words import PageNumbers

Ink: TypeAlias = Callable[[Page, float, float, float], None]  # draws at x, top, over a height


class Box(Protocol):
    """Something of a height that can be drawn and perhaps divided."""

    @property
    def height(self) -> float:
        """The height in points."""

    def split(self, room: float, *, force: bool = False) -> "tuple[Box, Box] | None":
        """Return the part that fits into `room` and the rest, or None."""

    def draw(self, page: Page, x: float, top: float) -> None:
        """Draw the box with its upper left corner at x, top."""


@dataclass(slots=True, eq=False)
class Lines:
    """Lines of a paragraph from `first` to before `last`; divided with at least `least` lines on each side.

    A paragraph of up to `whole` lines stays in one piece.
    """

    text: Paragraph
    width: float
    voice: Voice
    first: int = 0
    last: int = -1
    align: Align = "left"
    least: int = 2
    whole: int = 3
    numbers: PageNumbers | None = None  # where the lines keep places for page numbers
    height: float = field(init=False)

    def __post_init__(self) -> None:
        if self.last < 0:
            self.last = len(self.text.lines)
        self.height = self.count * self.text.type.leading

    @property
    def count(self) -> int:
        """How many lines."""
        return self.last - self.first

    def split(self, room: float, *, force: bool = False) -> "tuple[Lines, Lines] | None":
        """Return the lines that fit and those that do not."""
        fits = int((room + 0.01) / self.text.type.leading)
        least = 1 if force else self.least
        if not force and self.count <= self.whole:
            return None
        fits = min(fits, self.count - least)
        if fits < least:
            return None
        middle = self.first + fits
        return replace(self, last=middle), replace(self, first=middle, whole=0)

    def draw(self, page: Page, x: float, top: float) -> None:
        """Draw the lines."""
        text = numbered(self.text, self.width, self.numbers) if self.numbers else self.text
        span = (self.first, min(self.last, len(text.lines)))
        draw_lines(page, text, span, (x, top, self.width), self.align, self.voice)


def aligned(lines: Lines, align: Align) -> Lines:
    """Return lines aligned otherwise."""
    return lines if lines.align == align else replace(lines, align=align)


@dataclass(slots=True, eq=False)
class Sketch:
    """A drawing of a fixed height; `paint` draws it at x, top."""

    height: float
    paint: Callable[[Page, float, float], None]

    def split(self, room: float, *, force: bool = False) -> None:
        """A drawing is not divided."""

    def draw(self, page: Page, x: float, top: float) -> None:
        """Draw it."""
        self.paint(page, x, top)


NOTHING = Sketch(0, lambda _page, _x, _top: None)


@dataclass(slots=True, eq=False)
class Stack:
    """Boxes one under the other with gaps; `between` divides only between boxes.

    The first `together` boxes are not parted from the one that follows them.
    """

    boxes: tuple[Box, ...]
    gap: float = 0
    between: bool = False
    together: int = 0
    height: float = field(init=False)

    def __post_init__(self) -> None:
        gaps = self.gap * max(len(self.boxes) - 1, 0)
        self.height = sum([box.height for box in self.boxes]) + gaps

    def split(self, room: float, *, force: bool = False) -> "tuple[Box, Box] | None":
        """Return the boxes that fit and those that do not, the box on the border divided if it may be."""
        used = 0.0
        for index, box in enumerate(self.boxes):
            if used + box.height > room + 0.01:
                return self._split_at(index, room - used, force=force)
            used += box.height + self.gap
        return None

    def _split_at(self, index: int, room: float, *, force: bool) -> "tuple[Box, Box] | None":
        if index < self.together and not force:
            return None
        divided = None if self.between and not force else self.boxes[index].split(room, force=force)
        if divided:
            upper, lower = (*self.boxes[:index], divided[0]), (divided[1], *self.boxes[index + 1 :])
        elif index > (0 if force else self.together):
            upper, lower = self.boxes[:index], self.boxes[index:]
        else:
            return None
        return replace(self, boxes=upper), replace(self, boxes=lower, together=0)

    def draw(self, page: Page, x: float, top: float) -> None:
        """Draw them downwards."""
        for box in self.boxes:
            box.draw(page, x, top)
            top -= box.height + self.gap


@dataclass(slots=True, eq=False)
class Beside:
    """Boxes side by side, each at its own distance from the left; drawn in the given order.

    A row lower than `whole` points is not divided.
    """

    boxes: tuple[tuple[float, Box], ...]
    whole: float = 0
    height: float = field(init=False)

    def __post_init__(self) -> None:
        self.height = max([box.height for _, box in self.boxes], default=0)

    def split(self, room: float, *, force: bool = False) -> "tuple[Box, Box] | None":
        """Return the upper parts and the lower parts, if every box that does not fit can be divided."""
        if room <= 0 or (self.height <= self.whole and not force):
            return None
        upper: list[tuple[float, Box]] = []
        lower: list[tuple[float, Box]] = []
        for x, box in self.boxes:
            if box.height <= room + 0.01:
                upper.append((x, box))
                continue
            divided = box.split(room, force=force)
            if divided is None:
                return None
            upper.append((x, divided[0]))
            lower.append((x, divided[1]))
        return (
            (replace(self, boxes=tuple(upper)), replace(self, boxes=tuple(lower), whole=0)) if lower else None
        )

    def draw(self, page: Page, x: float, top: float) -> None:
        """Draw them in the given order."""
        for distance, box in self.boxes:
            box.draw(page, x + distance, top)


@dataclass(slots=True, eq=False)
class Padded:
    """A box with room around it and, where given, ink behind and rules before it (an artifact)."""

    box: Box
    above: float = 0
    below: float = 0
    left: float = 0
    ink: Ink | None = None
    last_ink: Ink | None = None  # drawn where the box ends, not where it is cut
    minimum: float = 0
    height: float = field(init=False)

    def __post_init__(self) -> None:
        self.height = max(self.above + self.box.height + self.below, self.minimum)

    def split(self, room: float, *, force: bool = False) -> "tuple[Box, Box] | None":
        """Return the box divided; room and ink go on on both sides."""
        divided = self.box.split(room - self.above - self.below, force=force)
        if divided is None:
            return None
        return replace(self, box=divided[0], last_ink=None, minimum=0), replace(
            self, box=divided[1], minimum=0
        )

    def draw(self, page: Page, x: float, top: float) -> None:
        """Draw the ink, then the box."""
        if self.ink or self.last_ink:
            with page.artifact():
                for ink in filter(None, (self.ink, self.last_ink)):
                    ink(page, x, top, self.height)
        self.box.draw(page, x + self.left, top - self.above)


def rule_above(*stretches: tuple[float, float], width: float = style.THIN, ink: str = style.HAIR) -> Ink:
    """Return ink that draws a rule on the upper edge over each stretch (distance, length)."""

    def draw(page: Page, x: float, top: float, _height: float) -> None:
        for distance, length in stretches:
            page.rule(x + distance, top, length, width, ink)

    return draw


def rule_below(*stretches: tuple[float, float], width: float = style.THIN, ink: str = style.HAIR) -> Ink:
    """Return ink that draws a rule on the lower edge over each stretch."""
    above = rule_above(*stretches, width=width, ink=ink)
    return lambda page, x, top, height: above(page, x, top - height, 0)


def bar_left(width: float, ink: str) -> Ink:
    """Return ink that draws a bar along the left side."""

    def draw(page: Page, x: float, top: float, height: float) -> None:
        page.rectangle(Area(x, top - height, x + width, top), fill=ink)

    return draw


def frame(length: float, width: float = style.FINE, ink: str = style.INK) -> Ink:
    """Return ink that draws a frame around."""

    def draw(page: Page, x: float, top: float, height: float) -> None:
        page.rectangle(Area(x, top - height, x + length, top), line=ink, width=width)

    return draw


def whole(*boxes: tuple[float, Box]) -> Box:
    """Return boxes side by side that stay on one page, unless they are higher than one."""
    return Beside(boxes, whole=inf)


def stack(boxes: Sequence[Box], gap: float = 0, *, between: bool = False) -> Box:
    """Return boxes as one, itself where there is one only."""
    return boxes[0] if len(boxes) == 1 else Stack(tuple(boxes), gap, between)


@dataclass(slots=True, eq=False)
class Read:
    """A box whose nodes take their places in the tree in the given order, even if they are empty."""

    box: Box
    nodes: tuple[Node, ...]
    height: float = field(init=False)

    def __post_init__(self) -> None:
        self.height = self.box.height

    def split(self, room: float, *, force: bool = False) -> tuple[Box, Box] | None:
        """Return the box divided; the nodes have their places from the first part on."""
        divided = self.box.split(room, force=force)
        return (replace(self, box=divided[0]), divided[1]) if divided else None

    def draw(self, page: Page, x: float, top: float) -> None:
        """Place the nodes, then draw the box."""
        for node in self.nodes:
            page.reads(node)
        self.box.draw(page, x, top)
