"""How the report stands, beside its preview."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from facewise.i18n import _, current, ngettext
from facewise.ui import shelf
from facewise.ui.session import Session
from facewise.ui.shelf import Paper
from facewise.ui.widgets.quiet import show_checked
from facewise.ui.widgets.words import Words, line


class ReportWords(QWidget):
    """How the report stands: result, pages, whether it can be signed, what travels in it."""

    drafted = Signal(bool)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._result, self._score, self._pages = Words("name", wrap=True), Words("second"), Words("second")
        self._status, self._draft = Words("body", wrap=True), QCheckBox()
        self._inside_label, self._inside = Words("label"), Words("second", wrap=True)
        self._out_label, self._out = Words("label"), Words("second", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        for part in (self._result, self._score, self._pages, line(), self._status, self._draft, line()):
            box.addWidget(part)
        for part in (self._inside_label, self._inside, self._out_label, self._out):
            box.addWidget(part)
        self._draft.toggled.connect(self.drafted)

    def show_report(self, paper: Paper, pages: int, *, draft: bool) -> None:
        """Show how the report stands."""
        session, result = self._session, self._session.assessment
        told = shelf.outcome_of(session.site, paper) or shelf.outcome_now(session.pack, result)
        words = told.words[current()]
        self._result.say(_("{grade}: {words}").format(grade=told.grade, words=words) if told.grade else words)
        score = _("Score {value}, up to {high}") if told.high != told.score else _("Score {value}")
        self._score.say(score.format(value=told.score, high=told.high))
        self._score.setVisible(bool(told.grade and told.score))
        self._pages.say(ngettext("{count} page", "{count} pages", pages).format(count=pages) if pages else "")
        self._status.say(self._standing(paper))
        self._draft.setText(_("Mark it as a draft"))
        show_checked(self._draft, on=draft)
        self._draft.setVisible(paper.group == "report" and not session.answers.sample and not result.left)
        self._inside_label.say(_("What travels in the PDF"))
        self._inside.say(
            _("The answers, the questionnaire and the result, so that anybody can compute it again.")
        )
        self._out_label.say(_("What does not"))
        self._out.say(_("Private notes and the files of the evidence; of those only the hashes are printed."))

    def _standing(self, paper: Paper) -> str:
        left = self._session.assessment.left
        if paper.group == "signed":
            return _("Signed, and kept in the assessment as it was.")
        if self._session.answers.sample:
            return _("A sample: it carries a watermark and cannot be signed.")
        if left:
            sentence = ngettext(
                "{count} question has no answer yet: the report is a draft and cannot be signed.",
                "{count} questions have no answer yet: the report is a draft and cannot be signed.",
                left,
            )
            return sentence.format(count=left)
        return _("Complete: it can be signed.")
