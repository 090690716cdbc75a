"""The words of `export`."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from facewise.i18n import _

Add = Callable[[Any, str, str, Callable[[argparse.Namespace], int]], argparse.ArgumentParser]
FORMATS = ("xlsx", "csv", "ics", "docx", "html", "json", "answers")


def add_export(commands: Any, add: Add) -> argparse.ArgumentParser:  # noqa: ANN401, argparse keeps this type to itself
    """Add `export` to the commands and return its parser."""
    about = _("the result in other forms: table, calendar, word processor, web page, JSON")
    parser = add(commands, "export", about, _export)
    parser.add_argument("site", type=Path, metavar="SITE.facewise", help=_("the assessment"))
    where = _("the folder to put them in, or one file whose ending says its form, like plan.xlsx")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar=_("PATH"), help=where)
    form = _("only this form; may be given several times (answers: a file that can be imported again)")
    parser.add_argument("--format", action="append", default=[], choices=FORMATS, help=form)
    which = _("of docx only this paper, like notice or plan; may be given several times")
    parser.add_argument("--only", action="append", default=[], metavar="ID", help=which)
    private = _("take private notes along in answers")
    parser.add_argument("--private-notes", action="store_true", help=private)
    return parser


def _export(asked: argparse.Namespace) -> int:
    from facewise.cli.export import export_files

    return export_files(
        asked.site,
        asked.output,
        tuple(dict.fromkeys(asked.format)),
        asked.language,
        only=tuple(asked.only),
        private=asked.private_notes,
    )
