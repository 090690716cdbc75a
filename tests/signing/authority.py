"""A certificate authority in miniature: a root, one below it, and what it issues."""

from datetime import timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from tests.signing.papers import NOW, PASSPHRASE

from facewise.signing.identities import Identity, open_identity


def issued(*, usage: bool = True, stray: bool = False, forged: bool = False) -> Identity:
    """An RSA identity issued by an authority, perhaps with a stray certificate or one that was forged."""
    root, middle, stranger = (ec.generate_private_key(ec.SECP256R1()) for _ in range(3))
    key = rsa.generate_private_key(65537, 2048)
    below = _certificate("中间证书", middle, "根证书", root, authority=True)
    leaf = _certificate("陈志远", key, "中间证书", stranger if forged else middle, usage=usage)
    others = [below, *([_certificate("路人", stranger, "根证书", root)] if stray else [])]
    return open_identity(
        pkcs12.serialize_key_and_certificates(
            None, key, leaf, others, BestAvailableEncryption(PASSPHRASE.encode())
        ),
        PASSPHRASE,
    )


def _certificate(
    subject: str,
    key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey,
    issuer: str,
    by: ec.EllipticCurvePrivateKey,
    *,
    authority: bool = False,
    usage: bool = False,
) -> x509.Certificate:
    builder = (
        x509.CertificateBuilder(_name(issuer), _name(subject), key.public_key(), x509.random_serial_number())
        .not_valid_before(NOW - timedelta(days=1))
        .not_valid_after(NOW + timedelta(days=365))
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
    )
    if usage:
        flags = dict.fromkeys(
            ("key_encipherment", "data_encipherment", "key_agreement", "key_cert_sign", "crl_sign"), False
        )
        signs = x509.KeyUsage(
            digital_signature=True,
            content_commitment=False,
            encipher_only=False,
            decipher_only=False,
            **flags,
        )
        builder = builder.add_extension(signs, critical=True)
    return builder.sign(by, hashes.SHA256())


def _name(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
