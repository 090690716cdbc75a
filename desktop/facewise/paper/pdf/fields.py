"""What is filled in, signed and sealed, as blocks. Lengths are millimetres."""

from dataclasses import dataclass

from facewise.paper.pdf.words import Words


@dataclass(frozen=True, slots=True)
class Signature:
    """A box with an empty signature field, a label above, a note below; `tooltip` is its spoken name."""

    name: str
    label: Words
    tooltip: str
    note: Words = ""
    height: float = 56


@dataclass(frozen=True, slots=True)
class Seal:
    """A square for a seal, with a dashed circle of 42 mm and words in it."""

    words: Words
    hint: Words = ""
    size: float = 74


@dataclass(frozen=True, slots=True)
class Blank:
    """A line to write on under its label, with a value if it is known."""

    label: Words
    value: Words = ""
    share: float = 1


@dataclass(frozen=True, slots=True)
class Blanks:
    """Blanks side by side."""

    blanks: tuple[Blank, ...]
    height: float = 16


@dataclass(frozen=True, slots=True)
class Ticks:
    """Equal boxes side by side, each with a square to tick and its word."""

    choices: tuple[Words, ...]
