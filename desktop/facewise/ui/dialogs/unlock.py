"""Getting at an identity: one that is kept here, a new one, a file of an authority, or a key in a token."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path

from facewise.errors import FacewiseError
from facewise.signing.identities import Identity, Signatory, new_identity, open_identity
from facewise.store import passphrases
from facewise.store.identities import Kept, keep
from facewise.store.reading import read_file

LARGEST_IDENTITY = 1024 * 1024


@dataclass(frozen=True, slots=True)
class NewIdentity:
    """What a new identity is made of."""

    name: str
    organisation: str
    credit_code: str
    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Token:
    """Where a key lies that never leaves its token: the library that speaks with it, the PIN, whose it is."""

    library: Path
    pin: str = field(repr=False)
    name: str = ""


@dataclass(frozen=True, slots=True)
class Unlocked:
    """Whose identity it is, and how to open it: `identity` is None while its passphrase is not known.

    `was_remembered` is None where nobody asked the key store to take the passphrase.
    """

    signatory: Signatory
    kept: Kept | None = None
    identity: Identity | None = None
    token: Token | None = None
    was_remembered: bool | None = None

    @property
    def needs_secret(self) -> bool:
        """Whether the passphrase is to be asked for."""
        return self.identity is None and self.token is None

    @contextmanager
    def opened(self, secret: str) -> Iterator[Identity]:
        """Give the identity, opened with a passphrase where that is needed.

        Raises WrongPassphraseError, and what `token_identity` raises.
        """
        if self.token is not None:
            from facewise.signing.token import token_identity

            with token_identity(self.token.library, self.token.pin, self.signatory.fingerprint) as found:
                yield found
        elif self.identity is not None:
            yield self.identity
        elif self.kept is not None:
            yield open_identity(self.kept.read(), secret)


def remembered(chosen: Kept) -> Unlocked:
    """Return an identity, opened with the passphrase of the key store; a wrong one is asked for anew."""
    secret = passphrases.remembered(chosen.signatory.fingerprint)
    if secret is None:
        return Unlocked(chosen.signatory, chosen)
    try:
        return Unlocked(chosen.signatory, chosen, open_identity(chosen.read(), secret))
    except FacewiseError:
        return Unlocked(chosen.signatory, chosen)


def made(told: NewIdentity, now: datetime, *, remember: bool) -> Unlocked:
    """Return a new identity, which is then kept on this computer.

    Raises what `new_identity` raises, and NotWrittenError.
    """
    p12 = new_identity(
        name=told.name,
        organisation=told.organisation,
        credit_code=told.credit_code,
        passphrase=told.passphrase,
        now=now,
    )
    return _kept(p12, told.passphrase, remember=remember)


def imported(path: Path, secret: str, *, remember: bool) -> Unlocked:
    """Return the identity of a file, which is then kept on this computer.

    Raises what `read_file` and `open_identity` raise, and NotWrittenError.
    """
    return _kept(read_file(path, LARGEST_IDENTITY), secret, remember=remember)


def in_token(token: Token) -> Unlocked:
    """Return whose key lies in a token.

    Raises what `token_identity` raises.
    """
    from facewise.signing.token import token_identity

    with token_identity(token.library, token.pin, token.name) as found:
        return Unlocked(found.signatory, token=token)


def has_tokens() -> bool:
    """Return whether the optional package for tokens is installed."""
    return find_spec("pkcs11") is not None


def _kept(p12: bytes, secret: str, *, remember: bool) -> Unlocked:
    identity = open_identity(p12, secret)  # proves that it opens before it is kept
    took = passphrases.remember(identity.signatory.fingerprint, secret) if remember else None
    return Unlocked(identity.signatory, keep(p12, identity.certificate), identity, was_remembered=took)
