"""What differs between a file as it was signed and as it is, by parts that a reader knows."""

import hashlib
from collections.abc import Collection, Iterator
from typing import Final, TypeAlias

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader

from facewise.plain_text import shown
from facewise.signing.attachments import ANSWERS, embedded
from facewise.signing.reading import TooMuchError, entry, fields, members, reader, signatures
from facewise.signing.revisions import moved
from facewise.signing.verdict import Change, Part

Facts: TypeAlias = dict[Change, bytes]

# Ways up: what they lead to is looked at where it hangs.
_UP: Final = {"/Parent", "/P"}
_ELSEWHERE: Final = {"/Pages", "/AcroForm", "/Metadata", "/Names", "/AF", "/Perms"}
_OF_PACKING: Final = {"/Length", "/Filter", "/DecodeParms"}
_MOST_NODES: Final = 400_000
_MOST_PAGES: Final = 2_000


def facts(document: PdfFileReader, *, unpacked: bool = False) -> Facts:
    """Return digests of the parts of a file that a reader knows; `unpacked` where packing is not to count.

    What it raises is of any kind, as the file may be hostile.
    """
    pages = list(pages_of(document))
    alone = {page.reference: place for place, page in enumerate(pages)}
    look = _Look(alone | _boxes(document), unpacked=unpacked)
    found: Facts = {}
    for number, page in enumerate(pages, start=1):
        found[Change(Part.PAGE, page=number)] = look.below(page.get_object())
    for name, file in embedded(document):
        change = Change(Part.ANSWERS) if name == ANSWERS else Change(Part.ATTACHMENT, name=shown(name))
        found[change] = look.below(file)
    found[Change(Part.METADATA)] = b"".join(look.below(item) for item in _metadata(document))
    rest = _without(document.root, _ELSEWHERE), _without(entry(document.root, "/Names"), {"/EmbeddedFiles"})
    found[Change(Part.UNKNOWN)] = b"".join(map(look.below, rest))
    return found | _facts_of_form(document, look)


def between(signed: PdfFileReader, now: bytes) -> tuple[Change, ...]:
    """Return the parts that differ in what came behind; bytes that change nothing visible are `appended`."""
    try:
        later = reader(now)
        compared = _facts_of_form if _keeps_all_but_form(signed, later) else facts
        old, new = compared(signed), compared(later)
    except Exception:  # noqa: BLE001, a hostile file may raise anything, and then nobody knows what differs
        return (Change(Part.APPENDED),)
    differing = [change for change in {**old, **new} if old.get(change) != new.get(change)]
    if Change(Part.SIGNATURE) in differing and Change(Part.FORM) in differing:
        differing.remove(Change(Part.FORM))
    return tuple(sorted(differing, key=_order)) or (Change(Part.APPENDED),)


def _order(change: Change) -> tuple[int, int, str]:
    return list(Part).index(change.part), change.page or 0, change.name


def _keeps_all_but_form(signed: PdfFileReader, later: PdfFileReader) -> bool:
    """Return whether nothing that was there lies elsewhere, but for boxes of signatures."""
    changed = moved(signed, later)
    return changed is not None and changed <= {reference.idnum for _, reference, _ in fields(signed)}


def _facts_of_form(document: PdfFileReader, look: "_Look | None" = None) -> Facts:
    look = look or _Look(_boxes(document))
    form = [entry(document.root, "/AcroForm"), *(field for *_, field in fields(document))]
    return {
        Change(Part.FORM): b"".join(map(look.below, form)),
        Change(Part.SIGNATURE): repr([each.name for each in signatures(document)]).encode(),
    }


def _boxes(document: PdfFileReader) -> dict[generic.Reference, int]:
    return {reference: -place for place, (_, reference, _) in enumerate(fields(document), start=1)}


def _without(holder: generic.PdfObject | None, keys: Collection[str]) -> generic.DictionaryObject:
    found = dict.items(holder) if isinstance(holder, generic.DictionaryObject) else ()
    return generic.DictionaryObject({key: value for key, value in found if key not in keys})


def _metadata(document: PdfFileReader) -> list[generic.PdfObject | None]:
    stream = document.root.get("/Metadata")
    information = document.trailer.raw_get("/Info") if "/Info" in document.trailer else None
    return [each.get_object() if each is not None else None for each in (stream, information)]


def pages_of(document: PdfFileReader) -> Iterator[generic.IndirectObject]:
    """Yield references to the pages in their order."""
    waiting: list[generic.PdfObject] = [document.root.raw_get("/Pages")]
    for _ in range(_MOST_PAGES):
        if not waiting:
            return
        node = waiting.pop(0)
        below = node.get_object()
        if isinstance(below, generic.DictionaryObject) and "/Kids" in below:
            waiting = [*members(below, "/Kids"), *waiting]
        elif isinstance(node, generic.IndirectObject):
            yield node
    raise TooMuchError


class _Look:
    """Digests of objects with all that hangs below them; `alone` are those looked at by themselves."""

    def __init__(self, alone: dict[generic.Reference, int], *, unpacked: bool = False) -> None:
        self.alone = alone
        self.left = _MOST_NODES
        self._unpacked = unpacked
        self._streams: dict[int, tuple[generic.StreamObject, bytes]] = {}

    def below(self, start: generic.PdfObject | None) -> bytes:
        """Return the digest of an object, each object below it looked at once."""
        digest = hashlib.sha256()
        seen = dict(self.alone)
        waiting: list[generic.PdfObject | None] = [start]
        while waiting:
            self.left -= 1
            if not self.left:
                raise TooMuchError
            item = waiting.pop()
            if not isinstance(item, generic.IndirectObject):
                digest.update(self.own(item))
                waiting += self._parts(item)
            elif item.reference in seen:
                digest.update(b"again%d,%d" % (seen[item.reference], item.reference in self.alone))
            else:
                seen[item.reference] = len(seen) - len(self.alone)
                waiting.append(item.get_object())
        return digest.digest()

    def own(self, item: generic.PdfObject | None) -> bytes:
        """Return what an object is without what hangs below it."""
        if isinstance(item, generic.StreamObject):
            return self._stream(item)
        if isinstance(item, generic.DictionaryObject):
            return b"dictionary" + repr(sorted(item)).encode()
        if isinstance(item, generic.ArrayObject):
            return b"array%d" % len(item)
        return repr(item).encode()

    def _stream(self, item: generic.StreamObject) -> bytes:
        """Return what a stream is, told once: a font of a megabyte may hang below a thousand pages."""
        if id(item) not in self._streams:
            content = item.data if self._unpacked else item.encoded_data
            keys = sorted(key for key in item if not (self._unpacked and key in _OF_PACKING))
            told = b"stream" + hashlib.sha256(content).digest() + repr(keys).encode()
            self._streams[id(item)] = (item, told)
        return self._streams[id(item)][1]

    def _parts(self, item: generic.PdfObject | None) -> list[generic.PdfObject]:
        if isinstance(item, generic.DictionaryObject):
            hidden = _UP | _OF_PACKING if self._unpacked else _UP
            return [item.raw_get(key) for key in sorted(item) if key not in hidden]
        return list(list.__iter__(item)) if isinstance(item, generic.ArrayObject) else []
