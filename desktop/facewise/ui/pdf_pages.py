"""The pages of a PDF as pictures; called by the worker alone, because pdfium takes one call at a time."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

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
        document = _opened(pdf)
    except PdfiumError:
        return ()
    found = []
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage().get_text_range()[:LONGEST_TEXT]
        found.append(Sheet(page.get_width(), page.get_height(), text))
    document.close()
    return tuple(found)


def picture(pdf: bytes, number: int, scale: float) -> QImage:
    """Return a page (from 0) as a picture; a scale of 1 is 72 pixels to the inch."""
    document = _opened(pdf)
    bitmap = document[number].render(scale=scale, prefer_bgrx=True)
    made = QImage(
        bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
    ).copy()
    document.close()
    return made


def _opened(pdf: bytes) -> "PdfDocument":
    """Signature stamps are form fields, which pdfium draws only if asked to."""
    from pypdfium2 import PdfDocument

    document = PdfDocument(pdf)
    document.init_forms()
    return document
