"""reportlab's canvas with what a tagged PDF/A asks of it; the one place that reaches into reportlab.

What differs from reportlab, as values of this canvas, its pages and forms, never of reportlab's classes:
- the catalogue may hold AF and OutputIntents, a page StructParents and Tabs, which reportlab does not know;
- a page has no Trans, as reportlab writes an empty one, which PDF/A does not know;
- the first font is ours, as reportlab would otherwise name Helvetica, which is not embedded;
- the pages have the same resources, where reportlab writes a dictionary for each;
- pages and forms are `Stream`s, which are deflated without ASCII 85 and end as PDF/A wants;
- the identifier is made of what is in the file, not of a time;
- a file is put together by `file.written`, as there are thousands of objects;
- a colour and the width of lines are set where they change.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from hashlib import md5, sha256

from reportlab.pdfbase.pdfdoc import (
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFResourceDictionary,
    xObjectName,
)
from reportlab.pdfgen.canvas import FILL_NON_ZERO, Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from facewise.paper.pdf import style
from facewise.paper.pdf.embed import embedded
from facewise.paper.pdf.file import Ours, written
from facewise.paper.pdf.font import Box, Step
from facewise.paper.pdf.objects import DEFLATED, Stream

Colour = tuple[float, float, float]
_BOXES = ("TrimBox", "BleedBox")
_TRACED = {"M": "m", "L": "l", "C": "c", "Z": "h"}


@cache
def rgb(value: str) -> Colour:
    """Return a #RRGGBB colour as three numbers between 0 and 1."""
    red, green, blue = (round(int(value[at : at + 2], 16) / 255, 4) for at in (1, 3, 5))
    return red, green, blue


@cache
def numerals(colour: str) -> str:
    """Return a #RRGGBB colour as the operands of the operators that set it."""
    return " ".join([f"{part:g}" for part in rgb(colour)])


@cache
def _letters(kind: style.Type) -> str:
    """The operators that set a type."""
    return f"/{embedded(kind.weight).key} {kind.size:g} Tf {kind.leading:g} TL"


def traced(path: Iterable[Step]) -> str:
    """Return a path as operators, which those that fill or line it follow."""
    return " ".join(
        [" ".join([*(f"{value:.3f}" for value in points), _TRACED[name]]) for name, points in path]
    )


