"""One writer for a file: whoever opens it second, in another window or on a shared drive, only reads."""

import getpass
import json
import os
import platform
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from facewise.errors import N_, FacewiseError

if TYPE_CHECKING:
    from filelock import BaseFileLock

_LONGEST = 60
_LARGEST = 4096


class HeldError(FacewiseError):
    """Somebody else has the file open."""

    sentence = N_(
        "{user} has had this file open on {host} since {since}. Here you can read it, not change it."
    )


class HeldBySomebodyError(FacewiseError):
    """Somebody has the file open, who did not say who."""

    sentence = N_(
        "This file is open in another window or on another computer. Here you can read it, not change it."
    )


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a file open, where, and since when."""

    user: str
    host: str
    since: str


class Claim:
    """The right to write a file, until it is released or the process ends, however it ends."""

    def __init__(self, lock: "BaseFileLock | None", card: Path) -> None:
        self._lock, self._card = lock, card

    def release(self) -> None:
        """Let others write the file."""
        lock, self._lock = self._lock, None
        if lock is None:
            return
        with suppress(OSError):
            self._card.unlink(missing_ok=True)
        if os.name == "posix":  # while it is held: who waits for it notices that it has gone
            with suppress(OSError):
                Path(lock.lock_file).unlink(missing_ok=True)
        lock.release()


def claim(path: Path, now: datetime) -> Claim:
    """Return the right to write a file; where the folder takes no lock, nobody is kept out.

    The system frees the lock of a process that has ended. Raises HeldError, HeldBySomebodyError.
    """
    from filelock import FileLock, Timeout

    lock_file, card = (path.with_name(f".{path.name}.{end}") for end in ("lock", "open"))
    if not path.parent.is_dir():  # FileLock would make it
        return Claim(None, card)
    lock = FileLock(lock_file, mode=0o666)
    try:
        lock.acquire(blocking=False)
    except Timeout as error:
        raise _held(card) from error
    except (OSError, NotImplementedError):
        return Claim(None, card)
    with suppress(OSError):
        card.write_text(json.dumps(asdict(_ourselves(now)), ensure_ascii=False), "utf-8")
    return Claim(lock, card)


def _ourselves(now: datetime) -> Holder:
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = "?"
    return Holder(user, platform.node() or "?", f"{now:%Y-%m-%d %H:%M}")


def _held(card: Path) -> FacewiseError:
    """Return who holds a file, as far as the card beside it tells; it is not trusted."""
    try:
        with card.open("rb") as file:
            holder = Holder(**json.loads(file.read(_LARGEST)))
    except (OSError, ValueError, TypeError):
        return HeldBySomebodyError()
    told = {name: _shown(value) for name, value in asdict(holder).items()}
    return HeldError(**told) if all(told.values()) else HeldBySomebodyError()


def _shown(value: object) -> str:
    return "".join(filter(str.isprintable, str(value)))[:_LONGEST].strip()
