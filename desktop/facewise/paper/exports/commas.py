"""A table as comma-separated values that Excel opens by a double click (RFC 4180, UTF-8 with BOM)."""

import codecs
import csv
import io

from facewise.i18n import Edition, Text
from facewise.paper.exports.spoken import spoken
from facewise.paper.exports.spreadsheet import FORMULA
from facewise.paper.exports.tables import Cell, Grid


def commas(grid: Grid, edition: Edition) -> bytes:
    """Return a table as CSV; days as YYYY-MM-DD.

    A text that a spreadsheet would take for a formula has an apostrophe before it, as OWASP advises.
    """
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(_safe(spoken(column.head, edition)) for column in grid.columns)
    writer.writerows([_shown(cell, edition) for cell in row] for row in grid.rows)
    return codecs.BOM_UTF8 + made.getvalue().encode()


def _shown(cell: Cell, edition: Edition) -> str | int:
    if isinstance(cell, int):
        return cell
    return _safe(spoken(cell or "", edition)) if isinstance(cell, Text | str | None) else cell.isoformat()


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA) else text
