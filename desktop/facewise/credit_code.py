"""The unified social credit code of a Chinese organisation (GB 32100-2015): is it written right."""

from typing import Final

from facewise.errors import N_, FacewiseError

_CHARACTERS: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_LENGTH: Final = 18


class CreditCodeError(FacewiseError):
    """The code cannot be a unified social credit code."""

    sentence = N_(
        "{code} is not a unified social credit code: it has 18 digits and capital letters, and the last one "
        "follows from the others. Copy it from the business licence, or leave the field empty."
    )


def check_character(code: str) -> str:
    """Return the 18th character that follows from the first 17 (GB 32100-2015, section 5.2.6 and annex B)."""
    total = sum(
        _CHARACTERS.index(character) * pow(3, place, 31)
        for place, character in enumerate(code[: _LENGTH - 1])
    )
    return _CHARACTERS[-total % 31]


def is_valid(code: str) -> bool:
    """Return whether this is a code of 18 permitted capitals and digits with the right check character."""
    return (
        len(code) == _LENGTH
        and all(character in _CHARACTERS for character in code)
        and code[-1] == check_character(code)
    )


def checked(code: str) -> str:
    """Return the code without blanks around it and in capitals.

    Raises CreditCodeError.
    """
    tidy = code.strip().upper()
    if not is_valid(tidy):
        raise CreditCodeError(code=code)
    return tidy
