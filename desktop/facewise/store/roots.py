"""The certificates that the user trusts, with all they have issued: of authorities for names and for time."""

import ssl
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from facewise.errors import N_, FacewiseError
from facewise.signing.identities import Signatory, describe
from facewise.signing.keyfile import NotAnIdentityError
from facewise.store.home import private_folder
from facewise.store.reading import read_file
from facewise.store.replacing import replace_file

_ENDING: Final = ".der"
_LARGEST: Final = 64 * 1024
_FEWEST_DIGITS: Final = 8
_PEM: Final = b"-----BEGIN CERTIFICATE-----"


class NotACertificateError(FacewiseError):
    """The file holds no certificate."""

    sentence = N_("{file} holds no certificate. Choose a .pem, .crt, .cer or .der file.")


class NoSuchRootError(FacewiseError):
    """No trusted certificate has this name or fingerprint."""

    sentence = N_(
        "{name} is not among the trusted certificates, or not alone. 'facewise trust list' shows them."
    )


@dataclass(frozen=True, slots=True)
class Root:
    """A trusted certificate: whose it is, and where it lies."""

    holder: Signatory
    file: Path = field(repr=False)


def trust(file: Path) -> Root:
    """Trust the certificate in a file (PEM or DER), the first where there are several.

    Raises NoSuchFileError, UnreadableFileError, TooLargeFileError, NotACertificateError, NotWrittenError.
    """
    content = read_file(file, _LARGEST)
    try:
        certificate = _der(content)
        holder = describe(certificate)
    except (ValueError, NotAnIdentityError) as error:
        raise NotACertificateError(file=file.name) from error
    kept = private_folder("roots") / (holder.fingerprint + _ENDING)
    replace_file(kept, certificate)
    return Root(holder, kept)


def roots() -> tuple[Root, ...]:
    """Return the trusted certificates by name."""
    found = [Root(describe(file.read_bytes()), file) for file in private_folder("roots").glob("*" + _ENDING)]
    return tuple(sorted(found, key=lambda each: (each.holder.name, each.holder.fingerprint)))


def trusted() -> tuple[bytes, ...]:
    """Return the trusted certificates themselves (DER), as `verify` takes them."""
    return tuple(each.file.read_bytes() for each in roots())


def distrust(name: str) -> Root:
    """Trust a certificate no longer, named by its holder or at least eight digits of its fingerprint.

    Raises NoSuchRootError.
    """
    digits = name.replace(" ", "").replace(":", "").upper()
    found = [
        each
        for each in roots()
        if name in (each.holder.name, each.holder.organisation)
        or (len(digits) >= _FEWEST_DIGITS and each.holder.fingerprint.startswith(digits))
    ]
    if len(found) != 1:
        raise NoSuchRootError(name=name)
    found[0].file.unlink(missing_ok=True)
    return found[0]


def _der(content: bytes) -> bytes:
    start = content.find(_PEM)
    if start < 0:
        return content
    end = content.index(b"-----END CERTIFICATE-----", start) + len("-----END CERTIFICATE-----")
    return ssl.PEM_cert_to_DER_cert(content[start:end].decode("ascii"))
