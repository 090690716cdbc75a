"""The recognition-area sign: here faces are recognised, this is whose it is, this one can use instead."""

from dataclasses import replace

from facewise.paper.pdf import style
from facewise.paper.pdf.board import Board, Part, Pictogram, below, beside_and_below, space
from facewise.paper.pdf.sign_parts import (
    FOOT,
    FRAME,
    MARGIN,
    WIDTH,
    Voice,
    fact_rows,
    notice_code,
    rule,
    sheet,
    too_full,
    way_types,
)
from facewise.paper.pdf.style import MM, Type
from facewise.paper.pdf.ways import PICTOGRAMS
from facewise.paper.signs import Sign, Way

# Headline at most, facts, least panel: what gives way to long names, step by step.
_STEPS = ((84, 17, 62 * MM), (78, 15, 52 * MM), (72, 13.5, 40 * MM), (70, 12, 34 * MM), (70, 11, 28 * MM))
_COLUMNS = 3


def area_board(sign: Sign, voice: Voice) -> Board:
    """Return the sign as a display list; raises SignTooFullError, HeadlineTooLongError."""
    for largest, size, least in _STEPS:
        words = _words(sign, voice, largest, size)
        panel = style.A4[1] - FRAME - FOOT - words.height
        if panel >= least:
            face = min(90 * MM, panel * 0.74)
            x, y = (style.A4[0] - face) / 2, style.A4[1] - FRAME - (panel - face) / 2
            white = Part(face, face, (Pictogram(0, -face, "face", face, style.WHITE),))
            return sheet(sign, voice, panel, [(x, y, white), (MARGIN, FOOT + words.height, words)])
    raise too_full(sign, voice)


def _words(sign: Sign, voice: Voice, largest: float, size: float) -> Part:
    return below(
        space(4 * MM),
        voice.headline(sign.headline, WIDTH, largest),
        voice.subtitle(sign.headline, Type(26, 34, "medium")),
        space(3 * MM),
        rule(1.6),
        _facts(sign, voice, size),
        *(_ways(sign, voice) if sign.ways else ()),
    )


def _facts(sign: Sign, voice: Voice, size: float) -> Part:
    """Facts on the left, the code on the right, whose quiet zone keeps it off the rules."""
    made = notice_code(sign.notice, voice)
    wide = WIDTH - (made.width + 5 * MM if made.width else 0)
    facts = below(space(4 * MM), fact_rows(sign.facts, voice, size, wide), space(4 * MM))
    return beside_and_below([(0, 0, facts), (WIDTH - made.width, 0, below(made, space(1.5 * MM)))])


def _ways(sign: Sign, voice: Voice) -> tuple[Part, ...]:
    easy = voice.joined(sign.sentences)
    said = [space(2 * MM), voice.pair(easy, Type(14, 20, "medium"), Type(11.5, 16))] if easy.zh else []
    title = voice.pair(sign.ways_label, Type(18, 24, "bold"), Type(12.5, 18))
    return rule(1.0), space(3.5 * MM), title, space(1.5 * MM), _row(sign.ways, voice), *said


def _row(ways: tuple[Way, ...], voice: Voice) -> Part:
    pictogram, pitch, column = 11 * MM, 13 * MM, WIDTH / _COLUMNS
    indent = pictogram + 2.5 * MM
    kind, small = way_types(voice.fitting((way.words for way in ways), column - indent - 3 * MM, 19))
    cells = []
    for index, way in enumerate(ways):
        words = voice.pair(way.words, replace(kind, leading=pictogram), small, column)
        picture = Part(pictogram, pictogram, (Pictogram(0, -pictogram, PICTOGRAMS[way.id], pictogram),))
        cell = beside_and_below([(0, 0, picture), (indent, 0, words)])
        cells.append((index % _COLUMNS * column, -(index // _COLUMNS) * pitch, cell))
    return beside_and_below(cells)
