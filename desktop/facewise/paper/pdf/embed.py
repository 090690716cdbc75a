"""Our faces as fonts of reportlab: Type 0 with Identity-H, one object whatever the characters.

reportlab's own TrueType fonts are cut into parts of 255 glyphs and spell characters beyond the basic plane
wrongly when copied. This one takes their place through reportlab's interface for dynamic fonts. The code of a
character is the character itself in UTF-16, so that a text is written the same way in every document and one
ToUnicode serves nearly all. Characters beyond the basic plane, and those that are no text, get codes that are
surrogates and private use in UTF-16, in order of first use (ISO 32000-1, 9.7 and 9.10.3).
"""

import hashlib
import struct
import sys
import unicodedata
from array import array
from collections.abc import Sequence
from functools import cache, lru_cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import BasicFonts, PDFArray, PDFDictionary, PDFDocument, PDFString

from facewise.paper.pdf.font import REPLACEMENT, Face, face
from facewise.paper.pdf.objects import DEFLATED, Stream, deflated
from facewise.paper.pdf.style import Weight
from facewise.paper.pdf.subset import FontFile

_FREE = range(0xD800, 0xF900)  # surrogates and private use
_PER_BLOCK = 100  # most entries that one block of a CMap may hold
_TEXTLESS = {"Cs", "Co", "Cn"}  # PDF/A wants no private or unassigned code points in ToUnicode
_WIDE = 1000  # hanzi, and what a code without a width of its own takes


@lru_cache(8192)
def _written(text: str) -> str:
    """A text as it stands in a string, or nothing if not all of it is known to have a code of its own."""
    codes = text.encode("utf-16-be", "replace")
    return _escaped(codes) if text.isprintable() and len(codes) == 2 * len(text) else ""


def _escaped(codes: bytes) -> str:
    shown = codes.decode("latin-1").replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return shown.replace("\r", "\\r")


