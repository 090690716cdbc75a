"""A tagged PDF page by page: PDF/A-3a and PDF/UA-1 (ISO 19005-3, ISO 14289-1).

Whatever is drawn stands either in a node of the structure tree or in an artifact. The tree follows the order
of drawing, and a node may continue on the next page.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache

from facewise.paper.pdf import style
from facewise.paper.pdf.annotations import Field, Link, write_annotations
from facewise.paper.pdf.embed import Embedded
from facewise.paper.pdf.font import Box, face
from facewise.paper.pdf.metadata import About, write_catalogue, write_info
from facewise.paper.pdf.nodes import Marked, Node
from facewise.paper.pdf.objects import File, numbers, reference, string
from facewise.paper.pdf.structure import Bookmark, write_bookmarks, write_structure


@cache
def colour(value: str) -> str:
    """Return a #RRGGBB colour as three numbers between 0 and 1."""
    return " ".join(f"{int(value[at : at + 2], 16) / 255:.4g}" for at in (1, 3, 5))


class Page:
    """One page: content in points from the lower left corner, with what is marked and annotated on it."""

    def __init__(
        self, writer: "Writer", index: int, size: tuple[float, float], boxes: dict[str, Box]
    ) -> None:
        self.index, self.size, self.boxes = index, size, boxes
        self.marked: list[Node] = []
        self.notes: list[Link | Field] = []
        self.writer = writer
        self._content: list[str] = []
        self._silent = 0

    @property
    def content(self) -> bytes:
        """The content stream."""
        return "\n".join(self._content).encode()

    def draw(self, operators: str) -> None:
        """Add content-stream operators."""
        self._content.append(operators)

    def reads(self, node: Node) -> None:
        """Give a node its place in the tree before it is drawn, unless an artifact is being drawn."""
        if not self._silent:
            node.join()

    @contextmanager
    def inside(self, node: Node) -> Iterator[None]:
        """Mark what is drawn as content of a node, unless an artifact is being drawn."""
        if self._silent:
            yield
            return
        node.join()
        node.kids.append(Marked(self.index, len(self.marked)))
        self.draw(f"/{node.role} <</MCID {len(self.marked)}>> BDC")
        self.marked.append(node)
        yield
        self.draw("EMC")

    @contextmanager
    def artifact(self, kind: str = "") -> Iterator[None]:
        """Mark what is drawn as no content: lines, page furniture ("Pagination"), repetitions."""
        if not self._silent:
            self.draw(f"/Artifact <</Type /{kind}>> BDC" if kind else "/Artifact BMC")
        self._silent += 1
        yield
        self._silent -= 1
        if not self._silent:
            self.draw("EMC")

    @contextmanager
    def reading(self, text: str) -> Iterator[None]:
        """Let what is drawn be copied as another text, such as a number whose groups stand apart."""
        self.draw(f"/Span <</ActualText {string(text).decode()}>> BDC")
        yield
        self.draw("EMC")

    def font(self, weight: style.Weight) -> Embedded:
        """Return a face as this document embeds it."""
        return self.writer.font(weight)

    def text(self, text: str, x: float, y: float, kind: style.Type) -> None:
        """Draw one line of cleaned text with its baseline at y."""
        font = self.font(kind.weight)
        head = f"BT {colour(kind.colour)} rg /{font.key} {kind.size:g} Tf {x:.2f} {y:.2f} Td"
        self.draw(f"{head} <{font.codes(text)}> Tj ET")

    def rectangle(self, box: Box, *, fill: str = "", line: str = "", width: float = style.FINE) -> None:
        """Draw a rectangle, filled, lined or both."""
        how = "B" if fill and line else "f" if fill else "S"
        paint = (f"{colour(fill)} rg " if fill else "") + (f"{colour(line)} RG {width:g} w " if line else "")
        area = f"{box.left:.2f} {box.bottom:.2f} {box.right - box.left:.2f} {box.top - box.bottom:.2f} re"
        self.draw(f"{paint}{area} {how}")

    def rule(
        self, x: float, y: float, length: float, width: float = style.THIN, ink: str = style.HAIR
    ) -> None:
        """Draw a horizontal line."""
        self.draw(f"{colour(ink)} RG {width:g} w {x:.2f} {y:.2f} m {x + length:.2f} {y:.2f} l S")

    def place(self, form: str, x: float, y: float, scale: float) -> None:
        """Draw a form known to the writer, its lower left corner at x, y."""
        self.draw(f"q {scale:.5f} 0 0 {scale:.5f} {x:.2f} {y:.2f} cm /{form} Do Q")

    def annotate(self, note: Link | Field) -> None:
        """Lay a link or a signature field on the page, unless an artifact is being drawn."""
        if not self._silent:
            self.notes.append(note)


