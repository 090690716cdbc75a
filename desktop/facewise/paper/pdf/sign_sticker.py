"""A sign as a sticker of 100 mm: coloured to the edge, with a white field for words."""

from collections.abc import Iterator
from dataclasses import replace

from facewise.paper.pdf import style
from facewise.paper.pdf.board import (
    Board,
    Element,
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
from facewise.paper.pdf.logo import read_logo
from facewise.paper.pdf.sign_area import SHOWN
from facewise.paper.pdf.sign_parts import bled, emblem, rule, stamp, too_full
from facewise.paper.pdf.sign_sheet import Sheet
from facewise.paper.pdf.sign_voice import Voice
from facewise.paper.pdf.style import MM, Type
from facewise.paper.pdf.ways import PICTOGRAMS
from facewise.paper.sign_model import CHOICES, Sign, Way

_SIDE, _RADIUS = 100 * MM, 6 * MM
_RIM, _INNER = 2.4 * MM, 90 * MM
_LARGEST = 44.0
_FACE = 40 * MM
# Ways, owner and sentences, and the least pictogram: what gives way to long names.
_STEPS = ((14.0, 9.0, 26.0), (13.0, 8.5, 22.0), (12.0, 7.5, 18.0), (11.0, 7.5, 14.0))
_TILE_STEPS = ((24.0, 9.0, 10.5), (20.0, 8.5, 9.0), (16.0, 7.5, 7.6))
_COLUMNS, _TILE_COLUMNS = 3, 2
_TALLEST_TILE = 24 * MM
_SMALLEST = 7.5
_LOGO = (16 * MM, 8 * MM)


def sticker_board(sign: Sign, voice: Voice, sheet: Sheet) -> Board:
    """Return the sign as a display list; raises SignTooFullError, HeadlineTooLongError."""
    boards = _choice(sign, voice, sheet) if sign.kind in CHOICES else _area(sign, voice, sheet)
    found = next(boards, None)
    if found is None:
        raise too_full(sign, voice, sheet)
    return found


def _area(sign: Sign, voice: Voice, sheet: Sheet) -> Iterator[Board]:
    """A pictogram over a white field with the headline."""
    for way, fact, least in _STEPS:
        words = below(
            space(2.5 * MM),
            centred(voice.headline(sign.headline, _INNER, _LARGEST, sheet), _INNER),
            centred(voice.subtitle(sign.headline, Type(15, 19, "medium"), _INNER), _INNER),
            space(2 * MM),
            rule(0.8, _INNER),
            *(_row(sign, voice, way) if sign.ways else ()),
            *_said(sign, voice, fact),
            _owner(sign, voice, fact),
            space(2.5 * MM),
        )
        room = _SIDE - _RIM - words.height
        face = min(_FACE, room * 0.78, room - 5.2 * MM)
        if face >= least * MM:
            x, y = (_SIDE - face) / 2, _SIDE - (room - face) / 2
            picture = Part(face, face, (Pictogram(0, -face, SHOWN[sign.kind], face, sheet.colour.on),))
            yield _board(sign, voice, sheet, words, [(x, y, picture)])


def _choice(sign: Sign, voice: Voice, sheet: Sheet) -> Iterator[Board]:
    """The headline over a white field of equal tiles."""
    for way, fact, least in _TILE_STEPS:
        small = Type(13, 17, "medium", sheet.colour.on)
        title = voice.headline(sign.headline, _INNER, _LARGEST, sheet, sheet.colour.on)
        head = below(
            space(2.5 * MM),
            centred(title, _INNER),
            centred(voice.subtitle(sign.headline, small, _INNER), _INNER),
            space(2.5 * MM),
        )
        logo = [centred(_plate(sheet), _INNER), space(1.5 * MM)] if sheet.design.logo else []
        owner = below(*logo, *_said(sign, voice, fact), _owner(sign, voice, fact), space(2.5 * MM))
        room = _SIDE - _RIM - head.height - owner.height - 4.5 * MM
        rows, gap = -(-len(sign.ways) // _TILE_COLUMNS), 1.8 * MM
        high = min((room + gap) / rows - gap, _TALLEST_TILE)
        if high >= least * MM:
            tiles = in_role(_tiles(sign, voice, way, (high, gap)), "ways")
            spare = room - tiles.height
            words = below(space(3 * MM + spare / 2), tiles, space(1.5 * MM + spare / 2), owner)
            placed = [((_SIDE - _INNER) / 2, _SIDE, head)]
            yield _board(sign, voice, sheet, words, placed)


def _board(
    sign: Sign, voice: Voice, sheet: Sheet, words: Part, placed: list[tuple[float, float, Part]]
) -> Board:
    """The coloured ground, a white field below as high as the words, and the parts on both."""
    radius = 0 if sheet.design.bleed else _RADIUS
    ground = bled(Panel(0, 0, _SIDE, _SIDE, sheet.colour.ground), sheet)
    field = Panel(_RIM, _RIM, _SIDE - 2 * _RIM, words.height, style.WHITE, radius=_RADIUS - _RIM)
    elements: list[Element] = [replace(ground, radius=radius)]
    if sign.watermark:
        letters = voice.first(sign.watermark)
        elements.append(stamp(letters, 0, field.height, _SIDE, _SIDE, sheet.colour.faint, sheet))
        mark = stamp(letters, field.x, field.y, field.width, field.height, style.WATERMARK, sheet)
        elements += [field, mark]
    else:
        elements.append(field)
    parts = [*placed, ((_SIDE - _INNER) / 2, _RIM + words.height, words)]
    if sheet.design.logo and sign.kind not in CHOICES:
        parts.append((5.5 * MM, _SIDE - 5.5 * MM, _plate(sheet)))
    elements += [element for x, y, part in parts for element in part.moved(x, y)]
    return Board((_SIDE, _SIDE), tuple(elements), tuple(text for _, _, part in parts for text in part.said))


def _plate(sheet: Sheet) -> Part:
    """The logo on white, for the corner of the coloured ground."""
    logo, rim = emblem(read_logo(sheet.design.logo), _LOGO[0], _LOGO[1]), 1 * MM
    plate = Panel(-rim, -logo.height - rim, logo.width + 2 * rim, logo.height + 2 * rim, style.WHITE)
    return Part(logo.width, logo.height, (plate, *logo.elements))


def _row(sign: Sign, voice: Voice, largest: float) -> tuple[Part, ...]:
    """What one can use instead, in columns, under the words that say so."""
    pictogram, column = 6.5 * MM, _INNER / _COLUMNS
    size = _fitting(sign, voice, largest, column - pictogram - 4 * MM)
    said = [in_role(_stacked(way, voice, size), "ways") for way in sign.ways]
    pitch = max(pictogram, *(words.height for words in said)) + 0.8 * MM
    cells = []
    for index, (way, words) in enumerate(zip(sign.ways, said, strict=True)):
        picture = (0, -(pitch - pictogram) / 2, _picture(way, pictogram))
        cell = beside_and_below([picture, (pictogram + 1.5 * MM, -(pitch - words.height) / 2, words)])
        cells.append((index % _COLUMNS * column, -(index // _COLUMNS) * pitch, cell))
    label = voice.pair(sign.ways_label, Type(9, 13, "medium"), Type(7.5, 13), _INNER)
    return space(1 * MM), label, space(0.5 * MM), beside_and_below(cells), space(0.5 * MM)


def _tiles(sign: Sign, voice: Voice, largest: float, grid: tuple[float, float]) -> Part:
    high, gap = grid
    wide = (_INNER - (_TILE_COLUMNS - 1) * gap) / _TILE_COLUMNS
    pictogram = min(high - 2 * MM, wide * 0.3)
    size = _fitting(sign, voice, min(largest, high * 0.46), wide - pictogram - 5.5 * MM)
    placed = []
    for index, way in enumerate(sign.ways):
        words = _stacked(way, voice, size)
        cell = beside_and_below(
            [
                (2.5 * MM, -(high - pictogram) / 2, _picture(way, pictogram)),
                (pictogram + 4.5 * MM, -(high - words.height) / 2, words),
            ]
        )
        line = Panel(0, -high, wide, high, line=style.INK, thickness=0.6 * MM)
        tile = Part(wide, high, (line, *cell.elements), cell.said)
        column, row = index % _TILE_COLUMNS, index // _TILE_COLUMNS
        placed.append((column * (wide + gap), -row * (high + gap), tile))
    return beside_and_below(placed)


def _fitting(sign: Sign, voice: Voice, largest: float, room: float) -> float:
    """The largest size at which the words of every way, and their English below, stay on a line."""
    size = largest
    while size > _SMALLEST and not all(_fits(way, voice, size, room) for way in sign.ways):
        size -= 0.5
    return size


def _fits(way: Way, voice: Voice, size: float, room: float) -> bool:
    kind, under = _types(size)
    return max(breadth(voice.first(way.words), kind), breadth(voice.second(way.words), under)) <= room


def _stacked(way: Way, voice: Voice, size: float) -> Part:
    return voice.stacked(way.words, *_types(size), _INNER)


def _types(size: float) -> tuple[Type, Type]:
    small = max(size * 0.5, _SMALLEST)
    return Type(size, size * 1.15, "bold"), Type(small, small * 1.2, "medium")


def _picture(way: Way, size: float) -> Part:
    return Part(size, size, (Pictogram(0, -size, PICTOGRAMS[way.id], size),))


def _said(sign: Sign, voice: Voice, size: float) -> Iterator[Part]:
    """What is promised or typed, and the word that this is a sample."""
    said = voice.joined(sign.sentences)
    if voice.first(said):
        yield space(1.5 * MM)
        kind, small = Type(size + 2, (size + 2) * 1.4, "medium"), Type(max(size - 1, 7.5), size * 1.3)
        yield voice.stacked(said, kind, small, _INNER)
        yield space(1 * MM)
    if sign.sample:
        yield centred(lines(voice.first(sign.sample), Type(size, size * 1.5, "bold"), _INNER), _INNER)


def _owner(sign: Sign, voice: Voice, size: float) -> Part:
    """Business and telephone, on one line where there is room; a long name a little smaller."""
    kind = Type(size, size * 1.45, "medium")
    shown = [voice.first(fact.value) for fact in sign.facts if fact.id in ("business", "phone")]
    wide = sum(breadth(text, kind) for text in shown) + 1.5 * size
    if len(shown) > 1 and wide <= _INNER:
        x = breadth(shown[0], kind) + 1.5 * size
        row = beside_and_below([(0, 0, lines(shown[0], kind, _INNER)), (x, 0, lines(shown[1], kind, _INNER))])
        return in_role(beside_and_below([((_INNER - wide) / 2, 0, row)]), "facts")
    longest = max((breadth(text, kind) for text in shown), default=0.0)
    fitted = size * _INNER / longest if longest > _INNER else size
    if fitted >= _SMALLEST:
        kind = Type(fitted, fitted * 1.45, "medium")
    return in_role(below(*(centred(lines(text, kind, _INNER), _INNER) for text in shown)), "facts")
