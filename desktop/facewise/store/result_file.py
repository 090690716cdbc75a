"""The result of an assessment as JSON: what `check --json` prints and `export` writes."""

import json
from typing import Any

from facewise.assessment.exported import exported
from facewise.assessment.result import Assessment
from facewise.content.canonical import sha256
from facewise.content.pack import Pack
from facewise.store.site_file import SiteFile


def result_file(pack: Pack, site: SiteFile, assessment: Assessment) -> str:
    """Return the result with what was signed, as resources/schemas/result.schema.json describes it."""
    plain = {**exported(pack, sha256(site.pack), assessment), **_signed(site)}
    return json.dumps(plain, ensure_ascii=False, indent=1)


def plain_versions(site: SiteFile) -> list[dict[str, Any]]:
    """Return the signed versions of an assessment as plain data."""
    from facewise.store.signed import is_current, signed_reports

    return [
        {
            "number": each.number,
            "at": each.record.at.isoformat() if each.record else None,
            "keep_until": each.record.keep_until.isoformat() if each.record else None,
            "signers": list(each.record.signers) if each.record else [],
            "file": each.record.file if each.record else "",
            "scans": [{"name": scan.name, "sha256": scan.sha256, "at": scan.at} for scan in each.scans],
            "current": is_current(site, each),
            "as_kept": each.is_as_kept,
        }
        for each in signed_reports(site)
    ]


def _signed(site: SiteFile) -> dict[str, Any]:
    """What was signed, where anything was: reading it takes what a plain result does not need."""
    return {"signed": plain_versions(site)} if site.signed else {}
