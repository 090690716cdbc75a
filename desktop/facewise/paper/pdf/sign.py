"""A sign as a PDF sheet: outlined letters, one figure whose alternative text repeats every word."""

import datetime as dt
from dataclasses import replace
from importlib.metadata import version

from facewise.i18n import Edition, Text
from facewise.paper.design import Design, default_design, worded
from facewise.paper.pdf.board import Board, Element, Stamp
from facewise.paper.pdf.board_page import draw
from facewise.paper.pdf.canvas import rgb
from facewise.paper.pdf.cells import figure
from facewise.paper.pdf.font import Box, missing
from facewise.paper.pdf.metadata import About
from facewise.paper.pdf.shown import NoShapeError
from facewise.paper.pdf.sign_area import area_board
from facewise.paper.pdf.sign_choice import choice_board
from facewise.paper.pdf.sign_parts import notice_code
from facewise.paper.pdf.sign_sheet import BLEED, sheet_of
from facewise.paper.pdf.sign_sticker import sticker_board
from facewise.paper.pdf.sign_voice import Voice
from facewise.paper.pdf.style import INK, MM, THIN
from facewise.paper.pdf.tagged import Page, Writer
from facewise.paper.pdf.words import main_language
from facewise.paper.sign_errors import CodeTooFineError
from facewise.paper.sign_model import CHOICES, Sign

_CHINA = dt.timezone(dt.timedelta(hours=8))
_MARKS = 10 * MM  # round the sheet, for the crop marks
_MARK = 5 * MM


def render_sign(sign: Sign, edition: Edition) -> bytes:
    """Return a sign as nobody designed it, as PDF; errors as `render_design`."""
    return render_design(sign, default_design(sign.kind, edition))


def render_design(sign: Sign, design: Design) -> bytes:
    """Return a sign as it was designed, as PDF; the same sign and design give the same bytes.

    Raises HeadlineTooLongError, SignTooFullError, NoShapeError, and what `read_logo` raises.
    """
    drawn, voice = board(sign, design), Voice(design.edition)
    (wide, tall), around = drawn.size, _MARKS if design.bleed else 0
    trim = Box(around, around, around + wide, around + tall)
    writer = Writer(_about(worded(sign, design), voice))
    page = writer.page((wide + 2 * around, tall + 2 * around), **_boxes(trim, design))

    def paint() -> None:
        for element in drawn.elements:
            draw(_moved(element, around), page)

    figure(page, writer.root, "\n".join(drawn.said), trim, paint)
    if design.bleed:
        with page.artifact():
            _crop_marks(page, trim)
    return writer.finish()


def board(sign: Sign, design: Design) -> Board:
    """Return a sign as a display list in points on paper; errors as `render_design`."""
    _check_characters(design)
    shown, voice = worded(sign, design), Voice(design.edition)
    sheet = sheet_of(design, sample=bool(sign.sample))
    if design.size == "sticker":
        return sticker_board(shown, voice, sheet)
    layout = choice_board if sign.kind in CHOICES else area_board
    return layout(shown, voice, sheet).scaled(sheet.scale)


def code_left_out(sign: Sign, design: Design) -> CodeTooFineError | None:
    """Return why a sign has no code though its design wants one; None where all is well."""
    shown = worded(sign, design)
    if shown.notice is None:
        return None
    made = notice_code(shown.notice, Voice(design.edition), sheet_of(design))
    return None if made.width else CodeTooFineError()


def _check_characters(design: Design) -> None:
    for words in design.words:
        if characters := missing(words.words.zh + words.words.en):
            place = Text("牌子上的字", "Words of the sign")
            raise NoShapeError(place=place, characters=" ".join(characters))


def _moved(element: Element, by: float) -> Element:
    if not by:
        return element
    moved = replace(element, x=element.x + by, y=element.y + by)
    if isinstance(moved, Stamp):
        return replace(moved, middle=(moved.middle[0] + by, moved.middle[1] + by))
    return moved


def _boxes(trim: Box, design: Design) -> dict[str, Box]:
    if not design.bleed:
        return {}
    outer = Box(trim.left - BLEED, trim.bottom - BLEED, trim.right + BLEED, trim.top + BLEED)
    return {"TrimBox": trim, "BleedBox": outer}


def _crop_marks(page: Page, trim: Box) -> None:
    """Lines at the corners that say where to cut, outside of what bleeds."""
    reach = BLEED + _MARK
    page.canvas.setLineWidth(THIN)
    for x in (trim.left, trim.right):
        for begin, end in ((trim.bottom - BLEED, trim.bottom - reach), (trim.top + BLEED, trim.top + reach)):
            _mark(page, (x, begin), (x, end))
    for y in (trim.bottom, trim.top):
        for begin, end in ((trim.left - BLEED, trim.left - reach), (trim.right + BLEED, trim.right + reach)):
            _mark(page, (begin, y), (end, y))


def _mark(page: Page, begin: tuple[float, float], end: tuple[float, float]) -> None:
    page.canvas.setStrokeColor(rgb(INK))
    page.canvas.line(*(round(value, 2) for value in (*begin, *end)))


def _about(sign: Sign, voice: Voice) -> About:
    business = sign.fact("business")
    return About(
        title=voice.first(sign.title),
        author=voice.first(business.value) if business else "",
        subject=voice.first(sign.article),
        language=main_language(voice.edition),
        made=dt.datetime.combine(sign.on, dt.time(), _CHINA),
        creator=f"Facewise {version('facewise')}",
        keywords=sign.number,
    )
