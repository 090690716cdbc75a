import subprocess
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from hypothesis import given
from hypothesis import strategies as st
from tests.signing.papers import NOW, PASSPHRASE

from facewise.credit_code import CreditCodeError
from facewise.signing.identities import (
    Identity,
    SignerNameError,
    UnsuitableKeyError,
    WeakPassphraseError,
    describe,
    new_identity,
    open_identity,
    short,
    strength,
)
from facewise.signing.keyfile import ROUNDS, NotAnIdentityError, WrongPassphraseError


@pytest.fixture(scope="module")
def locked() -> bytes:
    return new_identity(name="陈志远", passphrase=PASSPHRASE, now=NOW)


def issued(key: pkcs12.PKCS12PrivateKeyTypes) -> bytes:
    """A PKCS#12 as from elsewhere, with any key."""
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "来自别处")])
    algorithm = None if isinstance(key, ed25519.Ed25519PrivateKey) else hashes.SHA256()
    certificate = x509.CertificateBuilder(name, name, key.public_key(), 1, NOW, NOW + timedelta(days=9)).sign(
        key, algorithm
    )
    return pkcs12.serialize_key_and_certificates(
        None, key, certificate, None, BestAvailableEncryption(PASSPHRASE.encode())
    )


@pytest.mark.parametrize("name", ["陈志远", "李𬭎", "䶮㛃𰻝", "Zoë O'Neill", "𠮷" * 64])
def test_names_of_every_kind_come_back_as_they_were_given(name: str) -> None:
    identity = open_identity(new_identity(name=name, passphrase=PASSPHRASE, now=NOW), PASSPHRASE)
    assert identity.signatory.name == name


def test_a_certificate_says_who_where_and_how_long(owner: Identity) -> None:
    signatory = owner.signatory
    assert signatory.organisation == "杭州安澜物业服务有限公司"
    assert signatory.credit_code == "91350100M000100Y43"
    assert signatory.self_issued
    assert signatory.not_before < NOW < signatory.not_after
    assert (signatory.not_after - signatory.not_before).days == 5 * 365 + 1
    assert describe(owner.certificate) == signatory


