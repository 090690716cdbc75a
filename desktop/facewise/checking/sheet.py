"""An account of a check as a PDF to print or to file, and into which files accounts can go."""

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from facewise.checking.account import account
from facewise.checking.check import Checked
from facewise.checking.told import lines, plain
from facewise.i18n import _, current

if TYPE_CHECKING:
    from facewise.paper.pdf.blocks import Row

ENDINGS: Final = (".pdf", ".txt", ".json")


def write_account(checked: Checked, file: Path, now: datetime) -> None:
    """Write what was found into a file, as its ending says: PDF, text or JSON.

    Raises NotWrittenError.
    """
    from facewise.store.replacing import replace_file

    replace_file(file, account_as(checked, file.suffix.lower(), now))


def account_as(checked: Checked, ending: str, now: datetime) -> bytes:
    """Return what was found in the format of an ending, text where it is none of ours."""
    if ending == ".json":
        told = {**plain(checked), "checked_at": now.isoformat()}
        return json.dumps(told, ensure_ascii=False, indent=1).encode()
    if ending == ".pdf":
        return _pdf(checked, now)
    return "\n".join((_about(checked, now), *lines(checked), _limits(), "")).encode()


def _pdf(checked: Checked, now: datetime) -> bytes:
    from facewise.paper.pdf.blocks import Column, Fact, Facts, PageTitle, Para, Space, Stacked, Table
    from facewise.paper.pdf.document import Document, render
    from facewise.paper.pdf.furniture import Furniture
    from facewise.paper.pdf.words import PageHere, PageOf

    told, title = account(checked), _("Check of a report")
    said = [(row.label, filter(None, (row.found, row.means, *row.details))) for row in told.rows]
    facts = tuple(Fact(label, Stacked(tuple(map(_drawable, texts)))) for label, texts in said)
    name = _drawable(checked.name)
    blocks = (
        PageTitle(told.headline.words, lead=told.headline.text),
        Para(_drawable(_about(checked, now))),
        Facts(facts, before=4),
        Space(6),
        Table((Column(_("SHA-256 of the file"), 40, header=True), Column("")), _hashes(checked)),
        Para(_limits(), before=4),
    )
    page = (PageHere(), " / ", PageOf())
    furniture = Furniture(left=title, right=name, foot_left=_("Facewise"), page=page)
    return render(Document(title, _("Facewise"), name, current(), now, blocks, furniture))


def _hashes(checked: Checked) -> "tuple[Row, ...]":
    from facewise.paper.pdf.blocks import Hash, Row

    base = checked.verdict.base_sha256
    whole = Row((_("As it was checked"), Hash(checked.verdict.sha256)))
    return (whole, Row((_("Before the first signature"), Hash(base)))) if base else (whole,)


def _drawable(text: str) -> str:
    """Return a text whose characters all have a shape in our fonts: the others as their numbers."""
    from facewise.paper.pdf.font import missing

    for character in missing(text):
        text = text.replace(character, f"[U+{ord(character):04X}]")
    return text


def _about(checked: Checked, now: datetime) -> str:
    from importlib.metadata import version

    from facewise.checking.words import moment

    said = _("{file}, checked {moment} by Facewise {version}")
    return said.format(file=checked.name, moment=moment(now), version=version("facewise"))


def _limits() -> str:
    return _("The check is about the file and approves nothing. What is written here can be checked again.")
