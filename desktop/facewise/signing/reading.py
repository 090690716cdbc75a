"""Reading a PDF that may be hostile: pyHanko's strict reader with limits on size, unpacking and time."""

import io
import logging
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.decode_limits import DecodeLimits, DocumentDecodeBudget, StreamDecodeLimits
from pyhanko.pdf_utils.misc import PdfReadError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

# Without a handler Python would print pyHanko's doubts about a file to the terminal, beside our verdict.
for _chatty in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_chatty).addHandler(logging.NullHandler())

MAX_SIZE: Final = 64 << 20
"""Bytes of the largest file that is looked at; ask for the size before reading one into memory."""

_UNPACKED: Final = 96 << 20
_SECONDS: Final = 4.0
_CALLS_BETWEEN_LOOKS: Final = 1024
_MOST: Final = 500
_END: Final = b"%%EOF"
_NEAR_THE_END: Final = 4096  # Adobe's readers look through 1024
_SIGNATURE: Final = generic.NameObject("/Sig")
_TIMESTAMP: Final = generic.NameObject("/DocTimeStamp")


class TooMuchError(Exception):
    """The file asks for more time or memory than any report needs."""


class _Patient(io.BytesIO):
    """Bytes that stop being read after some seconds, so that no file can keep us for ever."""

    def __init__(self, content: bytes) -> None:
        super().__init__(content)
        self._calls = 0
        self._until = time.monotonic() + _SECONDS

    def read(self, size: int | None = -1, /) -> bytes:
        """Return the next bytes."""
        self._calls += 1
        if self._calls % _CALLS_BETWEEN_LOOKS == 0 and time.monotonic() > self._until:
            raise TooMuchError
        return super().read(size)


class _Signature(EmbeddedPdfSignature):
    """A signature whose time is read as others write it too (LibreOffice ends it with an apostrophe)."""

    @property
    def self_reported_timestamp(self) -> datetime | None:
        """The time by the signer's clock."""
        try:
            return super().self_reported_timestamp
        except PdfReadError:
            return generic.parse_pdf_date(str(self.sig_object["/M"]).rstrip("'"), strict=False)


@dataclass(frozen=True, slots=True)
class Filled:
    """A signature field that is filled: its name, its reference, and what pyHanko reads from it."""

    name: str
    field: generic.Reference
    embedded: EmbeddedPdfSignature

    @property
    def is_timestamp(self) -> bool:
        """Whether a service has stamped the whole file here, and nobody signed."""
        return bool(entry(self.embedded.sig_object, "/Type") == _TIMESTAMP)


def limits() -> DecodeLimits:
    """Return how much may be unpacked, far above what a report holds."""
    return DecodeLimits(
        per_stream=StreamDecodeLimits(max_output_size=_UNPACKED // 2),
        document_budget=DocumentDecodeBudget(base_allowance=_UNPACKED, max_ratio=1),
    )


def reader(pdf: bytes) -> PdfFileReader:
    """Return a strict reader over a file; what it raises later is of any kind.

    Raises TooMuchError where no end is near the end: pyHanko would look for it byte by byte.
    """
    if _END not in pdf[-_NEAR_THE_END:]:
        raise TooMuchError
    return PdfFileReader(_Patient(pdf), strict=True, decode_limits=limits())


def entry(holder: generic.PdfObject, key: str) -> generic.PdfObject | None:
    """Return what stands under a key of a dictionary, references resolved, or None."""
    if not isinstance(holder, generic.DictionaryObject) or key not in holder:
        return None
    found: generic.PdfObject = holder.raw_get(key).get_object()
    return None if isinstance(found, generic.NullObject) else found


def members(holder: generic.PdfObject | None, key: str) -> list[generic.PdfObject]:
    """Return what stands in the array under a key, references unresolved."""
    found = entry(holder, key) if holder is not None else None
    return list(list.__iter__(found)) if isinstance(found, generic.ArrayObject) else []


def fields(document: PdfFileReader) -> Iterator[tuple[str, generic.Reference, generic.DictionaryObject]]:
    """Yield the signature fields, filled or not, with their full names."""
    waiting = [("", item) for item in members(entry(document.root, "/AcroForm"), "/Fields")]
    seen: set[generic.Reference] = set()
    while waiting:
        parent, item = waiting.pop()
        if not isinstance(item, generic.IndirectObject) or item.reference in seen or len(seen) > _MOST:
            raise TooMuchError
        seen.add(item.reference)
        field = item.get_object()
        name = ".".join(part for part in (parent, str(entry(field, "/T") or "")) if part)
        waiting += [(name, kid) for kid in members(field, "/Kids")]
        if entry(field, "/FT") == _SIGNATURE:
            yield name, item.reference, field


def signatures(document: PdfFileReader) -> list[Filled]:
    """Return the filled signature fields in the order in which they were signed."""
    filled = [
        Filled(name, reference, _Signature(document, field, name))
        for name, reference, field in fields(document)
        if entry(field, "/V") is not None
    ]
    return sorted(filled, key=lambda each: each.embedded.signed_revision)


def written(item: generic.PdfObject) -> bytes:
    """Return an object as it would be written, its references unresolved."""
    stream = io.BytesIO()
    item.write_to_stream(stream, None)
    return stream.getvalue()
