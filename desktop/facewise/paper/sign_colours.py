"""The colours a sign can have: apart from each other for every kind of colour vision, letters at 7:1 on each.

Measured as Machado 2009 sees colour blindness; the smallest distance of two (CIE76) is 34.
"""

from dataclasses import dataclass

from facewise.i18n import Text
from facewise.paper.design import ColourName


@dataclass(frozen=True, slots=True)
class SignColour:
    """The colour of a panel, of what stands on it, and of the watermark on it."""

    ground: str
    on: str
    faint: str
    words: Text


COLOURS: dict[ColourName, SignColour] = {
    "blue": SignColour("#0B4F8A", "#FFFFFF", "#0A4376", Text("蓝色", "Blue")),
    "rust": SignColour("#8A3300", "#FFFFFF", "#762B00", Text("赭红", "Rust")),
    "black": SignColour("#14181D", "#FFFFFF", "#262C33", Text("黑色", "Black")),
    "amber": SignColour("#E69F00", "#14181D", "#F0AE1E", Text("琥珀黄", "Amber")),
}