class Use:
    """The characters that a document shows in a face, and the codes of those that have none of their own."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self.others: dict[str, int] = {}

    def write(self, text: str) -> str:
        """Return a cleaned text as it stands in a string of the file, each byte as a character."""
        self._texts.append(text)
        return _written(text) or _escaped(b"".join([struct.pack(">H", self._code(one)) for one in text]))

    def _code(self, character: str) -> int:
        if character <= "\uffff" and _is_text(character):
            return ord(character)
        free = _FREE.start + len(self.others)
        return self.others.setdefault(character, free if free in _FREE else ord(REPLACEMENT))

    def codes(self) -> dict[int, str]:
        """Return the codes in use, from the lowest on, each with its character."""
        own = sorted(set("".join(self._texts)).difference(self.others))
        codes = dict(zip(map(ord, own), own, strict=True))
        if self.others:
            codes |= {code: character for character, code in self.others.items()}
            codes = dict(sorted(codes.items()))
        return codes


class CidFont:
    """A face as reportlab embeds it, in documents of a `TaggedCanvas`, which have `uses` and write it."""

    _dynamicFont = _multiByte = True  # noqa: N815, reportlab's names, as all below

    def __init__(self, one: Face) -> None:
        self.face, self.fontName = one, one.name
        self.key = one.weight[0].upper()
        self._file = FontFile(one.path)

    def getSubsetInternalName(self, subset: int, doc: PDFDocument) -> str:  # noqa: ARG002, N802
        """Return the name that pages of a document have for this font."""
        self.use(doc)
        return f"/{self.key}"

    def use(self, doc: PDFDocument) -> Use:
        """Return what a document shows in this face; it embeds the face from now on."""
        uses: dict[Weight, Use] = doc.uses
        if self.face.weight not in uses:
            uses[self.face.weight] = Use()
            doc.fontMapping[self.fontName] = f"/{self.key}"
            doc.delayedFonts.append(self)
        return uses[self.face.weight]

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802
        """Put the font with its subset into a document, when that is written."""
        use = self.use(doc)
        codes = use.codes()
        tag = hashlib.sha256("".join(codes.values()).encode("utf-8", "replace")).digest()[:6]
        base = f"/{''.join(chr(65 + byte % 26) for byte in tag)}+{self.fontName}"
        glyphs = sorted({0, *map(self.face.glyph.__getitem__, codes.values())})
        descendant = {
            "Type": "/Font",
            "Subtype": "/CIDFontType2",
            "BaseFont": base,
            "CIDSystemInfo": _system("Identity"),
            "FontDescriptor": doc.Reference(self._descriptor(base, self._file.subset(glyphs))),
            "DW": _WIDE,
            "W": f"[{self._widths(codes)}]",
            "CIDToGIDMap": Stream(self._numbers(codes, glyphs)),
        }
        font = {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": base,
            "Encoding": "/Identity-H",
            "DescendantFonts": PDFArray([doc.Reference(PDFDictionary(descendant))]),
            "ToUnicode": Stream(_to_unicode(tuple(use.others.items())), DEFLATED),
        }
        doc.idToObject[BasicFonts][self.key] = doc.Reference(PDFDictionary(font))

    def _widths(self, codes: dict[int, str]) -> str:
        widths = ((code, self.face.advance[character]) for code, character in codes.items())
        return " ".join([f"{code} [{width:g}]" for code, width in widths if width != _WIDE])

    def _numbers(self, codes: dict[int, str], glyphs: Sequence[int]) -> bytes:
        """The number in the subset of the glyph of each code."""
        places = {glyph: place for place, glyph in enumerate(glyphs)}
        numbers = array("H", bytes(2 * max(codes, default=0) + 2))
        for code, character in codes.items():
            numbers[code] = places[self.face.glyph[character]]
        if sys.byteorder == "little":
            numbers.byteswap()
        return numbers.tobytes()

    def _descriptor(self, base: str, program: bytes) -> PDFDictionary:
        head, hhea, os2 = (self._file.tables[tag] for tag in ("head", "hhea", "OS/2"))
        scale = 1000 / struct.unpack(">H", head[18:20])[0]
        ascent, descent = (value * scale for value in struct.unpack(">2h", hhea[4:8]))
        return PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": base,
                "Flags": 4,
                "FontBBox": PDFArray([round(v * scale) for v in struct.unpack(">4h", head[36:44])]),
                "ItalicAngle": 0,
                "Ascent": ascent,
                "Descent": descent,
                "CapHeight": struct.unpack(">h", os2[88:90])[0] * scale,
                "StemV": 50 + (struct.unpack(">H", os2[4:6])[0] / 65) ** 2,
                "FontFile2": Stream(deflated(program, repeats=False), DEFLATED | {"Length1": len(program)}),
            }
        )


@cache
def embedded(weight: Weight) -> CidFont:
    """Return a face as a font that reportlab knows by its name."""
    font = CidFont(face(weight))
    pdfmetrics.registerFont(font)
    return font


def _system(ordering: str) -> PDFDictionary:
    return PDFDictionary({"Registry": PDFString("Adobe"), "Ordering": PDFString(ordering), "Supplement": 0})


@lru_cache(8)
def _to_unicode(others: Sequence[tuple[str, int]]) -> bytes:
    """What codes mean, deflated: nearly all mean themselves."""
    rows = (row for row in range(256) if row << 8 not in _FREE)
    ranges = [f"<{row:02X}00> <{row:02X}FF> <{row:02X}00>" for row in rows]
    lines = [
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def",
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange",
        *_blocks("bfrange", ranges),
        *_blocks("bfchar", [f"<{code:04X}> <{_text(character)}>" for character, code in others]),
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend",
    ]
    return deflated("\n".join(lines))


def _blocks(kind: str, entries: Sequence[str]) -> list[str]:
    parts = [entries[first : first + _PER_BLOCK] for first in range(0, len(entries), _PER_BLOCK)]
    return ["\n".join([f"{len(part)} begin{kind}", *part, f"end{kind}"]) for part in parts]


@lru_cache(8192)
def _is_text(character: str) -> bool:
    return unicodedata.category(character) not in _TEXTLESS


def _text(character: str) -> str:
    said = character if _is_text(character) else REPLACEMENT
    return said.encode("utf-16-be").hex().upper()
