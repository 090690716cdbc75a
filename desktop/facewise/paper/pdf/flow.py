"""Pieces find their pages: what stays together, what is repeated on the next page, what sinks to the foot.

Pieces are never changed; not to freeze them makes them in a third of the time (see `boxes`).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from facewise.paper.pdf.boxes import Box
from facewise.paper.pdf.tagged import Page


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """What belongs together over pages: `head` is repeated where it goes on, `foot` drawn where it stops.

    `over` is how far the repeated head reaches into what follows it (a mark in the rail beside the text).
    """

    head: Box | None = None
    over: float = 0
    foot: Callable[[Page], None] | None = None


@dataclass(slots=True, eq=False)
class Piece:
    """A box in the flow: room before it, whether it keeps with the next, begins a page, sinks to the foot.

    One that begins a page does without where `least` is free on the page before.
    """

    box: Box
    before: float = 0
    keep: bool = False
    fresh: bool = False
    least: float = 0
    sinks: bool = False
    groups: tuple[Group, ...] = ()
    anchor: str = ""
    bookmark: tuple[int, str] | None = None
    x: float = 0


@dataclass(slots=True, eq=False)
class Placed:
    """A piece on its page; `top` is its distance from the upper edge of the text area."""

    piece: Piece
    top: float
    repeated: bool = False


@dataclass(slots=True)
class Sheet:
    """What stands on one page, from top to bottom, and the groups that break off at its foot."""

    placed: list[Placed] = field(default_factory=list)
    used: float = 0
    open: tuple[Group, ...] = ()
    begun: bool = False


def paginate(pieces: Sequence[Piece], height: float) -> list[Sheet]:
    """Return the pages that pieces fill; a page is `height` points high."""
    waiting = list(reversed(pieces))
    sheets = [Sheet()]
    while waiting:
        piece = waiting.pop()
        sheet = sheets[-1]
        if piece.fresh and sheet.begun and not 0 < piece.least <= height - sheet.used:
            sheet = _turn(sheets, ())
        room = height - sheet.used - (piece.before if sheet.begun else 0)
        if _fits(piece, waiting, room) or (not sheet.begun and _fits_loosened(piece, waiting, room)):
            _put(sheet, piece, height, waiting)
        elif divided := piece.box.split(room) or (None if sheet.begun else piece.box.split(room, force=True)):
            _put(sheet, replace(piece, box=divided[0]), height, waiting)
            waiting.append(replace(piece, box=divided[1], before=0, anchor="", bookmark=None, fresh=False))
            _turn(sheets, piece.groups)
        elif sheet.begun:
            waiting.append(piece)
            _turn(sheets, _going_on(sheet, piece))
        else:
            _put(sheet, piece, height, waiting)
    return sheets


def _fits_loosened(piece: Piece, waiting: list[Piece], room: float) -> bool:
    """Whether a piece fits alone; what it keeps with is too much for a page and parted from now on."""
    alone = piece.box.height <= room
    index = len(waiting)
    while piece.keep and index:
        index -= 1
        piece = waiting[index]
        waiting[index] = replace(piece, keep=False)
    return alone


def _fits(piece: Piece, waiting: Sequence[Piece], room: float) -> bool:
    """Whether a piece fits together with all that it must not be parted from."""
    used = piece.box.height
    index = len(waiting)
    while piece.keep and index and used <= room + 0.01:
        index -= 1
        piece = waiting[index]
        if piece.fresh:
            break
        used += piece.before + piece.box.height
    if used <= room + 0.01:
        return True
    divisible = index < len(waiting) and piece.box.split(room - used + piece.box.height)
    return bool(divisible)


def _put(sheet: Sheet, piece: Piece, height: float, waiting: Sequence[Piece]) -> None:
    top = sheet.used + (piece.before if sheet.begun else 0)
    if piece.sinks:
        top = max(top, height - _chain(piece, waiting))
    sheet.placed.append(Placed(piece, top))
    sheet.used, sheet.begun = top + piece.box.height, True


def _chain(piece: Piece, waiting: Sequence[Piece]) -> float:
    total = piece.box.height
    for following in reversed(waiting):
        if not piece.keep:
            break
        piece = following
        total += piece.before + piece.box.height
    return total


def _going_on(sheet: Sheet, piece: Piece) -> tuple[Group, ...]:
    before = sheet.placed[-1].piece.groups
    return tuple(group for group in piece.groups if group in before)


def _turn(sheets: list[Sheet], groups: tuple[Group, ...]) -> Sheet:
    sheets[-1].open = groups
    sheet = Sheet()
    for group in groups:
        if group.head:
            sheet.placed.append(Placed(Piece(group.head), sheet.used, repeated=True))
            sheet.used += group.head.height - group.over
    sheets.append(sheet)
    return sheet
