"""Parts of a font file as font files of their own: the outlines of the glyphs that a document shows.

The faces we ship have no instructions, no glyphs made of others and a bearing for every glyph. So a part is
the chosen outlines one after the other, with tables of where they begin and how wide they are (ISO/IEC
14496-22, 4.3 and 5.3). An outline is read once a process, as preparing the whole face for quick subsets takes
30 MB; its share in the sum that a font file states is kept with it.
"""

import struct
from array import array
from collections.abc import Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import BinaryIO, NamedTuple

_ENTRY = struct.Struct(">4s3I")
_READ = ("head", "hhea", "maxp", "hmtx", "OS/2")
_WHOLE = 0xB1B0AFBA  # what the sum of a whole font file is brought to


class _Glyph(NamedTuple):
    outline: bytes
    sum: int
    metrics: bytes


class FontFile:
    """A TrueType font file: its small `tables`, and parts of it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._glyphs: dict[int, _Glyph] = {}
        with path.open("rb") as file:
            (count,) = struct.unpack(">4xH6x", file.read(12))
            entries = [_ENTRY.unpack(file.read(_ENTRY.size)) for _ in range(count)]
            places = {tag.decode(): (begin, length) for tag, _, begin, length in entries}
            self.tables = {tag: _read(file, *places[tag]) for tag in _READ}
            self._begins = array("I", _numbers(_read(file, *places["loca"])))
        self._outlines = places["glyf"][0]

    def subset(self, glyphs: Sequence[int]) -> bytes:
        """Return a font file of glyphs, numbered from 0 in the order given; the first is to be .notdef."""
        self._load(glyphs)
        chosen = [self._glyphs[glyph] for glyph in glyphs]
        begins = accumulate((len(glyph.outline) for glyph in chosen), initial=0)
        tables = {
            "glyf": b"".join([glyph.outline for glyph in chosen]),
            "head": self.tables["head"][:8] + bytes(4) + self.tables["head"][12:50] + b"\0\1\0\0",
            "hhea": self.tables["hhea"][:34] + struct.pack(">H", len(chosen)),
            "hmtx": b"".join([glyph.metrics for glyph in chosen]),
            "loca": struct.pack(f">{len(chosen) + 1}I", *begins),
            "maxp": self.tables["maxp"][:4] + struct.pack(">H", len(chosen)) + self.tables["maxp"][6:],
        }
        sums = {tag: _sum(table) for tag, table in tables.items() if tag != "glyf"}
        return _file(tables, {**sums, "glyf": sum(glyph.sum for glyph in chosen) & 0xFFFFFFFF})

    def _load(self, glyphs: Sequence[int]) -> None:
        """Read the outlines that no document has shown before."""
        if new := sorted(set(glyphs).difference(self._glyphs)):
            with self._path.open("rb", buffering=0) as file:  # or each would read 8 KB for its 200 bytes
                for glyph in new:
                    begin, end = self._begins[glyph : glyph + 2]
                    outline = _padded(_read(file, self._outlines + begin, end - begin))
                    metrics = self.tables["hmtx"][4 * glyph : 4 * glyph + 4]
                    self._glyphs[glyph] = _Glyph(outline, _sum(outline), metrics)


def _file(tables: Mapping[str, bytes], sums: Mapping[str, int]) -> bytes:
    """A font file of tables in the order of their names, with the sum of the whole in the table `head`."""
    power = len(tables).bit_length() - 1
    search = 16 << power
    directory = struct.pack(">I4H", 0x10000, len(tables), search, power, 16 * len(tables) - search)
    begin = len(directory) + _ENTRY.size * len(tables)
    padded = {tag: _padded(table) for tag, table in tables.items()}
    for tag, table in padded.items():
        directory += _ENTRY.pack(tag.encode(), sums[tag], begin, len(tables[tag]))
        begin += len(table)
    missing = (_WHOLE - sum(sums.values()) - _sum(directory)) & 0xFFFFFFFF
    padded["head"] = padded["head"][:8] + struct.pack(">I", missing) + padded["head"][12:]
    return b"".join([directory, *padded.values()])


def _read(file: BinaryIO, begin: int, length: int) -> bytes:
    file.seek(begin)
    return file.read(length)


def _padded(table: bytes) -> bytes:
    return table + bytes(-len(table) % 4)


def _sum(table: bytes) -> int:
    return sum(_numbers(_padded(table))) & 0xFFFFFFFF


def _numbers(table: bytes) -> tuple[int, ...]:
    return struct.unpack(f">{len(table) // 4}I", table)
