"""What blocks consist of: marks, cells, columns, rows, facts, steps, blanks. Lengths are millimetres."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from facewise.paper.pdf.style import Use
from facewise.paper.pdf.words import Words


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark, grade or pictogram by the name of its drawing; `alt` is empty where a word stands beside it."""

    name: str
    alt: Words = ""


@dataclass(frozen=True, slots=True)
class Stacked:
    """Lines of a cell or a fact, the second and later ones small."""

    lines: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A mark and its words."""

    mark: Mark
    words: Words | Stacked
    size: float = 4.4


@dataclass(frozen=True, slots=True)
class Marks:
    """Marks in a row, wrapping; one `alt` says them all."""

    names: tuple[str, ...]
    alt: Words
    size: float = 3.5


@dataclass(frozen=True, slots=True)
class Bar:
    """A share of a whole (0 to 1): solid to `now`, hatched to `high`. Its figures stand in other cells."""

    now: float
    high: float


@dataclass(frozen=True, slots=True)
class Hash:
    """A hash in groups of eight at fixed distances; copies without gaps."""

    digits: str


@dataclass(frozen=True, slots=True)
class Tick:
    """An empty box to tick."""

    size: float = 3.8


@dataclass(frozen=True, slots=True)
class Ruled:
    """Lines to write on, with a small hint: above them, or `inline` before the first.

    `bare` is room without a rule, where a table's own lines do.
    """

    hint: Words = ""
    lines: int = 1
    bare: bool = False
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Several:
    """Texts and lines to write on, one under the other, all of one size."""

    cells: tuple[Words | Ruled, ...]


Cell: TypeAlias = Words | Stacked | Mark | Marked | Marks | Bar | Hash | Tick | Ruled | Several


@dataclass(frozen=True, slots=True)
class Column:
    """A column: width (0 shares the rest), type; `header` names its rows, `split` shows two languages."""

    head: Words
    width: float = 0
    align: Literal["left", "right"] = "left"
    use: Use | None = None
    header: bool = False
    split: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells."""

    cells: tuple[Cell, ...]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A title within a table, across all columns."""

    words: Words


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what it says."""

    label: Words
    value: Words | Stacked | Ruled | Several


@dataclass(frozen=True, slots=True)
class Step:
    """What to do, in a line, and how."""

    title: Words
    words: Words = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule across; dashed where paper is cut."""

    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Space:
    """Room."""

    height: float


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins a page, unless `room` millimetres are left on this one (0: always)."""

    room: float = 0
