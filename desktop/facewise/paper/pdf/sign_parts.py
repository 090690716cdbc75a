"""What all signs share: the sheet and its frame, the fitted headline, facts, the code, the foot."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from facewise.errors import N_, FacewiseError
from facewise.i18n import Edition, Text
from facewise.paper.pdf import style
from facewise.paper.pdf.board import (
    Board,
    Element,
    Letters,
    Panel,
    Part,
    Stamp,
    below,
    beside_and_below,
    breadth,
    code,
    lines,
    space,
)
from facewise.paper.pdf.style import MM, Type
from facewise.paper.pdf.words import main_language
from facewise.paper.signs import Fact, Notice, Sign

FRAME, EDGE, MARGIN = 8 * MM, 1.7 * MM, 16 * MM
WIDTH = style.A4[0] - 2 * MARGIN
LEAST_INK = 18 * MM
FOOT = 19.5 * MM  # what the foot takes of the sheet
CODE = 38.4 * MM
TITLE_GAP = 3.2 * MM

_ON_PANEL = "#0A4376"  # the watermark's letters on the accent
_SHOWN = 24  # characters of a long name in a message
_SMALL = 12.0  # facts of this size and less are set closer
_LEAST_WAY = 14.0
_SPACE = 0.34  # before the English on the same line, in ems
_INK = {"zh": 0.865, "en": 0.73}  # least ink of our headlines' hanzi, and of capitals, in ems of Bold
_HEADLINE_LEADING = {"zh": 1.07, "en": 1.06}


class HeadlineTooLongError(FacewiseError):
    """A headline that cannot be 18 mm high."""

    sentence = N_("'{headline}' does not fit the sign with letters 18 mm high. Use fewer words.")


class SignTooFullError(FacewiseError):
    """Names so long that the sign would have to be squeezed."""

    sentence = N_(
        "The name of the business, the place or the use is too long for sign {number}: {longest}. Shorten it."
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
        return Text("".join(text.zh for text in texts), " ".join(text.en for text in texts))

    def pair(self, text: Text | str, kind: Type, small: Type, wide: float = WIDTH) -> Part:
        """Return a text with its English behind it, or below it where the line is full."""
        whole, second = lines(self.first(text), kind, wide), self.second(text)
        last = whole.elements[-1]
        if not second or not isinstance(last, Letters):
            return whole
        x = breadth(last.text, last.type) + _SPACE * kind.size
        if x + breadth(second, small) > wide:
            return below(whole, lines(second, small, wide))
        behind = Letters(x, last.y, second, small)
        across = max(whole.width, x + breadth(second, small))
        return Part(across, whole.height, (*whole.elements, behind), (*whole.said, second))

    def stacked(self, text: Text, kind: Type, small: Type, wide: float = WIDTH) -> Part:
        """Return a text with its English below it."""
        second = self.second(text)
        return below(lines(self.first(text), kind, wide), *([lines(second, small, wide)] if second else []))

    def fitting(self, ways: Iterable[Text], wide: float, largest: float) -> float:
        """Return the one size, at most `largest`, at which each way's words stay on a line of this width."""
        size, ways = largest, tuple(ways)
        while size > _LEAST_WAY and not all(self._on_one_line(words, size, wide) for words in ways):
            size -= 1
        return size

    def _on_one_line(self, words: Text, size: float, wide: float) -> bool:
        kind, small = way_types(size)
        second = breadth(self.second(words), small) + _SPACE * size if self.second(words) else 0
        return breadth(self.first(words), kind) + second <= wide

    def headline(self, text: Text, wide: float, largest: float, colour: str = style.INK) -> Part:
        """Return the headline on as few lines as let its characters be 18 mm high, as large as fits.

        Raises HeadlineTooLongError.
        """
        language = main_language(self.edition)
        joint = "" if language == "zh" else " "
        pieces = text[language].split("|")
        for count in range(len(pieces)):
            rows, size = max(_fits(pieces, joint, count, wide), key=lambda fit: fit[1])
            if size * _INK[language] >= LEAST_INK:
                size = min(size, largest)
                kind = Type(size, size * _HEADLINE_LEADING[language], "bold", colour)
                drawn = below(*(lines(row, kind, wide + 1) for row in rows))
                return Part(drawn.width, drawn.height, drawn.elements, (joint.join(pieces),))
        raise HeadlineTooLongError(headline=joint.join(pieces))

    def subtitle(self, text: Text, kind: Type, wide: float = WIDTH) -> Part:
        """Return the headline's English for the bilingual edition, else nothing."""
        if self.edition != "both":
            return space(0)
        return below(space(1 * MM), lines(text.en.replace("|", " "), kind, wide))


