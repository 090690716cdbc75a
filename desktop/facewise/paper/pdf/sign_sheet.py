"""The sheet a sign is laid out on: in the units of an A4 sheet, then drawn as large as the sheet is."""

from dataclasses import dataclass

from facewise.paper.design import Design, Size
from facewise.paper.legibility import GOAL, LEAST
from facewise.paper.pdf import style
from facewise.paper.pdf.style import MM
from facewise.paper.pdf.words import main_language
from facewise.paper.sign_colours import COLOURS, SignColour

BLEED = 3 * MM
"""How far what is cut off reaches beyond the edge."""

_EDGES: dict[Size, tuple[float, float]] = {
    "A3": (297 * MM, 420 * MM),
    "A4": style.A4,
    "A5": (148 * MM, 210 * MM),
    "sticker": (100 * MM, 100 * MM),
}
_SMALLEST = 7.5  # points on paper
_FRAME, _MARGIN = 8 * MM, 16 * MM
_FOOT, _LOGO_ROW, _SAMPLE_ROW = 19.5 * MM, 14 * MM, 8 * MM


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet in points of its layout; `scale` makes them points on paper."""

    design: Design
    wide: float
    tall: float
    scale: float
    sample: bool = False

    @property
    def colour(self) -> SignColour:
        """The colours."""
        return COLOURS[self.design.colour]

    @property
    def is_wide(self) -> bool:
        """Whether it lies on its long side."""
        return self.wide > self.tall

    @property
    def frame(self) -> float:
        """How far the frame stands from the edge: office printers do not reach it, print shops do."""
        return 0 if self.design.bleed else _FRAME

    @property
    def margin(self) -> float:
        """How far text stands from the edge."""
        return _MARGIN

    @property
    def inner(self) -> float:
        """The width for text."""
        return self.wide - 2 * _MARGIN

    @property
    def foot(self) -> float:
        """What the foot takes from the lower edge, with the logo and the sample's box if there are any."""
        boxed = _SAMPLE_ROW if self.sample and not self.has_room else 0
        return _FOOT + (_LOGO_ROW if self.design.logo else boxed)

    @property
    def has_room(self) -> bool:
        """Whether article, sample's box and number stand on one line in the foot."""
        return self.scale >= 1 and not self.is_wide

    @property
    def bleed(self) -> float:
        """How far grounds reach beyond the edge."""
        return BLEED / self.scale if self.design.bleed else 0

    def at_least(self, size: float) -> float:
        """Return a size of type, no smaller than can be read on paper."""
        return max(size, _SMALLEST / self.scale)

    def goal(self) -> float:
        """Return the height at which the headline's lines are broken no further."""
        language = main_language(self.design.edition) if self.scale < 1 else "zh"
        return max(GOAL[language] * MM / min(self.scale, 1), self.least())

    def least(self) -> float:
        """Return the height below which the headline is refused."""
        return LEAST[main_language(self.design.edition)][self.design.size] * MM / self.scale


def sheet_of(design: Design, *, sample: bool = False) -> Sheet:
    """Return the sheet of a design, perhaps for a sample; a sticker is a square and lies on no long side."""
    wide, tall = edges(design)
    scale = 1.0 if design.size == "sticker" else min(wide, tall) / style.A4[0]
    return Sheet(design, wide / scale, tall / scale, scale, sample)


def edges(design: Design) -> tuple[float, float]:
    """Return width and height of a design on paper, in points."""
    short, long = _EDGES[design.size]
    return (long, short) if design.landscape else (short, long)
