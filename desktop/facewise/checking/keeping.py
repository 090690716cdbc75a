"""Where a file lies in an assessment: as a version that was signed, or as a scan of the sealed paper."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facewise.store.signed import Scan, Signed
    from facewise.store.site_file import SiteFile


@dataclass(frozen=True, slots=True)
class Place:
    """The version that a file belongs to; `scan` is the scan that it is, `scans` are all of the version."""

    number: int
    keep_until: date | None
    scans: "tuple[Scan, ...]" = ()
    scan: "Scan | None" = None


def place_of(site: "SiteFile | None", sha256: str) -> Place | None:
    """Return where the file of a hash lies in an assessment, None where it does not."""
    if site is None or not site.signed:
        return None
    from facewise.store.signed import signed_reports

    return next((found for each in signed_reports(site) if (found := _in(each, sha256))), None)


def _in(version: "Signed", sha256: str) -> Place | None:
    from facewise.content.canonical import sha256 as digest

    until = version.record.keep_until if version.record else None
    own = {digest(pdf) for pdf in (version.pdf, version.final) if pdf}
    if sha256 in own:
        return Place(version.number, until, version.scans)
    scan = next((each for each in version.scans if each.sha256 == sha256), None)
    return Place(version.number, until, version.scans, scan) if scan else None
