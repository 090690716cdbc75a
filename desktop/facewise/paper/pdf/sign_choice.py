"""The sign of ways to choose from, to get in or to pay: equal tiles, face the last of them."""

from dataclasses import replace

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
    lines,
    space,
)
from facewise.paper.pdf.sign_parts import (
    FOOT,
    FRAME,
    MARGIN,
    WIDTH,
    Voice,
    notice_code,
    rule,
    sheet,
    too_full,
    way_types,
)
from facewise.paper.pdf.style import MM, Type
from facewise.paper.pdf.ways import PICTOGRAMS
from facewise.paper.signs import Sign, Way

# Headline at most, promise, sentences, facts: what gives way to long names, step by step.
_STEPS = ((72, 22, 15, 13), (70, 19, 13.5, 12), (70, 17, 13, 11))
_PAIRED = 4  # from so many ways, even numbers stand in two columns
_LEAST_ROW, _LEAST_TILE = 15.5 * MM, 34 * MM


def choice_board(sign: Sign, voice: Voice) -> Board:
    """Return the sign as a display list; raises SignTooFullError, HeadlineTooLongError."""
    for largest, promise, sentence, fact in _STEPS:
        head = _head(sign, voice, largest)
        words = _words(sign, voice, promise, sentence, fact)
        bottom, top = FOOT + words.height, style.A4[1] - FRAME - head.height
        room = top - bottom - 11.5 * MM
        columns = 2 if len(sign.ways) >= _PAIRED and len(sign.ways) % 2 == 0 else 1
        if _height(sign, columns, room) >= (_LEAST_TILE if columns > 1 else _LEAST_ROW):
            tiles = _tiles(sign, voice, columns, room)
            parts = [
                (MARGIN, style.A4[1] - FRAME, head),
                (MARGIN, top - 7 * MM, tiles),
                (MARGIN, bottom, words),
            ]
            return sheet(sign, voice, head.height, parts)
    raise too_full(sign, voice)


def _head(sign: Sign, voice: Voice, largest: float) -> Part:
    white = Type(26, 32, "medium", style.WHITE)
    title = voice.headline(sign.headline, WIDTH, largest, style.WHITE)
    subtitle = voice.subtitle(sign.headline, white)
    return below(space(5.5 * MM), centred(title, WIDTH), centred(subtitle, WIDTH), space(6 * MM))


def _gap(sign: Sign) -> float:
    return (3.2 if len(sign.ways) > _PAIRED else 5) * MM


def _height(sign: Sign, columns: int, room: float) -> float:
    rows = -(-len(sign.ways) // columns)
    return (room + _gap(sign)) / rows - _gap(sign)


def _tiles(sign: Sign, voice: Voice, columns: int, room: float) -> Part:
    gap, height = _gap(sign), _height(sign, columns, room)
    wide = (WIDTH - (columns - 1) * gap) / columns
    make, largest = (_tile, min(42, height * 0.36)) if columns > 1 else (_bar, min(54, height * 0.6))
    size = voice.fitting((way.words for way in sign.ways), wide - 8 * MM, largest)
    placed = []
    for index, way in enumerate(sign.ways):
        x, y = index % columns * (wide + gap), index // columns * (height + gap)
        words = voice.pair(way.words, *way_types(size), wide)
        placed.append((x, -y, make(way, words, wide, height)))
    return beside_and_below(placed)


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


def _words(sign: Sign, voice: Voice, promise: float, sentence: float, fact: float) -> Part:
    """What the answers promise, and who promises it; the code on the right."""
    made = notice_code(sign.notice, voice)
    wide = WIDTH - (made.width + 4 * MM if made.width else 0)
    said = voice.joined(sign.sentences)
    parts: list[Part] = []
    if sign.lead:
        kind, small = Type(promise, promise * 1.35, "bold"), Type(promise * 0.62, promise * 0.85, "medium")
        parts += [voice.stacked(sign.lead, kind, small, wide), space(1 * MM)]
    if said.zh:
        kind, small = Type(sentence, sentence * 1.45), Type(sentence * 0.78, sentence * 1.1)
        parts += [voice.stacked(said, kind, small, wide), space(2 * MM)]
    parts += [rule(1.0, wide), space(2 * MM), _owner(sign, voice, fact, wide)]
    left = below(*parts)
    height = max(left.height, made.height)
    return beside_and_below(
        [(0, -(height - left.height) / 2, left), (WIDTH - made.width, -(height - made.height) / 2, made)]
    )


def _owner(sign: Sign, voice: Voice, size: float, wide: float) -> Part:
    """Business, place and telephone, the last two on one line where there is room."""
    kind = Type(size, size * 1.5, "medium")
    _, business, place, phone = sign.facts
    name, where = lines(voice.first(business.value), kind, wide), voice.first(place.value)
    label = kind.but(weight="regular", colour=style.SUB)
    call = voice.pair(phone.label, label, replace(label, size=size * 0.8))
    after = call.width + 0.5 * size
    number = lines(voice.first(phone.value), kind, wide - after)
    reached = beside_and_below([(0, 0, call), (after, 0, number)])
    x = breadth(where, kind) + size
    if x + reached.width <= wide:
        return below(name, beside_and_below([(0, 0, lines(where, kind, wide)), (x, 0, reached)]))
    return below(name, lines(where, kind, wide), reached)
