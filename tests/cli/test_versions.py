"""What was signed in an assessment: kept, listed by `verify`, told by `check`; the paper route."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from tests.cli.conftest import PASSPHRASE, Run
from tests.signing.pictures import seal

from facewise.assessment.answers import Answer
from facewise.store.identities import find
from facewise.store.seals import seal_of
from facewise.store.signed import signed_reports
from facewise.store.site_file import read_site, write_site

STDIN = "--passphrase-stdin"


@pytest.fixture
def signed(run: Run, site: Path, signer: str) -> Path:
    said = run("sign", site, "--identity", signer, "-o", "signed.pdf", STDIN, stdin=PASSPHRASE)
    assert said.code == 0
    return site


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    file = tmp_path / "sealed.jpg"
    Image.new("RGB", (60, 80), "white").save(file)
    return file


def edit(site: Path) -> None:
    was = read_site(site)
    answers = was.answers.put("alternatives.real", "till", Answer(value="yes"))
    write_site(site, replace(was, answers=answers))


def test_nothing_signed_is_told(run: Run, site: Path) -> None:
    said = run("verify", site)
    assert said.code == 1
    assert "Nothing has been signed" in said.out
    assert "Version" not in run("check", site).out
    assert "signed" not in json.loads(run("check", site, "--json").out)


def test_what_was_signed_is_listed_with_its_day_to_keep_it_until(run: Run, signed: Path, signer: str) -> None:
    record = signed_reports(read_site(signed))[0].record
    assert record is not None
    head = f"Version 1, signed {record.at.date()} by {signer}; keep it until {record.keep_until} at least."
    said = run("verify", signed)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(head)
    assert "  Intact, and the result follows" in said.out
    assert head in run("check", signed).out
    plain = json.loads(run("verify", signed, "--json").out)
    assert [one["verdict"]["kind"] for one in plain["versions"]] == ["intact_known"]
    (told,) = json.loads(run("check", signed, "--json").out)["signed"]
    assert (told["number"], told["current"], told["keep_until"]) == (1, True, str(record.keep_until))


def test_later_answers_are_told_as_the_next_version(run: Run, signed: Path) -> None:
    edit(signed)
    for command in ("verify", "check"):
        assert "can be signed as version 2" in run(command, signed).out
    assert run("verify", signed).code == 0


def test_a_sealed_paper_is_kept_and_shown(run: Run, signed: Path, scan: Path) -> None:
    said = run("sign", signed, "--scan", scan, scan)
    assert (said.code, said.err) == (0, "")
    assert "kept with signed version 1" in said.out
    told = run("verify", signed)
    assert told.code == 0
    assert told.out.count("Sealed paper, scanned 20") == 2
    assert "scan-2.jpg, SHA-256 " in told.out


def test_a_printed_report_comes_back_sealed(run: Run, site: Path, scan: Path) -> None:
    said = run("sign", site, "--scan", scan)
    assert said.code == 2
    assert "--keep" in said.err
    made = run("report", site, "-o", "out").out.strip()
    assert run("sign", site, "--keep", made, "--scan", scan).code == 0
    told = run("verify", site)
    assert told.code == 0
    assert "Version 1, on paper, 20" in told.out


def test_a_countersigned_report_comes_back(run: Run, signed: Path, signer: str) -> None:
    words = ("sign", "signed.pdf", "--identity", signer, "--countersign", "-o", "both.pdf", STDIN)
    assert run(*words, stdin=PASSPHRASE).code == 0
    assert run("sign", signed, "--keep", "both.pdf").code == 0
    told = run("verify", signed)
    assert told.code == 0
    assert "Countersigned by" in told.out


def test_what_does_not_belong_to_it_is_not_kept(run: Run, signed: Path, tmp_path: Path, scan: Path) -> None:
    before = signed.read_bytes()
    (tmp_path / "x.pdf").write_bytes(b"nothing")
    for words in (
        ("--keep", "x.pdf"),
        ("--scan", "x.pdf"),
        ("--scan", signed),
        ("--scan", scan, "--number", "7"),
    ):
        said = run("sign", signed, *words)
        assert (said.code, said.out) == (2, "")
    assert run("sign", "signed.pdf", "--scan", scan).code == 2
    assert signed.read_bytes() == before


def test_an_exchanged_file_is_found(run: Run, signed: Path) -> None:
    was = read_site(signed)
    write_site(signed, replace(was, signed={**was.signed, "1/result.json": b"{}"}))
    said = run("verify", signed)
    assert said.code == 1
    assert "exchanged" in said.out


def test_an_identity_gets_a_seal_that_its_signatures_show(
    run: Run, site: Path, signer: str, tmp_path: Path
) -> None:
    (tmp_path / "seal.png").write_bytes(seal(200))
    said = run("identity", "seal", signer, "seal.png", "--transparent")
    assert (said.code, said.err) == (0, "")
    who = find(signer).signatory.fingerprint
    assert seal_of(who) is not None
    assert run("identity", "seal", signer, "seal.png", "--size", 42, "--transparent").code == 0
    kept = seal_of(who)
    assert kept is not None
    assert kept.millimetres == 42
    assert run("identity", "seal", signer, "seal.png", "--size", 12).code == 2
    for extra, shown in (((), True), (("--no-seal",), False)):
        made = run("sign", site, "--identity", signer, *extra, STDIN, stdin=PASSPHRASE).out.strip()
        assert (b"/SMask" in Path(made).read_bytes()) is shown
    assert "show no seal" in run("identity", "seal", signer, "--remove").out
    assert seal_of(who) is None
    assert run("identity", "seal", signer).code == 2
    run("identity", "seal", signer, "seal.png")
    assert run("identity", "remove", signer, "--yes").code == 0
    assert seal_of(who) is None
