"""The papers that can be made of an assessment now, why others cannot, and making them; without Qt."""

import dataclasses
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal, TypeAlias

from facewise.assessment.answers import Answers
from facewise.assessment.exported import grade_words
from facewise.assessment.result import Assessment
from facewise.content.pack import Pack
from facewise.errors import FacewiseError
from facewise.i18n import Edition, Text
from facewise.paper.report import Report, write
from facewise.paper.signs import Refusal, Sign, designs
from facewise.store.naming import report_name, sign_name
from facewise.store.replacing import replace_file
from facewise.store.signed import signed_reports
from facewise.store.site_file import SiteFile

Group: TypeAlias = Literal["report", "sign", "signed"]
REPORT = "report"


@dataclass(frozen=True, slots=True)
class Basis:
    """What papers are made from, as it was at one moment."""

    pack: Pack
    site: SiteFile
    assessment: Assessment
    now: datetime

    @property
    def answers(self) -> Answers:
        """Return the answers."""
        return self.site.answers


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper by its key: what it is, of which use, and (`reason`) why it cannot be made."""

    key: str
    group: Group
    kind: str
    use: str | None = None
    reason: FacewiseError | None = None
    sign: Sign | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result that a report tells: in words, with grade, score and the highest possible."""

    words: Text
    grade: str | None
    score: str
    high: str


@dataclass(frozen=True, slots=True)
class Made:
    """A paper that was made: the name of its file, and its bytes."""

    name: str
    pdf: bytes


def papers(basis: Basis) -> tuple[Paper, ...]:
    """Return every paper of an assessment, also those that cannot be made, and the reports signed before."""
    return (Paper(REPORT, "report", REPORT), *_signs(basis), *_signed(basis))


def _signs(basis: Basis) -> Iterator[Paper]:
    try:
        found = designs(basis.pack, basis.answers, basis.assessment)
    except FacewiseError as error:
        yield from _all_refused(basis, error)
        return
    for one in found:
        reason = one.reason if isinstance(one, Refusal) else None
        sign = one if isinstance(one, Sign) else None
        yield Paper(f"{one.kind} {one.use}", "sign", one.kind, one.use, reason, sign)


def _all_refused(basis: Basis, error: FacewiseError) -> Iterator[Paper]:
    """What all signs need is missing: name them all the same, each with the reason."""
    for use in basis.answers.uses:
        kinds = ["recognition_area"]
        if f"sign.headline.{use.kind}" in basis.pack.words:
            kinds.append("payment" if use.kind == "payment" else "entry")
        for kind in kinds:
            yield Paper(f"{kind} {use.id}", "sign", kind, use.id, error)


def _signed(basis: Basis) -> Iterator[Paper]:
    for signed in signed_reports(basis.site):
        yield Paper(f"signed {signed.number}", "signed", str(signed.number))


def report_of(basis: Basis, *, draft: bool = False) -> Report:
    """Return the report of an assessment."""
    return write(basis.pack, basis.site.pack, basis.answers, basis.assessment, basis.now, draft=draft)


def make(basis: Basis, paper: Paper, edition: Edition, *, draft: bool = False) -> Made:
    """Return a paper as PDF.

    Raises NoShapeError, HeadlineTooLongError, SignTooFullError, and the paper's own reason.
    """
    from facewise.paper.pdf.shown import check_characters

    if paper.reason is not None:
        raise paper.reason
    if paper.group == "signed":
        pdf = next(one.pdf for one in signed_reports(basis.site) if str(one.number) == paper.kind)
        return Made(_named(report_name(report_of(basis), "zh"), f"-signed-{paper.kind}"), pdf)
    check_characters(basis.pack, basis.answers)
    if paper.sign is not None:
        from facewise.paper.pdf.sign import render_sign

        return Made(sign_name(paper.sign, edition), render_sign(paper.sign, edition))
    from facewise.paper.pdf.report.document import render_report

    report = report_of(basis, draft=draft)
    name = report_name(report, edition)
    return Made(
        name if report.status == "final" else _named(name, f"-{report.status}"),
        render_report(report, edition),
    )


def export(
    basis: Basis,
    wanted: Sequence[tuple[Paper, Edition]],
    folder: Path,
    tell: Callable[[int, int], None],
    *,
    draft: bool = False,
) -> list[Path]:
    """Make papers and then put them all into a folder; return where they are. `tell` hears how far it is.

    Raises what `make` and `put` raise.
    """
    made = []
    for number, (paper, edition) in enumerate(wanted):
        tell(number, len(wanted))
        made.append(make(basis, paper, edition, draft=draft))
    return [put(folder, each) for each in made]


def put(folder: Path, made: Made) -> Path:
    """Write a paper into a folder, and return where; another paper of that name stays as it is.

    Raises NotWrittenError.
    """
    tried = 1
    path = folder / made.name
    while path.exists() and path.read_bytes() != made.pdf:
        tried += 1
        path = folder / _named(made.name, f" ({tried})")
    replace_file(path, made.pdf)
    return path


def outcome_now(pack: Pack, result: Assessment) -> Outcome:
    """Return the result as it is now."""
    words, score = grade_words(pack, result).text, result.score
    return Outcome(words, result.grade, score.value if score else "", score.high_value if score else "")


def outcome_of(site: SiteFile, paper: Paper) -> Outcome | None:
    """Return the result that a signed report was signed with; None for other papers."""
    signed = next((one for one in signed_reports(site) if str(one.number) == paper.kind), None)
    if signed is None or paper.group != "signed":
        return None
    told = json.loads(signed.result)
    words, score = told["grade_words"], told["score"] or {"value": "", "high": ""}
    return Outcome(Text(words["zh"], words["en"]), told["grade"], score["value"], score["high"])


def said(paper: Paper) -> Text:
    """Return every word of a sign, for those who cannot see it; empty for other papers."""
    sign = paper.sign
    if sign is None:
        return Text("", "")
    lines = [
        dataclasses.replace(
            sign.headline, zh=sign.headline.zh.replace("|", ""), en=sign.headline.en.replace("|", " ")
        )
    ]
    lines += [
        Text(f"{f.label.zh}：{_in(f.value, 'zh')}", f"{f.label.en}: {_in(f.value, 'en')}") for f in sign.facts
    ]
    lines += [way.words for way in sign.ways]
    lines += [sentence for sentence in (sign.lead, *sign.sentences) if sentence is not None]
    return Text("\n".join(one.zh for one in lines), "\n".join(one.en for one in lines))


def _in(value: Text | str, language: Literal["zh", "en"]) -> str:
    return value if isinstance(value, str) else value[language]


def _named(name: str, suffix: str) -> str:
    return f"{name.removesuffix('.pdf')}{suffix}.pdf"
