"""Signed reports in an assessment: each is kept with its result, frozen, in a numbered folder.

`signed/<n>/` holds `report.pdf` and `result.json` as they were signed, `record.json` with the hashes of all
that they rest on, `final.pdf` where a countersigned copy came back, and `scan-1.pdf` and so on of what was
sealed by hand. Later answers lead to the next number; what is kept is read again, never computed again.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from facewise.content.canonical import canonical, sha256
from facewise.errors import N_, FacewiseError
from facewise.i18n import Edition, Language
from facewise.paper.report import Report
from facewise.signing.identities import Identity
from facewise.store.log import Entry, happened
from facewise.store.record import Record, answers_hash, read_record, record_of, rests_on
from facewise.store.site_file import SiteFile

if TYPE_CHECKING:
    from facewise.signing.papers import Manner
    from facewise.signing.verdict import Verdict

_REPORT, _RECORD, _FINAL = "report.pdf", "record.json", "final.pdf"
_ANSWERS, _PACK, _RESULT = "answers.json", "pack.json", "result.json"
_SCAN: Final = re.compile(r"scan-([1-9][0-9]{0,2})\.[a-z]{1,8}")
_MOST_SCANS: Final = 200
_KEEPS: Final = {"countersigned", "scanned"}


class OtherReportError(FacewiseError):
    """The PDF is not a report of this assessment, or not of its answers as they are."""

    sentence = N_(
        "{file} is not a report of this assessment as it is now. Choose the PDF that was made from it, "
        "complete and unchanged."
    )


class NothingSignedError(FacewiseError):
    """There is no report that a scan could belong to."""

    sentence = N_(
        "This assessment holds no report yet that the scan could belong to. Name the report that was printed "
        "with --keep."
    )


class TooManyScansError(FacewiseError):
    """A version holds as many scans as it can."""

    sentence = N_("No more than {most} scans can be kept with a report.")


@dataclass(frozen=True, slots=True)
class Scan:
    """A sealed paper that was scanned: its name in the folder, its bytes, when it came."""

    name: str
    data: bytes
    at: str

    @property
    def sha256(self) -> str:
        """Return the hash of the scan."""
        return sha256(self.data)


@dataclass(frozen=True, slots=True)
class Signed:
    """One signed report: the PDF, the result as it was on that day, what it rests on, what came later."""

    number: int
    pdf: bytes
    result: bytes
    record: Record | None = None
    final: bytes | None = None
    scans: tuple[Scan, ...] = ()
    is_as_kept: bool = True

    @property
    def latest(self) -> bytes:
        """The PDF with all signatures that it got."""
        return self.final or self.pdf


def keep_signed(site: SiteFile, pdf: bytes, result: bytes, at: datetime, signer: str) -> SiteFile:
    """Return the assessment with one more signed report, and a line in its log that names its hash.

    Raises NotAReportError.
    """
    number = next_number(site)
    record = canonical(record_of(site, pdf, at).model_dump(mode="json"))
    new = {_REPORT: pdf, _RESULT: result, _RECORD: record}
    kept = replace(site, signed={**site.signed, **{f"{number}/{name}": data for name, data in new.items()}})
    hashes = f"{sha256(pdf)} {sha256(record)}"
    return kept.noting(happened(at, "signed", f"{number} {hashes} {signer}".rstrip()))


def next_number(site: SiteFile) -> int:
    """Return the number of the next version to be signed."""
    return 1 + max((int(name.partition("/")[0]) for name in site.signed), default=0)


def is_current(site: SiteFile, signed: Signed) -> bool:
    """Return whether answers and questionnaire are still those of a signed report."""
    return signed.record is not None and rests_on(signed.record, site)


def begun(site: SiteFile, at: str) -> Entry | None:
    """Return the line that says that a new version begins; None where none does, or where the log has it."""
    number = next_number(site)
    record = read_record(site.signed.get(f"{number - 1}/{_RECORD}"))
    if record is None or rests_on(record, site):
        return None
    entry = Entry(at, "begun", str(number))
    noted = any((each.what, each.detail) == (entry.what, entry.detail) for each in site.log)
    return None if noted else entry


def sign_site(
    site: SiteFile,
    report: Report,
    edition: Edition,
    identity: Identity,
    at: datetime,
    manner: "Manner | None" = None,
) -> tuple[SiteFile, bytes]:
    """Return the assessment with its report signed and kept, and the signed PDF.

    Raises SampleError, DraftError, and the other errors of `sign`.
    """
    from facewise.paper.pdf.report.document import render_report
    from facewise.signing.papers import PLAIN, sign_report

    pdf = render_report(report, edition)
    language: Language = "en" if edition == "en" else "zh"
    how = manner or PLAIN
    pdf = sign_report(pdf, identity, report.pack, language, at, countersign=False, manner=how)
    result = next(part.data for part in report.inside if part.name == _RESULT)
    return keep_signed(site, pdf, result, at, identity.signatory.name), pdf


def keep_report(site: SiteFile, pdf: bytes, file: str, at: datetime) -> SiteFile:
    """Return the assessment with a report that was made from it: countersigned since, or printed and sealed.

    Raises OtherReportError naming `file`.
    """
    from facewise.signing.attachments import NotAReportError, attached, base_of, status
    from facewise.signing.recompute import recompute
    from facewise.signing.verdict import Kind
    from facewise.signing.verify import verify

    try:
        base, files = sha256(base_of(pdf)), attached(pdf)
    except NotAReportError as error:
        raise OtherReportError(file=file) from error
    verdict = verify(pdf, {})
    sound = verdict.intact or verdict.kind is Kind.NOT_SIGNED
    if not sound or recompute(files, pdf).holds is False:
        raise OtherReportError(file=file)
    for one in signed_reports(site):
        if one.record and one.record.base == base:
            return _with_final(site, one, pdf, verdict, happened(at, "countersigned"), file)
    ours = sha256(files[_ANSWERS]) == answers_hash(site) and files[_PACK] == site.pack
    if not ours or status(files) != "final":
        raise OtherReportError(file=file)
    return keep_signed(site, pdf, files[_RESULT], at, ", ".join(each.name for each in verdict.signers))


def _with_final(
    site: SiteFile, one: Signed, pdf: bytes, verdict: "Verdict", entry: Entry, file: str
) -> SiteFile:
    signers = {signer.fingerprint for signer in verdict.signers}
    if one.record is None or not verdict.intact or not set(one.record.certificates) <= signers:
        raise OtherReportError(file=file)
    kept = replace(site, signed={**site.signed, f"{one.number}/{_FINAL}": pdf})
    return kept.noting(replace(entry, detail=f"{one.number} {sha256(pdf)}"))


def keep_scans(
    site: SiteFile, scans: Sequence[tuple[str, bytes]], at: datetime, number: int | None = None
) -> SiteFile:
    """Return the assessment with scans of the sealed paper at a version, the last one where none is named.

    `scans` are the endings of the files, such as "pdf", and their bytes.
    Raises NothingSignedError, TooManyScansError.
    """
    versions = {one.number: one for one in signed_reports(site)}
    chosen = versions.get(max(versions, default=0) if number is None else number)
    if chosen is None:
        raise NothingSignedError
    if len(chosen.scans) + len(scans) > _MOST_SCANS:
        raise TooManyScansError(most=_MOST_SCANS)
    for place, (ending, data) in enumerate(scans, len(chosen.scans) + 1):
        name = f"scan-{place}.{ending}"
        site = replace(site, signed={**site.signed, f"{chosen.number}/{name}": data})
        site = site.noting(happened(at, "scanned", f"{chosen.number} {sha256(data)} {name}"))
    return site


def signed_reports(site: SiteFile) -> tuple[Signed, ...]:
    """Return the signed reports of an assessment, the first signed first."""
    numbers = sorted({int(name.partition("/")[0]) for name in site.signed})
    return tuple(_signed(site, number) for number in numbers)


def _signed(site: SiteFile, number: int) -> Signed:
    parts = {
        name.partition("/")[2]: data for name, data in site.signed.items() if name.startswith(f"{number}/")
    }
    record, pdf = read_record(parts.get(_RECORD)), parts.get(_REPORT, b"")
    return Signed(
        number,
        pdf,
        parts.get(_RESULT, b""),
        record,
        parts.get(_FINAL),
        _scans(site, number, parts),
        is_as_kept=_is_as_kept(site, number, record, parts),
    )


def _scans(site: SiteFile, number: int, parts: Mapping[str, bytes]) -> tuple[Scan, ...]:
    came = {tuple(entry.detail.split(" ")): entry.at for entry in site.log if entry.what == "scanned"}
    found = {int(match[1]): name for name in parts if (match := _SCAN.fullmatch(name))}
    return tuple(
        Scan(name, parts[name], came.get((str(number), sha256(parts[name]), name), ""))
        for _, name in sorted(found.items())
    )


def _is_as_kept(site: SiteFile, number: int, record: Record | None, parts: Mapping[str, bytes]) -> bool:
    """Return whether the files are those whose hashes the record and the log name."""
    if record is None or record.result != sha256(parts.get(_RESULT, b"")):
        return False
    noted = {" ".join(entry.detail.split(" ")[:2]) for entry in site.log if entry.what in _KEEPS}
    both = (sha256(parts.get(name, b"")) for name in (_REPORT, _RECORD))
    first = " ".join((str(number), *both))
    later = [sha256(data) for name, data in parts.items() if name == _FINAL or _SCAN.fullmatch(name)]
    signed = any(entry.what == "signed" and f"{entry.detail} ".startswith(f"{first} ") for entry in site.log)
    return signed and all(f"{number} {each}" in noted for each in later)
