"""What is filled in, signed and sealed, as blocks. Lengths are millimetres."""

from dataclasses import dataclass

from facewise.paper.pdf import style
from facewise.paper.pdf.style import Use
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


@dataclass(frozen=True, slots=True)
class Choices:
    """Small boxes in rows, each with its word, after a label; `other` has a line to write on behind it."""

    choices: tuple[Words, ...]
    label: Words = ""
    other: Words = ""
    use: Use = style.FORM


@dataclass(frozen=True, slots=True)
class WayRow:
    """Ways, all of the same size: the name of a pictogram and the word beside it."""

    ways: tuple[tuple[str, Words], ...]
    use: Use = style.HEADING
    second: Use | None = None


@dataclass(frozen=True, slots=True)
class Headline:
    """The title of what is put up, as large as fits, up to `size` points; English smaller under Chinese."""

    words: Words
    under: Words = ""
    size: float = 66


@dataclass(frozen=True, slots=True)
class NumberHead:
    """A heading of level 2 in large print with its number in the rail."""

    number: Words
    words: Words
    use: Use
    numeral: Use
    rail: float = 14


@dataclass(frozen=True, slots=True)
class Line:
    """Words in large print and behind them a line to write on."""

    words: Words
    use: Use
    second: Use
