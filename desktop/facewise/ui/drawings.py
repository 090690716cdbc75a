"""The drawings of the window, as SVG in the colours of a theme; without Qt."""

import re
from functools import lru_cache
from typing import Literal, TypeAlias

from facewise import data
from facewise.ui.tokens import LIGHT, PRINTED, Tokens

Colour: TypeAlias = str
"""The name of a token, such as `accent`."""
Family: TypeAlias = Literal["icons", "shapes", "pictograms"]

STROKE = 1.75


@lru_cache(maxsize=512)
def _source(family: Family, name: str) -> str:
    return (data.folder("resources") / family / f"{name}.svg").read_text("utf-8")


def drawing(family: Family, name: str, tokens: Tokens, colour: Colour) -> str:
    """Return a drawing in the colours of a theme; `colour` is for outlines, others have their own."""
    source = _source(family, name)
    if family == "icons":
        painted = source.replace("currentColor", tokens.colours()[colour])
        return painted.replace('stroke-width="2"', f'stroke-width="{STROKE}"', 1)
    return source if tokens is LIGHT else _recolour(source, tokens)


def in_size(source: str, pixels: int) -> str:
    """Return a drawing that says to be so many pixels wide and high."""
    start = source.index("<svg")
    head, close, rest = source[start:].partition(">")
    sized = re.sub(r'\s(?:width|height)="[^"]*"', "", head)
    return f'{sized} width="{pixels}" height="{pixels}"{close}{rest}'


def _recolour(source: str, tokens: Tokens) -> str:
    """Replace the colours of the light theme (and of print) by another theme's, each by its meaning."""
    colours = tokens.colours()
    new = {old: colours[name] for name, old in LIGHT.colours().items() if name not in ("ground", "card")}
    new |= {old: colours[name] for old, name in PRINTED.items()}
    known = re.compile("|".join(sorted(map(re.escape, new), key=len, reverse=True)))
    return known.sub(lambda found: new[found.group()], source)
