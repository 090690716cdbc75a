"""A key that never leaves its token (PKCS#11): a smart card, a USB token, or SoftHSM in tests.

The package `python-pkcs11` is an optional part of the program (`facewise[pkcs11]`); the vendor of a token
brings the library (.dll, .so) that speaks with it.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from facewise.errors import N_, FacewiseError
from facewise.signing.identities import Identity, UnsuitableKeyError, describe

_FEWEST_DIGITS: Final = 8
_CURVES: Final = {"secp256r1", "secp384r1"}
_SMALLEST_RSA: Final = 2048


class NoTokenSupportError(FacewiseError):
    """The optional package is not installed."""

    sentence = N_(
        "This program was installed without support for tokens; 'pip install facewise[pkcs11]' adds it."
    )


class TokenError(FacewiseError):
    """The token or its library does not do what it was asked."""

    sentence = N_(
        "The token could not be used ({why}). Check that it is plugged in, the library, and the PIN."
    )


class NoSuchTokenKeyError(FacewiseError):
    """The token has no certificate of this name or fingerprint with a key."""

    sentence = N_("The token has no certificate {name} with a key. It has: {names}.")


@dataclass(frozen=True, slots=True)
class TokenKey:
    """A private key in a token, as long as its session is open."""

    handle: Any = field(repr=False)
    is_elliptic: bool

    def signature(self, data: bytes) -> bytes:
        """Return the signature over SHA-256 of the data.

        Raises TokenError.
        """
        from pkcs11 import Mechanism, PKCS11Error
        from pkcs11.util.ec import encode_ecdsa_signature

        try:
            if not self.is_elliptic:
                return bytes(self.handle.sign(data, mechanism=Mechanism.SHA256_RSA_PKCS))
            # Many tokens, SoftHSM among them, know ECDSA only over a finished digest.
            digest = hashlib.sha256(data).digest()
            return bytes(encode_ecdsa_signature(self.handle.sign(digest, mechanism=Mechanism.ECDSA)))
        except PKCS11Error as error:
            raise TokenError(why=_why(error)) from error


@contextmanager
def token_identity(library: Path, pin: str, name: str = "") -> Iterator[Identity]:
    """Give the identity in the first token that a library finds, while its session is open.

    `name` is that in the certificate or its first digits; where there is one key, it may be left out.
    Raises NoTokenSupportError, TokenError, NoSuchTokenKeyError, UnsuitableKeyError.
    """
    try:
        import pkcs11
    except ImportError as error:
        raise NoTokenSupportError from error
    try:
        tokens = list(pkcs11.lib(str(library)).get_tokens())
        session = next(each for each in tokens if each.flags & pkcs11.TokenFlag.TOKEN_INITIALIZED).open(
            user_pin=pin
        )
    except StopIteration as error:
        raise TokenError(why="-") from error
    except (pkcs11.PKCS11Error, RuntimeError, OSError) as error:
        raise TokenError(why=_why(error)) from error
    with session:
        try:
            identity = _found(session, name)
        except pkcs11.PKCS11Error as error:
            raise TokenError(why=_why(error)) from error
        yield identity


def _found(session: Any, name: str) -> Identity:  # noqa: ANN401, python-pkcs11 brings no types
    from pkcs11 import Attribute, ObjectClass

    certificates = {
        bytes(each[Attribute.VALUE]): each[Attribute.ID]
        for each in session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE})
    }
    held = session.get_objects({Attribute.CLASS: ObjectClass.PRIVATE_KEY})
    keys = {each[Attribute.ID]: each for each in held}
    own = [each for each, number in certificates.items() if number in keys]
    matching = [each for each in own if _is_called(each, name)]
    if len(matching) != 1:
        names = ", ".join(describe(each).name for each in own) or "-"
        raise NoSuchTokenKeyError(name=name or "-", names=names)
    chosen = matching[0]
    key = TokenKey(keys[certificates[chosen]], is_elliptic=_is_elliptic(chosen))
    return Identity(describe(chosen), chosen, _above(chosen, set(certificates)), key)


def _above(certificate: bytes, others: set[bytes]) -> tuple[bytes, ...]:
    """Return the certificates that issued one another, from the one above a certificate up."""
    from asn1crypto.x509 import Certificate

    left, chain = others - {certificate}, [certificate]
    while True:
        issuer = Certificate.load(chain[-1]).issuer
        found = sorted(each for each in left if Certificate.load(each).subject == issuer)
        if not found:
            return tuple(chain[1:])
        chain.append(found[0])
        left.remove(found[0])


def _is_called(certificate: bytes, name: str) -> bool:
    who = describe(certificate)
    digits = name.replace(" ", "").upper()
    by_digits = len(digits) >= _FEWEST_DIGITS and who.fingerprint.startswith(digits)
    return not name or who.name == name or by_digits


def _is_elliptic(certificate: bytes) -> bool:
    from asn1crypto.x509 import Certificate

    public = Certificate.load(certificate).public_key
    if public.algorithm == "ec" and public.curve[1] in _CURVES:
        return True
    if public.algorithm == "rsa" and public.bit_size >= _SMALLEST_RSA:
        return False
    raise UnsuitableKeyError


def _why(error: Exception) -> str:
    return str(error) or type(error).__name__
