"""Line breaks that do not tear Chinese phrases apart, on screen only."""

import re

JOINER = "\u2060"
FIXED_SPACE = "\u00a0"
LONGEST = 8
"""Runs of up to so many characters between punctuation marks stay on one line, in headings."""
SHORT = 4
"""The same in body text, whose narrow columns would become ragged."""

_RUN = re.compile(r"\w+")
_UNIT = re.compile(r"(?<=[0-9]) (?=\w)")
_END = re.compile(r"(?:\w\u2060?){1,3}(?=[^\w\u2060]{0,2}$)")
_HAN = ("\u3400", "\u9fff")


def keep_phrases(text: str, longest: int = LONGEST) -> str:
    """Return a text whose short Chinese phrases are kept on one line by word joiners (U+2060).

    A number stays with its unit by a fixed space (U+00A0), and no single character is left for the last line.
    """
    text = _UNIT.sub(FIXED_SPACE, text) if _has_han(text) else text
    return _END.sub(_kept_end, _RUN.sub(lambda run: _joined(run.group(), longest), text))


def _joined(run: str, longest: int) -> str:
    return JOINER.join(run) if len(run) <= longest and _has_han(run) else run


def _kept_end(end: re.Match[str]) -> str:
    return JOINER.join(end.group().replace(JOINER, "")) if _has_han(end.group()) else end.group()


def _has_han(text: str) -> bool:
    """Whether there is a Chinese character; a pattern with that many takes milliseconds to compile."""
    return any(_HAN[0] <= letter <= _HAN[1] for letter in text)


def plain(text: str) -> str:
    """Return a text without joiners and fixed spaces, as it is to be copied, searched and read aloud."""
    return text.replace(JOINER, "").replace(FIXED_SPACE, " ")


def paragraphs(text: str, line_height: int = 110, longest: int = SHORT) -> str:
    """Return rich text with the window's line height, in per cent of the font's natural line (1.447 em)."""
    parts = _escaped(text).split("\n")
    return "".join(
        f'<p style="margin:0;line-height:{line_height}%">{keep_phrases(part, longest)}</p>' for part in parts
    )


def _escaped(text: str) -> str:
    """Return a text in which nothing is markup; `html.escape` would load the names of all entities."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
