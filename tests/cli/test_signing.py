"""`sign` and `report --sign`: a signed report, kept in the assessment; drafts and samples are refused."""

import json
import os
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.cli.conftest import PASSPHRASE, Run

from facewise.assessment.answers import Answer
from facewise.cli.making import report_of
from facewise.content.canonical import sha256
from facewise.paper.pdf.blocks import Signature
from facewise.paper.pdf.document import Document, render
from facewise.paper.pdf.metadata import Attachment
from facewise.paper.pdf.report.document import render_report
from facewise.signing.attachments import attached
from facewise.store import passphrases
from facewise.store.identities import find
from facewise.store.opening import open_site
from facewise.store.signed import signed_reports
from facewise.store.site_file import SiteFile, read_site, write_site

STDIN = "--passphrase-stdin"


def test_a_signed_report_is_written_and_kept(run: Run, site: Path, tmp_path: Path, signer: str) -> None:
    said = run("report", site, "-o", "out", "--language", "en", "--sign", signer, STDIN, stdin=PASSPHRASE)
    assert (said.code, said.err) == (0, "")
    pdf = (tmp_path / said.out.strip()).read_bytes()
    kept = read_site(site)
    (signed,) = signed_reports(kept)
    assert signed.pdf == pdf
    assert b'"status":"final"' in signed.result
    assert kept.log[-1].detail == f"1 {sha256(pdf)} {sha256(kept.signed['1/record.json'])} {signer}"


def test_an_assessment_is_signed_beside_it_and_counted_on(run: Run, site: Path, signer: str) -> None:
    for number in (1, 2):
        said = run("sign", site, "--identity", signer, STDIN, stdin=f"{PASSPHRASE}\r\n")
        assert (said.code, said.err) == (0, "")
        assert Path(said.out.strip()).parent == site.parent
        assert [each.number for each in signed_reports(read_site(site))] == list(range(1, number + 1))


def test_an_assessment_is_signed_to_another_place(run: Run, site: Path, tmp_path: Path, signer: str) -> None:
    said = run("sign", site, "--identity", signer, "-o", "x/report.pdf", STDIN, stdin=PASSPHRASE)
    assert (said.code, said.out.strip()) == (0, str(Path("x/report.pdf")))
    assert (tmp_path / "x" / "report.pdf").is_file()


def test_a_report_is_signed_in_place_and_countersigned(
    run: Run, site: Path, tmp_path: Path, signer: str
) -> None:
    name = run("report", site, "-o", "out", "--language", "en").out.strip()
    plain = (tmp_path / name).read_bytes()
    assert run("sign", name, "--identity", signer, STDIN, stdin=PASSPHRASE).code == 0
    signed = (tmp_path / name).read_bytes()
    assert signed.startswith(plain)
    again = run("sign", name, "--identity", signer, STDIN, stdin=PASSPHRASE)
    assert again.code == 2
    assert "cannot be signed any more" in again.err
    countersign = ("sign", name, "--identity", signer, "--countersign", "-o", "both.pdf", STDIN)
    assert run(*countersign, stdin=PASSPHRASE).code == 0
    assert (tmp_path / name).read_bytes() == signed
    said = run("verify", "both.pdf")
    assert said.code == 0
    assert said.out.count("Who signed: 林小满") == 1
    assert said.out.count("Countersigned: 林小满") == 1


def test_two_more_approve_after_owner_and_consultant(
    run: Run, site: Path, tmp_path: Path, signer: str
) -> None:
    name = run("report", site, "-o", "out", "--language", "zh").out.strip()
    assert run("sign", name, "--identity", signer, STDIN, stdin=PASSPHRASE).code == 0
    approve = ("sign", name, "--identity", signer, "--countersign", STDIN)
    for _ in range(3):
        assert run(*approve, stdin=PASSPHRASE).code == 0
    told = json.loads(run("verify", name, "--json").out)
    assert [one["field"] for one in told["signers"]] == ["Owner", "Consultant", "Approval1", "Approval2"]
    assert run("verify", name).code == 0
    full = run(*approve, stdin=PASSPHRASE)
    assert (full.code, "cannot be signed any more" in full.err) == (2, True)


def test_the_digits_of_a_fingerprint_name_an_identity(run: Run, site: Path, signer: str) -> None:
    digits = find(signer).signatory.fingerprint[:8].lower()
    assert run("sign", site, "--identity", digits, STDIN, stdin=PASSPHRASE).code == 0


def test_a_sample_is_refused(run: Run, tmp_path: Path, shop: SiteFile, signer: str) -> None:
    path = tmp_path / "s.facewise"
    write_site(path, shop)
    for words in (("sign", path, "--identity", signer), ("report", path, "-o", "out", "--sign", signer)):
        said = run(*words, STDIN, stdin=PASSPHRASE)
        assert (said.code, said.out) == (2, "")
        assert said.err.startswith("This is a sample report")
    assert read_site(path) == shop


