"""The pictures of seals on this computer, one for each identity."""

from pathlib import Path
from typing import Final

from facewise.signing.seal import LARGEST_FILE, Seal, prepared
from facewise.store.home import private_folder
from facewise.store.reading import read_file
from facewise.store.replacing import replace_file

_ENDING: Final = ".png"


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
    return Seal(file.read_bytes()) if file.is_file() else None


def remove_seal(fingerprint: str) -> None:
    """Delete the seal of an identity, if it has one."""
    _file(fingerprint).unlink(missing_ok=True)


def _file(fingerprint: str) -> Path:
    return private_folder("seals") / (fingerprint + _ENDING)
