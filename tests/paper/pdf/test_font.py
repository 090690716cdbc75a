import pytest

from facewise.paper.pdf.font import clean, face, ink, missing, outline, width


def test_every_character_of_a_rare_name_has_a_shape() -> None:
    assert missing("䶮㛃𬭎𰻝 Ä → ≥ ①") == ""


def test_what_no_face_shows_is_named_once_in_order_of_appearance() -> None:
    assert missing("好😀ᚠ😀b") == "😀ᚠ"


def test_marks_without_a_shape_are_neither_set_nor_called_missing() -> None:
    text = "a\u202eb\u200bc\ufeffd\x00e\U000e0100f\ufe0f"
    assert missing(text) == ""
    assert clean(text) == "abcdef"


@pytest.mark.parametrize("space", ["\t", "\u2009", "\u202f", "\u2003"])
def test_other_spaces_become_plain_ones(space: str) -> None:
    assert clean(f"a{space}b") == "a b"


def test_the_wide_and_the_hard_space_stay() -> None:
    assert clean("a\u3000b\u00a0c") == "a\u3000b\u00a0c"


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\u2028", "\x85"])
def test_every_line_end_becomes_a_newline(end: str) -> None:
    assert clean(f"a{end}b") == "a\nb"


def test_hanzi_are_as_wide_as_the_type_is_large() -> None:
    assert width("一二", "regular", 10) == 20
    assert width("", "bold", 10) == 0


def test_a_missing_character_takes_the_width_of_its_replacement() -> None:
    assert width("😀", "regular", 10) == width("〓", "regular", 10)


def test_an_outline_begins_where_it_is_told_and_closes_every_contour() -> None:
    shape = outline("口", "bold", 100, 50, 20)
    names = [name for name, _ in shape.path]
    assert names.count("M") == names.count("Z") == 2
    assert min(points[-2] for _, points in shape.path if points) > 50
    assert shape.advance == 100


def test_an_outline_has_no_quadratic_curves() -> None:
    assert {name for name, _ in outline("S永", "regular", 10).path} <= {"M", "L", "C", "Z"}


def test_ink_is_smaller_than_the_square_and_empty_for_a_space() -> None:
    box = ink("国", "bold", 100)
    assert 0 < box.left < box.right < 100
    assert 80 < box.top - box.bottom < 100
    assert ink(" ", "bold", 100) == ink("", "bold", 100)
    assert ink(" ", "bold", 100).right == 0


def test_a_face_is_opened_once() -> None:
    assert face("regular") is face("regular")
