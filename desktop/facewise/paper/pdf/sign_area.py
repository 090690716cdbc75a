"""The signs with one pictogram: faces are recognised here, this is a device, none may be put in here."""

from collections.abc import Iterator
from dataclasses import replace

from facewise.paper.pdf.board import Board, Panel, Part, Pictogram, below, beside_and_below, in_role, space
from facewise.paper.pdf.sign_parts import bled, fact_rows, finished, notice_code, rule, too_full
from facewise.paper.pdf.sign_sheet import Sheet
from facewise.paper.pdf.sign_voice import Voice, way_types
from facewise.paper.pdf.style import MM, Type
from facewise.paper.pdf.ways import PICTOGRAMS
from facewise.paper.sign_model import Kind, Sign, Way

SHOWN: dict[Kind, str] = {"recognition_area": "face", "device": "face", "private": "no-device"}
"""The pictogram of each of these signs."""

# Headline at most, facts, and the least panel: what gives way to long names, step by step.
_STEPS = ((84, 17, 62), (78, 15, 52), (72, 13.5, 40), (70, 12, 34), (70, 11, 28))
_WIDE_STEPS = ((84, 17, 84), (84, 15, 78), (78, 13.5, 70), (72, 12, 62), (70, 11, 52))
_SMALL_STEPS = tuple((size, fact, least) for size in (112, 100) for _size, fact, least in _STEPS[:3])
_COLUMNS = 3
_FACE = 90 * MM


def area_board(sign: Sign, voice: Voice, sheet: Sheet) -> Board:
    """Return the sign as a display list; raises SignTooFullError, HeadlineTooLongError."""
    boards = _wide(sign, voice, sheet) if sheet.is_wide else _tall(sign, voice, sheet)
    found = next(boards, None)
    if found is None:
        raise too_full(sign, voice, sheet)
    return found


def _tall(sign: Sign, voice: Voice, sheet: Sheet) -> Iterator[Board]:
    """The panel above the words."""
    for largest, size, least in (*(_SMALL_STEPS if sheet.scale < 1 else ()), *_STEPS):
        words = _words(sign, voice, sheet, sheet.inner, largest, size)
        high = sheet.tall - sheet.frame - sheet.foot - words.height
        if high >= least * MM:
            panel = Panel(
                sheet.frame,
                sheet.tall - sheet.frame - high,
                sheet.wide - 2 * sheet.frame,
                high,
                sheet.colour.ground,
            )
            placed = [_picture(sign, sheet, panel), (sheet.margin, sheet.foot + words.height, words)]
            yield finished(sign, voice, sheet, bled(panel, sheet), placed)


def _wide(sign: Sign, voice: Voice, sheet: Sheet) -> Iterator[Board]:
    """The panel on the left of the words."""
    for largest, size, across in _WIDE_STEPS:
        left = sheet.frame + across * MM + 10 * MM
        words = _words(sign, voice, sheet, sheet.wide - sheet.margin - left, largest, size)
        room = sheet.tall - sheet.frame - sheet.foot - words.height
        if room >= 0:
            panel = Panel(
                sheet.frame, sheet.frame, across * MM, sheet.tall - 2 * sheet.frame, sheet.colour.ground
            )
            top = sheet.foot + words.height + room / 2
            placed = [_picture(sign, sheet, panel), (left, top, words)]
            yield finished(sign, voice, sheet, bled(panel, sheet), placed, left)


def _picture(sign: Sign, sheet: Sheet, panel: Panel) -> tuple[float, float, Part]:
    size = min(_FACE, min(panel.width, panel.height) * 0.74)
    x, y = panel.x + (panel.width - size) / 2, panel.y + (panel.height + size) / 2
    return x, y, Part(size, size, (Pictogram(0, -size, SHOWN[sign.kind], size, sheet.colour.on),))


def _words(sign: Sign, voice: Voice, sheet: Sheet, wide: float, largest: float, size: float) -> Part:
    return below(
        space(4 * MM),
        voice.headline(sign.headline, wide, largest, sheet),
        voice.subtitle(sign.headline, Type(26, 34, "medium"), wide),
        space(3 * MM),
        rule(1.6, wide),
        _facts(sign, voice, sheet, wide, size),
        *(_ways(sign, voice, sheet, wide) if sign.ways or sign.sentences else ()),
    )


def _facts(sign: Sign, voice: Voice, sheet: Sheet, wide: float, size: float) -> Part:
    """Facts on the left, the code on the right, whose quiet zone keeps it off the rules."""
    made = notice_code(sign.notice, voice, sheet)
    room = wide - (made.width + 5 * MM if made.width else 0)
    facts = below(space(4 * MM), fact_rows(sign.facts, voice, size, room, sheet), space(4 * MM))
    return beside_and_below([(0, 0, facts), (wide - made.width, 0, below(made, space(1.5 * MM)))])


def _ways(sign: Sign, voice: Voice, sheet: Sheet, wide: float) -> tuple[Part, ...]:
    easy, parts = voice.joined(sign.sentences), [rule(1.0, wide), space(3.5 * MM)]
    if sign.ways:
        title = voice.pair(sign.ways_label, Type(18, 24, "bold"), Type(12.5, 18), wide)
        parts += [title, space(1.5 * MM), _row(sign.ways, voice, wide), space(2 * MM)]
    if voice.first(easy):
        little = sheet.at_least(11.5)
        kind, small = Type(14, 20, "medium"), Type(little, little * 1.4)
        if not sign.ways:
            kind, small = Type(19, 28, "medium"), Type(14, 20)
        parts.append(voice.pair(easy, kind, small, wide))
    return tuple(parts)


def _row(ways: tuple[Way, ...], voice: Voice, wide: float) -> Part:
    pictogram, pitch, column = 11 * MM, 13 * MM, wide / _COLUMNS
    indent = pictogram + 2.5 * MM
    kind, small = way_types(voice.fitting((way.words for way in ways), column - indent - 3 * MM, 19))
    cells = []
    for index, way in enumerate(ways):
        words = voice.pair(way.words, replace(kind, leading=pictogram), small, column)
        picture = Part(pictogram, pictogram, (Pictogram(0, -pictogram, PICTOGRAMS[way.id], pictogram),))
        cell = beside_and_below([(0, 0, picture), (indent, 0, in_role(words, "ways"))])
        cells.append((index % _COLUMNS * column, -(index // _COLUMNS) * pitch, cell))
    return beside_and_below(cells)
