"""PDFs that other programs have signed: intact, and told not to be reports of this program.

`files/libreoffice.pdf` was signed by LibreOffice 7.4 without a window, as the last test here does it anew.
"""

import json
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from asn1crypto import parser
from tests.signing import attacks
from tests.signing.papers import PASSPHRASE, Papers, files, paper

from facewise.cli import main
from facewise.signing.identities import new_identity
from facewise.signing.verdict import Kind, Reason, Verdict
from facewise.signing.verify import verify

SAMPLE = Path(__file__).parent / "files" / "libreoffice.pdf"


def commands() -> Path | None:
    """pyHanko's command line beside this Python."""
    found = shutil.which("pyhanko", path=str(Path(sys.executable).parent))
    return Path(found) if found else None


@pytest.mark.skipif(commands() is None, reason="pyhanko-cli is not installed")
@pytest.mark.parametrize("pades", [True, False])
def test_a_pdf_signed_by_pyhankos_command_line_is_signed_but_no_report(tmp_path: Path, pades: bool) -> None:
    (tmp_path / "a.pdf").write_bytes(paper(carried={"answers.json": files()["answers.json"]}))
    locked = new_identity(name="Somebody else", passphrase=PASSPHRASE, now=datetime.now(UTC))
    (tmp_path / "a.p12").write_bytes(locked)
    (tmp_path / "secret").write_text(PASSPHRASE)
    program = commands()
    assert program is not None
    how = ["--use-pades"] if pades else []
    done = subprocess.run(
        [program, "sign", "addsig", "--field", "Elsewhere", *how, "pkcs12", "--passfile", "secret",
         "a.pdf", "b.pdf", "a.p12"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    verdict = verify((tmp_path / "b.pdf").read_bytes(), {})
    assert verdict.kind is Kind.INTACT_FIRST_SEEN
    assert verdict.signers[0].name == "Somebody else"
    assert not verdict.is_report


def signer_of(verdict: Verdict) -> str:
    assert verdict.kind is Kind.INTACT_FIRST_SEEN
    assert not verdict.is_report
    (signer,) = verdict.signers
    assert signer.genuine
    return signer.name


def test_a_pdf_signed_by_libreoffice_is_signed_but_no_report(capsys: pytest.CaptureFixture[str]) -> None:
    verdict = verify(SAMPLE.read_bytes(), {})
    assert signer_of(verdict) == "Sample Signer"
    assert verdict.signers[0].time == datetime(2026, 11, 22, 6, 42, 19, tzinfo=UTC)
    assert main(["verify", str(SAMPLE), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["intact"], told["is_report"], told["result"]) == (True, False, None)


def test_changes_in_a_pdf_signed_by_libreoffice_are_noticed() -> None:
    pdf = SAMPLE.read_bytes()
    assert not [place for place, made in attacks.flips(pdf, 400, seed=21) if verify(made, {}).intact]
    for attack in ("annotation added", "page content replaced", "script added"):
        edit = attacks.UPDATES[attack] if attack == "script added" else attacks.on_the_first_page(attack)
        assert verify(attacks.updated(pdf, edit), {}).kind is Kind.CHANGED


def loosened(der: bytes) -> bytes:
    """The same values with an end in place of each outer length, as LibreOffice writes them."""
    *_, content, _ = parser.parse(der)
    kind, *_, inner, _ = parser.parse(content[11:])
    assert kind == 2
    return b"".join((b"\x30\x80", content[:11], b"\xa0\x80", inner, b"\x00\x00\x00\x00"))


def test_what_others_may_write_loosely_a_report_may_not(papers: Papers) -> None:
    der, _ = attacks.digits(papers.signed)
    verdict = verify(attacks.with_digits(papers.signed, loosened(der).hex().encode()), papers.known)
    assert verdict.kind is Kind.BROKEN
    assert verdict.reasons == (Reason.CONTAINER_NOT_CANONICAL,)


@pytest.mark.skipif(
    not all(map(shutil.which, ("soffice", "certutil", "pk12util"))),
    reason="soffice, certutil or pk12util is not installed",
)
def test_libreoffice_signs_now_as_it_signed_the_sample(tmp_path: Path) -> None:
    (tmp_path / "nss").mkdir()
    (tmp_path / "a.p12").write_bytes(
        new_identity(name="Sample Signer", passphrase=PASSPHRASE, now=datetime.now(UTC))
    )
    (tmp_path / "a.txt").write_text("Hello from another program.\n")
    store, profile = "sql:nss", (tmp_path / "profile").as_uri()
    options = {
        "SignPDF": {"type": "boolean", "value": "true"},
        "SignCertificateSubjectName": {"type": "string", "value": "CN=Sample Signer,C=CN"},
    }
    how = f"pdf:writer_pdf_Export:{json.dumps(options)}"
    commands = (
        ["certutil", "-N", "-d", store, "--empty-password"],
        ["pk12util", "-i", "a.p12", "-d", store, "-W", PASSPHRASE, "-K", ""],
        ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", how, "a.txt"],
    )
    environment = os.environ | {"MOZILLA_CERTIFICATE_FOLDER": f"sql:{tmp_path / 'nss'}"}
    for command in commands:
        subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=True, timeout=120)
    made = (tmp_path / "a.pdf").read_bytes()
    if b"/ByteRange" not in made:
        pytest.skip("this LibreOffice does not sign without a window")
    assert signer_of(verify(made, {})) == "Sample Signer"
