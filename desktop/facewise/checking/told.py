"""An account of a check to take away: as lines of text, or as JSON."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from facewise.checking.account import Account, account
from facewise.checking.check import Checked
from facewise.i18n import _
from facewise.signing.verdict import Signer, Stamped

if TYPE_CHECKING:
    from facewise.signing.printed import Printed
    from facewise.signing.recompute import Recomputed

FORMAT: Final = 1


def lines(checked: Checked) -> Iterator[str]:
    """Yield what was found, in words: the verdict, its sentence, then each thing that was looked at."""
    told = account(checked)
    yield told.headline.words
    yield told.headline.text
    yield from _rows(told)
    yield _("SHA-256 of the file: {sha256}").format(sha256=checked.verdict.sha256)
    if checked.verdict.base_sha256:
        base = _("SHA-256 of the file before the first signature: {sha256}")
        yield base.format(sha256=checked.verdict.base_sha256)


def _rows(told: Account) -> Iterator[str]:
    for row in told.rows:
        yield _("{label}: {value}").format(label=row.label, value=row.found)
        for more in filter(None, (row.means, *row.details)):
            yield _("  {line}").format(line=more)


def plain(checked: Checked) -> dict[str, Any]:
    """Return what was found, as it stands in JSON."""
    verdict, result = checked.verdict, checked.result
    return {
        "format": FORMAT,
        "file": checked.name,
        "kind": verdict.kind.value,
        "intact": verdict.intact,
        "holds": checked.holds,
        "is_report": verdict.is_report,
        "signers": [_signer(checked, signer) for signer in verdict.signers],
        "changes": [{"part": c.part.value, "page": c.page, "name": c.name} for c in verdict.changes],
        "reasons": [reason.value for reason in verdict.reasons],
        "sha256": verdict.sha256,
        "base_sha256": verdict.base_sha256,
        "level": verdict.level,
        "timestamps": [_stamp(stamp) for stamp in verdict.stamps],
        "result": result and _result(result),
    }


def _signer(checked: Checked, signer: Signer) -> dict[str, Any]:
    names = ("name", "organisation", "credit_code", "fingerprint", "field")
    flags = ("certifies", "self_issued", "known", "namesake", "genuine", "trusted")
    told = {name: getattr(signer, name) for name in names + flags}
    stamp = _stamp(signer.stamped) if signer.stamped else None
    met = checked.met.get(signer.fingerprint)
    return {
        **told,
        "first_seen": met.first_seen.isoformat() if met else None,
        "compared": met.compared.isoformat() if met and met.compared else None,
        "time": signer.time.isoformat() if signer.time else None,
        "timestamp": stamp,
    }


def _stamp(stamp: Stamped) -> dict[str, Any]:
    return {
        "time": stamp.time.isoformat(),
        "authority": stamp.authority,
        "fingerprint": stamp.fingerprint,
        "trusted": stamp.trusted,
    }


def _result(result: "Recomputed") -> dict[str, Any]:
    return {
        "follows": result.follows,
        "knows_rules": result.knows_rules,
        "knows_questionnaire": result.knows_pack,
        "grade": result.grade,
        "score": result.score,
        "pages": result.printed and _pages(result.printed),
        "differences": [
            {"part": d.part, "printed": d.printed, "computed": d.computed} for d in result.differences
        ],
    }


def _pages(found: "Printed") -> dict[str, Any]:
    return {
        "found": found.found.value,
        "program": found.program,
        "pages": list(found.pages),
        "missing": list(found.missing),
    }
