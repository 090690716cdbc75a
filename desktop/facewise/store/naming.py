"""What the files are called that the program writes."""

import re
import unicodedata

from facewise.i18n import Edition
from facewise.paper.design import Design, default_size
from facewise.paper.documents.model import Paper
from facewise.paper.report import Report
from facewise.paper.sign_model import Sign

_LONGEST = 40
_ENDINGS: dict[Edition, str] = {"zh": "", "en": "-en", "both": "-zh-en"}


def report_name(report: Report, edition: Edition) -> str:
    """Return the name of a report's file: program, site, number and, but for Chinese, the language."""
    business = report.answers.business
    parts = ("facewise", slug(business.site or business.name), report.number)
    return "-".join(filter(None, parts)) + _ENDINGS[edition] + ".pdf"


def export_name(report: Report, what: str, edition: Edition, ending: str) -> str:
    """Return the name of another form of a result: program, site, what, and, but for Chinese, the language.

    `ending` has its dot.
    """
    business = report.answers.business
    parts = ("facewise", slug(business.site or business.name), what)
    return "-".join(filter(None, parts)) + _ENDINGS[edition] + ending


def sign_name(sign: Sign, edition: Edition) -> str:
    """Return the name of a sign's file: what it is, its use and, but for Chinese, the language."""
    return _in_folder(sign.name) + _ENDINGS[edition] + ".pdf"


def design_name(sign: Sign, design: Design, ending: str) -> str:
    """Return the name of a designed sign's file: what it is, its use, and what is not usual about it."""
    parts = [_in_folder(sign.name)]
    if design.size != default_size(sign.kind):
        parts.append(design.size.lower())
    if design.landscape and design.size != "sticker":
        parts.append("landscape")
    if design.bleed and ending == "pdf":
        parts.append("print-shop")
    return "-".join(parts) + f"{_ENDINGS[design.edition]}.{ending}"


def paper_name(paper: Paper, edition: Edition, ending: str = ".pdf") -> str:
    """Return the name of a paper's file: what it is, its use and, but for Chinese, the language."""
    return _in_folder(paper.name) + _ENDINGS[edition] + ending


def _in_folder(name: str) -> str:
    """A file made by others may call a use ../../elsewhere; what is written stays in the chosen folder."""
    return re.sub(r"[^\w-]+", "-", name)


def slug(text: str) -> str:
    """Return a text as part of a file's name on any system: letters and digits of any script, and hyphens."""
    plain = unicodedata.normalize("NFC", text)
    kept = "".join(character if character.isalnum() else " " for character in plain)
    return "-".join(kept.split())[:_LONGEST].strip("-")
