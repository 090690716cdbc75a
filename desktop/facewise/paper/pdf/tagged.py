"""A tagged PDF page by page: PDF/A-3a and PDF/UA-1 (ISO 19005-3, ISO 14289-1).

Whatever is drawn stands either in a node of the structure tree or in an artifact. The tree follows the order
of drawing, and a node may continue on the next page.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext

from facewise.paper.pdf import style
from facewise.paper.pdf.annotations import Field, Link, enter_fields, lay_field, lay_link
from facewise.paper.pdf.canvas import TaggedCanvas, rgb
from facewise.paper.pdf.font import Box
from facewise.paper.pdf.metadata import About, describe
from facewise.paper.pdf.nodes import Annotated, Marked, Node
from facewise.paper.pdf.objects import text as text_string
from facewise.paper.pdf.structure import TAGS, write_structure


class _Until:
    """A stretch that has begun already; a generator would take longer to begin than many take to draw."""

    __slots__ = ("_end",)

    def __init__(self, end: Callable[[], None]) -> None:
        self._end = end

    def __enter__(self) -> None:
        return

    def __exit__(self, *_fault: object) -> None:
        self._end()


_AS_IT_IS = nullcontext()


class Page:
    """One page: content in points from the lower left corner, with what is marked and annotated on it.

    Pages are drawn one after the other: the next one ends this one. What has no method here is drawn on
    `canvas`, which is reportlab's.
    """

    def __init__(self, writer: "Writer", index: int) -> None:
        self.writer, self.index, self.canvas = writer, index, writer.canvas
        self.marked: list[Node] = []
        self._silent = 0

    def reads(self, node: Node) -> None:
        """Give a node its place in the tree before it is drawn, unless an artifact is being drawn."""
        if not self._silent:
            node.join()

    def inside(self, node: Node) -> AbstractContextManager[None]:
        """Mark what is drawn as content of a node, unless an artifact is being drawn."""
        if self._silent:
            return _AS_IT_IS
        self.canvas.mark(node.role, self._share(node))
        return _Until(self.canvas.unmark)

    def _share(self, node: Node) -> str:
        """The properties of the next marked stretch, which from now on is a node's."""
        mark = len(self.marked)
        node.join()
        node.kids.append(Marked(self.index, mark))
        self.marked.append(node)
        return f"/MCID {mark}"

    def artifact(self, kind: str = "") -> AbstractContextManager[None]:
        """Mark what is drawn as no content: lines, page furniture ("Pagination"), repetitions."""
        if not self._silent:
            self.canvas.mark("Artifact", f"/Type /{kind}" if kind else "")
        self._silent += 1
        return _Until(self._end_artifact)

    def _end_artifact(self) -> None:
        self._silent -= 1
        if not self._silent:
            self.canvas.unmark()

    def reading(self, text: str) -> AbstractContextManager[None]:
        """Let what is drawn be copied as another text, such as a number whose groups stand apart."""
        said = text_string(text).format(self.canvas.document).decode("latin-1")
        self.canvas.mark("Span", f"/ActualText {said}")
        return _Until(self.canvas.unmark)

    @contextmanager
    def apart(self) -> Iterator[TaggedCanvas]:
        """Give the canvas and take back afterwards what was set on it: clipping, place, lines."""
        self.canvas.saveState()
        yield self.canvas
        self.canvas.restoreState()

    def text(self, text: str, x: float, y: float, kind: style.Type) -> None:
        """Draw one line of cleaned text with its baseline at y."""
        self.canvas.write((text,), x, y, kind)

    def say(self, node: Node, texts: Sequence[str], x: float, y: float, kind: style.Type) -> None:
        """Draw lines of cleaned text as content of a node, the baseline of the first one at y."""
        mark = "" if self._silent else f"/{node.role} <<{self._share(node)}>> BDC"
        self.canvas.write(texts, x, y, kind, mark)

    def rectangle(self, box: Box, *, fill: str = "", line: str = "", width: float = style.FINE) -> None:
        """Draw a rectangle, filled, lined or both."""
        if fill:
            self.canvas.ink(fill)
        if line:
            self.canvas.setStrokeColor(rgb(line))
            self.canvas.setLineWidth(width)
        size = f"{box.right - box.left:.2f} {box.top - box.bottom:.2f}"
        paint = "B" if fill and line else "f" if fill else "S"
        self.canvas.addLiteral(f"{box.left:.2f} {box.bottom:.2f} {size} re {paint}")

    def rule(
        self, x: float, y: float, length: float, width: float = style.THIN, ink: str = style.HAIR
    ) -> None:
        """Draw a horizontal line."""
        self.canvas.setStrokeColor(rgb(ink))
        self.canvas.setLineWidth(width)
        self.canvas.addLiteral(f"{x:.2f} {y:.2f} m {x + length:.2f} {y:.2f} l S")

    def place(self, form: str, size: tuple[float, float], area: Box, content: Callable[[], bytes]) -> None:
        """Draw a form as wide as an area; `content` gives its deflated operators, in its own size."""
        scale = (area.right - area.left) / size[0]
        self.canvas.addLiteral(f"q {scale:.5f} 0 0 {scale:.5f} {area.left:.2f} {area.bottom:.2f} cm")
        self.canvas.form(form, size, content)
        self.canvas.addLiteral("Q")

    def annotate(self, note: Link | Field) -> None:
        """Lay a link or a signature field on the page, unless an artifact is being drawn."""
        if not self._silent:
            note.node.join()
            note.node.kids.append(Annotated(self.index, self.writer.lay(note)))


