"""How a sign speaks: one language, or Chinese with English after it; and its headline, as large as fits."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from facewise.errors import N_, FacewiseError
from facewise.i18n import Edition, Language, Text
from facewise.paper.pdf import style
from facewise.paper.pdf.board import Letters, Part, below, breadth, in_role, lines, space
from facewise.paper.pdf.font import clean, ink
from facewise.paper.pdf.lines import pieces
from facewise.paper.pdf.sign_sheet import Sheet
from facewise.paper.pdf.style import MM, Type
from facewise.paper.pdf.words import main_language

_LEAST_WAY = 14.0
_MOST_BREAKS = 3
_NARROWEST = 0.75
_HAIR = 1e-6
_SPACE = 0.34  # before the English on the same line, in ems
_FLAT = 0.865  # least ink of hanzi in ems of Bold, but for flat ones such as 一 and small ones such as 口
_LEADING = {"zh": 1.07, "en": 1.06}


class HeadlineTooLongError(FacewiseError):
    """A headline that cannot be as high as it must be."""

    sentence = N_(
        "'{headline}' does not fit {size} with letters {height} mm high. Use fewer words or a larger sheet."
    )


@dataclass(frozen=True, slots=True)
class Voice:
    """In which languages a sign speaks: a main one, and in the bilingual edition English after it."""

    edition: Edition

    def first(self, text: Text | str) -> str:
        """Return what stands in the main language."""
        return text if isinstance(text, str) else text[main_language(self.edition)]

    def second(self, text: Text | str) -> str:
        """Return what stands in English beside it; empty where nothing does."""
        if isinstance(text, str) or self.edition != "both":
            return ""
        return "" if text.zh == text.en else text.en

    def joined(self, texts: Iterable[Text]) -> Text:
        """Return sentences as one paragraph."""
        texts = tuple(texts)
        return Text("".join(text.zh for text in texts), " ".join(text.en for text in texts if text.en))

    def pair(self, text: Text | str, kind: Type, small: Type, wide: float) -> Part:
        """Return a text with its English behind it, or below it where the line is full."""
        whole, second = lines(self.first(text), kind, wide), self.second(text)
        last = whole.elements[-1] if whole.elements else None
        if not second or not isinstance(last, Letters):
            return whole
        x = breadth(last.text, last.type) + _SPACE * kind.size
        if x + breadth(second, small) > wide:
            return below(whole, lines(second, small, wide))
        behind = Letters(x, last.y, second, small)
        across = max(whole.width, x + breadth(second, small))
        return Part(across, whole.height, (*whole.elements, behind), (*whole.said, second))

    def stacked(self, text: Text, kind: Type, small: Type, wide: float) -> Part:
        """Return a text with its English below it."""
        second = self.second(text)
        return below(lines(self.first(text), kind, wide), *([lines(second, small, wide)] if second else []))

    def fitting(self, ways: Iterable[Text], wide: float, largest: float, least: float = _LEAST_WAY) -> float:
        """Return the one size, at most `largest`, at which each way's words stay on a line of this width."""
        size, ways = largest, tuple(ways)
        while size > least and not all(self._on_one_line(words, size, wide) for words in ways):
            size -= 1
        return max(size, least)

    def _on_one_line(self, words: Text, size: float, wide: float) -> bool:
        kind, small = way_types(size)
        second = breadth(self.second(words), small) + _SPACE * size if self.second(words) else 0
        return breadth(self.first(words), kind) + second <= wide

    def headline(
        self, text: Text, wide: float, largest: float, sheet: Sheet, colour: str = style.INK
    ) -> Part:
        """Return the headline on as few lines as let it be read from 3 m, or be as high as it must be.

        Raises HeadlineTooLongError.
        """
        language = main_language(self.edition)
        joint = "" if language == "zh" else " "
        parts = _pieces(clean(text[language]), joint)
        height = letter_height(joint.join(parts), language)
        goals = [goal for goal in (sheet.goal(), sheet.least()) if goal <= largest * height]
        for goal in goals or [sheet.least()]:
            for count in range(min(len(parts), _MOST_BREAKS + 1)):
                rows, size = max(_fits(parts, joint, count, wide), key=lambda fit: fit[1])
                if size * height >= goal - _HAIR:
                    return _set(rows, joint.join(parts), min(size, largest), _LEADING[language], colour)
        raise HeadlineTooLongError(
            headline=joint.join(parts),
            size=sheet.design.size if sheet.design.size != "sticker" else "100 × 100 mm",
            height=round(sheet.least() * sheet.scale / MM),
        )

    def subtitle(self, text: Text, kind: Type, wide: float) -> Part:
        """Return the headline's English for the bilingual edition, else nothing."""
        if self.edition != "both":
            return space(0)
        words = clean(text.en.replace("|", " "))
        fitted = kind.size * wide / max(breadth(words, kind), wide)
        if kind.size * _NARROWEST <= fitted < kind.size:  # rather a little smaller than one word by itself
            kind = Type(int(fitted * 10) / 10, kind.leading, kind.weight, kind.colour)
        return below(space(1 * MM), lines(words, kind, wide))


def letter_height(text: str, language: Language) -> float:
    """Return how high the letters of a text are, in ems of Bold: its lowest full hanzi, or Latin capitals."""
    if language == "en":
        return ink("H", "bold", 1).top
    boxes = [ink(character, "bold", 1) for character in text if "\u4e00" <= character <= "\u9fff"]
    return max(min((box.top - box.bottom for box in boxes), default=_FLAT), _FLAT)


def way_types(size: float) -> tuple[Type, Type]:
    """Return the type of a way's words at a size, and that of its English beside it."""
    return Type(size, size * 1.2, "bold"), Type(max(size * 0.45, 12), size, "medium")


def _set(rows: list[str], said: str, size: float, leading: float, colour: str) -> Part:
    kind = Type(size, size * leading, "bold", colour)
    drawn = below(*(lines(row, kind, breadth(row, kind) + 1) for row in rows))
    return in_role(Part(drawn.width, drawn.height, drawn.elements, (said,)), "headline")


def _pieces(text: str, joint: str) -> list[str]:
    """Where a headline may break: at its bars, else between words as in any text."""
    if "|" in text:
        return text.split("|")
    spans = pieces(text)
    if joint:
        return [text[begin:end] for begin, end in spans]
    edges = [begin for begin, _ in spans[1:]]
    return [text[begin:end].rstrip() for begin, end in pairwise([0, *edges, len(text)])]


def _fits(parts: list[str], joint: str, count: int, wide: float) -> Iterator[tuple[list[str], float]]:
    """Every way to break a headline `count` times, with the size at which it fills the width."""
    for breaks in combinations(range(1, len(parts)), count):
        edges = (0, *breaks, len(parts))
        rows = [joint.join(parts[a:b]) for a, b in pairwise(edges)]
        yield rows, wide / max(0.01, *(breadth(row, Type(1, 1, "bold")) for row in rows))
