"""Whose signatures this computer has seen, whose fingerprint was compared, and who had signed which report.

Looking at a file makes nobody known. A signer is known once somebody has compared the fingerprint with the
signer, by telephone or on paper, and has said so; what was only seen helps to notice a second key of a name.
"""

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
    """A signer: the name in the certificate, when first seen, and when the fingerprint was compared."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    first_seen: AwareDatetime
    compared: AwareDatetime | None = None


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
    """Return the names of the signers who were compared, and of one's own identities, by fingerprint."""
    own = {each.signatory.fingerprint: each.signatory.name for each in kept()}
    return {digits: pin.name for digits, pin in seen.signers.items() if pin.compared} | own


def note(verdict: Verdict, now: datetime) -> None:
    """Note who signed an intact file, which makes nobody known; of other files, nothing.

    Raises DamagedPinsError, NotWrittenError.
    """
    if not verdict.intact:
        return
    with _lock():
        before = pins()
        after = _with(before, verdict.signers, verdict.base_sha256, now)
        if after != before:
            _write(after)


def pin(signer: Signer, now: datetime) -> None:
    """Know a signer from now on, because somebody has compared the fingerprint.

    Raises DamagedPinsError, NotWrittenError.
    """
    with _lock():
        before = pins()
        was = before.signers.get(signer.fingerprint, Pin(name=signer.name, first_seen=now))
        signers = {**before.signers, signer.fingerprint: was.model_copy(update={"compared": now})}
        _write(before.model_copy(update={"signers": signers}))


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
    signed_by = dict(before.reports)
    if base:
        had = signed_by.pop(base, ())
        signed_by[base] = tuple(
            dict.fromkeys([*had, *new])
        )  # last in, so that the oldest are forgotten first
    latest = dict(list(signed_by.items())[-_MOST_REPORTS:])
    return Pins(signers=_fewer({**new, **before.signers}), reports=latest)


def _fewer(signers: dict[str, Pin]) -> dict[str, Pin]:
    """Return the signers without those seen long ago and never compared, where there are too many."""
    seen = sorted(
        (key for key, pin in signers.items() if not pin.compared), key=lambda k: signers[k].first_seen
    )
    too_many = set(seen[: max(0, len(seen) - _MOST_REPORTS)])
    return {key: pin for key, pin in signers.items() if key not in too_many}


def _file() -> Path:
    return private_folder("identities") / "pins.json"


def _lock() -> FileLock:
    return FileLock(_file().with_suffix(".lock"))


def _write(new: Pins) -> None:
    replace_file(_file(), new.model_dump_json(indent=1).encode())
