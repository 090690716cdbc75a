"""Passphrases in the key store of the system, if the user wants it; never in a file of ours."""

from typing import Final

_SERVICE: Final = "facewise"


def has_key_store() -> bool:
    """Return whether this system has a key store that the program can use."""
    import keyring
    from keyring.backends.fail import Keyring as NoKeyring

    return not isinstance(keyring.get_keyring(), NoKeyring)


def remember(fingerprint: str, passphrase: str) -> bool:
    """Return whether the system's key store took the passphrase of an identity."""
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(_SERVICE, fingerprint, passphrase)
    except KeyringError:
        return False
    return True


def remembered(fingerprint: str) -> str | None:
    """Return the passphrase of an identity, or None where the key store has none or there is no key store."""
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(_SERVICE, fingerprint)
    except KeyringError:
        return None


def forget(fingerprint: str) -> None:
    """Take the passphrase of an identity out of the key store, if it is there."""
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.delete_password(_SERVICE, fingerprint)
    except KeyringError:
        return
