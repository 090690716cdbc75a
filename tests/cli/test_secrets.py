"""Private keys and passphrases stay where they belong: all that the program leaves behind is searched."""

import base64
import io
import logging
import os
import sys
import tempfile
import traceback
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from tests.cli.conftest import PASSPHRASE, Run

from facewise.signing import sign as signing
from facewise.signing.identities import open_identity
from facewise.store.identities import find, kept

STDIN = "--passphrase-stdin"


def forms(number: int, size: int) -> Iterator[bytes]:
    """A secret number in each way in which it may be written."""
    for raw in (number.to_bytes(size), number.to_bytes(size, "little")):
        yield raw
        yield raw.hex().encode()
        yield raw.hex().upper().encode()
        yield raw.hex(":").encode()
        for shift in range(3):  # what of Base64 does not depend on what stands before and after
            yield base64.b64encode(bytes(shift) + raw)[4:-4]
            yield base64.urlsafe_b64encode(bytes(shift) + raw)[4:-4]
    yield str(number).encode()
    yield f"{number:x}".encode()


def secrets(key: object) -> Iterator[bytes]:
    if isinstance(key, ec.EllipticCurvePrivateKey):
        yield from forms(key.private_numbers().private_value, 32)
    elif isinstance(key, rsa.RSAPrivateKey):
        numbers = key.private_numbers()
        for number in (numbers.p, numbers.q, numbers.d, numbers.dmp1, numbers.dmq1, numbers.iqmp):
            yield from forms(number, (number.bit_length() + 7) // 8)
    else:
        raise TypeError(key)


def phrases(passphrase: str) -> Iterator[bytes]:
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        yield passphrase.encode(encoding)
    for shift in range(3):
        yield base64.b64encode(bytes(shift) + passphrase.encode())[4:-4]


def unpacked(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """A file, what it holds if it is an assessment, and what its streams hold if it is a PDF."""
    yield name, content
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for member in archive.namelist():
                yield from unpacked(f"{name}/{member}", archive.read(member))
    if content.startswith(b"%PDF-"):
        with pikepdf.open(io.BytesIO(content)) as pdf:
            for number, each in enumerate(pdf.objects):
                if isinstance(each, pikepdf.Stream):
                    yield f"{name}#{number}", each.read_bytes()


def left_behind(folder: Path) -> Iterator[tuple[str, bytes]]:
    for file in folder.rglob("*"):
        if file.is_file():
            yield from unpacked(str(file.relative_to(folder)), file.read_bytes())
            yield f"the name of {file.name}", str(file).encode()


def authority_file(key: rsa.RSAPrivateKey) -> bytes:
    """An identity as an authority hands it out."""
    from datetime import UTC, datetime, timedelta

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes

    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "陈志远")])
    start = datetime.now(UTC) - timedelta(days=1)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + timedelta(days=30))
        .sign(key, hashes.SHA256())
    )
    return pkcs12.serialize_key_and_certificates(
        None, key, certificate, None, BestAvailableEncryption(PASSPHRASE.encode())
    )


@pytest.fixture
def everywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One folder that holds the home, the working folder and the temporary files."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("FACEWISE_HOME", str(tmp_path / "home"))
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(tmp_path / "temporary"))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return tmp_path


def lived(run: Run, site: Path) -> list[str]:
    """All that a user does with keys, right and wrong; what the commands have said."""
    said: list[str] = []

    def do(*words: object, stdin: str = PASSPHRASE) -> None:
        done = run(*words, stdin=stdin)
        said.extend((done.out, done.err))

    do("identity", "new", "李倩", STDIN)
    do("identity", "import", "authority.p12", STDIN)
    do("identity", "import", "authority.p12", STDIN, stdin="not the passphrase")
    for words in (
        ("list",),
        ("show", "李倩"),
        ("export", "李倩", "-o", "q.pem"),
        ("backup", "李倩", "-o", "q.p12"),
    ):
        do("identity", *words)
    do("report", site, "-o", "out", "--sign", "李倩", STDIN)
    do("report", site, "-o", "out", "--sign", "李倩", STDIN, stdin="wrong")
    report = next(Path("out").glob("*.pdf"))
    do("sign", report, "--identity", "陈志远", "--countersign", "-o", "both.pdf", STDIN)
    do("sign", site, "--keep", "both.pdf")
    do("verify", "both.pdf", "--json")
    do("verify", site)
    do("check", site)
    return said


