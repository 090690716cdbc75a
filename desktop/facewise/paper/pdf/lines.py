"""Where lines may break, in Chinese, English and both: marks, dates, numbers with units and words stay whole.

The rules follow GB/T 15834-2011, 5.1 and the W3C's clreq: closing marks never begin a line, opening marks
never end one, …… and —— are not divided. A date, 第三条, a number with its unit and a report number stay on
one line too, and a last line of one character takes one more down. Only what is wider than a line is cut.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

OPENING = "（《〈「『【〔〖［｛“‘〝([{￥$#＃①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
CLOSING = "，。、；：？！）》〉」』】〕〗］｝”’〞〟…—·・～％‰℃°′″%,.;:?!)]}﹐﹑﹒﹔﹕﹖﹗"
HANZI = (
    "\u1100-\u11ff\u2e80-\u2fff\u3001-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
    "\U00020000-\U0003ffff"
)

_OPEN, _CLOSE = f"[{re.escape(OPENING)}]*", f"[{re.escape(CLOSING)}]*"
_HAN = f"[{HANZI}]"
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
_WHOLE = re.compile(rf"\n|{_OPEN}\u00a0*(?:{_CORE}(?:\u00a0+{_CORE})*\u00a0*)?{_CLOSE}(?<=[^ \u3000\n])")
_PART = re.compile(rf"{_OPEN}(?:[^\W_]+[-/_.?&=:@]*|[^ \u3000])?{_CLOSE}(?<=[^ \u3000])")
_ALONE = re.compile(rf"{_HAN}{_CLOSE}")

Span = tuple[int, int]  # beginning and end of a line or of an unbreakable piece, in characters


@lru_cache(8192)
def pieces(text: str) -> tuple[Span, ...]:
    """Return the pieces that no line end divides, without the spaces between; a newline is its own piece."""
    return tuple(match.span() for match in _WHOLE.finditer(text) if match.end() > match.start())


def fill(text: str, reach: Sequence[float], width: float) -> list[Span]:
    """Return the lines of a text as spans; `reach[i]` is the width of its first i characters.

    Spaces at a line's end and beginning belong to no line. No line is wider than `width` unless a single
    character is.
    """
    lines: list[Span] = []
    placed: list[Span] = []
    for begin, end in pieces(text):
        if text[begin] == "\n":
            lines += _paragraph(text, placed, reach, width) or [(begin, begin)]
            placed = []
        else:
            placed += _fitting(text, begin, end, reach, width)
    return lines + _paragraph(text, placed, reach, width)


def _paragraph(text: str, placed: list[Span], reach: Sequence[float], width: float) -> list[Span]:
    lines: list[list[Span]] = []
    limit = -1.0
    for span in placed:
        if reach[span[1]] > limit:
            lines.append([])
            limit = reach[span[0]] + width + 1e-6
        lines[-1].append(span)
    if len(lines) > 1:
        _keep_company(text, lines[-2], lines[-1], reach, width)
    return [(line[0][0], line[-1][1]) for line in lines]


def _keep_company(
    text: str, before: list[Span], last: list[Span], reach: Sequence[float], width: float
) -> None:
    """Move a piece down to a last line that holds a single character."""
    alone = len(last) == 1 and _ALONE.fullmatch(text, *last[0])
    if alone and len(before) > 1 and reach[last[0][1]] - reach[before[-1][0]] <= width:
        last.insert(0, before.pop())


def _fitting(text: str, begin: int, end: int, reach: Sequence[float], width: float) -> Iterator[Span]:
    if reach[end] - reach[begin] <= width:
        yield begin, end
        return
    for match in _PART.finditer(text, begin, end):
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
