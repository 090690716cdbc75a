"""A timestamp service and a list of withdrawn certificates on the loopback, and who stands behind them."""

import http.server
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509.oid import ExtendedKeyUsageOID
from tests.signing.papers import PASSPHRASE

from facewise.signing.identities import Identity, open_identity

_SETTINGS = """[ts]
serial = {folder}/serial
signer_cert = {folder}/stamp.pem
certs = {folder}/root.pem
signer_key = {folder}/stamp.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1
ess_cert_id_alg = sha256
"""


@dataclass
class Authority:
    """A root, the service that stamps with its certificate, and what it was asked."""

    folder: Path
    address: str
    asked: list[str] = field(default_factory=list)
    withdrawn: list[int] = field(default_factory=list)
    reply: Callable[[bytes], bytes] | None = None
    gives_lists: bool = True
    root_key: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )
    root: x509.Certificate = field(init=False)

    def __post_init__(self) -> None:
        self.root = self.certificate("时间根证书", self.root_key, authority=True)
        key = ec.generate_private_key(ec.SECP256R1())
        stamp = self.certificate("时间戳服务", key, stamps=True)
        self._write("root.pem", self.root.public_bytes(Encoding.PEM))
        self._write("stamp.pem", stamp.public_bytes(Encoding.PEM))
        pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        self._write("stamp.key", pem)
        self._write("serial", b"01\n")
        self._write("ts.cnf", _SETTINGS.format(folder=self.folder).encode())

    def stamp(self, query: bytes) -> bytes:
        """The answer of `openssl ts`."""
        self._write("query", query)
        command = ["openssl", "ts", "-reply", "-section", "ts"]
        files = ["-config", str(self.folder / "ts.cnf"), "-queryfile", str(self.folder / "query")]
        done = subprocess.run([*command, *files], capture_output=True, check=True)
        return done.stdout

    def withdrawals(self) -> bytes:
        """The list of withdrawn certificates."""
        now = datetime.now(UTC)
        builder = (
            x509.CertificateRevocationListBuilder(self.root.subject)
            .last_update(now - timedelta(days=1))
            .next_update(now + timedelta(days=30))
        )
        for number in self.withdrawn:
            entry = x509.RevokedCertificateBuilder().serial_number(number)
            builder = builder.add_revoked_certificate(entry.revocation_date(now - timedelta(hours=1)).build())
        identifier = x509.AuthorityKeyIdentifier.from_issuer_public_key(self.root_key.public_key())
        signed = builder.add_extension(identifier, critical=False).sign(self.root_key, hashes.SHA256())
        return signed.public_bytes(Encoding.DER)

    def identity(self, name: str) -> Identity:
        """Somebody to whom the authority has issued a certificate."""
        key = ec.generate_private_key(ec.SECP256R1())
        made = self.certificate(name, key)
        lock = BestAvailableEncryption(PASSPHRASE.encode())
        return open_identity(
            pkcs12.serialize_key_and_certificates(None, key, made, [self.root], lock), PASSPHRASE
        )

    def certificate(
        self, name: str, key: ec.EllipticCurvePrivateKey, *, authority: bool = False, stamps: bool = False
    ) -> x509.Certificate:
        now = datetime.now(UTC)
        issuer = _name(name) if authority else self.root.subject
        builder = (
            x509.CertificateBuilder(issuer, _name(name), key.public_key(), x509.random_serial_number())
            .not_valid_before(now - timedelta(days=2))
            .not_valid_after(now + timedelta(days=900))
            .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
            .add_extension(_usage(authority=authority), critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        )
        if stamps:
            usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
            builder = builder.add_extension(usage, critical=True)
        if not authority:
            place = x509.DistributionPoint(
                [x509.UniformResourceIdentifier(self.address + "list.crl")], None, None, None
            )
            builder = builder.add_extension(x509.CRLDistributionPoints([place]), critical=False)
        return builder.sign(self.root_key, hashes.SHA256())

    def _write(self, name: str, content: bytes) -> None:
        (self.folder / name).write_bytes(content)


@contextmanager
def authority(folder: Path) -> Iterator[Authority]:
    """The service while it runs."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            query = self.rfile.read(int(self.headers["Content-Length"]))
            made.asked.append("stamp")
            self._answer("application/timestamp-reply", (made.reply or made.stamp)(query))

        def do_GET(self) -> None:
            made.asked.append("list")
            if made.gives_lists:
                self._answer("application/pkix-crl", made.withdrawals())
            else:
                self.send_error(404)

        def _answer(self, kind: str, content: bytes) -> None:
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        made = Authority(folder, f"http://127.0.0.1:{server.server_port}/")
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield made
        finally:
            server.shutdown()
            thread.join()


def _name(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])


def _usage(*, authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not authority,
        content_commitment=not authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=authority,
        encipher_only=False,
        decipher_only=False,
    )
