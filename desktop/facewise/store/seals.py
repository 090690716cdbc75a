"""The pictures of seals on this computer, one for each identity, and how large each is on paper."""

from pathlib import Path
from typing import Final

from facewise.signing.seal import LARGEST, LARGEST_FILE, SMALLEST, Seal, prepared
from facewise.store.home import private_folder
from facewise.store.reading import read_file
from facewise.store.replacing import replace_file

SIZES: Final = (38, 40, 42, 45)
"""Millimetres that are offered: round seals of businesses and institutions measure 38 to 45."""

_ENDING: Final = ".png"
_SIZE: Final = ".mm"
_USUAL: Final = 40


def keep_seal(fingerprint: str, picture: Path, *, transparent: bool) -> None:
    """Keep a picture as the seal of an identity, and no earlier one; `transparent` takes its paper away.

    Raises NoSuchFileError, UnreadableFileError, TooLargeFileError, SealPictureError, NotWrittenError.
    """
    made = prepared(read_file(picture, LARGEST_FILE), picture.name, transparent=transparent)
    file = _file(fingerprint)
    file.touch(mode=0o600)  # replacing keeps the mode that it finds
    replace_file(file, made)


def seal_of(fingerprint: str) -> Seal | None:
    """Return the seal of an identity, None where it has none."""
    file = _file(fingerprint)
    return Seal(file.read_bytes(), _size(file)) if file.is_file() else None


def set_seal_size(fingerprint: str, millimetres: int) -> None:
    """Let the seal of an identity be so wide on paper from now on.

    Raises SealSizeError, NotWrittenError.
    """
    Seal(b"", millimetres)  # refuses what does not fit
    replace_file(_file(fingerprint).with_suffix(_SIZE), str(millimetres).encode())


def remove_seal(fingerprint: str) -> None:
    """Delete the seal of an identity, if it has one."""
    for ending in (_ENDING, _SIZE):
        _file(fingerprint).with_suffix(ending).unlink(missing_ok=True)


def _size(picture: Path) -> int:
    try:
        kept = int(picture.with_suffix(_SIZE).read_text("ascii"))
    except (OSError, ValueError):
        return _USUAL
    return kept if SMALLEST <= kept <= LARGEST else _USUAL


def _file(fingerprint: str) -> Path:
    return private_folder("seals") / (fingerprint + _ENDING)