class TaggedCanvas(Canvas):  # type: ignore[misc]  # reportlab brings no types
    """A canvas for one document in a language; its methods are reportlab's, some with a shorter way in."""

    STATE_ATTRIBUTES = (*Canvas.STATE_ATTRIBUTES, "_lineWidth")  # which reportlab forgets to take back

    def __init__(self, language: str) -> None:
        first = embedded("regular").fontName
        super().__init__(
            "",
            style.A4,
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
            initialFontName=first,
            lang=language,
        )
        self.document.uses = {}
        self.document.signature = sha256()
        self._ours = Ours()
        self._resources = PDFResourceDictionary()
        self._resources.basicFonts()
        _allow(self.document.Catalog, "AF", "OutputIntents")

    @property
    def document(self) -> PDFDocument:
        """The document being written."""
        return self._doc

    def begin_page(self, size: tuple[float, float], boxes: Mapping[str, Box]) -> None:
        """Begin a page, after `showPage` has ended the one before."""
        self.setPageSize(size)
        for key in _BOXES:
            box = boxes.get(key)
            self.setCropBox(box and (box.left, box.bottom, box.right, box.top), key)

    def end_page(self, key: int) -> None:
        """End a page whose marked content has a key in the parent tree."""
        self.showPage()
        page = self.document.Pages[-1]
        _allow(page, "StructParents", "Tabs")
        page.StructParents, page.Tabs, page.Trans = key, PDFName("S"), None
        page.Contents = Stream(page.stream)
        page.Resources = self.document.Reference(self._resources)

    def doForm(self, name: str) -> None:  # noqa: N802
        """Draw a form or an image of the document by its name."""
        super().doForm(name)
        self._resources.XObject[xObjectName(name)] = PDFObjectReference(xObjectName(name))

    def form(self, name: str, size: tuple[float, float], content: Callable[[], bytes]) -> None:
        """Draw a form by its name; `content` is asked for its deflated operators once a document."""
        if not self.hasForm(name):
            entries = {"Type": "/XObject", "Subtype": "/Form", "Resources": "<< >>"}
            box = {"BBox": f"[0 0 {size[0]:.2f} {size[1]:.2f}]"}
            self.document.addForm(name, Stream(content(), entries | box | DEFLATED))
        self.doForm(name)

    def image(self, size: tuple[int, int], pixels: bytes, box: Box) -> None:
        """Draw an image, its pixels in RGB row by row from the top, so that it fills a box."""
        name = md5(pixels, usedforsecurity=False).hexdigest()
        if not self.hasForm(name):
            entries: dict[str, object] = {"Type": "/XObject", "Subtype": "/Image", "ColorSpace": "/DeviceRGB"}
            shape = {"Width": size[0], "Height": size[1], "BitsPerComponent": 8}
            self.document.addForm(name, Stream(pixels, entries | shape))
        self.saveState()
        self.transform(box.right - box.left, 0, 0, box.top - box.bottom, box.left, box.bottom)
        self.doForm(name)
        self.restoreState()

    def mark(self, role: str, properties: str = "") -> None:
        """Begin marked content; `unmark` ends it."""
        self.addLiteral(f"/{role} <<{properties}>> BDC" if properties else f"/{role} BMC")

    def unmark(self) -> None:
        """End marked content."""
        self.addLiteral("EMC")

    def annotate(self, annotation: PDFDictionary) -> PDFObjectReference:
        """Return a reference to an annotation, laid on the page."""
        self._addAnnotation(annotation)
        return self.last_annotation

    @property
    def last_annotation(self) -> PDFObjectReference:
        """A reference to the annotation that was laid on the page last."""
        return self._annotationrefs[-1]

    def enter(self, key: str, value: PDFObject | Mapping[str, object] | list[object]) -> None:
        """Enter something in the catalogue."""
        self.setCatalogEntry(key, value)

    def reserve(self, count: int) -> range:
        """Return the numbers of so many objects, which `add` brings; once a file."""
        first = self.document.objectcounter + 1
        self.document.objectcounter += count
        return range(first, first + count)

    def add(self, first: int, objects: Sequence[str]) -> None:
        """Add the objects with reserved numbers, each in ASCII from `obj` to `endobj`."""
        self._ours = Ours(first, objects)

    def getpdfdata(self) -> bytes:
        """Return the bytes of the file."""
        self.document.format = lambda: written(self.document, self._ours)
        made: bytes = super().getpdfdata()
        del self.document.format
        return made

    def ink(self, colour: str) -> None:
        """Set the #RRGGBB colour of areas and letters, unless it is set."""
        if rgb(colour) != self._fillColorObj:
            self._fillColorObj: Colour = rgb(colour)
            self.addLiteral(f"{numerals(colour)} rg")

    def write(self, texts: Iterable[str], x: float, y: float, kind: style.Type, mark: str = "") -> None:
        """Draw lines of cleaned text, the baseline of the first one at y, as marked content after `mark`."""
        self.ink(kind.colour)
        use = self._doc.uses.get(kind.weight) or embedded(kind.weight).use(self._doc)
        lines = ") Tj T* (".join(map(use.write, texts))
        shown = f"BT {_letters(kind)} 1 0 0 1 {x:.2f} {y:.2f} Tm ({lines}) Tj ET"
        self.addLiteral(f"{mark} {shown} EMC" if mark else shown)

    def path(self, steps: Iterable[Step]) -> PDFPathObject:
        """Return steps as a path that `drawPath` and `clipPath` take."""
        path = self.beginPath()
        draw = {"M": path.moveTo, "L": path.lineTo, "C": path.curveTo, "Z": path.close}
        for name, points in steps:
            draw[name](*points)
        return path

    def paint(self, steps: Iterable[Step], *, fill: bool = True, line: bool = False) -> None:
        """Draw a path in the colours set; what the inner contours of letters enclose stays free."""
        self.drawPath(self.path(steps), stroke=line, fill=fill, fillMode=FILL_NON_ZERO)

    def setFillColor(self, aColor: Colour, alpha: float | None = None) -> None:  # noqa: N802, N803
        """Set the colour of areas and letters, unless it is set."""
        if aColor != self._fillColorObj:
            super().setFillColor(aColor, alpha)

    def setStrokeColor(self, aColor: Colour, alpha: float | None = None) -> None:  # noqa: N802, N803
        """Set the colour of lines, unless it is set."""
        if aColor != self._strokeColorObj:
            super().setStrokeColor(aColor, alpha)

    def setLineWidth(self, width: float) -> None:  # noqa: N802
        """Set the width of lines, unless it is set."""
        if width != self._lineWidth:
            super().setLineWidth(width)


def _allow(one: PDFObject, *entries: str) -> None:
    one.__NoDefault__ = [*one.__NoDefault__, *entries]
