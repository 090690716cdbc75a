"""The first pages: the cover, and the result on one page."""

from facewise.assessment.exported import answer_words, grade_words
from facewise.assessment.result import Finding, State
from facewise.content.pack import Severity
from facewise.i18n import Edition, Language, Text
from facewise.paper import dates
from facewise.paper.pdf import style
from facewise.paper.pdf.blocks import (
    AtFoot,
    Block,
    Column,
    Columns,
    CoverHead,
    CoverTitle,
    Fact,
    Facts,
    GradeHead,
    Heading,
    Marked,
    PageTitle,
    Para,
    Part,
    Quote,
    Row,
    ScoreBar,
    Space,
    Table,
)
from facewise.paper.pdf.report.marks import mark
from facewise.paper.pdf.words import PageOf, Run, Words
from facewise.paper.phrases import effect, listed, sentence, source, standing, use_name
from facewise.paper.plan import FIRST, Step
from facewise.paper.report import Report

_PERSONS = "S11"
_FIRST_SIDE_BY_SIDE = 4


def cover(report: Report, edition: Edition) -> tuple[Block, ...]:
    """Return the cover: what this is, whose, the grade, and what it rests on.

    Side by side leaves room for what stands nowhere else only.
    """
    words = report.pack.words
    subtitle = Text(_subtitle(report, "zh"), _subtitle(report, "en"))
    statement = Run(words["cover.statement"], weight="bold")
    more = () if edition == "both" else (words["cover.statement.more"],)
    return (
        CoverHead(words["program"], right=words["report.number"].format(number=report.number)),
        CoverTitle(words["report.title"], subtitle),
        _grade(report, edition),
        Space(2 if edition == "both" else 6),
        Facts(_facts(report, edition), use=style.CELL if edition == "both" else style.BODY),
        AtFoot((Quote((statement, *more), bar=style.INK), Space(2))),
    )


def _subtitle(report: Report, language: Language) -> str:
    on = dates.day(report.answers.on)[language]
    business = report.answers.business
    place = business.site or business.name
    return f"{place}　{on}" if language == "zh" else f"{place}, {on}"


def _grade(report: Report, edition: Edition) -> GradeHead:
    words, result = report.pack.words, report.assessment
    verdict = grade_words(report.pack, result)
    text: list[Words] = [verdict.meaning]
    if result.grade and any(finding.is_open for finding in result.findings):
        text.append(_counts(report))
    if result.grade and len(result.uses) > 1 and edition != "both":
        text.append(words["cover.worst"].format(use=use_name(report, _worst(report))))
    if result.has_amber and edition != "both":
        text.append(words["summary.amber"])
    return GradeHead(
        result.grade or "none",
        _alt(report),
        verdict.text,
        tuple(text),
        over=words["cover.result" if result.grade else "cover.result.none"],
        cover=True,
        strip=tuple((letter, words[f"grade.strip.{letter}"]) for letter in "ABCDE" if result.grade),
    )


def _alt(report: Report) -> Text:
    words, letter = report.pack.words, report.assessment.grade
    return words["grade.alt"].format(letter=letter) if letter else words["grade.none.alt"]


def _worst(report: Report) -> str:
    result = report.assessment
    return next(u.id for u in result.uses if u.grade == result.grade and u.score == result.score)


def _counts(report: Report) -> Text:
    reds = report.assessment.red_lines
    breaches = report.findings(Severity.BREACH, states=(State.GAP, State.UNKNOWN, State.PARTLY))
    count = {state: sum(1 for f in reds if f.state is state) for state in State}
    return report.pack.words["cover.reds"].format(
        broken=count[State.GAP],
        unknown=count[State.UNKNOWN],
        partly=count[State.PARTLY],
        breaches=len(breaches),
    )


def _facts(report: Report, edition: Edition) -> tuple[Fact, ...]:
    words, business, pack = report.pack.words, report.answers.business, report.pack
    uses = tuple(use_name(report, use.id) for use in report.answers.uses)
    told: dict[str, Words] = {
        "cover.business": business.name,
        "cover.code": business.credit_code,
        "cover.site": business.address or business.site,
        "cover.contact": " ".join(
            part for part in (business.contact, business.phone, business.email) if part
        ),
        "cover.uses": listed(uses) if uses else "",
        "cover.persons": _persons(report),
    }
    known = tuple(Fact(words[label], value or words["blank"]) for label, value in told.items())
    if edition == "both":
        known = tuple(fact for fact in known if fact.label != words["cover.contact"])
        return (*known, Fact(words["cover.basis"], source(report)))
    content = report.inside[1]
    version = words["cover.pack.value"].format(id=pack.id, version=pack.version, hash=content.sha256[:16])
    return (
        *known,
        Fact(words["cover.on"], dates.day(report.answers.on)),
        Fact(words["cover.basis"], source(report)),
        Fact(words["cover.pack"], version),
    )


def _persons(report: Report) -> Words:
    question = report.pack.question(_PERSONS)
    value = report.answers.get(question.id).value if question else None
    if isinstance(value, int):
        return report.pack.words["cover.persons.count"].format(count=f"{value:,}")
    return answer_words(report.pack, _PERSONS, value) if value else ""


