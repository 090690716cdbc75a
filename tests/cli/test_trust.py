"""`trust`, timestamps and tokens: by the command line."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from tests.cli.conftest import PASSPHRASE, Run
from tests.signing.timeserver import Authority, authority

STDIN = "--passphrase-stdin"


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Authority]:
    folder = tmp_path / "authority"
    folder.mkdir()
    with authority(folder) as made:
        yield made


def root_of(service: Authority) -> Path:
    file = service.folder / "top.pem"
    file.write_bytes(service.root.public_bytes(Encoding.PEM))
    return file


def test_a_certificate_is_trusted_listed_and_trusted_no_longer(run: Run, service: Authority) -> None:
    assert "No certificate is trusted yet" in run("trust", "list").out
    said = run("trust", "add", root_of(service))
    assert (said.code, said.err) == (0, "")
    assert "时间根证书" in said.out
    assert run("trust", "list").out == said.out
    assert "no longer trusted" in run("trust", "remove", "时间根证书").out
    assert run("trust", "remove", "时间根证书").code == 2
    (service.folder / "x.pem").write_text("nothing")
    assert "holds no certificate" in run("trust", "add", service.folder / "x.pem").err


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")
def test_a_report_is_signed_with_timestamps(run: Run, site: Path, signer: str, service: Authority) -> None:
    for level in ("B-T", "B-LTA"):
        words = ("sign", site, "--identity", signer, "--timestamp", service.address, "--level", level, STDIN)
        said = run(*words, stdin=PASSPHRASE)
        assert (said.code, said.err) == (0, "")
        told = run("verify", said.out.strip())
        assert told.code == 0
        assert f"Level {level}" in told.out
        assert "not among the trusted" in told.out
    run("trust", "add", root_of(service))
    told = run("verify", said.out.strip())
    assert "The whole file: " in told.out
    assert told.out.count("a timestamp service that is trusted here") == 2
    plain = json.loads(run("verify", said.out.strip(), "--json").out)
    assert plain["level"] == "B-LTA"
    assert plain["timestamps"][0]["trusted"] is True
    assert plain["signers"][0]["timestamp"]["authority"] == "时间戳服务"


def test_a_service_that_does_not_answer_signs_nothing(run: Run, site: Path, signer: str) -> None:
    before = site.read_bytes()
    for address in ("http://127.0.0.1:1/", "nowhere"):
        said = run("sign", site, "--identity", signer, "--timestamp", address, STDIN, stdin=PASSPHRASE)
        assert (said.code, said.out) == (2, "")
        assert address in said.err
    assert site.read_bytes() == before


def test_somebody_must_be_named(run: Run, site: Path) -> None:
    said = run("sign", site)
    assert (said.code, said.out) == (2, "")
    assert "--identity" in said.err


def test_a_token_that_is_none_is_told(run: Run, site: Path, tmp_path: Path) -> None:
    said = run("sign", site, "--token", tmp_path / "none.so", STDIN, stdin="1234")
    assert said.code == 2
    assert "token" in said.err
