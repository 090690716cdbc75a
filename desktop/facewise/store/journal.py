"""Answers that are not in the file yet, kept line by line in the user's folder until the file is written."""

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from facewise.assessment.answers import Answers
from facewise.content.canonical import sha256
from facewise.errors import N_, FacewiseError
from facewise.store.home import private_folder

_LARGEST = 64 * 1024 * 1024


class PutBackError(FacewiseError):
    """The program ended before everything was saved; what was noted is in the assessment again."""

    sentence = N_("The last answers, of {time}, had not been saved. They were put back: please look at them.")


class NotPutBackError(FacewiseError):
    """What was noted belongs to another state of the file."""

    sentence = N_(
        "Answers of {time} had not been saved, and the file was changed since. They were not put in; "
        "they are kept in {file}."
    )


@dataclass(frozen=True, slots=True)
class Unsaved:
    """Answers that never reached their file; `base` is the SHA-256 of the file they were typed into."""

    at: datetime
    base: str
    answers: Answers


class Journal:
    """The journal of one assessment file: each line has all answers, the last whole line counts."""

    def __init__(self, path: Path) -> None:
        self._name = f"{sha256(os.fsencode(path.resolve()))[:32]}.jsonl"

    def note(self, at: datetime, base: str, answers: Answers) -> None:
        """Add a line that survives a power cut; where that cannot be, the file itself is still written."""
        line = {"at": at.isoformat(), "base": base, "answers": json.loads(answers.model_dump_json())}
        with suppress(OSError), self._file().open("ab") as file:
            file.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())

    def unsaved(self) -> Unsaved | None:
        """Return what was noted last, if the program ended before it was saved."""
        try:
            with self._file().open("rb") as file:
                lines = file.read(_LARGEST).splitlines()
        except OSError:
            return None
        return next(filter(None, map(_read, reversed(lines))), None)

    def clear(self) -> None:
        """Forget everything: it is in the file now."""
        with suppress(OSError):
            self._file().unlink(missing_ok=True)

    def set_aside(self, at: datetime) -> Path:
        """Keep the journal under another name, where no later one overwrites it, and return that."""
        file = self._file()
        kept = file.with_suffix(f".{at:%Y%m%d-%H%M%S}.kept")
        with suppress(OSError):
            file.replace(kept)
        return kept

    def _file(self) -> Path:
        return private_folder("journals") / self._name


def _read(line: bytes) -> Unsaved | None:
    """Return what a line says; the last one may be cut, where the power went while it was written."""
    try:
        found = json.loads(line)
        answers = Answers.model_validate_json(json.dumps(found["answers"]))
        return Unsaved(datetime.fromisoformat(found["at"]), str(found["base"]), answers)
    except (ValueError, TypeError, KeyError, FacewiseError):
        return None
