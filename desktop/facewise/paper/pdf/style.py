"""Measures, colours and the type scale of everything on paper; lengths in points (1/72 inch)."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, TypeAlias

Weight: TypeAlias = Literal["regular", "medium", "bold"]

MM = 72 / 25.4

INK = "#14181D"
SUB = "#4A5360"
ACCENT = "#0B4F8A"
RED_LINE = "#A32A00"
BREACH = "#E69F00"
BREACH_LINE = "#3D2B00"
WEAK = "#5B6470"
RULE = "#9AA4AF"
HAIR = "#CDD4DB"
WATERMARK = "#EEF0F3"
WHITE = "#FFFFFF"
BLACK = "#000000"

A4 = (210 * MM, 297 * MM)
LEFT, RIGHT, TOP, BOTTOM = 22 * MM, 18 * MM, 22 * MM, 21 * MM
HEADER, FOOTER = 15.6 * MM, 282.2 * MM  # the two rules, from the upper edge
WIDTH = A4[0] - LEFT - RIGHT

GAP, BOX_GAP, BLOCK_GAP = 4 * MM, 6 * MM, 8 * MM
RAIL, LABEL = 34 * MM, 16 * MM
BOTH_RAIL, BOTH_COLUMN = 26 * MM, 68 * MM

THIN, FINE, FIRM, STRONG = 0.5, 0.8, 1.0, 1.2  # rules


@dataclass(frozen=True, slots=True)
class Type:
    """A size of type: weight, size and leading in points, colour."""

    size: float
    leading: float
    weight: Weight = "regular"
    colour: str = INK

    @cache  # noqa: B019, the types of a document are few and small
    def but(self, *, weight: Weight | None = None, colour: str | None = None) -> "Type":
        """Return the same size in another weight or colour."""
        return replace(self, weight=weight or self.weight, colour=colour or self.colour)


@dataclass(frozen=True, slots=True)
class Use:
    """One use of type in both languages; English runs smaller than Chinese beside it."""

    zh: Type
    en: Type

    def __getitem__(self, language: Literal["zh", "en"]) -> Type:
        """Return the type of one language."""
        return self.zh if language == "zh" else self.en

    @cache  # noqa: B019
    def but(self, *, weight: Weight | None = None, colour: str | None = None) -> "Use":
        """Return the same use in another weight or colour."""
        return Use(self.zh.but(weight=weight, colour=colour), self.en.but(weight=weight, colour=colour))


def _use(
    zh: tuple[float, float], en: tuple[float, float], weight: Weight = "regular", colour: str = INK
) -> Use:
    return Use(Type(*zh, weight, colour), Type(*en, weight, colour))


COVER_TITLE = _use((31, 42), (27, 38), "bold")
COVER_SUBTITLE = _use((15, 24), (13, 20), colour=SUB)
COVER_GRADE = _use((30, 40), (26, 36), "bold")
SUMMARY_GRADE = _use((20, 28), (17, 25), "bold")
FACING_GRADE = _use((17, 24), (15, 22), "bold")
PAGE_TITLE = _use((19, 26), (18, 26), "bold")
GROUP_TITLE = _use((15, 22), (14, 22), "bold")
HEADING = _use((12.5, 18), (12, 18), "bold")
QUESTION = _use((11.5, 18), (10.5, 15.5), "bold")
LEAD = _use((10.5, 16.5), (9.5, 14.5))
BODY = _use((9.5, 15), (9, 13.5))
FORM = _use((10.5, 16), (9.5, 14.5))
CELL = _use((8.5, 13), (8.5, 12.5))
CELL_HEAD = _use((8, 11), (8, 11), "medium", SUB)
SMALL = _use((8.5, 12.5), (8, 11.5), colour=SUB)
REFERENCE = _use((8, 12), (8, 12), "medium", ACCENT)
RAIL_WORD = _use((11, 16), (10, 14.5), "medium")
RAIL_NOTE = _use((8, 12), (8, 11.5), colour=SUB)
FURNITURE = _use((7.5, 11), (7.5, 11), colour=SUB)
HASH = _use((7.5, 10.5), (7.5, 10.5))
NUMERAL = _use((15, 20), (15, 20), "bold", ACCENT)
LARGE = _use((16.5, 24), (16.5, 22.5))
LARGE_SECOND = _use((11, 14.5), (11, 14.5))
LARGE_HEAD = _use((19, 27), (18, 25), "bold")
LARGE_NUMERAL = _use((28, 32), (28, 32), "bold", ACCENT)
LARGE_BOTH = Use(LARGE_HEAD.zh, Type(11, 15, "bold"))
LARGE_WAYS = _use((30, 40), (26, 36), "bold")
