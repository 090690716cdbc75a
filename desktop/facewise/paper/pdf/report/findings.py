"""The findings one by one: red lines, duties, open readings; smaller points in one dense table."""

from facewise.assessment.result import Finding as Found
from facewise.assessment.result import State
from facewise.content.pack import Severity
from facewise.i18n import Text
from facewise.paper import dates
from facewise.paper.pdf.blocks import (
    Block,
    Column,
    Detail,
    Finding,
    Heading,
    Marked,
    PageTitle,
    Para,
    Quote,
    Row,
    Stacked,
    Table,
)
from facewise.paper.pdf.report.front import anchor_of
from facewise.paper.pdf.report.marks import mark
from facewise.paper.pdf.words import Words
from facewise.paper.phrases import answer_word, effect, listed, mark_name, sentence, standing, use_name
from facewise.paper.plan import Step
from facewise.paper.report import Item, Report

_OPEN = (State.GAP, State.UNKNOWN, State.PARTLY)
_SURE = (State.GAP, State.UNKNOWN)


def findings(report: Report) -> tuple[Block, ...]:
    """Return everything that was found: one block a finding, the smaller ones as a table."""
    words = report.pack.words
    reds = report.assessment.red_lines
    breaches = report.findings(Severity.BREACH, states=_SURE)
    amber = report.findings(Severity.AMBER, states=_OPEN)
    small = (
        *report.findings(Severity.BREACH, states=(State.PARTLY,)),
        *report.findings(Severity.WEAK, Severity.BEST, states=_OPEN),
    )
    blocks: list[Block] = []
    for title, group in (("red", reds), ("breach", breaches), ("amber", amber)):
        if group:
            blocks += [
                _title(words[f"findings.{title}"], first=not blocks),
                *(_finding(report, f) for f in group),
            ]
    if small:
        blocks += [_title(words["findings.small"], first=not blocks), _table(report, small)]
    if not blocks:
        blocks = [_title(words["findings.red"], first=True), Para(words["findings.none"])]
    return tuple(blocks)


def _title(words: Text, *, first: bool) -> Block:
    """Red lines begin a page; what follows goes on below them."""
    return PageTitle(words, rule=True) if first else Heading(words, level=2, rule=True)


def _finding(report: Report, found: Found) -> Finding:
    words = report.pack.words
    step = _step(report, found)
    return Finding(
        mark=mark_name(found),
        state=standing(report, found),
        code=found.question.code,
        where=use_name(report, found.use),
        due_label=words["findings.due"],
        due=dates.short_day(step.due) if step else "",
        question=found.question.text,
        answer=answer_word(report, found),
        sentence=sentence(report, found),
        details=tuple(_details(report, found, step)),
        continued=words["continued"],
        continues=words["continues"],
        anchor=anchor_of(found),
    )


def _step(report: Report, found: Found) -> Step | None:
    return next((step for step in report.plan if step.finding.place == found.place), None)


def _details(report: Report, found: Found, step: Step | None) -> list[Detail]:
    words = report.pack.words
    law, remark, items = _quotes(report, found), _remark(report, found), _items(report, found)
    note = found.answer.note
    details = [
        *([Detail(words["findings.note"], (note,), note=True)] if note else []),
        *([Detail(words["findings.remark"], (remark,))] if remark else []),
        *([Detail(words["findings.law"], law)] if law else []),
        *([Detail(words["findings.evidence"], (items,))] if items else []),
    ]
    if found.question.fix and step:
        who = (words["findings.who"].format(who=step.who),) if step.who else ()
        details.append(Detail(words["findings.fix"], (found.question.fix.text, *who)))
        details.append(Detail(words["findings.effect"], (effect(report, step),)))
    return details


def _remark(report: Report, found: Found) -> Words:
    """The note of the rule that made the class, or why the answer is read differently."""
    words = report.pack.words
    if found.overruled and found.value == "no":
        return words["findings.private"]
    return found.note or ""


def _quotes(report: Report, found: Found) -> tuple[Quote | Words, ...]:
    """The provision that decides, quoted; every other one by name."""
    law, words = report.pack.law, report.pack.words
    quoted = next((cite for cite in found.articles if law[cite].text), None)
    parts: list[Quote | Words] = []
    if quoted and (text := law[quoted].text):
        reference = law[quoted].reference
        extract = words["findings.extract"] if law[quoted].abridged else Text("", "")
        named = Text(
            f"{reference.zh}{extract.zh}",
            f"{reference.en} {extract.en}".rstrip() + f", {words['findings.unofficial'].en}",
        )
        parts.append(Quote((text,), reference=named))
    others = [law[cite].reference for cite in found.articles if cite != quoted]
    if others:
        parts.append(listed(others))
    return tuple(parts)


def _items(report: Report, found: Found) -> Words:
    words = report.pack.words
    items = [_item(item) for item in report.items(found)]
    if not items:
        return words["findings.evidence.missing"] if found.lacks_evidence else ""
    return "　".join(items)


def _item(item: Item) -> str:
    evidence = item.evidence
    what = evidence.file or evidence.note
    return f"{item.number} {what}" + (f"（{evidence.on}）" if evidence.on else "")


def _table(report: Report, found: tuple[Found, ...]) -> Table:
    words = report.pack.words
    columns = (
        Column(words["findings.question"], 38),
        Column(words["summary.what"], 0),
        Column(words["findings.fix"], 62),
        Column(words["findings.law"], 24),
    )
    return Table(columns, tuple(_small(report, finding) for finding in found), dense=True)


def _small(report: Report, found: Found) -> Row:
    question = found.question
    state, where, said = standing(report, found), use_name(report, found.use), sentence(report, found)
    head = Text(f"{question.code}　{state.zh}", f"{question.code} {state.en}")
    law = report.pack.law[found.articles[0]].short if found.articles else ""
    what = Stacked((said, found.answer.note)) if found.answer.note else said
    marked = Marked(mark(report, found), Stacked((head, where)))
    return Row((marked, what, question.fix.text if question.fix else "", law))
