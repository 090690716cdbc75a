"""What the papers of the documents page are called, and how each stands."""

from facewise.i18n import Edition, _, current, ngettext
from facewise.ui.shelf import Group, Paper

EDITIONS: tuple[Edition, ...] = ("zh", "en", "both")


def edition_words() -> list[tuple[str, str]]:
    """Return the editions with their words."""
    words = {"zh": _("Chinese"), "en": _("English"), "both": _("Both")}
    return [(edition, words[edition]) for edition in EDITIONS]


def group_words() -> dict[Group, str]:
    """Return the headings of the list."""
    return {
        "report": _("Report"),
        "people": _("To put up and hand out"),
        "office": _("For the office"),
        "sign": _("Signs"),
        "file": _("To edit and for other programs"),
        "signed": _("Signed before"),
    }


def paper_words(paper: Paper) -> str:
    """Return what a paper is called."""
    if paper.group == "signed":
        return _("Signed report {number}").format(number=paper.kind)
    if paper.kind == "notice-large":
        return _("{paper} (large print)").format(paper=paper.title[current()])
    words = {
        "report": _("Self-assessment report"),
        "recognition_area": _("Sign: recognition area"),
        "entry": _("Sign: choose your way in"),
        "payment": _("Sign: choose how to pay"),
        "device": _("Sign: device sticker"),
        "private": _("Sign: private spaces"),
    }
    return words.get(paper.kind) or paper.title[current()]


def blanks_words(paper: Paper) -> str:
    """Return how many lines are still to be filled in by hand; empty for none."""
    count = len(paper.blanks)
    words = ngettext("{count} line to fill in", "{count} lines to fill in", count)
    return words.format(count=count) if count and paper.reason is None else ""
