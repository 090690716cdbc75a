"""What travels inside a report, and the file as it was before anybody signed."""

import json
from collections.abc import Iterator
from typing import Final

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader

from facewise.errors import N_, FacewiseError
from facewise.signing.ranges import found
from facewise.signing.reading import TooMuchError, entry, members, reader, signatures

ANSWERS: Final = "answers.json"
PACK: Final = "pack.json"
RESULT: Final = "result.json"
CARRIED: Final = (ANSWERS, PACK, RESULT)

_MOST_FILES: Final = 200
_LARGEST: Final = 16 << 20
_MOST_BEGINNINGS: Final = 2


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

    Raises NotAReportError.
    """
    try:
        return pdf[: base_size(pdf, reader(pdf))]
    except Exception as error:  # a hostile file may raise anything
        raise NotAReportError from error


def base_size(pdf: bytes, document: PdfFileReader) -> int:
    """Return how many bytes the file had before the first signature, 0 if it was written signed."""
    signed = signatures(document)
    if not signed:
        return len(pdf)
    revision = signed[0].embedded.signed_revision
    if revision == 0:
        return 0
    start = document.xrefs.get_startxref_for_revision(revision - 1)
    end = pdf.index(b"%%EOF", start) + len(b"%%EOF")
    for ending in (b"\r\n", b"\n", b"\r"):
        if pdf.startswith(ending, end):
            return end + len(ending)
    return end


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
    try:
        result = json.loads(files[RESULT])
    except (ValueError, RecursionError):
        return ""
    found = result.get("status") if isinstance(result, dict) else None
    return found if isinstance(found, str) else ""


def embedded(document: PdfFileReader) -> Iterator[tuple[str, generic.StreamObject]]:
    """Yield name and stream of the embedded files: those of the name tree, and those of the whole file."""
    seen: set[generic.Dereferenceable | None] = set()
    for count, item in enumerate(_specifications(document)):
        if count > _MOST_FILES:
            raise TooMuchError
        specification = item.get_object()
        inside = entry(specification, "/EF") or generic.NullObject()
        file = entry(inside, "/UF") or entry(inside, "/F")
        if isinstance(file, generic.StreamObject) and file.container_ref not in seen:
            seen.add(file.container_ref)
            yield str(entry(specification, "/UF") or entry(specification, "/F") or ""), file


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
