"""What differs between a file as it was signed and as it is, by parts that a reader knows."""

import hashlib
from collections.abc import Iterator
from typing import Final, TypeAlias

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader

from facewise.signing.attachments import ANSWERS, CARRIED, embedded
from facewise.signing.reading import TooMuchError, entry, members, reader, signatures
from facewise.signing.verdict import Change, Part

Facts: TypeAlias = dict[Change, bytes]

# Ways up and sideways: what they lead to is looked at where it hangs.
_NOT_DOWN: Final = {"/Parent", "/P", "/StructParent", "/StructParents", "/Prev", "/Next", "/Dest", "/Popup"}
_ELSEWHERE: Final = {"/Pages", "/AcroForm", "/Metadata", "/Names", "/AF", "/Perms"}
_MOST_NODES: Final = 400_000
_MOST_PAGES: Final = 2_000
_SIGNATURE: Final = generic.NameObject("/Sig")


def between(signed: bytes, now: bytes) -> tuple[Change, ...]:
    """Return the parts that differ; bytes that change nothing a reader could see are `appended`."""
    try:
        old, new = _facts(reader(signed)), _facts(reader(now))
    except Exception:  # noqa: BLE001, a hostile file may raise anything, and then nobody knows what differs
        return (Change(Part.UNKNOWN),)
    differing = [change for change in {**old, **new} if old.get(change) != new.get(change)]
    if Change(Part.SIGNATURE) in differing and Change(Part.FORM) in differing:
        differing.remove(Change(Part.FORM))
    return tuple(sorted(differing, key=_order)) or (Change(Part.APPENDED),)


def _order(change: Change) -> tuple[int, int, str]:
    return list(Part).index(change.part), change.page or 0, change.name


def _facts(document: PdfFileReader) -> Facts:
    look = _Look()
    facts: Facts = {}
    for number, page in enumerate(_pages(document), start=1):
        facts[Change(Part.PAGE, page=number)] = look.at(_without_signatures(page))
    for name, file in embedded(document):
        part = Part.ANSWERS if name == ANSWERS else Part.ATTACHMENT
        facts[Change(part, name="" if name in CARRIED and part is Part.ANSWERS else name)] = look.at(file)
    root = document.root
    information = document.trailer.raw_get("/Info") if "/Info" in document.trailer else None
    facts[Change(Part.METADATA)] = look.at(root.get("/Metadata")) + look.at(information)
    facts[Change(Part.FORM)] = look.at(root.get("/AcroForm"))
    facts[Change(Part.SIGNATURE)] = repr([each.name for each in signatures(document)]).encode()
    rest = {key: value for key, value in dict.items(root) if key not in _ELSEWHERE}
    facts[Change(Part.UNKNOWN)] = look.at(generic.DictionaryObject(rest))
    return facts


def _pages(document: PdfFileReader) -> Iterator[generic.DictionaryObject]:
    waiting = [document.root.raw_get("/Pages")]
    for _ in range(_MOST_PAGES):
        if not waiting:
            return
        node = waiting.pop(0).get_object()
        if "/Kids" in node:
            waiting = [*members(node, "/Kids"), *waiting]
        else:
            yield node
    raise TooMuchError


def _without_signatures(page: generic.DictionaryObject) -> generic.DictionaryObject:
    """Return the page without the boxes to sign in, which belong to the form."""
    shown = [note for note in members(page, "/Annots") if entry(note.get_object(), "/FT") != _SIGNATURE]
    copy = {key: value for key, value in dict.items(page) if key != "/Annots"}
    return generic.DictionaryObject({**copy, generic.NameObject("/Annots"): generic.ArrayObject(shown)})


class _Look:
    """Digests of objects with all that hangs below them."""

    def __init__(self) -> None:
        self.left = _MOST_NODES

    def at(self, start: generic.PdfObject | None) -> bytes:
        """Return the digest of an object, each object below it looked at once."""
        digest = hashlib.sha256()
        seen: set[generic.Reference] = set()
        waiting: list[generic.PdfObject | None] = [start]
        while waiting:
            self.left -= 1
            if not self.left:
                raise TooMuchError
            item = waiting.pop()
            if isinstance(item, generic.IndirectObject):
                if item.reference not in seen:
                    seen.add(item.reference)
                    waiting.append(item.get_object())
            else:
                digest.update(self._own(item))
                waiting += self._below(item)
        return digest.digest()

    def _own(self, item: generic.PdfObject | None) -> bytes:
        if isinstance(item, generic.StreamObject):
            return b"stream" + bytes(item.encoded_data) + repr(list(item)).encode()
        if isinstance(item, generic.DictionaryObject):
            return b"dictionary" + repr(list(item)).encode()
        if isinstance(item, generic.ArrayObject):
            return b"array%d" % len(item)
        return repr(item).encode()

    def _below(self, item: generic.PdfObject | None) -> list[generic.PdfObject]:
        if isinstance(item, generic.DictionaryObject):
            return [value for key, value in dict.items(item) if key not in _NOT_DOWN]
        return list(list.__iter__(item)) if isinstance(item, generic.ArrayObject) else []
