"""Making papers: their bytes and the names of their files; without Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from facewise.i18n import Edition
from facewise.paper.sign_model import Sign
from facewise.store.naming import design_name, paper_name, report_name
from facewise.store.signed import signed_reports
from facewise.ui.shelf import Basis, Paper, report_of


@dataclass(frozen=True, slots=True)
class Made:
    """A paper that was made: the name of its file, and its bytes."""

    name: str
    content: bytes


class WithheldError(Exception):
    """Raised where a paper is asked for that is withheld; the list offers none."""


def make(basis: Basis, paper: Paper, edition: Edition, *, draft: bool = False, bleed: bool = True) -> Made:
    """Return a paper as a file; `bleed` lets a sign have the one that a print shop needs.

    Raises NoShapeError, HeadlineTooLongError, SignTooFullError, and the paper's own reason.
    """
    from facewise.paper.pdf.shown import check_characters

    _refuse(paper)
    if paper.group == "signed":
        return _signed(basis, paper)
    check_characters(basis.pack, basis.answers)
    if isinstance(paper.content, Sign):
        return _sign(basis, paper.content, edition, bleed=bleed)
    if paper.content is not None:
        from facewise.paper.pdf.papers import render_paper

        return Made(paper_name(paper.content, edition), render_paper(paper.content, edition))
    return _report(basis, edition, draft=draft)


def _sign(basis: Basis, sign: Sign, edition: Edition, *, bleed: bool) -> Made:
    """Return a sign as it was designed, in the language that is wanted here."""
    from facewise.paper.pdf.sign import render_design
    from facewise.store.designs import design_of

    kept = design_of(basis.site, sign.key, sign.kind)
    design = replace(kept, edition=edition, bleed=kept.bleed and bleed)
    return Made(design_name(sign, design, "pdf"), render_design(sign, design))


def files(basis: Basis, paper: Paper, edition: Edition, *, draft: bool = False) -> tuple[Made, ...]:
    """Return a paper or another form with the files that belong to it; raises what `make` raises."""
    if paper.group != "file":
        return (make(basis, paper, edition, draft=draft),)
    from facewise.ui.forms import files_of

    _refuse(paper)
    return tuple(Made(one.name, one.data) for one in files_of(basis, paper, edition))


def _refuse(paper: Paper) -> None:
    if paper.reason is not None:
        raise paper.reason if isinstance(paper.reason, Exception) else WithheldError


def _signed(basis: Basis, paper: Paper) -> Made:
    pdf = next(one.pdf for one in signed_reports(basis.site) if str(one.number) == paper.kind)
    return Made(named(report_name(report_of(basis), "zh"), f"-signed-{paper.kind}"), pdf)


def _report(basis: Basis, edition: Edition, *, draft: bool) -> Made:
    from facewise.paper.pdf.report.document import render_report

    report = report_of(basis, draft=draft)
    name = report_name(report, edition)
    final = report.status == "final"
    return Made(name if final else named(name, f"-{report.status}"), render_report(report, edition))


def make_all(
    basis: Basis,
    wanted: Sequence[tuple[Paper, Edition]],
    tell: Callable[[int, int], None],
    *,
    draft: bool = False,
) -> list[Made]:
    """Return papers as files, no two of one name; `tell` hears how far it is. Raises what `make` raises."""
    made: list[Made] = []
    for number, (paper, edition) in enumerate(wanted):
        tell(number, len(wanted))
        made += files(basis, paper, edition, draft=draft)
    return apart(made)


def apart(made: Sequence[Made]) -> list[Made]:
    """Return files so that no two have one name, also where capitals are not told apart."""
    taken: set[str] = set()
    result: list[Made] = []
    for one in made:
        tried, name = 1, one.name
        while name.casefold() in taken:
            tried += 1
            name = named(one.name, f" ({tried})")
        taken.add(name.casefold())
        result.append(replace(one, name=name))
    return result


def named(name: str, suffix: str) -> str:
    """Return the name of a file with something added before its ending."""
    stem, dot, ending = name.rpartition(".")
    return f"{stem}{suffix}{dot}{ending}"
