"""What a paper of the kit is for, on which law it rests, and what in it is still to be filled in by hand."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facewise.i18n import Text, _, current, ngettext
from facewise.paper.documents.model import Words as Said
from facewise.ui.pages.ways import WaysField
from facewise.ui.paper_words import blanks_words, form_hint
from facewise.ui.places import BUSINESS
from facewise.ui.say import use_name
from facewise.ui.session import Session
from facewise.ui.shelf import Paper, reason_words
from facewise.ui.ways_out import way_out
from facewise.ui.widgets.buttons import Button
from facewise.ui.widgets.words import Words, line

_FACTS = ("name", "site", "address", "contact", "phone")
LISTED = 12
"""So many blanks are named; a form has few, a contract has many."""


class PaperWords(QWidget):
    """How a paper stands: made or withheld, its law, its blanks, and where each can be changed."""

    went = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._paper: Paper | None = None
        self._state, self._use, self._pages = (
            Words("name", wrap=True),
            Words("second", wrap=True),
            Words("second"),
        )
        self._why, self._go = Words("body", wrap=True), Button("link")
        self._law_label, self._law = Words("label"), Words("second", wrap=True)
        self._blank_label, self._blanks = Words("label"), Words("second", wrap=True)
        self._hint, self._facts, self._ways = Words("second", wrap=True), Button("link"), WaysField(session)
        self._upper, self._rule = line(), line()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        for part in (self._state, self._use, self._pages, self._why, self._go, self._ways, self._upper):
            box.addWidget(part)
        for part in (self._law_label, self._law, self._rule, self._blank_label, self._blanks, self._hint):
            box.addWidget(part)
        box.addWidget(self._facts)
        self._go.clicked.connect(lambda: self._paper and self.went.emit(way_out(session, self._paper)))
        self._facts.clicked.connect(lambda: self.went.emit(BUSINESS))

    def show_paper(self, paper: Paper, pages: int) -> None:
        """Show how a paper stands."""
        self._paper = paper
        reason = reason_words(paper, current())
        is_form = paper.group == "file"
        self._state.say(_("Not made") if reason else blanks_words(paper) or _("Complete"))
        self._state.setVisible(not is_form or bool(reason) or bool(paper.blanks))
        used = use_name(self._session.way, paper.use, current())
        self._use.say(form_hint(paper) if is_form and not reason else used)
        counted = ngettext("{count} page", "{count} pages", pages).format(count=pages)
        self._pages.say(counted)
        self._pages.setVisible(pages > 0 and not reason)
        self._why.say(reason)
        self._go.say(_("Go to that answer"))
        for part in (self._why, self._go):
            part.setVisible(bool(reason))
        self._ways.setVisible(paper.why == "ways_unnamed")
        self._ways.show_use(paper.use)
        self._upper.setVisible(bool(paper.laws))
        for words in (self._law_label, self._law):
            words.setVisible(bool(paper.laws))
        self._law_label.say(_("It rests on"))
        self._law.say("\n".join(law[current()] for law in paper.laws))
        self._show_blanks(paper)

    def _show_blanks(self, paper: Paper) -> None:
        named = [_in_words(label) for label in paper.blanks]
        more = [_more(len(named) - LISTED)] if len(named) > LISTED else []
        self._blank_label.say(_("Still blank"))
        self._blanks.say("\n".join([*named[:LISTED], *more]))
        self._hint.say(_("What you did not tell us stands there as a line to write on. Nothing is made up."))
        self._facts.say(_("Fill in the business"))
        business = self._session.answers.business
        missing = any(not getattr(business, fact) for fact in _FACTS)
        shown = bool(named) and paper.reason is None
        for part in (self._rule, self._blank_label, self._blanks, self._hint):
            part.setVisible(shown)
        self._facts.setVisible(shown and missing)


def _more(count: int) -> str:
    return ngettext("and {count} more", "and {count} more", count).format(count=count)


def _in_words(label: Said) -> str:
    return label[current()] if isinstance(label, Text) else label
