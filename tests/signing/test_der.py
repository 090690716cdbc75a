"""The one form that DER leaves, and what comes near it."""

import pytest
from asn1crypto import cms
from tests.signing import attacks
from tests.signing.papers import Papers

from facewise.signing.der import definite, is_canonical

CANONICAL = {
    "nothing": "",
    "a list": "3003020105",
    "a set in a list": "3005310302017f",
    "zero": "020100",
    "128": "02020080",
    "-128": "020180",
    "-129": "0202ff7f",
    "true": "0101ff",
    "false": "010100",
    "a long text": "0481" + "80" + "41" * 128,
    "a context": "a003020105",
}
OTHERWISE = {
    "a number with zeros before": "02020001",
    "a negative number with ones before": "0202ff80",
    "a number of no digits": "0200",
    "another true": "010101",
    "a truth of two bytes": "0102ffff",
    "a length longer than it need be": "048103414141",
    "a length with zeros before": "0482008041",
    "a length of five bytes": "04850000000001",
    "a tag of several bytes": "1f8101",
    "a text in pieces": "2403040141",
    "an end without a beginning": "30800000",
    "a list longer than what holds it": "30020203",
    "more than there is": "3005",
    "a list that cuts a value": "30030202",
}


@pytest.mark.parametrize("what", CANONICAL)
def test_what_der_leaves_is_canonical_and_stays(what: str) -> None:
    der = bytes.fromhex(CANONICAL[what])
    assert is_canonical(der)
    assert definite(der) == der


@pytest.mark.parametrize("what", OTHERWISE)
def test_all_else_is_not(what: str) -> None:
    assert not is_canonical(bytes.fromhex(OTHERWISE[what]))


@pytest.mark.parametrize("cut", ["30", "3003020105" + "02"])
def test_what_ends_too_soon_is_an_error(cut: str) -> None:
    with pytest.raises(ValueError, match="unpack"):
        is_canonical(bytes.fromhex(cut))


def test_a_signature_that_was_made_here_is_canonical(papers: Papers) -> None:
    der, _ = attacks.digits(papers.signed)
    assert is_canonical(der)
    assert not is_canonical(b"\x30\x80" + der[4:] + b"\x00\x00")
    assert definite(b"\x30\x80" + der[4:] + b"\x00\x00") == der
    assert cms.ContentInfo.load(der, strict=True)["content_type"].native == "signed_data"


def test_lengths_take_the_place_of_ends() -> None:
    assert definite(bytes.fromhex("3080a08002010500000000")) == bytes.fromhex("3005a003020105")
    assert definite(bytes.fromhex("30073080020105" + "0000")) == bytes.fromhex("30053003020105")


@pytest.mark.parametrize(
    "wrong", ["3080020105", "308002010500", "30030201050000", "3004308000", "30043003020105", "04800000"]
)
def test_ends_that_do_not_fit_are_an_error(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"^$|unpack"):
        definite(bytes.fromhex(wrong))


def test_depth_has_an_end() -> None:
    deep = b""
    for _ in range(60):
        deep = b"\x30" + bytes([len(deep)]) + deep
    assert not is_canonical(deep)
    with pytest.raises(ValueError, match=r"^$|unpack"):
        definite(b"\x30\x80" * 60 + b"\x00\x00" * 60)
