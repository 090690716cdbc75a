import pytest
from hypothesis import given
from hypothesis import strategies as st

from facewise.content.numerals import from_hanzi, hanzi


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (56, "五十六"), (100, "一百"), (101, "一百零一"),
     (110, "一百一十"), (1033, "一千零三十三"), (1010, "一千零一十"), (1001, "一千零一"), (2000, "二千")],
)  # fmt: skip
def test_numbers_are_written_as_the_law_counts(number: int, words: str) -> None:
    assert hanzi(number) == words


@given(st.integers(1, 9999))
def test_what_is_written_can_be_read_again(number: int) -> None:
    assert from_hanzi(hanzi(number)) == number
