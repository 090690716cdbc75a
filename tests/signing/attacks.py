"""What an attacker does to a signed file: pieces of bytes, and incremental updates of every kind."""

import io
import random
import re
from collections.abc import Callable, Iterator
from typing import Final

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name as name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import PageObject
from pyhanko.sign.fields import SigFieldSpec, append_signature_field

from facewise.signing.attachments import base_of
from facewise.signing.ranges import found

Edit = Callable[[IncrementalPdfFileWriter], None]

EVIL: Final = b"BT /F1 40 Tf 100 400 Td (A 100.0) Tj ET"


class Quiet(IncrementalPdfFileWriter):
    """A writer that adds only what it is told."""

    def ensure_output_version(self, version: tuple[int, int]) -> None:
        """Leave the version."""

    def _update_meta(self) -> None:
        """Leave the metadata."""


def updated(pdf: bytes, edit: Edit) -> bytes:
    """The file with an incremental update."""
    writer = Quiet(io.BytesIO(pdf))
    edit(writer)
    made = io.BytesIO()
    writer.write(made)  # type: ignore[no-untyped-call]
    return made.getvalue()


def _page(writer: IncrementalPdfFileWriter, number: int = 1) -> generic.DictionaryObject:
    found: generic.DictionaryObject = writer.root["/Pages"]["/Kids"][number]
    return found


def _box(*sides: int) -> generic.ArrayObject:
    return generic.ArrayObject(map(generic.NumberObject, sides))


def _form(content: bytes) -> generic.StreamObject:
    kind = {
        name("/Type"): name("/XObject"),
        name("/Subtype"): name("/Form"),
        name("/BBox"): _box(0, 0, 200, 100),
    }
    return generic.StreamObject(kind, stream_data=content)


def on_the_first_page(attack: str) -> Edit:
    """An update of the first page, for files that have no other."""

    def edit(writer: IncrementalPdfFileWriter) -> None:
        page = _page(writer, 0)
        key = "/Contents" if attack == "page content replaced" else "/Annots"
        note = writer.add_object(_form(EVIL))
        page[name(key)] = note if key == "/Contents" else generic.ArrayObject([note])
        writer.update_container(page)

    return edit


def page_content(writer: IncrementalPdfFileWriter) -> None:
    page = _page(writer)
    page[name("/Contents")] = writer.add_object(generic.StreamObject(stream_data=EVIL))
    writer.update_container(page)


def annotation(writer: IncrementalPdfFileWriter) -> None:
    page = _page(writer)
    note = {
        name("/Type"): name("/Annot"),
        name("/Subtype"): name("/FreeText"),
        name("/Rect"): _box(100, 600, 300, 700),
        name("/Contents"): generic.pdf_string("A"),
        name("/AP"): generic.DictionaryObject(
            {name("/N"): writer.add_object(_form(b"1 g 0 0 200 100 re f"))}
        ),
    }
    page[name("/Annots")] = generic.ArrayObject([writer.add_object(generic.DictionaryObject(note))])
    writer.update_container(page)


def page_added(writer: IncrementalPdfFileWriter) -> None:
    content = writer.add_object(generic.StreamObject(stream_data=EVIL))
    writer.insert_page(PageObject(contents=content, media_box=(0, 0, 595, 842)))


def font(writer: IncrementalPdfFileWriter) -> None:
    fonts = _page(writer)["/Resources"]["/Font"]
    other = {
        name("/Type"): name("/Font"),
        name("/Subtype"): name("/Type1"),
        name("/BaseFont"): name("/Courier"),
    }
    fonts[name("/F1")] = writer.add_object(generic.DictionaryObject(other))
    writer.update_container(fonts)


def attachment(which: str) -> Edit:
    def edit(writer: IncrementalPdfFileWriter) -> None:
        names = writer.root["/Names"]["/EmbeddedFiles"]
        pairs = (names["/Kids"][0] if "/Kids" in names else names)["/Names"]
        for place in range(0, len(pairs), 2):
            if pairs[place] == which:
                files = pairs[place + 1]["/EF"]
                files[name("/F")] = writer.add_object(generic.StreamObject(stream_data=b'{"score":100}'))
                files[name("/UF")] = files.raw_get("/F")
                writer.update_container(files)

    return edit


def xmp(writer: IncrementalPdfFileWriter) -> None:
    kind = {name("/Type"): name("/Metadata"), name("/Subtype"): name("/XML")}
    writer.root[name("/Metadata")] = writer.add_object(generic.StreamObject(kind, stream_data=b"<x/>"))
    writer.update_root()


def information(writer: IncrementalPdfFileWriter) -> None:
    writer.set_info(generic.DictionaryObject({name("/Title"): generic.pdf_string("Other")}))


def structure(writer: IncrementalPdfFileWriter) -> None:
    tree = writer.root["/StructTreeRoot"]
    tree[name("/K")] = generic.ArrayObject([generic.NumberObject(1)])
    writer.update_container(tree)


def appearance(writer: IncrementalPdfFileWriter) -> None:
    field = writer.root["/AcroForm"]["/Fields"][0]
    normal = writer.add_object(_form(b"0 0 1 rg 0 0 200 100 re f"))
    field[name("/AP")] = generic.DictionaryObject({name("/N"): normal})
    writer.update_container(field)


def moved_box(writer: IncrementalPdfFileWriter) -> None:
    field = writer.root["/AcroForm"]["/Fields"][0]
    field[name("/Rect")] = _box(0, 0, 595, 842)
    writer.update_container(field)


def empty_field(writer: IncrementalPdfFileWriter) -> None:
    append_signature_field(writer, SigFieldSpec("Third", box=(0, 0, 100, 100), on_page=0))


