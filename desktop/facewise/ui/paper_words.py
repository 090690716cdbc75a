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
    if paper.group == "file":
        return _form_words(paper)
    words = {
        "report": _("Self-assessment report"),
        "recognition_area": _("Sign: recognition area"),
        "entry": _("Sign: choose your way in"),
        "payment": _("Sign: choose how to pay"),
        "device": _("Sign: device sticker"),
        "private": _("Sign: private spaces"),
    }
    return words.get(paper.kind) or paper.title[current()]


def _form_words(paper: Paper) -> str:
    words = {
        "xlsx": _("Findings and action plan (Excel)"),
        "csv": _("Findings (CSV table)"),
        "ics": _("Deadlines (calendar)"),
        "html": _("Notice as a web page (HTML)"),
        "json": _("Result (JSON)"),
        "answers": _("Answers (JSON)"),
    }
    if paper.kind == "docx":
        title = paper.title[current()] or _("Action plan")
        return _("{paper} (Word)").format(paper=title)
    return words[paper.kind]


def form_hint(paper: Paper) -> str:
    """Return what another form of the result is for."""
    hints = {
        "xlsx": _("Every question with its answer, also those not asked and why; the plan with real dates."),
        "csv": _("The same table as plain text, for any program."),
        "ics": _("Actions, filing and review with their days, for the calendar of a telephone or computer."),
        "docx": _("To be changed in Word or LibreOffice. What you change there is no longer checked here."),
        "html": _("One file with both languages, to be put at the address behind the QR code."),
        "json": _("Grade, score and findings, as the command 'facewise check --json' prints them."),
        "answers": _("All answers with their evidence, without private notes; can be imported again."),
    }
    return hints[paper.kind]


def blanks_words(paper: Paper) -> str:
    """Return how many lines are still to be filled in by hand; empty for none."""
    count = len(paper.blanks)
    words = ngettext("{count} line to fill in", "{count} lines to fill in", count)
    return words.format(count=count) if count and paper.reason is None else ""
