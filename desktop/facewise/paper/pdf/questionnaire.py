"""The blank questionnaire, to be filled in by hand on the premises."""

from datetime import datetime
from itertools import groupby

from facewise.content.canonical import sha256
from facewise.content.pack import Pack, Question, Section
from facewise.i18n import Edition, Text
from facewise.paper.pdf.blocks import (
    Blank,
    Blanks,
    Block,
    Cell,
    Column,
    Heading,
    PageTitle,
    Para,
    Row,
    Table,
    Tick,
    Together,
)
from facewise.paper.pdf.document import Document, render
from facewise.paper.pdf.furniture import Furniture
from facewise.paper.pdf.words import PageHere, PageOf, main_language

_SCALE = ("yes", "partly", "no", "unknown", "na")
_BUSINESS = (("cover.business", "cover.code"), ("cover.site", "cover.contact"), ("cover.on", "cover.uses"))
_MOST_CHOICES = 12


def render_blank(pack: Pack, content: bytes, edition: Edition, made: datetime) -> bytes:
    """Return the blank questionnaire as PDF; `content` is the pack as canonical JSON, `made` has a zone."""
    words, language = pack.words, main_language(edition)
    named = {"id": pack.id, "version": pack.version, "hash": sha256(content)[:8]}
    title = words["blank.title"][language]
    blocks = (*_business(pack), *(block for section in pack.sections for block in _section(pack, section)))
    furniture = Furniture(
        left=words["blank.title"],
        right=words["program"],
        foot_left=words["report.foot"][language],
        foot_middle=words["report.pack"].format(**named)[language],
        page=(PageHere(), " / ", PageOf()),
    )
    return render(Document(title, words["program"][language], title, edition, made, blocks, furniture))


def _business(pack: Pack) -> tuple[Block, ...]:
    rows = tuple(Blanks(tuple(Blank(pack.words[key]) for key in row)) for row in _BUSINESS)
    return (PageTitle(pack.words["blank.title"], lead=pack.words["blank.lead"]), *rows)


def _section(pack: Pack, section: Section) -> tuple[Block, ...]:
    """Return a section: scaled questions in tables, the others one by one, in the order of the pack."""
    blocks: list[Block] = [Heading(_coded(section.code, section.title)), Para(section.lead)]
    for scaled, questions in groupby(section.questions, lambda question: question.kind == "scale"):
        group = tuple(questions)
        blocks += [_scaled(pack, group)] if scaled else [_single(pack, question) for question in group]
    return tuple(blocks)


def _scaled(pack: Pack, questions: tuple[Question, ...]) -> Table:
    offered = [value for value in _SCALE if any(value in question.values() for question in questions)]
    heads = tuple(Column(pack.words[f"answer.{value}"], 15) for value in offered)
    rows = tuple(
        Row((question.code, question.text, *(_tick(question, value) for value in offered)))
        for question in questions
    )
    return Table((Column("", 10), Column(pack.words["asked.question"], 0), *heads), rows)


def _tick(question: Question, value: str) -> Cell:
    return Tick() if value in question.values() else ""


def _single(pack: Pack, question: Question) -> Block:
    heading = Heading(_coded(question.code, question.text), level=3, bookmark=False)
    if not 0 < len(question.choices) <= _MOST_CHOICES:
        label = pack.words["blank.number" if question.kind == "number" else "blank.answer"]
        dated = (Blank(question.date),) if question.date else ()
        return Together((heading, Blanks((Blank(label), *dated))))
    rows = tuple(Row((Tick(), choice.text)) for choice in question.choices)
    choices = Table((Column("", 8), Column(pack.words["blank.which"], 0)), rows, dense=True)
    return Together((heading, choices))


def _coded(code: str, text: Text) -> Text:
    return Text(f"{code} {text.zh}", f"{code} {text.en}")
