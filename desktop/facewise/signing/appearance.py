"""A drawn stamp as objects of a PDF, in the shape in which pyHanko asks for an appearance."""

from dataclasses import dataclass

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.stamp import BaseStampStyle
from pyhanko.stamp.base import BaseStamp

from facewise.signing.seal import Pixels, Seal
from facewise.signing.stamp import Face, draw

_SYMBOLIC = 4  # ISO 32000-1, table 123


@dataclass(frozen=True)
class Style(BaseStampStyle):
    """What a signer's stamp says; pyHanko gives the box of the field and takes the appearance."""

    name: str = ""
    lines: tuple[str, ...] = ()
    seal: Seal | None = None

    def create_stamp(
        self,
        writer: BasePdfFileWriter,
        box: BoxConstraints,
        text_params: dict[str, str],  # noqa: ARG002, pyHanko's own words, which we do not use
    ) -> "Appearance":
        """Return the stamp, drawn to fit the field."""
        return Appearance(writer, self, box)


class Appearance(BaseStamp):
    """The appearance stream of a signed field with its own two fonts, and the seal's picture."""

    def __init__(self, writer: BasePdfFileWriter, style: Style, box: BoxConstraints) -> None:
        super().__init__(writer=writer, style=style, box=box)
        self.drawn = draw(style.name, style.lines, float(box.width), float(box.height), style.seal)
        if self.drawn.seal is not None:
            self.resources.xobject[pdf_name("/Seal")] = _picture(self.drawn.seal, writer)
        for face in self.drawn.faces:
            self.resources.font[pdf_name(f"/{face.weight}")] = _embedded(face, writer)

    def render(self) -> bytes:
        """Return the operators."""
        return self.drawn.content


def _dictionary(**entries: generic.PdfObject) -> generic.DictionaryObject:
    return generic.DictionaryObject({pdf_name(f"/{name}"): value for name, value in entries.items()})


def _numbers(*values: float) -> generic.ArrayObject:
    return generic.ArrayObject([generic.NumberObject(value) for value in values])


def _picture(pixels: Pixels, writer: BasePdfFileWriter) -> generic.IndirectObject:
    """Return an image with its soft mask; both are deflated already."""
    picture = _image(pixels, "DeviceRGB", pixels.colours)
    if pixels.opacity is not None:
        mask = _image(pixels, "DeviceGray", pixels.opacity)
        picture[pdf_name("/SMask")] = writer.add_object(mask)
    return writer.add_object(picture)


def _image(pixels: Pixels, space: str, deflated: bytes) -> generic.StreamObject:
    entries = _dictionary(
        Type=pdf_name("/XObject"),
        Subtype=pdf_name("/Image"),
        Width=generic.NumberObject(pixels.width),
        Height=generic.NumberObject(pixels.height),
        ColorSpace=pdf_name(f"/{space}"),
        BitsPerComponent=generic.NumberObject(8),
        Filter=pdf_name("/FlateDecode"),
    )
    return generic.StreamObject(dict(entries.items()), encoded_data=deflated)


def _embedded(face: Face, writer: BasePdfFileWriter) -> generic.IndirectObject:
    """Return a Type 0 font with Identity-H, its descendant, file and ToUnicode (ISO 32000-1, 9.7)."""
    base = pdf_name(f"/{face.tag}+NotoSansSC-{face.weight}")
    descendant = _dictionary(
        Type=pdf_name("/Font"),
        Subtype=pdf_name("/CIDFontType2"),
        BaseFont=base,
        CIDSystemInfo=_dictionary(
            Registry=generic.TextStringObject("Adobe"),
            Ordering=generic.TextStringObject("Identity"),
            Supplement=generic.NumberObject(0),
        ),
        FontDescriptor=writer.add_object(_descriptor(face, base, writer)),
        CIDToGIDMap=pdf_name("/Identity"),
        DW=generic.NumberObject(1000),
        W=_widths(face),
    )
    return writer.add_object(
        _dictionary(
            Type=pdf_name("/Font"),
            Subtype=pdf_name("/Type0"),
            BaseFont=base,
            Encoding=pdf_name("/Identity-H"),
            DescendantFonts=generic.ArrayObject([writer.add_object(descendant)]),
            ToUnicode=writer.add_object(_packed(_to_unicode(face))),
        )
    )


def _descriptor(face: Face, base: generic.NameObject, writer: BasePdfFileWriter) -> generic.DictionaryObject:
    file = _packed(face.file)
    file[pdf_name("/Length1")] = generic.NumberObject(len(face.file))
    return _dictionary(
        Type=pdf_name("/FontDescriptor"),
        FontName=base,
        Flags=generic.NumberObject(_SYMBOLIC),
        FontBBox=_numbers(-1010, -1050, 2930, 1810),  # of Noto Sans SC
        ItalicAngle=generic.NumberObject(0),
        Ascent=generic.NumberObject(1160),
        Descent=generic.NumberObject(-288),
        CapHeight=generic.NumberObject(733),
        StemV=generic.NumberObject(140 if face.weight == "Bold" else 80),
        FontFile2=writer.add_object(file),
    )


def _packed(content: bytes) -> generic.StreamObject:
    stream = generic.StreamObject(stream_data=content)
    stream.compress()
    return stream


def _widths(face: Face) -> generic.ArrayObject:
    found = generic.ArrayObject()
    for character, glyph in sorted(face.glyphs.items(), key=lambda item: item[1]):
        found.append(generic.NumberObject(glyph))
        found.append(_numbers(face.widths[character]))
    return found


def _to_unicode(face: Face) -> bytes:
    pairs = sorted((glyph, character.encode("utf-16-be").hex()) for character, glyph in face.glyphs.items())
    blocks = [
        pairs[start : start + 100] for start in range(0, len(pairs), 100)
    ]  # the most that a block may hold
    mapped = "".join(
        f"{len(block)} beginbfchar\n"
        + "".join(f"<{glyph:04X}> <{text}>\n" for glyph, text in block)
        + "endbfchar\n"
        for block in blocks
    )
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{mapped}endcmap CMapName currentdict /CMap defineresource pop end end\n"
    ).encode()
