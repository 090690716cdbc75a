"""What lies on the pages: links and empty signature fields (ISO 32000-1, 12.5, 12.7; ISO 14289-1, 7.18)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

from facewise.paper.pdf.font import Box
from facewise.paper.pdf.nodes import Annotated, Node
from facewise.paper.pdf.objects import File, numbers, reference, string

_PRINTED, _PRINTED_LOCKED = 4, 132


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


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: annotations of each page, the node of each in order, the fields among them."""

    of_page: list[list[int]] = field(default_factory=list)
    owners: list[Node] = field(default_factory=list)
    fields: list[int] = field(default_factory=list)


def write_annotations(file: File, notes: Sequence[Sequence[Link | Field]], pages: Sequence[int]) -> Written:
    """Return what was written for the links and fields of each page; their nodes now own them."""
    written = Written()
    empty = 0
    for index, (here, page) in enumerate(zip(notes, pages, strict=True)):
        written.of_page.append([])
        for note in here:
            key = b"/StructParent %d /P %d 0 R" % (len(pages) + len(written.owners), page)
            if isinstance(note, Field):
                empty = empty or file.stream(
                    b"", b"/Type /XObject /Subtype /Form /BBox [0 0 1 1]", packed=False
                )
                target = file.put(_widget(note, key, empty))
                written.fields.append(target)
            else:
                target = file.put(_link(note, key))
            note.node.join()
            note.node.kids.append(Annotated(index, target))
            written.owners.append(note.node)
            written.of_page[-1].append(target)
    return written


def _area(box: Box) -> bytes:
    return numbers(box.left, box.bottom, box.right, box.top)


def _link(link: Link, key: bytes) -> bytes:
    address = quote(link.address, safe="!#$%&'*+,-./:;=?@_~[]").encode()
    body = b"<< /Type /Annot /Subtype /Link /F %d /Border [0 0 0] /Rect [%s] /Contents %s %s"
    action = b" /A << /S /URI /URI (%s) >> >>" % address
    return body % (_PRINTED, _area(link.area), string(link.words), key) + action


def _widget(one: Field, key: bytes, appearance: int) -> bytes:
    body = b"<< /Type /Annot /Subtype /Widget /FT /Sig /T %s /TU %s /Rect [%s] /F %d %s /AP << /N %s >> >>"
    parts = (
        string(one.name),
        string(one.tooltip),
        _area(one.area),
        _PRINTED_LOCKED,
        key,
        reference(appearance),
    )
    return body % parts
