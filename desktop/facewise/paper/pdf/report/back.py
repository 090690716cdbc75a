"""The last pages: how the result is worked out, declaration and signatures, how to check the report."""

from importlib.metadata import version

from facewise.assessment.result import RULES
from facewise.i18n import Edition, Language, Text
from facewise.paper import dates
from facewise.paper.pdf import style
from facewise.paper.pdf.blocks import (
    AtFoot,
    Blank,
    Blanks,
    Block,
    Cell,
    Column,
    Columns,
    Framed,
    Hash,
    Heading,
    Items,
    Mark,
    Marked,
    PageTitle,
    Para,
    Part,
    QrCode,
    Quote,
    Row,
    Seal,
    Signature,
    Space,
    Step,
    Steps,
    Table,
)
from facewise.paper.pdf.words import Run
from facewise.paper.phrases import use_name
from facewise.paper.report import Report

OWNER = "Owner"
CONSULTANT = "Consultant"
FURTHER = ("Approval1", "Approval2")
_RANKS = (("red", "5"), ("breach", "3"), ("amber", "3"), ("weak", "1"), ("best", "0"))
_ANSWERS = (("yes", "1"), ("partly", "1/2"), ("no", "0"))
_SHAPES = (("red", "red"), ("breach", "breach"), ("weak", "weak"))


def method(report: Report, edition: Edition) -> tuple[Block, ...]:
    """Return the page that tells how score and grade are worked out and how marks are read.

    Side by side, words stand with every mark and the legend with the articles; the page has no room for more.
    """
    words = report.pack.words
    return (
        PageTitle(words["method.title"], anchor="method"),
        Columns((Part((_weights(report),), 108), Part((_values(report),), 54))),
        Framed((Para(words["method.formula"]), *_formulas(report), Para(words["method.formula.site"]))),
        _grades(report, edition),
        *(_how_to_read_marks(report) if edition != "both" else ()),
    )


def _how_to_read_marks(report: Report) -> tuple[Block, ...]:
    words = report.pack.words
    lead = Para(words["method.marks.lead"], use=style.CELL)
    return Heading(words["method.marks"], level=3), lead, _marks(report)


def _weights(report: Report) -> Table:
    words = report.pack.words
    columns = (Column(words["method.rank"], 0), Column(words["method.weight"], 14, align="right"))
    names = {"red": "red-gap", "breach": "breach-gap", "weak": "weak-gap"}
    rows = (
        (Marked(Mark(names.get(rank, rank), ""), words[f"method.{rank}"]), weight) for rank, weight in _RANKS
    )
    return Table(columns, tuple(Row(row) for row in rows), dense=True)


def _values(report: Report) -> Table:
    words = report.pack.words
    columns = (Column(words["method.answer"], 0), Column(words["method.value"], 14, align="right"))
    rows = [Row((words[f"method.{answer}"], value)) for answer, value in _ANSWERS]
    return Table(columns, (*rows, Row((words["method.na"], words["method.na.value"]))), dense=True)


def _formulas(report: Report) -> list[Para]:
    formula = report.pack.words["method.formula.use"]
    return [
        Para(
            formula.format(
                use=use_name(report, use.id),
                num=f"{float(use.score.num):g}",
                den=use.score.den,
                value=use.score.value,
                high=f"{float(use.score.high):g}",
                high_value=use.score.high_value,
            )
        )
        for use in report.assessment.uses
        if use.score.den
    ]


def _grades(report: Report, edition: Edition) -> Table:
    """Side by side the grades' words are left to the cover, so that the page holds."""
    words = report.pack.words
    grade = Column(words["method.grade"], 12, header=True)
    meaning = Column(words["method.meaning"], 54)
    condition = Column(words["method.condition"], 0)
    rows = []
    for letter in "ABCDE":
        mark = Marked(Mark(f"grade-{letter}", words["grade.alt"].format(letter=letter)), "")
        cells: tuple[Cell, ...] = (mark, report.pack.grades[letter].text, words[f"method.{letter}"])
        rows.append(Row(cells if edition != "both" else (cells[0], cells[2])))
    columns = (grade, meaning, condition) if edition != "both" else (grade, condition)
    return Table(columns, tuple(rows), dense=True)


