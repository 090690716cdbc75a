"""What a signed report rests on, by hashes, and how long it is to be kept."""

from datetime import date, datetime
from importlib.metadata import version
from typing import Final

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError

from facewise.assessment.exported import public_answers
from facewise.assessment.result import RULES
from facewise.content.canonical import canonical, sha256
from facewise.store.site_file import SiteFile

YEARS: Final = 3
"""How long the report of an impact assessment and its records are kept (Measures, article 9)."""


class Record(BaseModel):
    """What a signed report rests on; hashes are SHA-256 in hex, `certificates` are fingerprints."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: int = 1
    at: AwareDatetime
    keep_until: date
    program: str
    rules: int
    answers: str
    pack: str
    result: str
    evidence: tuple[str, ...]
    certificates: tuple[str, ...]
    signers: tuple[str, ...]
    base: str
    file: str


def keep_until(day: date) -> date:
    """Return until when a report signed on a day is to be kept at least."""
    try:
        return day.replace(year=day.year + YEARS)
    except ValueError:  # 29 February
        return date(day.year + YEARS, 3, 1)


def record_of(site: SiteFile, pdf: bytes, at: datetime) -> Record:
    """Return what a report rests on that is signed in an assessment now.

    Raises NotAReportError.
    """
    from facewise.signing.attachments import ANSWERS, PACK, RESULT, attached, base_of
    from facewise.signing.verify import verify

    files, signers = attached(pdf), verify(pdf, {}).signers
    return Record(
        at=at,
        keep_until=keep_until(at.date()),
        program=version("facewise"),
        rules=RULES,
        answers=sha256(files[ANSWERS]),
        pack=sha256(files[PACK]),
        result=sha256(files[RESULT]),
        evidence=tuple(sorted(site.evidence)),
        certificates=tuple(each.fingerprint for each in signers),
        signers=tuple(each.name for each in signers),
        base=sha256(base_of(pdf)),
        file=sha256(pdf),
    )


def read_record(content: bytes | None) -> Record | None:
    """Return a record as it was kept; None where there is none, or none that can be read."""
    if content is None:
        return None
    try:
        return Record.model_validate_json(content)
    except ValidationError:
        return None


def rests_on(record: Record, site: SiteFile) -> bool:
    """Return whether an assessment has the answers and the questionnaire of a record."""
    return (record.answers, record.pack) == (answers_hash(site), sha256(site.pack))


def answers_hash(site: SiteFile) -> str:
    """Return the SHA-256 of the answers as they travel."""
    return sha256(canonical(public_answers(site.answers)))
