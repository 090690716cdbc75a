"""The plain shapes and transforms of an SVG."""

import re
from collections.abc import Callable, Mapping
from functools import reduce
from math import cos, radians, sin, tan

from facewise.paper.pdf.drawing import rounded
from facewise.paper.pdf.font import Step
from facewise.paper.pdf.svg_path import path_steps

Matrix = tuple[float, float, float, float, float, float]
Attributes = Mapping[str, str]

_ROUND = 0.5522847
_UNITS = {"": 1, "px": 1, "pt": 4 / 3, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96}
_LENGTH = re.compile(r"\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)\s*([a-z]*)\s*")
_STEP = re.compile(r"\s*(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^)]*)\)[\s,]*")


def length(written: str) -> float:
    """Return a length in units of the drawing; ValueError for percentages and what is none."""
    match = _LENGTH.fullmatch(written)
    if match is None or match[2] not in _UNITS:
        raise ValueError(written)
    return float(match[1]) * _UNITS[match[2]]


def matrix(written: str, outer: Matrix) -> Matrix:
    """Return what a transform makes of the one around it; ValueError where it is written wrongly."""
    found, at = [], 0
    while at < len(written.rstrip()):
        match = _STEP.match(written, at)
        if match is None:
            raise ValueError(written)
        found.append(_matrix(match[1], tuple(map(float, re.findall(r"[^\s,]+", match[2])))))
        at = match.end()
    return reduce(_times, found, outer)


def _matrix(name: str, f: tuple[float, ...]) -> Matrix:
    if name == "matrix":
        a, b, c, d, e, g = f
        return a, b, c, d, e, g
    if name == "translate":
        return 1, 0, 0, 1, f[0], f[1] if len(f) > 1 else 0
    if name == "scale":
        return f[0], 0, 0, f[1] if len(f) > 1 else f[0], 0, 0
    if name == "rotate":
        x, y = f[1:] or (0.0, 0.0)
        c, s = cos(radians(f[0])), sin(radians(f[0]))
        return c, s, -s, c, x - c * x + s * y, y - s * x - c * y
    slope = tan(radians(f[0]))
    return (1, 0, slope, 1, 0, 0) if name == "skewX" else (1, slope, 0, 1, 0, 0)


def _times(m: Matrix, n: Matrix) -> Matrix:
    return (
        m[0] * n[0] + m[2] * n[1],
        m[1] * n[0] + m[3] * n[1],
        m[0] * n[2] + m[2] * n[3],
        m[1] * n[2] + m[3] * n[3],
        m[0] * n[4] + m[2] * n[5] + m[4],
        m[1] * n[4] + m[3] * n[5] + m[5],
    )


def _path(attributes: Attributes) -> tuple[Step, ...]:
    return path_steps(attributes.get("d", ""))


def _rect(attributes: Attributes) -> tuple[Step, ...]:
    x, y, wide, high = (length(attributes.get(key, "0")) for key in ("x", "y", "width", "height"))
    radius = min(length(attributes.get("rx", attributes.get("ry", "0"))), wide / 2, high / 2)
    return tuple(rounded(x, y, wide, high, radius)) if wide > 0 and high > 0 else ()


def _circle(attributes: Attributes) -> tuple[Step, ...]:
    radius = attributes.get("r", "0")
    return _ellipse({**attributes, "rx": radius, "ry": radius})


def _ellipse(attributes: Attributes) -> tuple[Step, ...]:
    x, y, rx, ry = (length(attributes.get(key, "0")) for key in ("cx", "cy", "rx", "ry"))
    a, b = rx * _ROUND, ry * _ROUND
    if rx <= 0 or ry <= 0:
        return ()
    return (
        ("M", (x + rx, y)),
        ("C", (x + rx, y + b, x + a, y + ry, x, y + ry)),
        ("C", (x - a, y + ry, x - rx, y + b, x - rx, y)),
        ("C", (x - rx, y - b, x - a, y - ry, x, y - ry)),
        ("C", (x + a, y - ry, x + rx, y - b, x + rx, y)),
        ("Z", ()),
    )


def _line(attributes: Attributes) -> tuple[Step, ...]:
    x1, y1, x2, y2 = (length(attributes.get(key, "0")) for key in ("x1", "y1", "x2", "y2"))
    return ("M", (x1, y1)), ("L", (x2, y2))


def _polyline(attributes: Attributes) -> tuple[Step, ...]:
    values = [float(each) for each in re.findall(r"[^\s,]+", attributes.get("points", ""))]
    points = list(zip(values[::2], values[1::2], strict=True))
    return tuple(("L" if index else "M", point) for index, point in enumerate(points))


def _polygon(attributes: Attributes) -> tuple[Step, ...]:
    steps = _polyline(attributes)
    return (*steps, ("Z", ())) if steps else ()


SHAPES: dict[str, Callable[[Attributes], tuple[Step, ...]]] = {
    "path": _path,
    "rect": _rect,
    "circle": _circle,
    "ellipse": _ellipse,
    "line": _line,
    "polyline": _polyline,
    "polygon": _polygon,
}
"""The shapes by name, each from its attributes."""
