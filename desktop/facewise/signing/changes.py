"""What differs between a file as it was signed and as it is, by parts that a reader knows."""

import hashlib
from collections.abc import Iterator
from typing import Final, TypeAlias

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader

from facewise.signing.attachments import ANSWERS, embedded
from facewise.signing.reading import TooMuchError, entry, fields, members, reader, signatures
from facewise.signing.revisions import moved
from facewise.signing.verdict import Change, Part

Facts: TypeAlias = dict[Change, bytes]

# Ways up: what they lead to is looked at where it hangs.
_UP: Final = {"/Parent", "/P"}
_ELSEWHERE: Final = {"/Pages", "/AcroForm", "/Metadata", "/Names", "/AF", "/Perms"}
_MOST_NODES: Final = 400_000
_MOST_PAGES: Final = 2_000


def between(signed: PdfFileReader, now: bytes) -> tuple[Change, ...]:
    """Return the parts that differ in what came behind; bytes that change nothing visible are `appended`."""
    try:
        later = reader(now)
        facts = _facts_of_form if _keeps_all_but_form(signed, later) else _facts
        old, new = facts(signed), facts(later)
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


def _facts_of_form(document: PdfFileReader) -> Facts:
    look = _Look({reference for _, reference, _ in fields(document)})
    form = [entry(document.root, "/AcroForm"), *(field for *_, field in fields(document))]
    return {
        Change(Part.FORM): b"".join(map(look.below, form)),
        Change(Part.SIGNATURE): repr([each.name for each in signatures(document)]).encode(),
    }


def _facts(document: PdfFileReader) -> Facts:
    pages = list(_pages(document))
    look = _Look({page.reference for page in pages} | {reference for _, reference, _ in fields(document)})
    facts: Facts = {}
    for number, page in enumerate(pages, start=1):
        facts[Change(Part.PAGE, page=number)] = look.below(page.get_object())
    for name, file in embedded(document):
        change = Change(Part.ANSWERS) if name == ANSWERS else Change(Part.ATTACHMENT, name=name)
        facts[change] = look.below(file)
    facts[Change(Part.METADATA)] = b"".join(look.below(item) for item in _metadata(document))
    rest = {key: value for key, value in dict.items(document.root) if key not in _ELSEWHERE}
    facts[Change(Part.UNKNOWN)] = look.below(generic.DictionaryObject(rest))
    return facts | _facts_of_form(document)


def _metadata(document: PdfFileReader) -> list[generic.PdfObject | None]:
    stream = document.root.get("/Metadata")
    information = document.trailer.raw_get("/Info") if "/Info" in document.trailer else None
    return [each.get_object() if each is not None else None for each in (stream, information)]


def _pages(document: PdfFileReader) -> Iterator[generic.IndirectObject]:
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
    """Digests of objects with all that hangs below them; pages and boxes are looked at alone."""

    def __init__(self, alone: set[generic.Reference]) -> None:
        self.alone = alone
        self.left = _MOST_NODES

    def below(self, start: generic.PdfObject | None) -> bytes:
        """Return the digest of an object, each object below it looked at once."""
        digest = hashlib.sha256()
        seen = set(self.alone)
        waiting: list[generic.PdfObject | None] = [start]
        while waiting:
            self.left -= 1
            if not self.left:
                raise TooMuchError
            item = waiting.pop()
            if not isinstance(item, generic.IndirectObject):
                digest.update(_own(item))
                waiting += _parts(item)
            elif item.reference not in seen:
                seen.add(item.reference)
                waiting.append(item.get_object())
        return digest.digest()


def _own(item: generic.PdfObject | None) -> bytes:
    if isinstance(item, generic.StreamObject):
        return b"stream" + bytes(item.encoded_data) + repr(list(item)).encode()
    if isinstance(item, generic.DictionaryObject):
        return b"dictionary" + repr(list(item)).encode()
    if isinstance(item, generic.ArrayObject):
        return b"array%d" % len(item)
    return repr(item).encode()


def _parts(item: generic.PdfObject | None) -> list[generic.PdfObject]:
    if isinstance(item, generic.DictionaryObject):
        return [value for key, value in dict.items(item) if key not in _UP]
    return list(list.__iter__(item)) if isinstance(item, generic.ArrayObject) else []
