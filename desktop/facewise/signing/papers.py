"""Signing the program's own papers: the stamp in the paper's language, the right box for each signer."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from pyhanko.pdf_utils import generic

from facewise.content.pack import Pack
from facewise.errors import N_, FacewiseError
from facewise.i18n import Language
from facewise.signing.attachments import NotAReportError, attached
from facewise.signing.identities import Identity
from facewise.signing.reading import fields, reader
from facewise.signing.seal import Seal
from facewise.signing.service import Service
from facewise.signing.sign import CONSULTANT, FURTHER, OWNER, sign
from facewise.signing.stamp import Stamp


class EditedReportError(FacewiseError):
    """The report shows another result than its answers give."""

    sentence = N_(
        "This report does not say what the answers inside give; do not sign it. "
        "Check it to see where it differs."
    )


@dataclass(frozen=True, slots=True)
class Manner:
    """How somebody signs: with the picture of a seal, with timestamps of a service, or with neither."""

    seal: Seal | None = None
    service: Service | None = None


PLAIN: Final = Manner()


def refuse_edited(pdf: bytes) -> None:
    """Refuse a report that came from elsewhere and whose result or pages its answers contradict.

    Raises EditedReportError, NotAReportError.
    """
    from facewise.signing.recompute import recompute

    if recompute(attached(pdf), pdf).holds is False:
        raise EditedReportError


def sign_report(
    pdf: bytes,
    identity: Identity,
    pack: Pack,
    language: Language,
    now: datetime,
    *,
    countersign: bool,
    manner: Manner = PLAIN,
) -> bytes:
    """Return a report with the signature of its owner, who certifies it, or of the next who approves.

    Those are the consultant and two more. Errors are those of `sign`.
    """
    return sign(
        pdf,
        identity,
        field=_free(pdf) if countersign else OWNER,
        now=now,
        stamp=replace(_stamp(pack, language, identity), seal=manner.seal),
        certify=not countersign,
        service=manner.service,
    )


def _free(pdf: bytes) -> str:
    """The first box for an approval that nobody has signed; the last one where there is none."""
    try:
        signed = {name for name, _, box in fields(reader(pdf)) if "/V" in box}
    except Exception as error:  # a hostile file may raise anything
        raise NotAReportError from error
    return next((name for name in (CONSULTANT, *FURTHER) if name not in signed), FURTHER[-1])


def language_of(pdf: bytes) -> Language:
    """Return the language that a PDF says it is written in.

    Raises NotAReportError.
    """
    try:
        found = reader(pdf).root.get("/Lang", "")
    except Exception as error:  # a hostile file may raise anything
        raise NotAReportError from error
    return "en" if isinstance(found, generic.TextStringObject) and found.startswith("en") else "zh"


def _stamp(pack: Pack, language: Language, identity: Identity) -> Stamp:
    fields = {"time": "{time}", "fingerprint": "{fingerprint}", "hash": "{base}"}
    who = identity.signatory
    keys = ("stamp.self",) * who.self_issued + ("stamp.time", "stamp.fingerprint", "stamp.base")
    lines = tuple(pack.words[key].format(**fields)[language] for key in keys)
    return Stamp((("{organisation}",) if who.organisation else ()) + lines)
