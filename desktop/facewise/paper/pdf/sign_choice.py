"""The sign of ways to choose from, to get in or to pay: equal tiles, face the last of them."""

from dataclasses import dataclass, replace

from facewise.paper.pdf import style
from facewise.paper.pdf.board import (
    Board,
    Panel,
    Part,
    Pictogram,
    below,
    beside_and_below,
    breadth,
    centred,
    in_role,
    lines,
    space,
)
from facewise.paper.pdf.sign_parts import bled, finished, notice_code, rule, too_full
from facewise.paper.pdf.sign_sheet import Sheet
from facewise.paper.pdf.sign_voice import Voice, way_types
from facewise.paper.pdf.style import MM, Type
from facewise.paper.pdf.ways import PICTOGRAMS
from facewise.paper.sign_model import Sign, Way

# Headline at most, promise, sentences, facts: what gives way to long names, step by step.
_STEPS = ((72, 22, 15, 13), (70, 19, 13.5, 12), (70, 17, 13, 11))
_SMALL_STEPS = tuple((size, *rest) for size in (104, 97) for _size, *rest in _STEPS)
_PAIRED = 4  # from so many ways, even numbers stand in two columns
_ROW = 4  # tiles side by side on a sheet on its long side
_LEAST_ROW, _LEAST_TILE, _LEAST_SHORT = 15.5 * MM, 34 * MM, 21 * MM
_LEAST_STACKED = 12.0
_STACKED = 1.25  # how much larger words must become for their English to go below them


def choice_board(sign: Sign, voice: Voice, sheet: Sheet) -> Board:
    """Return the sign as a display list; raises SignTooFullError, HeadlineTooLongError."""
    for largest, *sizes in (*(_SMALL_STEPS if sheet.scale < 1 else ()), *_STEPS):
        head = _head(sign, voice, sheet, largest)
        words = _words(sign, voice, sheet, *sizes)
        bottom, top = sheet.foot + words.height, sheet.tall - sheet.frame - head.height
        grid = _Grid(sign, voice, sheet, top - bottom - 11.5 * MM)
        if grid.fits():
            panel = Panel(sheet.frame, top, sheet.wide - 2 * sheet.frame, head.height, sheet.colour.ground)
            parts = [
                (sheet.margin, sheet.tall - sheet.frame, head),
                (sheet.margin, top - 7 * MM, in_role(grid.tiles(), "ways")),
                (sheet.margin, bottom, words),
            ]
            return finished(sign, voice, sheet, bled(panel, sheet), parts)
    raise too_full(sign, voice, sheet)


def _head(sign: Sign, voice: Voice, sheet: Sheet, largest: float) -> Part:
    small = Type(26, 32, "medium", sheet.colour.on)
    title = voice.headline(sign.headline, sheet.inner, largest, sheet, sheet.colour.on)
    subtitle = voice.subtitle(sign.headline, small, sheet.inner)
    return below(space(5.5 * MM), centred(title, sheet.inner), centred(subtitle, sheet.inner), space(6 * MM))


