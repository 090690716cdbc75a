"""The English of a questionnaire: a gettext catalogue in which each text stands under its context."""

import io
from dataclasses import dataclass
from pathlib import Path

from facewise.content.texts import Found


@dataclass(frozen=True, slots=True)
class Translation:
    """One entry of a catalogue: the Chinese, the English made from it, and whether that is settled."""

    zh: str
    en: str
    settled: bool


@dataclass(frozen=True, slots=True)
class English:
    """The catalogue of a pack, asked by context."""

    file: str
    translations: dict[str, Translation]

    def of(self, found: Found) -> str:
        """Return the English of a text; the Chinese itself while there is none that belongs to it.

        An English text of an older Chinese one may be wrong in law, so it is never shown.
        """
        known = self.translations.get(found.context)
        return known.en if known and known.settled and known.en and known.zh == found.zh else found.zh


def read_english(file: Path) -> English:
    """Return a catalogue; an empty one where there is no file."""
    if not file.is_file():
        return English(file.name, {})
    from babel.messages.pofile import read_po

    found = read_po(io.BytesIO(file.read_bytes()), locale="en")
    return English(
        file.name,
        {
            message.context: Translation(str(message.id), str(message.string or ""), not message.fuzzy)
            for message in found
            if message.context
        },
    )
