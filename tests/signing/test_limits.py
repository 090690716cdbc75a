"""What a hostile file may cost: under 10 seconds and 300 MB, measured in a process of its own."""

import io
import os
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest
from tests.signing.papers import NOW, STAMP, paper, saved

from facewise.signing.identities import Identity
from facewise.signing.sign import OWNER, sign

STATUS = Path("/proc/self/status")
pytestmark = pytest.mark.skipif(not STATUS.exists(), reason="Linux tells the most memory a process has had")

SECONDS, BYTES = 10, 300 << 20
MEASURED = """
import sys
from facewise.cli import main
code = main(sys.argv[1:])
sys.stderr.writelines(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
sys.exit(code)
"""


@dataclass(frozen=True)
class Cost:
    """What checking a file took, and what was said."""

    seconds: float
    memory: int
    code: int
    said: str


def checked(file: Path) -> Cost:
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, "verify", file],
        env=os.environ | {"FACEWISE_LANGUAGE": "en"},
        capture_output=True,
        text=True,
        check=False,
    )
    seconds = time.monotonic() - start
    said, _, kilobytes = done.stderr.rpartition("VmHWM:")
    return Cost(seconds, int(kilobytes.split()[0]) * 1024, done.returncode, done.stdout + said)


def embedded(content: bytes, layers: int = 1) -> bytes:
    """A report whose result is deflated once or over and over."""
    for _ in range(layers):
        content = zlib.compress(content, 9)
    with pikepdf.open(io.BytesIO(paper(carried={}))) as pdf:
        stream = pdf.make_stream(content, Type=pikepdf.Name.EmbeddedFile)
        stream.Filter = pikepdf.Array([pikepdf.Name.FlateDecode] * layers)
        name = pikepdf.String("result.json")
        specification = pikepdf.Dictionary(
            Type=pikepdf.Name.Filespec, F=name, UF=name, EF=pikepdf.Dictionary(F=stream)
        )
        pdf.Root.Names = pikepdf.Dictionary(EmbeddedFiles=pikepdf.Dictionary(Names=[name, specification]))
        return saved(pdf)


def nested(inside: bytes) -> bytes:
    made = (
        b"%PDF-1.7\n1 0 obj\n" + inside + b"\nendobj\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \n"
    )
    return made + b"trailer\n<< /Size 2 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % made.index(b"xref")


FILES: dict[str, Callable[[bytes], bytes]] = {
    "a bomb": lambda _: embedded(bytes(150 << 20)),
    "a bomb in a bomb": lambda _: embedded(bytes(150 << 20), layers=3),
    "many brackets": lambda _: nested(b"[" * 3_000_000),
    "many names": lambda _: nested(b"<</A " * 2_000_000),
    "a signed report with 60 MB behind it": lambda signed: signed + b"\n%" + b"x" * (60 << 20),
    "a signed report with a million ranges": lambda s: s + b"/ByteRange [0 10 20 30]\n" * 1_000_000,
    "60 MB of objects": lambda signed: signed + b"1 0 obj\n<< /A [ 1 2 3 ] >>\nendobj\n" * 1_500_000,
    "60 MB of nothing": lambda _: b"%PDF-1.7\n" + bytes(60 << 20),
}


@pytest.fixture(scope="module")
def signed(owner: Identity) -> bytes:
    return sign(paper(), owner, field=OWNER, now=NOW, stamp=STAMP, certify=True)


@pytest.mark.parametrize("what", FILES)
def test_a_hostile_file_costs_little_and_gets_a_verdict(signed: bytes, tmp_path: Path, what: str) -> None:
    file = tmp_path / "hostile.pdf"
    file.write_bytes(FILES[what](signed))
    cost = checked(file)
    assert cost.code in {1, 2}, cost.said
    assert cost.said.strip()
    assert "Traceback" not in cost.said
    assert what != "a signed report with 60 MB behind it" or cost.said.startswith("Changed")
    assert cost.seconds < SECONDS, cost
    assert cost.memory < BYTES, cost


def test_a_file_of_500_mb_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "large.pdf"
    with file.open("wb") as large:
        large.write(b"%PDF-1.7\n")
        large.truncate(500 << 20)
    cost = checked(file)
    assert (cost.code, cost.said.count("\n")) == (2, 1)
    assert "is larger than 64 MB" in cost.said
    assert cost.seconds < SECONDS
    assert cost.memory < BYTES
