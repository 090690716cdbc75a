"""The log of a file: what was done and when, each line bound to the one before by its hash."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from facewise.errors import N_, FacewiseError

_START = "0" * 64


class BrokenLogError(FacewiseError):
    """A line of the log was changed, removed or added by hand."""

    sentence = N_("{file} is damaged (log.jsonl, line {line}). It was left as it is; open an earlier copy.")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was done: `what` is created, imported, answered, signed ...; `detail` says to what."""

    at: str
    what: str
    detail: str = ""
    previous: str = ""


def happened(at: datetime, what: str, detail: str = "") -> Entry:
    """Return an entry that is not yet bound to a log."""
    return Entry(at.isoformat(timespec="seconds"), what, detail)


def chain(log: tuple[Entry, ...], entry: Entry) -> tuple[Entry, ...]:
    """Return the log with one more entry, bound to the last."""
    return (*log, replace(entry, previous=_digest(log[-1]) if log else _START))


def write_log(log: Iterable[Entry]) -> bytes:
    """Return a log as JSON lines."""
    return b"".join(_line(entry) + b"\n" for entry in log)


def read_log(data: bytes, file: str) -> tuple[Entry, ...]:
    """Return the entries of a log whose chain holds.

    Raises BrokenLogError naming `file` and the line.
    """
    log: list[Entry] = []
    previous = _START
    for number, line in enumerate(data.splitlines(), 1):
        try:
            entry = Entry(**{name: str(value) for name, value in json.loads(line).items()})
        except (ValueError, TypeError, AttributeError, RecursionError) as error:
            raise BrokenLogError(file=file, line=number) from error
        if entry.previous != previous:
            raise BrokenLogError(file=file, line=number)
        log.append(entry)
        previous = _digest(entry)
    return tuple(log)


def _line(entry: Entry) -> bytes:
    return json.dumps(asdict(entry), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _digest(entry: Entry) -> str:
    return hashlib.sha256(_line(entry)).hexdigest()