def test_the_fingerprint_is_what_openssl_says(owner: Identity, tmp_path: Path) -> None:
    file = tmp_path / "owner.der"
    file.write_bytes(owner.certificate)
    said = subprocess.run(
        ["openssl", "x509", "-in", file, "-inform", "DER", "-noout", "-fingerprint", "-sha256"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert said.strip().split("=")[1].replace(":", "") == owner.signatory.fingerprint


def test_the_short_fingerprint_can_be_read_out() -> None:
    assert short("FBFC1388F4369DEF00112233") == "FBFC 1388 F436 9DEF"


def test_a_certificate_is_for_signing_documents_only(owner: Identity) -> None:
    extensions = x509.load_der_x509_certificate(owner.certificate).extensions
    usage = extensions.get_extension_for_class(x509.KeyUsage).value
    assert usage.digital_signature
    assert usage.content_commitment
    assert not usage.key_cert_sign
    assert not extensions.get_extension_for_class(x509.BasicConstraints).value.ca


def test_every_key_derivation_takes_600000_rounds(locked: bytes, tmp_path: Path) -> None:
    file = tmp_path / "identity.p12"
    file.write_bytes(locked)
    said = subprocess.run(
        ["openssl", "pkcs12", "-in", file, "-passin", f"pass:{PASSPHRASE}", "-info", "-noout"],
        capture_output=True,
        text=True,
        check=True,
    ).stderr
    assert said.count(f"Iteration {ROUNDS}") == 3
    assert "AES-256-CBC" in said


def test_the_locked_file_holds_the_key_nowhere_in_the_open(locked: bytes) -> None:
    key = open_identity(locked, PASSPHRASE).key
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    number = key.private_numbers().private_value
    assert number.to_bytes(32) not in locked
    assert "陈志远".encode() not in locked


def test_an_identity_shows_no_key_when_printed(owner: Identity) -> None:
    assert "key" not in repr(owner).lower()
    assert owner.certificate.hex()[:40] not in repr(owner)


def test_a_wrong_passphrase_gets_a_sentence(locked: bytes) -> None:
    with pytest.raises(WrongPassphraseError, match="Type it again"):
        open_identity(locked, "another verdigris 鲸鱼 osprey")


def test_letters_composed_or_decomposed_are_the_same_passphrase() -> None:
    made = new_identity(name="Zoë", passphrase="größe verdigris öl osprey", now=NOW)
    assert open_identity(made, "gro\u0308ße verdigris o\u0308l osprey").signatory.name == "Zoë"


def test_emoji_and_long_passphrases_work() -> None:
    passphrase = "🐳 über 鲸 " * 12
    made = new_identity(name="甲", passphrase=passphrase, now=NOW)
    assert open_identity(made, passphrase).signatory.name == "甲"


@pytest.mark.parametrize(
    "passphrase", ["", "1234567", "password", "12345678", "qwertyuiop", "陈志远陈志远", "aaaaaaaaaaaa"]
)
def test_a_passphrase_that_could_be_guessed_is_refused(passphrase: str) -> None:
    with pytest.raises(WeakPassphraseError):
        new_identity(name="陈志远", passphrase=passphrase, now=NOW)


def test_what_a_guesser_would_try_first_weakens_a_passphrase() -> None:
    assert strength("Anlanproperty88", "Anlanproperty") < strength("Anlanproperty88")


@pytest.mark.parametrize(
    "name", ["", "   ", "字" * 65, "陈\u202e志远", "陈\n志远", "陈\x00", "陈\u200b志远", "\ue000"]
)
def test_names_that_cannot_be_seen_or_are_too_long_are_refused(name: str) -> None:
    with pytest.raises(SignerNameError):
        new_identity(name=name, passphrase=PASSPHRASE, now=NOW)


def test_an_invisible_character_in_the_organisation_is_refused() -> None:
    with pytest.raises(SignerNameError, match="u202e"):
        new_identity(name="甲", organisation="公司\u202e", passphrase=PASSPHRASE, now=NOW)


def test_a_wrong_credit_code_is_refused() -> None:
    with pytest.raises(CreditCodeError):
        new_identity(name="甲", credit_code="91350100M000100Y44", passphrase=PASSPHRASE, now=NOW)


@pytest.mark.parametrize("content", [b"", b"no", b"%PDF-1.7", b"-----BEGIN CERTIFICATE-----"])
def test_what_is_no_pkcs12_is_told_apart_from_a_wrong_passphrase(content: bytes) -> None:
    with pytest.raises(NotAnIdentityError):
        open_identity(content, PASSPHRASE)


@given(content=st.binary(max_size=300))
def test_nothing_but_a_certificate_is_described(content: bytes) -> None:
    with pytest.raises(NotAnIdentityError):
        describe(content)


def test_a_pkcs12_without_a_key_is_no_identity(owner: Identity) -> None:
    certificate = x509.load_der_x509_certificate(owner.certificate)
    made = pkcs12.serialize_key_and_certificates(
        None, None, certificate, None, BestAvailableEncryption(PASSPHRASE.encode())
    )
    with pytest.raises(NotAnIdentityError):
        open_identity(made, PASSPHRASE)


def test_keys_of_authorities_are_taken() -> None:
    for key in (rsa.generate_private_key(65537, 2048), ec.generate_private_key(ec.SECP384R1())):
        assert open_identity(issued(key), PASSPHRASE).signatory.name == "来自别处"


def test_keys_that_nobody_could_check_are_refused() -> None:
    for key in (
        ed25519.Ed25519PrivateKey.generate(),
        rsa.generate_private_key(65537, 1024),  # noqa: S505, it is to be refused
        ec.generate_private_key(ec.SECP256K1()),
    ):
        with pytest.raises(UnsuitableKeyError):
            open_identity(issued(key), PASSPHRASE)