@dataclass(frozen=True, slots=True)
class _Grid:
    """Equal tiles in the room between head and words."""

    sign: Sign
    voice: Voice
    sheet: Sheet
    room: float

    @property
    def columns(self) -> int:
        """How many tiles stand side by side."""
        count = len(self.sign.ways)
        if self.sheet.is_wide:
            return count if count <= _ROW else -(-count // 2)
        return 2 if count >= _PAIRED and count % 2 == 0 else 1

    @property
    def gap(self) -> float:
        """The space between tiles."""
        return (3.2 if len(self.sign.ways) > _PAIRED else 5) * MM

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of a tile."""
        rows = -(-len(self.sign.ways) // self.columns)
        wide = (self.sheet.inner - (self.columns - 1) * self.gap) / self.columns
        return wide, (self.room + self.gap) / rows - self.gap

    def fits(self) -> bool:
        """Return whether tiles are high enough."""
        if self.sheet.is_wide:
            return self.size[1] >= _LEAST_SHORT
        return self.size[1] >= (_LEAST_TILE if self.columns > 1 else _LEAST_ROW)

    def tiles(self) -> Part:
        """Return the tiles, face the last of them."""
        (wide, high), gap = self.size, self.gap
        placed = []
        for index, way in enumerate(self.sign.ways):
            x, y = index % self.columns * (wide + gap), index // self.columns * (high + gap)
            placed.append((x, -y, self._made(way, wide, high)))
        return beside_and_below(placed)

    def _made(self, way: Way, wide: float, high: float) -> Part:
        if self.columns == 1:
            size = self._fitting(wide - 8 * MM, min(54, high * 0.6))
            return _bar(way, self.voice.pair(way.words, *way_types(size), wide), wide, high)
        if high < _LEAST_TILE:
            return self._short(way, wide, high)
        size = self._fitting(wide - 8 * MM, min(42, high * 0.28))
        larger = self._stacking(wide - 8 * MM, min(42, high * 0.26))
        if larger > size * _STACKED:
            return _tile(way, self._stacked(way, larger), wide, high)
        return _tile(way, self.voice.pair(way.words, *way_types(size), wide), wide, high)

    def _short(self, way: Way, wide: float, high: float) -> Part:
        """A pictogram beside its words, whose English stands below."""
        picture = min(high - 6 * MM, wide * 0.34)
        room = wide - picture - 9 * MM
        words = self._stacked(way, self._stacking(room, min(34, high * 0.4)))
        return _framed(
            beside_and_below(
                [
                    (3.5 * MM, -(high - picture) / 2, _picture(way, picture)),
                    (picture + 6 * MM + (room - words.width) / 2, -(high - words.height) / 2, words),
                ]
            ),
            wide,
            high,
        )

    def _fitting(self, wide: float, largest: float) -> float:
        return self.voice.fitting((way.words for way in self.sign.ways), wide, largest)

    def _stacking(self, wide: float, largest: float) -> float:
        """The largest size at which words, and their English below them, each stay on a line."""
        size = largest
        while size > _LEAST_STACKED and not all(self._is_on_lines(way, size, wide) for way in self.sign.ways):
            size -= 1
        return size

    def _is_on_lines(self, way: Way, size: float, wide: float) -> bool:
        kind, small = way_types(size)
        first, second = self.voice.first(way.words), self.voice.second(way.words)
        return max(breadth(first, kind), breadth(second, small)) <= wide

    def _stacked(self, way: Way, size: float) -> Part:
        kind, small = way_types(size)
        first = lines(self.voice.first(way.words), kind, self.sheet.inner)
        second = self.voice.second(way.words)
        if not second:
            return first
        under = lines(second, replace(small, leading=small.size * 1.3), self.sheet.inner)
        across = max(first.width, under.width)
        return below(centred(first, across), centred(under, across))


def _tile(way: Way, words: Part, wide: float, height: float) -> Part:
    """A pictogram over its words."""
    size = min(40 * MM, height - words.height - 8 * MM)
    rest = (height - size - words.height) / 2
    picture = centred(_picture(way, size), wide)
    column = below(space(rest * 1.15), picture, space(rest * 0.4), _middle(words, wide))
    return _framed(column, wide, height)


def _bar(way: Way, words: Part, wide: float, height: float) -> Part:
    """A pictogram beside its words, for a tile across the sheet."""
    size = min(44 * MM, height - 5 * MM)
    column = 26 * MM + size / 2
    placed = [
        (column - size / 2, -(height - size) / 2, _picture(way, size)),
        (column + 24 * MM + size / 4, -(height - words.height) / 2, words),
    ]
    return _framed(beside_and_below(placed), wide, height)


def _middle(words: Part, wide: float) -> Part:
    """Words with their English as one, in the middle of a width."""
    return beside_and_below([((wide - words.width) / 2, 0, words)])


def _picture(way: Way, size: float) -> Part:
    return Part(size, size, (Pictogram(0, -size, PICTOGRAMS[way.id], size),))


def _framed(part: Part, wide: float, height: float) -> Part:
    line = Panel(0, -height, wide, height, line=style.INK, thickness=1.1 * MM)
    return Part(wide, height, (line, *part.elements), part.said)


def _words(sign: Sign, voice: Voice, sheet: Sheet, promise: float, sentence: float, fact: float) -> Part:
    """What the answers promise, and who promises it; the code on the right."""
    made = notice_code(sign.notice, voice, sheet)
    wide = sheet.inner - (made.width + 4 * MM if made.width else 0)
    said = voice.joined(sign.sentences)
    parts: list[Part] = []
    if sign.lead:
        little = sheet.at_least(promise * 0.62)
        kind, small = Type(promise, promise * 1.35, "bold"), Type(little, little * 1.37, "medium")
        parts += [voice.stacked(sign.lead, kind, small, wide), space(1 * MM)]
    if voice.first(said):
        little = sheet.at_least(sentence * 0.78)
        kind, small = Type(sentence, sentence * 1.45), Type(little, little * 1.41)
        parts += [voice.stacked(said, kind, small, wide), space(2 * MM)]
    parts += [rule(1.0, wide), space(2 * MM), _owner(sign, voice, sheet, fact, wide)]
    left = below(*parts)
    height = max(left.height, made.height)
    return beside_and_below(
        [
            (0, -(height - left.height) / 2, left),
            (sheet.inner - made.width, -(height - made.height) / 2, made),
        ]
    )


def _owner(sign: Sign, voice: Voice, sheet: Sheet, fact: float, wide: float) -> Part:
    """Business, place and telephone, the last two on one line where there is room."""
    size = sheet.at_least(fact)
    kind = Type(size, size * 1.5, "medium")
    named = {fact.id: voice.first(fact.value) for fact in sign.facts}
    rows = [lines(named["business"], kind, wide)] if "business" in named else []
    where, phone = named.get("place", ""), sign.fact("phone")
    if phone is None:
        return in_role(below(*rows, *([lines(where, kind, wide)] if where else [])), "facts")
    label = kind.but(weight="regular", colour=style.SUB)
    call = voice.pair(phone.label, label, replace(label, size=sheet.at_least(size * 0.8)), wide)
    after = call.width + 0.5 * size
    number = lines(voice.first(phone.value), kind, wide - after)
    reached = beside_and_below([(0, 0, call), (after, 0, number)])
    x = breadth(where, kind) + size if where else 0
    if x + reached.width <= wide:
        placed = [(0.0, 0.0, lines(where, kind, wide))] if where else []
        return in_role(below(*rows, beside_and_below([*placed, (x, 0, reached)])), "facts")
    return in_role(below(*rows, lines(where, kind, wide), reached), "facts")
