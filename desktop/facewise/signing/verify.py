"""Checking a signed file: stricter than readers are, never writing, never asking the network, never raising.

The order matters: the container is held against its own re-encoding and the digest against the bytes, and
only then is the PDF parsed. `tests/signing/test_attacks.py` shows what others accept and this refuses.
"""

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Final

from asn1crypto import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator import ValidationContext

from facewise.signing import names
from facewise.signing.attachments import base_size, carried
from facewise.signing.changes import between
from facewise.signing.container import Container, ContainerError, read
from facewise.signing.identities import Signatory, describe
from facewise.signing.ranges import Range, found
from facewise.signing.reading import MAX_SIZE, Filled, reader, signatures
from facewise.signing.revisions import only_signs
from facewise.signing.verdict import Change, Kind, Part, Reason, Signer, Verdict

names.mend()

_NONE: Final[Mapping[str, Collection[str]]] = MappingProxyType({})
_SIGNS: Final = {"digital_signature", "non_repudiation"}  # RFC 5280, 4.2.1.3: one of them
_NO_CHANGES: Final = 1  # ISO 32000-1, table 254


@dataclass(frozen=True, slots=True)
class _Known:
    """Whom the reader knows: names by fingerprint, and who signed which base file when it was last seen."""

    names: Mapping[str, str]
    seen: Mapping[str, Collection[str]]


@dataclass(frozen=True, slots=True)
class _Sealed:
    """A range of bytes with a signature that fits it."""

    range: Range
    container: Container


def verify(pdf: bytes, known: Mapping[str, str], seen: Mapping[str, Collection[str]] = _NONE) -> Verdict:
    """Return what is to be thought of a file.

    `known` names the signers met before by fingerprint; `seen` tells who had signed a base file (its SHA-256)
    when it was last checked, which finds a later signature that was cut off.
    """
    sha256 = hashlib.sha256(pdf).hexdigest()
    try:
        verdict = _judged(pdf, _Known(known, seen))
    except Exception:  # noqa: BLE001, whatever a hostile file raises, it is not intact
        verdict = Verdict(Kind.BROKEN, reasons=(Reason.UNEXPECTED,))
    return replace(verdict, sha256=sha256)


def _judged(pdf: bytes, known: _Known) -> Verdict:
    if len(pdf) > MAX_SIZE:
        return Verdict(Kind.NOT_READABLE, reasons=(Reason.TOO_LARGE,))
    if not pdf.startswith(b"%PDF-"):
        return Verdict(Kind.NOT_READABLE, reasons=(Reason.NOT_A_PDF,))
    if b"/ByteRange" not in pdf:
        return _unsigned(pdf)
    sealed = _last_sealed(pdf)
    if isinstance(sealed, Reason):
        kind = Kind.CHANGED if sealed is Reason.DIGEST else Kind.BROKEN
        changes = (Change(Part.UNKNOWN),) if kind is Kind.CHANGED else ()
        return Verdict(kind, changes=changes, reasons=(sealed,))
    signed = pdf[: sealed.range.end]
    verdict = _whole(signed, sealed, known)
    if len(signed) == len(pdf) or not verdict.intact:
        return verdict
    return replace(verdict, kind=Kind.CHANGED, changes=between(signed, pdf), reasons=(Reason.NOT_WHOLE_FILE,))


def _unsigned(pdf: bytes) -> Verdict:
    try:
        document = reader(pdf)
        if document.encrypted:
            return Verdict(Kind.NOT_READABLE, reasons=(Reason.ENCRYPTED,))
        return Verdict(Kind.NOT_SIGNED, is_report=carried(document) is not None)
    except Exception:  # noqa: BLE001, a damaged file may raise anything
        return Verdict(Kind.NOT_READABLE, reasons=(Reason.DAMAGED,))


def _last_sealed(pdf: bytes) -> _Sealed | Reason:
    """Return the longest beginning of the file that a signature fits, or why there is none."""
    reasons = []
    for each in found(pdf):
        container = _fitting(pdf, each)
        if isinstance(container, Container):
            return _Sealed(each, container)
        reasons.append(container)
    if not reasons:
        return Reason.NO_RANGE
    # A digest that does not fit says the most: here is a signature, and there a file that was changed.
    return Reason.DIGEST if Reason.DIGEST in reasons else reasons[0]


def _fitting(pdf: bytes, signed: Range) -> Container | Reason:
    try:
        container = read(signed.gap(pdf))
        if signed.digest(pdf, container.algorithm) != container.digest:
            return Reason.DIGEST
        return container if container.is_genuine() else Reason.SIGNATURE_WRONG
    except ContainerError as error:
        return error.reason
    except Exception:  # noqa: BLE001, a damaged container may raise anything
        return Reason.CONTAINER_UNREADABLE