def test_a_draft_is_refused(run: Run, site: Path, tmp_path: Path, signer: str) -> None:
    made = run("report", site, "-o", "out", "--draft").out.strip()
    assert "draft" in run("sign", made, "--identity", signer, STDIN, stdin=PASSPHRASE).err
    unfinished = read_site(site)
    answers = unfinished.answers.put("alternatives.real", "till", Answer(value=None))
    write_site(site, SiteFile(answers, unfinished.pack))
    said = run("sign", site, "--identity", signer, STDIN, stdin=PASSPHRASE)
    assert said.code == 2
    assert said.err.startswith("This report is a draft")


def test_what_is_no_report_is_not_signed(run: Run, tmp_path: Path, signer: str) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 and nothing else")
    said = run("sign", "a.pdf", "--identity", signer, STDIN, stdin=PASSPHRASE)
    assert (said.code, said.err.split(":")[0]) == (2, "This file is not a report of this program")


def test_a_report_with_another_questionnaire_is_not_signed(
    run: Run, site: Path, tmp_path: Path, signer: str
) -> None:
    made = tmp_path / run("report", site, "-o", "out").out.strip()
    files = attached(made.read_bytes()) | {"pack.json": b"{}"}
    paper = Document(
        "x",
        "x",
        "x",
        "en",
        datetime(2026, 11, 20, tzinfo=UTC),
        (Signature("Owner", "x", "x"),),
        attachments=tuple(Attachment(name, data, "x") for name, data in files.items()),
    )
    (tmp_path / "a.pdf").write_bytes(render(paper))
    said = run("sign", "a.pdf", "--identity", signer, STDIN, stdin=PASSPHRASE)
    assert (said.code, said.err.split(":")[0]) == (2, "This file is not a report of this program")


def test_an_assessment_cannot_be_countersigned(run: Run, site: Path, signer: str) -> None:
    said = run("sign", site, "--identity", signer, "--countersign", STDIN, stdin=PASSPHRASE)
    assert said.code == 2
    assert "Name that PDF" in said.err


@pytest.mark.parametrize(
    ("stdin", "sentence"),
    [
        (b"wrong\n", "The passphrase does not open this identity"),
        (b"", "A passphrase is needed"),
        (b"\n", "A passphrase is needed"),
        (b"\xff\xfe\n", "A passphrase is needed"),
    ],
)
def test_a_wrong_passphrase_changes_nothing(
    run: Run, site: Path, signer: str, stdin: bytes, sentence: str
) -> None:
    before = site.read_bytes()
    said = run("sign", site, "--identity", signer, STDIN, stdin=stdin)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(sentence)
    assert site.read_bytes() == before


def test_a_byte_order_mark_is_no_part_of_a_passphrase(run: Run, site: Path, signer: str) -> None:
    assert run("sign", site, "--identity", signer, STDIN, stdin=f"\ufeff{PASSPHRASE}\n").code == 0


def test_without_a_keyboard_the_way_to_pass_a_passphrase_is_told(run: Run, site: Path, signer: str) -> None:
    said = run("sign", site, "--identity", signer)
    assert said.code == 2
    assert "--passphrase-stdin" in said.err


def test_the_key_store_is_asked_first(
    run: Run, site: Path, signer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = {find(signer).signatory.fingerprint: PASSPHRASE}
    monkeypatch.setattr("keyring.get_password", lambda _service, name: kept.get(name))
    assert passphrases.remembered(next(iter(kept))) == PASSPHRASE
    assert run("sign", site, "--identity", signer).code == 0


def test_a_passphrase_that_the_key_store_has_wrong_is_asked_for(
    run: Run, site: Path, signer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("keyring.get_password", lambda _service, _name: "of an earlier identity")
    monkeypatch.setattr("getpass.getpass", lambda _prompt: PASSPHRASE)
    assert run("sign", site, "--identity", signer).code == 0


def test_nobody_of_that_name_is_told(run: Run, site: Path) -> None:
    said = run("sign", site, "--identity", "nobody", STDIN, stdin=PASSPHRASE)
    assert said.code == 2
    assert "There is no identity nobody" in said.err


@pytest.mark.skipif(sys.platform == "win32", reason="a folder that cannot be written, by POSIX modes")
def test_where_the_assessment_cannot_keep_it_nothing_is_signed(
    run: Run, site: Path, tmp_path: Path, signer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    said = run("report", site, "-o", "out", "--sign", signer, STDIN, stdin=PASSPHRASE)
    assert said.code == 2
    assert "No space left on device" in said.err
    assert not (tmp_path / "out").exists()
    assert sorted(os.listdir(tmp_path)) == ["home", "till.facewise"]  # noqa: PTH208, also hidden names


def test_a_report_whose_pages_were_edited_is_not_signed(
    run: Run, site: Path, tmp_path: Path, signer: str
) -> None:
    opened = open_site(site)
    report = report_of(opened)
    uses = tuple(replace(use, grade="A") for use in report.assessment.uses)
    flattering = replace(report, assessment=replace(report.assessment, grade="A", uses=uses))
    (tmp_path / "a.pdf").write_bytes(render_report(flattering, "zh"))
    said = run("sign", "a.pdf", "--identity", signer, STDIN, stdin=PASSPHRASE)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("This report does not say what the answers inside give; do not sign it.")
