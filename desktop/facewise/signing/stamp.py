"""The visible stamp of a signature: what it says, and how it is drawn with the shipped font, embedded.

Drawn here and not by pyHanko, whose text stamps read the whole font (1 s for 10 MB) and whose default
stamp uses a font that is not embedded, which PDF/A and PDF/UA forbid.
"""

import hashlib
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, TypeAlias

import uharfbuzz as hb

from facewise import data
from facewise.errors import N_, FacewiseError
from facewise.signing.seal import Pixels, Seal, pixels_of

Weight: TypeAlias = Literal["Bold", "Regular"]

_BAR: Final = 3.0
_INDENT: Final = 14.0
_SCALES: Final = tuple(step / 20 for step in range(20, 7, -1))
_INK: Final = "0.078 0.094 0.114 rg"  # #14181D
_ACCENT: Final = "0.043 0.310 0.541 rg"  # #0B4F8A
_UNITS: Final = 1000
_OPENING: Final = "（《〈「“‘(["
_FREE: Final = 0.8  # of a seal's width that words leave free


class UndrawableError(FacewiseError):
    """The stamp holds characters that no shipped font has."""

    sentence = N_(
        "The signature cannot show {characters}: the program's fonts do not have it. Write it differently."
    )


class StampTooLongError(FacewiseError):
    """What the stamp says does not fit into the signature field, even in small type."""

    sentence = N_("The words of the signature do not fit into the box on the page. Shorten the name.")


@dataclass(frozen=True, slots=True)
class Stamp:
    """The lines under the signer's name, in the language of the paper, and the picture of a seal.

    They may hold the fields {name} {organisation} {time} {fingerprint} {base}, which `sign` fills.
    """

    lines: tuple[str, ...]
    seal: Seal | None = None


@dataclass(frozen=True, slots=True)
class Type:
    """A weight with its size and leading in points."""

    weight: Weight
    size: float
    leading: float


_NAME: Final = Type("Bold", 15, 21)
_LINE: Final = Type("Regular", 8.5, 13)


@dataclass(frozen=True, slots=True)
class Face:
    """A subset of a shipped font for some characters: the file, and glyph and width (1/1000 em) of each."""

    weight: Weight
    file: bytes
    glyphs: dict[str, int]
    widths: dict[str, int]

    @property
    def tag(self) -> str:
        """Six capitals that tell this subset from others (ISO 32000-1, 9.6.4)."""
        digest = hashlib.sha256(self.file).digest()
        return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])

    def width(self, text: str) -> int:
        """Return the width of a text in 1/1000 em."""
        return sum(self.widths[character] for character in text)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawn stamp: operators, the faces they use as /Bold and /Regular, the picture they use as /Seal."""

    content: bytes
    faces: tuple[Face, ...]
    seal: Pixels | None = None


def draw(name: str, lines: tuple[str, ...], width: float, height: float, seal: Seal | None = None) -> Drawn:
    """Return the stamp with the name large and the lines under it, fitted into a box given in points.

    A seal stands at the right, under the words, as it would be stamped.
    Raises UndrawableError, StampTooLongError.
    """
    bold, regular = subset("Bold", name), subset("Regular", "".join(lines))
    wide, high = seal.fitted(width, height) if seal else (0.0, 0.0)
    for scale in _SCALES:
        room = (width - _INDENT - wide * _FREE) / scale
        broken = [(_NAME, bold, part) for part in _broken(name, bold, room / _NAME.size)]
        broken += [
            (_LINE, regular, part) for line in lines for part in _broken(line, regular, room / _LINE.size)
        ]
        total = scale * sum(kind.leading for kind, _, _ in broken)
        if total <= height:
            words, faces = _operators(broken, height, total, scale), (bold, regular)
            if seal is None:
                return Drawn(words, faces)
            place = (wide, high, width - wide, (height - high) / 2)
            return Drawn(
                b"q %.2f 0 0 %.2f %.2f %.2f cm /Seal Do Q " % place + words, faces, pixels_of(seal.png)
            )
    raise StampTooLongError


def subset(weight: Weight, text: str) -> Face:
    """Return the smallest font that has all characters of a text.

    Raises UndrawableError.
    """
    whole = _shipped(weight)
    characters = sorted(set(text))
    undrawable = [character for character in characters if whole.get_nominal_glyph(ord(character)) is None]
    if undrawable:
        raise UndrawableError(characters=" ".join(undrawable))
    file = _cut(whole.face, characters)
    font = _measured(hb.Face(file))
    glyphs = {character: font.get_nominal_glyph(ord(character)) or 0 for character in characters}
    widths = {character: font.get_glyph_h_advance(glyph) for character, glyph in glyphs.items()}
    return Face(weight, file, glyphs, widths)


@cache
def _shipped(weight: Weight) -> hb.Font:
    path = data.folder("resources") / "fonts" / f"NotoSansSC-{weight}.ttf"
    return _measured(hb.Face(hb.Blob.from_file_path(path)))


def _measured(face: hb.Face) -> hb.Font:
    font = hb.Font(face)
    font.scale = (_UNITS, _UNITS)
    return font


def _cut(face: hb.Face, characters: list[str]) -> bytes:
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).update(map(ord, characters))
    wanted.sets(hb.SubsetInputSets.LAYOUT_FEATURE_TAG).clear()
    return bytes(hb.subset(face, wanted).blob.data)


def _broken(text: str, face: Face, room: float) -> list[str]:
    """Break a text into lines of at most `room` em, at a blank if there is one."""
    lines, start, used, blank = [], 0, 0, -1
    for place, character in enumerate(text):
        used += face.widths[character]
        if used > room * _UNITS and place > start:
            end = blank if blank > start else place - (text[place - 1] in _OPENING and place - 1 > start)
            lines.append(text[start:end].rstrip())
            start = end + (blank > start)
            used = face.width(text[start : place + 1])
        if character == " ":
            blank = place
    return [*lines, text[start:]]


def _operators(broken: list[tuple[Type, Face, str]], height: float, total: float, scale: float) -> bytes:
    steps = [f"q {_ACCENT} 0 {height - total:.2f} {_BAR:g} {total:.2f} re f Q q BT {_INK}"]
    top = height
    for kind, face, text in broken:
        top -= kind.leading * scale
        glyphs = "".join(f"{face.glyphs[character]:04X}" for character in text)
        baseline = (
            top + (kind.leading - 0.72 * kind.size) / 2 * scale
        )  # capitals are 0.733 em, hanzi sit a little lower
        steps.append(
            f"/{face.weight} {kind.size * scale:g} Tf 1 0 0 1 {_INDENT:g} {baseline:.2f} Tm <{glyphs}> Tj"
        )
    return " ".join([*steps, "ET Q"]).encode()
