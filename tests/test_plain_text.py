"""What people type is tidied or refused; what is accepted is printed as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facewise.plain_text import HiddenCharacterError, TooLongError, line, note

HIDDEN = (
    *("\0", "\x1b", "\x7f", "\u00ad", "\u200b", "\u200e", "\u202e", "\u2066", "\ufeff"),
    *("\ufe0f", "\U000e0100", "\ud800", "\ue000", "\U000f0000"),
)


@pytest.mark.parametrize("hidden", HIDDEN)
def test_what_cannot_be_seen_is_refused_and_named(hidden: str) -> None:
    for tidy in (line, note):
        with pytest.raises(HiddenCharacterError) as error:
            tidy(f"一二三四五六七八九{hidden}x")
        assert error.value.fields == {"code": f"U+{ord(hidden):04X}", "before": "二三四五六七八九"}


def test_spaces_around_and_line_ends_within_are_tidied() -> None:
    assert line("  a\t b\r\n c ") == "a b c"
    assert line(" a  b ") == "a  b"
    assert line("a\u00a0b\u2003c\u3000d") == "a b c\u3000d"
    assert note(" a \r\n\r\n\tb  \n") == "a\n\n b"


def test_length_is_limited() -> None:
    assert len(line("名" * 500)) == 500
    assert len(note("长" * 10_000)) == 10_000
    for tidy, length in ((line, 501), (note, 10_001)):
        with pytest.raises(TooLongError):
            tidy("长" * length)


@pytest.mark.parametrize("name", ["䶮", "㛃", "𬭎", "𰻝", "\U000323b0", "\u00e9", "e\u0301", "🙂"])
def test_visible_characters_stay(name: str) -> None:
    assert line(name) == note(name) == name


@given(st.text(max_size=60))
def test_tidying_twice_changes_nothing_more(text: str) -> None:
    for tidy in (line, note):
        try:
            once = tidy(text)
        except HiddenCharacterError:
            continue
        assert tidy(once) == once
