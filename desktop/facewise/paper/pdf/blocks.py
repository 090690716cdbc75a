"""What a document consists of, as data: titles, paragraphs, quotations, tables, findings, figures, boxes.

Lengths are millimetres. Every text is `Words`: a plain `str` is in the document's main language, a `Text` is
shown in the edition's language, and side by side where the edition is "both".
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from facewise.paper.pdf import style
from facewise.paper.pdf.fields import (
    Blank,
    Blanks,
    Choices,
    Headline,
    Line,
    NumberHead,
    Seal,
    Signature,
    Ticks,
    WayRow,
)
from facewise.paper.pdf.parts import (
    Bar,
    Cell,
    Column,
    Fact,
    GroupRow,
    Hash,
    Mark,
    Marked,
    Marks,
    NewPage,
    Row,
    Rule,
    Ruled,
    Several,
    Space,
    Stacked,
    Step,
    Tick,
)
from facewise.paper.pdf.style import Use
from facewise.paper.pdf.words import Words

__all__ = [  # what lies in the rooms of parts and fields is found here too
    "Bar", "Blank", "Blanks", "Cell", "Choices", "Column", "Fact", "GroupRow", "Hash", "Headline", "Line",
    "Mark", "Marked", "Marks", "NewPage", "NumberHead", "Row", "Rule", "Ruled", "Seal", "Several",
    "Signature", "Space", "Stacked", "Step", "Tick", "Ticks", "WayRow",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class PageTitle:
    """A title that begins a page, unless it `runs_on` and much is free; `continued`: said again later."""

    words: Words
    lead: Words = ""
    anchor: str = ""
    rule: bool = False
    continued: Words = ""
    runs_on: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 2 (15 pt), 3 (12.5 pt) or as `use` says; `grade`, a shape, and `after` follow it."""

    words: Words
    level: Literal[2, 3] = 2
    anchor: str = ""
    rule: bool = False
    continued: Words = ""
    grade: str = ""
    after: Words = ""
    bookmark: bool = True
    use: Use | None = None


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; users' notes (`note`) divide above 18 lines only, with three lines on each side.

    With `second`, English stands under the Chinese in that type, not beside it.
    """

    words: Words
    use: Use = style.BODY
    keep_with_next: bool = False
    before: float = 0
    note: bool = False
    second: Use | None = None


@dataclass(frozen=True, slots=True)
class Items:
    """A list; without `labels` its items have small squares."""

    items: tuple[Words, ...]
    labels: tuple[Words, ...] = ()
    use: Use = style.BODY


@dataclass(frozen=True, slots=True)
class Steps:
    """Steps with large numerals."""

    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: bar on the left, paragraphs, reference. With an ink bar it is a statement of ours."""

    paragraphs: tuple[Words, ...]
    reference: Words = ""
    bar: str = style.ACCENT
    use: Use = style.BODY


@dataclass(frozen=True, slots=True)
class Table:
    """A table; its header is repeated on each page. `dense` rows stand closer."""

    columns: tuple[Column, ...]
    rows: tuple[Row | GroupRow, ...]
    dense: bool = False
    gap: float = 3


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels in the rail with their values beside them, between hairlines."""

    facts: tuple[Fact, ...]
    use: Use = style.BODY
    before: float = 0


@dataclass(frozen=True, slots=True)
class Detail:
    """A row of a finding: label and text or quotations."""

    label: Words
    content: tuple[Words | Quote, ...]
    note: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding: mark, state, code, place and date in the rail; question, answer and details beside it.

    Divided only between details (notes by lines); then it says `continues` at the foot and `continued` on the
    next page.
    """

    mark: str
    state: Words
    code: str
    question: Words
    answer: Words
    sentence: Words
    details: tuple[Detail, ...]
    where: Words = ""
    due_label: Words = ""
    due: Words = ""
    continued: Words = ""
    continues: Words = ""
    anchor: str = ""
    level: Literal[2, 3] = 2


@dataclass(frozen=True, slots=True)
class Legend:
    """What marks mean, in a row, and a note."""

    items: tuple[Marked, ...]
    note: Words = ""


@dataclass(frozen=True, slots=True)
class GradeHead:
    """The grade's shape in the rail, its words large, a text; `cover` is larger, with `over` and `strip`."""

    letter: str
    alt: Words
    words: Words
    paragraphs: tuple[Words, ...] = ()
    over: Words = ""
    cover: bool = False
    strip: tuple[tuple[str, Words], ...] = ()


@dataclass(frozen=True, slots=True)
class ScoreBar:
    """A score from 0 to 100: solid to `now`, hatched to `high`, with both figures above and ticks below."""

    now: float
    high: float
    now_words: Words
    high_words: Words
    alt: Words
    ticks: tuple[int, ...] = (0, 60, 75, 90, 100)


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code of a text, and what stands in it."""

    text: str
    alt: Words
    caption: Words = ""
    size: float = 40
    error: Literal["L", "M", "Q", "H"] = "M"


@dataclass(frozen=True, slots=True)
class Picture:
    """A pictogram by name."""

    name: str
    alt: Words
    size: float = 12


@dataclass(frozen=True, slots=True)
class Part:
    """A column of blocks, `width` wide (0 shares what is left)."""

    blocks: "tuple[Block, ...]"
    width: float = 0


@dataclass(frozen=True, slots=True)
class Columns:
    """Blocks side by side, on one page."""

    parts: tuple[Part, ...]
    gap: float = 8


@dataclass(frozen=True, slots=True)
class Indented:
    """Blocks moved to the right by so much; divided over pages as they would be without."""

    blocks: "tuple[Block, ...]"
    by: float


@dataclass(frozen=True, slots=True)
class Framed:
    """Blocks in a frame, on one page."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Together:
    """Blocks that stay on one page."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class OnePage:
    """Blocks that take one page, their distances shrinking if they must; longer ones go on all the same."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class AtFoot:
    """Blocks at the foot of the page."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class CoverHead:
    """The programme's mark and name, a number on the right, the thick rule."""

    brand: Words
    right: Words = ""


@dataclass(frozen=True, slots=True)
class CoverTitle:
    """The title of the document and a line below it."""

    title: Words
    subtitle: Words = ""


Block: TypeAlias = (
    PageTitle | Heading | Para | Items | Steps | Quote | Table | Facts | Finding | Legend | GradeHead
    | ScoreBar | QrCode | Picture | Signature | Seal | Blanks | Ticks | Columns | Framed | Together
    | OnePage | AtFoot | CoverHead | CoverTitle | Rule | Space | NewPage | Choices | WayRow | Headline | Line
    | NumberHead | Indented
)  # fmt: skip
