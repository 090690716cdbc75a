"""A board drawn on a page of a PDF: everything as paths, so that a printer needs no font."""

import io

from reportlab.pdfgen.canvas import FILL_EVEN_ODD, FILL_NON_ZERO

from facewise.paper.pdf import style
from facewise.paper.pdf.board import QUIET, Code, Element, Emblem, Letters, Panel, Pictogram, Stamp
from facewise.paper.pdf.canvas import TaggedCanvas, rgb
from facewise.paper.pdf.drawing import draw_modules, picture, place, rounded
from facewise.paper.pdf.font import Box, outline
from facewise.paper.pdf.logo import LogoShape
from facewise.paper.pdf.tagged import Page


def draw(element: Element, page: Page) -> None:
    """Draw an element."""
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
        case Emblem():
            _draw_emblem(element, page)


def _draw_letters(element: Letters, page: Page) -> None:
    kind = element.type
    path = outline(element.text, kind.weight, kind.size, element.x, element.y).path
    if path:
        page.canvas.setFillColor(rgb(kind.colour))
        page.canvas.paint(path)


def _draw_panel(element: Panel, page: Page) -> None:
    right, top = element.x + element.width, element.y + element.height
    if element.radius:
        page.canvas.setFillColor(rgb(element.fill))
        page.canvas.paint(rounded(element.x, element.y, element.width, element.height, element.radius))
    elif element.fill:
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
    with page.apart() as canvas:
        clip = canvas.beginPath()
        clip.rect(element.x, element.y, element.width, element.height)
        canvas.clipPath(clip, stroke=0)
        canvas.setFillColor(rgb(element.ink))
        canvas.paint(element.path())


def _draw_emblem(element: Emblem, page: Page) -> None:
    if element.logo.png:
        _draw_bitmap(element, page)
        return
    logo = element.logo
    scales = (element.width / logo.width, element.height / logo.height)
    with page.apart() as canvas:
        canvas.transform(scales[0], 0, 0, scales[1], element.x, element.y)
        clip = canvas.beginPath()
        clip.rect(0, 0, logo.width, logo.height)
        canvas.clipPath(clip, stroke=0)
        for shape in logo.shapes:
            _draw_shape(shape, canvas)


def _draw_shape(shape: LogoShape, canvas: TaggedCanvas) -> None:
    if shape.fill:
        canvas.setFillColor(rgb(shape.fill))
    if shape.line:
        canvas.setStrokeColor(rgb(shape.line))
        canvas.setLineWidth(shape.width)
    mode = FILL_EVEN_ODD if shape.even_odd else FILL_NON_ZERO
    canvas.drawPath(canvas.path(shape.path), stroke=bool(shape.line), fill=bool(shape.fill), fillMode=mode)


def _draw_bitmap(element: Emblem, page: Page) -> None:
    from PIL import Image

    box = Box(element.x, element.y, element.x + element.width, element.y + element.height)
    with Image.open(io.BytesIO(element.logo.png)) as picture:
        page.canvas.image(picture.size, picture.convert("RGB").tobytes(), box)
