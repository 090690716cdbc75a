"""How each article is kept, use by use: marks, a bar, and the same figures as a table."""

from fractions import Fraction

from facewise.assessment.result import Score, UseResult
from facewise.content.numerals import hanzi
from facewise.i18n import Text
from facewise.paper.pdf.blocks import (
    Bar,
    Block,
    Column,
    Heading,
    Legend,
    Mark,
    Marked,
    Marks,
    PageTitle,
    Row,
    Table,
    Together,
)
from facewise.paper.phrases import listed, mark_name, standing, use_name
from facewise.paper.report import OTHER_LAW, ArticleRow, Report

_LEGEND = ("red-gap", "breach-gap", "weak-gap")


def by_article(report: Report) -> tuple[Block, ...]:
    """Return the table of articles for each use, with a legend at the foot."""
    words = report.pack.words
    blocks: list[Block] = [PageTitle(words["articles.title"], lead=words["articles.lead"], anchor="articles")]
    for use in report.assessment.uses:
        letter = use.grade or ""
        word = words[f"grade.strip.{letter}"] if letter else ""
        title = Heading(use_name(report, use.id), level=3, grade=letter, after=word)
        blocks.append(Together((title, _table(report, use))))
    return (*blocks, _legend(report))


def _table(report: Report, use: UseResult) -> Table:
    words = report.pack.words
    columns = (
        Column(words["articles.article"], 20, header=True),
        Column(words["articles.content"], 36),
        Column(words["articles.marks"], 0),
        Column(words["articles.bar"], 32),
        Column(words["articles.points"], 20, align="right"),
        Column(words["articles.now"], 12, align="right"),
        Column(words["articles.high"], 14, align="right"),
    )
    rows = [_row(report, row) for row in report.articles(use.id)]
    total = (words["articles.total"], "", "", *_figures(use.score))
    return Table(columns, (*rows, Row(total, strong=True)), dense=True)


def _row(report: Report, row: ArticleRow) -> Row:
    words = report.pack.words
    number = int(row.article) if row.article.isdigit() else 0
    name = words["articles.number"].format(number=Text(hanzi(number), str(number)))
    if row.article == OTHER_LAW:
        name = words["articles.other"]
    alt = listed(standing(report, finding) for finding in row.findings)
    marks = Marks(tuple(mark_name(finding) for finding in row.findings), alt)
    return Row((name, words[f"article.{row.article}"], marks, *_figures(row.score)))


def _figures(score: Score) -> tuple[Bar | str, str, str, str]:
    """The bar, points of points, per cent now, and per cent at best where that is more."""
    if not score.den:
        return "", "-", "-", ""
    now, high = score.num / score.den, score.high / score.den
    best = f"→ {_percent(high)}" if high > now else ""
    return Bar(float(now), float(high)), f"{_points(score.num)} / {score.den}", _percent(now), best


def _percent(share: Fraction) -> str:
    return f"{share.numerator * 100 // share.denominator} %"


def _points(points: Fraction) -> str:
    return f"{float(points):g}"


def _legend(report: Report) -> Legend:
    words = report.pack.words
    items = [Marked(Mark("met", ""), words["state.met"])]
    items += [Marked(Mark(name, ""), words[f"rank.{name.partition('-')[0]}"]) for name in _LEGEND]
    items += [Marked(Mark("amber", ""), words["rank.amber"]), Marked(Mark("best", ""), words["rank.best"])]
    return Legend(tuple(items))
