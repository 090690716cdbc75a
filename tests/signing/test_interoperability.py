"""What tools that nobody here wrote say about our signatures, and what we say about theirs."""

import io
import shutil
import ssl
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest
from asn1crypto import x509
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from tests.signing import attacks
from tests.signing.papers import NOW, STAMP, Papers, paper, report
from tests.tools.verapdf import faults, hindrance

from facewise.signing import sign as signing
from facewise.signing.identities import Identity
from facewise.signing.key import Key
from facewise.signing.ranges import found
from facewise.signing.verdict import Kind
from facewise.signing.verify import verify


def needs(tool: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(tool) is None, reason=f"{tool} is not installed")


@pytest.fixture
def written(papers: Papers, tmp_path: Path) -> Path:
    file = tmp_path / "report.pdf"
    file.write_bytes(papers.countersigned)
    return file


def said(*command: str | Path) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@needs("pdfsig")
def test_poppler_calls_both_signatures_valid(written: Path) -> None:
    text = said("pdfsig", written)
    assert text.count("Signature Validation: Signature is Valid.") == 2
    assert "Signer Certificate Common Name: 李𬭎" in text
    assert text.count("ETSI.CAdES.detached") == 2
    assert "  - Total document signed" in text.split("Signature #2")[1]


@needs("qpdf")
def test_qpdf_finds_nothing_wrong(written: Path) -> None:
    assert "No syntax or stream encoding errors" in said("qpdf", "--check", written)


@needs("openssl")
def test_openssl_verifies_the_extracted_signatures(
    papers: Papers, owner: Identity, consultant: Identity, tmp_path: Path
) -> None:
    trusted = tmp_path / "trusted.pem"
    both = (owner.certificate, consultant.certificate)
    trusted.write_text("".join(map(ssl.DER_cert_to_PEM_cert, both)))
    for place, each in enumerate(found(papers.countersigned)):
        container, content = tmp_path / f"{place}.der", tmp_path / f"{place}.bin"
        container.write_bytes(bytes.fromhex(each.gap(papers.countersigned)[1:-1].decode()))
        content.write_bytes(papers.countersigned[: each.before] + papers.countersigned[each.after : each.end])
        command = ["openssl", "cms", "-verify", "-binary", "-inform", "DER", "-cades", "-CAfile"]
        subprocess.run(
            [
                *command,
                trusted,
                "-purpose",
                "any",
                "-in",
                container,
                "-content",
                content,
                "-out",
                "/dev/null",
            ],
            check=True,
        )
    assert place == 1


def test_pyhanko_calls_both_signatures_valid(papers: Papers, owner: Identity, consultant: Identity) -> None:
    roots = [x509.Certificate.load(each.certificate) for each in (owner, consultant)]
    reader = PdfFileReader(io.BytesIO(papers.countersigned))
    for each in reader.embedded_regular_signatures:
        context = ValidationContext(trust_roots=roots, allow_fetching=False, moment=NOW)
        status = validate_pdf_signature(each, context)
        assert status.bottom_line
        assert status.docmdp_ok


def test_a_paper_signed_by_another_program_is_intact_but_no_report(owner: Identity) -> None:
    writer = IncrementalPdfFileWriter(io.BytesIO(paper(carried={})))
    about = signers.PdfSignatureMetadata(field_name="Elsewhere", md_algorithm="sha256")
    made = signers.sign_pdf(writer, about, Key(owner)).getvalue()
    verdict = verify(made, {})
    assert verdict.kind in {Kind.INTACT_FIRST_SEEN, Kind.BROKEN}
    assert not verdict.is_report


def test_a_later_signature_by_a_program_that_also_writes_metadata_is_told(
    papers: Papers, consultant: Identity
) -> None:
    writer = IncrementalPdfFileWriter(io.BytesIO(papers.signed))
    about = signers.PdfSignatureMetadata(
        field_name="Consultant", md_algorithm="sha256", subfilter=fields.SigSeedSubFilter.PADES
    )
    made = signers.sign_pdf(writer, about, Key(consultant)).getvalue()
    verdict = verify(made, papers.known)
    assert verdict.kind is Kind.CHANGED
    assert "metadata" in {each.part.value for each in verdict.changes}


def test_what_other_readers_accept_is_refused_here(papers: Papers, owner: Identity) -> None:
    """Blind spots of pyHanko's own policy that a report's check closes."""
    root = x509.Certificate.load(owner.certificate)
    for attack in ("information replaced", "XMP replaced", "empty field added"):
        made = attacks.updated(papers.approved, attacks.UPDATES[attack])
        (each,) = PdfFileReader(io.BytesIO(made)).embedded_regular_signatures
        context = ValidationContext(
            trust_roots=[root], allow_fetching=False, moment=NOW + timedelta(minutes=1)
        )
        accepted = validate_pdf_signature(each, context).bottom_line
        assert not verify(made, papers.known).intact, (attack, accepted)


@pytest.mark.skipif(bool(hindrance()), reason=hindrance())
def test_verapdf_passes_signed_and_countersigned_reports(
    tmp_path: Path, owner: Identity, consultant: Identity
) -> None:
    first = signing.sign(report(), owner, field=signing.OWNER, now=NOW, stamp=STAMP, certify=True)
    both = signing.sign(first, consultant, field=signing.CONSULTANT, now=NOW, stamp=STAMP, certify=False)
    written = [tmp_path / "signed.pdf", tmp_path / "countersigned.pdf"]
    for file, content in zip(written, (first, both), strict=True):
        file.write_bytes(content)
    assert faults(written) == []
