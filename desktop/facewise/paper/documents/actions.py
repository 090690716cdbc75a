"""The action sheet: on one page the most urgent things to do, who does them, until when, by which article."""

import math

from facewise.assessment.exported import grade_words
from facewise.i18n import Text
from facewise.paper import dates
from facewise.paper.documents.case import Case
from facewise.paper.documents.kinds import PaperKind, in_use
from facewise.paper.documents.model import (
    Blank,
    Blanks,
    Cell,
    Column,
    Fact,
    Facts,
    Paragraph,
    Part,
    Ruled,
    Table,
    Tick,
    Value,
)
from facewise.paper.plan import FIRST, Step, plan

_WHAT, _KEEP, _DUE, _LAW = 68.0, 33.0, 26.0, 32.0
_ROOM = 580.0
_POINT = 25.4 / 72
_GAP = 3.0
_HANZI = 0x2000


def actions(case: Case) -> tuple[Part, ...]:
    """Return the sheet: how things stand, the first things to do by their dates, how many more there are."""
    every = tuple(one for one in plan(case.pack, case.answers, case.assessment) if not one.done)
    first = tuple(sorted(_fitting(case, every[:FIRST]), key=lambda one: one.due))
    body = (
        _table(case, first)
        if first or case.assessment.left
        else Paragraph(case.word("actions.none"), "strong")
    )
    signs = (Blank(case.word("actions.head"), share=2), Blank(case.word("date")))
    return (*_now(case), body, *_more(case, len(every) - len(first)), Blanks(signs))


def _now(case: Case) -> tuple[Part, ...]:
    stands = grade_words(case.pack, case.assessment).text
    letter = case.assessment.grade
    said = case.word("actions.grade", letter=letter, words=stands) if letter else stands
    score = case.assessment.score
    if score and letter:
        said = case.word("actions.points", words=said, value=score.value)
    return (Facts((Fact(case.word("actions.now"), said),)),)


def _table(case: Case, steps: tuple[Step, ...]) -> Table:
    """The steps; rows to write in where the answers have not come to any yet."""
    columns = (
        Column(case.word("actions.done"), 11),
        Column(case.word("office.do"), _WHAT, names=True, strong=True),
        Column(case.word("actions.keep"), _KEEP),
        Column(case.word("actions.due"), _DUE),
        Column(case.word("actions.law"), _LAW),
    )
    to_write: tuple[tuple[Cell, ...], ...] = ((Tick(), *(Ruled(),) * 4),) * 4
    return Table(columns, tuple((Tick(), *_row(case, step)) for step in steps) or to_write)


def _row(case: Case, step: Step) -> tuple[Value, Value, Value, Value]:
    question = step.finding.question
    what = question.fix.headline if question.fix else question.text
    keep: Value = question.evidence[0] if question.evidence else Ruled()
    day = dates.short_day(step.due) if step.due.year == case.answers.on.year else dates.long_day(step.due)
    who = step.who or Ruled(case.word("office.who"))
    return what, keep, (case.word("actions.until", date=day), who), _why(case, step)


def _why(case: Case, step: Step) -> Value:
    """The article, the class and state in words, and the use where there are several."""
    finding = step.finding
    law = tuple(case.pack.law[cite].short for cite in finding.articles[:1])
    words = case.pack.words
    standing = words["mark"].format(rank=words[f"rank.{finding.rank}"], state=words[f"state.{finding.state}"])
    ours = next((one for one in case.uses if one.use and one.use.id == finding.use), None)
    use = (ours.named,) if ours and len(case.uses) > 1 else ()
    return (*law, standing, *use)


def _more(case: Case, left: int) -> tuple[Part, ...]:
    said = []
    if left:
        said.append(Paragraph(case.word("actions.more", count=left)))
    if case.assessment.left:
        said.append(Paragraph(case.word("actions.unanswered", count=case.assessment.left)))
    return tuple(said)


def _fitting(case: Case, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """As many steps as surely fit on the page in both languages, at least one: a generous reckoning."""
    used, fitting = 0.0, 0
    for step in steps:
        used += _height(case, step)
        if used > _ROOM and fitting:
            break
        fitting += 1
    return steps[:fitting]


def _height(case: Case, step: Step) -> float:
    """Points that a row takes side by side in both languages, its largest cell counted."""
    what, *others = _row(case, step)
    cells = [_lines(what, _WHAT, 10.5, 16)]
    cells += [_lines(cell, wide, 8.5, 13) for cell, wide in zip(others, (_KEEP, _DUE, _LAW), strict=True)]
    return max(cells) + 6


def _lines(value: Value, wide: float, size: float, leading: float) -> float:
    """Points that a cell takes: hanzi are as wide as high, English letters a little over half of it."""
    if isinstance(value, tuple):
        return sum(_lines(one, wide, size, leading) for one in value)
    if isinstance(value, Ruled):
        return 24
    both = value if isinstance(value, Text) else Text(value, "")
    room = (wide - _GAP) / _POINT
    zh = math.ceil(sum(0.6 if ord(letter) < _HANZI else 1 for letter in both.zh) * size * 1.05 / room)
    en = math.ceil(len(both.en) * 8.5 * 0.56 / room)
    return zh * leading + en * 12


ACTIONS = PaperKind(
    "actions", "T", ("frt.4", "pipl.51"), "site", in_use, actions, sheet="form", group="office"
)
