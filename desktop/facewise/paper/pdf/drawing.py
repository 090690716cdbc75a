"""The marks, grades and pictograms of `resources/pictograms` as shapes, and how a page draws them.

Reads the few SVG elements that our drawings use; a letter becomes an outline, so no stray text is extracted.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import NamedTuple
from xml.etree import ElementTree as ET

from facewise import data
from facewise.paper.pdf import style
from facewise.paper.pdf.canvas import TaggedCanvas, numerals, rgb, traced
from facewise.paper.pdf.font import Box, Step, outline, width
from facewise.paper.pdf.objects import deflated
from facewise.paper.pdf.tagged import Page

_TOKEN = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)")
_ROUND = 0.5522847  # how far a Bezier handle reaches to draw a quarter of a circle
_SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True, slots=True)
class Shape:
    """A path, filled, lined or both; joins of its line are round or pointed."""

    path: tuple[Step, ...]
    fill: str = ""
    line: str = ""
    width: float = style.FINE
    round: bool = False
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """A drawing in a square box of `size` units, y upwards."""

    key: str
    size: float
    shapes: tuple[Shape, ...]

    def inked(self, ink: str) -> "Drawing":
        """Return the drawing with another colour where it is black."""
        shapes = (
            replace(
                one,
                fill=ink if one.fill == style.INK else one.fill,
                line=ink if one.line == style.INK else one.line,
            )
            for one in self.shapes
        )
        return Drawing(f"{self.key}-{ink[1:]}", self.size, tuple(shapes))


def draw(canvas: TaggedCanvas, shape: Shape) -> None:
    """Draw a shape."""
    if shape.fill:
        canvas.setFillColor(rgb(shape.fill))
    if shape.line:
        canvas.setStrokeColor(rgb(shape.line))
        canvas.setLineWidth(shape.width)
        canvas.setLineJoin(1 if shape.round else 0)
        canvas.setDash(shape.dash)
    canvas.paint(shape.path, fill=bool(shape.fill), line=bool(shape.line))


def place(page: Page, drawing: Drawing, x: float, y: float, size: float) -> None:
    """Draw a drawing at a size in points, its lower left corner at x, y; the caller says what it is."""
    area, own = Box(x, y, x + size, y + size), (drawing.size, drawing.size)
    page.place(drawing.key, own, area, lambda: _content(drawing))


@lru_cache(256)
def _content(drawing: Drawing) -> bytes:
    return deflated("\n".join(map(_operators, drawing.shapes)))


def _operators(shape: Shape) -> str:
    colours = [f"{numerals(shape.fill)} rg"] if shape.fill else []
    if shape.line:
        dash = " ".join(f"{length:.3f}" for length in shape.dash)
        colours += [f"{numerals(shape.line)} RG {shape.width:.3f} w {int(shape.round)} j [{dash}] 0 d"]
    paint = "B" if shape.fill and shape.line else "f" if shape.fill else "S"
    return " ".join([*colours, traced(shape.path), paint])


def draw_modules(page: Page, rows: Sequence[Sequence[bool]], area: Box, ink: str) -> None:
    """Draw the dark modules of a code in a square area, neighbours of a row as one."""
    bars = []
    for y, row in enumerate(rows):
        edges = [x for x in range(len(row) + 1) if (x > 0 and row[x - 1]) != (x < len(row) and row[x])]
        level = len(rows) - 1 - y
        bars += [f"{x} {level} {end - x} 1 re" for x, end in zip(edges[::2], edges[1::2], strict=True)]
    module = (area.right - area.left) / len(rows)
    page.canvas.addLiteral(
        f"q {module:.5f} 0 0 {module:.5f} {area.left:.2f} {area.bottom:.2f} cm {numerals(ink)} rg\n"
        + "\n".join([*bars, "f Q" if bars else "Q"])
    )


class _Place(NamedTuple):
    """Where units of the drawing lie on the page: scaled, then moved, then turned upside down."""

    scale: float
    x: float
    y: float
    height: float

    def __call__(self, steps: Iterable[Step]) -> tuple[Step, ...]:
        return tuple((name, tuple(self._moved(points))) for name, points in steps)

    def _moved(self, points: tuple[float, ...]) -> Iterator[float]:
        for index, value in enumerate(points):
            if index % 2:
                yield self.height - self.y - self.scale * value
            else:
                yield self.x + self.scale * value


@cache
def picture(name: str) -> Drawing:
    """Return a mark, grade or pictogram by the name of its file."""
    file = data.folder("resources") / "pictograms" / f"{name}.svg"
    root = ET.fromstring(file.read_bytes())  # noqa: S314, our own file
    size = float(root.attrib["viewBox"].split()[2])
    return Drawing(name, size, tuple(_shapes(root, _Place(1, 0, 0, size))))


def _shapes(parent: ET.Element, place: _Place) -> Iterator[Shape]:
    for element in parent:
        kind = element.tag.removeprefix(_SVG)
        if kind == "g":
            yield from _shapes(element, _within(place, element.attrib["transform"]))
        elif kind == "text":
            yield _letter(element.attrib, element.text or "", place)
        elif kind != "title":
            yield _shape(_PATHS[kind](element.attrib), element.attrib, place)


def _shape(path: list[Step], attributes: dict[str, str], place: _Place) -> Shape:
    fill, line = attributes.get("fill", "none"), attributes.get("stroke", "none")
    return Shape(
        place(path),
        _long(fill),
        _long(line),
        float(attributes.get("stroke-width", 0)) * place.scale,
        attributes.get("stroke-linejoin") == "round",
        tuple(float(part) * place.scale for part in attributes.get("stroke-dasharray", "").split()),
    )


def _long(value: str) -> str:
    if value == "none":
        return ""
    return value if len(value) > 4 else "#" + "".join(2 * digit for digit in value[1:])  # noqa: PLR2004, #RGB


def _letter(attributes: dict[str, str], text: str, place: _Place) -> Shape:
    size, x, y = (float(attributes[key]) for key in ("font-size", "x", "y"))
    path = outline(text, "bold", size, x - width(text, "bold", size) / 2, place.height - y).path
    return Shape(path, _long(attributes["fill"]))


def _within(place: _Place, transform: str) -> _Place:
    """Our groups are moved, then scaled alike in both directions."""
    move, scale = re.findall(r"\(([^)]*)\)", transform)
    x, y = map(float, move.split(","))
    return _Place(
        place.scale * float(scale), place.x + place.scale * x, place.y + place.scale * y, place.height
    )


def _polygon(attributes: dict[str, str]) -> list[Step]:
    points = [tuple(map(float, pair.split(","))) for pair in attributes["points"].split()]
    return [("M", points[0]), *(("L", point) for point in points[1:]), ("Z", ())]


def _rectangle(attributes: dict[str, str]) -> list[Step]:
    x, y, wide, high = (float(attributes[key]) for key in ("x", "y", "width", "height"))
    return rounded(x, y, wide, high, float(attributes.get("rx", 0)))


def rounded(x: float, y: float, wide: float, high: float, radius: float) -> list[Step]:
    """Return a rectangle with round corners as a path."""
    right, top, k = x + wide, y + high, radius * (1 - _ROUND)
    if not radius:
        return [("M", (x, y)), ("L", (right, y)), ("L", (right, top)), ("L", (x, top)), ("Z", ())]
    return [
        ("M", (x + radius, y)),
        ("L", (right - radius, y)),
        ("C", (right - k, y, right, y + k, right, y + radius)),
        ("L", (right, top - radius)),
        ("C", (right, top - k, right - k, top, right - radius, top)),
        ("L", (x + radius, top)),
        ("C", (x + k, top, x, top - k, x, top - radius)),
        ("L", (x, y + radius)),
        ("C", (x, y + k, x + k, y, x + radius, y)),
        ("Z", ()),
    ]


def _circle(attributes: dict[str, str]) -> list[Step]:
    x, y, r = (float(attributes[key]) for key in ("cx", "cy", "r"))
    return rounded(x - r, y - r, 2 * r, 2 * r, r)


def _path(attributes: dict[str, str]) -> list[Step]:
    tokens = _TOKEN.findall(attributes["d"])
    steps: list[Step] = []
    at, command = 0, "M"
    while at < len(tokens):
        if tokens[at].isalpha():
            command, at = tokens[at], at + 1
        count = _ARGUMENTS[command]
        figures = tuple(map(float, tokens[at : at + count]))
        at += count
        steps += _steps(command, figures, steps)
        command = {"M": "L", "m": "l"}.get(command, command)
    return steps


_ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "c": 6, "a": 7, "Z": 0}


def _steps(command: str, figures: tuple[float, ...], before: list[Step]) -> list[Step]:
    x, y = before[-1][1][-2:] if before and before[-1][1] else (0.0, 0.0)
    if command == "H":
        return [("L", (figures[0], y))]
    if command == "V":
        return [("L", (x, figures[0]))]
    if command == "c":
        return [("C", tuple(value + (y if index % 2 else x) for index, value in enumerate(figures)))]
    if command == "a":
        return _arc(x, y, figures)
    return [(command, figures)]


def _arc(x: float, y: float, figures: tuple[float, ...]) -> list[Step]:
    """Our question mark is the one arc we have: a circle's, the long way round, clockwise on screen."""
    from math import atan2, ceil, cos, hypot, pi, sin, sqrt, tan

    radius, dx, dy = figures[0], figures[5], figures[6]
    chord = hypot(dx, dy)
    away = sqrt(max(radius**2 - chord**2 / 4, 0))
    cx, cy = x + dx / 2 + dy / chord * away, y + dy / 2 - dx / chord * away
    start = atan2(y - cy, x - cx)
    sweep = (atan2(y + dy - cy, x + dx - cx) - start) % (2 * pi)
    parts = ceil(sweep / (pi / 2))
    step = sweep / parts
    steps: list[Step] = []
    reach = 4 / 3 * tan(step / 4) * radius
    for index in range(parts):
        a, b = start + index * step, start + (index + 1) * step
        ax, ay, bx, by = (radius * f for f in (cos(a), sin(a), cos(b), sin(b)))
        handles = (
            cx + ax - reach * sin(a),
            cy + ay + reach * cos(a),
            cx + bx + reach * sin(b),
            cy + by - reach * cos(b),
        )
        steps.append(("C", (*handles, cx + bx, cy + by)))
    return steps


_PATHS = {"polygon": _polygon, "rect": _rectangle, "circle": _circle, "path": _path}
