"""All papers of the kit, in the order in which they are listed, and what becomes of each for one site."""

import datetime as dt
from collections.abc import Iterator

from facewise.assessment.answers import Answers
from facewise.assessment.result import Assessment
from facewise.content.canonical import sha256
from facewise.content.pack import Pack
from facewise.paper.documents.case import Case
from facewise.paper.documents.kinds import PaperKind, Withheld, make
from facewise.paper.documents.model import Paper
from facewise.paper.documents.office import OFFICE
from facewise.paper.documents.people import PEOPLE
from facewise.paper.documents.running import RUNNING

PAPERS: tuple[PaperKind, ...] = (*PEOPLE, *OFFICE, *RUNNING)
"""Every paper there is."""


def papers(
    pack: Pack, content: bytes, answers: Answers, assessment: Assessment, made: dt.datetime
) -> tuple[Paper, ...]:
    """Return the papers of a site; `content` is the pack as canonical JSON, `made` has a zone."""
    found = offered(pack, content, answers, assessment, made)
    return tuple(one for one in found if isinstance(one, Paper))


def offered(
    pack: Pack, content: bytes, answers: Answers, assessment: Assessment, made: dt.datetime
) -> tuple[Paper | Withheld, ...]:
    """Return every paper of the kit for a site: made, or withheld with the reason."""
    site = Case(pack, sha256(content), answers, assessment, made)
    return tuple(one for kind in PAPERS for one in _of_kind(kind, site))


def _of_kind(kind: PaperKind, site: Case) -> Iterator[Paper | Withheld]:
    """A paper for each use; where there is none, once for the site, which says why."""
    cases = site.uses if kind.scope == "use" else ()
    for case in cases or (site,):
        yield make(kind, case)
