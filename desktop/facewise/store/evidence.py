"""Files kept as evidence: photographs without what the camera noted beside them, everything else as it is."""

import hashlib
import io
import struct
from pathlib import Path
from typing import TYPE_CHECKING, Final

from facewise.errors import N_, FacewiseError
from facewise.store.reading import TooLargeFileError, read_file

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST: Final = 50 * 1024 * 1024
_PHOTOGRAPHS: Final = {".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".bmp"}
_MOST_PIXELS: Final = 80_000_000
_JFIF: Final = 14
_END: Final = b"\xff\xd9"


class LargeEvidenceError(FacewiseError):
    """A file too large to travel in the assessment."""

    sentence = N_("{file} is larger than {limit} MB. Make it smaller, or write a note where it lies.")


class UnreadablePictureError(FacewiseError):
    """A file that has a picture's name but cannot be read as one."""

    sentence = N_("{file} cannot be read as a picture. Save it again as JPEG or PNG.")


def keep_evidence(path: Path) -> tuple[str, bytes]:
    """Return SHA-256 and bytes of the copy to keep; place and camera data of photographs are left out.

    Raises NoSuchFileError, UnreadableFileError, LargeEvidenceError, UnreadablePictureError.
    """
    try:
        data = read_file(path, LARGEST)
    except TooLargeFileError as error:
        raise LargeEvidenceError(file=path.name, limit=LARGEST // 1024 // 1024) from error
    if path.suffix.lower() in _PHOTOGRAPHS:
        data = _without_notes(data, path.name)
    return hashlib.sha256(data).hexdigest(), data


def _without_notes(data: bytes, file: str) -> bytes:
    """Return the picture alone, upright; EXIF tells where and when a photograph was taken, and by whom."""
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(data)) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                raise UnreadablePictureError(file=file)
            if _is_bare(picture, data):
                return data
            form = picture.format or "PNG"
            upright = ImageOps.exif_transpose(picture)
        for note in ("exif", "xmp", "comment", "icc_profile", "XML:com.adobe.xmp"):
            upright.info.pop(note, None)
        kept = io.BytesIO()
        quality = {"quality": 92} if form in ("JPEG", "WEBP") else {}
        upright.save(kept, form, **quality)
    except _unreadable() as error:
        raise UnreadablePictureError(file=file) from error
    return kept.getvalue()


def _is_bare(picture: "Image", data: bytes) -> bool:
    """Whether a JPEG holds nothing beside the picture, so that it need not be compressed once more."""
    if picture.format != "JPEG":
        return False
    picture.load()
    told = getattr(picture, "applist", [])
    plain = all(name == "APP0" and note.startswith(b"JFIF\0") and len(note) == _JFIF for name, note in told)
    return plain and data.endswith(_END) and data.count(_END) == 1


def _unreadable() -> tuple[type[Exception], ...]:
    """What Pillow raises on pictures that are none, are damaged, or are far too large."""
    from PIL import Image

    bombs = (Image.DecompressionBombError, Image.DecompressionBombWarning)
    return (OSError, ValueError, SyntaxError, KeyError, struct.error, *bombs)
