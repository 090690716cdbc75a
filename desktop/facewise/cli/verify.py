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
from facewise.signing.reading import MAX_SIZE
from facewise.signing.recompute import Recomputed, recompute
from facewise.signing.verdict import Kind, Signer, Verdict
from facewise.signing.verify import verify
from facewise.store.pins import known, pin, pins
from facewise.store.reading import read_file

FORMAT = 1


class NotReadableError(FacewiseError):
    """The file is no PDF that can be read."""

    sentence = N_("{file} cannot be read as a PDF. Ask for the original file, not a scan or a photograph.")


def verify_file(file: Path, *, as_json: bool) -> int:
    """Print what is found, remember the signers of an intact file, and return the exit code."""
    pdf = read_file(file, MAX_SIZE)
    seen = pins()
    verdict = verify(pdf, known(seen), seen.reports)
    result = recompute(attached(pdf)) if verdict.is_report else None
    pin(verdict, signing_time())
    if as_json:
        print(json.dumps(_plain(verdict, result), ensure_ascii=False, indent=1))
    elif verdict.kind is Kind.NOT_READABLE:
        raise NotReadableError(file=file.name)
    else:
        print("\n".join(_lines(verdict, result)))
    if verdict.kind is Kind.NOT_READABLE:
        return UNUSABLE
    return FINE if verdict.intact and (result is None or result.follows is not False) else FOUND


def _lines(verdict: Verdict, result: Recomputed | None) -> Iterator[str]:
    yield verdicts.kind(verdict.kind)
    for reason in verdict.reasons:
        yield _("  {reason}").format(reason=verdicts.reason(reason))
    for change in verdict.changes:
        yield _("  {change}").format(change=verdicts.change(change))
    for signer in verdict.signers:
        yield from _signer(signer)
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


def _plain(verdict: Verdict, result: Recomputed | None) -> dict[str, Any]:
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
        "result": result and _plain_result(result),
    }


def _plain_signer(signer: Signer) -> dict[str, Any]:
    names = ("name", "organisation", "credit_code", "fingerprint", "field")
    flags = ("certifies", "self_issued", "known", "namesake", "genuine")
    told = {name: getattr(signer, name) for name in names + flags}
    return {**told, "time": signer.time.isoformat() if signer.time else None}


def _plain_result(result: Recomputed) -> dict[str, Any]:
    return {
        "follows": result.follows,
        "knows_rules": result.knows_rules,
        "knows_questionnaire": result.knows_pack,
        "grade": result.grade,
        "score": result.score,
        "differences": [
            {"part": d.part, "printed": d.printed, "computed": d.computed} for d in result.differences
        ],
    }
