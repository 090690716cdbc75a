"""Earlier states of assessment files: the latest three of each, in the user's folder."""

import os
from contextlib import suppress
from pathlib import Path

from facewise.content.canonical import sha256
from facewise.store.home import private_folder
from facewise.store.replacing import keep_copy


def keep_earlier(path: Path) -> None:
    """Keep a copy of a file as it is before it is written; a full disk is told when it is written."""
    with suppress(OSError):
        keep_copy(path, _folder(path))


def earlier(path: Path) -> tuple[Path, ...]:
    """Return the copies that are kept of a file, the latest first."""
    with suppress(OSError):
        return tuple(sorted(_folder(path).glob("*.[0-9]")))
    return ()


def _folder(path: Path) -> Path:
    return private_folder("copies") / sha256(os.fsencode(path.resolve()))[:16]
