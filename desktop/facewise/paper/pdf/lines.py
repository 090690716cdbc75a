"""Where lines may break, in Chinese, English and both: marks, dates, numbers with units and words stay whole.

The rules follow GB/T 15834-2011, 5.1 and the W3C's clreq: closing marks never begin a line, opening marks
never end one, …… and —— are not divided. A date, 第三条, a number with its unit and a report number stay on
one line too, and a last line of one character takes one more down. Only what is wider than a line is cut.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

OPENING = "（《〈「『【〔〖［｛“‘〝([{￥$#＃①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
CLOSING = "，。、；：？！）》〉」』】〕〗］｝”’〞〟…—·・～％‰℃°′″%,.;:?!)]}﹐﹑﹒﹔﹕﹖﹗"
HANZI = (
    "\u1100-\u11ff\u2e80-\u2fff\u3001-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
    "\U00020000-\U0003ffff"
)

_OPEN, _CLOSE = f"[{re.escape(OPENING)}]*", f"[{re.escape(CLOSING)}]*"
_HAN = f"[{HANZI}]"
_ONE = r"[\u3400-\u7b2b\u7b2d-\u9fff]"  # most of all hanzi, but for the 第 of 第三条: found at a glance
_LATIN = f"[^ \\u00a0\\u3000\\n{re.escape(OPENING)}{re.escape(CLOSING)}{HANZI}]"
_JOIN = "[.,:;?!’%]+"
_END = f"(?!{_LATIN}|{_JOIN}{_LATIN})"
_DATE = r"\d{2,4} ?年(?: ?\d{1,2} ?月(?: ?\d{1,2} ?日)?)?|\d{1,2} ?月 ?\d{1,2} ?日"
_ARTICLE = r"第 ?[〇零一二三四五六七八九十百千两\d]+ ?[条款项章节页题号步次]"
_COUNTED = "个月|小时|分钟|毫米|厘米|公里|周岁|"
_COUNTED += "[年月日天周时分秒人条款项题页台份张次处个岁米版号户字种家层楼倍级名位件元块]"
_METRIC = "mm|cm|km|kg|KB|kB|MB|GB|TB|pt|px|dpi|ms|min|[mgshM%‰℃]"
_QUANTITY = rf"[-+−±]?\d+(?:[.,]\d+)*(?: ?(?:[万亿]+(?:{_COUNTED})?|{_COUNTED}|(?:{_METRIC}){_END})|{_END})"
_NUMBERED = (
    r"(?:GB(?:/[TZ])?|[Aa]rts?\.|[Aa]rticles?|[Pp]aras?\.|[Ii]tems?|[Pp]ages?|No\.) ?\d+(?:[-.—–]\d+)*"
)
_QUOTED = rf"[\"']*{_HAN}(?:[\"']+{_HAN})*[\"']*"
_WORD = rf"{_LATIN}+(?:{_JOIN}{_LATIN}+|\({_LATIN}+\))*"
_CORE = f"(?:{_ARTICLE}|{_DATE}|{_NUMBERED}{_END}|{_QUANTITY}|{_QUOTED}|{_WORD})"
_JOINED = rf"{_OPEN}\u00a0*(?:{_CORE}(?:\u00a0+{_CORE})*\u00a0*)?{_CLOSE}"
_WHOLE = re.compile(rf"\n|[ \u3000]+|{_ONE}(?={_ONE})|{_JOINED}(?<=[^ \u3000\n])")
_PART = re.compile(rf"{_OPEN}(?:[^\W_]+[-/_.?&=:@]*|[^ \u3000])?{_CLOSE}(?<=[^ \u3000])")
_ALONE = re.compile(rf"{_HAN}{_CLOSE}")

_HAIR = 1e-6
Span = tuple[int, int]  # beginning and end of a line or of an unbreakable piece, in characters


@lru_cache(2048)
def pieces(text: str) -> tuple[Span, ...]:
    """Return the pieces that no line end divides, without the spaces between; a newline is its own piece."""
    found = _WHOLE.findall(text)
    ends = accumulate(map(len, found))
    spans = [(end - len(one), end) for one, end in zip(found, ends, strict=True) if one.strip(" \u3000")]
    return tuple(spans)


def fill(text: str, reach: Sequence[float], width: float) -> list[Span]:
    """Return the lines of a text as spans; `reach[i]` is the width of its first i characters.

    Spaces at a line's end and beginning belong to no line. No line is wider than `width` unless a single
    character is.
    """
    if reach[-1] <= width and "\n" not in text:
        ink = text.strip(" \u3000")
        begin = text.find(ink)
        return [(begin, begin + len(ink))] if ink else []
    spans = pieces(text)
    if max([reach[end] - reach[begin] for begin, end in spans], default=0) > width:
        spans = tuple(part for span in spans for part in _fitting(text, *span, reach, width))
    lines: list[Span] = []
    first = 0
    for at, (begin, _) in enumerate(spans) if "\n" in text else ():
        if text[begin] == "\n":
            lines += _paragraph(text, spans[first:at], reach, width) or [(begin, begin)]
            first = at + 1
    return lines + _paragraph(text, spans[first:], reach, width)


def _paragraph(text: str, placed: Sequence[Span], reach: Sequence[float], width: float) -> list[Span]:
    """The lines that pieces fill: each takes as many as reach no further than it does."""
    ends = [end for _, end in placed]
    rows: list[Span] = []
    first = 0
    while first < len(placed):
        begin = placed[first][0]
        last = bisect_right(reach, reach[begin] + width + _HAIR, begin) - 1
        after = max(bisect_right(ends, last, first), first + 1)
        rows.append((first, after))
        first = after
    if len(rows) > 1:
        rows[-2:] = _in_company(text, placed, (rows[-2], rows[-1]), reach, width)
    return [(placed[first][0], ends[after - 1]) for first, after in rows]


def _in_company(
    text: str, placed: Sequence[Span], rows: tuple[Span, Span], reach: Sequence[float], width: float
) -> tuple[Span, Span]:
    """The last two rows of pieces, one piece moved down to a last line that holds a single character."""
    (before, middle), (_, after) = rows
    alone = after == middle + 1 and _ALONE.fullmatch(text, *placed[middle])
    if alone and middle > before + 1 and reach[placed[middle][1]] - reach[placed[middle - 1][0]] <= width:
        middle -= 1
    return (before, middle), (middle, after)


def _fitting(text: str, begin: int, end: int, reach: Sequence[float], width: float) -> Iterator[Span]:
    if reach[end] - reach[begin] <= width or text[begin] == "\n":
        yield begin, end
        return
    for match in _PART.finditer(text, begin, end):
        if match[0]:
            yield from _cut(text, *match.span(), reach, width)


def _cut(text: str, begin: int, end: int, reach: Sequence[float], width: float) -> Iterator[Span]:
    while reach[end] - reach[begin] > width and end - begin > 1:
        at = begin + 1
        while reach[at + 1] - reach[begin] <= width:
            at += 1
        at = _backwards_to_a_fair_place(text, begin, at)
        yield begin, at
        begin = at
    yield begin, end


def _backwards_to_a_fair_place(text: str, begin: int, at: int) -> int:
    fair = at
    while fair > begin and (text[fair] in CLOSING or text[fair - 1] in OPENING):
        fair -= 1
    return fair if fair > begin else at
