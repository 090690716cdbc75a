"""What people type, tidied or refused: everything that is accepted is printed completely."""

import unicodedata
from typing import Final

from facewise.errors import N_, FacewiseError

LINE_LIMIT: Final = 500
NOTE_LIMIT: Final = 10_000
_NEW_IDEOGRAPHS: Final = range(0x20000, 0x3FFFE)
_WIDE: Final = "\u3000"
"""The ideographic space, which paper shows as it is; all others become the plain one."""
_VARIANTS: Final = {*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)}
_INVISIBLE: Final = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


class HiddenCharacterError(FacewiseError):
    """A character that cannot be seen and so cannot be printed."""

    sentence = N_(
        "There is a hidden character ({code}) after '{before}'. Delete it there, or type the text again "
        "instead of pasting it."
    )


class TooLongError(FacewiseError):
    """More than a field holds."""

    sentence = N_("This is {length} characters long; at most {limit} fit here. Shorten it.")


def line(text: str) -> str:
    """Return a text of one line without blanks around it; line breaks and tabs become spaces.

    Raises HiddenCharacterError, TooLongError.
    """
    return _checked(" ".join(text.split()) if _breaks(text) else text.strip(), LINE_LIMIT)


def note(text: str) -> str:
    """Return a text that may have several lines, without blanks at its ends; tabs become spaces.

    Raises HiddenCharacterError, TooLongError.
    """
    lines = text.replace("\t", " ").splitlines()
    return _checked("\n".join(part.rstrip() for part in lines).strip(), NOTE_LIMIT, keep="\n")


def shown(text: str) -> str:
    """Return what somebody else wrote as one line that can be shown: what cannot be seen is a U+FFFD.

    A name in a certificate could else move the cursor, turn the line round, or begin a line of its own.
    """
    plain = " ".join(text[:LINE_LIMIT].split())
    return "".join("\ufffd" if _is_hidden(character) else character for character in plain)


def _breaks(text: str) -> bool:
    return any(character in text for character in "\r\n\t")


def _checked(text: str, limit: int, keep: str = "") -> str:
    if len(text) > limit:
        raise TooLongError(length=len(text), limit=limit)
    for place, character in enumerate(text):
        if character not in keep and _is_hidden(character):
            raise HiddenCharacterError(code=f"U+{ord(character):04X}", before=text[max(0, place - 8) : place])
    return "".join(" " if unicodedata.category(each) == "Zs" and each != _WIDE else each for each in text)


def _is_hidden(character: str) -> bool:
    invisible = unicodedata.category(character) in _INVISIBLE and not _is_new(character)
    return invisible or ord(character) in _VARIANTS


def _is_new(character: str) -> bool:
    """Ideographs newer than Python's tables look unassigned but are real: planes 2 and 3 are theirs."""
    return ord(character) in _NEW_IDEOGRAPHS
