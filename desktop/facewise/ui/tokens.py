"""The colours of the window, by what they are for; no other module of the window names one.

Contrast was measured (WCAG 2): text at least 4.5 on every ground it stands on, edges and shapes at least 3.
"""

from dataclasses import dataclass, fields
from typing import Literal, TypeAlias

Shade: TypeAlias = Literal["light", "dark"]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Tokens:
    """One theme: every colour as #RRGGBB. There are two, and either is only equal to itself."""

    shade: Shade
    ground: str
    side: str
    card: str
    tint: str
    ink: str
    text2: str
    text3: str
    accent: str
    pressed: str
    on_accent: str
    edge: str
    line: str
    handle: str
    met: str
    met_text: str
    partly: str
    partly_text: str
    gap: str
    gap_text: str
    red: str
    unknown: str
    band_met: str
    band_partly: str
    band_gap: str
    band_unknown: str

    def colours(self) -> dict[str, str]:
        """Return the colours by name."""
        return {field.name: getattr(self, field.name) for field in fields(self) if field.name != "shade"}


LIGHT = Tokens(
    shade="light",
    ground="#FFFFFF",
    side="#F4F6F8",
    card="#FFFFFF",
    tint="#E8F0F7",
    ink="#17212B",
    text2="#465361",
    text3="#5A6775",
    accent="#0B4F8A",
    pressed="#083D6B",
    on_accent="#FFFFFF",
    edge="#7B8794",
    line="#D5DCE3",
    handle="#A9B4BF",
    met="#0072B2",
    met_text="#00598C",
    partly="#E69F00",
    partly_text="#7A5300",
    gap="#D55E00",
    gap_text="#A34700",
    red="#A33A00",
    unknown="#5A6775",
    band_met="#E6F2F9",
    band_partly="#FDF3DC",
    band_gap="#FCEDE4",
    band_unknown="#EDF0F3",
)

DARK = Tokens(
    shade="dark",
    ground="#12171D",
    side="#171D24",
    card="#1C232B",
    tint="#1B3146",
    ink="#E9EEF3",
    text2="#B4BFCA",
    text3="#98A5B2",
    accent="#8CC3F4",
    pressed="#B3D8F9",
    on_accent="#0B1A29",
    edge="#76838F",
    line="#333E4A",
    handle="#5B6875",
    met="#56B4E9",
    met_text="#56B4E9",
    partly="#F5C542",
    partly_text="#F5C542",
    gap="#F0743A",
    gap_text="#FF9D5C",
    red="#F0743A",
    unknown="#98A5B2",
    band_met="#16303F",
    band_partly="#37290C",
    band_gap="#3A2114",
    band_unknown="#262F38",
)

THEMES = {"light": LIGHT, "dark": DARK}

PRINTED = {
    "#0B4F8A": "accent",
    "#A32A00": "red",
    "#E69F00": "partly",
    "#3D2B00": "partly_text",
    "#5B6470": "text2",
    "#fff": "card",
}
"""The colours of the printed marks (resources/pictograms), and what they become in the dark theme."""