def _whole(pdf: bytes, last: _Sealed, known: _Known) -> Verdict:
    """Return the verdict on a file whose last signature fits all of it."""
    document = reader(pdf)
    if document.encrypted:
        return Verdict(Kind.NOT_READABLE, reasons=(Reason.ENCRYPTED,))
    signed = signatures(document)
    size = base_size(pdf, document)
    base = hashlib.sha256(pdf[:size]).hexdigest() if size else ""
    signers = tuple(_signer(each, known.names) for each in signed)
    verdict = Verdict(
        _kind(signers),
        is_report=carried(document) is not None,
        signers=signers,
        base_sha256=base,
    )
    reason = _objection(pdf, document, signed, last)
    if reason is None:
        return _with_all_signers(verdict, known.seen.get(base, ()))
    if reason in {Reason.CHANGED_LATER, Reason.CERTIFIED_FINAL, Reason.DIGEST}:
        return replace(verdict, kind=Kind.CHANGED, changes=_later_changes(pdf, signed), reasons=(reason,))
    doubtful = tuple(replace(signer, genuine=False) for signer in signers)
    return replace(verdict, kind=Kind.BROKEN, signers=doubtful, reasons=(reason,))


def _kind(signers: tuple[Signer, ...]) -> Kind:
    return Kind.INTACT_KNOWN if all(signer.known for signer in signers) else Kind.INTACT_FIRST_SEEN


def _with_all_signers(verdict: Verdict, expected: Collection[str]) -> Verdict:
    if set(expected) <= {signer.fingerprint for signer in verdict.signers}:
        return verdict
    return replace(
        verdict, kind=Kind.CHANGED, changes=(Change(Part.SIGNATURE),), reasons=(Reason.SIGNER_MISSING,)
    )


def _objection(pdf: bytes, document: PdfFileReader, signed: list[Filled], last: _Sealed) -> Reason | None:
    """Return the first thing that is wrong with any signature, or None."""
    ranges = [_range(each) for each in signed]
    if not signed or ranges[-1] != last.range:
        return Reason.NO_RANGE
    for each, where in zip(signed, ranges, strict=True):
        if where.gap(pdf)[1:-1].lower() != each.embedded.pkcs7_content.hex().encode():
            return Reason.NO_RANGE  # what readers show as the signature is not what lies between the bytes
        container = _fitting(pdf, where)
        if not isinstance(container, Container):
            return container
        reason = _second_opinion(each, container)
        if reason is not None:
            return reason
    return _later(pdf, document, signed, ranges)


def _range(signature: Filled) -> Range:
    start, before, after, tail = (int(number) for number in signature.embedded.byte_range)
    if start != 0:
        raise ContainerError(Reason.NO_RANGE)
    return Range(before, after, after + tail)


def _second_opinion(signature: Filled, container: Container) -> Reason | None:
    """Return what pyHanko's own validation says against a signature, apart from later changes."""
    time = signature.embedded.self_reported_timestamp
    signatory = describe(container.certificate.dump())
    if time is None or not signatory.not_before <= _aware(time) <= signatory.not_after:
        return Reason.OUTSIDE_VALIDITY
    # Whether the top of the chain is to be trusted is another question; here only whether it is a chain.
    context = ValidationContext(
        trust_roots=[container.chain[-1]],
        other_certs=container.chain,
        allow_fetching=False,
        moment=_aware(time),
    )
    usage = KeyUsageConstraints(key_usage=_SIGNS if container.certificate.key_usage_value else set())
    status = validate_pdf_signature(signature.embedded, context, key_usage_settings=usage, skip_diff=True)
    if not status.intact or not status.valid:
        return Reason.SIGNATURE_WRONG
    return None if status.trusted else Reason.CERTIFICATE


def _aware(time: datetime) -> datetime:
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def _later(pdf: bytes, document: PdfFileReader, signed: list[Filled], ranges: list[Range]) -> Reason | None:
    """Return what is wrong with the signatures after the first: each must be a revision of its own."""
    first = signed[0].embedded.signed_revision
    revisions = [each.embedded.signed_revision for each in signed]
    if revisions != list(range(first, document.total_revisions)):
        return Reason.CHANGED_LATER
    for place in range(1, len(signed)):
        if _is_final(signed[place - 1]):
            return Reason.CERTIFIED_FINAL
        before, after = (pdf[: ranges[step].end] for step in (place - 1, place))
        if not only_signs(before, reader(before), reader(after), signed[place]):
            return Reason.CHANGED_LATER
    return None


def _is_final(signature: Filled) -> bool:
    level = signature.embedded.docmdp_level
    return level is not None and level.value == _NO_CHANGES


def _later_changes(pdf: bytes, signed: list[Filled]) -> tuple[Change, ...]:
    changes = between(pdf[: _range(signed[0]).end], pdf)
    return tuple(change for change in changes if change.part is not Part.SIGNATURE) or changes


def _signer(signature: Filled, known: Mapping[str, str]) -> Signer:
    certificate: x509.Certificate = signature.embedded.signer_cert
    signatory: Signatory = describe(certificate.dump())
    time = signature.embedded.self_reported_timestamp
    return Signer(
        name=signatory.name,
        organisation=signatory.organisation,
        credit_code=signatory.credit_code,
        fingerprint=signatory.fingerprint,
        field=signature.name,
        time=_aware(time) if time else None,
        certifies=signature.embedded.docmdp_level is not None,
        self_issued=signatory.self_issued,
        known=signatory.fingerprint in known,
        namesake=signatory.fingerprint not in known and signatory.name in known.values(),
        genuine=True,
    )
