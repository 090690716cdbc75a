"""Timestamps and evidence: a local service (RFC 3161), what others say of it, and what nobody may change."""

import io
import shutil
import socket
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from asn1crypto import x509
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.signers.pdf_signer import PdfTimeStamper
from pyhanko.sign.validation import validate_pdf_signature, validate_pdf_timestamp
from pyhanko.sign.validation.dss import DocumentSecurityStore
from tests.signing import attacks
from tests.signing.papers import PASSPHRASE, STAMP, paper, report
from tests.signing.timeserver import Authority, authority
from tests.tools.verapdf import faults, hindrance

from facewise.signing import sign as signing
from facewise.signing.identities import Identity, new_identity, open_identity
from facewise.signing.ranges import found
from facewise.signing.service import (
    LEVELS,
    Clock,
    Level,
    NoEvidenceError,
    NoTimestampError,
    Service,
    ServiceAddressError,
)
from facewise.signing.sign import CONSULTANT, OWNER, ChangedReportError, sign
from facewise.signing.verdict import Kind, Reason, Verdict
from facewise.signing.verify import verify

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Authority]:
    with authority(tmp_path_factory.mktemp("authority")) as made:
        yield made


@pytest.fixture
def asked(service: Authority) -> Iterator[Authority]:
    """The service, good again after a test that spoiled it."""
    service.asked.clear()
    yield service
    service.reply, service.gives_lists = None, True
    service.withdrawn.clear()


def person(name: str) -> Identity:
    made = new_identity(name=name, passphrase=PASSPHRASE, now=datetime.now(UTC))
    return open_identity(made, PASSPHRASE)


@pytest.fixture(scope="module")
def owner() -> Identity:
    return person("李𬭎")


@pytest.fixture(scope="module")
def issued(service: Authority) -> Identity:
    return service.identity("陈志远")


def signed(pdf: bytes, identity: Identity, address: str, level: Level = "B-LTA", field: str = OWNER) -> bytes:
    return sign(
        pdf,
        identity,
        field=field,
        now=datetime.now(UTC).replace(microsecond=0),
        stamp=STAMP,
        certify=field == OWNER,
        service=Service(address, level),
    )


@pytest.fixture(scope="module")
def stamped(service: Authority, owner: Identity, issued: Identity) -> dict[str, bytes]:
    """A report at each level, signed by the owner; countersigned too at the highest."""
    base = report()
    made = {str(level): signed(base, owner, service.address, level) for level in LEVELS}
    both = signed(made["B-LTA"], issued, service.address, "B-LTA", CONSULTANT)
    return {**made, "both": both, "issued": signed(base, issued, service.address)}


def roots(service: Authority) -> list[bytes]:
    from cryptography.hazmat.primitives.serialization import Encoding

    return [service.root.public_bytes(Encoding.DER)]


def about_now(time: datetime) -> bool:
    return abs(datetime.now(UTC) - time) < timedelta(minutes=10)


@pytest.mark.parametrize("level", LEVELS)
def test_a_report_is_intact_at_each_level_and_says_who_noted_the_time(
    stamped: dict[str, bytes], level: str
) -> None:
    verdict = verify(stamped[level], {})
    assert (verdict.kind, verdict.level) == (Kind.INTACT_FIRST_SEEN, level)
    (signer,) = verdict.signers
    assert signer.stamped is not None
    assert signer.stamped.authority == "时间戳服务"
    assert about_now(signer.stamped.time)
    assert not signer.stamped.trusted
    assert len(verdict.stamps) == (level == "B-LTA")


def test_without_a_service_the_level_is_the_lowest(owner: Identity) -> None:
    made = sign(paper(), owner, field=OWNER, now=datetime.now(UTC), stamp=STAMP, certify=True)
    assert verify(made, {}).level == "B-B"
    assert verify(paper(), {}).level == ""


def test_a_countersigned_report_has_a_timestamp_after_each_signature(
    stamped: dict[str, bytes], service: Authority
) -> None:
    verdict = verify(stamped["both"], {}, roots=roots(service))
    assert verdict.level == "B-LTA"
    assert [signer.name for signer in verdict.signers] == ["李𬭎", "陈志远"]
    assert [signer.certifies for signer in verdict.signers] == [True, False]
    assert [stamp.trusted for stamp in verdict.stamps] == [True, True]


