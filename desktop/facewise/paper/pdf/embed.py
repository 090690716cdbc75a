"""Our faces as fonts of reportlab: Type 0 with Identity-H, one object whatever the characters.

reportlab's own TrueType fonts are cut into parts of 255 glyphs and spell characters beyond the basic plane
wrongly when copied. This one takes their place through reportlab's interface for dynamic fonts. Codes are
given out as characters appear; the subset comes from hb-subset; ToUnicode is written for every character,
beyond the basic plane as surrogates (ISO 32000-1, 9.7 and 9.10.3).
"""

import hashlib
import struct
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

import uharfbuzz as hb
from reportlab.lib.rl_accel import escapePDF
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import BasicFonts, PDFArray, PDFDictionary, PDFDocument, PDFString

from facewise.paper.pdf.font import REPLACEMENT, Face, face
from facewise.paper.pdf.objects import Stream
from facewise.paper.pdf.style import Weight

_DROPPED = (
    "GSUB GPOS GDEF BASE cmap name OS/2 post vhea vmtx VORG DSIG STAT gasp".split()  # noqa: SIM905, a list
)
_PLAIN = sorted(set(range(0x21, 0x7F)) - set(b"()\\"))  # bytes that a string holds as they are
_OTHERS = [*(set(range(1, 256)) - set(_PLAIN)), 0]  # first bytes when those are used up
_PER_BLOCK = 100  # most entries that one bfchar block may hold
_TEXTLESS = {"Cs", "Co", "Cn"}  # PDF/A wants no private or unassigned code points in ToUnicode
_WIDE = 1000  # hanzi, and what a code without a width of its own takes


@cache
def _code(count: int) -> tuple[int, str]:
    """The code for a character after so many others, and how it is written in a string.

    Those come first that need no escaping and so make pages small; 0 is none.
    """
    first, second = divmod(count, len(_PLAIN))
    if first < len(_PLAIN):
        pair = bytes((_PLAIN[first], _PLAIN[second]))
    else:
        first, second = divmod(count - len(_PLAIN) ** 2, 256)
        pair = bytes((_OTHERS[first], second))
    return int.from_bytes(pair, "big"), escapePDF(pair)


class Use(dict[str, str]):
    """The characters one document shows, each as the escaped bytes of its code, in order of first use."""

    def __init__(self, key: str) -> None:
        self.key = key
        self.codes: list[int] = []

    def __missing__(self, character: str) -> str:
        code, shown = _code(len(self))
        self.codes.append(code)
        self[character] = shown
        return shown


class CidFont:
    """A face as reportlab draws and embeds it, in documents of a `TaggedCanvas`, which have `uses`."""

    _dynamicFont = _multiByte = True  # noqa: N815, reportlab's names, as all below
    shapable = False

    def __init__(self, one: Face) -> None:
        self.face, self.fontName = one, one.name
        self._documents = 0

    def stringWidth(self, text: str, size: float, encoding: str = "utf-8") -> float:  # noqa: ARG002, N802
        """Return the width of a cleaned text in points."""
        return self.face.width(text, size)

    def splitString(  # noqa: N802
        self,
        text: str,
        doc: PDFDocument,
        encoding: str = "utf-8",  # noqa: ARG002
    ) -> list[tuple[int, str]]:
        """Return a cleaned text as one part in subset 0, its bytes escaped already."""
        return [(0, "".join(map(self._use(doc).__getitem__, text)))]

    def getSubsetInternalName(self, subset: int, doc: PDFDocument) -> str:  # noqa: ARG002, N802
        """Return the name that pages of a document have for this font."""
        return "/" + self._use(doc).key

    def _use(self, doc: PDFDocument) -> Use:
        uses: dict[str, Use] = doc.uses
        if self.fontName not in uses:
            use = uses[self.fontName] = Use(f"F{len(uses) + 1}")
            doc.fontMapping[self.fontName] = "/" + use.key
            doc.delayedFonts.append(self)
        return uses[self.fontName]

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802
        """Put the font with its subset into a document, when that is written."""
        use = self._use(doc)
        program, glyphs = self._subset("".join(use), use.codes)
        tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(_utf8("".join(use))).digest()[:6])
        base = f"/{tag}+{self.fontName}"
        descendant = {
            "Type": "/Font",
            "Subtype": "/CIDFontType2",
            "BaseFont": base,
            "CIDSystemInfo": _system("Identity"),
            "FontDescriptor": doc.Reference(self._descriptor(base, program)),
            "DW": _WIDE,
            "W": f"[{' '.join(self._widths(use))}]",
            "CIDToGIDMap": Stream(glyphs),
        }
        font = {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": base,
            "Encoding": "/Identity-H",
            "DescendantFonts": PDFArray([doc.Reference(PDFDictionary(descendant))]),
            "ToUnicode": Stream(_to_unicode(use)),
        }
        doc.idToObject[BasicFonts][use.key] = doc.Reference(PDFDictionary(font))

    def _widths(self, use: Use) -> Iterator[str]:
        for character, code in zip(use, use.codes, strict=True):
            if (advance := self.face.advance[character]) != _WIDE:
                yield f"{code} [{advance:g}]"

    def _subset(self, characters: str, codes: Sequence[int]) -> tuple[bytes, bytes]:
        used = [self.face.glyph[character] for character in characters]
        wanted = hb.SubsetInput()
        wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(used)
        wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(
            int.from_bytes(tag.ljust(4).encode(), "big") for tag in _DROPPED
        )
        wanted.flags = hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        plan = hb.SubsetPlan(self._source(), wanted)
        renumbered = plan.old_to_new_glyph_mapping
        glyphs = bytearray(2 * max(codes, default=0) + 2)
        for code, glyph in zip(codes, used, strict=True):
            struct.pack_into(">H", glyphs, 2 * code, renumbered[glyph])
        return bytes(plan.execute().blob.data), bytes(glyphs)

    def _source(self) -> hb.Face:
        """The face itself for the first document, and from the second on one prepared for many.

        Preparing makes a subset ten times as fast and takes 30 MB a face, too much for a single report.
        """
        self._documents += 1
        return self.face.source if self._documents == 1 else _prepared(self.face)

    def _descriptor(self, base: str, program: bytes) -> PDFDictionary:
        head, hhea, os2 = (self.face.table(tag) for tag in ("head", "hhea", "OS/2"))
        scale = 1000 / self.face.source.upem
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
                "FontFile2": Stream(program, {"Length1": len(program)}),
            }
        )


@cache
def embedded(weight: Weight) -> CidFont:
    """Return a face as a font that reportlab knows by its name."""
    font = CidFont(face(weight))
    pdfmetrics.registerFont(font)
    return font


@cache
def _prepared(one: Face) -> hb.Face:
    """A face made ready for many subsets."""
    return hb.subset_preprocess(one.source)


def _system(ordering: str) -> PDFDictionary:
    return PDFDictionary({"Registry": PDFString("Adobe"), "Ordering": PDFString(ordering), "Supplement": 0})


def _to_unicode(use: Use) -> str:
    lines = [f"<{code:04X}> <{_text(c)}>" for c, code in zip(use, use.codes, strict=True)]
    out = [
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def",
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange",
    ]
    for first in range(0, len(lines), _PER_BLOCK):
        block = lines[first : first + _PER_BLOCK]
        out += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    out.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
    return "\n".join(out)


@cache
def _text(character: str) -> str:
    said = REPLACEMENT if unicodedata.category(character) in _TEXTLESS else character
    return said.encode("utf-16-be").hex().upper()


def _utf8(text: str) -> bytes:
    return text.encode("utf-8", "replace")
