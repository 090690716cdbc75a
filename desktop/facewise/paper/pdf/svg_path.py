"""The paths of an SVG as lines and cubic curves, in the units and with the y of the SVG."""

import re
from collections.abc import Callable, Iterator
from math import atan2, ceil, cos, hypot, pi, radians, sin, sqrt, tan

from facewise.paper.pdf.font import Step

_TOKEN = re.compile(
    r"([MmLlHhVvCcSsQqTtAaZz])|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)|([\s,]+)|(.)", re.DOTALL
)
_COUNT = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_AFTER = {"M": "L", "m": "l"}
_FLAGS = re.compile(r"[\s,]*([01])")

Point = tuple[float, float]


class _Pen:
    """Where the path is, and what the next curve leans on."""

    def __init__(self) -> None:
        self.at: Point = (0.0, 0.0)
        self.start: Point = (0.0, 0.0)
        self.handle: Point | None = None
        self.last = ""


def path_steps(d: str) -> tuple[Step, ...]:
    """Return a path; ValueError where it is not written as the standard says."""
    pen, steps = _Pen(), list[Step]()
    for command, figures in _commands(d):
        if not steps and command.upper() != "M":
            raise ValueError(command)
        steps += _drawn(pen, command, figures)
    return tuple(steps)


def _commands(d: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    at, command = 0, ""
    while at < len(d):
        match = _TOKEN.match(d, at)
        if match is None or match[4]:
            raise ValueError(d[at : at + 8])
        if match[3]:
            at = match.end()
            continue
        if match[1]:
            command, at = match[1], match.end()
        elif not command or command in "Zz":
            raise ValueError(d[at : at + 8])
        figures, at = _figures(d, at, command)
        yield command, figures
        command = _AFTER.get(command, command)


def _figures(d: str, at: int, command: str) -> tuple[tuple[float, ...], int]:
    found: list[float] = []
    while len(found) < _COUNT[command.upper()]:
        if command in "Aa" and len(found) in (3, 4):  # flags need no space behind them
            flag = _FLAGS.match(d, at)
            if flag is None:
                raise ValueError(d[at : at + 8])
            found.append(float(flag[1]))
            at = flag.end()
            continue
        match = _TOKEN.match(d, at)
        if match is None or match[1] or match[4]:
            raise ValueError(d[at : at + 8])
        at = match.end()
        if match[2]:
            found.append(float(match[2]))
    return tuple(found), at


def _drawn(pen: _Pen, command: str, figures: tuple[float, ...]) -> list[Step]:
    big = command.upper()
    if big == "Z":
        pen.at, pen.handle, pen.last = pen.start, None, "Z"
        return [("Z", ())]
    if big == "A":
        end = _placed(pen, command, figures[5:])[0]
        made = list(_arc(pen.at, figures[:5], end))
        pen.at, pen.handle, pen.last = end, None, "A"
        return made
    if big in "HV":
        x, y = pen.at if command.islower() else (0.0, 0.0)
        end = (x + figures[0], pen.at[1]) if big == "H" else (pen.at[0], y + figures[0])
        made = [("L", end)]
        pen.at, pen.handle, pen.last = end, None, "L"
        return made
    return _curved(pen, big, _placed(pen, command, figures))


def _curved(pen: _Pen, big: str, points: tuple[Point, ...]) -> list[Step]:
    """Moves, lines and curves by points; a smooth curve mirrors the handle before."""
    begin, end = pen.at, points[-1]
    if big in "ML":
        pen.at, pen.handle, pen.last = end, None, big
        if big == "M":
            pen.start = end
        return [(big, end)]
    if big in "ST":
        points = (_mirrored(pen, big), *points)
    pen.at, pen.handle, pen.last = end, points[-2], big
    if big in "QT":
        (x, y), handle = begin, points[0]
        first = (x + (handle[0] - x) * 2 / 3, y + (handle[1] - y) * 2 / 3)
        second = (end[0] + (handle[0] - end[0]) * 2 / 3, end[1] + (handle[1] - end[1]) * 2 / 3)
        points = (first, second, end)
    return [("C", tuple(value for point in points for value in point))]


def _mirrored(pen: _Pen, big: str) -> Point:
    family = "CS" if big == "S" else "QT"
    if pen.handle is None or pen.last not in family:
        return pen.at
    return 2 * pen.at[0] - pen.handle[0], 2 * pen.at[1] - pen.handle[1]


def _placed(pen: _Pen, command: str, figures: tuple[float, ...]) -> tuple[Point, ...]:
    x, y = pen.at if command.islower() else (0.0, 0.0)
    return tuple((x + a, y + b) for a, b in zip(figures[::2], figures[1::2], strict=True))


def _arc(begin: Point, shape: tuple[float, ...], end: Point) -> Iterator[Step]:
    """An arc of an ellipse in quarters, as SVG 1.1 F.6.5 finds its centre."""
    rx, ry, turn, large, sweep = abs(shape[0]), abs(shape[1]), radians(shape[2]), shape[3], shape[4]
    if begin == end:
        return
    if not (rx and ry):
        yield "L", end
        return
    c, s = cos(turn), sin(turn)
    half_x, half_y = (begin[0] - end[0]) / 2, (begin[1] - end[1]) / 2
    x, y = (c * half_x + s * half_y) / rx, (c * half_y - s * half_x) / ry
    grown = max(hypot(x, y), 1.0)
    rx, ry, x, y = rx * grown, ry * grown, x / grown, y / grown
    away = sqrt(max(1 / (x * x + y * y) - 1, 0)) * (-1 if large == sweep else 1)
    cx, cy = away * y, -away * x
    first = _angle(x - cx, y - cy)
    span = _angle(-x - cx, -y - cy) - first
    span += 2 * pi * ((sweep and span < 0) - (not sweep and span > 0))
    middle = ((begin[0] + end[0]) / 2, (begin[1] + end[1]) / 2)

    def out(px: float, py: float) -> Point:
        px, py = (px + cx) * rx, (py + cy) * ry
        return middle[0] + c * px - s * py, middle[1] + s * px + c * py

    yield from _quarters(first, span, end, out)


def _quarters(first: float, span: float, end: Point, out: Callable[[float, float], Point]) -> Iterator[Step]:
    """Curves along a circle of 1, from an angle on; `out` tells where its points lie on paper."""
    parts = max(ceil(abs(span) / (pi / 2) - 1e-9), 1)
    reach = 4 / 3 * tan(span / parts / 4)
    for index in range(parts):
        a, b = first + index * span / parts, first + (index + 1) * span / parts
        one = out(cos(a) - reach * sin(a), sin(a) + reach * cos(a))
        two = out(cos(b) + reach * sin(b), sin(b) - reach * cos(b))
        last = end if index == parts - 1 else out(cos(b), sin(b))
        yield "C", (*one, *two, *last)


def _angle(x: float, y: float) -> float:
    return atan2(y, x)
