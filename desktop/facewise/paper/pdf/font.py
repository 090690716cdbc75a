"""The three faces we ship, read by HarfBuzz: widths, glyphs, outlines, ink, and what no face can show.

What has no shape on paper is dropped before anything is measured or drawn (`clean`): control characters, bidi
and zero-width marks, variation selectors. Tabs and other spaces become a space, every kind of line end a
newline. A character that the faces lack (`missing` names them) is drawn as the printers' replacement mark 〓,
but copies and searches as itself.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

import uharfbuzz as hb

from facewise import data
from facewise.paper.pdf.style import Weight

REPLACEMENT = "〓"

Step = tuple[str, tuple[float, ...]]  # "M", "L", "C" or "Z" with its points
_FILES: dict[Weight, str] = {"regular": "Regular", "medium": "Medium", "bold": "Bold"}


_K = TypeVar("_K")
_V = TypeVar("_V")


class _Kept(dict[_K, _V]):
    """Values worked out once per key, at the price of a dictionary look-up afterwards."""

    def __init__(self, work_out: Callable[[_K], _V]) -> None:
        self._work_out = work_out

    def __missing__(self, key: _K) -> _V:
        value = self[key] = self._work_out(key)
        return value


def _as_set(code: int) -> int | None:
    character = chr(code)
    kind = unicodedata.category(character)
    if character in "\n\u3000\u00a0":
        return code
    if character in "\v\f\r\x85\u2028\u2029":
        return 10
    if character == "\t" or kind == "Zs":
        return 32
    return None if _SELECTOR.match(character) or kind in {"Cc", "Cf"} else code


_SELECTOR = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_settable: _Kept[int, int | None] = _Kept(_as_set)


def clean(text: str) -> str:
    """Return a text as it can be set: without marks that have no shape, with plain spaces and newlines."""
    if text.isprintable() and not _SELECTOR.search(text):
        return text
    return text.replace("\r\n", "\n").translate(_settable)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points, y upwards."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Outline:
    """A text as paths, y upwards from its baseline, with the width it takes; all in points."""

    path: tuple[Step, ...]
    advance: float


class Face:
    """One font file: `glyph` and `advance` (thousandths of the size) of each character.

    `points` has for each size the advance of each character in points.
    """

    def __init__(self, weight: Weight) -> None:
        self.name, self.weight = f"NotoSansSC-{_FILES[weight]}", weight
        self.path = data.folder("resources") / "fonts" / f"{self.name}.ttf"
        self._font = hb.Font(hb.Face(hb.Blob.from_file_path(str(self.path))))
        nominal, advance = self._font.get_nominal_glyph, self._font.get_glyph_h_advance
        self._replacement: int = nominal(ord(REPLACEMENT)) or 0
        unit = 1000 / self._font.face.upem
        self.shown: _Kept[str, bool] = _Kept(lambda character: bool(nominal(ord(character))))
        self.glyph: _Kept[str, int] = _Kept(lambda character: nominal(ord(character)) or self._replacement)
        self.advance: _Kept[str, float] = _Kept(lambda character: advance(self.glyph[character]) * unit)
        self.points: _Kept[float, _Kept[str, float]] = _Kept(self._points)
        self.shape: _Kept[int, tuple[Step, ...]] = _Kept(self._shape)

    def width(self, text: str, size: float) -> float:
        """Return the width of a cleaned text in points."""
        return sum(map(self.advance.__getitem__, text)) * size / 1000

    def _points(self, size: float) -> _Kept[str, float]:
        return _Kept(lambda character: self.advance[character] * size / 1000)

    def _shape(self, glyph: int) -> tuple[Step, ...]:
        steps: list[Step] = []
        self._font.draw_glyph(glyph, _pen(), steps)
        return tuple(steps)


@cache
def face(weight: Weight) -> Face:
    """Return a face, opened once."""
    return Face(weight)


@cache
def _pen() -> "hb.DrawFuncs":
    pen = hb.DrawFuncs()
    pen.set_move_to_func(lambda x, y, steps: steps.append(("M", (x, y))))
    pen.set_line_to_func(lambda x, y, steps: steps.append(("L", (x, y))))
    pen.set_cubic_to_func(lambda a, b, c, d, x, y, steps: steps.append(("C", (a, b, c, d, x, y))))
    pen.set_quadratic_to_func(_raise_to_cubic)
    pen.set_close_path_func(lambda steps: steps.append(("Z", ())))
    return pen


def _raise_to_cubic(a: float, b: float, x: float, y: float, steps: list[Step]) -> None:
    from_x, from_y = steps[-1][1][-2:]
    first = (from_x + (a - from_x) * 2 / 3, from_y + (b - from_y) * 2 / 3)
    second = (x + (a - x) * 2 / 3, y + (b - y) * 2 / 3)
    steps.append(("C", (*first, *second, x, y)))


def missing(text: str) -> str:
    """Return the characters that no shipped face can show, each once, in order of first appearance."""
    shown = face("regular").shown
    return "".join(dict.fromkeys(c for c in clean(text) if c != "\n" and not shown[c]))


def width(text: str, weight: Weight, size: float) -> float:
    """Return the width of a text on one line in points."""
    return face(weight).width(clean(text), size)


def outline(text: str, weight: Weight, size: float, x: float = 0, y: float = 0) -> Outline:
    """Return a one-line text as filled paths whose baseline begins at x, y; points, y upwards."""
    one = face(weight)
    scale = size / 1000
    steps: list[Step] = []
    pen = x
    for character in clean(text):
        for name, points in one.shape[one.glyph[character]]:
            steps.append((name, tuple(_moved(points, scale, pen, y))))
        pen += one.advance[character] * scale
    return Outline(tuple(steps), pen - x)


def _moved(points: tuple[float, ...], scale: float, x: float, y: float) -> Iterable[float]:
    return (value * scale + (y if index % 2 else x) for index, value in enumerate(points))


def ink(text: str, weight: Weight, size: float) -> Box:
    """Return the rectangle that the ink of a one-line text fills, from where its baseline begins.

    Measured on end points and control points, which in this font lie on the extremes.
    """
    points = [points for _, points in outline(text, weight, size).path if points]
    if not points:
        return Box(0, 0, 0, 0)
    xs = [x for each in points for x in each[0::2]]
    ys = [y for each in points for y in each[1::2]]
    return Box(min(xs), min(ys), max(xs), max(ys))
