"""What all signs share: the sheet and its frame, facts, the code, the logo, the foot."""

from collections.abc import Iterable, Iterator

from facewise.errors import N_, FacewiseError
from facewise.paper.pdf import style
from facewise.paper.pdf.board import (
    QUIET,
    Board,
    Code,
    Element,
    Emblem,
    Panel,
    Part,
    Stamp,
    below,
    beside_and_below,
    code,
    in_role,
    lines,
    space,
)
from facewise.paper.pdf.logo import Logo, read_logo
from facewise.paper.pdf.sign_sheet import Sheet
from facewise.paper.pdf.sign_voice import Voice
from facewise.paper.pdf.style import MM, Type
from facewise.paper.sign_model import Fact, Notice, Sign

EDGE = 1.7 * MM
CODE = 38.4 * MM

_SHOWN = 24  # characters of a long name in a message
_SMALL = 12.0  # facts of this size and less are set closer
_LARGER = 1.1  # on a small sheet the code takes a little more of it
_LEAST_MODULE = 0.5 * MM  # what a phone makes out on paper
_STAMP, _DIAGONAL = 38 * MM, 290 * MM
_FOOT_TOP = 15 * MM
_LOGO_WIDE, _LOGO_HIGH = 62 * MM, 12 * MM

Placed = tuple[float, float, Part]


class SignTooFullError(FacewiseError):
    """Names so long that the sign would have to be squeezed."""

    sentence = N_(
        "The words on sign {number} are too long for {size}: {longest}. Shorten them, or choose a larger "
        "sheet."
    )


def rule(thickness: float, wide: float) -> Part:
    """Return a line across."""
    return Part(wide, thickness, (Panel(0, -thickness, wide, thickness, style.INK),))


def fact_rows(facts: Iterable[Fact], voice: Voice, size: float, wide: float, sheet: Sheet) -> Part:
    """Return facts in two columns, labels and values."""
    size = sheet.at_least(size)
    leading, little = 1.55 if size > _SMALL else 1.4, sheet.at_least(size * 0.68)
    kind, small = Type(size, size * leading, "medium"), Type(little, little * 1.4)
    label = kind.but(weight="regular", colour=style.SUB)
    facts = tuple(facts)
    labels = [voice.pair(fact.label, label, small.but(colour=style.SUB), wide) for fact in facts]
    x = max((part.width for part in labels), default=0) + 4 * MM
    rows = [
        beside_and_below([(0, 0, named), (x, 0, voice.pair(fact.value, kind, small, wide - x))])
        for named, fact in zip(labels, facts, strict=True)
    ]
    return in_role(below(*rows), "facts")


def notice_code(notice: Notice | None, voice: Voice, sheet: Sheet) -> Part:
    """Return the code with its caption; nothing without one, or where a phone could not make it out."""
    if notice is None:
        return space(0)
    size = CODE if sheet.scale >= 1 else CODE * _LARGER
    made = code(voice.first(notice.content), size)
    if not _is_read(made, sheet):
        return space(0)
    zh, en = sheet.at_least(9.5), sheet.at_least(8.5)
    caption = voice.pair(
        notice.caption, Type(zh, zh * 1.37, "medium"), Type(en, zh * 1.37, "medium"), made.width + 8 * MM
    )
    x = (made.width - caption.width) / 2
    return beside_and_below([(0, 0, made), (x, -made.height, caption)])


def _is_read(made: Part, sheet: Sheet) -> bool:
    (drawn,) = made.elements
    return isinstance(drawn, Code) and (
        drawn.size * sheet.scale / (len(drawn.rows) + 2 * QUIET) >= _LEAST_MODULE - 1e-6
    )


