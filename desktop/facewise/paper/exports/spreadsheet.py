"""Tables as a spreadsheet (XLSX): real days, heads that stay, filters, and pages that can be printed."""

import datetime as dt
import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from facewise.i18n import Edition, Text
from facewise.paper.exports.spoken import spoken
from facewise.paper.exports.tables import Cell, Column, Grid
from facewise.paper.report import Report

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""With these a cell that is typed becomes a formula."""
_A4: Final = 9
_LINE: Final = 13.5
_TALLEST: Final = 409.0
"""Points; a row of a spreadsheet cannot be taller."""
_PIECE: Final = 900
_LINES: Final = 9
_FONT: Final = "Microsoft YaHei"
_NOT_IN_TITLES: Final = re.compile(r"[\[\]:*?/\\']")


def spreadsheet(report: Report, grids: Sequence[Grid], edition: Edition) -> bytes:
    """Return a workbook with a sheet for each table, the last of them without filters.

    A row can show some thirty lines; texts that are longer stand once more on a sheet of their own.
    """
    from xlsxwriter import Workbook

    made = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(made, options) as book:
        book.set_properties(_properties(report, edition))
        styles = _Styles(book)
        long = _long_texts(report, grids, edition)
        sheets = (*grids[:-1], *long, *grids[-1:])
        for number, grid in enumerate(sheets, 1):
            title = _NOT_IN_TITLES.sub(" ", spoken(grid.title, edition, " "))[:31]
            sheet = book.add_worksheet(title)
            _write(sheet, grid, edition, styles)
            _set_up(sheet, report, grid, edition, filters=number < len(sheets))
    return made.getvalue()


def _long_texts(report: Report, grids: Sequence[Grid], edition: Edition) -> tuple[Grid, ...]:
    """The texts that are taller than a row can be, in pieces that are not; nothing where there are none."""
    words = report.pack.words
    rows = tuple(
        (spoken(row[0] or "", edition) if isinstance(row[0], Text | str) else "", column.head, piece)
        for grid in grids
        for row in grid.rows
        for column, cell in zip(grid.columns, row, strict=True)
        if isinstance(cell, Text | str) and _tall(_lines(spoken(cell, edition), column.width)) > _TALLEST
        for piece in _pieces(spoken(cell, edition))
    )
    widths = {"code": 20, "what": 24, "value": 110}
    columns = tuple(Column(words[f"export.column.{name}"], width) for name, width in widths.items())
    return (Grid(words["export.long"], columns, rows),) if rows else ()


def _pieces(text: str) -> list[str]:
    """A text in pieces of at most some twenty lines."""
    lines = [line[n : n + _PIECE] for line in text.split("\n") for n in range(0, len(line) or 1, _PIECE)]
    pieces = [""]
    for line in lines:
        full = len(pieces[-1]) + len(line) > _PIECE or pieces[-1].count("\n") > _LINES
        if full and pieces[-1]:
            pieces.append(line)
        else:
            pieces[-1] = f"{pieces[-1]}\n{line}" if pieces[-1] else line
    return pieces


def _tall(lines: int) -> float:
    """The height of so many lines, in points."""
    return _LINE * lines + 3


def _properties(report: Report, edition: Edition) -> dict[str, object]:
    """The time is that of the report, in UTC: the same report gives the same bytes."""
    words = report.pack.words
    return {
        "title": spoken(words["report.title"], edition, " / "),
        "subject": report.number,
        "author": report.answers.business.name,
        "created": report.made.astimezone(dt.UTC).replace(tzinfo=None),
    }


class _Styles:
    """The looks of cells in one workbook."""

    def __init__(self, book: "Workbook") -> None:
        base = {"font_name": _FONT, "font_size": 10, "valign": "top", "text_wrap": True, "border": 1}
        base["border_color"] = "#B8C0C8"
        self.head: Format = book.add_format(base | {"bold": True, "bg_color": "#E6EDF3"})
        self.text: Format = book.add_format(base)
        self.quoted: Format = book.add_format(base | {"quote_prefix": True})
        self.day: Format = book.add_format(base | {"num_format": "yyyy-mm-dd", "align": "left"})


def _write(sheet: "Worksheet", grid: Grid, edition: Edition, styles: _Styles) -> None:
    heads = [spoken(column.head, edition) for column in grid.columns]
    sheet.set_row(0, _height(heads, grid))
    for place, (column, head) in enumerate(zip(grid.columns, heads, strict=True)):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, head, styles.head)
    for line, row in enumerate(grid.rows, 1):
        cells = [_shown(cell, edition) for cell in row]
        sheet.set_row(line, _height(cells, grid))
        for place, cell in enumerate(cells):
            _write_cell(sheet, (line, place), cell, styles)


def _shown(cell: Cell, edition: Edition) -> str | int | dt.date:
    return cell if isinstance(cell, int | dt.date) else spoken(cell or "", edition)


def _height(cells: Sequence[str | int | dt.date], grid: Grid) -> float:
    """The height that the longest text of a row takes, in points: not every program finds it by itself."""
    texts = zip(cells, grid.columns, strict=True)
    lines = max(_lines(cell, column.width) if isinstance(cell, str) else 1 for cell, column in texts)
    return min(_tall(lines), _TALLEST)


def _lines(text: str, width: int) -> int:
    """How many lines a text takes; a character that is not of the West is two wide."""
    room = width - 1
    return sum(-(-sum(1 + (each >= "\u2000") for each in line) // room) or 1 for line in text.split("\n"))


def _write_cell(sheet: "Worksheet", at: tuple[int, int], cell: str | int | dt.date, styles: _Styles) -> None:
    match cell:
        case "":
            sheet.write_blank(*at, None, styles.text)
        case str():
            sheet.write_string(*at, cell, styles.quoted if cell.startswith(FORMULA) else styles.text)
        case int():
            sheet.write_number(*at, cell, styles.text)
        case _:
            sheet.write_datetime(*at, dt.datetime.combine(cell, dt.time()), styles.day)


def _set_up(sheet: "Worksheet", report: Report, grid: Grid, edition: Edition, *, filters: bool) -> None:
    """Heads stay on the screen and come again on each page of A4, which is as wide as the table."""
    words, business = report.pack.words, report.answers.business
    sheet.freeze_panes(1, 0)
    if filters:
        sheet.autofilter(0, 0, max(len(grid.rows), 1), len(grid.columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sample = spoken(words["report.sample"], edition, " / ") if report.status == "sample" else ""
    named = " ".join(filter(None, (business.site or business.name, report.answers.on.isoformat(), sample)))
    sheet.set_header("&L" + _plain(named, 120) + "&R" + _plain(spoken(grid.title, edition, " / "), 60))
    page = spoken(words["export.print"], edition, " / ").format(page="&P", pages="&N")
    sheet.set_footer("&L" + _plain(spoken(words["report.foot"], edition, " / "), 160) + "&R" + page)


def _plain(text: str, longest: int) -> str:
    """A text in a header, which holds 255 characters and reads & as a command."""
    return text[:longest].replace("&", "&&")
