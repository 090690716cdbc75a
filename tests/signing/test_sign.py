import hashlib
import subprocess
from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest
from tests.signing.papers import NOW, STAMP, Papers, files, paper

from facewise.signing.attachments import NotAReportError
from facewise.signing.identities import Identity, short
from facewise.signing.sign import (
    CONSULTANT,
    OWNER,
    AlreadySignedError,
    ChangedReportError,
    DraftError,
    IdentityExpiredError,
    NoSuchFieldError,
    SampleError,
    sign,
)
from facewise.signing.stamp import Stamp, UndrawableError


def signed(pdf: bytes, identity: Identity, field: str = OWNER, *, certify: bool = False) -> bytes:
    return sign(pdf, identity, field=field, now=NOW, stamp=STAMP, certify=certify)


def text_of(pdf: bytes, folder: Path) -> str:
    file = folder / "paper.pdf"
    file.write_bytes(pdf)
    return subprocess.run(
        ["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True
    ).stdout


def test_the_stamp_says_who_when_and_what_in_text(papers: Papers, owner: Identity, tmp_path: Path) -> None:
    text = text_of(papers.signed, tmp_path)
    assert "李𬭎" in text
    assert "2026-11-20 16:42:08 +08:00" in text
    assert short(owner.signatory.fingerprint) in text
    assert short(hashlib.sha256(papers.base).hexdigest().upper()) in text


def test_both_stamps_name_the_same_base_file(papers: Papers, tmp_path: Path) -> None:
    text = text_of(papers.countersigned, tmp_path)
    assert text.count(short(hashlib.sha256(papers.base).hexdigest().upper())) == 2


def test_the_stamp_is_in_the_language_of_its_words(owner: Identity, tmp_path: Path) -> None:
    stamp = Stamp(("Electronic signature of {name}", "for {organisation}"))
    made = sign(paper(), owner, field=OWNER, now=NOW, stamp=stamp, certify=True)
    assert "Electronic signature of 李𬭎" in text_of(made, tmp_path)


def test_all_fonts_of_the_stamp_are_embedded(papers: Papers, tmp_path: Path) -> None:
    file = tmp_path / "signed.pdf"
    file.write_bytes(papers.countersigned)
    listed = subprocess.run(["pdffonts", file], capture_output=True, text=True, check=True).stdout
    shown = [line.split()[-5:-2] for line in listed.splitlines() if "NotoSansSC" in line]
    assert len(shown) >= 4
    assert all(flags == ["yes"] * 3 for flags in shown)
    with pikepdf.open(file) as pdf:
        for field in pdf.Root.AcroForm.Fields:
            fonts = field.AP.N.Resources.Font
            assert set(fonts.keys()) == {"/Bold", "/Regular"}
            assert all("/FontFile2" in font.DescendantFonts[0].FontDescriptor for font in fonts.values())


def test_signing_adds_bytes_and_changes_none(papers: Papers) -> None:
    assert papers.signed.startswith(papers.base)
    assert papers.countersigned.startswith(papers.signed)


def test_version_metadata_and_information_stay_as_they_were(papers: Papers, tmp_path: Path) -> None:
    for name, content in (("base", papers.base), ("signed", papers.countersigned)):
        (tmp_path / name).write_bytes(content)
    with pikepdf.open(tmp_path / "base") as before, pikepdf.open(tmp_path / "signed") as after:
        assert before.Root.Metadata.read_bytes() == after.Root.Metadata.read_bytes()
        assert dict(before.docinfo) == dict(after.docinfo)
        assert before.pdf_version == after.pdf_version
        assert "/Version" not in after.Root
        assert "/Extensions" not in after.Root


def test_the_owner_certifies_and_the_consultant_approves(papers: Papers, tmp_path: Path) -> None:
    (tmp_path / "signed").write_bytes(papers.countersigned)
    with pikepdf.open(tmp_path / "signed") as pdf:
        owner, consultant = (field.V for field in pdf.Root.AcroForm.Fields)
        assert pdf.Root.Perms.DocMDP.objgen == owner.objgen
        assert int(owner.Reference[0].TransformParams.P) == 2
        assert "/Reference" not in consultant
        assert str(owner.SubFilter) == "/ETSI.CAdES.detached"
        assert str(owner.M) == "D:20261120164208+08'00'"


@pytest.mark.parametrize(("status", "error"), [("sample", SampleError), ("draft", DraftError)])
def test_samples_and_drafts_cannot_be_signed(status: str, error: type[Exception], owner: Identity) -> None:
    with pytest.raises(error, match="cannot be signed"):
        signed(paper(status), owner)


@pytest.mark.parametrize(
    "carried",
    [
        {},
        {"answers.json": b"{}"},
        {"answers.json": b"{}", "pack.json": b"{}"},
        {**files(), "result.json": b"{}"},
        {**files(), "result.json": b"[]"},
        {**files(), "result.json": b"not json"},
        {**files(), "result.json": b'{"status":"FINAL"}'},
        {**files(), "result.json": b'{"status":1}'},
        {**files(), "result.json": b"[" * 100_000},
    ],
)
def test_what_is_no_report_is_not_signed(carried: dict[str, bytes], owner: Identity) -> None:
    with pytest.raises(NotAReportError):
        signed(paper(carried=carried), owner)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"no pdf at all", b"%PDF-1.7\n" + b"[" * 9_000])
def test_what_is_no_pdf_is_not_signed(content: bytes, owner: Identity) -> None:
    with pytest.raises(NotAReportError):
        signed(content, owner)


def test_a_field_that_is_not_there_is_named(owner: Identity) -> None:
    with pytest.raises(NoSuchFieldError, match="Witness"):
        signed(paper(), owner, "Witness")


def test_a_box_is_signed_once(papers: Papers, consultant: Identity) -> None:
    with pytest.raises(AlreadySignedError, match=OWNER):
        signed(papers.signed, consultant, OWNER)


def test_nobody_certifies_after_somebody_signed(papers: Papers, consultant: Identity) -> None:
    with pytest.raises(AlreadySignedError, match=CONSULTANT):
        signed(papers.approved, consultant, CONSULTANT, certify=True)


def test_a_changed_report_is_not_signed_too(papers: Papers, consultant: Identity) -> None:
    with pytest.raises(ChangedReportError):
        signed(papers.signed + b"%\n", consultant, CONSULTANT)


def test_an_identity_signs_only_while_it_is_valid(owner: Identity) -> None:
    for now in (NOW - timedelta(days=2), NOW + timedelta(days=6 * 365)):
        with pytest.raises(IdentityExpiredError, match="2026-11-19"):
            sign(paper(), owner, field=OWNER, now=now, stamp=STAMP, certify=True)


def test_a_stamp_that_cannot_be_drawn_is_refused(owner: Identity) -> None:
    with pytest.raises(UndrawableError, match="𡱅"):
        sign(paper(), owner, field=OWNER, now=NOW, stamp=Stamp(("𡱅",)), certify=True)