def test_a_chain_to_a_trusted_root_makes_a_signer_known(
    stamped: dict[str, bytes], service: Authority
) -> None:
    verdict = verify(stamped["issued"], {}, roots=roots(service))
    assert verdict.kind is Kind.INTACT_KNOWN
    (signer,) = verdict.signers
    assert signer.trusted
    assert signer.known
    assert signer.stamped is not None
    assert signer.stamped.trusted
    assert verify(stamped["issued"], {}).kind is Kind.INTACT_FIRST_SEEN
    assert verify(stamped["B-T"], {}, roots=roots(service)).kind is Kind.INTACT_FIRST_SEEN


def test_a_root_of_another_says_nothing(stamped: dict[str, bytes], owner: Identity) -> None:
    verdict = verify(stamped["issued"], {}, roots=[owner.certificate])
    assert verdict.kind is Kind.INTACT_FIRST_SEEN
    assert verify(stamped["B-T"], {}, roots=[owner.certificate]).kind is Kind.INTACT_KNOWN


def test_the_service_is_asked_only_for_what_the_level_needs(asked: Authority, owner: Identity) -> None:
    for level, questions in (("B-T", {"stamp"}), ("B-LT", {"stamp", "list"})):
        asked.asked.clear()
        signed(paper(), owner, asked.address, level)  # type: ignore[arg-type]
        assert set(asked.asked) == questions


