"""The pages of a PDF as pictures; called by the worker alone, because pdfium takes one call at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

LONGEST_TEXT = 4000


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its size in points, and its words."""

    width: float
    height: float
    text: str


def sheets(pdf: bytes) -> tuple[Sheet, ...]:
    """Return the pages of a PDF; none where it cannot be read."""
    from pypdfium2 import PdfiumError

    try:
        with opened(pdf) as document:
            return tuple(_sheet(document[number]) for number in range(len(document)))
    except PdfiumError:
        return ()


def _sheet(page: "PdfPage") -> Sheet:
    text = page.get_textpage().get_text_range()[:LONGEST_TEXT]
    return Sheet(page.get_width(), page.get_height(), text)


def picture(pdf: bytes, number: int, scale: float) -> QImage:
    """Return a page (from 0) as a picture; a scale of 1 is 72 pixels to the inch."""
    with opened(pdf) as document:
        return strip(document[number], scale, (0, 0))


def strip(page: "PdfPage", scale: float, cut: tuple[int, int]) -> QImage:
    """Return a page as a picture without so many rows of pixels at its top and at its foot."""
    above, below = ((rows - 0.5) / scale if rows else 0 for rows in cut)
    bitmap = page.render(scale=scale, crop=(0, below, 0, above), prefer_bgrx=True)
    shape = (bitmap.width, bitmap.height, bitmap.stride)
    return QImage(bytes(bitmap.buffer), *shape, QImage.Format.Format_RGB32).copy()


@contextmanager
def opened(pdf: bytes) -> "Iterator[PdfDocument]":
    """Open a PDF; signature stamps are form fields, which pdfium draws only if asked to."""
    from pypdfium2 import PdfDocument

    document = PdfDocument(pdf)
    try:
        document.init_forms()
        yield document
    finally:
        document.close()
