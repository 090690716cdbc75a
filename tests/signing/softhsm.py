"""A token for tests: SoftHSM with three people's keys and the certificate that stands above them."""

import atexit
import datetime as dt
import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

PIN = "271828"
LIBRARIES = sorted(map(str, Path("/usr").glob("lib*/softhsm/libsofthsm2.so")))
MISSING = "" if shutil.which("softhsm2-util") and LIBRARIES else "softhsm2 is not installed"

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


@cache
def softhsm() -> Path:
    """The library of the token, made once: it reads its settings once in a process."""
    pkcs11 = pytest.importorskip("pkcs11")
    folder = Path(tempfile.mkdtemp(prefix="token-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    (folder / "tokens").mkdir()
    settings = folder / "softhsm2.conf"
    settings.write_text(f"directories.tokendir = {folder / 'tokens'}\nobjectstore.backend = file\n")
    os.environ["SOFTHSM2_CONF"] = str(settings)
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
