"""Signed reports in an assessment: each is kept with its result, frozen, in a numbered folder."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from facewise.content.canonical import sha256
from facewise.i18n import Edition, Language
from facewise.paper.report import Report
from facewise.signing.identities import Identity
from facewise.store.log import happened
from facewise.store.site_file import SiteFile

_REPORT, _RESULT = "report.pdf", "result.json"


@dataclass(frozen=True, slots=True)
class Signed:
    """One signed report: the PDF, and the result as it was on that day."""

    number: int
    pdf: bytes
    result: bytes


def keep_signed(site: SiteFile, pdf: bytes, result: bytes, at: datetime, signer: str) -> SiteFile:
    """Return the assessment with one more signed report, and a line in its log that names its hash."""
    number = 1 + max((each.number for each in signed_reports(site)), default=0)
    new = {f"{number}/{_REPORT}": pdf, f"{number}/{_RESULT}": result}
    kept = replace(site, signed={**site.signed, **new})
    return kept.noting(happened(at, "signed", f"{number} {sha256(pdf)} {signer}"))


def sign_site(
    site: SiteFile, report: Report, edition: Edition, identity: Identity, at: datetime
) -> tuple[SiteFile, bytes]:
    """Return the assessment with its report signed and kept, and the signed PDF.

    Raises SampleError, DraftError, and the other errors of `sign`.
    """
    from facewise.paper.pdf.report.document import render_report
    from facewise.signing.papers import sign_report

    pdf = render_report(report, edition)
    language: Language = "en" if edition == "en" else "zh"
    pdf = sign_report(pdf, identity, report.pack, language, at, countersign=False)
    result = next(part.data for part in report.inside if part.name == _RESULT)
    return keep_signed(site, pdf, result, at, identity.signatory.name), pdf


def signed_reports(site: SiteFile) -> tuple[Signed, ...]:
    """Return the signed reports of an assessment, the first signed first."""
    numbers = sorted({int(name.partition("/")[0]) for name in site.signed})
    return tuple(_signed(site.signed, number) for number in numbers)


def _signed(parts: Mapping[str, bytes], number: int) -> Signed:
    pdf, result = (parts.get(f"{number}/{name}", b"") for name in (_REPORT, _RESULT))
    return Signed(number, pdf, result)
