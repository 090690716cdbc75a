"""Words become lines: runs of several types measured, broken and drawn as one paragraph."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import Literal, NamedTuple, TypeAlias

from facewise.i18n import Language
from facewise.paper.pdf.annotations import Link
from facewise.paper.pdf.font import Box, face
from facewise.paper.pdf.lines import Span, fill
from facewise.paper.pdf.nodes import Node
from facewise.paper.pdf.style import Type
from facewise.paper.pdf.tagged import Page
from facewise.paper.pdf.words import PageNumbers, Spoken

Align: TypeAlias = Literal["left", "right", "centre"]

_RISE = 0.38  # from the middle of a hanzi's square down to the baseline, in ems
_SHARES: dict[Align, float] = {"left": 0, "centre": 0.5, "right": 1}  # of the room to spare, before a line


class Stretch(NamedTuple):
    """What a line holds of a run: where from the line's beginning, and how wide, in points."""

    run: int
    x: float
    width: float
    text: str


class Line(NamedTuple):
    """A line: its characters, its width in points, its stretches; of a single run one, even if empty."""

    span: Span
    width: float
    stretches: tuple[Stretch, ...]


class Paragraph(NamedTuple):
    """A paragraph set to a width: its runs and its lines."""

    runs: tuple[Spoken, ...]
    lines: tuple[Line, ...]
    type: Type
    plain: tuple[str, ...]
    """The text of each line, where all is one run that leads nowhere."""

    @property
    def widest(self) -> float:
        """The width of the longest line in points."""
        return max([line.width for line in self.lines], default=0)


def set_lines(runs: tuple[Spoken, ...], kind: Type, width: float) -> Paragraph:
    """Return runs as a paragraph of lines no wider than `width` points."""
    lines = _broken(runs, width)
    plain = [line.stretches[0].text for line in lines] if len(runs) == 1 and not runs[0].link else []
    return Paragraph(runs, lines, kind, tuple(plain))


def _broken(runs: tuple[Spoken, ...], width: float) -> tuple[Line, ...]:
    widths: list[float] = []
    for run in runs:
        widths += map(face(run.type.weight).points[run.type.size].__getitem__, run.text)
    reach = list(accumulate(widths, initial=0.0))
    text = "".join([run.text for run in runs])
    starts = list(accumulate([len(run.text) for run in runs], initial=0))
    return tuple([_line(text, span, starts, reach) for span in fill(text, reach, width)])


def _line(text: str, span: Span, starts: Sequence[int], reach: Sequence[float]) -> Line:
    begin, end = span
    width = reach[end] - reach[begin]
    if len(starts) == 2:  # noqa: PLR2004, beginning and end of a single run
        return Line(span, width, (Stretch(0, 0, width, text[begin:end]),))
    parts = [(run, max(begin, first), min(end, last)) for run, (first, last) in enumerate(pairwise(starts))]
    return Line(
        span,
        width,
        tuple(
            [
                Stretch(run, reach[first] - reach[begin], reach[last] - reach[first], text[first:last])
                for run, first, last in parts
                if last > first
            ]
        ),
    )


def numbered(text: Paragraph, width: float, numbers: PageNumbers) -> Paragraph:
    """Return a paragraph set again with the page numbers whose places it kept."""
    runs = (run._replace(text=numbers.of(run.page), page=None) if run.page else run for run in text.runs)
    return set_lines(tuple(runs), text.type, width)


@dataclass(slots=True)
class Voice:
    """The node under which a paragraph speaks, the language around it, and the nodes of its runs."""

    node: Node
    language: Language
    _runs: dict[int, Node] = field(default_factory=dict)

    def of_run(self, index: int, run: Spoken) -> Node:
        """Return the node for a run: its own where it leads somewhere or is in another language."""
        if not run.link and run.language == self.language:
            return self.node
        if index not in self._runs:
            other = run.language if run.language != self.language else None
            self._runs[index] = Node("Link" if run.link else "Span", self.node, other)
        return self._runs[index]


def draw_lines(
    page: Page, text: Paragraph, span: Span, area: tuple[float, float, float], align: Align, voice: Voice
) -> None:
    """Draw the lines from `span[0]` to before `span[1]`; `area` is x, top and width in points."""
    x, top, width = area
    kind, which, share = text.type, slice(*span), _SHARES[align]
    first = top - kind.leading / 2 - _RISE * kind.size
    if text.plain and not share:
        page.say(voice.of_run(0, text.runs[0]), text.plain[which], x, first, text.runs[0].type)
        return
    placed = [
        (stretch, x + (width - line.width) * share + stretch.x, first - row * kind.leading)
        for row, line in enumerate(text.lines[which])
        for stretch in line.stretches
    ]
    for index, run in enumerate(text.runs):
        if own := [one for one in placed if one[0].run == index]:
            _draw_run(page, run, own, voice.of_run(index, run))


def _draw_run(page: Page, run: Spoken, placed: Sequence[tuple[Stretch, float, float]], node: Node) -> None:
    with page.inside(node):
        for stretch, x, y in placed:
            page.text(stretch.text, x, y, run.type)
    if run.link:
        for stretch, x, y in placed:
            area = Box(x, y - 2, x + stretch.width, y + run.type.size)
            page.annotate(Link(area, run.link, run.text, node))


def plain(runs: Sequence[Spoken]) -> str:
    """Return what runs say, without their types."""
    return "".join(run.text for run in runs)