def test_checking_asks_nobody(
    stamped: dict[str, bytes], asked: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert verify(stamped["both"], {}, roots=roots(asked)).intact
    assert asked.asked == []


@pytest.mark.parametrize(
    "address", ["", "time.example", "ftp://time.example/", "file:///etc/passwd", "http://"]
)
def test_what_is_no_address_is_refused(owner: Identity, address: str) -> None:
    with pytest.raises(ServiceAddressError):
        signed(paper(), owner, address)


@pytest.mark.parametrize("reply", [b"", b"nonsense", b"0" * 300_000, b"0\x03\x02\x01\x02"])
def test_a_service_that_answers_nonsense_is_told(asked: Authority, owner: Identity, reply: bytes) -> None:
    asked.reply = lambda _query: reply
    with pytest.raises(NoTimestampError, match=r"127\.0\.0\.1"):
        signed(paper(), owner, asked.address)


def test_a_service_that_is_not_there_is_told(owner: Identity) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(NoTimestampError):
        signed(paper(), owner, f"http://127.0.0.1:{port}/")


def test_a_service_that_falls_silent_between_is_told(asked: Authority, owner: Identity) -> None:
    answers = iter([asked.stamp])
    asked.reply = lambda query: next(answers)(query) if asked.asked == ["stamp"] else b""
    with pytest.raises(NoTimestampError):
        signed(paper(), owner, asked.address, "B-T")


def test_a_timestamp_over_something_else_is_refused(asked: Authority, owner: Identity) -> None:
    from asn1crypto import tsp

    def other(query: bytes) -> bytes:
        request = tsp.TimeStampReq.load(query)
        request["message_imprint"]["hashed_message"] = bytes(32)
        return asked.stamp(request.dump(force=True))

    asked.reply = other
    made = signed(paper(), owner, asked.address, "B-T")
    assert verify(made, {}).reasons == (Reason.SIGNATURE_WRONG,)


def test_without_a_word_on_withdrawals_there_is_no_evidence(asked: Authority, owner: Identity) -> None:
    asked.gives_lists = False
    with pytest.raises(NoEvidenceError, match="nothing was signed"):
        signed(paper(), owner, asked.address, "B-LT")
    assert verify(signed(paper(), owner, asked.address, "B-T"), {}).level == "B-T"


def test_a_withdrawn_certificate_signs_no_evidence(asked: Authority) -> None:
    identity = asked.identity("陈志远")
    asked.withdrawn.append(x509.Certificate.load(identity.certificate).serial_number)
    with pytest.raises(NoEvidenceError):
        signed(paper(), identity, asked.address, "B-LT")


def test_a_file_that_shows_a_certificate_withdrawn_is_broken(asked: Authority, owner: Identity) -> None:
    from asn1crypto import crl

    identity = asked.identity("陈志远")
    asked.withdrawn.append(x509.Certificate.load(identity.certificate).serial_number)
    writer = IncrementalPdfFileWriter(io.BytesIO(paper()))
    DocumentSecurityStore.supply_dss_in_writer(
        writer, None, certs=[], ocsps=[], crls=[crl.CertificateList.load(asked.withdrawals())]
    )
    base = io.BytesIO()
    writer.write(base)
    verdict = verify(signed(base.getvalue(), identity, asked.address, "B-T"), {})
    assert verdict.kind is Kind.BROKEN
    assert verdict.reasons == (Reason.REVOKED,)
    assert verify(signed(base.getvalue(), owner, asked.address, "B-T"), {}).intact


def judged(pdf: bytes) -> Verdict:
    return verify(pdf, {})


STAMPED = ("B-T", "B-LT", "B-LTA", "both", "issued")


@pytest.mark.parametrize("which", STAMPED)
def test_no_changed_byte_goes_unnoticed_in_stamped_reports(stamped: dict[str, bytes], which: str) -> None:
    flips = attacks.flips(stamped[which], 60, seed=11)
    assert not [place for place, made in flips if judged(made).intact]


@pytest.mark.parametrize("which", ["B-T", "issued"])
def test_no_changed_digit_of_a_stamped_container_is_missed(stamped: dict[str, bytes], which: str) -> None:
    pdf = stamped[which]
    container = found(pdf)[-1]
    der = container.gap(pdf)[1:-1].rstrip(b"0")
    for place in range(container.before + 1, container.before + len(der), 31):
        made = pdf[:place] + (b"1" if pdf[place : place + 1] != b"1" else b"2") + pdf[place + 1 :]
        assert not judged(made).intact, place


@pytest.mark.slow
@pytest.mark.parametrize("which", STAMPED)
def test_none_of_2000_changed_bytes_goes_unnoticed_in_stamped_reports(
    stamped: dict[str, bytes], which: str
) -> None:
    flips = attacks.flips(stamped[which], 2000, seed=12)
    assert not [place for place, made in flips if judged(made).intact]


@pytest.mark.parametrize("attack", attacks.UPDATES)
def test_no_update_after_the_last_timestamp_is_intact(stamped: dict[str, bytes], attack: str) -> None:
    verdict = judged(attacks.updated(stamped["B-LTA"], attacks.UPDATES[attack]))
    assert verdict.kind is Kind.CHANGED


def stamped_with(pdf: bytes, edit: attacks.Edit, address: str, name: str = "Timestamp-9") -> bytes:
    """The file with a timestamp over it whose maker also changes something else."""
    writer = signing._opened(pdf)
    edit(writer)
    made = io.BytesIO()
    clock = Clock(Service(address))
    clock.first()
    PdfTimeStamper(clock, field_name=name).timestamp_pdf(writer, "sha256", output=made)
    return made.getvalue()


def test_a_timestamp_alone_over_a_signed_report_is_intact(
    stamped: dict[str, bytes], service: Authority
) -> None:
    made = stamped_with(stamped["B-T"], lambda _: None, service.address)
    assert judged(made).intact
    assert len(judged(made).stamps) == 1


@pytest.mark.parametrize("attack", attacks.UPDATES)
def test_who_stamps_may_change_nothing_else(
    stamped: dict[str, bytes], service: Authority, attack: str
) -> None:
    made = stamped_with(stamped["B-T"], attacks.UPDATES[attack], service.address)
    assert judged(made).kind is Kind.CHANGED


def test_a_timestamp_that_shows_something_is_a_change(stamped: dict[str, bytes], service: Authority) -> None:
    made = stamped_with(stamped["B-T"], lambda _: None, service.address)

    for before, after in (
        (rb"/Rect [ 0 0 0 0 ]", rb"/Rect [ 0 0 9 9 ]"),
        (rb"/Rect [0 0 0 0]", rb"/Rect [0 0 9 9]"),
    ):
        made = made.replace(before, after)
    assert not judged(made).intact


def test_a_store_of_evidence_may_only_grow(stamped: dict[str, bytes], service: Authority) -> None:
    def emptied(writer: IncrementalPdfFileWriter) -> None:
        kept = generic.DictionaryObject({pdf_name("/Certs"): generic.ArrayObject()})
        writer.root[pdf_name("/DSS")] = writer.add_object(kept)
        writer.update_root()

    def foreign(writer: IncrementalPdfFileWriter) -> None:
        kept = generic.DictionaryObject(dict(writer.root["/DSS"].items()))
        kept[pdf_name("/JS")] = generic.pdf_string("app.alert(1)")
        writer.root[pdf_name("/DSS")] = writer.add_object(kept)
        writer.update_root()

    def removed(writer: IncrementalPdfFileWriter) -> None:
        del writer.root["/DSS"]
        writer.update_root()

    def in_place(writer: IncrementalPdfFileWriter) -> None:
        writer.root["/DSS"][pdf_name("/Certs")] = generic.ArrayObject()
        writer.update_container(writer.root["/DSS"])

    for edit in (emptied, foreign, removed, in_place):
        made = stamped_with(stamped["B-LT"], edit, service.address)
        assert judged(made).kind in {Kind.CHANGED, Kind.BROKEN}, edit.__name__


def test_a_timestamp_before_any_signature_is_no_signature(service: Authority, owner: Identity) -> None:
    made = stamped_with(paper(), lambda _: None, service.address)
    verdict = judged(made)
    assert verdict.kind is Kind.NOT_SIGNED
    assert verdict.is_report
    with pytest.raises(ChangedReportError):
        sign(made, owner, field=OWNER, now=datetime.now(UTC), stamp=STAMP, certify=False)


def test_evidence_that_floods_is_refused(stamped: dict[str, bytes], owner: Identity) -> None:
    def flood(writer: IncrementalPdfFileWriter) -> None:
        stream = writer.add_object(generic.StreamObject(stream_data=b"x"))
        certs = generic.ArrayObject([stream] * 500)
        kept = generic.DictionaryObject({pdf_name("/Certs"): certs})
        writer.root[pdf_name("/DSS")] = writer.add_object(kept)
        writer.update_root()

    base = attacks.updated(paper(), flood)
    made = sign(base, owner, field=OWNER, now=datetime.now(UTC), stamp=STAMP, certify=True)
    assert judged(made).kind is Kind.BROKEN


@pytest.mark.skipif(shutil.which("pdfsig") is None, reason="pdfsig is not installed")
@pytest.mark.parametrize("level", ["B-T", "B-LT"])
def test_poppler_calls_stamped_reports_valid(stamped: dict[str, bytes], level: str, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(stamped[level])
    text = subprocess.run(["pdfsig", tmp_path / "a.pdf"], capture_output=True, text=True, check=True).stdout
    assert "Signature Validation: Signature is Valid." in text
    assert "Total document signed" in text


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_qpdf_finds_nothing_wrong_with_timestamps(stamped: dict[str, bytes], tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(stamped["both"])
    said = subprocess.run(
        ["qpdf", "--check", tmp_path / "a.pdf"], capture_output=True, text=True, check=True
    ).stdout
    assert "No syntax or stream encoding errors" in said


def test_pyhanko_validates_the_highest_level_with_what_the_file_holds(
    stamped: dict[str, bytes], service: Authority, owner: Identity
) -> None:
    document = PdfFileReader(io.BytesIO(stamped["both"]))
    top = [x509.Certificate.load(each) for each in (*roots(service), owner.certificate)]
    kept = DocumentSecurityStore.read_dss(document)
    assert kept.crls
    about = {"trust_roots": top, "allow_fetching": False, "revocation_mode": "require"}
    for each in document.embedded_regular_signatures:
        context = kept.as_validation_context({**about, "revocation_mode": "hard-fail"})
        status = validate_pdf_signature(each, context, ts_validation_context=context)
        assert status.bottom_line
        assert status.timestamp_validity is not None
        assert status.timestamp_validity.trusted
    assert len(document.embedded_timestamp_signatures) == 2
    for each in document.embedded_timestamp_signatures:
        over = validate_pdf_timestamp(each, kept.as_validation_context(about))
        assert (over.intact, over.valid, over.trusted) == (True, True, True)


@pytest.mark.skipif(bool(hindrance()), reason=hindrance())
def test_verapdf_passes_stamped_reports(stamped: dict[str, bytes], tmp_path: Path) -> None:
    files = [tmp_path / f"{name}.pdf" for name in stamped]
    for file, content in zip(files, stamped.values(), strict=True):
        file.write_bytes(content)
    assert faults(files) == []
