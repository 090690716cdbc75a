"""The PKCS#12 that keeps a key and its certificate under a passphrase (RFC 7292)."""

import hashlib
import hmac
import secrets
import unicodedata
from typing import TYPE_CHECKING, Final

from facewise.errors import N_, FacewiseError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
    from cryptography.hazmat.primitives.serialization.pkcs12 import PKCS12KeyAndCertificates
    from cryptography.x509 import Certificate

ROUNDS: Final = 600_000
"""Rounds of each key derivation, against guessing (OWASP, Password Storage Cheat Sheet)."""

_BLOCK: Final = 64  # bytes that SHA-256 takes at once
_FOR_A_MAC: Final = b"\x03"  # RFC 7292, appendix B.3


class WrongPassphraseError(FacewiseError):
    """The passphrase does not open the file, or the file is damaged (PKCS#12 cannot tell)."""

    sentence = N_(
        "The passphrase does not open this identity. Type it again; mind capitals and the input method."
    )


class NotAnIdentityError(FacewiseError):
    """The bytes are no PKCS#12 with a key and its certificate."""

    sentence = N_(
        "This file holds no identity: choose a .p12 or .pfx file that contains a key and its certificate."
    )


def lock(name: str, key: "EllipticCurvePrivateKey", certificate: "Certificate", passphrase: str) -> bytes:
    """Return key and certificate as PKCS#12, encrypted with AES-256."""
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.serialization import PrivateFormat, pkcs12

    encryption = (
        PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(ROUNDS)
        .key_cert_algorithm(pkcs12.PBES.PBESv2SHA256AndAES256CBC)
        .hmac_hash(hashes.SHA256())
        .build(_encoded(passphrase))
    )
    made = pkcs12.serialize_key_and_certificates(name.encode(), key, certificate, None, encryption)
    return _with_slow_mac(made, passphrase)


def unlock(pkcs12: bytes, passphrase: str) -> "PKCS12KeyAndCertificates":
    """Return what a PKCS#12 holds.

    Raises WrongPassphraseError, NotAnIdentityError.
    """
    from cryptography.hazmat.primitives.serialization.pkcs12 import load_pkcs12

    if not pkcs12.startswith(b"\x30"):
        raise NotAnIdentityError
    try:
        return load_pkcs12(pkcs12, _encoded(passphrase))
    except ValueError as error:
        raise WrongPassphraseError from error


def _with_slow_mac(made: bytes, passphrase: str) -> bytes:
    # The library derives the key of the MAC by 2048 rounds only: whoever guesses would ask the MAC.
    from asn1crypto.pkcs12 import Pfx

    pfx = Pfx.load(made)
    salt = secrets.token_bytes(16)
    content = pfx["auth_safe"]["content"].native
    pfx["mac_data"]["mac_salt"] = salt
    pfx["mac_data"]["iterations"] = ROUNDS
    pfx["mac_data"]["mac"]["digest"] = hmac.digest(_mac_key(passphrase, salt), content, "sha256")
    return bytes(pfx.dump(force=True))


def _mac_key(passphrase: str, salt: bytes) -> bytes:
    """Return the key of the MAC (RFC 7292, appendix B.2, for SHA-256 and one block of output)."""
    text = _encoded(passphrase).decode().encode("utf-16-be") + b"\x00\x00"
    key = hashlib.sha256(_FOR_A_MAC * _BLOCK + _filled(salt) + _filled(text)).digest()
    for _ in range(ROUNDS - 1):
        key = hashlib.sha256(key).digest()
    return key


def _filled(value: bytes) -> bytes:
    size = -(-len(value) // _BLOCK) * _BLOCK
    return (value * (size // len(value) + 1))[:size]


def _encoded(passphrase: str) -> bytes:
    # macOS hands over decomposed letters, the others composed ones: it is the same passphrase.
    return unicodedata.normalize("NFC", passphrase).encode()
