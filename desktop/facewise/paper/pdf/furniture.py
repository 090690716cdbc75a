"""What stands on every page around the text: head, foot, the word "draft", letters behind the page."""

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate
from math import sqrt

from facewise.paper.pdf import style
from facewise.paper.pdf.boxes import Lines, aligned
from facewise.paper.pdf.canvas import numerals, traced
from facewise.paper.pdf.font import Box, ink, outline
from facewise.paper.pdf.nodes import Node
from facewise.paper.pdf.objects import deflated
from facewise.paper.pdf.setting import Setting
from facewise.paper.pdf.style import MM
from facewise.paper.pdf.tagged import Page
from facewise.paper.pdf.typeset import set_lines
from facewise.paper.pdf.words import Words, empty

_LETTERS, _DIAGONAL, _CLEAR = 38 * MM, 250 * MM, 12.0
_DRAFT = style.FURNITURE.but(weight="bold", colour=style.INK)


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands at the head and the foot of each page; `draft` is boxed above, `notice` below.

    `page` is usually words with `PageHere` and `PageOf` in them; `notice` shares its line with 下页续.
    """

    left: Words = ""
    right: Words = ""
    foot_left: Words = ""
    foot_middle: Words = ""
    page: Words = ""
    draft: Words = ""
    notice: Words = ""


def draw_furniture(page: Page, one: Furniture, setting: Setting, node: Node, *, headed: bool) -> None:
    """Draw head and foot; a cover is not `headed`. The draft word is read once, as `node`."""
    head, foot = style.A4[1] - 10.6 * MM, style.A4[1] - style.FOOTER - 1.4 * MM
    left, right = 0.0, setting.width
    with page.artifact("Pagination"):
        if headed:
            boxed = _line(one.draft, setting, _DRAFT).text.widest
            left, right = _ends(page, one.left, one.right, setting, head, boxed, lines=1)
            page.rule(style.LEFT, style.A4[1] - style.HEADER, setting.width, style.THIN, style.RULE)
        page.rule(style.LEFT, style.A4[1] - style.FOOTER, setting.width, style.THIN, style.RULE)
        middle = _line(one.foot_middle, setting, style.FURNITURE)
        room = _ends(page, one.foot_left, one.page, setting, foot, middle.text.widest)
        middle.draw(page, style.LEFT + _between(*room, middle.text.widest, setting.width), foot)
        _line(one.notice, setting, style.FURNITURE).draw(page, style.LEFT, style.BOTTOM - 1)
    if not empty(one.draft, setting.main):
        _draw_draft(page, one.draft, setting, (left, right), node)


def _line(words: Words, setting: Setting, use: style.Use, node: Node | None = None) -> Lines:
    return setting.titled(words, use, setting.width, node or setting.node("P"))


def _ends(
    page: Page, left: Words, right: Words, setting: Setting, top: float, middle: float, lines: int = 9
) -> tuple[float, float]:
    """Draw what stands at both ends and return where they end, from the left margin.

    The left end takes more lines where it would run into the others, which need their room, up to so many;
    what is longer is cut (a name, that stands in full on the cover).
    """
    last = aligned(_line(right, setting, style.FURNITURE), "right")
    clear = (2 if middle else 1) * _CLEAR
    first = _line(left, setting.within(setting.width - last.text.widest - middle - clear), style.FURNITURE)
    first = _cut(first, lines)
    first.draw(page, style.LEFT, top)
    last.draw(page, style.LEFT, top)
    return first.text.widest, setting.width - last.text.widest


def _cut(lines: Lines, count: int) -> Lines:
    """Return the first lines, with an ellipsis where others are left out."""
    if lines.count <= count:
        return lines
    text = lines.text
    end = text.lines[count - 1].span[1] - 2
    starts = accumulate((len(run.text) for run in text.runs), initial=0)
    kept = [
        run._replace(text=run.text[: max(end - start, 0)])
        for start, run in zip(starts, text.runs, strict=False)
    ]
    dots = text.runs[0]._replace(text="…")
    cut = set_lines((*(run for run in kept if run.text), dots), text.type, lines.width)
    return replace(lines, text=cut, last=len(cut.lines))


def _between(left: float, right: float, wide: float, width: float) -> float:
    """Where something stands in the middle of the page or, if that is taken, of the room that is left."""
    centred = (width - wide) / 2
    free = left + _CLEAR <= centred <= right - wide - _CLEAR
    return centred if free or not left else (left + right - wide) / 2


def _draw_draft(page: Page, words: Words, setting: Setting, room: tuple[float, float], node: Node) -> None:
    lines = _line(words, setting, _DRAFT, node)
    wide, top = lines.text.widest, style.A4[1] - 10.6 * MM
    left = style.LEFT + _between(*room, wide, setting.width)
    with page.artifact("Pagination"):
        page.rectangle(Box(left - 6, top - lines.height - 1.5, left + wide + 6, top + 1.5), line=style.INK)
        if page.index:
            lines.draw(page, left, top)
    if not page.index:
        lines.draw(page, left, top)


def draw_watermark(page: Page, letters: str) -> None:
    """Draw letters 38 mm high across the page, smaller where they do not fit, as outlines."""
    with page.artifact("Background"):
        page.place("watermark", style.A4, Box(0, 0, *style.A4), lambda: _watermark(letters))


@lru_cache(8)
def _watermark(letters: str) -> bytes:
    box = ink(letters, "bold", 100)
    size = min(_LETTERS / (box.top - box.bottom), _DIAGONAL / (box.right - box.left)) * 100
    box = ink(letters, "bold", size)
    middle = -(box.left + box.right) / 2, -(box.bottom + box.top) / 2
    turn = sqrt(0.5)
    place = f"{turn:.5f} {turn:.5f} {-turn:.5f} {turn:.5f} {style.A4[0] / 2:.2f} {style.A4[1] / 2:.2f} cm"
    path = traced(outline(letters, "bold", size, *middle).path)
    return deflated(f"{place} {numerals(style.WATERMARK)} rg {path} f")
