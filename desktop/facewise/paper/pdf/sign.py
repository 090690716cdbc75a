"""A sign as a PDF sheet of A4: outlined letters, one figure whose alternative text repeats every word."""

import datetime as dt
from importlib.metadata import version

from facewise.i18n import Edition
from facewise.paper.pdf.board import Board, draw
from facewise.paper.pdf.cells import figure
from facewise.paper.pdf.font import Box
from facewise.paper.pdf.metadata import About
from facewise.paper.pdf.sign_area import area_board
from facewise.paper.pdf.sign_choice import choice_board
from facewise.paper.pdf.sign_parts import Voice
from facewise.paper.pdf.tagged import Writer
from facewise.paper.pdf.words import main_language
from facewise.paper.signs import Sign

_CHINA = dt.timezone(dt.timedelta(hours=8))


def render_sign(sign: Sign, edition: Edition) -> bytes:
    """Return a sign as PDF; the same sign gives the same bytes.

    Raises HeadlineTooLongError, SignTooFullError.
    """
    drawn, voice = board(sign, edition), Voice(edition)
    writer = Writer(_about(sign, voice))
    page = writer.page(drawn.size)

    def paint() -> None:
        for element in drawn.elements:
            draw(element, page)

    figure(page, writer.root, "\n".join(drawn.said), Box(0, 0, *drawn.size), paint)
    return writer.finish()


def board(sign: Sign, edition: Edition) -> Board:
    """Return a sign as a display list."""
    layout = area_board if sign.kind == "recognition_area" else choice_board
    return layout(sign, Voice(edition))


def _about(sign: Sign, voice: Voice) -> About:
    facts = [voice.first(fact.value) for fact in sign.facts]
    return About(
        title=voice.first(sign.title),
        author=facts[1],
        subject=voice.first(sign.article),
        language=main_language(voice.edition),
        made=dt.datetime.combine(sign.on, dt.time(), _CHINA),
        creator=f"Facewise {version('facewise')}",
        keywords=sign.number,
    )
