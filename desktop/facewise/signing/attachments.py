"""What travels inside a report, and the file as it was before anybody signed."""

import json
import re
from collections.abc import Iterator
from itertools import product
from typing import Final

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader

from facewise.errors import N_, FacewiseError
from facewise.signing.ranges import found
from facewise.signing.reading import TooMuchError, entry, members, reader, signatures
from facewise.signing.revisions import only_signs_first

ANSWERS: Final = "answers.json"
PACK: Final = "pack.json"
RESULT: Final = "result.json"
CARRIED: Final = (ANSWERS, PACK, RESULT)

_MOST_FILES: Final = 200
_LARGEST: Final = 16 << 20
_MOST_BEGINNINGS: Final = 2
_ENDING: Final = re.compile(rb"startxref\s{1,9}(\d{1,10})\s{1,9}%%EOF(?:\r\n|\r|\n)?")


class NotAReportError(FacewiseError):
    """The bytes are no PDF, or none that this program wrote."""

    sentence = N_(
        "This file is not a report of this program: it does not carry the answers and the questions."
    )


def attached(pdf: bytes) -> dict[str, bytes]:
    """Return answers.json, pack.json and result.json as they were before anybody signed.

    What was appended so that the file cannot be read is left aside. Raises NotAReportError.
    """
    try:
        files = carried(reader(base_of(_readable(pdf))))
    except Exception as error:  # a hostile file may raise anything
        raise NotAReportError from error
    if files is None:
        raise NotAReportError
    return files


def _readable(pdf: bytes) -> bytes:
    """Return the file, or where it cannot be read, the longest beginning that says to be signed."""
    for size in dict.fromkeys((len(pdf), *(each.end for each in found(pdf)[:_MOST_BEGINNINGS]))):
        try:
            signatures(reader(pdf[:size]))
        except Exception:  # noqa: BLE001, S112, a hostile file may raise anything
            continue
        return pdf[:size]
    raise NotAReportError


def base_of(pdf: bytes) -> bytes:
    """Return the file as it was before the first signature; without signatures, the file itself.

    Where who signed first changed anything else in doing so, it is the file as it was after that.
    Raises NotAReportError.
    """
    try:
        return pdf[: base_size(pdf, reader(pdf))]
    except Exception as error:  # a hostile file may raise anything
        raise NotAReportError from error


def base_size(pdf: bytes, document: PdfFileReader) -> int:
    """Return how many bytes of a file `base_of` gives."""
    signed = signatures(document)
    if not signed:
        return len(pdf)
    *_, after, tail = (int(number) for number in signed[0].embedded.byte_range)
    size, end = _size_before(pdf, document, signed[0].embedded.signed_revision), after + tail
    base, whole = pdf[:size], document if end == len(pdf) else reader(pdf[:end])
    return size if size and only_signs_first(base, reader(base), whole, signed[0]) else end


def _size_before(pdf: bytes, document: PdfFileReader, revision: int) -> int:
    """Return where the revisions before one end, 0 where that cannot be told."""
    if revision == 0:
        return 0
    xrefs = document.xrefs
    places = [xrefs.get_historical_ref(each, revision) for each in xrefs.explicit_refs_in_revision(revision)]
    begin = min(xrefs.get_startxref_for_revision(revision), *(each for each in places if type(each) is int))
    last = max(_ENDING.finditer(pdf, 0, begin), key=re.Match.start, default=None)
    if last is None or int(last[1]) != xrefs.get_startxref_for_revision(revision - 1):
        return 0
    return last.end()


def carried(document: PdfFileReader) -> dict[str, bytes] | None:
    """Return the three files that make a report, or None where one is missing or stands twice."""
    files: dict[str, bytes] = {}
    for name, file in embedded(document):
        if name in CARRIED:
            content = bytes(file.data)
            if name in files or len(content) > _LARGEST:
                return None
            files[name] = content
    return files if len(files) == len(CARRIED) else None


def status(files: dict[str, bytes]) -> str:
    """Return what result.json says the report is: final, draft or sample; empty where it does not say."""
    found = _read(files[RESULT]).get("status")
    return found if isinstance(found, str) else ""


def is_sample(files: dict[str, bytes]) -> bool:
    """Return whether answers.json says that the answers are a sample."""
    return bool(_read(files[ANSWERS]).get("sample"))


def _read(content: bytes) -> dict[str, object]:
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def embedded(document: PdfFileReader) -> Iterator[tuple[str, generic.StreamObject]]:
    """Yield name and stream of the embedded files: those of the name tree, and those of the whole file.

    One that has two names or two contents, of which readers take one or the other, is given as often.
    """
    seen: set[tuple[str, generic.Dereferenceable | None]] = set()
    for count, item in enumerate(_specifications(document)):
        if count > _MOST_FILES:
            raise TooMuchError
        specification = item.get_object()
        inside = entry(specification, "/EF") or generic.NullObject()
        told = (entry(specification, key) for key in ("/UF", "/F"))
        names = {str(each) for each in told if each is not None} or {""}
        for name, file in product(sorted(names), (entry(inside, key) for key in ("/UF", "/F"))):
            if isinstance(file, generic.StreamObject) and (name, file.container_ref) not in seen:
                seen.add((name, file.container_ref))
                yield name, file


def _specifications(document: PdfFileReader) -> Iterator[generic.PdfObject]:
    yield from members(document.root, "/AF")
    names = entry(document.root, "/Names") or generic.NullObject()
    waiting = [entry(names, "/EmbeddedFiles") or generic.NullObject()]
    for _ in range(_MOST_FILES):
        if not waiting:
            return
        node = waiting.pop()
        waiting += [kid.get_object() for kid in members(node, "/Kids")]
        yield from members(node, "/Names")[1::2]
    raise TooMuchError
