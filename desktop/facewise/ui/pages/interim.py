"""After the red lines, before everything else: which are crossed, which are still to be cleared up."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from facewise.assessment.result import Finding, State
from facewise.i18n import _, current, ngettext
from facewise.ui import say
from facewise.ui.icons import Picture
from facewise.ui.marking import mark_of
from facewise.ui.marking import sentence as answer_sentence
from facewise.ui.page import Footer, Page
from facewise.ui.places import RED_LINES, Place
from facewise.ui.session import Session
from facewise.ui.settings import Settings
from facewise.ui.timing import about_minutes
from facewise.ui.widgets.verdict import Verdict
from facewise.ui.widgets.words import Words, line


class FindingRow(QPushButton):
    """One finding: mark, state, the answer as a sentence, use and article; it leads to its question."""

    def __init__(self, session: Session, finding: Finding) -> None:
        super().__init__()
        self.setProperty("role", "row")
        language, question = current(), finding.question
        sentence = answer_sentence(finding, language)
        law = session.law.short_reference(question.cites[0])[language] if question.cites else ""
        where = say.use_name(session.way, finding.use, language) if finding.use else ""
        state = Words("label", red_line_word(finding))
        state.setFixedWidth(104)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(12)
        row.addWidget(Picture(mark_of(finding), 20, family="pictograms"))
        row.addWidget(state)
        row.addWidget(Words("body", sentence, wrap=True), 1)
        for part in (
            Words("second", where),
            Words("second", law),
            Picture("chevron-right", 16, colour="text2"),
        ):
            row.addWidget(part)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(
            _("{state}: {sentence} {law}").format(state=state.said(), sentence=sentence, law=law)
        )

    def sizeHint(self) -> QSize:
        """Return the size that the words need."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def heightForWidth(self, width: int) -> int:
        """Return the height that the words need in a width."""
        layout = self.layout()
        return max(44, layout.heightForWidth(width)) if layout is not None else 44


class InterimPage(Page):
    """The page of the interim result."""

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__(Footer())
        del settings
        self._session = session
        self._title, self._verdict, self._next = (
            Words("title", wrap=True),
            Verdict(),
            Words("lead", wrap=True),
        )
        self._card = QFrame()
        self._card.setProperty("role", "card")
        self._rows = QVBoxLayout(self._card)
        self._rows.setContentsMargins(1, 1, 1, 1)
        self._rows.setSpacing(0)
        for part in (self._title, self._verdict, self._card, self._next):
            self.box.addWidget(part)
        self.box.setSpacing(16)
        self.box.addStretch(1)

    def enter(self, place: Place) -> None:
        """Show how the red lines stand now."""
        del place
        self._show()

    def retranslate(self) -> None:
        """Set all words."""
        self._title.say(_("The red lines so far"))
        if self.footer is not None:
            self.footer.back.say(_("Previous"))
            self.footer.forward.say(_("Go on with the other sections"))
        self._show()

    def first_focus(self) -> QWidget | None:
        """Return the verdict, so that it is read first."""
        return self._verdict

    def _show(self) -> None:
        findings = self._session.assessment.red_lines
        broken = sum(1 for finding in findings if finding.is_broken)
        left = self._session.way.state(RED_LINES).left
        self._show_verdict(broken, len(findings) - broken, left)
        self._show_rows(findings)
        rest = self._session.way.progress.left
        self._next.say(_("Still to come: {left}.").format(left=about_minutes(rest)) if rest else "")

    def _show_verdict(self, broken: int, open_: int, left: int) -> None:
        self_declared = _("A self-declaration; it becomes a result when everything is answered.")
        if broken:
            heading = ngettext("{count} red line is crossed", "{count} red lines are crossed", broken)
            self._verdict.say("red", "broken", heading.format(count=broken), self_declared)
        elif open_ or left:
            heading = ngettext(
                "No red line is known to be crossed, {count} is still to be cleared up",
                "No red line is known to be crossed, {count} are still to be cleared up",
                open_ + left,
            )
            self._verdict.say("unknown", "open", heading.format(count=open_ + left), self_declared)
        else:
            self._verdict.say("met", "met", _("No crossed red line was found in your answers"), self_declared)

    def _show_rows(self, findings: tuple[Finding, ...]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for n, finding in enumerate(findings):
            if n:
                self._rows.addWidget(line())
            row = FindingRow(self._session, finding)
            row.clicked.connect(lambda _on=False, finding=finding: self.went.emit(_place(finding)))
            self._rows.addWidget(row)
        self._card.setVisible(bool(findings))


def red_line_word(finding: Finding) -> str:
    """Return how a red line stands, in a word."""
    words = {State.GAP: _("Crossed"), State.UNKNOWN: _("To find out"), State.PARTLY: _("Partly kept")}
    return words.get(finding.state, "")


def _place(finding: Finding) -> Place:
    return Place("question", RED_LINES, finding.question.id, finding.use)
