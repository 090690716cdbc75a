"""What a hostile file may cost: under 10 seconds and 300 MB, measured in a process of its own."""

import io
import json
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
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import PageObject
from tests.signing import attacks
from tests.signing.papers import NOW, STAMP, paper, person, saved

from facewise.assessment.assess import assess
from facewise.assessment.exported import exported, public_answers
from facewise.content.canonical import canonical, sha256
from facewise.content.packs import LIMIT, load_pack, pack_bytes
from facewise.signing.identities import Identity
from facewise.signing.sign import CONSULTANT, OWNER, sign
from facewise.store.samples import load_sample

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


def told_twice(base: bytes) -> bytes:
    """A report that two people have signed, so that all revisions are looked at."""
    first = signed_once(base)
    return sign(first, person("乙"), field=CONSULTANT, now=NOW, stamp=STAMP, certify=False)


def signed_once(base: bytes) -> bytes:
    return sign(base, person("甲"), field=OWNER, now=NOW, stamp=STAMP, certify=True)


def with_stream(content: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(paper())) as pdf:
        pdf.Root.Hostile = pdf.make_stream(content)
        return saved(pdf)


def with_size(number: int) -> bytes:
    """A file that says to hold more objects than there can be."""
    update = attacks.table_update(paper(), b"%d 1\n0000000009 00000 n \n" % (number - 1))
    before, _, after = update.rpartition(b"/Size ")
    return before + b"/Size %d /Root" % number + after.partition(b"/Root")[2]


def containers(signed: bytes) -> bytes:
    """Many signatures, each as large and as full of small parts as can be, that fit nothing."""
    inside = b"3080" * 100 + b"0500" * 150_000
    made = signed
    for _ in range(16):
        before = len(made) + 1
        made += b"\n<" + inside + b">\n"
        made += b"/ByteRange [0 %d %d %d]\n" % (before, before + len(inside) + 2, 1)
    return made


def many_pages(signed: bytes) -> bytes:
    """A later revision: hundreds of pages that share a large picture, each to be compared."""

    def edit(writer: IncrementalPdfFileWriter) -> None:
        large = writer.add_object(generic.StreamObject(stream_data=bytes(20 << 20)))
        for _ in range(300):
            page = PageObject(contents=large, media_box=(0, 0, 595, 842))
            writer.insert_page(page)

    return attacks.updated(signed, edit)


def report_of(uses: int, pack: bytes = b"") -> bytes:
    """A report without pages to speak of, whose answers and questions are many."""
    answers = load_sample("shop").answers
    use = answers.uses[0]
    several = tuple(use.model_copy(update={"id": f"u{number}"}) for number in range(uses))
    told = public_answers(answers.model_copy(update={"sample": False, "uses": several}))
    content = pack or pack_bytes()
    result = exported(load_pack(), sha256(content), assess(load_pack(), answers))
    inside = {
        "answers.json": canonical(told),
        "pack.json": content,
        "result.json": canonical({**result, "status": "final"}),
    }
    return signed_once(paper(carried=inside))


def large_pack(size: int) -> bytes:
    """The questionnaire with as many questions as a file of some bytes can hold."""
    told = json.loads(pack_bytes())
    section = told["sections"][1]
    plain = section["questions"][0]
    for number in range((size - len(pack_bytes())) // (len(canonical(plain)) + 20)):
        section["questions"].append({**plain, "id": f"x.{number}", "code": f"X{number}"})
    return canonical(told)


FILES: dict[str, Callable[[bytes], bytes]] = {
    "a bomb": lambda _: embedded(bytes(150 << 20)),
    "a bomb in a bomb": lambda _: embedded(bytes(150 << 20), layers=3),
    "many brackets": lambda _: nested(b"[" * 3_000_000),
    "many names": lambda _: nested(b"<</A " * 2_000_000),
    "a signed report with 60 MB behind it": lambda signed: signed + b"\n%" + b"x" * (60 << 20),
    "a signed report with a million ranges": lambda s: s + b"/ByteRange [0 10 20 30]\n" * 1_000_000,
    "60 MB of objects": lambda signed: signed + b"1 0 obj\n<< /A [ 1 2 3 ] >>\nendobj\n" * 1_500_000,
    "a report signed twice with 20 MB of comments": lambda _: told_twice(with_stream(b"1%" * (10 << 20))),
    "a report signed twice with long numbers": lambda _: told_twice(with_stream(b"1 " + b"1" * (20 << 20))),
    "a report of a thousand million objects": lambda _: signed_once(with_size(999_999_999)),
    "a report with large signatures": containers,
    "a report with pages that share a picture": many_pages,
    "a report of 16 uses": lambda _: report_of(16),
    "a report of 50 uses": lambda _: report_of(50),
    "a report of 1000 uses": lambda _: report_of(1000),
    "a report with 2 MB of questions": lambda _: report_of(8, large_pack(2 << 20)),
    "a report with 8 MB of questions": lambda _: report_of(8, large_pack(LIMIT)),
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
