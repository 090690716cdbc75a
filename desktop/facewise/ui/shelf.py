"""The papers that can be made of an assessment now, and why others cannot; without Qt."""

import dataclasses
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from facewise.assessment.answers import Answers
from facewise.assessment.exported import grade_words
from facewise.assessment.result import Assessment
from facewise.content.pack import Pack
from facewise.errors import FacewiseError
from facewise.i18n import Edition, Language, Text, tell
from facewise.paper.documents import model
from facewise.paper.documents.catalogue import PAPERS, offered
from facewise.paper.documents.kinds import Withheld, listed
from facewise.paper.report import Report, write
from facewise.paper.sign_model import Kind, Refusal, Sign
from facewise.paper.signs import designs
from facewise.store.designs import design_of
from facewise.store.signed import signed_reports
from facewise.store.site_file import SiteFile
from facewise.ui.blanks import blanks_of

Group: TypeAlias = Literal["report", "people", "office", "sign", "file", "signed"]
GROUPS: tuple[Group, ...] = ("report", "people", "office", "sign", "file", "signed")
"""In the order in which they are listed."""
REPORT = "report"
_SIGN_LAW: dict[Kind, str] = {
    "recognition_area": "13.1",
    "entry": "10.1",
    "payment": "10.1",
    "device": "13.1",
    "private": "13.2",
}
"""The provision of the Measures that each sign rests on."""
NOTHING = Text("", "")


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
    """A paper by its key: what it is, of which use, on which law it rests, and why it cannot be made.

    `why` is the key of the reason, by which `ways_out.py` finds the answer that would change it; `blanks` are
    what nobody told us; `content` is what is rendered (None: it is told apart by `kind`); `edition` is the
    language that is kept with the site. A title or a law that is empty is a matter of `paper_words.py`.
    """

    key: str
    group: Group
    kind: str
    use: str | None = None
    title: Text = NOTHING
    law: Text = NOTHING
    laws: tuple[Text, ...] = ()
    reason: FacewiseError | Text | None = None
    why: str = ""
    blanks: tuple[model.Words, ...] = ()
    content: model.Paper | Sign | None = None
    edition: Edition | None = None

    @property
    def has_pages(self) -> bool:
        """Return whether it can be shown and printed as pages."""
        return self.reason is None and self.group != "file"

    @property
    def sign(self) -> Sign | None:
        """Return the sign that this is, None for other papers."""
        return self.content if isinstance(self.content, Sign) else None


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result that a report tells: in words, with grade, score and the highest possible."""

    words: Text
    grade: str | None
    score: str
    high: str


def papers(basis: Basis) -> tuple[Paper, ...]:
    """Return every paper of an assessment, also those that cannot be made, and the reports signed before."""
    report = Paper(REPORT, "report", REPORT)
    found = (report, *_kit(basis), *_signs(basis), *_signed(basis))
    return tuple(sorted(found, key=lambda paper: GROUPS.index(paper.group)))


def _kit(basis: Basis) -> Iterator[Paper]:
    kinds = {kind.id: kind for kind in PAPERS}
    for one in offered(basis.pack, basis.site.pack, basis.answers, basis.assessment, basis.now):
        kind, key = kinds[one.id], " ".join(filter(None, (one.id, one.use)))
        paper = Paper(key, kind.group, one.id, one.use or None, one.title)
        if isinstance(one, Withheld):
            cited = [basis.pack.law[cite] for cite in kind.cites if cite in basis.pack.law]
            law, laws = listed(each.short for each in cited), tuple(each.reference for each in cited)
            yield dataclasses.replace(paper, law=law, laws=laws, reason=one.reason, why=one.why)
        else:
            law = one.small.law
            yield dataclasses.replace(paper, law=law, laws=one.laws, blanks=blanks_of(one), content=one)


def _signs(basis: Basis) -> Iterator[Paper]:
    try:
        found = designs(basis.pack, basis.answers, basis.assessment)
    except FacewiseError as error:
        yield from _all_refused(basis, error)
        return
    for one in found:
        paper = _sign(basis, one.kind, one.use)
        if isinstance(one, Refusal):
            yield dataclasses.replace(paper, reason=one.reason, why=type(one.reason).__name__)
        else:
            yield dataclasses.replace(paper, content=one)


def _sign(basis: Basis, kind: Kind, use: str) -> Paper:
    provision = basis.pack.law.get(f"{basis.pack.id}.{_SIGN_LAW[kind]}")
    key = f"{kind} {use}"
    paper = Paper(key, "sign", kind, use or None, edition=design_of(basis.site, key, kind).edition)
    if provision is None:
        return paper
    return dataclasses.replace(paper, law=provision.short, laws=(provision.reference,))


def _all_refused(basis: Basis, error: FacewiseError) -> Iterator[Paper]:
    """What all signs need is missing: name them all the same, each with the reason."""
    why = type(error).__name__
    for use in basis.answers.uses:
        kinds: list[Kind] = ["recognition_area"]
        if f"sign.headline.{use.kind}" in basis.pack.words:
            kinds.append("payment" if use.kind == "payment" else "entry")
        kinds.append("device")
        for kind in kinds:
            yield dataclasses.replace(_sign(basis, kind, use.id), reason=error, why=why)


def _signed(basis: Basis) -> Iterator[Paper]:
    for signed in signed_reports(basis.site):
        yield Paper(f"signed {signed.number}", "signed", str(signed.number))


def report_of(basis: Basis, *, draft: bool = False) -> Report:
    """Return the report of an assessment."""
    return write(basis.pack, basis.site.pack, basis.answers, basis.assessment, basis.now, draft=draft)


def reason_words(paper: Paper, language: Language) -> str:
    """Return why a paper cannot be made; empty where it can."""
    reason = paper.reason
    if reason is None:
        return ""
    return tell(reason) if isinstance(reason, FacewiseError) else reason[language]


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


def _in(value: Text | str, language: Language) -> str:
    return value if isinstance(value, str) else value[language]
