"""Signing a report in a field that is there, with a visible stamp; nothing else changes.

PAdES B-B by itself; B-T, B-LT and B-LTA where a timestamp service is named. What proves the certificates good
lies in the signed bytes, not behind them as usual, so that a signature or a timestamp covers every byte.
"""

import hashlib
import io
from dataclasses import replace
from datetime import datetime
from itertools import count
from typing import Final

from pyhanko.pdf_utils.extensions import DeveloperExtension
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers.pdf_signer import (
    DSSContentSettings,
    PdfSignatureMetadata,
    PdfSigner,
    PdfSigningSession,
    PdfTimeStamper,
    SigDSSPlacementPreference,
    TimestampDSSContentSettings,
)
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.errors import PathBuildingError, ValidationError

from facewise.errors import N_, FacewiseError
from facewise.signing import names
from facewise.signing.appearance import Style
from facewise.signing.attachments import NotAReportError, base_of, carried, is_sample, status
from facewise.signing.evidence import add_to_store, renew_store
from facewise.signing.identities import Identity, Signatory, short
from facewise.signing.key import Key
from facewise.signing.reading import fields, limits
from facewise.signing.service import ALGORITHM, Clock, NoEvidenceError, NoTimestampError, Service, evidence_of
from facewise.signing.stamp import Stamp
from facewise.signing.verify import verify

names.mend()

OWNER: Final = "Owner"
CONSULTANT: Final = "Consultant"
FURTHER: Final = ("Approval1", "Approval2")
"""The names of the signature fields of a report, in the order in which they are signed."""

_SIGNS: Final = {"digital_signature", "non_repudiation"}


class SampleError(FacewiseError):
    """The report is a sample."""

    sentence = N_("This is a sample report; it cannot be signed. Make an assessment of your own business.")


class DraftError(FacewiseError):
    """The report is a draft."""

    sentence = N_(
        "This report is a draft; it cannot be signed. Answer what is open and make the report again."
    )


class NoSuchFieldError(FacewiseError):
    """The report has no signature box of this name."""

    sentence = N_("This report has no signature box {field}. Make the report again, or name another box.")


class AlreadySignedError(FacewiseError):
    """The box is signed, or the owner would sign after somebody else."""

    sentence = N_(
        "The signature box {field} cannot be signed any more. Make the report again to sign it anew."
    )


class ChangedReportError(FacewiseError):
    """The report is not as the signers before left it."""

    sentence = N_(
        "This report was changed after it was signed; do not sign it too. Check it to see what was changed."
    )


class IdentityExpiredError(FacewiseError):
    """The certificate is not valid on the day of signing."""

    sentence = N_("This identity is valid from {start} to {end}. Check the clock, or create a new identity.")


def sign(
    pdf: bytes,
    identity: Identity,
    *,
    field: str,
    now: datetime,
    stamp: Stamp,
    certify: bool,
    service: Service | None = None,
) -> bytes:
    """Return the report with one more signature, and with timestamps where a service is named.

    With `certify` later signatures stay allowed, and nothing else (the owner); without, it approves.
    Raises SampleError, DraftError, NotAReportError, NoSuchFieldError, AlreadySignedError, ChangedReportError,
    IdentityExpiredError, UndrawableError, StampTooLongError; with a service also ServiceAddressError,
    NoTimestampError, NoEvidenceError.
    """
    _check_validity(identity.signatory, now)
    writer = _opened(pdf)
    _check_status(writer.prev)
    earlier = _check_field(writer.prev, field, certify=certify)
    if earlier and not verify(pdf, {}).intact:
        raise ChangedReportError
    base = hashlib.sha256(base_of(pdf) if earlier else pdf).hexdigest()
    who = identity.signatory
    style = Style(name=who.name, lines=_filled(stamp, who, now, base), seal=stamp.seal)
    key = Key(identity)
    if service is None:
        return _signed(writer, key, _about(field, certify=certify), style, now)
    return _stamped(writer, key, _about(field, certify=certify), style, now, Clock(service))


class _Writer(IncrementalPdfFileWriter):
    """A writer that adds a signature and leaves version, metadata and information as they are."""

    def ensure_output_version(self, version: tuple[int, int]) -> None:
        """Leave the version: PDF/A allows no other (ISO 19005-3, 6.1.2)."""

    def register_extension(self, ext: DeveloperExtension) -> None:
        """Register none: PDF/A knows none, and no reader asks for them."""

    def _update_meta(self) -> None:
        """Leave XMP and information, so that checking can demand them unchanged."""


class _Session(PdfSigner):
    """A signer whose clock is given."""

    now: datetime

    def init_signing_session(
        self,
        pdf_out: BasePdfFileWriter,
        existing_fields_only: bool = False,  # noqa: FBT001, FBT002, pyHanko's signature
    ) -> PdfSigningSession:
        """Return pyHanko's session with the given time."""
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self.now
        return session


