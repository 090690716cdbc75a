"""`verify`: what a check of a signed PDF finds, in words or as JSON."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from facewise.cli import verdicts
from facewise.cli.clock import signing_time
from facewise.cli.codes import FINE, FOUND, UNUSABLE
from facewise.errors import N_, FacewiseError
from facewise.i18n import _
from facewise.signing.attachments import attached
from facewise.signing.identities import short
from facewise.signing.printed import Printed
from facewise.signing.reading import MAX_SIZE
from facewise.signing.recompute import Recomputed, recompute
from facewise.signing.verdict import Kind, Signer, Stamped, Verdict
from facewise.signing.verify import verify
from facewise.store.pins import known, pin, pins
from facewise.store.reading import read_file
from facewise.store.roots import trusted

FORMAT = 1


class NotReadableError(FacewiseError):
    """The file is no PDF that can be read."""

    sentence = N_("{file} cannot be read as a PDF. Ask for the original file, not a scan or a photograph.")


def verify_file(file: Path, *, as_json: bool) -> int:
    """Print what is found, remember the signers of an intact file, and return the exit code."""
    if file.suffix.lower() == ".facewise":
        from facewise.cli.versions import verify_versions

        return verify_versions(file, as_json=as_json)
    verdict, result = checked(read_file(file, MAX_SIZE))
    if as_json:
        print(json.dumps(plain(verdict, result), ensure_ascii=False, indent=1))
    elif verdict.kind is Kind.NOT_READABLE:
        raise NotReadableError(file=file.name)
    else:
        print("\n".join(lines(verdict, result)))
    if verdict.kind is Kind.NOT_READABLE:
        return UNUSABLE
    return FINE if holds(verdict, result) else FOUND


def checked(pdf: bytes) -> tuple[Verdict, Recomputed | None]:
    """Return what is found in a PDF, whose signers are then known here, and whether its result follows."""
    seen = pins()
    verdict = verify(pdf, known(seen), seen.reports, trusted())
    pin(verdict, signing_time())
    return verdict, recompute(attached(pdf), pdf) if verdict.is_report else None


def holds(verdict: Verdict, result: Recomputed | None) -> bool:
    """Return whether a file is intact and as signed, and its result and pages follow from its answers."""
    return verdict.intact and (result is None or result.holds is not False)


def lines(verdict: Verdict, result: Recomputed | None) -> Iterator[str]:
    """Yield what was found, in words."""
    yield verdicts.kind(verdict.kind)
    for reason in verdict.reasons:
        yield _("  {reason}").format(reason=verdicts.reason(reason))
    for change in verdict.changes:
        yield _("  {change}").format(change=verdicts.change(change))
    for signer in verdict.signers:
        yield from _signer(signer)
    for stamp in verdict.stamps:
        yield _("The whole file: {noted}").format(noted=verdicts.noted(stamp))
    if verdict.level:
        yield verdicts.level(verdict.level)
    if result is None:
        yield _("This is not a report of this program, so there is no result to compute again.")
    else:
        yield from verdicts.result(result)
    if verdict.base_sha256:
        yield _("File before the first signature (SHA-256): {sha256}").format(sha256=verdict.base_sha256)


def _signer(signer: Signer) -> Iterator[str]:
    who = filter(None, (signer.name, signer.organisation, signer.credit_code))
    at = signer.time.isoformat(" ") if signer.time else _("no time given")
    owner = _("Signed by {who} at {time} (the signer's own clock)")
    after = _("Countersigned by {who} at {time} (the signer's own clock)")
    yield (owner if signer.certifies else after).format(who=", ".join(who), time=at)
    yield _("  Fingerprint {fingerprint}: {standing}").format(
        fingerprint=short(signer.fingerprint), standing=verdicts.standing(signer)
    )
    if signer.stamped:
        yield _("  {noted}").format(noted=verdicts.noted(signer.stamped))


def plain(verdict: Verdict, result: Recomputed | None) -> dict[str, Any]:
    """Return what was found, as it stands in JSON."""
    return {
        "format": FORMAT,
        "kind": verdict.kind.value,
        "intact": verdict.intact,
        "is_report": verdict.is_report,
        "signers": [_plain_signer(signer) for signer in verdict.signers],
        "changes": [{"part": c.part.value, "page": c.page, "name": c.name} for c in verdict.changes],
        "reasons": [reason.value for reason in verdict.reasons],
        "sha256": verdict.sha256,
        "base_sha256": verdict.base_sha256,
        "level": verdict.level,
        "timestamps": [_plain_stamp(stamp) for stamp in verdict.stamps],
        "result": result and _plain_result(result),
    }


def _plain_signer(signer: Signer) -> dict[str, Any]:
    names = ("name", "organisation", "credit_code", "fingerprint", "field")
    flags = ("certifies", "self_issued", "known", "namesake", "genuine", "trusted")
    told = {name: getattr(signer, name) for name in names + flags}
    stamp = _plain_stamp(signer.stamped) if signer.stamped else None
    return {**told, "time": signer.time.isoformat() if signer.time else None, "timestamp": stamp}


def _plain_stamp(stamp: Stamped) -> dict[str, Any]:
    return {
        "time": stamp.time.isoformat(),
        "authority": stamp.authority,
        "fingerprint": stamp.fingerprint,
        "trusted": stamp.trusted,
    }


def _plain_result(result: Recomputed) -> dict[str, Any]:
    return {
        "follows": result.follows,
        "knows_rules": result.knows_rules,
        "knows_questionnaire": result.knows_pack,
        "grade": result.grade,
        "score": result.score,
        "pages": result.printed and _plain_pages(result.printed),
        "differences": [
            {"part": d.part, "printed": d.printed, "computed": d.computed} for d in result.differences
        ],
    }


def _plain_pages(found: Printed) -> dict[str, Any]:
    return {
        "found": found.found.value,
        "program": found.program,
        "pages": list(found.pages),
        "missing": list(found.missing),
    }