class Writer:
    """A document being written: pages, bookmarks, the tree under `root`; `finish` returns the file."""

    def __init__(self, about: About, root: Node | None = None) -> None:
        self.about = about
        self.root = root or Node("Document")
        self.canvas = TaggedCanvas(TAGS[about.language])
        self._page: Page | None = None
        self._count = 0
        self._parents: list[Node | list[Node]] = []
        self._page_key = 0
        self._fields: list[object] = []
        self._levels: list[int] = []
        self._bookmarks = 0

    def page(self, size: tuple[float, float] = style.A4, **boxes: Box) -> Page:
        """Return a new page; `boxes` may give its TrimBox and BleedBox."""
        self._end_page()
        self.canvas.begin_page(size, boxes)
        self._page = Page(self, self._count)
        self._count += 1
        self._page_key = self._key(self._page.marked)
        return self._page

    def _end_page(self) -> None:
        if self._page:
            self.canvas.end_page(self._page_key)
            self._page = None

    def _key(self, owner: Node | list[Node]) -> int:
        self._parents.append(owner)
        return len(self._parents) - 1

    def lay(self, note: Link | Field) -> object:
        """Return a reference to the annotation of a link or a field, laid on the current page."""
        key = self._key(note.node)
        if isinstance(note, Link):
            return lay_link(self.canvas, note, key)
        self._fields.append(lay_field(self.canvas, note, key))
        return self._fields[-1]

    def bookmark(self, level: int, title: str, top: float) -> None:
        """Add a bookmark to the current page; it hangs under the last one of a lower level, from 0."""
        while self._levels and self._levels[-1] >= level:
            self._levels.pop()
        self._bookmarks += 1
        self.canvas.bookmarkHorizontalAbsolute(str(self._bookmarks), round(top, 2))
        self.canvas.addOutlineEntry(title, str(self._bookmarks), len(self._levels))
        self._levels.append(level)

    def finish(self) -> bytes:
        """Return the bytes of the file."""
        self._end_page()
        if self._bookmarks:
            self.canvas.showOutline()
        if self._fields:
            enter_fields(self.canvas, self._fields)
        write_structure(self.canvas, self.root, self._parents)
        describe(self.canvas, self.about)
        made: bytes = self.canvas.getpdfdata()
        return made
