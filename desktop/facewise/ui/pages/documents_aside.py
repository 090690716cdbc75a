"""What the chosen paper says, beside its preview."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from facewise.i18n import _
from facewise.ui.pages.documents_paper import PaperWords
from facewise.ui.pages.documents_report import ReportWords
from facewise.ui.pages.documents_sign import SignWords
from facewise.ui.session import Session
from facewise.ui.shelf import Paper
from facewise.ui.widgets.words import Words


class DocumentsAside(QScrollArea):
    """The panel; `drafted` tells that the report is to be marked as a draft, or no longer."""

    drafted = Signal(bool)
    went = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._title = Words("section", wrap=True)
        self.sign, self.report, self.paper = SignWords(session), ReportWords(session), PaperWords(session)
        inner = QWidget()
        inner.setProperty("role", "page")
        box = QVBoxLayout(inner)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        for part in (self._title, self.sign, self.report, self.paper):
            box.addWidget(part)
        box.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.report.drafted.connect(self.drafted)
        self.sign.went.connect(self.went)
        self.paper.went.connect(self.went)

    def show_paper(self, paper: Paper | None, pages: int, *, draft: bool) -> None:
        """Show what a paper says."""
        group = paper.group if paper is not None else ""
        titles = {"sign": _("What the sign says"), "report": _("About this report")}
        titles["signed"] = titles["report"]
        self._title.say(titles.get(group, _("About this paper")))
        self.sign.setVisible(group == "sign")
        self.report.setVisible(group in ("report", "signed"))
        self.paper.setVisible(group in ("people", "office", "file"))
        if paper is None:
            return
        if group == "sign":
            self.sign.show_sign(paper)
        elif group in ("report", "signed"):
            self.report.show_report(paper, pages, draft=draft)
        else:
            self.paper.show_paper(paper, pages)

    def settle(self) -> None:
        """Tell what is typed."""
        self.sign.settle()
