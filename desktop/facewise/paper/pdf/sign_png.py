"""A sign as a bitmap: drawn in strips, so that a large sheet needs no more memory than a small one."""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING

from facewise.paper.design import Design, worded
from facewise.paper.pdf.font import clean
from facewise.paper.pdf.sign import board, render_design
from facewise.paper.pdf.sign_voice import Voice
from facewise.paper.sign_model import Sign

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

DPI = 300

_EFFORT = 6
_STRIP = 512  # rows drawn at a time
_INCH = 0.0254


def sign_png(sign: Sign, design: Design, dpi: int = DPI) -> bytes:
    """Return a sign as it was designed, as PNG with what it says beside it; errors as `render_design`.

    pdfium draws one thing at a time: not to be called from two threads at once.
    """
    design = replace(design, bleed=False)
    pdf, said = render_design(sign, design), "\n".join(board(sign, design).said)
    title = clean(Voice(design.edition).first(worded(sign, design).title))
    return b"".join(_chunks(pdf, dpi, {"Title": title, "Description": said}))


def _chunks(pdf: bytes, dpi: int, told: dict[str, str]) -> Iterator[bytes]:
    from pypdfium2 import PdfDocument

    document = PdfDocument(pdf)
    page = document[0]
    scale = dpi / 72
    wide, tall = ceil(page.get_width() * scale), ceil(page.get_height() * scale)
    yield b"\x89PNG\r\n\x1a\n"
    yield _chunk(b"IHDR", struct.pack(">IIBBBBB", wide, tall, 8, 2, 0, 0, 0))
    yield _chunk(b"sRGB", b"\0")
    yield _chunk(b"pHYs", struct.pack(">IIB", round(dpi / _INCH), round(dpi / _INCH), 1))
    for key, text in told.items():
        yield _chunk(b"iTXt", key.encode() + b"\0\0\0\0\0" + text.encode())
    packed = zlib.compressobj(_EFFORT)
    for strip in _strips(page, scale, tall):
        yield _chunk(b"IDAT", packed.compress(strip))
    yield _chunk(b"IDAT", packed.flush())
    yield _chunk(b"IEND", b"")
    document.close()


def _strips(page: "PdfPage", scale: float, tall: int) -> Iterator[bytes]:
    """Rows from the top with the number of their filter: the same as the row above (2), or as they are."""
    above = b""
    for top in range(0, tall, _STRIP):
        rows, made = min(_STRIP, tall - top), []
        crop = (0, _cut(tall - top - rows, scale), 0, _cut(top, scale))
        bitmap = page.render(scale=scale, crop=crop, rev_byteorder=True)
        long, stride, pixels = 3 * bitmap.width, bitmap.stride, memoryview(bitmap.buffer)
        same = b"\2" + bytes(long)
        for begin in range(0, rows * stride, stride):
            row = bytes(pixels[begin : begin + long])
            made.append(same if row == above else b"\0" + row)
            above = row
        bitmap.close()
        yield b"".join(made)


def _cut(rows: int, scale: float) -> float:
    """What to cut off, in points, so that exactly so many rows go: pdfium's are counted upwards."""
    return (rows - 0.5) / scale if rows else 0


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
