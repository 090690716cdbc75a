"""What a paper consists of, with no thought of how it is set: PDF, a word processor's file and HTML read it.

Every text is `Words`: a `Text` is shown in the edition's language (both where the edition is "both"), a `str`
is the same in both languages: a name, a number, a note. What nobody told us is `Ruled`, a line to write on.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Literal, TypeAlias

from facewise.i18n import Text

Words: TypeAlias = Text | str


@dataclass(frozen=True, slots=True)
class Ruled:
    """Lines to write on by hand; `hint` says what belongs there, if the label does not."""

    hint: Words = ""
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Tick:
    """An empty box to tick, in a table."""


Value: TypeAlias = Words | Ruled | tuple[Words | Ruled, ...]
"""One text or line to write on, or several one under the other; "" is a line to write on."""

Cell: TypeAlias = Value | Tick


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `strong` where it must be seen, `small` for what explains a form."""

    words: Words
    weight: Literal["plain", "strong", "small"] = "plain"


@dataclass(frozen=True, slots=True)
class Items:
    """A list, numbered where the order matters."""

    items: tuple[Words, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """What something is called and what it is."""

    label: Words
    value: Value = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts one under the other."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Blank:
    """A field of a form under its label, with its value if it is known; `share` of the line's width."""

    label: Words
    value: Words = ""
    share: float = 1


@dataclass(frozen=True, slots=True)
class Blanks:
    """Fields side by side; `signed` ones are high enough for a signature."""

    blanks: tuple[Blank, ...]
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """Equal boxes side by side, of which a person ticks one; none is ticked beforehand."""

    choices: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Ticks:
    """Small boxes, each with its words, of which any may be ticked; `other` has a line to write on."""

    choices: tuple[Words, ...]
    label: Words = ""
    other: Words = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: `width` in millimetres of 170 (0 shares the rest); `names` its rows, or not.

    `strong` is set larger: what a reader looks for first.
    """

    head: Words
    width: float = 0
    names: bool = False
    align: Literal["left", "right"] = "left"
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; in a row as many cells as there are columns."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of the law, exact, with the reference; a line break begins a paragraph."""

    words: Words
    reference: Words


@dataclass(frozen=True, slots=True)
class Ways:
    """The other ways that work, each with its pictogram: (id, words)."""

    ways: tuple[tuple[str, Words], ...]


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code of a text, what stands under it, and what it says to those who cannot see it."""

    content: Text
    caption: Words
    alt: Words


@dataclass(frozen=True, slots=True)
class Seal:
    """A place for the company's seal."""

    words: Words
    hint: Words = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Parts under a title; `number` stands before it (1, 一、); `ruled` sets it off with a rule above."""

    title: Words
    parts: "tuple[Part, ...]"
    number: Words = ""
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class Framed:
    """Parts in a frame, with a pictogram beside them; what a reader must see first."""

    parts: "tuple[Part, ...]"
    pictogram: str = ""


@dataclass(frozen=True, slots=True)
class Slip:
    """What is cut off along a dashed line at the foot, for the person to keep; a code stands on the right."""

    parts: "tuple[Part, ...]"
    code: Code | None = None


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins a page, unless `room` millimetres are left on this one (0: always)."""

    room: float = 0


Part: TypeAlias = (
    Section | Paragraph | Items | Facts | Blanks | Decision | Ticks | Table | Quotation | Ways | Code | Seal
    | Framed | Slip | NewPage
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SmallPrint:
    """What stands around every page: the law in short, number and questionnaire, page x of y, and set words.

    `page` has the fields {page} and {pages}; `blank` is the word for a line that is to be filled in.
    """

    law: Text
    numbered: Text
    page: Text
    blank: Text
    unofficial: Text
    program: Text
    sample: Text | None = None
    watermark: Text | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper: what it is, for which use ("" for the site), on which law it rests, and its parts.

    `laws` are full references; `sheet` says how it is set: as text, as a form that stays on one page where it
    can, or in print of 16 points and more. `made` has a zone.
    """

    id: str
    use: str
    number: str
    title: Text
    lead: Words
    laws: tuple[Text, ...]
    made: dt.datetime
    business: str
    place: str
    version: Text
    parts: tuple[Part, ...]
    small: SmallPrint
    sheet: Literal["text", "form", "large"] = "text"

    @property
    def name(self) -> str:
        """Return the name of its file, without what tells languages and formats apart: consent-gate."""
        return "-".join(filter(None, (self.id, self.use)))