def summary(report: Report, edition: Edition) -> tuple[Block, ...]:
    """Return the one page for the owner: grade, red lines, score, what to do first."""
    words, result = report.pack.words, report.assessment
    verdict = grade_words(report.pack, result)
    amber = (Run(words["summary.amber"], weight="bold"),) if result.has_amber else ()
    head = GradeHead(result.grade or "none", _alt(report), verdict.text, (verdict.meaning, *amber))
    blocks: list[Block] = [PageTitle(words["summary.title"], anchor="summary"), head]
    if result.score:
        blocks += [Heading(words["summary.reds"], level=3, bookmark=False), *_red_lines(report, edition)]
        blocks += [Heading(words["summary.score"], level=3, bookmark=False), *_score(report, edition)]
        blocks += [Heading(words["summary.six"], level=3, bookmark=False), *_first_actions(report, edition)]
    caution = AtFoot((Quote((words["summary.caution"],), bar=style.INK),))
    return (*blocks, *(() if edition == "both" else (caution,)))


def _red_lines(report: Report, edition: Edition) -> tuple[Block, ...]:
    words, reds = report.pack.words, report.assessment.red_lines
    if not reds:
        return (Para(words["summary.reds.none"]),)
    columns = (
        Column(words["summary.red"], 34),
        Column(words["summary.what"], 0, split=True),
        Column(words["summary.article"], 32),
        Column(words["summary.page"], 10, align="right"),
    )
    rows = tuple(_red_line(report, finding) for finding in reds)
    return (Table(columns, rows, dense=edition == "both"),)


def _red_line(report: Report, finding: Finding) -> Row:
    where = use_name(report, finding.use)
    said = sentence(report, finding)
    what = Text(f"{said.zh}（{where.zh}）", f"{said.en} ({where.en})")
    article = report.pack.law[finding.articles[0]].short if finding.articles else ""
    marked = Marked(mark(report, finding), standing(report, finding))
    return Row((marked, what, article, PageOf(anchor_of(finding))))


def anchor_of(finding: Finding) -> str:
    """Return the anchor under which a finding stands in the report."""
    return f"{finding.question.code}-{finding.use or 'site'}"


def _score(report: Report, edition: Edition) -> tuple[Block, ...]:
    words, result = report.pack.words, report.assessment
    if result.score is None:
        return ()
    now, high = result.score.value, result.score.high_value
    bar = ScoreBar(
        float(now),
        float(high),
        words["summary.score.now"].format(value=now),
        words["summary.score.high"].format(value=high),
        words["summary.score.alt"].format(value=now, high=high),
    )
    how = Para(words["summary.score.how"].format(value=now, high=high), use=style.CELL)
    if edition == "both":
        return bar, Para(_others_in_a_line(report), use=style.CELL)
    return (Columns((Part((bar, how), 98), Part((_others(report),), 64))),)


def _others_in_a_line(report: Report) -> Text:
    words, result = report.pack.words, report.assessment
    shares = (("answered", result.coverage), ("evidence", result.evidence))
    said = [
        (words[f"summary.{name}"], words[f"summary.{name}.value"].format(part=share.part, whole=share.whole))
        for name, share in shares
    ]
    zh = "；".join(f"{label.zh}：{value.zh}" for label, value in said)
    return Text(zh, "; ".join(f"{label.en}: {value.en}" for label, value in said))


def _others(report: Report) -> Table:
    """The two figures that are no part of the score."""
    words, result = report.pack.words, report.assessment
    answered = {"part": result.coverage.part, "whole": result.coverage.whole}
    shown = {"part": result.evidence.part, "whole": result.evidence.whole}
    columns = (Column(words["summary.other"]), Column("", 24, align="right"))
    rows = (
        Row((words["summary.answered"], words["summary.answered.value"].format(**answered))),
        Row((words["summary.evidence"], words["summary.evidence.value"].format(**shown))),
    )
    return Table(columns, rows, dense=True)


def _first_actions(report: Report, edition: Edition) -> tuple[Block, ...]:
    words, steps = report.pack.words, report.plan[: FIRST if edition != "both" else _FIRST_SIDE_BY_SIDE]
    if not steps:
        return (Para(words["summary.six.none"]),)
    named = any(step.who for step in steps) and edition != "both"
    who = (Column(words["plan.who"], 18),) if named else ()
    columns = (
        Column("", 8),
        Column(words["plan.what"], 0, split=True),
        *who,
        Column(words["plan.due"], 26),
        Column(words["plan.effect"], 28),
    )
    rows = tuple(_action(report, step, n, named=named) for n, step in enumerate(steps, 1))
    return (Table(columns, rows, dense=edition == "both"),)


def _action(report: Report, step: Step, number: int, *, named: bool) -> Row:
    fix = step.finding.question.fix
    what = fix.headline if fix else ""
    who = (step.who,) if named else ()
    when = dates.short_day(step.due)
    return Row((Run(str(number), weight="bold"), what, *who, when, effect(report, step)))
