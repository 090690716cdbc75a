"""What the PDF objects of reportlab lack, as subclasses of them: nothing of reportlab itself is changed."""

import zlib
from collections.abc import Mapping

from reportlab.pdfbase.pdfdoc import (
    PDFDictionary,
    PDFDocument,
    PDFObject,
    PDFStream,
    PDFStreamFilterZCompress,
    PDFString,
)

DEFLATED = {"Filter": "/FlateDecode"}  # the entry of a stream whose content is deflated already

_END = b"endstream\n"
_QUICK = 2  # the level of deflating that takes half the time of the usual one, for a twentieth more bytes


def deflated(content: str | bytes, *, repeats: bool = True) -> bytes:
    """Return what a stream shows, deflated; in what has few repetitions none are looked for."""
    strategy = zlib.Z_DEFAULT_STRATEGY if repeats else zlib.Z_HUFFMAN_ONLY
    deflate = zlib.compressobj(_QUICK, strategy=strategy)
    return (
        deflate.compress(content.encode("latin-1") if isinstance(content, str) else content) + deflate.flush()
    )


class _Deflate(PDFStreamFilterZCompress):  # type: ignore[misc]  # reportlab brings no types
    def encode(self, text: str | bytes) -> bytes:
        return deflated(text)


_DEFLATE = _Deflate()


class Stream(PDFStream):  # type: ignore[misc]  # reportlab brings no types
    """A stream, deflated unless `entries` name a Filter or it is to stay `plain`.

    Its content counts for the identifier of the file, which reportlab makes of a few words of metadata; and
    `endstream` stands on a line of its own (ISO 19005-3, 6.1.7.1), which reportlab leaves out.
    """

    def __init__(
        self, content: str | bytes, entries: Mapping[str, object] | None = None, *, plain: bool = False
    ) -> None:
        super().__init__(PDFDictionary(dict(entries or {})), content, None if plain else [_DEFLATE])

    def format(self, document: PDFDocument) -> bytes:
        """Return the stream as it stands in the file."""
        written: bytes = super().format(document)
        document.updateSignature(written)
        return written.removesuffix(_END) + b"\n" + _END


class Written(PDFObject):  # type: ignore[misc]
    """An indirect object that is written by hand."""

    __RefOnly__ = 1

    def __init__(self, body: bytes) -> None:
        self.body = body

    def format(self, document: PDFDocument) -> bytes:  # noqa: ARG002, reportlab's signature
        """Return the bytes."""
        return self.body


def reference(document: PDFDocument, to: PDFObject) -> bytes:
    """Return a reference to an object as it stands in the file."""
    written: bytes = document.Reference(to).format(document)
    return written


def text(value: str) -> PDFString:
    """Return a text string."""
    return PDFString(encodable(value))


def encodable(value: str) -> str:
    """Return a text with a question mark for each lone surrogate, which no encoding of texts can hold."""
    return value.encode("utf-8", "replace").decode()


def name(value: str) -> str:
    """Return a name with a slash in it, such as a media type; reportlab's PDFName lets the slash end it."""
    return "/" + value.replace("/", "#2F")
