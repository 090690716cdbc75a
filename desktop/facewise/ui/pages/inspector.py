"""What a consultant sees of the question one is in: law and traps, evidence, how to mend it, its record."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from facewise.assessment.replay import Asked
from facewise.i18n import _, current
from facewise.ui.evidence_pieces import evidence_menu, pieces_of
from facewise.ui.helping import help_of
from facewise.ui.say import shown_value
from facewise.ui.session import Session
from facewise.ui.widgets.evidence import EvidenceStrip
from facewise.ui.widgets.help import HelpPanel
from facewise.ui.widgets.words import Words, line


class Inspector(QWidget):
    """The column beside the matrix."""

    added = Signal()
    removed = Signal(str)
    followed = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._spot: Asked | None = None
        self._code, self._id, self._weighs = Words("card-title"), Words("second"), Words("second", wrap=True)
        self._tabs, self._stack = QTabBar(), QStackedWidget()
        self._help, self._strip = HelpPanel(), EvidenceStrip()
        self._hints, self._fix, self._record = (
            Words("help", wrap=True),
            Words("help", wrap=True),
            Words("help", wrap=True),
        )
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 0)
        head.addWidget(self._code)
        head.addWidget(self._id, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(head)
        self._weighs.setContentsMargins(16, 0, 16, 0)
        box.addWidget(self._weighs)
        box.addWidget(self._tabs)
        box.addWidget(self._stack, 1)
        for _n in range(4):
            self._tabs.addTab("")
        for part in (self._help, _page(self._strip, self._hints), _page(self._fix), _page(self._record)):
            self._stack.addWidget(part)
        self._tabs.setExpanding(False)
        self._tabs.setDrawBase(False)
        self._tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self._strip.added.connect(self.added)
        self._strip.removed.connect(self.removed)
        self._strip.opened.connect(self._open_evidence)
        self._help.followed.connect(self.followed)

    def show_spot(self, spot: Asked | None) -> None:
        """Show a question as it stands."""
        self._spot = spot
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words."""
        spot, language = self._spot, current()
        count = len(spot.answer.evidence) if spot is not None else 0
        words = (
            _("Law"),
            _("Evidence {count}").format(count=count) if count else _("Evidence"),
            _("Mend"),
            _("Record"),
        )
        for n, text in enumerate(words):
            self._tabs.setTabText(n, text)
        self._tabs.setAccessibleName(_("About this question"))
        if spot is None:
            return
        question = spot.question
        self._code.say(question.code)
        self._id.say(question.id)
        self._weighs.say(self._weight(spot))
        self._weighs.setVisible(bool(self._weighs.said()))
        self._help.show_help(help_of(self._session, spot, language, consultant=True), language)
        self._strip.show_pieces(pieces_of(self._session, spot.answer), _("Add evidence"), _("Evidence"))
        self._hints.say("\n".join(text[language] for text in question.evidence))
        self._fix.say(self._how_to_mend(spot))
        self._record.say(self._history(spot))

    def show_evidence(self) -> None:
        """Show the evidence."""
        self._tabs.setCurrentIndex(1)

    def _open_evidence(self, item: str) -> None:
        if self._spot is not None:
            evidence_menu(self, self._session, self._spot.question.id, self._spot.use, item)

    def _weight(self, spot: Asked) -> str:
        place = (spot.question.id, spot.use)
        finding = next((f for f in self._session.assessment.findings if f.place == place), None)
        if finding is None or spot.value is None:
            return ""
        if not finding.is_open:
            return _("{rank}, weight {weight}").format(
                rank=self._session.pack.words[f"rank.{finding.rank}"][current()], weight=finding.weight
            )
        sentence = _('The answer "{answer}" counts as {rank}, weight {weight}')
        answer = shown_value(spot.question, spot.value, current())
        return sentence.format(
            answer=answer,
            rank=self._session.pack.words[f"rank.{finding.severity}"][current()],
            weight=finding.weight,
        )

    def _how_to_mend(self, spot: Asked) -> str:
        fix = spot.question.fix
        if fix is None:
            return _("Nothing to mend: this question only leads to others.")
        return f"{fix.text[current()]}\n{self._session.pack.effort[fix.effort][current()]}"

    def _history(self, spot: Asked) -> str:
        answer = spot.answer
        if answer.at is None:
            return (
                _("Not answered yet.")
                if answer.value is None
                else _("Filled in by the start pack, not confirmed yet.")
            )
        at, version = f"{answer.at:%Y-%m-%d %H:%M}", answer.content_version
        by = answer.by or _("not named")
        return _("Answered {at}, by: {by}. Questionnaire {version}.").format(at=at, by=by, version=version)


def _page(*parts: QWidget) -> QScrollArea:
    inner = QWidget()
    inner.setProperty("role", "page")
    box = QVBoxLayout(inner)
    box.setContentsMargins(16, 8, 16, 16)
    box.setSpacing(12)
    for n, part in enumerate(parts):
        if n:
            box.addWidget(line())
        box.addWidget(part)
    box.addStretch(1)
    area = QScrollArea()
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
