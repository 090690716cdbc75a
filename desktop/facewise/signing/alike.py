"""Whether two reports are alike where their bytes differ: part by part unpacked, then by looks.

Other versions of the libraries pack and write otherwise. What pages do not show (scripts, layers, annotations
that only print, other attachments) must be the same all the same.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader

from facewise.signing.attachments import embedded
from facewise.signing.changes import Facts, facts, pages_of
from facewise.signing.reading import entry, members, reader, written
from facewise.signing.verdict import Part

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_MOST_PAGES: Final = 400
_SCALE: Final = 1.25  # of 72 dots to the inch
_OF_A_PAGE: Final = {"/MediaBox", "/CropBox", "/TrimBox", "/BleedBox", "/ArtBox", "/Rotate", "/UserUnit"}
_OF_A_NOTE: Final = ("/Subtype", "/FT", "/F", "/Ff", "/Rect", "/Kids", "/A", "/AA", "/OC", "/MK")


@dataclass(frozen=True, slots=True)
class Likeness:
    """Whether two files are alike; `pages` are the numbers of those that look different, from 1.

    `unlike` where all of them do: it is another paper.
    """

    alike: bool
    pages: tuple[int, ...] = ()
    unlike: bool = False


def likeness(one: bytes, other: bytes) -> Likeness:
    """Return whether a file shows and holds what another does.

    What it raises is of any kind, as the files may be hostile.
    """
    first, second = reader(one), reader(other)
    mine, theirs = facts(first, unpacked=True), facts(second, unpacked=True)
    besides = _beside(one, first) == _beside(other, second) and _but_pages(mine) == _but_pages(theirs)
    if besides and mine == theirs:
        return Likeness(alike=True)
    doubtful = _pages(mine, theirs)
    pages = _differing(one, other, doubtful)
    whole = len({each for each in (*mine, *theirs) if each.part is Part.PAGE})
    return Likeness(alike=besides and not pages, pages=pages, unlike=len(pages) == whole)


def _pages(mine: Facts, theirs: Facts) -> tuple[int, ...]:
    """Return the numbers of the pages that are not the same to the last part."""
    pages = {change.page for change in (*mine, *theirs) if mine.get(change) != theirs.get(change)}
    return tuple(sorted(page for page in pages if page is not None))


def opened(pdf: bytes) -> "PdfDocument":
    """Return a file as pdfium reads it."""
    from pypdfium2 import PdfDocument

    return PdfDocument(pdf)


def words(page: Any) -> str:  # noqa: ANN401, pypdfium2 brings no types
    """Return the words of a page of pdfium."""
    return str(page.get_textpage().get_text_range())


def _but_pages(found: Facts) -> Facts:
    return {change: digest for change, digest in found.items() if change.part is not Part.PAGE}


def _beside(pdf: bytes, document: PdfFileReader) -> tuple[object, ...]:
    """Return what a file holds that no page shows and `facts` do not tell."""
    return (
        document.total_revisions,
        b"/XRefStm" in pdf,  # a second table, which some readers read and others do not
        sorted(document.trailer.flatten().keys()),
        sorted(document.root),
        [(name, bytes(file.data)) for name, file in embedded(document)],
        [_outside(page.get_object()) for page in pages_of(document)],
    )


def _outside(page: generic.PdfObject) -> tuple[object, ...]:
    """Return what a page has beside its content: its keys, boxes, and what lies on it."""
    plain = [(key, written(value)) for key, value in _items(page) if key in _OF_A_PAGE]
    notes = [entry(each.get_object(), key) for each in members(page, "/Annots") for key in _OF_A_NOTE]
    return (sorted(key for key, _ in _items(page)), sorted(plain), [written(each) for each in notes if each])


def _items(holder: generic.PdfObject | None) -> list[tuple[str, generic.PdfObject]]:
    return list(dict.items(holder)) if isinstance(holder, generic.DictionaryObject) else []


def _differing(one: bytes, other: bytes, pages: tuple[int, ...]) -> tuple[int, ...]:
    """Return the numbers of the pages of which words or looks differ."""
    if len(pages) > _MOST_PAGES:
        return pages
    with opened(one) as first, opened(other) as second:
        return tuple(page for page in pages if _seen(first, page - 1) != _seen(second, page - 1))


def _seen(document: "PdfDocument", number: int) -> tuple[str, bytes] | None:
    if number >= len(document):
        return None
    page = document[number]
    return words(page), bytes(page.render(scale=_SCALE).buffer)