def layers(writer: IncrementalPdfFileWriter) -> None:
    off = generic.DictionaryObject({name("/D"): generic.DictionaryObject()})
    writer.root[name("/OCProperties")] = off
    writer.update_root()


def script(writer: IncrementalPdfFileWriter) -> None:
    action = {name("/S"): name("/JavaScript"), name("/JS"): generic.pdf_string("app.alert(1)")}
    writer.root[name("/OpenAction")] = generic.DictionaryObject(action)
    writer.update_root()


def launch(writer: IncrementalPdfFileWriter) -> None:
    action = {name("/S"): name("/Launch"), name("/F"): generic.pdf_string("calc.exe")}
    page = _page(writer)
    page[name("/AA")] = generic.DictionaryObject({name("/O"): generic.DictionaryObject(action)})
    writer.update_container(page)


def language(writer: IncrementalPdfFileWriter) -> None:
    writer.root[name("/Lang")] = generic.pdf_string("en")
    writer.update_root()


UPDATES: Final[dict[str, Edit]] = {
    "page content replaced": page_content,
    "annotation added": annotation,
    "page added": page_added,
    "font swapped": font,
    "answers swapped": attachment("answers.json"),
    "result swapped": attachment("result.json"),
    "XMP replaced": xmp,
    "information replaced": information,
    "structure changed": structure,
    "stamp replaced": appearance,
    "signature box moved": moved_box,
    "empty field added": empty_field,
    "layers added": layers,
    "script added": script,
    "launch action added": launch,
    "language changed": language,
}


def flips(pdf: bytes, count: int, seed: int) -> Iterator[tuple[int, bytes]]:
    """Places and the file with the byte there changed: all over it, in what signing wrote, in containers."""
    chance = random.Random(seed)  # noqa: S311, the same places each time
    ranges, written = found(pdf), len(base_of(pdf)) % len(pdf)  # none, where all was written at once
    for number in range(count):
        gap = chance.choice(ranges)
        begin, end = [(0, len(pdf)), (written, len(pdf)), (gap.before - 1, gap.after + 1)][number % 3]
        place = chance.randrange(begin, end)
        yield place, flipped(pdf, place, chance.randrange(1, 256))


def flipped(pdf: bytes, place: int, mask: int) -> bytes:
    """The file with some bits of one byte turned over."""
    return pdf[:place] + bytes([pdf[place] ^ mask]) + pdf[place + 1 :]


def last_range(pdf: bytes) -> re.Match[bytes]:
    """Where the last /ByteRange is written."""
    *_, last = re.finditer(rb"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]", pdf)
    return last


def gap(pdf: bytes) -> tuple[int, int]:
    """Begin and end of the last signature's digits."""
    _, before, after, _ = map(int, last_range(pdf).groups())
    return before + 1, after - 1


def with_range(pdf: bytes, written: bytes) -> bytes:
    """The file with another last /ByteRange of the same length."""
    match = last_range(pdf)
    assert len(written) <= len(match[0])
    return pdf[: match.start()] + written.ljust(len(match[0])) + pdf[match.end() :]


def wrapped(pdf: bytes) -> bytes:
    """Signature wrapping: the second range is moved back, and other bytes stand in the gap."""
    _, before, after, tail = map(int, last_range(pdf).groups())
    moved = with_range(pdf, b"/ByteRange [0 %d %d %d]" % (before, after + 10, tail))
    return moved[:after] + b"\n%INSERT\n\n" + moved[after:]


def with_digits(pdf: bytes, digits: bytes) -> bytes:
    """The file with other digits at the place of the last signature, filled up with zeros."""
    start, end = gap(pdf)
    return pdf[:start] + digits.ljust(end - start, b"0") + pdf[end:]


def digits(pdf: bytes) -> tuple[bytes, bytes]:
    """The last signature in DER, and the zeros after it."""
    start, end = gap(pdf)
    der = bytes.fromhex(pdf[start:end].decode())
    size = 4 + int.from_bytes(der[2:4])
    return der[:size], der[size:]


def prepared(base: bytes) -> tuple[bytes, int, int]:
    """A shadow attack's first half: a second catalogue and page hidden in the file that will be signed."""
    hidden = [0]

    def hide(writer: IncrementalPdfFileWriter) -> None:
        page = generic.DictionaryObject(dict(_page(writer).items()))
        page[name("/Contents")] = writer.add_object(generic.StreamObject(stream_data=EVIL))
        kids = generic.ArrayObject(list.__iter__(writer.root["/Pages"]["/Kids"]))
        kids[1] = writer.add_object(page)
        count = generic.NumberObject(len(kids))
        pages = {name("/Type"): name("/Pages"), name("/Kids"): kids, name("/Count"): count}
        catalogue = generic.DictionaryObject(dict(writer.root.items()))
        catalogue[name("/Pages")] = writer.add_object(generic.DictionaryObject(pages))
        hidden[0] = writer.add_object(catalogue).idnum

    made = updated(base, hide)
    page = PdfFileReader(io.BytesIO(made)).root["/Pages"]["/Kids"][1]
    return made, hidden[0], page.raw_get("/Contents").idnum


def table_update(pdf: bytes, entries: bytes, root: int | None = None) -> bytes:
    """The file with an update that has nothing but a cross-reference table and a trailer."""
    reader = PdfFileReader(io.BytesIO(pdf))
    catalogue = root or reader.trailer.raw_get("/Root").idnum
    info = reader.trailer.raw_get("/Info").idnum
    size, previous = reader.trailer["/Size"], reader.last_startxref
    trailer = f"<< /Size {size} /Root {catalogue} 0 R /Info {info} 0 R /Prev {previous} >>".encode()
    return pdf + b"xref\n%strailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (entries, trailer, len(pdf))
