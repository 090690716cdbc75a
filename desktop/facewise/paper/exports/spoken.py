"""A text in an edition, where there is no room for two columns: one language, or one after the other."""

from facewise.i18n import Edition, Text


def spoken(text: Text | str, edition: Edition, between: str = "\n") -> str:
    """Return a text in an edition; what reads the same in both languages is said once."""
    if isinstance(text, str):
        return text
    if edition != "both":
        return text[edition]
    return text.zh if text.zh == text.en else f"{text.zh}{between}{text.en}"
