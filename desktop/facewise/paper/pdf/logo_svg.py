"""The shapes of an SVG file that is not trusted. Nothing is loaded, looked up, carried out or animated.

Read are groups, paths and the plain shapes with their colours; whatever else would show is named and refused.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import isfinite
from xml.etree import ElementTree as ET

from facewise.errors import N_, FacewiseError
from facewise.paper.pdf.font import Step
from facewise.paper.pdf.logo import Logo, LogoNotReadError, LogoShape, LogoTooLargeError
from facewise.paper.pdf.svg_shapes import SHAPES, Matrix, length, matrix
from facewise.paper.pdf.svg_style import UNSET, Style, rules

_SVG = "{http://www.w3.org/2000/svg}"
_LARGEST = 2 * 1024 * 1024
_MOST_STEPS, _DEEPEST, _FARTHEST = 60_000, 60, 1e7
_PASSED = {"title", "desc", "metadata", "defs", "style", "symbol", "linearGradient", "radialGradient"}
_REFERRING = ("clip-path", "mask", "filter")


class SvgNotPlainError(FacewiseError):
    """An SVG with something that is more than shapes."""

    sentence = N_(
        "The logo contains <{what}>, which is not printed from an SVG. Save it as PNG, or turn everything "
        "into plain paths."
    )


@dataclass(frozen=True, slots=True)
class _At:
    """Where an element stands: what it inherits, how its units lie on the logo, how deep it is."""

    style: Style
    matrix: Matrix
    depth: int = 0


def read_svg(data: bytes) -> Logo:
    """Return the shapes of an SVG; raises LogoNotReadError, LogoTooLargeError, SvgNotPlainError."""
    if len(data) > _LARGEST:
        raise LogoTooLargeError(size=f"{len(data) / 1024 / 1024:.1f} MB")
    if b"<!ENTITY" in data or b"<!ATTLIST" in data:
        raise SvgNotPlainError(what="!ENTITY")
    try:
        return _read(data)
    except (ET.ParseError, ValueError, KeyError, IndexError, OverflowError, LookupError) as error:
        raise LogoNotReadError from error


def _read(data: bytes) -> Logo:
    root = ET.fromstring(data)  # noqa: S314, no entities, and nothing is loaded
    _refuse_what_acts(root)
    if root.tag != f"{_SVG}svg":
        raise LogoNotReadError
    x, y, wide, high = _box(root)
    classes = rules("".join(each.text or "" for each in root.iter(f"{_SVG}style")))
    start = _At(UNSET.over(root.attrib, classes), (1, 0, 0, -1, -x, high + y))
    shapes = tuple(_shapes(root, start, classes))
    if sum(len(shape.path) for shape in shapes) > _MOST_STEPS:
        raise LogoTooLargeError(size=f"{_MOST_STEPS} +")
    if not shapes:
        raise LogoNotReadError
    return Logo(wide, high, shapes=shapes)


def _refuse_what_acts(root: ET.Element) -> None:
    for element in root.iter():
        name = _name(element)
        if name in ("script", "foreignObject", "iframe", "handler") or name.startswith("animate"):
            raise SvgNotPlainError(what=name)
        acting = next((key for key in element.attrib if key.lower().startswith("on")), None)
        if acting:
            raise SvgNotPlainError(what=acting)


def _box(root: ET.Element) -> tuple[float, float, float, float]:
    if "viewBox" in root.attrib:
        x, y, wide, high = map(float, re.split(r"[\s,]+", root.attrib["viewBox"].strip()))
    else:
        x, y, wide, high = 0, 0, length(root.attrib["width"]), length(root.attrib["height"])
    if not all(map(isfinite, (x, y, wide, high))) or min(wide, high) <= 0 or max(wide, high) > _FARTHEST:
        raise LogoNotReadError
    return x, y, wide, high


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def _shapes(parent: ET.Element, at: _At, classes: dict[str, dict[str, str]]) -> Iterator[LogoShape]:
    if at.depth > _DEEPEST:
        raise LogoTooLargeError(size=f"{_DEEPEST} <g>")
    for element in parent:
        name = _name(element)
        if not element.tag.startswith(_SVG) or name in _PASSED:
            continue
        style = at.style.over(element.attrib, classes)
        if style.hidden:
            continue
        refers = next((key for key in _REFERRING if style.refers(key)), None)
        if refers or (name not in SHAPES and name not in ("g", "a")):
            raise SvgNotPlainError(what=refers or name)
        within = _At(style, matrix(element.attrib.get("transform", ""), at.matrix), at.depth + 1)
        if name in SHAPES:
            yield from _shape(SHAPES[name](element.attrib), within)
        else:
            yield from _shapes(element, within, classes)


def _shape(steps: tuple[Step, ...], at: _At) -> Iterator[LogoShape]:
    a, b, c, d, e, f = at.matrix
    style = at.style

    def moved(points: tuple[float, ...]) -> Iterator[float]:
        for x, y in zip(points[::2], points[1::2], strict=True):
            for value in (a * x + c * y + e, b * x + d * y + f):
                if not isfinite(value) or abs(value) > _FARTHEST:
                    raise ValueError(value)
                yield round(value, 4)

    fill, line = style.colour("fill", "black"), style.colour("stroke", "none")
    if fill == "url" or line == "url":
        raise SvgNotPlainError(what="linearGradient")
    if steps and (fill or line):
        wide = length(style.get("stroke-width", "1")) * abs(a * d - b * c) ** 0.5
        shape = LogoShape(tuple((name, tuple(moved(points))) for name, points in steps), fill, line, wide)
        yield replace(shape, even_odd=style.get("fill-rule", "") == "evenodd")
