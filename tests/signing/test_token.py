"""Keys in a token, with SoftHSM in place of one."""

import datetime as dt
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from tests.signing.papers import STAMP, paper

from facewise.signing.identities import UnsuitableKeyError
from facewise.signing.sign import OWNER, sign
from facewise.signing.token import (
    NoSuchTokenKeyError,
    NoTokenSupportError,
    TokenError,
    TokenKey,
    token_identity,
)
from facewise.signing.verdict import Kind
from facewise.signing.verify import verify

PIN = "271828"
LIBRARIES = sorted(map(str, Path("/usr").glob("lib*/softhsm/libsofthsm2.so")))
MISSING = "" if shutil.which("softhsm2-util") and LIBRARIES else "softhsm2 is not installed"

pytestmark = pytest.mark.skipif(bool(MISSING), reason=MISSING)

Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


def certificate(name: str, key: Key, issuer: str, by: Key) -> x509.Certificate:
    now = dt.datetime.now(dt.UTC)
    subject, above = (x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, n)]) for n in (name, issuer))
    return (
        x509.CertificateBuilder(above, subject, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=100))
        .add_extension(x509.BasicConstraints(ca=name == issuer, path_length=None), critical=True)
        .sign(by, hashes.SHA256())
    )


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A token with three people's keys and the certificate that stands above them."""
    pkcs11 = pytest.importorskip("pkcs11")
    folder = tmp_path_factory.mktemp("token")
    (folder / "tokens").mkdir()
    settings = folder / "softhsm2.conf"
    settings.write_text(f"directories.tokendir = {folder / 'tokens'}\nobjectstore.backend = file\n")
    os.environ["SOFTHSM2_CONF"] = str(settings)  # the library reads it once in a process
    tool = ["softhsm2-util", "--token", "facewise", "--pin", PIN]
    subprocess.run(
        [*tool, "--init-token", "--free", "--label", "facewise", "--so-pin", PIN], check=True, timeout=30
    )
    root = ec.generate_private_key(ec.SECP256R1())
    keys: dict[str, Key] = {
        "李𬭎": ec.generate_private_key(ec.SECP256R1()),
        "陈志远": rsa.generate_private_key(65537, 2048),
        "赵弱": rsa.generate_private_key(65537, 1024),  # noqa: S505, to be refused
    }
    made = {name: certificate(name, key, "根证书", root) for name, key in keys.items()}
    for number, (name, key) in enumerate(keys.items(), 1):
        pem = folder / f"{number}.pem"
        pem.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        subprocess.run(
            [*tool, "--import", pem, "--label", name, "--id", f"{number:02}", "--force"],
            check=True,
            timeout=30,
        )
    with pkcs11.lib(LIBRARIES[0]).get_token(token_label="facewise").open(user_pin=PIN, rw=True) as session:
        for number, each in enumerate((*made.values(), certificate("根证书", root, "根证书", root)), 1):
            put(session, each, bytes([number]))
    return Path(LIBRARIES[0])


def put(session: object, made: x509.Certificate, number: bytes) -> None:
    from pkcs11 import Attribute, CertificateType, ObjectClass

    session.create_object(  # type: ignore[attr-defined]
        {
            Attribute.CLASS: ObjectClass.CERTIFICATE,
            Attribute.CERTIFICATE_TYPE: CertificateType.X_509,
            Attribute.TOKEN: True,
            Attribute.ID: number,
            Attribute.SUBJECT: made.subject.public_bytes(),
            Attribute.VALUE: made.public_bytes(Encoding.DER),
        }
    )


@pytest.mark.parametrize("name", ["李𬭎", "陈志远"])
def test_a_key_in_a_token_signs_with_its_chain(library: Path, name: str) -> None:
    with token_identity(library, PIN, name) as identity:
        assert len(identity.chain) == 1
        assert "handle" not in repr(identity)
        made = sign(paper(), identity, field=OWNER, now=dt.datetime.now(dt.UTC), stamp=STAMP, certify=True)
        fingerprint = identity.signatory.fingerprint
    verdict = verify(made, {}, roots=identity.chain)
    assert verdict.kind is Kind.INTACT_KNOWN
    assert (verdict.signers[0].name, verdict.signers[0].fingerprint) == (name, fingerprint)
    with token_identity(library, PIN, fingerprint[:8].lower()) as again:
        assert again.signatory.name == name


def test_a_token_names_whom_it_has(library: Path) -> None:
    for name in ("nobody", ""):
        with pytest.raises(NoSuchTokenKeyError, match="陈志远"), token_identity(library, PIN, name):
            pass


def test_a_weak_key_is_refused(library: Path) -> None:
    with pytest.raises(UnsuitableKeyError), token_identity(library, PIN, "赵弱"):
        pass


def test_a_wrong_pin_is_told(library: Path) -> None:
    with pytest.raises(TokenError, match="Pin"), token_identity(library, "000000", "李𬭎"):
        pass


def test_a_library_that_is_none_is_told(tmp_path: Path, library: Path) -> None:
    with pytest.raises(TokenError), token_identity(tmp_path / "none.so", PIN):
        pass


def test_a_token_that_was_pulled_out_is_told(library: Path) -> None:
    with token_identity(library, PIN, "李𬭎") as identity:
        pass
    assert isinstance(identity.key, TokenKey)
    with pytest.raises(TokenError):
        identity.key.signature(b"x")


def test_without_the_package_the_way_to_get_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pkcs11", None)
    with pytest.raises(NoTokenSupportError, match="pip install"), token_identity(Path("x"), PIN):
        pass
