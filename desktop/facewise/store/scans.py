"""Scans of the sealed paper, as they come from a disk: a PDF, or pictures without their notes."""

from pathlib import Path
from typing import Final

from facewise.errors import N_, FacewiseError
from facewise.store.evidence import keep_evidence

ENDINGS: Final = (".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp", ".bmp")


class NotAScanError(FacewiseError):
    """A file that is neither a PDF nor a picture."""

    sentence = N_("{file} is not a scan. Choose a PDF, or pictures (PNG, JPEG, TIFF).")


def scan_of(file: Path) -> tuple[str, bytes]:
    """Return a scan as an assessment keeps it: the ending of its name, such as "pdf", and its bytes.

    Raises NotAScanError, and what `keep_evidence` raises.
    """
    ending = file.suffix.lower()
    if ending not in ENDINGS:
        raise NotAScanError(file=file.name)
    _hash, data = keep_evidence(file)
    if ending == ".pdf" and not data.startswith(b"%PDF-"):
        raise NotAScanError(file=file.name)
    return ending[1:], data