def test_no_key_and_no_passphrase_is_left_behind(
    run: Run, site: Path, everywhere: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Files (packed ones too), names of files, what was printed, what all libraries log."""
    caplog.set_level(logging.DEBUG)
    issued = rsa.generate_private_key(65537, 2048)
    (everywhere / "authority.p12").write_bytes(authority_file(issued))
    said = lived(run, site)
    made = open_identity(find("李倩").read(), PASSPHRASE).key
    assert sorted(each.signatory.name for each in kept()) == ["李倩", "陈志远"]
    assert (everywhere / "both.pdf").is_file()
    sought = {*secrets(made), *secrets(issued), *phrases(PASSPHRASE), b"PRIVATE KEY-----"}
    found = [*left_behind(everywhere), ("output", "".join(said).encode()), ("logs", caplog.text.encode())]
    assert len(found) > 100
    assert [(name, secret) for name, content in found for secret in sought if secret in content] == []


def test_the_search_would_find_them(everywhere: Path) -> None:
    """The same search over keys that lie open, in a file, packed, and in text."""
    key = ec.generate_private_key(ec.SECP256R1())
    der = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption())
    (everywhere / "a.der").write_bytes(der)
    (everywhere / "b.pem").write_bytes(pem.replace(b"\n", b""))
    with zipfile.ZipFile(everywhere / "c.facewise", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("d", repr(key.private_numbers().private_value))
    names = {name for name, content in left_behind(everywhere) for each in secrets(key) if each in content}
    assert names == {"a.der", "b.pem", "c.facewise/d"}


def test_a_crash_while_signing_tells_no_secret(
    run: Run, site: Path, everywhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a report of a crash could hold: the trace, also with the values of all variables in all frames."""
    run("identity", "new", "李倩", STDIN, stdin=PASSPHRASE)
    key = open_identity(find("李倩").read(), PASSPHRASE).key

    def crash(*_: object, **__: object) -> bytes:
        raise RuntimeError("crash")

    monkeypatch.setattr(signing, "_signed", crash)
    with pytest.raises(RuntimeError) as caught:
        run("report", site, "-o", "out", "--sign", "李倩", STDIN, stdin=PASSPHRASE)
    told = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    frames = [frame for frame in told.stack if f"{os.sep}facewise{os.sep}signing{os.sep}" in frame.filename]
    assert frames
    text = "".join("".join(sorted((each.locals or {}).values())) for each in frames)
    plain = "".join(traceback.format_exception(caught.value))
    sys.__excepthook__(type(caught.value), caught.value, caught.value.__traceback__)
    for secret in (*secrets(key), b"PRIVATE KEY-----"):
        assert secret not in text.encode(errors="replace")
    for secret in (*secrets(key), *phrases(PASSPHRASE)):
        assert secret not in plain.encode(errors="replace")
    sought = {*secrets(key), *phrases(PASSPHRASE)}
    assert [name for name, content in left_behind(everywhere) for each in sought if each in content] == []


def test_an_opened_identity_shows_nothing_of_its_key(run: Run, everywhere: Path) -> None:
    run("identity", "new", "李倩", STDIN, stdin=PASSPHRASE)
    identity = open_identity(find("李倩").read(), PASSPHRASE)
    held = getattr(identity.key, "__dict__", {})
    text = f"{identity!r} {identity} {identity.key!r} {held}"
    assert not [secret for secret in secrets(identity.key) if secret in text.encode()]