def way_types(size: float) -> tuple[Type, Type]:
    """Return the type of a way's words at a size, and that of its English beside it."""
    return Type(size, size * 1.2, "bold"), Type(max(size * 0.45, 12), size, "medium")


def _fits(pieces: list[str], joint: str, count: int, wide: float) -> Iterator[tuple[list[str], float]]:
    """Every way to break a headline `count` times, with the size at which it fills the width."""
    for breaks in combinations(range(1, len(pieces)), count):
        edges = (0, *breaks, len(pieces))
        rows = [joint.join(pieces[a:b]) for a, b in pairwise(edges)]
        yield rows, wide / max(breadth(row, Type(1, 1, "bold")) for row in rows)


def rule(thickness: float = style.STRONG, wide: float = WIDTH) -> Part:
    """Return a line across."""
    return Part(wide, thickness, (Panel(0, -thickness, wide, thickness, style.INK),))


def fact_rows(facts: Iterable[Fact], voice: Voice, size: float, wide: float) -> Part:
    """Return facts in two columns, labels and values."""
    leading = 1.55 if size > _SMALL else 1.4
    kind, small = Type(size, size * leading, "medium"), Type(size * 0.68, size * 0.95)
    label, labels = kind.but(weight="regular", colour=style.SUB), []
    facts = tuple(facts)
    labels = [voice.pair(fact.label, label, small.but(colour=style.SUB), wide) for fact in facts]
    x = max(part.width for part in labels) + 4 * MM
    rows = [
        beside_and_below([(0, 0, named), (x, 0, voice.pair(fact.value, kind, small, wide - x))])
        for named, fact in zip(labels, facts, strict=True)
    ]
    return below(*rows)


def notice_code(notice: Notice | None, voice: Voice) -> Part:
    """Return the code with its caption; nothing without one."""
    if notice is None:
        return space(0)
    made = code(voice.first(notice.content), CODE)
    caption = voice.pair(
        notice.caption, Type(9.5, 13, "medium"), Type(8.5, 13, "medium"), made.width + 8 * MM
    )
    x = (made.width - caption.width) / 2
    return beside_and_below([(0, 0, made), (x, -made.height, caption)])


def sheet(sign: Sign, voice: Voice, panel: float, drawn: Iterable[tuple[float, float, Part]]) -> Board:
    """Return the whole sign: frame, a filled panel of some height at its top, parts at x, y, and the foot."""
    wide, tall = style.A4[0] - 2 * FRAME, style.A4[1] - 2 * FRAME
    parts = [*drawn, *_foot(sign, voice)]
    frame = Panel(FRAME, FRAME, wide, tall, line=style.ACCENT, thickness=EDGE)
    filled = Panel(FRAME, FRAME + tall - panel, wide, panel, style.ACCENT)
    ground: tuple[Element, ...] = (frame, filled)
    if sign.watermark:
        letters = voice.first(sign.watermark)
        sheet_stamp = Stamp(0, 0, *style.A4, letters, style.WATERMARK)
        panel_stamp = Stamp(filled.x, filled.y, wide, panel, letters, _ON_PANEL)
        ground = (sheet_stamp, frame, filled, panel_stamp)
    elements = (element for x, y, part in parts for element in part.moved(x, y))
    return Board(style.A4, (*ground, *elements), tuple(text for _, _, part in parts for text in part.said))


def _foot(sign: Sign, voice: Voice) -> Iterator[tuple[float, float, Part]]:
    kind, top = Type(8, 11, "regular", style.SUB), FRAME + 7 * MM
    article = lines(voice.first(sign.article), kind, WIDTH)
    number = lines(voice.first(sign.numbered), kind, WIDTH)
    yield MARGIN, top, article
    if sign.sample:
        bold = Type(9, 11, "bold")
        words = voice.pair(sign.sample, bold, bold)
        room = WIDTH - article.width - number.width
        x = MARGIN + article.width + (room - words.width) / 2
        box = Panel(
            -5, -words.height - 2.5, words.width + 10, words.height + 5, line=style.INK, thickness=0.8
        )
        yield x, top, Part(words.width, words.height, (box, *words.elements), words.said)
    yield MARGIN + WIDTH - number.width, top, number


def too_full(sign: Sign, voice: Voice) -> SignTooFullError:
    """Return the error for a sign that does not hold all its words; the longest is named by its beginning."""
    longest = max((voice.first(fact.value) for fact in sign.facts), key=len)
    shown = longest if len(longest) <= _SHOWN else longest[:_SHOWN] + "…"
    return SignTooFullError(number=sign.number, longest=shown)
