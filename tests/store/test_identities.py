import os
import stat
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest
from tests.signing.papers import NOW, PASSPHRASE

from facewise.errors import NoSuchFileError
from facewise.signing.identities import Identity, new_identity, open_identity, short
from facewise.signing.keyfile import NotAnIdentityError
from facewise.store.home import home as home_folder
from facewise.store.home import private_folder
from facewise.store.identities import (
    Kept,
    NoSuchIdentityError,
    SeveralIdentitiesError,
    backup,
    export,
    find,
    keep,
    kept,
    remove,
)

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")


@pytest.fixture(scope="module")
def locked() -> bytes:
    return new_identity(name="李𬭎", passphrase=PASSPHRASE, now=NOW)


@pytest.fixture(scope="module")
def opened(locked: bytes) -> Identity:
    return open_identity(locked, PASSPHRASE)


@pytest.fixture
def here(locked: bytes, opened: Identity) -> Kept:
    return keep(locked, opened.certificate)


def test_a_kept_identity_is_listed_and_opens_again(here: Kept, opened: Identity) -> None:
    (found,) = kept()
    assert found == here
    assert open_identity(found.read(), PASSPHRASE) == opened


def test_everything_lies_in_the_folder_that_the_user_named(here: Kept, home: Path) -> None:
    assert home_folder() == home
    assert here.file.is_relative_to(home)


def test_without_another_name_the_folder_is_the_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FACEWISE_HOME")
    assert home_folder().name == "facewise"


@posix
def test_only_the_user_can_read_an_identity(here: Kept, locked: bytes, opened: Identity) -> None:
    keep(locked, opened.certificate)
    assert stat.S_IMODE(here.file.stat().st_mode) == 0o600
    assert stat.S_IMODE(private_folder("identities").stat().st_mode) == 0o700


def test_no_file_holds_the_key_in_the_open(here: Kept, opened: Identity, home: Path) -> None:
    number = opened.key.private_numbers().private_value  # type: ignore[union-attr]
    for file in home.rglob("*"):
        if file.is_file():
            assert number.to_bytes(32) not in file.read_bytes()
            assert PASSPHRASE.encode() not in file.read_bytes()


def test_an_identity_is_found_by_name_and_by_fingerprint(here: Kept) -> None:
    fingerprint = here.signatory.fingerprint
    for name in ("李𬭎", fingerprint, fingerprint[:8].lower(), short(fingerprint)):
        assert find(name) == here


@pytest.mark.parametrize("name", ["", "李", "ABCDEF", "0" * 64, "../李𬭎"])
def test_a_name_that_is_not_there_is_named(here: Kept, name: str) -> None:
    with pytest.raises(NoSuchIdentityError, match="facewise identity list"):
        find(name)


def test_several_identities_of_one_name_are_told_by_fingerprint(here: Kept) -> None:
    later = new_identity(name="李𬭎", passphrase=PASSPHRASE, now=NOW + timedelta(days=1))
    other = keep(later, open_identity(later, PASSPHRASE).certificate)
    with pytest.raises(SeveralIdentitiesError, match=short(here.signatory.fingerprint)):
        find("李𬭎")
    assert find(other.signatory.fingerprint) == other
    assert kept() == (other, here)


def test_a_removed_identity_is_gone(here: Kept) -> None:
    remove(here)
    remove(here)
    assert kept() == ()
    assert not here.file.exists()


def test_a_certificate_whose_key_is_gone_is_not_listed(here: Kept) -> None:
    here.file.unlink()
    assert kept() == ()


def test_the_exported_certificate_is_public_and_readable_by_others(here: Kept, tmp_path: Path) -> None:
    file = tmp_path / "李𬭎.pem"
    export(here, file)
    said = subprocess.run(
        ["openssl", "x509", "-in", file, "-noout", "-dates"], capture_output=True, check=True
    )
    assert b"notAfter" in said.stdout
    assert b"PRIVATE" not in file.read_bytes()


def test_a_backup_opens_with_the_same_passphrase(here: Kept, tmp_path: Path, opened: Identity) -> None:
    file = tmp_path / "backup.p12"
    backup(here, file)
    assert open_identity(file.read_bytes(), PASSPHRASE) == opened
    assert os.name == "nt" or stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_backup_needs_a_folder(here: Kept, tmp_path: Path) -> None:
    with pytest.raises(NoSuchFileError):
        backup(here, tmp_path / "none" / "backup.p12")


def test_what_is_no_certificate_is_not_kept(locked: bytes) -> None:
    with pytest.raises(NotAnIdentityError):
        keep(locked, b"no certificate")
    assert kept() == ()
