"""The bytes of a file: reportlab's objects and ours, and where each begins (ISO 32000-1, 7.5).

reportlab keeps every object in four dictionaries and asks each to format itself, which is too much for the
thousands of nodes of a structure tree. Those come as bytes, with numbers that reportlab leaves free.
"""

from collections.abc import Iterator, Mapping
from itertools import accumulate, count

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument
from reportlab.pdfbase.pdfdoc import format as formatted

_HEAD = b"%PDF-1.7\n%\xe5\xf8\xe6\xe9\n"  # four bytes beyond ASCII, so that nobody takes the file for text


def written(document: PDFDocument, ours: Mapping[int, bytes]) -> bytes:
    """Return the file of a document whose objects `ours` are written already, by their numbers."""
    root, info = document.Reference(document.Catalog), document.Reference(document.info)
    parts = [_HEAD, *_objects(document, ours)]
    begins = list(accumulate(map(len, parts)))
    table = "".join([f"{begin:010} 00000 n \n" for begin in begins[:-1]])
    identifier = f"<{document.signature.hexdigest()}>"
    trailer = {"Size": len(parts), "Root": root, "Info": info, "ID": f"[{identifier}{identifier}]"}
    parts += [
        f"xref\n0 {len(parts)}\n0000000000 65535 f \n{table}trailer\n".encode(),
        PDFDictionary(trailer).format(document),
        f"\nstartxref\n{begins[-1]}\n%%EOF\n".encode(),
    ]
    return b"".join(parts)


def _objects(document: PDFDocument, ours: Mapping[int, bytes]) -> Iterator[bytes]:
    """Each object in the order of the numbers; formatting one may add others."""
    for number in count(1):
        if number in ours:
            body = ours[number]
        elif number in document.numberToId:
            body = formatted(document.idToObject[document.numberToId[number]], document, toplevel=1)
        else:
            return
        yield b"%d 0 obj\n%b\nendobj\n" % (number, body)
