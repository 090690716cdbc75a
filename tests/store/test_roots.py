"""Certificates that the user trusts."""

import ssl
from pathlib import Path

import pytest
from tests.signing.authority import issued

from facewise.errors import NoSuchFileError
from facewise.store.roots import NoSuchRootError, NotACertificateError, distrust, roots, trust, trusted

DER = issued().chain[0]
PEM = ssl.DER_cert_to_PEM_cert(DER)


@pytest.mark.parametrize("content", [DER, PEM.encode(), b"Bag Attributes\n" + PEM.encode() * 2])
def test_a_certificate_is_trusted_until_it_is_not(tmp_path: Path, content: bytes) -> None:
    assert roots() == ()
    (tmp_path / "root.pem").write_bytes(content)
    root = trust(tmp_path / "root.pem")
    assert root.holder.name == "中间证书"
    assert trusted() == (DER,)
    assert roots() == (root,)
    assert distrust(root.holder.fingerprint[:8].lower()) == root
    assert trusted() == ()


def test_a_certificate_is_named_by_its_holder(tmp_path: Path) -> None:
    (tmp_path / "root.der").write_bytes(DER)
    trust(tmp_path / "root.der")
    with pytest.raises(NoSuchRootError):
        distrust("somebody")
    distrust("中间证书")
    assert roots() == ()


@pytest.mark.parametrize("content", [b"", b"nothing", PEM[:200].encode(), b"\x30\x03\x02\x01\x05"])
def test_what_is_no_certificate_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "root.pem").write_bytes(content)
    with pytest.raises(NotACertificateError, match=r"root\.pem"):
        trust(tmp_path / "root.pem")
    with pytest.raises(NoSuchFileError):
        trust(tmp_path / "none.pem")