def _marks(report: Report) -> Table:
    words = report.pack.words
    states = ("gap", "partly", "unknown", "met")
    columns = (
        Column(words["method.shape"], 0, header=True),
        *(Column(words[f"state.{state}"], 30) for state in states),
    )
    rows = []
    for rank, shape in _SHAPES:
        names = [f"{shape}-{state}" for state in states[:3]] + ["met"]
        alts = [words["mark"].format(rank=words[f"rank.{rank}"], state=words[f"state.{s}"]) for s in states]
        marks = (Mark(name, alt) for name, alt in zip(names, alts, strict=True))
        rows.append(Row((words[f"rank.{rank}"], *marks)))
    return Table(columns, tuple(rows), dense=True)


def declaration(report: Report, language: Language) -> tuple[Block, ...]:
    """Return the page with the declaration, the signature fields, and the place for seal and pen."""
    words = report.pack.words
    name = report.answers.business.name
    business: Text = Text(name, name) if name else words["declare.business"]
    said = words["declare.text"].format(business=business, date=dates.day(report.answers.on))
    paper = (
        Para(Run(words["declare.paper"], weight="bold")),
        Para(words["declare.paper.how"], use=style.CELL),
        Blanks((Blank(words["declare.name"]), Blank(words["declare.sign"]), Blank(words["declare.date"]))),
    )
    return (
        PageTitle(words["declare.title"], anchor="signature"),
        Quote((said,), bar=style.INK, use=style.LEAD),
        *_signatures(report, language),
        Heading(words["declare.seal"], level=3),
        Columns((Part((Seal(words["declare.seal.here"]),), 80), Part(paper, 82))),
        AtFoot((Para(words["declare.foot"], use=style.CELL),)),
    )


def _signatures(report: Report, language: Language) -> tuple[Block, ...]:
    """Only a final report has fields to sign."""
    if report.status != "final":
        return ()
    words = report.pack.words
    fields = (
        Signature(
            name,
            words[f"declare.{who}"],
            words[f"declare.field.{who}"][language],
            note=words[f"declare.{who}.note"],
        )
        for name, who in ((OWNER, "owner"), (CONSULTANT, "consultant"))
    )
    further = (
        Signature(
            name, words["declare.further"], f"{words['declare.field.further'][language]} {n}", height=37
        )
        for n, name in enumerate(FURTHER, 1)
    )
    return tuple(Columns(tuple(Part((field,)) for field in row)) for row in (fields, further))


def verification(report: Report) -> tuple[Block, ...]:
    """Return the page that tells anyone how to check the report, with the hashes to compare."""
    words = report.pack.words
    steps = tuple(Step(words[f"verify.{n}"], words[f"verify.{n}.more"]) for n in range(1, 5))
    alt = words["verify.qr.alt"].format(number=report.number)
    code = QrCode(_code(report), alt, caption=words["verify.qr"], size=44)
    care = Items((words["verify.care.changed"], words["verify.care.first"]))
    made = words["verify.made"].format(version=version("facewise"))
    return (
        PageTitle(words["verify.title"], lead=words["verify.lead"], anchor="verify"),
        Columns((Part((Steps(steps),), 112), Part((code,), 50))),
        Heading(words["verify.hashes"], level=3),
        _hashes(report),
        Heading(words["verify.signers"], level=3),
        Para(words["verify.signers.see"]),
        Heading(words["verify.care"], level=3),
        care,
        Space(2),
        AtFoot((Para(made, use=style.CELL),)),
    )


def _hashes(report: Report) -> Table:
    words, pack = report.pack.words, report.pack
    columns = (Column(words["verify.what"], 62, header=True), Column("SHA-256", 0))
    names = {
        "answers.json": words["verify.answers"],
        "pack.json": words["verify.pack"].format(id=pack.id, version=pack.version),
        "result.json": words["verify.result"],
    }
    return Table(columns, tuple(Row((names[part.name], Hash(part.sha256))) for part in report.inside))


def _code(report: Report) -> str:
    """What the code on the last page holds: number, rules, grade, score, half of each hash."""
    result = report.assessment
    score = f"{result.score.value}/{result.score.high_value}" if result.score else "-"
    hashes = " ".join(f"{part.name.split('.')[0]}:{part.sha256[:32]}" for part in report.inside)
    return f"{report.number} rules:{RULES} {result.grade or '-'} {score} {hashes}"