class Writer:
    """A document being written: pages, fonts, forms, bookmarks; `finish` returns the file."""

    def __init__(self, about: About, root: Node | None = None) -> None:
        self.about = about
        self.root = root or Node("Document")
        self.pages: list[Page] = []
        self._file = File()
        self._fonts: dict[style.Weight, Embedded] = {}
        self._forms: dict[str, int] = {}
        self._bookmarks: list[Bookmark] = []

    def page(self, size: tuple[float, float] = style.A4, **boxes: Box) -> Page:
        """Return a new page; `boxes` may give its TrimBox and BleedBox."""
        self.pages.append(Page(self, len(self.pages), size, boxes))
        return self.pages[-1]

    def font(self, weight: style.Weight) -> Embedded:
        """Return a face as this document embeds it."""
        if weight not in self._fonts:
            self._fonts[weight] = Embedded(face(weight), f"F{weight[0].upper()}", self._file.reserve())
        return self._fonts[weight]

    def form(self, key: str, content: bytes, box: Sequence[float]) -> str:
        """Return the key under which pages place a drawing; it is stored once however often it is placed."""
        if key not in self._forms:
            entries = b"/Type /XObject /Subtype /Form /BBox [%s]" % numbers(*box)
            self._forms[key] = self._file.stream(content, entries)
        return key

    def bookmark(self, level: int, title: str, page: Page, top: float) -> None:
        """Add a bookmark; levels count from 0."""
        self._bookmarks.append(Bookmark(level, title, page.index, top))

    def finish(self) -> bytes:
        """Return the bytes of the file."""
        file, pages = self._file, [self._file.reserve() for _ in self.pages]
        notes = write_annotations(file, [page.notes for page in self.pages], pages)
        marked = [page.marked for page in self.pages]
        entries = {
            "Pages": reference(self._write_pages(pages, notes.of_page)),
            "StructTreeRoot": reference(write_structure(file, self.root, marked, pages, notes.owners)),
        }
        if outline := write_bookmarks(file, self._bookmarks, pages):
            entries |= {"Outlines": reference(outline), "PageMode": b"/UseOutlines"}
        if notes.fields:
            entries["AcroForm"] = b"<< /Fields [%s] /SigFlags 1 >>" % b" ".join(map(reference, notes.fields))
        for font in self._fonts.values():
            font.write(file)
        return file.write(write_catalogue(file, self.about, entries), write_info(file, self.about))

    def _write_pages(self, targets: Sequence[int], notes: Sequence[Sequence[int]]) -> int:
        tree = self._file.reserve()
        fonts = b" ".join(b"/%s %d 0 R" % (font.key.encode(), font.target) for font in self._fonts.values())
        forms = b" ".join(b"/%s %d 0 R" % (key.encode(), target) for key, target in self._forms.items())
        resources = self._file.put(b"<< /Font << %s >> /XObject << %s >> >>" % (fonts, forms))
        for page, target, here in zip(self.pages, targets, notes, strict=True):
            entries = b"/Parent %d 0 R /Resources %d 0 R" % (tree, resources)
            self._file.put(self._page(page, entries, here), target)
        kids = b" ".join(map(reference, targets))
        return self._file.put(b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(targets)), tree)

    def _page(self, page: Page, entries: bytes, notes: Sequence[int]) -> bytes:
        for key, box in page.boxes.items():
            entries += b" /%s [%s]" % (key.encode(), numbers(box.left, box.bottom, box.right, box.top))
        if notes:
            entries += b" /Annots [%s]" % b" ".join(map(reference, notes))
        body = b"<< /Type /Page %s /MediaBox [0 0 %s] /Contents %d 0 R /StructParents %d /Tabs /S >>"
        return body % (entries, numbers(*page.size), self._file.stream(page.content), page.index)
