"""The bytes of a file: reportlab's objects and ours, and where each begins (ISO 32000-1, 7.5).

reportlab keeps every object in four dictionaries and asks each to format itself, which is too much for the
thousands of nodes of a structure tree. Those come as text, in a row of numbers that reportlab leaves free.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument
from reportlab.pdfbase.pdfdoc import format as formatted

_HEAD = b"%PDF-1.7\n%\xe5\xf8\xe6\xe9\n"  # four bytes beyond ASCII, so that nobody takes the file for text
_DIGITS = 32  # of an identifier


@dataclass(frozen=True, slots=True)
class Ours:
    """Objects in ASCII with everything around them, numbered from `first` on."""

    first: int = 0
    objects: Sequence[str] = ()


def written(document: PDFDocument, ours: Ours) -> bytes:
    """Return the file of a document with objects of ours."""
    root, info = document.Reference(document.Catalog), document.Reference(document.info)
    parts, lengths = _objects(document, ours)
    begins = list(accumulate(lengths, initial=len(_HEAD)))
    table = "".join([f"{begin:010} 00000 n \n" for begin in begins[:-1]])
    identifier = f"<{document.signature.hexdigest()[:_DIGITS]}>"
    trailer = {"Size": len(begins), "Root": root, "Info": info, "ID": f"[{identifier}{identifier}]"}
    parts += [
        f"xref\n0 {len(begins)}\n0000000000 65535 f \n{table}trailer\n".encode(),
        PDFDictionary(trailer).format(document),
        f"\nstartxref\n{begins[-1]}\n%%EOF\n".encode(),
    ]
    return b"".join([_HEAD, *parts])


def _objects(document: PDFDocument, ours: Ours) -> tuple[list[bytes], list[int]]:
    """The objects in the order of their numbers, and the length of each; formatting one may add others."""
    parts: list[bytes] = []
    lengths: list[int] = []
    while (number := len(lengths) + 1) <= document.objectcounter:
        if number == ours.first:
            parts.append("".join(ours.objects).encode())
            lengths += map(len, ours.objects)
            continue
        body = formatted(document.idToObject[document.numberToId[number]], document, toplevel=1)
        parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, body))
        lengths.append(len(parts[-1]))
    return parts, lengths
