"""The check of a file: what is found, whether its result follows, and whom this computer has met before.

Nothing is written to the file. What is noted on this computer makes nobody known: see `store.pins`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from facewise.checking.keeping import Place, place_of
from facewise.signing.verdict import Signer, Verdict
from facewise.store.pins import Pin, Pins

if TYPE_CHECKING:
    from facewise.signing.recompute import Recomputed
    from facewise.store.site_file import SiteFile

FEWEST_DIGITS: Final = 16
"""Digits of a fingerprint that must be the same: as many as stamps show and people read out."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that was checked; `result` and `told` (its result.json) are None where it is no report.

    `met` are the signers this computer had met before this check, by fingerprint, and `place` is where the
    file lies in the assessment that was given.
    """

    name: str
    pdf: bytes = field(repr=False)
    verdict: Verdict
    result: "Recomputed | None" = None
    told: Mapping[str, Any] | None = None
    met: Mapping[str, Pin] = field(default_factory=dict)
    place: Place | None = None

    @property
    def follows(self) -> bool | None:
        """Whether result and pages follow from the answers; None where that could not be computed."""
        return self.result.holds if self.result is not None else None

    @property
    def holds(self) -> bool:
        """Whether the file is intact and as signed, and what a report prints follows from the answers inside.

        What could not be computed or compared here does not hold: a questionnaire may have been made up.
        """
        return self.verdict.intact and (self.result is None or self.result.holds is True)


def check_file(path: Path, now: datetime, site: "SiteFile | None" = None) -> Checked:
    """Return what is found in a file; `site` is an assessment that it may belong to.

    Raises NoSuchFileError, UnreadableFileError, TooLargeFileError, DamagedPinsError, NotWrittenError.
    """
    from facewise.signing.reading import MAX_SIZE
    from facewise.store.reading import read_file

    return check_pdf(path.name, read_file(path, MAX_SIZE), now, site)


def check_pdf(name: str, pdf: bytes, now: datetime, site: "SiteFile | None" = None) -> Checked:
    """Return what is found in a PDF, and note who signed it.

    Raises DamagedPinsError, NotWrittenError.
    """
    from facewise.signing.attachments import RESULT, attached
    from facewise.signing.recompute import recompute
    from facewise.signing.verify import verify
    from facewise.store.pins import known, note, pins
    from facewise.store.roots import trusted

    seen = pins()
    verdict = _with_doubles(verify(pdf, known(seen), seen.reports, trusted()), seen)
    note(verdict, now)
    found = Checked(name, pdf, verdict, met=seen.signers, place=place_of(site, verdict.sha256))
    if not verdict.is_report:
        return found
    files = attached(pdf)
    return replace(found, result=recompute(files, pdf), told=_read(files.get(RESULT, b"")))


def unknown_signers(checked: Checked) -> tuple[Signer, ...]:
    """Return the signers of an intact file whose fingerprints are still to be compared."""
    return tuple(each for each in checked.verdict.signers if not each.known) if checked.verdict.intact else ()


def signer_of(checked: Checked, digits: str) -> Signer | None:
    """Return the signer of an intact file whose fingerprint begins with the digits that somebody read out."""
    asked = "".join(character for character in digits.upper() if character not in " :-")
    if len(asked) < FEWEST_DIGITS or not checked.verdict.intact:
        return None
    return next((each for each in checked.verdict.signers if each.fingerprint.startswith(asked)), None)


def _with_doubles(verdict: Verdict, seen: Pins) -> Verdict:
    """Return the verdict with those marked whose name was met with another key, though never compared."""
    keys: dict[str, set[str]] = {}
    for fingerprint, pin in seen.signers.items():
        keys.setdefault(pin.name, set()).add(fingerprint)

    def marked(signer: Signer) -> Signer:
        others = keys.get(signer.name, set()) - {signer.fingerprint}
        return replace(signer, namesake=signer.namesake or bool(others)) if not signer.known else signer

    return replace(verdict, signers=tuple(map(marked, verdict.signers)))


def _read(content: bytes) -> Mapping[str, Any] | None:
    try:
        found = json.loads(content)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None
