"""Asking for passphrases: from standard input, the system's key store, or the keyboard; never an argument."""

import getpass
import sys
import warnings

from facewise.errors import N_, FacewiseError
from facewise.i18n import _


class NoPassphraseError(FacewiseError):
    """Nobody is there to type a passphrase."""

    sentence = N_(
        "A passphrase is needed and there is no keyboard to ask at. Pass it as one line of standard input, "
        "with --passphrase-stdin."
    )


class DifferentPassphrasesError(FacewiseError):
    """The two passphrases are not the same."""

    sentence = N_("The two passphrases differ. Start again and type the same one twice.")


def passphrase(prompt: str, *, from_stdin: bool) -> str:
    """Return a passphrase that is there already.

    Raises NoPassphraseError.
    """
    return _first_line() if from_stdin else _typed(prompt)


def new_passphrase(*, from_stdin: bool) -> str:
    """Return a new passphrase, typed twice.

    Raises NoPassphraseError, DifferentPassphrasesError.
    """
    if from_stdin:
        return _first_line()
    first = _typed(_("A passphrase that protects your key: "))
    if first != _typed(_("The same again: ")):
        raise DifferentPassphrasesError
    return first


def _first_line() -> str:
    """Return the first line as UTF-8, whatever the console's own code page is."""
    stream = getattr(sys.stdin, "buffer", None)
    line: bytes = stream.readline() if stream else b""
    try:
        said = line.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise NoPassphraseError from error
    if not said:
        raise NoPassphraseError
    return said


def _typed(prompt: str) -> str:
    """Ask at the keyboard, and never where what is typed would show."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return getpass.getpass(prompt)
        except (getpass.GetPassWarning, EOFError, OSError) as error:
            raise NoPassphraseError from error
