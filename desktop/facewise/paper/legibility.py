"""From how far letters can be read: 20 minutes of arc for a hanzi, after NUREG-0700.

A hanzi 18 mm high is read from 3 m; a Latin capital, of simpler shape, needs 12 mm for that.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from facewise.i18n import Language
from facewise.paper.design import Size

Role: TypeAlias = Literal["headline", "ways", "facts"]

MM_PER_METRE: dict[Language, float] = {"zh": 6.0, "en": 4.0}
"""The height that letters need for each metre they are read from."""

LEAST: dict[Language, dict[Size, float]] = {
    "zh": {"A3": 18, "A4": 18, "A5": 13, "sticker": 13},
    "en": {"A3": 18, "A4": 18, "A5": 8.7, "sticker": 6},
}
"""The least height of a headline in mm: of hanzi, and of Latin capitals where a sign is in English."""

GOAL: dict[Language, float] = {"zh": 18, "en": 12}
"""The height in mm at which a headline is read from 3 m."""


@dataclass(frozen=True, slots=True)
class Readable:
    """A part of a sign: how high its letters are, in mm, and from how many metres they are read."""

    role: Role
    height: float
    metres: float


def readable(role: Role, height: float, language: Language) -> Readable:
    """Return from how far letters of a height are read, rounded down to a tenth of a metre."""
    return Readable(role, round(height, 1), int(height / MM_PER_METRE[language] * 10 + 1e-6) / 10)
