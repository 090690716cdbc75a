from dataclasses import replace
from datetime import timedelta

import pytest
from tests.signing.papers import NOW, STAMP, paper, person

from facewise import i18n
from facewise.signing.identities import Identity
from facewise.signing.sign import CONSULTANT, OWNER, sign
from facewise.signing.verdict import Kind, Verdict
from facewise.signing.verify import verify
from facewise.store.home import private_folder
from facewise.store.identities import keep
from facewise.store.pins import DamagedPinsError, known, note, pin, pins, unpin


@pytest.fixture(scope="module")
def owner() -> Identity:
    return person("李𬭎")


@pytest.fixture(scope="module")
def consultant() -> Identity:
    return person("林晓彤")


@pytest.fixture(scope="module")
def signed(owner: Identity) -> bytes:
    return sign(paper(), owner, field=OWNER, now=NOW, stamp=STAMP, certify=True)


def checked(pdf: bytes) -> Kind:
    """Check a file as the program does, and note its signers."""
    seen = pins()
    verdict = verify(pdf, known(seen), seen.reports)
    note(verdict, NOW)
    return verdict.kind


def compare(pdf: bytes) -> None:
    """Say of every signer of a file that the fingerprint was compared."""
    for signer in verify(pdf, {}).signers:
        pin(signer, NOW)


def test_a_signer_is_known_by_being_compared_and_not_by_being_seen(signed: bytes) -> None:
    assert checked(signed) is Kind.INTACT_FIRST_SEEN
    assert checked(signed) is Kind.INTACT_FIRST_SEEN
    compare(signed)
    assert checked(signed) is Kind.INTACT_KNOWN


def test_what_was_seen_is_noted_with_its_first_day(signed: bytes, owner: Identity) -> None:
    checked(signed)
    note(verify(signed, known(pins())), NOW + timedelta(days=9))
    noted = pins().signers[owner.signatory.fingerprint]
    assert (noted.name, noted.first_seen, noted.compared) == ("李𬭎", NOW, None)
    compare(signed)
    assert pins().signers[owner.signatory.fingerprint].first_seen == NOW
    assert pins().signers[owner.signatory.fingerprint].compared == NOW


def test_looking_again_writes_nothing(signed: bytes) -> None:
    checked(signed)
    file = private_folder("identities") / "pins.json"
    before = file.stat()
    checked(signed)
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_signers_of_a_changed_file_are_not_noted(signed: bytes) -> None:
    assert checked(signed + b"%") is Kind.CHANGED
    assert not pins().signers


def test_a_forgotten_signer_is_first_seen_again(signed: bytes, owner: Identity) -> None:
    compare(signed)
    unpin(owner.signatory.fingerprint)
    assert checked(signed) is Kind.INTACT_FIRST_SEEN
    assert pins().signers[owner.signatory.fingerprint].compared is None


def test_those_seen_long_ago_give_way_and_those_compared_stay(
    signed: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("facewise.store.pins._MOST_REPORTS", 3)
    compare(signed)
    (signer,) = verify(signed, {}).signers
    others = [replace(signer, fingerprint=f"{n:064X}") for n in range(5)]
    for n, other in enumerate(others):
        note(Verdict(Kind.INTACT_FIRST_SEEN, signers=(other,)), NOW + timedelta(days=n))
    assert set(pins().signers) == {signer.fingerprint, *(other.fingerprint for other in others[2:])}


def test_a_countersignature_that_was_cut_off_is_missed(signed: bytes, consultant: Identity) -> None:
    both = sign(signed, consultant, field=CONSULTANT, now=NOW, stamp=STAMP, certify=False)
    assert checked(both) is Kind.INTACT_FIRST_SEEN
    assert checked(signed) is Kind.CHANGED
    compare(both)
    assert checked(both) is Kind.INTACT_KNOWN


def test_ones_own_identities_are_known(signed: bytes, owner: Identity) -> None:
    keep(b"0 locked", owner.certificate)
    assert checked(signed) is Kind.INTACT_KNOWN


@pytest.mark.parametrize("content", ["", "{", "[]", '{"signers": {"A": {}}}', '{"other": 1}'])
def test_a_damaged_list_is_named_and_left_as_it_is(content: str) -> None:
    file = private_folder("identities") / "pins.json"
    file.write_text(content)
    with pytest.raises(DamagedPinsError) as caught:
        pins()
    assert str(file) in i18n.tell(caught.value, "en")
    assert file.read_text() == content
