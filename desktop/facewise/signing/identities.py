"""Identities: a key with its certificate, made here or by a certificate authority."""

import hashlib
import unicodedata
import warnings
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final, TypeAlias

from facewise.credit_code import checked
from facewise.errors import N_, FacewiseError
from facewise.plain_text import shown
from facewise.signing.keyfile import NotAnIdentityError, lock, unlock

if TYPE_CHECKING:
    from asn1crypto.x509 import Name as Asn1Name
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

    from facewise.signing.token import TokenKey

    PrivateKey: TypeAlias = EllipticCurvePrivateKey | RSAPrivateKey

LONGEST_NAME: Final = 64
"""Characters of a name in a certificate (ITU-T X.520, ub-common-name and ub-organization-name)."""

STRONG_ENOUGH: Final = 3
_SHORTEST_PASSPHRASE: Final = 8
_ZXCVBN_READS: Final = 72
_YEARS: Final = 5
_REGISTER: Final = (
    "NTRCN-"  # ETSI EN 319 412-1, 5.1.4: a legal person by its number in the national trade register
)
_NOT_IN_NAMES: Final = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}


class WeakPassphraseError(FacewiseError):
    """The passphrase could be guessed."""

    sentence = N_(
        "This passphrase could be guessed. Take a longer one: four unusual words, or twelve mixed characters."
    )


class UnsuitableKeyError(FacewiseError):
    """The key is of a kind that nobody could check, or too weak."""

    sentence = N_(
        "The key of this identity cannot be used for signing. "
        "Ask for one with ECDSA P-256 or P-384, or RSA of 2048 bits or more."
    )


