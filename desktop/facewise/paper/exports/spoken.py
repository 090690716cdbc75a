"""A text in an edition, where there is no room for two columns: one language, or one after the other."""

import re
from typing import Final

from facewise.i18n import Edition, Text

_FORBIDDEN: Final = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def spoken(text: Text | str, edition: Edition, between: str = "\n") -> str:
    """Return a text in an edition; what reads the same in both languages is said once."""
    if isinstance(text, str):
        return clean(text)
    if edition != "both":
        return clean(text[edition])
    return clean(text.zh if text.zh == text.en else f"{text.zh}{between}{text.en}")


def clean(text: str) -> str:
    """Return a text with a replacement character for each that XML forbids; only a foreign file has any."""
    return _FORBIDDEN.sub("\ufffd", text)
