"""Checking a signed file: stricter than readers are, never writing, never asking the network, never raising.

The order matters: the container is held against its own re-encoding and the digest against the bytes, and
only then is the PDF parsed. `tests/signing/test_attacks.py` shows what others accept and this refuses.
"""

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from pyhanko.pdf_utils.reader import PdfFileReader

from facewise.signing import names
from facewise.signing.attachments import base_size, carried
from facewise.signing.changes import between
from facewise.signing.container import Container, ContainerError, read
from facewise.signing.evidence import Evidence
from facewise.signing.people import Known, signer, stamped
from facewise.signing.ranges import Range, found
from facewise.signing.reading import MAX_SIZE, Filled, reader, signatures
from facewise.signing.revisions import only_signs, only_stamps
from facewise.signing.second import second_opinion
from facewise.signing.verdict import Change, Kind, Part, Reason, Signer, Verdict

names.mend()

_NONE: Final[Mapping[str, Collection[str]]] = MappingProxyType({})
_NO_CHANGES: Final = 1  # ISO 32000-1, table 254


@dataclass(frozen=True, slots=True)
class _Sealed:
    """A range of bytes with a signature that fits it."""

    range: Range
    container: Container


def verify(
    pdf: bytes,
    known: Mapping[str, str],
    seen: Mapping[str, Collection[str]] = _NONE,
    roots: Collection[bytes] = (),
) -> Verdict:
    """Return what is to be thought of a file.

    `known` names the signers met before by fingerprint; `seen` tells who had signed a base file (its SHA-256)
    when it was last checked, which finds a later signature that was cut off; `roots` are the certificates
    (DER) that the user trusts with all they have issued.
    """
    sha256 = hashlib.sha256(pdf).hexdigest()
    try:
        verdict = _judged(pdf, Known(known, seen, roots))
    except Exception:  # noqa: BLE001, whatever a hostile file raises, it is not intact
        verdict = Verdict(Kind.BROKEN, reasons=(Reason.UNEXPECTED,))
    return replace(verdict, sha256=sha256)


def _judged(pdf: bytes, known: Known) -> Verdict:
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


def _whole(pdf: bytes, last: _Sealed, known: Known) -> Verdict:
    """Return the verdict on a file whose last signature fits all of it."""
    document = reader(pdf)
    if document.encrypted:
        return Verdict(Kind.NOT_READABLE, reasons=(Reason.ENCRYPTED,))
    signed = signatures(document)
    if signed and all(each.is_timestamp for each in signed):
        return Verdict(Kind.NOT_SIGNED, is_report=carried(document) is not None)
    size, evidence = base_size(pdf, document), Evidence(document)
    base = hashlib.sha256(pdf[:size]).hexdigest() if size else ""
    verdict = _told(pdf, signed, evidence, known)
    verdict = replace(verdict, is_report=carried(document) is not None, base_sha256=base)
    reason = _objection(pdf, signed, last, evidence) or _later(pdf, document, signed)
    if reason is None:
        return _with_all_signers(verdict, known.seen.get(base, ()))
    if reason in {Reason.CHANGED_LATER, Reason.CERTIFIED_FINAL, Reason.DIGEST}:
        return replace(verdict, kind=Kind.CHANGED, changes=_later_changes(pdf, signed), reasons=(reason,))
    doubtful = tuple(replace(each, genuine=False) for each in verdict.signers)
    return replace(verdict, kind=Kind.BROKEN, signers=doubtful, stamps=(), reasons=(reason,))


def _told(pdf: bytes, signed: list[Filled], evidence: Evidence, known: Known) -> Verdict:
    """Return what the signatures say of themselves, as if nothing were wrong with any."""
    containers = [_fitting(pdf, _range(each)) for each in signed]
    pairs = [(e, c if isinstance(c, Container) else None) for e, c in zip(signed, containers, strict=True)]
    signers = tuple(signer(*pair, known, evidence) for pair in pairs if not pair[0].is_timestamp)
    stamps = [stamped(container, known, evidence) for each, container in pairs if each.is_timestamp]
    return Verdict(
        _kind(signers),
        signers=signers,
        stamps=tuple(each for each in stamps if each),
        has_evidence=all(container is not None and evidence.covers(container) for _, container in pairs),
    )


def _kind(signers: tuple[Signer, ...]) -> Kind:
    return Kind.INTACT_KNOWN if all(each.known for each in signers) else Kind.INTACT_FIRST_SEEN


def _with_all_signers(verdict: Verdict, expected: Collection[str]) -> Verdict:
    if set(expected) <= {each.fingerprint for each in verdict.signers}:
        return verdict
    return replace(
        verdict, kind=Kind.CHANGED, changes=(Change(Part.SIGNATURE),), reasons=(Reason.SIGNER_MISSING,)
    )


def _objection(pdf: bytes, signed: list[Filled], last: _Sealed, evidence: Evidence) -> Reason | None:
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
        reason = second_opinion(each, container, evidence)
        if reason is not None:
            return reason
    return None


def _range(signature: Filled) -> Range:
    start, before, after, tail = (int(number) for number in signature.embedded.byte_range)
    if start != 0:
        raise ContainerError(Reason.NO_RANGE)
    return Range(before, after, after + tail)


def _later(pdf: bytes, document: PdfFileReader, signed: list[Filled]) -> Reason | None:
    """Return what is wrong with what came after the first signature: each must be a revision of its own."""
    if signed[0].is_timestamp:
        return Reason.CHANGED_LATER
    ranges = [_range(each) for each in signed]
    first = signed[0].embedded.signed_revision
    revisions = [each.embedded.signed_revision for each in signed]
    if revisions != list(range(first, document.total_revisions)):
        return Reason.CHANGED_LATER
    for place in range(1, len(signed)):
        if _is_final(signed[place - 1]):
            return Reason.CERTIFIED_FINAL
        before, after = (pdf[: ranges[step].end] for step in (place - 1, place))
        allowed = only_stamps if signed[place].is_timestamp else only_signs
        if not allowed(before, reader(before), reader(after), signed[place]):
            return Reason.CHANGED_LATER
    return None


def _is_final(signature: Filled) -> bool:
    level = signature.embedded.docmdp_level
    return level is not None and level.value == _NO_CHANGES


def _later_changes(pdf: bytes, signed: list[Filled]) -> tuple[Change, ...]:
    changes = between(pdf[: _range(signed[0]).end], pdf)
    return tuple(change for change in changes if change.part is not Part.SIGNATURE) or changes
