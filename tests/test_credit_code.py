import pytest

from facewise import i18n
from facewise.credit_code import CreditCodeError, check_character, checked, is_valid


@pytest.mark.parametrize("code", ["91350100M000100Y43", "91110000600037341L", "91440300708461136T"])
def test_codes_as_printed_on_licences_are_valid(code: str) -> None:
    assert is_valid(code)


def test_every_other_check_character_is_wrong() -> None:
    wrong = [character for character in "0123456789ABCDEFGHJKLMNPQRTUWXY" if character != "3"]
    assert not any(is_valid("91350100M000100Y4" + character) for character in wrong)


def test_two_neighbours_exchanged_are_noticed() -> None:
    assert not is_valid("91350100M001000Y43")


@pytest.mark.parametrize(
    "code",
    ["", "9135010", "91350100M000100Y4", "91350100M000100Y433", "9135010OM000100Y43", "91350100m000100y43"],
)
def test_what_has_not_18_permitted_characters_is_no_code(code: str) -> None:
    assert not is_valid(code)


def test_the_check_character_follows_from_the_first_17() -> None:
    assert check_character("91350100M000100Y4") == "3"


def test_a_code_typed_in_small_letters_with_blanks_is_taken_as_meant() -> None:
    assert checked(" 91350100m000100y43 ") == "91350100M000100Y43"


def test_a_wrong_code_is_named_in_the_sentence() -> None:
    with pytest.raises(CreditCodeError) as caught:
        checked("91350100M000100Y44")
    assert "91350100M000100Y44" in i18n.tell(caught.value, "en")
