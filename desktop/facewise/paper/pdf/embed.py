"""A face inside one document: a Type 0 font with Identity-H, its characters numbered as they first appear.

The subset comes from hb-subset; ToUnicode is written for every character, beyond the basic plane as
surrogates (ISO 32000-1, 9.7 and 9.10.3), so that copying and searching give back what was set.
"""

import hashlib
import struct
import unicodedata

import uharfbuzz as hb

from facewise.paper.pdf.font import REPLACEMENT, Face
from facewise.paper.pdf.objects import File, number, numbers, reference

_DROPPED = (
    "GSUB",
    "GPOS",
    "GDEF",
    "BASE",
    "cmap",
    "name",
    "OS/2",
    "post",
    "vhea",
    "vmtx",
    "VORG",
    "DSIG",
    "STAT",
    "gasp",
)
_SYSTEM = b"/CIDSystemInfo << /Registry (Adobe) /Ordering (%s) /Supplement 0 >>"
_PER_BLOCK = 100  # most entries that one bfchar block may hold
_TEXTLESS = {"Cs", "Co", "Cn"}  # PDF/A wants no private or unassigned code points in ToUnicode


class _Codes(dict[str, str]):
    """The code of each character in hexadecimal, given out in order of first use."""

    def __missing__(self, character: str) -> str:
        code = self[character] = f"{len(self) + 1:04X}"
        return code


class Embedded:
    """One face as one document uses it; `key` is its name in the pages' resources."""

    def __init__(self, face: Face, key: str, target: int) -> None:
        self.face, self.key, self.target = face, key, target
        self._codes = _Codes()

    def codes(self, text: str) -> str:
        """Return a cleaned text as the hexadecimal string that shows it."""
        return "".join(map(self._codes.__getitem__, text))

    def write(self, file: File) -> None:
        """Put the font with its subset into the file."""
        characters = "".join(self._codes)
        program, glyphs = self._subset(characters)
        tag = "".join(
            chr(65 + byte % 26) for byte in hashlib.sha256(characters.encode("utf-8", "replace")).digest()[:6]
        )
        base = f"/{tag}+{self.face.name}".encode()
        descriptor = file.put(self._descriptor(base, file.stream(program, b"/Length1 %d" % len(program))))
        widths = b" ".join(number(self.face.advance[c]) for c in characters)
        descendant = (
            b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont %s %s /FontDescriptor %s /DW 1000 /W [1 [%s]]"
        )
        body = descendant % (base, _SYSTEM % b"Identity", reference(descriptor), widths)
        child = file.put(body + b" /CIDToGIDMap %s >>" % reference(file.stream(glyphs)))
        parent = b"<< /Type /Font /Subtype /Type0 /BaseFont %s /Encoding /Identity-H"
        parent += b" /DescendantFonts [%s] /ToUnicode %s >>"
        unicode = file.stream(_to_unicode(characters))
        file.put(parent % (base, reference(child), reference(unicode)), self.target)

    def _subset(self, characters: str) -> tuple[bytes, bytes]:
        used = [self.face.glyph[c] for c in characters]
        wanted = hb.SubsetInput()
        wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(used)
        wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(
            int.from_bytes(tag.ljust(4).encode(), "big") for tag in _DROPPED
        )
        wanted.flags = hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        plan = hb.SubsetPlan(self.face.source, wanted)
        renumbered = plan.old_to_new_glyph_mapping
        return bytes(plan.execute().blob.data), struct.pack(
            f">{len(used) + 1}H", 0, *(renumbered[g] for g in used)
        )

    def _descriptor(self, base: bytes, program: int) -> bytes:
        head, hhea, os2 = (self.face.table(tag) for tag in ("head", "hhea", "OS/2"))
        scale = 1000 / self.face.source.upem
        box = numbers(*(round(value * scale) for value in struct.unpack(">4h", head[36:44])))
        ascent, descent = (number(value * scale) for value in struct.unpack(">2h", hhea[4:8]))
        cap = number(struct.unpack(">h", os2[88:90])[0] * scale)
        stem = number(50 + (struct.unpack(">H", os2[4:6])[0] / 65) ** 2)
        parts = (base, box, ascent, descent, cap, stem, reference(program))
        return (
            b"<< /Type /FontDescriptor /FontName %s /Flags 4 /FontBBox [%s] /ItalicAngle 0"
            b" /Ascent %s /Descent %s /CapHeight %s /StemV %s /FontFile2 %s >>" % parts
        )


def _to_unicode(characters: str) -> bytes:
    lines = [f"<{code:04X}> <{_text(c)}>" for code, c in enumerate(characters, 1)]
    out = [
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap",
        (_SYSTEM % b"UCS").decode() + " def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def",
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange",
    ]
    for first in range(0, len(lines), _PER_BLOCK):
        block = lines[first : first + _PER_BLOCK]
        out += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    out.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
    return "\n".join(out).encode()


def _text(character: str) -> str:
    said = REPLACEMENT if unicodedata.category(character) in _TEXTLESS else character
    return said.encode("utf-16-be").hex().upper()
