"""What a paper says, beside its preview: of a sign its words, of the report how it stands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from facewise.errors import FacewiseError
from facewise.i18n import Text, _, current, ngettext, tell
from facewise.ui import shelf
from facewise.ui.places import BUSINESS
from facewise.ui.session import Session
from facewise.ui.shelf import Paper
from facewise.ui.widgets.buttons import Button
from facewise.ui.widgets.fields import Labelled, TypedLine
from facewise.ui.widgets.quiet import show_checked
from facewise.ui.widgets.words import Words, line

FIELDS = ("name", "site", "phone", "notice_url")


class DocumentsAside(QScrollArea):
    """The panel; `drafted` tells that the report is to be marked as a draft, or no longer."""

    drafted = Signal(bool)
    went = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._paper: Paper | None = None
        self._title = Words("section", wrap=True)
        self._sign, self._report = SignWords(session), ReportWords(session)
        inner = QWidget()
        inner.setProperty("role", "page")
        box = QVBoxLayout(inner)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        for part in (self._title, self._sign, self._report):
            box.addWidget(part)
        box.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._report.drafted.connect(self.drafted)
        self._sign.went.connect(self.went)

    def show_paper(self, paper: Paper | None, pages: int, *, draft: bool) -> None:
        """Show what a paper says."""
        self._paper = paper
        is_sign = paper is not None and paper.group == "sign"
        self._title.say(_("What the sign says") if is_sign else _("About this report"))
        self._sign.setVisible(is_sign)
        self._report.setVisible(paper is not None and not is_sign)
        if is_sign and paper is not None:
            self._sign.show_sign(paper)
        elif paper is not None:
            self._report.show_report(paper, pages, draft=draft)

    def settle(self) -> None:
        """Tell what is typed."""
        self._sign.settle()


class SignWords(QWidget):
    """The words of a sign: those of the business can be typed here, those from the answers are only shown."""

    went = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._fields = {name: Labelled(TypedLine()) for name in FIELDS}
        self._ways_label, self._ways, self._change = Words("label"), Words("body", wrap=True), Button("link")
        self._where_label, self._where = Words("label"), Words("second", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        for name, field in self._fields.items():
            box.addWidget(field)
            field.field.settled.connect(lambda text, name=name: self._take(name, text))
        for part in (self._ways_label, self._ways, self._change, line(), self._where_label, self._where):
            box.addWidget(part)
        self._change.clicked.connect(lambda: self.went.emit(BUSINESS))

    def show_sign(self, paper: Paper) -> None:
        """Show the words of a sign."""
        session, language = self._session, current()
        labels = {
            "name": _("Name of the business"),
            "site": _("Name of the site"),
            "phone": _("Telephone"),
            "notice_url": _("Web address of your notice"),
        }
        hint = {"notice_url": _("for the QR code")}
        for name, field in self._fields.items():
            field.say(labels[name], hint.get(name, ""))
            field.field.show_text(getattr(session.answers.business, name))
        use = session.answers.use(paper.use)
        ways = [session.pack.ways[way] for way in (use.ways if use else ()) if way in session.pack.ways]
        both = Text("、".join(way.zh for way in ways), ", ".join(way.en for way in ways))
        self._ways_label.say(_("Other ways, from your answers"))
        self._ways.say(both[language] or _("None named"))
        self._change.say(_("Change the ways"))
        self._where_label.say(_("Where it goes"))
        self._where.say(
            _("Print on A4 at 100 %. Put it at each entrance and device, at eye height, in good light.")
        )

    def settle(self) -> None:
        """Tell what is typed."""
        for field in self._fields.values():
            field.field.settle()

    def _take(self, name: str, text: str) -> None:
        try:
            self._session.set_business(**{name: text})
        except FacewiseError as error:
            self._fields[name].complain(tell(error))
        else:
            self._fields[name].complain("")


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
        self._score.say(_("Score {value}, up to {high}").format(value=told.score, high=told.high))
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
