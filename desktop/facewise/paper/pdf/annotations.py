"""What lies on the pages: links and empty signature fields (ISO 32000-1, 12.5, 12.7; ISO 14289-1, 7.18)."""

from dataclasses import dataclass
from urllib.parse import quote

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFObjectReference

from facewise.paper.pdf.canvas import TaggedCanvas
from facewise.paper.pdf.font import Box
from facewise.paper.pdf.nodes import Node
from facewise.paper.pdf.objects import Stream, text

_PRINTED, _PRINTED_LOCKED = 4, 132
_EMPTY = {"Type": "/XObject", "Subtype": "/Form", "BBox": "[0 0 1 1]"}


@dataclass(frozen=True, slots=True)
class Link:
    """An area that leads to an address; `words` says where to, `node` is the Link that holds the text."""

    area: Box
    address: str
    words: str
    node: Node


@dataclass(frozen=True, slots=True)
class Field:
    """An empty signature field; `node` is its Form."""

    area: Box
    name: str
    tooltip: str
    node: Node


def lay_link(canvas: TaggedCanvas, link: Link, key: int) -> PDFObjectReference:
    """Return the annotation of a link, laid on the page under a key of the parent tree."""
    address = quote(link.address, safe="!#$%&'*+,-./:;=?@_~[]")
    entries = {"Contents": text(link.words), "F": _PRINTED}
    canvas.linkURL(address, _area(link.area), StructParent=key, P=canvas.document.thisPageRef(), **entries)
    return canvas.last_annotation


def lay_field(canvas: TaggedCanvas, one: Field, key: int) -> PDFObjectReference:
    """Return the annotation of a signature field, laid on the page under a key of the parent tree.

    reportlab has fields to fill in but none to sign. PDF/A wants an appearance, here an empty one.
    """
    entries = {
        "Type": "/Annot",
        "Subtype": "/Widget",
        "FT": "/Sig",
        "T": text(one.name),
        "TU": text(one.tooltip),
        "Rect": PDFArray(_area(one.area)),
        "F": _PRINTED_LOCKED,
        "P": canvas.document.thisPageRef(),
        "StructParent": key,
        "AP": PDFDictionary({"N": Stream("", _EMPTY, plain=True)}),
    }
    return canvas.annotate(PDFDictionary(entries))


def enter_fields(canvas: TaggedCanvas, fields: list[PDFObjectReference]) -> None:
    """Enter the signature fields of a document in its catalogue."""
    canvas.enter("AcroForm", {"Fields": PDFArray(fields), "SigFlags": 1})


def _area(box: Box) -> tuple[float, float, float, float]:
    left, bottom, right, top = (round(value, 3) for value in (box.left, box.bottom, box.right, box.top))
    return left, bottom, right, top
