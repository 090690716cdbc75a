"""`verify`: intact or not, by whom, and whether the result follows from the answers."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import PASSPHRASE, Run

from facewise.content.canonical import canonical
from facewise.content.packs import load_pack, pack_bytes
from facewise.paper.pdf.blocks import Signature
from facewise.paper.pdf.document import Document, render
from facewise.paper.pdf.metadata import Attachment
from facewise.signing.attachments import NotAReportError, attached
from facewise.signing.identities import open_identity, short
from facewise.signing.papers import language_of, sign_report
from facewise.signing.recompute import Recomputed, recompute
from facewise.store.identities import find
from facewise.store.pins import pins

STDIN = "--passphrase-stdin"


@pytest.fixture
def report(run: Run, site: Path, tmp_path: Path) -> Path:
    return tmp_path / run("report", site, "-o", "out", "--language", "en").out.strip()


@pytest.fixture
def signed(run: Run, report: Path, signer: str) -> Path:
    assert run("sign", report, "--identity", signer, STDIN, stdin=PASSPHRASE).code == 0
    return report


def forged(report: Path, change: Callable[[dict[str, Any]], object], part: str = "result.json") -> bytes:
    """A paper that carries the report's parts, one of them changed, with a box to sign."""
    files = attached(report.read_bytes())
    plain = json.loads(files[part])
    change(plain)
    files[part] = canonical(plain)
    return render(
        Document(
            "x", "x", "x", "en", datetime(2026, 11, 20, tzinfo=UTC),
            (Signature("Owner", "sign", "sign"),),
            attachments=tuple(Attachment(name, data, "x") for name, data in files.items()),
        )
    )  # fmt: skip


def test_an_intact_report_says_who_and_that_the_result_follows(run: Run, signed: Path) -> None:
    said = run("verify", signed)
    assert (said.code, said.err) == (0, "")
    lines = said.out.splitlines()
    assert lines[0] == "Intact, and the result follows from the answers"
    assert "The file: Nothing was changed since it was signed" in lines
    assert "Who signed: 林小满" in lines
    assert "  One of the identities on this computer." in lines
    assert any(line.startswith("When: ") for line in lines)
    assert "  Level B-B: signed; the time is by the signer's own clock." in lines
    assert any(line.startswith("The result: It follows from the answers: grade D, score 7") for line in lines)
    assert "The pages: The pages are what this program prints from these answers, byte for byte." in lines
    assert lines[-1].startswith("SHA-256 of the file before the first signature: ")


