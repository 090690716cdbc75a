"""Putting a file in place whole or not at all."""

import errno
import os
import shutil
import tempfile
from pathlib import Path

from facewise.errors import N_, FacewiseError


class NotWrittenError(FacewiseError):
    """The disk did not take the file, or gave back something else."""

    sentence = N_("{file} could not be written: {why}. Nothing was changed; try another folder.")


def replace_file(path: Path, data: bytes) -> None:
    """Write a file beside its place, sync it, read it back, and put it in place; links and mode are kept.

    Raises NotWrittenError, and then nothing has changed.
    """
    draft: Path | None = None
    try:
        target = path.resolve()
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".", suffix=".part", delete=False) as file:
            draft = Path(file.name)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _compare(draft, data)
        draft.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        draft.replace(target)
    except (OSError, RuntimeError) as error:  # a RuntimeError is a ring of links, before Python 3.13
        if draft is not None:
            draft.unlink(missing_ok=True)
        raise NotWrittenError(file=path, why=getattr(error, "strerror", None) or error) from error
    _sync_folder(target.parent)


def keep_copy(path: Path, folder: Path, most: int = 3) -> None:
    """Keep a copy of a file in a folder, and the latest few of them; nothing happens if there is no file."""
    if not path.exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    kept = [folder / f"{path.name}.{n}" for n in range(1, most + 1)]
    for older, newer in zip(reversed(kept), reversed(kept[:-1]), strict=False):
        if newer.exists():
            newer.replace(older)
    shutil.copy2(path, kept[0])


def _compare(draft: Path, data: bytes) -> None:
    if draft.read_bytes() != data:
        raise OSError(errno.EIO, os.strerror(errno.EIO))


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    """Make the new name survive a power cut, where the system can (Windows cannot open folders)."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass
    finally:
        os.close(handle)