class SignerNameError(FacewiseError):
    """The name is empty, too long for a certificate, or holds characters that cannot be seen."""

    sentence = N_("{name} cannot stand in a signature: write a name of 1 to {longest} visible characters.")


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who a certificate says it is; fingerprint is the SHA-256 of the certificate in capital hex digits."""

    name: str
    organisation: str
    credit_code: str
    fingerprint: str
    not_before: datetime
    not_after: datetime
    self_issued: bool


@dataclass(frozen=True, slots=True)
class Identity:
    """An opened identity: its key lies in memory or in a token only, and shows in no representation."""

    signatory: Signatory
    certificate: bytes = field(repr=False)
    chain: tuple[bytes, ...] = field(repr=False)
    key: "PrivateKey | TokenKey" = field(repr=False, compare=False)


def short(fingerprint: str) -> str:
    """Return the first 16 digits in groups of four, as printed in stamps and read out by telephone."""
    return " ".join(fingerprint[start : start + 4] for start in range(0, 16, 4))


def strength(passphrase: str, *words: str) -> int:
    """Return how hard the passphrase is to guess, 0 to 4 (zxcvbn); `words` are tried first."""
    from zxcvbn import zxcvbn

    if len(passphrase) < _SHORTEST_PASSPHRASE:
        return 0
    return int(zxcvbn(passphrase[:_ZXCVBN_READS], user_inputs=[word for word in words if word])["score"])


def new_identity(
    *,
    name: str,
    organisation: str = "",
    credit_code: str = "",
    passphrase: str,
    now: datetime,
) -> bytes:
    """Return a new EC P-256 key with a certificate issued by itself for five years, as PKCS#12.

    Raises SignerNameError, CreditCodeError, WeakPassphraseError.
    """
    from cryptography.hazmat.primitives.asymmetric import ec

    name = _nameable(name)
    organisation = _nameable(organisation) if organisation.strip() else ""
    credit_code = checked(credit_code) if credit_code.strip() else ""
    if strength(passphrase, name, organisation, credit_code) < STRONG_ENOUGH:
        raise WeakPassphraseError
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = _issued(_subject(name, organisation, credit_code), key, now)
    return lock(name, key, certificate, passphrase)


def open_identity(pkcs12: bytes, passphrase: str) -> Identity:
    """Return the identity that a PKCS#12 holds.

    Raises WrongPassphraseError, NotAnIdentityError, UnsuitableKeyError.
    """
    from cryptography.hazmat.primitives.serialization import Encoding

    content = unlock(pkcs12, passphrase)
    if content.key is None or content.cert is None:
        raise NotAnIdentityError
    certificate = content.cert.certificate.public_bytes(Encoding.DER)
    return Identity(
        signatory=describe(certificate),
        certificate=certificate,
        chain=tuple(other.certificate.public_bytes(Encoding.DER) for other in content.additional_certs),
        key=_suitable(content.key),
    )


def describe(certificate: bytes) -> Signatory:
    """Return what a certificate (DER) says about its holder.

    Raises NotAnIdentityError.
    """
    from asn1crypto.x509 import Certificate

    try:
        found = Certificate.load(certificate, strict=True)
        subject = found.subject
        register = _first(subject, "organization_identifier")
        return Signatory(
            name=_first(subject, "common_name"),
            organisation=_first(subject, "organization_name"),
            credit_code=register.removeprefix(_REGISTER) if register.startswith(_REGISTER) else "",
            fingerprint=hashlib.sha256(certificate).hexdigest().upper(),
            not_before=found.not_valid_before,
            not_after=found.not_valid_after,
            self_issued=found.issuer.dump() == subject.dump(),
        )
    except (ValueError, TypeError, KeyError, OverflowError) as error:
        raise NotAnIdentityError from error


def _nameable(name: str) -> str:
    tidy = unicodedata.normalize("NFC", name.strip())
    unseen = any(unicodedata.category(character) in _NOT_IN_NAMES for character in tidy)
    if not tidy or unseen or len(tidy) > LONGEST_NAME:
        raise SignerNameError(name=repr(name) if unseen else name, longest=LONGEST_NAME)
    return tidy


def _subject(name: str, organisation: str, credit_code: str) -> "x509.Name":
    from cryptography import x509
    from cryptography.x509.oid import NameOID

    parts = [
        (NameOID.COUNTRY_NAME, "CN"),
        (NameOID.ORGANIZATION_NAME, organisation),
        (NameOID.ORGANIZATION_IDENTIFIER, credit_code and _REGISTER + credit_code),
        (NameOID.COMMON_NAME, name),
    ]
    with warnings.catch_warnings():
        # cryptography takes the limit of X.520 as bytes; it is one of characters.
        warnings.simplefilter("ignore", UserWarning)
        return x509.Name([x509.NameAttribute(kind, value, _validate=False) for kind, value in parts if value])


def _issued(subject: "x509.Name", key: "EllipticCurvePrivateKey", now: datetime) -> "x509.Certificate":
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes

    # A day earlier, so that a clock which is set right later does not make the identity one of the future.
    start = now - timedelta(days=1)
    public = key.public_key()
    return (
        x509.CertificateBuilder(subject, subject, public, x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + timedelta(days=365 * _YEARS + 1))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_signing_only(), critical=True)
        # RFC 9336, id-kp-documentSigning
        .add_extension(x509.ExtendedKeyUsage([x509.ObjectIdentifier("1.3.6.1.5.5.7.3.36")]), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .sign(key, hashes.SHA256())
    )


def _signing_only() -> "x509.KeyUsage":
    from cryptography import x509

    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )


def _suitable(key: object) -> "PrivateKey":
    from cryptography.hazmat.primitives.asymmetric import ec, rsa

    if isinstance(key, ec.EllipticCurvePrivateKey) and isinstance(key.curve, ec.SECP256R1 | ec.SECP384R1):
        return key
    if isinstance(key, rsa.RSAPrivateKey) and key.key_size >= 2048:  # noqa: PLR2004, BSI TR-02102-1, NIST SP 800-131A
        return key
    raise UnsuitableKeyError


def _first(subject: "Asn1Name", kind: str) -> str:
    found = subject.native.get(kind, "")
    return shown(str(found[0] if isinstance(found, list) else found))
