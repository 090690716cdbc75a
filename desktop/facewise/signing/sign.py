"""Signing a report: PAdES B-B in a field that is there, with a visible stamp; nothing else changes."""

import hashlib
import io
from datetime import datetime
from typing import Final

from asn1crypto import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers.pdf_cms import Signer
from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata, PdfSigner, PdfSigningSession
from pyhanko_certvalidator.registry import SimpleCertificateStore

from facewise.errors import N_, FacewiseError
from facewise.signing import names
from facewise.signing.appearance import Style
from facewise.signing.attachments import NotAReportError, base_of, carried, status
from facewise.signing.identities import Identity, Signatory, short
from facewise.signing.reading import fields, limits
from facewise.signing.stamp import Stamp
from facewise.signing.verify import verify

names.mend()

OWNER: Final = "Owner"
CONSULTANT: Final = "Consultant"
"""The names of the two signature fields of a report."""

_ALGORITHM: Final = "sha256"
_ROOM: Final = 2048  # bytes for what a container holds beside certificates and signature: 600 measured


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


def sign(pdf: bytes, identity: Identity, *, field: str, now: datetime, stamp: Stamp, certify: bool) -> bytes:
    """Return the report with one more signature.

    With `certify` later signatures stay allowed, and nothing else (the owner); without, it approves.
    Raises SampleError, DraftError, NotAReportError, NoSuchFieldError, AlreadySignedError, ChangedReportError,
    IdentityExpiredError, UndrawableError, StampTooLongError.
    """
    _check_validity(identity.signatory, now)
    writer = _opened(pdf)
    _check_status(writer.prev)
    earlier = _check_field(writer.prev, field, certify=certify)
    if earlier and not verify(pdf, {}).intact:
        raise ChangedReportError
    base = hashlib.sha256(base_of(pdf) if earlier else pdf).hexdigest()
    style = Style(name=identity.signatory.name, lines=_filled(stamp, identity.signatory, now, base))
    return _signed(writer, _Key(identity), _about(field, certify=certify), style, now)


class _Writer(IncrementalPdfFileWriter):
    """A writer that adds a signature and leaves version, metadata and information as they are."""

    def ensure_output_version(self, version: tuple[int, int]) -> None:
        """Leave the version: PDF/A allows no other (ISO 19005-3, 6.1.2)."""

    def _update_meta(self) -> None:
        """Leave XMP and information, so that checking can demand them unchanged."""


class _Key(Signer):
    """An opened identity as pyHanko's signer; the key is never written out and checked only once."""

    def __init__(self, identity: Identity) -> None:
        chain = SimpleCertificateStore()
        chain.register_multiple(x509.Certificate.load(each) for each in identity.chain)
        super().__init__(
            signing_cert=x509.Certificate.load(identity.certificate), cert_registry=chain, embed_roots=False
        )
        self.identity = identity

    @property
    def room(self) -> int:
        """Digits to leave for the container, so that pyHanko need not sign twice to learn its size."""
        certificates = sum(map(len, (self.identity.certificate, *self.identity.chain)))
        return 2 * (certificates + _ROOM)

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:  # noqa: ARG002, FBT001, FBT002, pyHanko's signature
        """Return the signature over signed attributes."""
        key = self.identity.key
        if isinstance(key, ec.EllipticCurvePrivateKey):
            return key.sign(data, ec.ECDSA(hashes.SHA256()))
        return key.sign(data, padding.PKCS1v15(), hashes.SHA256())


class _Session(PdfSigner):
    """A signer whose clock is given and that leaves the catalogue's /Extensions as they are."""

    now: datetime

    def register_extensions(self, pdf_out: BasePdfFileWriter, *, md_algorithm: str) -> None:
        """Register none: PDF/A knows none, and no reader asks for them."""

    def init_signing_session(
        self,
        pdf_out: BasePdfFileWriter,
        existing_fields_only: bool = False,  # noqa: FBT001, FBT002, pyHanko's signature
    ) -> PdfSigningSession:
        """Return pyHanko's session with the given time."""
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self.now
        return session


def _signed(writer: _Writer, key: _Key, about: PdfSignatureMetadata, style: Style, now: datetime) -> bytes:
    session = _Session(about, key, stamp_style=style)
    session.now = now
    made = io.BytesIO()
    session.sign_pdf(writer, existing_fields_only=True, bytes_reserved=key.room, output=made)
    return made.getvalue()


def _about(field: str, *, certify: bool) -> PdfSignatureMetadata:
    return PdfSignatureMetadata(
        field_name=field,
        md_algorithm=_ALGORITHM,
        subfilter=SigSeedSubFilter.PADES,
        certify=certify,
        docmdp_permissions=MDPPerm.FILL_FORMS,
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
    if found == "sample":
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
