"""The picture of a seal in a stamp: made ready once, then drawn from a cache.

The picture only shows; what can be checked is the signature.
"""

import io
import struct
import zlib
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from facewise.errors import N_, FacewiseError

if TYPE_CHECKING:
    from PIL.Image import Image

SMALLEST, LARGEST = 10, 60
"""Millimetres that a seal may measure; a company's is 40 (GB/T 33481: 38 to 58)."""

LARGEST_FILE: Final = 20 << 20
_MOST_PIXELS: Final = 50_000_000
_LONGEST_SIDE: Final = 640  # 400 to the inch on 40 mm
_FORMATS: Final = ("PNG", "JPEG", "WEBP", "BMP", "TIFF")
_INCH: Final = 25.4
_PAPER: Final = 0.9  # of the paper's own brightness: what is lighter is paper
_POINTS: Final = 72


class SealPictureError(FacewiseError):
    """The file is no picture that can be used."""

    sentence = N_(
        "{file} cannot be used as the picture of a seal. Save it as PNG or JPEG and choose it again."
    )


class SealSizeError(FacewiseError):
    """The seal would be too small or too large."""

    sentence = N_("A seal of {millimetres} mm does not fit. Choose {smallest} to {largest} mm.")


@dataclass(frozen=True, slots=True)
class Seal:
    """The picture of a seal as `prepared` has made it, and its width on paper in millimetres.

    Raises SealSizeError.
    """

    png: bytes = field(repr=False)
    millimetres: float = 40

    def __post_init__(self) -> None:
        if not SMALLEST <= self.millimetres <= LARGEST:
            raise SealSizeError(millimetres=self.millimetres, smallest=SMALLEST, largest=LARGEST)

    def fitted(self, width: float, height: float) -> tuple[float, float]:
        """Return width and height on paper in points, within what a box has."""
        pixels = pixels_of(self.png)
        wide = min(self.millimetres / _INCH * _POINTS, width, height * pixels.width / pixels.height)
        return wide, wide * pixels.height / pixels.width


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture as PDF holds it: deflated RGB, and how opaque each pixel is where not all are."""

    width: int
    height: int
    colours: bytes
    opacity: bytes | None


def prepared(picture: bytes, file: str, *, transparent: bool) -> bytes:
    """Return the picture as PNG without notes, small enough to sign with; `transparent` takes the paper away.

    Raises SealPictureError naming `file`.
    """
    from PIL import Image, ImageOps

    bombs = (Image.DecompressionBombError, Image.DecompressionBombWarning)
    try:
        with Image.open(io.BytesIO(picture), formats=_FORMATS) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                raise SealPictureError(file=file)
            upright = ImageOps.exif_transpose(opened).convert("RGBA")
    except (OSError, ValueError, SyntaxError, KeyError, struct.error, *bombs) as error:
        raise SealPictureError(file=file) from error
    upright.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    made = io.BytesIO()
    (_without_paper(upright) if transparent else upright).save(made, "PNG")
    return made.getvalue()


@lru_cache(4)
def pixels_of(png: bytes) -> Pixels:
    """Return the pixels of a prepared picture; the same picture is unpacked once."""
    from PIL import Image

    with Image.open(io.BytesIO(png), formats=("PNG",)) as opened:
        picture = opened.convert("RGBA")
    opacity = picture.getchannel("A")
    is_opaque = opacity.getextrema() == (255, 255)
    colours = zlib.compress(picture.convert("RGB").tobytes(), 6)
    packed = None if is_opaque else zlib.compress(opacity.tobytes(), 6)
    return Pixels(picture.width, picture.height, colours, packed)


def _without_paper(picture: "Image") -> "Image":
    """Return the ink alone: the darker or redder than the paper, the more opaque, in the ink's own colour."""
    from PIL import Image, ImageChops, ImageMath

    flat = Image.new("RGBA", picture.size, "white")
    flat.alpha_composite(picture)
    channels = flat.convert("RGB").split()
    paper = [_brightest(channel) for channel in channels]
    inks = [
        channel.point([255 - min(255, level * 255 // white) for level in range(256)])
        for channel, white in zip(channels, paper, strict=True)
    ]
    strength = ImageChops.lighter(ImageChops.lighter(inks[0], inks[1]), inks[2])
    pure = [
        ImageMath.lambda_eval(
            lambda of: of["convert"](255 - of["min"](of["ink"] * 255 / of["max"](of["all"], 1), 255), "L"),
            ink=ink,
            all=strength,
        )
        for ink in inks
    ]
    return Image.merge("RGBA", (*pure, strength))


def _brightest(channel: "Image") -> int:
    """Return the level of the paper: nine pixels of ten are no brighter, and a photograph's is never 255."""
    counts, seen = channel.histogram(), 0
    most = sum(counts) * _PAPER
    for level, count in enumerate(counts):
        seen += count
        if seen >= most:
            return max(1, round(level * _PAPER))
    return 255
