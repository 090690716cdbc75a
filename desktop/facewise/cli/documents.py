"""The command that makes the papers of a site."""

import sys
from collections.abc import Sequence
from pathlib import Path

from facewise.assessment.assess import assess
from facewise.cli.clock import now
from facewise.cli.codes import FINE, UNUSABLE
from facewise.cli.terminal import write_into
from facewise.i18n import Edition, current
from facewise.paper.documents.catalogue import PAPERS, offered
from facewise.paper.documents.kinds import Withheld
from facewise.paper.documents.model import Paper
from facewise.paper.pdf.papers import render_paper
from facewise.paper.pdf.shown import check_characters
from facewise.store.exporting import NoSuchPaperError
from facewise.store.naming import paper_name
from facewise.store.opening import open_site


def make_documents(file: Path, folder: Path, edition: Edition, *, only: Sequence[str]) -> int:
    """Write the papers of a site, or only some; say on stderr why others are not made."""
    for name in only:
        if name not in {kind.id for kind in PAPERS}:
            raise NoSuchPaperError(id=name, known=", ".join(kind.id for kind in PAPERS))
    opened = open_site(file)
    pack, answers = opened.pack, opened.site.answers
    check_characters(pack, answers)
    every = offered(pack, opened.site.pack, answers, assess(pack, answers), now())
    wanted = [paper for paper in every if not only or paper.id in only]
    for paper in wanted:
        if isinstance(paper, Paper):
            print(write_into(folder, paper_name(paper, edition), render_paper(paper, edition)))
        else:
            _explain(paper)
    return FINE if any(isinstance(paper, Paper) for paper in wanted) else UNUSABLE


def _explain(paper: Withheld) -> None:
    language = current()
    name = " ".join(filter(None, (paper.title[language], paper.use)))
    print(f"{name}: {paper.reason[language]}", file=sys.stderr)
