"""Checking a signed file: stricter than readers are, never writing, never asking the network, never raising.

The order matters: the container is held against its own re-encoding and the digest against the bytes, and
only then is the PDF parsed. `tests/signing/test_attacks.py` shows what others accept and this refuses.
"""

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial
from itertools import pairwise
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


class _Looked:
    """The bytes of a file, of which nothing is read twice."""

    def __init__(self, pdf: bytes) -> None:
        self.pdf = pdf
        self.fitting = cache(partial(_fitting, pdf))
        self.revision = cache(lambda end: reader(pdf[:end]))

    @cached_property
    def document(self) -> PdfFileReader:
        """The whole file."""
        return self.revision(len(self.pdf))

    @cached_property
    def signed(self) -> list[Filled]:
        """Its signatures and timestamps."""
        return signatures(self.document)

    @cached_property
    def evidence(self) -> Evidence:
        """What it holds about certificates."""
        return Evidence(self.document)

    @cached_property
    def is_report(self) -> bool:
        """Whether it carries what makes a report."""
        return carried(self.document) is not None

    @cached_property
    def is_proved(self) -> bool:
        """Whether its evidence is enough for each signature and timestamp."""
        containers = [self.fitting(_range(each)) for each in self.signed]
        return all(isinstance(each, Container) and self.evidence.covers(each) for each in containers)


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
    if isinstance(sealed, _Sealed):
        return _signed(pdf, sealed, known)
    if sealed is Reason.DIGEST:
        return Verdict(Kind.CHANGED, changes=(Change(Part.UNKNOWN),), reasons=(sealed,))
    return Verdict(Kind.BROKEN, reasons=(sealed,))


def _signed(pdf: bytes, sealed: _Sealed, known: Known) -> Verdict:
    """Return the verdict on a file of which a signature fits a beginning, or all."""
    looked = _Looked(pdf[: sealed.range.end])
    verdict = _whole(looked, sealed, known)
    if not verdict.intact:
        return verdict
    if len(looked.pdf) == len(pdf):
        return replace(verdict, has_evidence=looked.is_proved)
    changes = between(looked.document, pdf)
    return replace(verdict, kind=Kind.CHANGED, changes=changes, reasons=(Reason.NOT_WHOLE_FILE,))


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


def _whole(looked: _Looked, last: _Sealed, known: Known) -> Verdict:
    """Return the verdict on a file whose last signature fits all of it."""
    pdf, document = looked.pdf, looked.document
    if document.encrypted:
        return Verdict(Kind.NOT_READABLE, reasons=(Reason.ENCRYPTED,))
    if looked.signed and all(each.is_timestamp for each in looked.signed):
        return Verdict(Kind.NOT_SIGNED, is_report=looked.is_report)
    base = hashlib.sha256(pdf[: base_size(pdf, document)]).hexdigest()
    verdict = replace(_told(looked, known), is_report=looked.is_report, base_sha256=base)
    reason = _objection(looked, last) or _later(looked)
    if reason is None:
        return _with_all_signers(verdict, known.seen.get(base, ()))
    if reason in {Reason.CHANGED_LATER, Reason.CERTIFIED_FINAL, Reason.DIGEST}:
        return replace(verdict, kind=Kind.CHANGED, changes=_later_changes(looked), reasons=(reason,))
    doubtful = tuple(replace(each, genuine=False) for each in verdict.signers)
    return replace(verdict, kind=Kind.BROKEN, signers=doubtful, stamps=(), reasons=(reason,))


def _told(looked: _Looked, known: Known) -> Verdict:
    """Return what the signatures say of themselves, as if nothing were wrong with any."""
    containers = [looked.fitting(_range(each)) for each in looked.signed]
    pairs = [
        (each, container if isinstance(container, Container) else None)
        for each, container in zip(looked.signed, containers, strict=True)
    ]
    evidence = looked.evidence
    signers = tuple(signer(*pair, known, evidence) for pair in pairs if not pair[0].is_timestamp)
    stamps = [stamped(container, known, evidence) for each, container in pairs if each.is_timestamp]
    return Verdict(_kind(signers), signers=signers, stamps=tuple(each for each in stamps if each))


def _kind(signers: tuple[Signer, ...]) -> Kind:
    return Kind.INTACT_KNOWN if all(each.known for each in signers) else Kind.INTACT_FIRST_SEEN


def _with_all_signers(verdict: Verdict, expected: Collection[str]) -> Verdict:
    if set(expected) <= {each.fingerprint for each in verdict.signers}:
        return verdict
    return replace(
        verdict, kind=Kind.CHANGED, changes=(Change(Part.SIGNATURE),), reasons=(Reason.SIGNER_MISSING,)
    )


def _objection(looked: _Looked, last: _Sealed) -> Reason | None:
    """Return the first thing that is wrong with any signature, or None."""
    ranges = [_range(each) for each in looked.signed]
    if not ranges or ranges[-1] != last.range:
        return Reason.NO_RANGE
    for each, where in zip(looked.signed, ranges, strict=True):
        if where.gap(looked.pdf)[1:-1].lower() != each.embedded.pkcs7_content.hex().encode():
            return Reason.NO_RANGE  # what readers show as the signature is not what lies between the bytes
        container = looked.fitting(where)
        if not isinstance(container, Container):
            return container
        if looked.is_report and not container.is_strict:
            return Reason.CONTAINER_NOT_CANONICAL
        reason = second_opinion(each, container, looked.evidence)
        if reason is not None:
            return reason
    return None


def _range(signature: Filled) -> Range:
    start, before, after, tail = (int(number) for number in signature.embedded.byte_range)
    if start != 0:
        raise ContainerError(Reason.NO_RANGE)
    return Range(before, after, after + tail)


def _later(looked: _Looked) -> Reason | None:
    """Return what is wrong with what came after the first signature: each must be a revision of its own."""
    signed = looked.signed
    if signed[0].is_timestamp:
        return Reason.CHANGED_LATER
    revisions = [each.embedded.signed_revision for each in signed]
    if revisions != list(range(revisions[0], looked.document.total_revisions)):
        return Reason.CHANGED_LATER
    for earlier, signature in pairwise(signed):
        if _is_final(earlier):
            return Reason.CERTIFIED_FINAL
        before, after = _range(earlier).end, _range(signature).end
        allowed = only_stamps if signature.is_timestamp else only_signs
        if not allowed(looked.pdf[:before], looked.revision(before), looked.revision(after), signature):
            return Reason.CHANGED_LATER
    return None


def _is_final(signature: Filled) -> bool:
    level = signature.embedded.docmdp_level
    return level is not None and level.value == _NO_CHANGES


def _later_changes(looked: _Looked) -> tuple[Change, ...]:
    changes = between(looked.revision(_range(looked.signed[0]).end), looked.pdf)
    return tuple(change for change in changes if change.part is not Part.SIGNATURE) or changes
