"""What a later signature may add to a signed file: itself, in a field that was there and empty. Nothing else.

Compared is what the two files are, object by object, not how the second was made: an update that hides,
frees, redirects or defines what an older object pointed to is then a difference like any other.
"""

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader

from facewise.signing.reading import Filled, entry, objects, written

_FILLED: tuple[str, ...] = ("/V", "/AP")


def only_signs(before: PdfFileReader, after: PdfFileReader, signature: Filled) -> bool:
    """Return whether all that differs after a signature is that its field is filled."""
    if any(_entry(before, key) != _entry(after, key) for key in ("/Root", "/Info", "/Encrypt")):
        return False
    old, new = objects(before), objects(after)
    # What only the empty field led to, as an appearance of its own, may be left behind.
    changed = {each for each in old if each in new and written(old[each]) != written(new[each])}
    return changed == {signature.field} and _only_fills(old[signature.field], new[signature.field])


def _entry(document: PdfFileReader, key: str) -> bytes:
    return written(document.trailer.raw_get(key)) if key in document.trailer else b""


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
