"""The words of `questionnaire`."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from facewise.i18n import _, current

Add = Callable[[Any, str, str, Callable[[argparse.Namespace], int]], argparse.ArgumentParser]
KINDS = (
    "resident_gate", "visitors", "payment", "membership", "staff",
    "hotel", "ticket_gate", "watchlist", "lockers", "other",
)  # fmt: skip


def add_questionnaire(steps: Any, add: Add) -> None:  # noqa: ANN401, argparse keeps this type to itself
    """Add the steps of `questionnaire` to its parser."""
    check = add(steps, "check", _("find every fault in the files of a questionnaire"), _check)
    folder = _("the folder of pack.yaml (default: the questionnaire of this program)")
    check.add_argument("folder", type=Path, nargs="?", metavar=_("FOLDER"), help=folder)
    blank = add(steps, "blank", _("the questions as PDF, to fill in by hand"), _blank)
    _output(blank, _("the file to write, NAME.pdf"))
    _language(blank)
    template = add(steps, "template", _("an answers file to fill in and to import"), _template)
    template.add_argument("kind", choices=KINDS, help=_("what faces are used for"))
    _output(template, _("the file to write, NAME.yaml"))
    _language(template)


def _check(asked: argparse.Namespace) -> int:
    from facewise.cli.questionnaire import check_files

    return check_files(asked.folder)


def _blank(asked: argparse.Namespace) -> int:
    from facewise.cli.questionnaire import write_blank

    return write_blank(asked.output, asked.language)


def _template(asked: argparse.Namespace) -> int:
    from facewise.cli.questionnaire import write_template

    return write_template(asked.kind, asked.output, asked.language)


def _output(parser: argparse.ArgumentParser, about: str) -> None:
    parser.add_argument("-o", "--output", type=Path, required=True, metavar=_("FILE"), help=about)


def _language(parser: argparse.ArgumentParser) -> None:
    about = _("Chinese, English, or both (default: FACEWISE_LANGUAGE, else the system's)")
    parser.add_argument("--language", choices=("zh", "en", "both"), default=current(), help=about)
