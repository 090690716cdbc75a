"""From how far the parts of a sign are read, measured on what is drawn."""

from collections.abc import Iterator

from facewise.i18n import Edition, Language
from facewise.paper.legibility import Readable, Role, readable
from facewise.paper.pdf.board import Board, Letters
from facewise.paper.pdf.sign_voice import letter_height
from facewise.paper.pdf.style import MM
from facewise.paper.pdf.words import main_language

_ROLES: tuple[Role, ...] = ("headline", "ways", "facts")


def readings(drawn: Board, edition: Edition) -> tuple[Readable, ...]:
    """Return from how far headline, ways and facts are read, each by its smallest letters.

    Beside Chinese, the smaller English is not counted.
    """
    return tuple(_readings(drawn, main_language(edition)))


def _readings(drawn: Board, language: Language) -> Iterator[Readable]:
    for role in _ROLES:
        lines = [e for e in drawn.elements if isinstance(e, Letters) and e.role == role]
        counted = [line for line in lines if language == "en" or not line.text.isascii()] or lines
        if counted:
            heights = [letter_height(line.text, language) * line.type.size / MM for line in counted]
            yield readable(role, min(heights), language)
