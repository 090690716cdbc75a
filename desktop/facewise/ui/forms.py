"""The other forms of a result in the list: tables, calendar, files to edit, web page, JSON; without Qt."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from facewise.i18n import Edition
from facewise.paper.documents import model
from facewise.paper.exports.plan_paper import PLAN
from facewise.store.exporting import (
    EDITED,
    NOTICE,
    Exported,
    Format,
    Source,
    export,
    papers_to_edit,
    word,
)
from facewise.ui.shelf import GROUPS, Basis, Paper

WITHOUT_LANGUAGE = ("json", "answers")
"""Forms that are the same in every language."""
_TABLES: tuple[Format, ...] = ("xlsx", "csv", "ics")
_DATA: tuple[Format, ...] = ("json", "answers")


def with_forms(papers: Sequence[Paper]) -> tuple[Paper, ...]:
    """Return the papers there are as PDF together with every other form of them and of the result."""
    return tuple(sorted((*papers, *_forms(papers)), key=_place))


def _place(paper: Paper) -> tuple[int, bool]:
    """By group; in each what can be made comes first."""
    return GROUPS.index(paper.group), paper.reason is not None


def _forms(papers: Sequence[Paper]) -> Iterator[Paper]:
    yield from (_form(form) for form in _TABLES)
    yield replace(_form("docx"), key=f"docx {PLAN}")
    for paper in papers:
        if paper.kind in EDITED and paper.reason is None:
            yield replace(paper, key=f"docx {paper.key}", group="file", kind="docx")
    notices = [paper for paper in papers if paper.kind == NOTICE]
    if notices:
        best = next((paper for paper in notices if paper.reason is None), notices[0])
        yield replace(best, key="html", group="file", kind="html", use=None, blanks=(), content=None)
    yield from (_form(form) for form in _DATA)


def _form(form: Format) -> Paper:
    return Paper(form, "file", form)


def files_of(basis: Basis, paper: Paper, edition: Edition) -> tuple[Exported, ...]:
    """Return the files of another form: one, and beside answers those of their evidence."""
    source = Source(basis.pack, basis.site, basis.assessment, basis.now)
    if paper.kind == "docx":
        found = [paper.content] if paper.content is not None else papers_to_edit(source, (PLAN,))
        return tuple(word(one, edition) for one in found if isinstance(one, model.Paper))
    form = next(form for form in (*_TABLES, *_DATA, "html") if form == paper.kind)
    return tuple(one for one in export(source, form, edition) if isinstance(one, Exported))
