from datetime import timedelta

import pytest
from tests.signing.papers import NOW, STAMP, paper, person

from facewise import i18n
from facewise.signing.identities import Identity
from facewise.signing.sign import CONSULTANT, OWNER, sign
from facewise.signing.verdict import Kind
from facewise.signing.verify import verify
from facewise.store.home import private_folder
from facewise.store.identities import keep
from facewise.store.pins import DamagedPinsError, known, pin, pins, unpin


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
    """Check a file as the program does, and remember its signers."""
    seen = pins()
    verdict = verify(pdf, known(seen), seen.reports)
    pin(verdict, NOW)
    return verdict.kind


def test_a_signer_is_first_seen_once_and_known_then(signed: bytes) -> None:
    assert checked(signed) is Kind.INTACT_FIRST_SEEN
    assert checked(signed) is Kind.INTACT_KNOWN


def test_what_was_seen_is_remembered_with_its_first_day(signed: bytes, owner: Identity) -> None:
    checked(signed)
    seen = pins()
    pin(verify(signed, known(seen)), NOW + timedelta(days=9))
    remembered = pins().signers[owner.signatory.fingerprint]
    assert remembered.name == "李𬭎"
    assert remembered.first_seen == NOW


def test_signers_of_a_changed_file_are_not_remembered(signed: bytes) -> None:
    assert checked(signed + b"%") is Kind.CHANGED
    assert not pins().signers


def test_a_forgotten_signer_is_first_seen_again(signed: bytes, owner: Identity) -> None:
    checked(signed)
    unpin(owner.signatory.fingerprint)
    assert checked(signed) is Kind.INTACT_FIRST_SEEN


def test_a_countersignature_that_was_cut_off_is_missed(signed: bytes, consultant: Identity) -> None:
    both = sign(signed, consultant, field=CONSULTANT, now=NOW, stamp=STAMP, certify=False)
    assert checked(both) is Kind.INTACT_FIRST_SEEN
    assert checked(signed) is Kind.CHANGED
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
