"""Findings as pieces: the rail carries the state, the main column text of any length."""

from collections.abc import Callable, Sequence

from facewise.i18n import Text
from facewise.paper.pdf import style
from facewise.paper.pdf.blocks import Detail, Finding, Mark, Quote
from facewise.paper.pdf.boxes import Beside, Box, Ink, Padded, Read, Stack, aligned, rule_above, stack, whole
from facewise.paper.pdf.cells import mark_box
from facewise.paper.pdf.flow import Group, Piece
from facewise.paper.pdf.nodes import Node
from facewise.paper.pdf.prose import facing, noted, quoted
from facewise.paper.pdf.setting import Setting, build
from facewise.paper.pdf.style import MM
from facewise.paper.pdf.tagged import Page
from facewise.paper.pdf.words import Run, Words, empty, inlines, joined

_MARK, _SMALL_MARK, _PAD = 11 * MM, 6.5 * MM, 1.6 * MM


@build.register
def _finding(block: Finding, setting: Setting) -> list[Piece]:
    both = setting.edition == "both"
    rail_width = style.BOTH_RAIL if both else style.RAIL
    x = rail_width + style.GAP
    title = setting.node("H2" if block.level == 2 else "H3")  # noqa: PLR2004, heading levels
    answer, rail = setting.node("Div"), setting.node("Div")
    main = setting.within(setting.width - x)
    head = [_question(block, main, title), _answer(block, main.under(answer))]
    shown = _rail(block, setting.within(rail_width).under(rail))
    first, rest = _beside_rail(head, [] if both else _details(block, main), shown.height)
    beside = (x, first), (0, shown)
    lead = Padded(whole(*beside) if both else Beside(beside), above=3 * MM, ink=_ink_rule(setting))
    groups = (_group(block, setting, over=not both),)
    pieces = [Piece(Read(lead, (title, rail, answer)), 4 * MM, keep=both, groups=groups, anchor=block.anchor)]
    below = [(box, 0.0) for box in _details(block, setting)] if both else [(box, x) for box in rest]
    last = len(below) - 2  # the last detail, a line as a rule, does not go to the next page alone
    pieces += [Piece(b, keep=at == last, groups=groups, x=x) for at, (b, x) in enumerate(below)]
    return pieces


def _ink_rule(setting: Setting) -> Ink:
    return rule_above((0, setting.width), width=style.FINE, ink=style.INK)


def _question(block: Finding, setting: Setting, node: Node) -> Box:
    if not setting.facing(block.question):
        return setting.lines(block.question, style.QUESTION, setting.width, node)
    sides = setting.sides()
    return Beside(
        tuple((s.x, setting.lines(block.question, style.QUESTION, s.width, node, s.language)) for s in sides)
    )


def _answer(block: Finding, setting: Setting) -> Box:
    stress = tuple(Run(i, "bold") if isinstance(i, str | Text) else i for i in inlines(block.answer))
    text = joined(stress, Text("　", " "), block.sentence)
    box = facing(
        setting, text, lambda language, width, node: setting.lines(text, style.LEAD, width, node, language)
    )
    return Padded(box, above=1, below=_PAD)


def _beside_rail(head: Sequence[Box], details: Sequence[Box], height: float) -> tuple[Box, Sequence[Box]]:
    """Return what stands beside the rail, at least the first detail, and the details that go on below it."""
    boxes, rest = [*head, *details[:1]], list(details[1:])
    while rest and sum(box.height for box in boxes) < height:
        boxes.append(rest.pop(0))
    return Stack(tuple(boxes), together=len(head)), rest


def _rail(block: Finding, setting: Setting) -> Box:
    boxes: list[Box] = [mark_box(Mark(block.mark), _MARK, setting)]
    note = joined(_code(block, setting, block.where, "　"), block.where)
    parts = [(block.state, style.RAIL_WORD), (note, style.RAIL_NOTE)]
    parts += [(block.due_label, style.RAIL_NOTE), (block.due, style.RAIL_WORD)]
    for words, use in parts:
        if not empty(words, setting.main):
            lines = setting.stacked(words, use, setting.width, setting.node("P"), style.RAIL_NOTE)
            boxes.append(Padded(lines, above=3 if words is block.due_label else 0.5))
    return Padded(whole((0, stack(boxes))), below=2 * MM)


def _code(block: Finding, setting: Setting, words: Words, gap: str = "") -> Words:
    """The code before other words: once only where those stand in both languages."""
    return Text(block.code + gap, "") if setting.facing(words) else block.code + gap


def _details(block: Finding, setting: Setting) -> list[Box]:
    both = setting.edition == "both"
    label_width, x = (
        (style.BOTH_RAIL, style.BOTH_RAIL + style.GAP) if both else (style.LABEL - 2 * MM, style.LABEL)
    )
    text = setting.within(setting.width - x)
    stretches = [(x + side.x, side.width) for side in text.sides()] if both else [(x, text.width)]
    ink = rule_above((0, label_width), *stretches) if both else rule_above((0, setting.width))
    parent = setting.node("L")
    boxes: list[Box] = []
    for detail in block.details:
        item = setting.under(Node("LI", parent))
        label = item.stacked(detail.label, style.SMALL, label_width, item.node("Lbl"))
        content = _content(detail, text.under(item.node("LBody")))
        row = Beside(((0, Padded(label, above=1)), (x, content)))
        boxes.append(Padded(row, above=_PAD, below=_PAD, ink=ink))
    return boxes


def _content(detail: Detail, setting: Setting) -> Box:
    boxes = [_part(part, detail, setting) for part in detail.content]
    return stack(boxes, 1.2 * MM)


def _part(part: Words | Quote, detail: Detail, setting: Setting) -> Box:
    if isinstance(part, Quote):
        every = joined(*part.paragraphs)
        return facing(
            setting, every, lambda lang, width, node: quoted(part, setting, lang, width, node), "BlockQuote"
        )
    if not detail.note:
        return facing(
            setting, part, lambda lang, width, node: setting.lines(part, style.BODY, width, node, lang)
        )
    return facing(
        setting, part, lambda lang, width, node: noted(setting.lines(part, style.BODY, width, node, lang))
    )


def _group(block: Finding, setting: Setting, *, over: bool) -> Group:
    mark = mark_box(Mark(block.mark), _SMALL_MARK, setting)
    words = joined(
        _code(block, setting, block.continued, "" if setting.main == "zh" else " "), block.continued
    )
    lines = setting.titled(words, style.BODY.but(weight="medium"), style.RAIL, setting.node("P"), after=" ")
    head = Padded(Beside(((0, mark), (_SMALL_MARK + 2 * MM, lines))), above=_PAD, below=_PAD)
    return Group(head, head.height if over else 0, _foot(block, setting))


def _foot(block: Finding, setting: Setting) -> Callable[[Page], None]:
    words = joined(_code(block, setting, block.continues, " "), block.continues)
    lines = aligned(
        setting.titled(words, style.FURNITURE, setting.width, setting.node("P"), after=" "), "right"
    )

    def draw(page: Page) -> None:
        with page.artifact("Pagination"):
            lines.draw(page, style.LEFT, style.BOTTOM - 1)

    return draw
