"""Line breaks that do not tear Chinese phrases apart, on screen only."""

import html
import re

JOINER = "\u2060"
FIXED_SPACE = "\u00a0"
LONGEST = 8
"""Runs of up to so many characters between punctuation marks stay on one line, in headings."""
SHORT = 4
"""The same in body text, whose narrow columns would become ragged."""

_RUN = re.compile(r"[㐀-鿿0-9A-Za-z]+")
_UNIT = re.compile(r"(?<=[0-9]) (?=[㐀-鿿])")
_END = re.compile(r"(?:[㐀-鿿]\u2060?){1,3}(?=[^\w\u2060]{0,2}$)")
_HAN = re.compile(r"[㐀-鿿]")


def keep_phrases(text: str, longest: int = LONGEST) -> str:
    """Return a text whose short Chinese phrases are kept on one line by word joiners (U+2060).

    A number stays with its unit by a fixed space (U+00A0), and no single character is left for the last line.
    """
    text = _UNIT.sub(FIXED_SPACE, text)
    return _END.sub(_kept_end, _RUN.sub(lambda run: _joined(run.group(), longest), text))


def _joined(run: str, longest: int) -> str:
    return JOINER.join(run) if len(run) <= longest and _HAN.search(run) else run


def _kept_end(end: re.Match[str]) -> str:
    return JOINER.join(end.group().replace(JOINER, ""))


def plain(text: str) -> str:
    """Return a text without joiners and fixed spaces, as it is to be copied, searched and read aloud."""
    return text.replace(JOINER, "").replace(FIXED_SPACE, " ")


def paragraphs(text: str, line_height: int = 110, longest: int = SHORT) -> str:
    """Return rich text with the window's line height, in per cent of the font's natural line (1.447 em)."""
    parts = (html.escape(part, quote=False) for part in text.split("\n"))
    return "".join(
        f'<p style="margin:0;line-height:{line_height}%">{keep_phrases(part, longest)}</p>' for part in parts
    )
