"""What is signed: the report of the assessment that is open, or a report that its owner has signed before."""

from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from facewise.assessment.answers import Business
from facewise.assessment.exported import grade_words
from facewise.content.canonical import sha256
from facewise.i18n import Edition, Language, _, current
from facewise.signing.identities import Identity
from facewise.store.naming import report_name
from facewise.store.signed import next_number, sign_site, signed_reports
from facewise.ui import shelf
from facewise.ui.paper_words import edition_words
from facewise.ui.session import Session
from facewise.ui.shelf import Basis

if TYPE_CHECKING:
    from facewise.content.pack import Pack
    from facewise.signing.papers import Manner
    from facewise.store.site_file import SiteFile


@dataclass(frozen=True, slots=True)
class Done:
    """A signed PDF; of one's own report also the assessment that keeps it, its number, and for how long."""

    pdf: bytes = field(repr=False)
    site: "SiteFile | None" = None
    number: int = 0
    keep_until: date | None = None


@dataclass(frozen=True, slots=True)
class About:
    """What a report is, in words: the paper, its result with the letter, and the questionnaire."""

    paper: str
    result: str
    grade: str | None
    pack: str


class Subject(Protocol):
    """What is signed, what is said of it, and where it goes."""

    @property
    def countersigns(self) -> bool:
        """Whether somebody else has signed it before."""

    def business(self) -> Business:
        """Return whose names a new identity starts from."""

    def about(self) -> About:
        """Return what it is, in words."""

    def target(self) -> Path:
        """Return where the signed file is proposed to go."""

    def sign(self, identity: Identity, manner: "Manner") -> Done:
        """Return it signed; called beside the window."""

    def keep(self, done: Done) -> None:
        """Keep what was signed, where it is kept."""


class OwnReport:
    """The report of the assessment that is open; signing it freezes a version."""

    countersigns = False

    def __init__(self, session: Session, basis: Basis, edition: Edition) -> None:
        self._session, self._basis, self._edition = session, basis, edition

    def business(self) -> Business:
        """Return the business of the assessment."""
        return self._basis.answers.business

    def about(self) -> About:
        """Return what it is, in words."""
        basis = self._basis
        edition, number = dict(edition_words())[self._edition], next_number(basis.site)
        sentence = _("Self-assessment report, {language}; it becomes version {number}")
        return About(
            sentence.format(language=edition, number=number),
            self._result(),
            basis.assessment.grade,
            _pack_words(basis.pack.id, basis.pack.version, basis.site.pack),
        )

    def target(self) -> Path:
        """Return a place beside the assessment."""
        return self._session.path.parent / report_name(shelf.report_of(self._basis), self._edition)

    def sign(self, identity: Identity, manner: "Manner") -> Done:
        """Return the signed report, and the assessment that keeps it.

        Raises NoShapeError, and what `sign_site` raises.
        """
        from facewise.paper.pdf.shown import check_characters

        basis = self._basis
        check_characters(basis.pack, basis.answers)
        report = shelf.report_of(basis)
        site, pdf = sign_site(basis.site, report, self._edition, identity, now(), manner)
        last = signed_reports(site)[-1]
        return Done(pdf, site, last.number, last.record.keep_until if last.record else None)

    def keep(self, done: Done) -> None:
        """Keep the frozen version in the assessment.

        Raises what `replace_site` raises.
        """
        if done.site is not None:
            self._session.replace_site(done.site)

    def _result(self) -> str:
        result = self._basis.assessment
        words = grade_words(self._basis.pack, result).text[current()]
        return _result_words(words, result.grade, result.score.value if result.score else None)


@dataclass(frozen=True, slots=True)
class SignedReport:
    """A report that its owner has signed, to be countersigned."""

    path: Path
    pdf: bytes = field(repr=False)
    pack: "Pack" = field(repr=False)
    content: bytes = field(repr=False)
    told: dict[str, Any] = field(repr=False)
    language: Language
    signer: str
    countersigns: bool = True

    def business(self) -> Business:
        """Return nothing: who countersigns is not the business."""
        return Business()

    def about(self) -> About:
        """Return what it is, in words."""
        words, score = self.told.get("grade_words"), self.told.get("score")
        said = str(words.get(current(), "")) if isinstance(words, dict) else ""
        value = str(score.get("value", "")) if isinstance(score, dict) else None
        grade = self.told.get("grade")
        paper = _("{file}, signed by {name}").format(file=self.path.name, name=self.signer)
        pack = _pack_words(self.pack.id, self.pack.version, self.content)
        return About(
            paper, _result_words(said, grade, value), grade if isinstance(grade, str) else None, pack
        )

    def target(self) -> Path:
        """Return a place beside the report."""
        return self.path.with_name(_("{name}-countersigned.pdf").format(name=self.path.stem))

    def sign(self, identity: Identity, manner: "Manner") -> Done:
        """Return the countersigned report.

        Raises what `sign_report` raises.
        """
        from facewise.signing.papers import sign_report

        pdf, pack = self.pdf, self.pack
        return Done(sign_report(pdf, identity, pack, self.language, now(), countersign=True, manner=manner))

    def keep(self, done: Done) -> None:
        """Keep nothing: the report belongs to somebody else's assessment."""


def to_countersign(path: Path) -> SignedReport:
    """Return a report that can be countersigned.

    Raises what `check_file` raises, NotAReportError, and ChangedReportError where it is not as it was signed.
    """
    from facewise.checking.check import check_file
    from facewise.content.packs import NotAPackError
    from facewise.signing.attachments import PACK, NotAReportError, attached
    from facewise.signing.papers import language_of
    from facewise.signing.sign import ChangedReportError
    from facewise.store.opening import pack_of

    checked = check_file(path, now())
    if not checked.verdict.is_report or checked.told is None:
        raise NotAReportError
    if not checked.holds:
        raise ChangedReportError
    content = attached(checked.pdf)[PACK]
    try:
        pack = pack_of(content)
    except NotAPackError as error:
        raise NotAReportError from error
    signer = checked.verdict.signers[0].name
    told, language = dict(checked.told), language_of(checked.pdf)
    return SignedReport(path, checked.pdf, pack, content, told, language, signer)


def now() -> datetime:
    """Return the time in the local zone, to the second."""
    return datetime.now().astimezone().replace(microsecond=0)


def _pack_words(name: str, version: str, content: bytes) -> str:
    sentence = _("{id} {version}, fingerprint {hash}")
    return sentence.format(id=name, version=version, hash=sha256(content)[:8])


def _result_words(words: str, grade: object, score: str | None) -> str:
    if not isinstance(grade, str) or not score:
        return words
    return _("{grade} {words}, score {value}").format(grade=grade, words=words, value=score)
