"""Chinese numerals, as articles and paragraphs are counted in the law: 第一千零三十五条."""

_DIGITS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")


def hanzi(number: int) -> str:
    """Return a number from 1 to 9999 in Chinese numerals."""
    figures = str(number)
    words = ""
    for place, figure in enumerate(figures):
        unit = _UNITS[len(figures) - place - 1]
        if figure != "0":
            words += _DIGITS[int(figure)] + unit
        elif not words.endswith("零"):
            words += "零"
    words = words.rstrip("零")
    return words[1:] if words.startswith("一十") else words


def from_hanzi(words: str) -> int:
    """Return the number that Chinese numerals below 10,000 say."""
    total, digit = 0, 0
    for sign in words:
        if sign in _UNITS:
            total += max(digit, 1) * 10 ** _UNITS.index(sign)
            digit = 0
        else:
            digit = _DIGITS.index(sign)
    return total + digit
