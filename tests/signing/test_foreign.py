"""PDFs that other programs have signed: intact, and told not to be reports of this program."""

import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.signing.papers import PASSPHRASE, files, paper

from facewise.signing.identities import new_identity
from facewise.signing.verdict import Kind
from facewise.signing.verify import verify


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
