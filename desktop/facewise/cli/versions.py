"""`verify` of an assessment: what was signed in it, whether it is as it was kept, how long to keep it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from facewise.checking.check import Checked, check_pdf
from facewise.checking.told import lines, plain
from facewise.cli.clock import signing_time
from facewise.cli.codes import FINE, FOUND
from facewise.i18n import _
from facewise.signing.verdict import Kind
from facewise.store.opening import open_site
from facewise.store.result_file import plain_versions
from facewise.store.signed import Signed, is_current, signed_reports
from facewise.store.site_file import SiteFile

FORMAT = 1


def verify_versions(file: Path, *, as_json: bool) -> int:
    """Print what was signed in an assessment, and return whether all of it is intact and as it was kept."""
    site = open_site(file).site
    now = signing_time()
    found = [
        (each, check_pdf(f"{file.stem}-{each.number}.pdf", each.latest, now)) for each in signed_reports(site)
    ]
    if as_json:
        told = [_plain(site, *each) for each in found]
        print(json.dumps({"format": FORMAT, "versions": told}, ensure_ascii=False, indent=1))
    else:
        print("\n".join(_lines(site, found)))
    return FINE if found and all(_is_sound(*each) for each in found) else FOUND


def signed_line(site: SiteFile) -> Iterator[str]:
    """Yield when the assessment was signed last, until when to keep that, and whether answers came since."""
    for last in signed_reports(site)[-1:]:
        yield _head(last)
        if not is_current(site, last):
            said = _("The answers have changed since; they can be signed as version {number}.")
            yield said.format(number=last.number + 1)


def _lines(site: SiteFile, found: list[tuple[Signed, Checked]]) -> Iterator[str]:
    if not found:
        yield _("Nothing has been signed in this assessment yet.")
    for signed, checked in found:
        yield _head(signed)
        for line in lines(checked):
            yield _("  {line}").format(line=line)
        for scan in signed.scans:
            said = _("  Sealed paper, scanned {day}: {name}, SHA-256 {sha256}")
            yield said.format(day=scan.at[:10] or "-", name=scan.name, sha256=scan.sha256)
        if not signed.is_as_kept:
            yield _("  This is not what was kept then: a file in the assessment was exchanged.")
    yield from list(signed_line(site))[1:]


def _head(signed: Signed) -> str:
    record = signed.record
    if record is None:
        return _("Version {number}").format(number=signed.number)
    said = _("Version {number}, signed {day} by {who}; keep it until {until} at least.")
    if not record.signers:
        said = _("Version {number}, on paper, {day}; keep it until {until} at least.")
    return said.format(
        number=signed.number,
        day=record.at.date().isoformat(),
        who=", ".join(record.signers),
        until=record.keep_until.isoformat(),
    )


def _is_sound(signed: Signed, checked: Checked) -> bool:
    sealed = checked.verdict.kind is Kind.NOT_SIGNED and signed.scans and checked.follows
    return signed.is_as_kept and bool(sealed or checked.holds)


def _plain(site: SiteFile, signed: Signed, checked: Checked) -> dict[str, Any]:
    told = next(each for each in plain_versions(site) if each["number"] == signed.number)
    return {**told, "verdict": plain(checked)}
