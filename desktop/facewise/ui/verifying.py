"""Checking a report: what is found, and whether its result follows; nothing is written to the file."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from facewise.signing.verdict import Kind, Verdict

if TYPE_CHECKING:
    from facewise.signing.recompute import Recomputed


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that was checked; `result` and `printed` (result.json) are None where it is no report."""

    path: Path
    pdf: bytes
    verdict: Verdict
    result: "Recomputed | None"
    printed: dict[str, Any] | None

    @property
    def follows(self) -> bool | None:
        """Return whether result and pages follow from the answers; None where that could not be computed."""
        return self.result.holds if self.result is not None else None


def check(path: Path) -> Checked:
    """Return what is found in a file.

    Raises NoSuchFileError, UnreadableFileError, TooLargeFileError, DamagedPinsError.
    """
    from facewise.signing.attachments import RESULT, attached
    from facewise.signing.reading import MAX_SIZE
    from facewise.signing.recompute import recompute
    from facewise.signing.verify import verify
    from facewise.store.pins import known, pins
    from facewise.store.reading import read_file
    from facewise.store.roots import trusted

    pdf, seen = read_file(path, MAX_SIZE), pins()
    verdict = verify(pdf, known(seen), seen.reports, trusted())
    if not verdict.is_report:
        return Checked(path, pdf, verdict, None, None)
    files = attached(pdf)
    return Checked(path, pdf, verdict, recompute(files, pdf), _read(files.get(RESULT, b"")))


def remember(verdict: Verdict) -> None:
    """Keep the signers of an intact file as known.

    Raises DamagedPinsError, NotWrittenError.
    """
    from facewise.store.pins import pin

    pin(verdict, datetime.now().astimezone())


def can_be_remembered(verdict: Verdict) -> bool:
    """Return whether there is somebody to remember: seen for the first time, on an intact file."""
    return verdict.kind is Kind.INTACT_FIRST_SEEN


def _read(content: bytes) -> dict[str, Any] | None:
    try:
        found = json.loads(content)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None
