"""Whose signatures this computer has seen: fingerprints with names, and who had signed which report."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Final

from filelock import FileLock
from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError

from facewise.errors import N_, FacewiseError
from facewise.signing.verdict import Signer, Verdict
from facewise.store.home import private_folder
from facewise.store.identities import kept
from facewise.store.replacing import replace_file

_MOST_REPORTS: Final = 5_000


class DamagedPinsError(FacewiseError):
    """The file of known signers cannot be read."""

    sentence = N_(
        "The list of known signers is damaged: {file}. "
        "Move it away; then every signer counts as seen for the first time."
    )


class Pin(BaseModel):
    """A signer who was seen: the name in the certificate, and when it was seen first."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    first_seen: AwareDatetime


class Pins(BaseModel):
    """The signers by fingerprint, and by the SHA-256 of a report's base file who had signed it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    signers: Mapping[str, Pin] = {}
    reports: Mapping[str, tuple[str, ...]] = {}


def pins() -> Pins:
    """Return what was seen until now.

    Raises DamagedPinsError.
    """
    file = _file()
    try:
        return Pins.model_validate_json(file.read_bytes())
    except FileNotFoundError:
        return Pins()
    except ValidationError as error:
        raise DamagedPinsError(file=file) from error


def known(seen: Pins) -> dict[str, str]:
    """Return the names of the signers who were seen, and of one's own identities, by fingerprint."""
    own = {each.signatory.fingerprint: each.signatory.name for each in kept()}
    return {fingerprint: pin.name for fingerprint, pin in seen.signers.items()} | own


def pin(verdict: Verdict, now: datetime) -> None:
    """Remember the signers of an intact file, and that they signed it; of other files, nothing.

    Raises DamagedPinsError, NotWrittenError.
    """
    if not verdict.intact:
        return
    with _lock():
        _write(_with(pins(), verdict.signers, verdict.base_sha256, now))


def unpin(fingerprint: str) -> None:
    """Forget a signer, who then counts as seen for the first time.

    Raises DamagedPinsError, NotWrittenError.
    """
    with _lock():
        before = pins()
        rest = {each: pin for each, pin in before.signers.items() if each != fingerprint}
        _write(before.model_copy(update={"signers": rest}))


def _with(before: Pins, signers: tuple[Signer, ...], base: str, now: datetime) -> Pins:
    new = {each.fingerprint: Pin(name=each.name, first_seen=now) for each in signers}
    reports = dict(before.reports)
    if base:
        had = reports.pop(base, ())
        reports[base] = tuple(dict.fromkeys([*had, *new]))  # last in, so that the oldest are forgotten first
    latest = dict(list(reports.items())[-_MOST_REPORTS:])
    return Pins(signers={**new, **before.signers}, reports=latest)


def _file() -> Path:
    return private_folder("identities") / "pins.json"


def _lock() -> FileLock:
    return FileLock(_file().with_suffix(".lock"))


def _write(new: Pins) -> None:
    replace_file(_file(), new.model_dump_json(indent=1).encode())