def test_looking_at_a_report_makes_nobody_known(
    run: Run, signed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACEWISE_HOME", str(tmp_path / "another"))
    first, second = run("verify", signed), run("verify", signed)
    assert (first.code, second.code) == (0, 0)
    assert first.out.startswith("Not changed; the signer is seen for the first time")
    assert second.out.startswith("Not changed; who the signer is was never compared")
    assert json.loads(run("verify", signed, "--json").out)["kind"] == "intact_first_seen"


def test_a_signer_is_known_once_the_fingerprint_was_compared(
    run: Run, signed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACEWISE_HOME", str(tmp_path / "another"))
    digits = short(json.loads(run("verify", signed, "--json").out)["signers"][0]["fingerprint"])
    said = run("verify", signed, "--compared", digits.lower())
    assert (said.code, said.err) == (0, "")
    assert "compared and remembered on" in said.out
    plain = json.loads(run("verify", signed, "--json").out)
    assert (plain["kind"], plain["signers"][0]["known"]) == ("intact_known", True)
    assert plain["signers"][0]["compared"] >= plain["signers"][0]["first_seen"]
    assert "林小满" in run("trust", "list").out
    assert "no longer trusted" in run("trust", "remove", "林小满").out
    assert run("trust", "remove", "林小满").code == 2
    assert json.loads(run("verify", signed, "--json").out)["kind"] == "intact_first_seen"


@pytest.mark.parametrize("digits", ["0000 0000 0000 0000", "12345678", "not digits"])
def test_digits_that_are_nobodys_make_nobody_known(
    run: Run, signed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, digits: str
) -> None:
    monkeypatch.setenv("FACEWISE_HOME", str(tmp_path / "another"))
    said = run("verify", signed, "--compared", digits)
    assert said.code == 1
    assert "None of the signers has this fingerprint" in said.err
    assert not [pin for pin in pins().signers.values() if pin.compared]


def test_the_first_digits_alone_are_too_few_to_know_somebody(
    run: Run, signed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACEWISE_HOME", str(tmp_path / "another"))
    whole = json.loads(run("verify", signed, "--json").out)["signers"][0]["fingerprint"]
    assert run("verify", signed, "--compared", whole[:15]).code == 1
    assert run("verify", signed, "--compared", whole).code == 0


def test_the_signer_of_a_changed_report_is_not_remembered(run: Run, signed: Path, signer: str) -> None:
    digits = json.loads(run("verify", signed, "--json").out)["signers"][0]["fingerprint"]
    signed.write_bytes(signed.read_bytes() + b"%")
    said = run("verify", signed, "--compared", digits)
    assert said.code == 1
    assert "not intact" in said.err
    assert not [pin for pin in pins().signers.values() if pin.compared]


def test_a_fingerprint_belongs_to_a_report_and_not_to_an_assessment(run: Run, site: Path) -> None:
    said = run("verify", site, "--compared", "0" * 16)
    assert (said.code, said.out) == (2, "")


def test_json_holds_the_verdict(run: Run, signed: Path) -> None:
    verdict = json.loads(run("verify", signed, "--json").out)
    assert (verdict["kind"], verdict["intact"], verdict["is_report"]) == ("intact_known", True, True)
    (signer,) = verdict["signers"]
    assert (signer["name"], signer["certifies"], signer["genuine"]) == ("林小满", True, True)
    assert verdict["result"]["follows"] is True
    assert verdict["result"]["grade"] == "D"
    assert verdict["result"]["differences"] == []
    assert verdict["result"]["pages"]["found"] == "same"
    assert (verdict["level"], verdict["timestamps"], signer["timestamp"]) == ("B-B", [], None)


def test_verifying_never_writes_to_the_file(run: Run, signed: Path) -> None:
    before = signed.read_bytes(), signed.stat().st_mtime_ns
    run("verify", signed)
    assert (signed.read_bytes(), signed.stat().st_mtime_ns) == before


def test_an_unsigned_report_is_not_signed_whatever_follows(run: Run, report: Path) -> None:
    said = run("verify", report)
    assert said.code == 1
    assert "Not signed" in said.out
    assert "It follows from the answers" in said.out
    assert json.loads(run("verify", report, "--json").out)["signers"] == []


def test_a_changed_report_is_called_so(run: Run, signed: Path, tmp_path: Path) -> None:
    data = signed.read_bytes()
    (tmp_path / "x.pdf").write_bytes(data[:5000] + bytes([data[5000] ^ 1]) + data[5001:])
    (tmp_path / "y.pdf").write_bytes(data + b"\n% appended\n")
    for name in ("x.pdf", "y.pdf"):
        said = run("verify", name)
        assert said.code == 1
        assert "do not rely on it" in said.out


def test_a_result_that_does_not_follow_is_shown_beside_what_does(
    run: Run, report: Path, tmp_path: Path, signer: str
) -> None:
    def flatter(result: dict[str, Any]) -> None:
        result.update(grade="A", red_lines=[], coverage={})
        result["score"]["value"] = "99.9"
        result["findings"][0]["state"] = "unknown"

    (tmp_path / "a.pdf").write_bytes(forged(report, flatter))
    refused = run("sign", "a.pdf", "--identity", signer, STDIN, stdin=PASSPHRASE)
    assert (refused.code, "do not sign it" in refused.err) == (2, True)
    own = open_identity(find(signer).read(), PASSPHRASE)
    edited = forged(report, flatter)
    by_force = sign_report(edited, own, load_pack(), "en", datetime.now(UTC), countersign=False)
    (tmp_path / "a.pdf").write_bytes(by_force)
    said = run("verify", "a.pdf")
    assert said.code == 1
    assert said.out.startswith("Not changed, but the result does not follow")
    assert "What is printed does not follow from the answers" in said.out
    assert "Grade: the report says A, the answers give D." in said.out
    assert "Score: the report says 99.9, the answers give 7" in said.out
    assert "Red lines: these differ: G1, F2." in said.out
    assert "Findings: these differ: B5." in said.out or "Findings: these differ: " in said.out
    assert "Another part of the result differs: coverage." in said.out
    plain = json.loads(run("verify", "a.pdf", "--json").out)["result"]
    assert plain["follows"] is False
    assert {difference["part"] for difference in plain["differences"]} >= {"grade", "score", "red_lines"}


def test_rules_of_another_number_are_not_guessed_at(run: Run, report: Path, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(forged(report, lambda result: result.update(rules=2)))
    assert "rules are of another version" in run("verify", "a.pdf").out


def test_answers_that_cannot_be_read_are_not_computed(run: Run, report: Path, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(forged(report, lambda told: told.update(on="never"), "answers.json"))
    assert "The answers inside cannot be read" in run("verify", "a.pdf").out


def test_another_questionnaire_is_named_as_such(run: Run, report: Path, tmp_path: Path) -> None:
    def soften(pack: dict[str, Any]) -> None:
        for section in pack["sections"]:
            for question in section["questions"]:
                question["severity"] = question.get("severity") and "best"

    (tmp_path / "a.pdf").write_bytes(forged(report, soften, "pack.json"))
    said = run("verify", "a.pdf").out
    assert "the questionnaire inside, which is not the one of this program" in said
    assert "does not follow" in said


def test_a_foreign_pdf_has_no_result(run: Run, tmp_path: Path) -> None:
    paper = render(Document("x", "x", "x", "en", datetime(2026, 11, 20, tzinfo=UTC), ()))
    (tmp_path / "a.pdf").write_bytes(paper)
    said = run("verify", "a.pdf")
    assert said.code == 1
    assert "not a report of this program" in said.out
    assert json.loads(run("verify", "a.pdf", "--json").out)["result"] is None


def test_what_is_no_pdf_is_unusable(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"hello")
    said = run("verify", "a.pdf")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("a.pdf cannot be read as a PDF")
    plain = run("verify", "a.pdf", "--json")
    assert plain.code == 2
    assert json.loads(plain.out)["kind"] == "not_readable"
    assert run("verify", "none.pdf").code == 2


def test_a_star_that_the_shell_left_finds_the_file(run: Run, signed: Path) -> None:
    assert run("verify", "out/*.pdf").code == 0
    assert "There is no file none/*.pdf" in run("verify", "none/*.pdf").err


def test_the_language_of_a_paper_is_read_from_it(run: Run, site: Path, tmp_path: Path) -> None:
    for spoken, found in (("zh", "zh"), ("en", "en"), ("both", "zh")):
        name = run("report", site, "-o", "out", "--language", spoken).out.strip()
        assert language_of((tmp_path / name).read_bytes()) == found
    with pytest.raises(NotAReportError):
        language_of(b"nothing")


def test_files_that_are_nothing_are_not_computed() -> None:
    assert recompute({}) == Recomputed(None)
    assert recompute({"result.json": b"[]", "answers.json": b"", "pack.json": pack_bytes()}) == Recomputed(
        None
    )
    assert load_pack().id == "frt"
