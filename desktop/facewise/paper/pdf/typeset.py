"""Words become lines: runs of several types measured, broken and drawn as one paragraph."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Literal, NamedTuple, TypeAlias

from facewise.i18n import Language
from facewise.paper.pdf.annotations import Link
from facewise.paper.pdf.font import Box, face
from facewise.paper.pdf.lines import Span, fill
from facewise.paper.pdf.nodes import Node
from facewise.paper.pdf.style import Type, Weight
from facewise.paper.pdf.tagged import Page
from facewise.paper.pdf.words import PageNumbers, Spoken

Align: TypeAlias = Literal["left", "right", "centre"]

_RISE = 0.38  # from the middle of a hanzi's square down to the baseline, in ems


class Paragraph(NamedTuple):
    """A paragraph set to a width: its runs, where each begins, its lines, the width up to each character."""

    runs: tuple[Spoken, ...]
    starts: tuple[int, ...]
    reach: tuple[float, ...]
    lines: tuple[Span, ...]
    type: Type

    @property
    def widest(self) -> float:
        """The width of the longest line in points."""
        return max((self.reach[end] - self.reach[begin] for begin, end in self.lines), default=0)


def set_lines(runs: tuple[Spoken, ...], kind: Type, width: float) -> Paragraph:
    """Return runs as a paragraph of lines no wider than `width` points."""
    reach, lines = _broken(tuple([(run.text, run.type.weight, run.type.size) for run in runs]), width)
    starts = tuple(accumulate([len(run.text) for run in runs], initial=0))
    return Paragraph(runs, starts, reach, lines, kind)


@lru_cache(16384)
def _broken(
    runs: tuple[tuple[str, Weight, float], ...], width: float
) -> tuple[tuple[float, ...], tuple[Span, ...]]:
    """The width up to each character of runs, and their lines."""
    text = "".join([text for text, _, _ in runs])
    widths: list[float] = []
    for said, weight, size in runs:
        widths += map(face(weight).points[size].__getitem__, said)
    reach = tuple(accumulate(widths, initial=0.0))
    return reach, tuple(fill(text, reach, width))


def numbered(text: Paragraph, width: float, numbers: PageNumbers) -> Paragraph:
    """Return a paragraph set again with the page numbers whose places it kept."""
    runs = (run._replace(text=numbers.of(run.page), page=None) if run.page else run for run in text.runs)
    return set_lines(tuple(runs), text.type, width)


@dataclass(slots=True)
class Voice:
    """The node under which a paragraph speaks, the language around it, and the nodes of its runs."""

    node: Node
    language: Language
    _runs: dict[int, Node]

    @classmethod
    def of(cls, node: Node, language: Language) -> "Voice":
        """Return the voice of a node in surroundings of a language."""
        return cls(node, language, {})

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
    if len(text.runs) == 1 and align == "left":
        with page.inside(voice.of_run(0, text.runs[0])):
            _draw_plain(page, text, span, area)
        _link(page, text, span, area, voice, 0)
        return
    for index in range(len(text.runs)):
        stretches = [s for at in range(*span) if (s := _stretch(text, at, index))]
        if not stretches:
            continue
        with page.inside(voice.of_run(index, text.runs[index])):
            for at, begin, end in stretches:
                x, y = _place(text, at, at - span[0], begin, area, align)
                page.text(_said(text, index, begin, end), x, y, text.runs[index].type)
        _link(page, text, span, area, voice, index)


def _draw_plain(page: Page, text: Paragraph, span: Span, area: tuple[float, float, float]) -> None:
    run, (x, top, _) = text.runs[0], area
    shown = [run.text[begin:end] for begin, end in text.lines[span[0] : span[1]]]
    y = top - text.type.leading / 2 - _RISE * text.type.size
    page.lines(shown, x, y, run.type, text.type.leading)


def _stretch(text: Paragraph, line: int, run: int) -> tuple[int, int, int] | None:
    begin, end = text.lines[line]
    begin, end = max(begin, text.starts[run]), min(end, text.starts[run + 1])
    return (line, begin, end) if end > begin else None


def _said(text: Paragraph, run: int, begin: int, end: int) -> str:
    start = text.starts[run]
    return text.runs[run].text[begin - start : end - start]


def _place(
    text: Paragraph, line: int, row: int, begin: int, area: tuple[float, float, float], align: Align
) -> tuple[float, float]:
    x, top, width = area
    first, last = text.lines[line]
    spare = width - (text.reach[last] - text.reach[first])
    x += {"left": 0.0, "right": spare, "centre": spare / 2}[align] + text.reach[begin] - text.reach[first]
    return x, top - (row + 0.5) * text.type.leading - _RISE * text.type.size


def _link(
    page: Page, text: Paragraph, span: Span, area: tuple[float, float, float], voice: Voice, run: int
) -> None:
    spoken = text.runs[run]
    if not spoken.link:
        return
    for at in range(*span):
        if stretch := _stretch(text, at, run):
            _, begin, end = stretch
            x, y = _place(text, at, at - span[0], begin, area, "left")
            box = Box(x, y - 2, x + text.reach[end] - text.reach[begin], y + spoken.type.size)
            page.annotate(Link(box, spoken.link, spoken.text, voice.of_run(run, spoken)))


def plain(runs: Sequence[Spoken]) -> str:
    """Return what runs say, without their types."""
    return "".join(run.text for run in runs)
