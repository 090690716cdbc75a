"""One check for the window and the command line: whom it knows, what it notes, where a file is kept."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tests.signing.papers import NOW, STAMP, files, paper, person

from facewise.checking.account import account
from facewise.checking.check import check_file, check_pdf, signer_of, unknown_signers
from facewise.errors import NoSuchFileError
from facewise.signing.identities import Identity, short
from facewise.signing.sign import CONSULTANT, OWNER, sign
from facewise.signing.verdict import Kind, Reason
from facewise.store.pins import pin, pins

OTHER = paper(carried={**files(), "answers.json": b"{}"})


@pytest.fixture(scope="module")
def owner() -> Identity:
    return person("李𬭎")


@pytest.fixture(scope="module")
def namesake() -> Identity:
    return person("李𬭎")


@pytest.fixture(scope="module")
def signed(owner: Identity) -> bytes:
    return sign(paper(), owner, field=OWNER, now=NOW, stamp=STAMP, certify=True)


@pytest.fixture(scope="module")
def both(signed: bytes) -> bytes:
    return sign(signed, person("林晓彤"), field=CONSULTANT, now=NOW, stamp=STAMP, certify=False)


def by(identity: Identity, pdf: bytes) -> bytes:
    return sign(pdf, identity, field=OWNER, now=NOW, stamp=STAMP, certify=True)


def test_checking_again_does_not_make_the_signer_known(signed: bytes, owner: Identity) -> None:
    first, again = check_pdf("a.pdf", signed, NOW), check_pdf("a.pdf", signed, NOW + timedelta(days=3))
    assert first.verdict.kind is again.verdict.kind is Kind.INTACT_FIRST_SEEN
    assert first.met == {}
    assert again.met[owner.signatory.fingerprint].first_seen == NOW
    assert [signer.fingerprint for signer in unknown_signers(again)] == [owner.signatory.fingerprint]


def test_each_signer_is_compared_by_itself(both: bytes, owner: Identity) -> None:
    found = check_pdf("a.pdf", both, NOW)
    signer = signer_of(found, short(owner.signatory.fingerprint).lower())
    assert signer is not None
    pin(signer, NOW)
    found = check_pdf("a.pdf", both, NOW)
    assert found.verdict.kind is Kind.INTACT_FIRST_SEEN
    (left,) = unknown_signers(found)
    assert left.name == "林晓彤"
    pin(left, NOW)
    assert check_pdf("a.pdf", both, NOW).verdict.kind is Kind.INTACT_KNOWN


def test_digits_must_be_enough_right_and_of_an_intact_file(signed: bytes, owner: Identity) -> None:
    digits = owner.signatory.fingerprint
    found = check_pdf("a.pdf", signed, NOW)
    assert signer_of(found, digits) is not None
    assert signer_of(found, digits[:15]) is None
    assert signer_of(found, digits[:15] + ("0" if digits[15] != "0" else "1")) is None
    assert signer_of(check_pdf("a.pdf", signed + b"%", NOW), digits) is None
    assert unknown_signers(check_pdf("a.pdf", signed + b"%", NOW)) == ()


def test_a_second_key_of_a_name_is_noticed_though_the_first_was_never_compared(
    signed: bytes, namesake: Identity
) -> None:
    assert not check_pdf("a.pdf", signed, NOW).verdict.signers[0].namesake
    found = check_pdf("b.pdf", by(namesake, OTHER), NOW)
    assert found.verdict.signers[0].namesake
    assert account(found).headline.state == "partly"


def test_the_same_report_signed_anew_by_a_namesake_is_not_what_was_seen(
    signed: bytes, namesake: Identity
) -> None:
    check_pdf("a.pdf", signed, NOW)
    found = check_pdf("b.pdf", by(namesake, paper()), NOW)
    assert found.verdict.reasons == (Reason.SIGNER_MISSING,)
    assert account(found).headline.state == "gap"


def test_one_who_is_known_is_not_called_a_namesake(signed: bytes, namesake: Identity) -> None:
    pin(check_pdf("a.pdf", signed, NOW).verdict.signers[0], NOW)
    check_pdf("b.pdf", by(namesake, OTHER), NOW)
    found = check_pdf("a.pdf", signed, NOW)
    assert found.verdict.kind is Kind.INTACT_KNOWN
    assert not found.verdict.signers[0].namesake


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoSuchFileError):
        check_file(tmp_path / "gone.pdf", NOW)


def test_nothing_is_noted_of_a_changed_file(signed: bytes) -> None:
    check_pdf("a.pdf", signed + b"%", NOW)
    assert pins().signers == {}


def test_a_result_that_is_no_json_is_none(signed: bytes) -> None:
    found = check_pdf("a.pdf", signed, NOW)
    assert found.told == {"status": "final"}
    assert replace(found, result=None).follows is None
    odd = paper(carried={**files(), "result.json": b"[]"})
    assert check_pdf("a.pdf", odd, NOW).told is None
    assert check_pdf("a.pdf", paper(carried={**files(), "result.json": b"{"}), NOW).told is None
