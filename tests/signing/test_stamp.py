import pytest

from facewise.signing.stamp import StampTooLongError, UndrawableError, draw, subset

LINES = ("电子签名，本程序生成的身份（自签）", "2026-11-20 16:42:08 +08:00", "证书指纹 FBFC 1388 F436 9DEF")


def test_a_stamp_shows_name_and_lines_with_two_small_fonts() -> None:
    drawn = draw("陈志远", LINES, 225, 140)
    assert drawn.content.count(b" Tj") == 4
    assert [face.weight for face in drawn.faces] == ["Bold", "Regular"]
    assert all(len(face.file) < 30_000 for face in drawn.faces)


def test_the_same_stamp_is_drawn_the_same_each_time() -> None:
    assert draw("陈志远", LINES, 225, 140) == draw("陈志远", LINES, 225, 140)


def test_a_long_name_is_broken_and_then_made_smaller() -> None:
    assert draw("𬭎" * 20, LINES, 225, 140).content.count(b" Tj") == 5
    assert b"/Bold 15 Tf" not in draw("𬭎" * 64, LINES, 225, 140).content


def test_words_are_broken_at_blanks() -> None:
    drawn = draw("Maximilian Alexander Montgomery", (), 150, 140)
    assert drawn.content.count(b" Tj") == 3


def test_what_does_not_fit_at_all_is_refused() -> None:
    with pytest.raises(StampTooLongError):
        draw("字" * 64, LINES, 60, 30)


def test_characters_that_no_font_has_are_named() -> None:
    with pytest.raises(UndrawableError, match="𡱅"):
        draw("陈𡱅", LINES, 225, 140)


def test_a_subset_has_each_character_with_its_width() -> None:
    face = subset("Bold", "李𬭎A")
    assert set(face.glyphs) == {"李", "𬭎", "A"}
    assert face.widths["李"] == 1000
    assert face.width("李𬭎") == 2000
    assert len(face.tag) == 6
