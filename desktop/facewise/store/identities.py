"""The identities on this computer: a PKCS#12 each, never an open key, and beside it the certificate."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from facewise.errors import N_, FacewiseError, NoSuchFileError
from facewise.signing.identities import Signatory, describe, short
from facewise.store.home import private_folder
from facewise.store.replacing import replace_file

_LOCKED: Final = ".p12"
_PUBLIC: Final = ".der"
_MOST_DIGITS: Final = 64
_FEWEST_DIGITS: Final = 8


class NoSuchIdentityError(FacewiseError):
    """No identity on this computer has this name or fingerprint."""

    sentence = N_(
        "There is no identity {name} on this computer. 'facewise identity list' shows those there are."
    )


class SeveralIdentitiesError(FacewiseError):
    """Several identities have this name."""

    sentence = N_(
        "{name} is the name of several identities: {fingerprints}. Name one of them by its fingerprint."
    )


@dataclass(frozen=True, slots=True)
class Kept:
    """An identity that lies on the disk, still locked."""

    signatory: Signatory
    file: Path = field(repr=False)

    @property
    def certificate(self) -> Path:
        """The public certificate (DER), which anyone may have."""
        return self.file.with_suffix(_PUBLIC)

    def read(self) -> bytes:
        """Return the PKCS#12, to be opened with its passphrase."""
        return self.file.read_bytes()


def keep(pkcs12: bytes, certificate: bytes) -> Kept:
    """Put an identity on the disk, readable by its user alone, under the fingerprint of its certificate.

    Raises NotAnIdentityError, NotWrittenError.
    """
    signatory = describe(certificate)
    file = private_folder("identities") / (signatory.fingerprint + _LOCKED)
    file.touch(mode=0o600)  # replacing keeps the mode that it finds
    replace_file(file, pkcs12)
    kept = Kept(signatory, file)
    replace_file(kept.certificate, certificate)
    return kept


def kept() -> tuple[Kept, ...]:
    """Return the identities on this computer by name, the newest first among those of one name."""
    found = [
        Kept(describe(file.read_bytes()), file.with_suffix(_LOCKED))
        for file in private_folder("identities").glob("*" + _PUBLIC)
        if file.with_suffix(_LOCKED).is_file()
    ]
    newest = sorted(found, key=lambda each: each.signatory.not_before, reverse=True)
    return tuple(sorted(newest, key=lambda each: each.signatory.name))


def find(name: str) -> Kept:
    """Return the identity of a name, or of a fingerprint of which at least eight digits are given.

    Raises NoSuchIdentityError, SeveralIdentitiesError.
    """
    digits = name.replace(" ", "").replace(":", "").upper()
    long_enough = _FEWEST_DIGITS <= len(digits) <= _MOST_DIGITS
    found = [
        each
        for each in kept()
        if each.signatory.name == name or (long_enough and each.signatory.fingerprint.startswith(digits))
    ]
    if not found:
        raise NoSuchIdentityError(name=name)
    if len(found) > 1:
        fingerprints = ", ".join(short(each.signatory.fingerprint) for each in found)
        raise SeveralIdentitiesError(name=name, fingerprints=fingerprints)
    return found[0]


def remove(identity: Kept) -> None:
    """Delete an identity; what it signed stays as it is, and nobody can sign with it again."""
    identity.file.unlink(missing_ok=True)
    identity.certificate.unlink(missing_ok=True)


def export(identity: Kept, file: Path) -> None:
    """Write the public certificate as PEM, for those who check.

    Raises NotWrittenError.
    """
    import ssl

    replace_file(file, ssl.DER_cert_to_PEM_cert(identity.certificate.read_bytes()).encode())


def backup(identity: Kept, file: Path) -> None:
    """Write the locked identity to another place, readable by its user alone.

    Raises NoSuchFileError where the folder is missing, NotWrittenError.
    """
    try:
        file.touch(mode=0o600)
    except OSError as error:
        raise NoSuchFileError(file=file.parent) from error
    replace_file(file, identity.read())