def finished(
    sign: Sign, voice: Voice, sheet: Sheet, panel: Panel, drawn: Iterable[Placed], left: float = 0
) -> Board:
    """Return the whole sign: frame, a filled panel, parts at x, y, and the foot, which begins at `left`."""
    wide, tall = sheet.wide - 2 * sheet.frame, sheet.tall - 2 * sheet.frame
    parts = [*drawn, *_foot(sign, voice, sheet, left or sheet.margin)]
    frame = Panel(sheet.frame, sheet.frame, wide, tall, line=sheet.colour.ground, thickness=EDGE)
    ground: list[Element] = [panel] if sheet.design.bleed else [frame, panel]
    if sign.watermark:
        letters = voice.first(sign.watermark)
        ground.insert(0, stamp(letters, 0, 0, sheet.wide, sheet.tall, style.WATERMARK, sheet))
        ground.append(stamp(letters, panel.x, panel.y, panel.width, panel.height, sheet.colour.faint, sheet))
    elements = (element for x, y, part in parts for element in part.moved(x, y))
    said = tuple(text for _, _, part in parts for text in part.said)
    return Board((sheet.wide, sheet.tall), (*ground, *elements), said)


def stamp(text: str, x: float, y: float, wide: float, high: float, ink: str, sheet: Sheet) -> Stamp:
    """Return the watermark as far as it shows inside a rectangle."""
    share = min(sheet.wide, sheet.tall) / style.A4[0]
    return Stamp(
        x, y, wide, high, text, ink, (sheet.wide / 2, sheet.tall / 2), _STAMP * share, _DIAGONAL * share
    )


def bled(panel: Panel, sheet: Sheet) -> Panel:
    """Return a panel that reaches beyond every edge of the sheet it touches."""
    more = sheet.bleed
    left = more if panel.x <= 0 else 0
    below_ = more if panel.y <= 0 else 0
    right = more if panel.x + panel.width >= sheet.wide - 1e-6 else 0
    above = more if panel.y + panel.height >= sheet.tall - 1e-6 else 0
    return Panel(
        panel.x - left,
        panel.y - below_,
        panel.width + left + right,
        panel.height + below_ + above,
        panel.fill,
    )


def _foot(sign: Sign, voice: Voice, sheet: Sheet, left: float) -> Iterator[Placed]:
    size = sheet.at_least(8)
    kind, right, top = Type(size, size * 1.375, "regular", style.SUB), sheet.wide - sheet.margin, _FOOT_TOP
    article = lines(voice.first(sign.article), kind, right - left)
    number = lines(voice.first(sign.numbered), kind, right - left)
    if sheet.design.logo:
        logo = emblem(read_logo(sheet.design.logo), _LOGO_WIDE, _LOGO_HIGH)
        yield left, sheet.foot - 3 * MM, logo
    yield left, top, article
    if sign.sample:
        yield _sample(sign, voice, sheet, (left + article.width, right - number.width))
    yield right - number.width, top, number


def _sample(sign: Sign, voice: Voice, sheet: Sheet, room: tuple[float, float]) -> Placed:
    """The boxed word in the middle of the foot, or above it where there is no room."""
    size = sheet.at_least(9)
    bold = Type(size, size * 1.22, "bold")
    words = voice.pair(sign.sample or "", bold, bold, sheet.inner)
    box = Panel(-5, -words.height - 2.5, words.width + 10, words.height + 5, line=style.INK, thickness=0.8)
    boxed = Part(words.width, words.height, (box, *words.elements), words.said)
    if sheet.has_room:
        return room[0] + (room[1] - room[0] - words.width) / 2, _FOOT_TOP, boxed
    return sheet.wide - sheet.margin - words.width - 5, _FOOT_TOP + 7 * MM, boxed


def emblem(logo: Logo, wide: float, high: float) -> Part:
    """Return a logo as large as fits into a box, its shape kept."""
    scale = min(wide / logo.width, high / logo.height)
    wide, high = logo.width * scale, logo.height * scale
    return Part(wide, high, (Emblem(0, -high, wide, high, logo),))


def too_full(sign: Sign, voice: Voice, sheet: Sheet) -> SignTooFullError:
    """Return the error for a sign that does not hold all its words; the longest is named by its beginning."""
    said = [*(fact.value for fact in sign.facts), *sign.sentences]
    longest = max((voice.first(text) for text in said), key=len, default=voice.first(sign.title))
    shown = longest if len(longest) <= _SHOWN else longest[:_SHOWN] + "…"
    size = "100 × 100 mm" if sheet.design.size == "sticker" else sheet.design.size
    return SignTooFullError(number=sign.number, longest=shown, size=size)
