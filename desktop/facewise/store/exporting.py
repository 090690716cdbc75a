"""A result in other forms, each a file: tables, calendar, word processor, web page, JSON; nothing is written.

Every form says what the report and the papers say; see the rooms in `paper.exports`.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Final, Literal, TypeAlias, get_args

from facewise.assessment.result import Assessment
from facewise.assessment.written import evidence_path, written
from facewise.content.canonical import sha256
from facewise.content.pack import Pack
from facewise.errors import N_, FacewiseError
from facewise.i18n import Edition
from facewise.paper.documents.catalogue import PAPERS, offered
from facewise.paper.documents.kinds import Withheld
from facewise.paper.documents.model import Paper
from facewise.paper.exports.plan_paper import PLAN, plan_paper
from facewise.paper.exports.reminders import Kept
from facewise.paper.report import Report, write
from facewise.store.naming import export_name, paper_name
from facewise.store.result_file import result_file
from facewise.store.site_file import SiteFile

Format: TypeAlias = Literal["xlsx", "csv", "ics", "docx", "html", "json", "answers"]
FORMATS: Final[tuple[Format, ...]] = get_args(Format)
NOTICE: Final = "notice"
EDITED: Final = (NOTICE, "consent", "guardian-consent", "withdrawal", "impact", PLAN)
"""The papers that are handed out as DOCX unless others are asked for."""


class NoSuchPaperError(FacewiseError):
    """A paper that is none of ours."""

    sentence = N_("There is no paper {id}. There are: {known}.")


@dataclass(frozen=True, slots=True)
class Exported:
    """A file to be written: its name, with folders for evidence only, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Source:
    """What is exported, as it was at one moment; `made` has a zone."""

    pack: Pack
    site: SiteFile
    assessment: Assessment
    made: datetime

    @cached_property
    def report(self) -> Report:
        """Return the report, which every form repeats."""
        return write(self.pack, self.site.pack, self.site.answers, self.assessment, self.made)

    @cached_property
    def kept(self) -> tuple[Kept, ...]:
        """Return the signed versions with the day until which they are kept."""
        if not self.site.signed:
            return ()
        from facewise.store.signed import signed_reports

        signed = signed_reports(self.site)
        return tuple(Kept(each.number, each.record.keep_until) for each in signed if each.record)

    @cached_property
    def papers(self) -> tuple[Paper | Withheld, ...]:
        """Return every paper of the kit, made or withheld."""
        return offered(self.pack, self.site.pack, self.site.answers, self.assessment, self.made)


def export(
    source: Source, form: Format, edition: Edition, *, only: Sequence[str] = (), private: bool = False
) -> tuple[Exported | Withheld, ...]:
    """Return the files of a format, and what is withheld with the reason.

    `only` names papers (for DOCX), `private` takes private notes along (for answers).

    Raises NoSuchPaperError.
    """
    if form == "docx":
        papers = papers_to_edit(source, only or EDITED)
        return tuple(word(one, edition) if isinstance(one, Paper) else one for one in papers)
    if form == "html":
        page = web_page(source, edition)
        return (page,) if isinstance(page, Exported) else page
    if form == "answers":
        return (answers_json(source, private=private), *evidence_files(source))
    plain: dict[str, Callable[[Source, Edition], Exported]] = {
        "xlsx": spreadsheet,
        "csv": table,
        "ics": calendar,
        "json": lambda source, _: result_json(source),
    }
    return (plain[form](source, edition),)


def spreadsheet(source: Source, edition: Edition) -> Exported:
    """Return all questions and the action plan as XLSX."""
    from facewise.paper.exports.spreadsheet import spreadsheet as made
    from facewise.paper.exports.tables import about, action_plan, questions

    report = source.report
    grids = (questions(report), action_plan(report, source.kept), about(report))
    return Exported(export_name(report, "findings", edition, ".xlsx"), made(report, grids, edition))


def table(source: Source, edition: Edition) -> Exported:
    """Return all questions as CSV."""
    from facewise.paper.exports.commas import commas
    from facewise.paper.exports.tables import questions

    name = export_name(source.report, "findings", edition, ".csv")
    return Exported(name, commas(questions(source.report), edition))


def calendar(source: Source, edition: Edition) -> Exported:
    """Return actions and reminders as ICS."""
    from facewise.paper.exports.calendar_file import calendar_file

    data = calendar_file(source.report, edition, _lasting(source.site), source.kept)
    return Exported(export_name(source.report, "calendar", edition, ".ics"), data)


def _lasting(site: SiteFile) -> str:
    """What stays the same as long as an assessment lives: how its log begins; without a log, whose it is."""
    business = site.answers.business
    first = site.log[0] if site.log else None
    told = (first.at, first.what, first.detail) if first else (business.name, business.site)
    return sha256("\n".join(told).encode())


def result_json(source: Source) -> Exported:
    """Return the result as JSON, as `check --json` prints it."""
    data = result_file(source.pack, source.site, source.assessment)
    return Exported(export_name(source.report, "result", "zh", ".json"), f"{data}\n".encode())


def answers_json(source: Source, *, private: bool = False) -> Exported:
    """Return the answers as a file that can be imported again; private notes only where asked for."""
    plain = written(source.pack, source.site.answers, source.site.evidence, private=private)
    data = json.dumps(plain, ensure_ascii=False, indent=1)
    return Exported(export_name(source.report, "answers", "zh", ".json"), f"{data}\n".encode())


def evidence_files(source: Source) -> tuple[Exported, ...]:
    """Return the files of evidence that an answers file names, with their paths beside it."""
    told = (source.site.answers.site, *(use.answers for use in source.site.answers.uses))
    items = (item for answers in told for answer in answers.values() for item in answer.evidence)
    files = {evidence_path(item): item.sha256 for item in items if item.sha256 in source.site.evidence}
    return tuple(Exported(path, source.site.evidence[sha256]) for path, sha256 in files.items())


def papers_to_edit(source: Source, only: Sequence[str] = EDITED) -> tuple[Paper | Withheld, ...]:
    """Return the papers to be had as DOCX, by their ids.

    Raises NoSuchPaperError.
    """
    known = [kind.id for kind in PAPERS] + [PLAN]
    for name in only:
        if name not in known:
            raise NoSuchPaperError(id=name, known=", ".join(known))
    return tuple(_papers(source, only))


def _papers(source: Source, only: Sequence[str]) -> Iterator[Paper | Withheld]:
    yield from (paper for paper in source.papers if paper.id in only)
    if PLAN in only:
        yield plan_paper(source.report, source.kept)


def word(paper: Paper, edition: Edition) -> Exported:
    """Return a paper as DOCX; the action plan lies on its side."""
    from facewise.paper.exports.word import word as made

    return Exported(paper_name(paper, edition, ".docx"), made(paper, edition, landscape=paper.id == PLAN))


def web_page(source: Source, edition: Edition) -> Exported | tuple[Withheld, ...]:
    """Return the notices of all uses as one page in both languages, English first where that is asked for.

    Where no notice is made, return why.
    """
    from facewise.paper.exports.web import web_page as made

    notices = [paper for paper in source.papers if paper.id == NOTICE]
    papers = [paper for paper in notices if isinstance(paper, Paper)]
    if not papers:
        return tuple(one for one in notices if isinstance(one, Withheld))
    data = made(papers, "en" if edition == "en" else "zh", source.pack.words)
    return Exported(export_name(source.report, NOTICE, "zh", ".html"), data)
