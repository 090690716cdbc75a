"""A sign as SVG: outlined letters, what it says as title and description; it needs no font and no script."""

import base64
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from facewise.paper.design import Design, worded
from facewise.paper.pdf import style
from facewise.paper.pdf.board import (
    QUIET,
    Board,
    Code,
    Element,
    Emblem,
    Letters,
    Panel,
    Pictogram,
    Stamp,
)
from facewise.paper.pdf.drawing import picture, rounded
from facewise.paper.pdf.font import Step, clean, outline
from facewise.paper.pdf.sign import board
from facewise.paper.pdf.sign_voice import Voice
from facewise.paper.pdf.structure import TAGS
from facewise.paper.pdf.style import MM
from facewise.paper.pdf.words import main_language
from facewise.paper.sign_model import Sign


def sign_svg(sign: Sign, design: Design) -> bytes:
    """Return a sign as it was designed, as SVG at its size in mm; errors as `render_design`."""
    drawn = board(sign, design)
    wide, tall = drawn.size
    title = clean(Voice(design.edition).first(worded(sign, design).title))
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(wide / MM)}mm" height="{_n(tall / MM)}mm" '
        f'viewBox="0 0 {_n(wide)} {_n(tall)}" xml:lang="{TAGS[main_language(design.edition)]}" '
        'role="img" aria-labelledby="title words">'
    )
    words = escape("\n".join(drawn.said))
    told = f'<title id="title">{escape(title)}</title><desc id="words">{words}</desc>'
    ground = "" if design.size == "sticker" else f'<rect width="{_n(wide)}" height="{_n(tall)}" fill="#fff"/>'
    parts = (head, told, ground, *_all(drawn), "</svg>\n")
    return '<?xml version="1.0" encoding="UTF-8"?>\n{}'.format("\n".join(filter(None, parts))).encode()


def _all(drawn: Board) -> Iterator[str]:
    yield f'<g transform="matrix(1 0 0 -1 0 {_n(drawn.size[1])})" fill-rule="nonzero">'
    for number, element in enumerate(drawn.elements):
        yield from _drawn(element, number)
    yield "</g>"


def _drawn(element: Element, number: int) -> Iterator[str]:
    match element:
        case Letters(type=kind):
            path = outline(element.text, kind.weight, kind.size, element.x, element.y).path
            yield _path(path, fill=kind.colour)
        case Panel():
            yield from _panel(element)
        case Pictogram():
            yield from _pictogram(element)
        case Code():
            yield from _code(element)
        case Stamp():
            box = rounded(element.x, element.y, element.width, element.height, 0)
            yield _clip(number, box)
            yield f'<g clip-path="url(#c{number})">{_path(element.path(), fill=element.ink)}</g>'
        case Emblem():
            yield from _emblem(element, number)


def _panel(element: Panel) -> Iterator[str]:
    if element.fill:
        box = rounded(element.x, element.y, element.width, element.height, element.radius)
        yield _path(box, fill=element.fill)
    if element.line:
        half = element.thickness / 2
        inner = rounded(
            element.x + half,
            element.y + half,
            element.width - element.thickness,
            element.height - element.thickness,
            0,
        )
        yield _path(inner, line=element.line, width=element.thickness)


def _pictogram(element: Pictogram) -> Iterator[str]:
    drawing = picture(element.name).inked(element.ink)
    scale = element.size / drawing.size
    yield f'<g transform="translate({_n(element.x)} {_n(element.y)}) scale({scale:.5f})">'
    for shape in drawing.shapes:
        yield _path(shape.path, fill=shape.fill, line=shape.line, width=shape.width)
    yield "</g>"


def _code(element: Code) -> Iterator[str]:
    module = element.size / (len(element.rows) + 2 * QUIET)
    yield _path(rounded(element.x, element.y, element.size, element.size, 0), fill=style.WHITE)
    d = []
    for y, row in enumerate(element.rows):
        edges = [x for x in range(len(row) + 1) if (x > 0 and row[x - 1]) != (x < len(row) and row[x])]
        top = len(element.rows) - 1 - y + QUIET
        for begin, end in zip(edges[::2], edges[1::2], strict=True):
            d.append(f"M{begin + QUIET} {top}h{end - begin}v1h{begin - end}z")
    place = f"translate({_n(element.x)} {_n(element.y)}) scale({module:.5f})"
    yield f'<path transform="{place}" fill="{style.INK}" shape-rendering="crispEdges" d="{"".join(d)}"/>'


def _emblem(element: Emblem, number: int) -> Iterator[str]:
    logo, x, y = element.logo, _n(element.x), _n(element.y)
    if logo.png:
        source = "data:image/png;base64," + base64.b64encode(logo.png).decode()
        top = _n(-element.y - element.height)
        yield (
            f'<image transform="scale(1 -1)" x="{x}" y="{top}" width="{_n(element.width)}" '
            f'height="{_n(element.height)}" preserveAspectRatio="none" href={quoteattr(source)}/>'
        )
        return
    scale = element.width / logo.width
    frame = rounded(0, 0, logo.width, logo.height, 0)
    yield _clip(number, frame)
    yield f'<g transform="translate({x} {y}) scale({scale:.5f})" clip-path="url(#c{number})">'
    for shape in logo.shapes:
        rule = ' fill-rule="evenodd"' if shape.even_odd else ""
        yield _path(shape.path, fill=shape.fill, line=shape.line, width=shape.width, more=rule)
    yield "</g>"


def _clip(number: int, steps: Iterable[Step]) -> str:
    return f'<defs><clipPath id="c{number}"><path d="{_d(steps)}"/></clipPath></defs>'


def _path(steps: Iterable[Step], *, fill: str = "", line: str = "", width: float = 1, more: str = "") -> str:
    d = _d(steps)
    stroke = f' stroke="{line}" stroke-width="{_n(width)}"' if line else ""
    return f'<path d="{d}" fill="{fill or "none"}"{stroke}{more}/>' if d else ""


def _d(steps: Iterable[Step]) -> str:
    return "".join(name + " ".join(map(_n, points)) for name, points in steps)


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
