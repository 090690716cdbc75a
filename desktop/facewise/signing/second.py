"""A second opinion on a signature: what pyHanko's own validation says against it."""

from datetime import UTC, datetime, timedelta
from typing import Any, Final

from pyhanko.sign.validation import validate_pdf_signature, validate_pdf_timestamp
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator import ValidationContext

from facewise.signing.container import Container
from facewise.signing.evidence import Evidence
from facewise.signing.identities import describe
from facewise.signing.reading import Filled
from facewise.signing.verdict import Reason

_SIGNS: Final = {"digital_signature", "non_repudiation"}  # RFC 5280, 4.2.1.3: one of them
_CLOCKS_DIFFER: Final = timedelta(days=1)


def second_opinion(signature: Filled, container: Container, evidence: Evidence) -> Reason | None:
    """Return what is wrong with a signature or a timestamp, apart from later changes."""
    if signature.is_timestamp:
        return _against_timestamp(signature, container, evidence)
    time = signature.embedded.self_reported_timestamp
    about = describe(container.certificate.dump())
    if container.content is not None or time is None:
        return Reason.OUTSIDE_VALIDITY
    moment, stamp = aware(time), container.stamp
    if not about.not_before <= moment <= about.not_after or not _agrees(moment, stamp):
        return Reason.OUTSIDE_VALIDITY
    return _against_signature(signature, container, moment) or _withdrawn(container, moment, evidence)


def aware(time: datetime) -> datetime:
    """Return a time with a zone: what names none is in UTC."""
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def _against_signature(signature: Filled, container: Container, moment: datetime) -> Reason | None:
    stamp = container.stamp
    usage = KeyUsageConstraints(key_usage=_SIGNS if container.certificate.key_usage_value else set())
    status = validate_pdf_signature(
        signature.embedded,
        _context(container.chain, moment),
        _context(stamp.chain, stamp.time) if stamp and stamp.time else None,
        key_usage_settings=usage,
        skip_diff=True,
    )
    if not status.intact or not status.valid:
        return Reason.SIGNATURE_WRONG
    noted = status.timestamp_validity
    if stamp and not (noted and noted.intact and noted.valid and noted.trusted):
        return Reason.TIMESTAMP
    return None if status.trusted else Reason.CERTIFICATE


def _withdrawn(container: Container, moment: datetime, evidence: Evidence) -> Reason | None:
    stamp = container.stamp
    at = stamp.time if stamp and stamp.time else moment
    chains = [each.chain for each in (container, stamp) if each]
    return Reason.REVOKED if any(evidence.shows_withdrawn(chain, at) for chain in chains) else None


def _against_timestamp(signature: Filled, container: Container, evidence: Evidence) -> Reason | None:
    if container.content is None or container.time is None:
        return Reason.TIMESTAMP
    status = validate_pdf_timestamp(
        signature.embedded, _context(container.chain, container.time), skip_diff=True
    )
    if not (status.intact and status.valid and status.trusted):
        return Reason.TIMESTAMP
    return Reason.REVOKED if evidence.shows_withdrawn(container.chain, container.time) else None


def _agrees(moment: datetime, stamp: Container | None) -> bool:
    """Return whether the signer's clock and the service's tell about the same time."""
    return stamp is None or stamp.time is None or moment <= stamp.time + _CLOCKS_DIFFER


def _context(chain: tuple[Any, ...], moment: datetime) -> ValidationContext:
    # Whether the top of the chain is to be trusted is another question; here only whether it is a chain.
    return ValidationContext(trust_roots=[chain[-1]], other_certs=chain, allow_fetching=False, moment=moment)
