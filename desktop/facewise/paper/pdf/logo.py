"""The logo of a business, from a file that is not trusted: a bitmap made plain, or the shapes of an SVG.

A bitmap becomes RGB on white at the size it is printed at most, whatever it was; of an SVG only shapes are
read, and what cannot be read as shapes is named and refused.
"""

import io
import struct
import warnings
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from facewise.errors import N_, FacewiseError
from facewise.paper.pdf.font import Step

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST = 20 * 1024 * 1024
"""The bytes of a logo's file at most."""

_MOST_PIXELS = 40_000_000
_SIDE = 1000  # pixels: 85 mm at 300 to the inch


class LogoNotReadError(FacewiseError):
    """A file that is no picture, or a damaged one."""

    sentence = N_("The logo cannot be read as PNG, JPEG or SVG. Save it again as PNG.")


class LogoTooLargeError(FacewiseError):
    """More than a logo can need."""

    sentence = N_("The logo is too large ({size}). Save it smaller; 1,000 pixels across are plenty.")


@dataclass(frozen=True, slots=True)
class LogoShape:
    """A path of a logo, y upwards: filled, lined or both."""

    path: tuple[Step, ...]
    fill: str = ""
    line: str = ""
    width: float = 1
    even_odd: bool = False


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo in a box of its own units: a PNG file, or shapes."""

    width: float
    height: float
    png: bytes = b""
    shapes: tuple[LogoShape, ...] = ()


@lru_cache(4)
def read_logo(data: bytes) -> Logo:
    """Return the logo that a file holds.

    Raises LogoNotReadError, LogoTooLargeError, SvgNotPlainError.
    """
    if len(data) > LARGEST:
        raise LogoTooLargeError(size=f"{len(data) // 1024 // 1024} MB")
    if b"<svg" in data[:4096] or data.lstrip()[:5] in (b"<?xml", b"<!DOC"):
        from facewise.paper.pdf.logo_svg import read_svg

        return read_svg(data)
    return _bitmap(data)


def _bitmap(data: bytes) -> Logo:
    from PIL import Image

    bombs = (Image.DecompressionBombError, Image.DecompressionBombWarning)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _reduced(data)
    except bombs as error:
        raise LogoTooLargeError(size=f"{_MOST_PIXELS // 1_000_000} MP +") from error
    except (OSError, ValueError, SyntaxError, KeyError, IndexError, struct.error, EOFError) as error:
        raise LogoNotReadError from error


def _reduced(data: bytes) -> Logo:
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as file:
        pixels = file.width * file.height
        file.draft(None, (_SIDE, _SIDE))  # a JPEG is decoded no larger than needed
        if file.width * file.height > _MOST_PIXELS:
            raise LogoTooLargeError(size=f"{pixels // 1_000_000} MP")
        file.load()
        upright = ImageOps.exif_transpose(file)
        made = _on_white(upright)
    made.thumbnail((_SIDE, _SIDE), Image.Resampling.LANCZOS)
    kept = io.BytesIO()
    made.save(kept, "PNG")
    return Logo(made.width, made.height, kept.getvalue())


def _on_white(picture: "Image") -> "Image":
    """Return a picture in RGB, with white where it was see-through."""
    from PIL import Image

    profile = picture.info.get("icc_profile")
    picture = _in_srgb(picture, profile) if profile else picture
    if picture.mode in ("I", "I;16"):
        picture = picture.point(lambda value: value / 256).convert("L")
    if not picture.has_transparency_data:
        return _bare(picture.convert("RGB"))
    seen = picture.convert("RGBA")
    ground = Image.new("RGB", seen.size, "white")
    ground.paste(seen, mask=seen.getchannel("A"))
    return ground


def _in_srgb(picture: "Image", profile: bytes) -> "Image":
    """Return a picture as its profile means its colours; a profile of no use is passed over."""
    from PIL import ImageCms

    if picture.mode not in ("RGB", "CMYK"):
        return picture
    try:
        meant = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        made = ImageCms.profileToProfile(picture, meant, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture
    return made or picture


def _bare(picture: "Image") -> "Image":
    picture.info.clear()
    return picture
