"""Keys in a token, with SoftHSM in place of one."""

import datetime as dt
from pathlib import Path

import pytest
from tests.signing.papers import STAMP, paper
from tests.signing.softhsm import MISSING, PIN, softhsm

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

pytestmark = pytest.mark.skipif(bool(MISSING), reason=MISSING)


@pytest.fixture(scope="module")
def library() -> Path:
    return softhsm()


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
