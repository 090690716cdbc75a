"""What a later signature may add to a signed file: itself, in a field that was there and empty. Nothing else.

The bytes before are the same, so an object is the same where it still begins at the same place. Compared is
therefore where each object lies: an update that replaces, hides, frees or redirects one shows.
"""

import re
from typing import Final

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader

from facewise.signing.reading import Filled, entry, written

_FILLED: Final = ("/V", "/AP")
_BLANK: Final = rb"(?:[\x00\t\n\x0c\r ]|%[^\r\n]*[\r\n])+"
_REFERENCE: Final = re.compile(rb"(\d{1,10})" + _BLANK + rb"\d+" + _BLANK + rb"R")


def only_signs(pdf: bytes, before: PdfFileReader, after: PdfFileReader, signature: Filled) -> bool:
    """Return whether a signature only fills its field; `pdf` are the bytes of the file before."""
    if any(_entry(before, key) != _entry(after, key) for key in ("/Root", "/Info", "/Encrypt")):
        return False
    numbers = _numbers(before)
    changed = {number for number in numbers if _place(before, number) != _place(after, number)}
    added = after.xrefs.explicit_refs_in_revision(after.total_revisions - 1)
    new = {each.idnum for each in added} - numbers
    if any(each.generation for each in added) or new & _mentioned(pdf, before):
        return False
    field = signature.field
    return changed == {field.idnum} and _only_fills(before.get_object(field), after.get_object(field))


def _entry(document: PdfFileReader, key: str) -> bytes:
    return written(document.trailer.raw_get(key)) if key in document.trailer else b""


def _numbers(document: PdfFileReader) -> set[int]:
    """Return the numbers that objects of a file have or may have had; /Size alone may lie."""
    revisions = range(document.total_revisions)
    listed = {each.idnum for step in revisions for each in document.xrefs.explicit_refs_in_revision(step)}
    return listed | set(range(1, int(document.trailer["/Size"])))


def _place(document: PdfFileReader, number: int) -> object:
    """Return where an object begins: an offset, or a place in an object stream; None where it is free."""
    try:
        return document.xrefs[generic.Reference(number, 0, document)]
    except KeyError:
        return None


def _mentioned(pdf: bytes, document: PdfFileReader) -> set[int]:
    """Return the numbers of all objects that a file refers to, also those that it has not (yet)."""
    packed = {
        reference
        for revision in range(document.total_revisions)
        for reference in document.xrefs.object_streams_used_in(revision)
    }
    places = [pdf, *(document.get_object(reference).data for reference in packed)]
    return {int(match[1]) for place in places for match in _REFERENCE.finditer(place)}


def _only_fills(old: generic.PdfObject, new: generic.PdfObject) -> bool:
    if not isinstance(old, generic.DictionaryObject) or not isinstance(new, generic.DictionaryObject):
        return False
    return "/V" not in old and _rest(old) == _rest(new) and _is_plain(new)


def _rest(field: generic.DictionaryObject) -> dict[str, bytes]:
    return {str(key): written(value) for key, value in dict.items(field) if key not in _FILLED}


def _is_plain(field: generic.DictionaryObject) -> bool:
    appearance = entry(field, "/AP")
    only_normal = isinstance(appearance, generic.DictionaryObject) and set(appearance) <= {"/N"}
    return isinstance(field.get("/V"), generic.IndirectObject) and (appearance is None or only_normal)
