"""The marks, grades and pictograms of `resources/pictograms` as PDF paths, and paths as operators.

Reads the few SVG elements that our drawings use; a letter becomes an outline, so no stray text is extracted.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from xml.etree import ElementTree as ET

from facewise import data
from facewise.paper.pdf.font import Step, outline, width
from facewise.paper.pdf.tagged import Page, colour

_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}
_TOKEN = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)")
_ROUND = 0.5522847  # how far a Bezier handle reaches to draw a quarter of a circle
_SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing in a square box of `size` units, y upwards, as content-stream operators."""

    key: str
    size: float
    operators: bytes


def operators(path: Iterable[Step]) -> str:
    """Return a path as PDF operators, without painting it."""
    return "\n".join(
        " ".join([*(f"{v:.3f}".rstrip("0").rstrip(".") for v in p), _OPERATORS[n]]) for n, p in path
    )


def place(page: Page, drawing: Drawing, x: float, y: float, size: float) -> None:
    """Draw a drawing at a size in points, its lower left corner at x, y; the caller says what it is."""
    key = page.writer.form(drawing.key, drawing.operators, (0, 0, drawing.size, drawing.size))
    page.place(key, x, y, size / drawing.size)


@cache
def picture(name: str) -> Drawing:
    """Return a mark, grade or pictogram by the name of its file."""
    file = data.folder("resources") / "pictograms" / f"{name}.svg"
    root = ET.fromstring(file.read_bytes())  # noqa: S314, our own file
    size = float(root.attrib["viewBox"].split()[2])
    drawn = [f"1 0 0 -1 0 {size:g} cm", *(_element(child) for child in root)]
    return Drawing(name, size, "\n".join(filter(None, drawn)).encode())


def _element(element: ET.Element) -> str:
    kind = element.tag.removeprefix(_SVG)
    if kind == "g":
        return f"q {_transform(element.attrib['transform'])} " + "\n".join(map(_element, element)) + " Q"
    if kind == "title":
        return ""
    if kind == "text":
        return _letter(element.attrib, element.text or "")
    path = _SHAPES[kind](element.attrib)
    return _painted(operators(path), element.attrib)


def _painted(path: str, attributes: dict[str, str]) -> str:
    fill, line = attributes.get("fill", ""), attributes.get("stroke", "none")
    fill = "" if fill in {"", "none"} else _long(fill)
    dash = f"[{attributes['stroke-dasharray']}] 0 d " if "stroke-dasharray" in attributes else ""
    paint = f"{colour(fill)} rg " if fill else ""
    if line == "none":
        return f"{paint}{path} f" if fill else ""
    join = 1 if attributes.get("stroke-linejoin") == "round" else 0
    pen = f"{colour(_long(line))} RG {attributes['stroke-width']} w {join} j {dash}"
    return f"q {paint}{pen}{path} {'B' if fill else 'S'} Q"


def _long(value: str) -> str:
    return value if len(value) > 4 else "#" + "".join(2 * digit for digit in value[1:])  # noqa: PLR2004, #RGB


def _letter(attributes: dict[str, str], text: str) -> str:
    size, x, y = (float(attributes[key]) for key in ("font-size", "x", "y"))
    path = outline(text, "bold", size, -width(text, "bold", size) / 2).path
    return f"q 1 0 0 -1 {x:g} {y:g} cm {colour(_long(attributes['fill']))} rg {operators(path)} f Q"


def _transform(value: str) -> str:
    moves = re.findall(r"(translate|scale)\(([^)]*)\)", value)
    parts = []
    for how, raw in moves:
        figures = [float(figure) for figure in raw.split(",")]
        first, second = figures[0], figures[-1]
        parts.append(
            f"1 0 0 1 {first:g} {second:g} cm" if how == "translate" else f"{first:g} 0 0 {second:g} 0 0 cm"
        )
    return " ".join(parts)


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


_SHAPES = {"polygon": _polygon, "rect": _rectangle, "circle": _circle, "path": _path}
