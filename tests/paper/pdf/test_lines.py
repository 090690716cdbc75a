import re
from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facewise.paper.pdf.font import clean, face
from facewise.paper.pdf.lines import CLOSING, OPENING, fill, pieces

WORDS = st.sampled_from(
    ["人", "脸", "识别", "word", "self-assessment", "2026 年 3 月 5 日", "第十条", "（一）", "don't",
     "“统一刷脸”", "……", "——", "，", "。", "FW-20261120-7K3M", "10 万人", "600 米", "83 %", "《办法》",
     "①", " ", " ", "\n", "a, b", '"quoted"', "GB/T 45574-2025", "䶮㛃𬭎𰻝", "3.14", "art. 10", "（", "）",
     "\u3000", "\u00a0"]
)  # fmt: skip
TEXTS = st.lists(WORDS, max_size=60).map("".join)
# In ems; the widest thing above that must stay whole takes less, with the marks around it.
WIDTHS = st.floats(14, 60)


def broken(text: str, width: float) -> list[str]:
    """Return the lines of a text at a width in ems."""
    return [text[begin:end] for begin, end in fill(text, reach(text), width * 1000)]


def reach(text: str) -> list[float]:
    return list(accumulate(map(face("regular").advance.__getitem__, text), initial=0.0))


def bare(text: str) -> str:
    return re.sub("[ \u3000\n]", "", text)


@given(TEXTS, st.floats(1, 60))
def test_lines_hold_the_whole_text_and_drop_nothing_but_spaces(text: str, width: float) -> None:
    assert bare("".join(broken(text, width))) == bare(text)


@given(st.text(max_size=200).map(clean), st.floats(1, 40))
def test_any_text_at_all_keeps_its_characters(text: str, width: float) -> None:
    assert bare("".join(broken(text, width))) == bare(text)


@given(TEXTS, st.floats(1, 60))
def test_no_line_is_wider_than_the_width_unless_it_is_one_character(text: str, width: float) -> None:
    for line in broken(text, width):
        assert reach(line)[-1] <= width * 1000 + 0.01 or len(line) == 1


@given(TEXTS, WIDTHS)
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(text: str, width: float) -> None:
    lines = fill(text, reach(text), width * 1000)
    for begin, end in lines:
        if begin == end or _crowded(text, begin, end):
            continue
        after_a_space = begin == 0 or text[begin - 1] in " \u3000\n"
        before_a_space = end == len(text) or text[end] in " \u3000\n"
        assert text[begin] not in CLOSING or after_a_space
        assert text[end - 1] not in OPENING or before_a_space


def _crowded(text: str, begin: int, end: int) -> bool:
    """Whether marks stand so close around a line that no line could hold them."""
    around = text[max(begin - 14, 0) : end + 14]
    return bool(re.search(f"[{re.escape(CLOSING + OPENING)}]{{8}}", around))


@given(TEXTS, WIDTHS)
def test_a_dash_and_an_ellipsis_are_not_divided(text: str, width: float) -> None:
    for (_, end), (begin, _) in pairwise(fill(text, reach(text), width * 1000)):
        if begin == end:
            assert not (text[end - 1] == text[begin] and text[begin] in "…—") or _crowded(
                text, end - 1, begin + 1
            )


@pytest.mark.parametrize(
    "whole",
    ["2026 年 11 月 20 日", "2026年11月20日", "3 月 5 日", "第十条", "第二款", "第 12 页",
     "10 万人", "600 米", "22:00", "83 %",
     "FW-20261120-7K3M", "GB/T 45574-2025", "GB 32100-2015", "30 个",
     "1,432 人", "3.5 mm", "art. 10", "D2", "8 km", "30 日"],
)  # fmt: skip
@pytest.mark.parametrize("width", [9, 10, 11, 12, 13, 14, 15])
def test_what_belongs_together_stays_on_one_line(whole: str, width: int) -> None:
    for lead in range(14):
        text = "字" * lead + whole + "字字字字字字。"
        if reach(whole)[-1] > width * 1000:
            continue
        assert any(whole in line for line in broken(text, width)), (lead, broken(text, width))


@given(st.integers(2, 200), st.floats(3, 30))
def test_a_last_line_is_never_a_single_character(count: int, width: float) -> None:
    lines = broken("字" * (count - 1) + "字。", width)
    assert len(lines) == 1 or len(lines[-1]) > 2


def test_one_character_is_pulled_down_to_another() -> None:
    assert broken("一二三四五六七八九十甲。", 10) == ["一二三四五六七八九", "十甲。"]
    assert broken("一二三四五六", 5) == ["一二三四", "五六"]


@pytest.mark.parametrize(
    "text", ["a3" * 32, "https://www.example.org/a/b/c?x=1", "é" * 300, "䶮" * 300, "。" * 50, "（" * 50]
)
def test_what_is_wider_than_a_line_is_cut(text: str) -> None:
    lines = broken(text, 8)
    assert "".join(lines) == text
    assert all(reach(line)[-1] <= 8000 for line in lines)


def test_an_address_is_cut_after_its_strokes_first() -> None:
    assert broken("https://www.example.org/abc", 9)[0].endswith((".", "/"))


def test_newlines_begin_lines_and_empty_lines_stay() -> None:
    assert broken("甲\n\n乙\n", 10) == ["甲", "", "乙"]
    assert broken("", 10) == []


def test_straight_quotes_keep_to_the_characters_they_enclose() -> None:
    text = '他说"你好"再走'
    assert [text[b:e] for b, e in pieces(text)] == ["他", '说"你', '好"再', "走"]


def test_a_hard_space_joins() -> None:
    text = "第\u00a03\u00a0条 a"
    assert [text[b:e] for b, e in pieces(text)] == ["第\u00a03\u00a0条", "a"]
