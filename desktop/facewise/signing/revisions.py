"""What a later revision may add to a signed file: a signature in an empty field, or a timestamp over it all.

With either may come evidence about certificates; nothing else.
The bytes before are the same, so an object is the same where it still begins at the same place. Compared is
therefore where each object lies: an update that replaces, hides, frees or redirects one shows.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader

from facewise.signing.evidence import STORE, only_grows
from facewise.signing.reading import Filled, TooMuchError, entry, members, written

_FILLED: Final = ("/V", "/AP")
_BLANK: Final = rb"[\x00\t\n\x0c\r ]"
_REFERENCE: Final = re.compile(rb"(\d{1,10})" + _BLANK + rb"+\d+" + _BLANK + rb"+R")
# Comments may stand between the parts of a reference; where they do, it is read step by step.
_COMMENTED: Final = (
    re.compile(rb"(\d{1,10})" + _BLANK + rb"*%"),
    re.compile(rb"(\d{1,10})" + _BLANK + rb"+\d+" + _BLANK + rb"*%"),
)
_BETWEEN: Final = re.compile(rb"(?:" + _BLANK + rb"|%[^\r\n]*)+")
_DIGITS: Final = re.compile(rb"\d+")
_LONGEST: Final = 4096
_MOST_COMMENTS: Final = 100
_MOST_OBJECTS: Final = 500_000
_OF_A_TIMESTAMP: Final = {"/FT", "/T", "/TU", "/V", "/Type", "/Subtype", "/F", "/P", "/Rect"}


@dataclass(frozen=True, slots=True)
class _Update:
    """A file before and after a revision: the numbers of the objects that lie elsewhere, and of new ones."""

    before: PdfFileReader
    after: PdfFileReader
    changed: set[int]
    new: set[int]

    @property
    def root(self) -> int:
        """The number of the catalogue."""
        return int(self.before.trailer.raw_get("/Root").idnum)


def only_signs(pdf: bytes, before: PdfFileReader, after: PdfFileReader, signature: Filled) -> bool:
    """Return whether a signature only fills its field; `pdf` are the bytes of the file before."""
    update = _update(pdf, before, after)
    field = signature.field
    if update is None or not {field.idnum} <= update.changed <= {field.idnum, update.root}:
        return False
    fills = _only_fills(before.get_object(field), after.get_object(field))
    return fills and _is_alike(before.root, after.root, (STORE,)) and _keeps_evidence(update)


def only_signs_first(pdf: bytes, before: PdfFileReader, after: PdfFileReader, signature: Filled) -> bool:
    """Return whether the first signature only fills its field, and notes that the file is signed."""
    update = _update(pdf, before, after)
    form, field = entry(before.root, "/AcroForm"), signature.field
    if update is None or field.idnum not in update.changed:
        return False
    if not update.changed <= {field.idnum, update.root, *_numbers_of(before.root, "/AcroForm")}:
        return False
    return (
        _only_fills(before.get_object(field), after.get_object(field))
        and _is_alike(before.root, after.root, (STORE, "/AcroForm", "/Perms"))
        and _numbers_of(before.root, "/AcroForm") == _numbers_of(after.root, "/AcroForm")
        and _is_alike(form, entry(after.root, "/AcroForm"), ("/SigFlags",))
        and _permits(entry(before.root, "/Perms"), entry(after.root, "/Perms"), after.get_object(field))
        and _keeps_evidence(update)
    )


def only_stamps(pdf: bytes, before: PdfFileReader, after: PdfFileReader, stamp: Filled) -> bool:
    """Return whether a timestamp over the file only adds itself, in an invisible field of its own."""
    update = _update(pdf, before, after)
    field = after.get_object(stamp.field)
    if update is None or stamp.field.idnum not in update.new or not _is_invisible(field):
        return False
    page = dict.get(field, "/P")
    if not isinstance(page, generic.IndirectObject) or page.idnum in update.new:
        return False
    form, sheet = entry(before.root, "/AcroForm"), before.get_object(page.reference)
    if not isinstance(form, generic.DictionaryObject) or str(entry(sheet, "/Type")) != "/Page":
        return False
    added = stamp.field.idnum
    places = {
        update.root,
        page.idnum,
        *_numbers_of(before.root, "/AcroForm"),
        *_numbers_of(form, "/Fields"),
        *_numbers_of(sheet, "/Annots"),
    }
    return (
        update.changed <= places
        and _is_alike(before.root, after.root, (STORE, "/AcroForm"))
        and _is_alike(form, entry(after.root, "/AcroForm"), ("/Fields", "/SigFlags"))
        and _is_alike(sheet, after.get_object(page.reference), ("/Annots",))
        and _gains(form, entry(after.root, "/AcroForm"), "/Fields", added)
        and _gains(sheet, after.get_object(page.reference), "/Annots", added)
        and _keeps_evidence(update)
    )


def moved(before: PdfFileReader, after: PdfFileReader) -> set[int] | None:
    """Return the numbers of the objects that lie elsewhere; None where it starts from another catalogue."""
    if any(_entry(before, key) != _entry(after, key) for key in ("/Root", "/Info", "/Encrypt")):
        return None
    return {number for number in _numbers(before) if _place(before, number) != _place(after, number)}


def _update(pdf: bytes, before: PdfFileReader, after: PdfFileReader) -> _Update | None:
    """Return what a revision changes and adds; None where it does what no program that signs does."""
    changed = moved(before, after)
    if changed is None:
        return None
    numbers = _numbers(before)
    added = after.xrefs.explicit_refs_in_revision(after.total_revisions - 1)
    new = {each.idnum for each in added} - numbers
    if any(each.generation for each in added) or _mentions(pdf, before, new):
        return None
    return _Update(before, after, changed, new)


def _entry(document: PdfFileReader, key: str) -> bytes:
    return written(document.trailer.raw_get(key)) if key in document.trailer else b""


def _numbers(document: PdfFileReader) -> set[int]:
    """Return the numbers that objects of a file have or may have had; /Size alone may lie."""
    size = int(document.trailer["/Size"])
    if size > _MOST_OBJECTS:
        raise TooMuchError
    revisions = range(document.total_revisions)
    listed = {each.idnum for step in revisions for each in document.xrefs.explicit_refs_in_revision(step)}
    return listed | set(range(1, size))


def _place(document: PdfFileReader, number: int) -> object:
    """Return where an object begins: an offset, or a place in an object stream; None where it is free."""
    try:
        return document.xrefs[generic.Reference(number, 0, document)]
    except KeyError:
        return None


def _mentions(pdf: bytes, document: PdfFileReader, new: set[int]) -> bool:
    """Return whether a file refers to one of some numbers, though it has no such object (yet)."""
    packed = {
        reference
        for revision in range(document.total_revisions)
        for reference in document.xrefs.object_streams_used_in(revision)
    }
    places = [pdf, *(document.get_object(reference).data for reference in packed)]
    return any(_names_one(place, new) for place in places)


def _names_one(content: bytes, new: set[int]) -> bool:
    if any(int(match[1]) in new for match in _REFERENCE.finditer(content)):
        return True
    commented = (match for form in _COMMENTED for match in form.finditer(content) if int(match[1]) in new)
    return any(
        count >= _MOST_COMMENTS or _may_refer(content, match.end(1)) for count, match in enumerate(commented)
    )


def _may_refer(content: bytes, place: int) -> bool:
    """Return whether a reference goes on after its number, or so much that nobody writes it."""
    for part in (_BETWEEN, _DIGITS, _BETWEEN):
        match = part.match(content, place, place + _LONGEST)
        if match is None or match.end() == place + _LONGEST:
            return match is not None
        place = match.end()
    return content.startswith(b"R", place)


def _numbers_of(holder: generic.DictionaryObject, key: str) -> set[int]:
    """Return the number of what stands under a key, where it is an object of its own."""
    found = dict.get(holder, key)
    return {found.idnum} if isinstance(found, generic.IndirectObject) else set()


def _is_alike(old: generic.PdfObject | None, new: generic.PdfObject | None, but: Collection[str]) -> bool:
    """Return whether two dictionaries are the same but for some entries, references unresolved."""
    if not isinstance(old, generic.DictionaryObject) or not isinstance(new, generic.DictionaryObject):
        return False
    return _rest(old, but) == _rest(new, but)


def _gains(old: generic.PdfObject | None, new: generic.PdfObject | None, key: str, number: int) -> bool:
    """Return whether a list under a key has one more reference at its end, that to an object."""
    had, has = members(old, key), members(new, key)
    last = has[-1] if has else None
    return has[:-1] == had and isinstance(last, generic.IndirectObject) and last.idnum == number


def _keeps_evidence(update: _Update) -> bool:
    old, new = (dict.get(each.root, STORE) for each in (update.before, update.after))
    if new is None or old == new:
        return old == new
    if not isinstance(new, generic.IndirectObject) or new.idnum not in update.new:
        return False
    return only_grows(entry(update.before.root, STORE), new.get_object())


def _only_fills(old: generic.DictionaryObject, new: generic.DictionaryObject) -> bool:
    return _is_alike(old, new, _FILLED) and "/V" not in old and _is_plain(new)


def _rest(field: generic.DictionaryObject, but: Collection[str]) -> dict[str, bytes]:
    return {str(key): written(value) for key, value in dict.items(field) if key not in but}


def _permits(
    old: generic.PdfObject | None, new: generic.PdfObject | None, field: generic.DictionaryObject
) -> bool:
    """Return whether nothing is said of what later changes are permitted, or only by this signature."""
    if not isinstance(new, generic.DictionaryObject):
        return old is None and new is None
    return old is None and _rest(new, ()) == {"/DocMDP": written(field.raw_get("/V"))}


def _is_plain(field: generic.DictionaryObject) -> bool:
    appearance = entry(field, "/AP")
    only_normal = isinstance(appearance, generic.DictionaryObject) and set(appearance) <= {"/N"}
    return isinstance(field.get("/V"), generic.IndirectObject) and (appearance is None or only_normal)


def _is_invisible(field: generic.PdfObject) -> bool:
    if not isinstance(field, generic.DictionaryObject) or not set(field) <= _OF_A_TIMESTAMP:
        return False
    box = [float(each) for each in members(field, "/Rect") if isinstance(each, (int, float))]
    flat = not box or (len(box) == 4 and box[0] == box[2] and box[1] == box[3])  # noqa: PLR2004, its corners
    return flat and isinstance(dict.get(field, "/V"), generic.IndirectObject)