def _signed(
    writer: _Writer,
    key: Key,
    about: PdfSignatureMetadata,
    style: Style,
    now: datetime,
    clock: Clock | None = None,
) -> bytes:
    session = _Session(about, key, stamp_style=style, timestamper=clock)
    session.now = now
    made = io.BytesIO()
    room = key.room + (2 * clock.room if clock else 0)
    session.sign_pdf(writer, existing_fields_only=True, bytes_reserved=room, output=made)
    return made.getvalue()


def _stamped(
    writer: _Writer, key: Key, about: PdfSignatureMetadata, style: Style, now: datetime, clock: Clock
) -> bytes:
    """Return what `_signed` does, with the time noted by a service, and with evidence where it is wanted."""
    evidence = None
    chain = clock.first()
    renew_store(writer)
    add_to_store(writer, chain[1:])
    if clock.service.level != "B-T":
        evidence = evidence_of(key.chain, chain)
        about = _with_evidence(about, key, evidence)
    try:
        pdf = _signed(writer, key, about, style, now, clock)
        return _archived(pdf, clock, evidence) if clock.service.level == "B-LTA" else pdf
    except (SigningError, ValidationError, PathBuildingError) as error:
        raise NoEvidenceError(why=error.__cause__ or error) from error
    except (OSError, ValueError, TypeError) as error:
        raise NoTimestampError(address=clock.service.address, why=error) from error


def _archived(pdf: bytes, clock: Clock, evidence: ValidationContext | None) -> bytes:
    """Return the file with a timestamp over all of it."""
    writer, made = _opened(pdf), io.BytesIO()
    taken = {name for name, _, _ in fields(writer.prev)}
    free = next(name for name in map("Timestamp-{}".format, count(1)) if name not in taken)
    renew_store(writer)
    PdfTimeStamper(clock, field_name=free).timestamp_pdf(
        writer,
        ALGORITHM,
        validation_context=evidence,
        dss_settings=TimestampDSSContentSettings(include_vri=False, update_before_ts=True),
        bytes_reserved=2 * clock.room,
        output=made,
    )
    return made.getvalue()


def _about(field: str, *, certify: bool) -> PdfSignatureMetadata:
    return PdfSignatureMetadata(
        field_name=field,
        md_algorithm=ALGORITHM,
        subfilter=SigSeedSubFilter.PADES,
        certify=certify,
        docmdp_permissions=MDPPerm.FILL_FORMS,
    )


def _with_evidence(
    about: PdfSignatureMetadata, key: Key, evidence: ValidationContext
) -> PdfSignatureMetadata:
    usage = key.certificate.key_usage_value
    return replace(
        about,
        embed_validation_info=True,
        validation_context=evidence,
        signer_key_usage=_SIGNS & usage.native if usage else set(),
        dss_settings=DSSContentSettings(
            include_vri=False, placement=SigDSSPlacementPreference.TOGETHER_WITH_SIGNATURE
        ),
    )


def _opened(pdf: bytes) -> _Writer:
    try:
        return _Writer(io.BytesIO(pdf), strict=True, decode_limits=limits())
    except Exception as error:  # a damaged or hostile file may raise anything
        raise NotAReportError from error


def _check_validity(signatory: Signatory, now: datetime) -> None:
    start, end = signatory.not_before, signatory.not_after
    if not start <= now <= end:
        raise IdentityExpiredError(start=start.date().isoformat(), end=end.date().isoformat())


def _check_status(document: PdfFileReader) -> None:
    try:
        files = carried(document)
    except Exception as error:  # as above
        raise NotAReportError from error
    found = status(files) if files else ""
    if found == "sample" or (files and is_sample(files)):
        raise SampleError
    if found == "draft":
        raise DraftError
    if found != "final":
        raise NotAReportError


def _check_field(document: PdfFileReader, wanted: str, *, certify: bool) -> bool:
    """Return whether somebody signed before, where the wanted field is there and may be signed."""
    filled = {name: "/V" in field for name, _, field in fields(document)}
    if wanted not in filled:
        raise NoSuchFieldError(field=wanted)
    if filled[wanted] or (certify and any(filled.values())):
        raise AlreadySignedError(field=wanted)
    return any(filled.values())


def _filled(stamp: Stamp, signatory: Signatory, now: datetime, base: str) -> tuple[str, ...]:
    offset = f"{now:%z}"
    said = {
        "name": signatory.name,
        "organisation": signatory.organisation,
        "time": f"{now:%Y-%m-%d %H:%M:%S} {offset[:3]}:{offset[3:5]}",
        "fingerprint": short(signatory.fingerprint),
        "base": short(base.upper()),
    }
    return tuple(line.format(**said) for line in stamp.lines)
