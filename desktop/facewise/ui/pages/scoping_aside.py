"""What the answers so far lead to: how many questions are asked, may be asked, are not asked, and why."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from facewise.i18n import _, current, ngettext
from facewise.ui.session import Session
from facewise.ui.timing import minutes
from facewise.ui.widgets.words import Words, line


class ScopingAside(QScrollArea):
    """The live counts beside the scoping."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._title = Words("section")
        self._figures = [(Words("figure"), Words("body", wrap=True)) for _n in range(3)]
        self._figures[1][0].become("figure2")
        self._reasons = QVBoxLayout()
        self._reasons.setSpacing(12)
        inner = QWidget()
        inner.setProperty("role", "page")
        box = QVBoxLayout(inner)
        box.setContentsMargins(24, 16, 24, 16)
        box.setSpacing(12)
        box.addWidget(self._title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        for n, (figure, words) in enumerate(self._figures):
            grid.addWidget(figure, n, 0, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(words, n, 1)
        box.addLayout(grid)
        box.addLayout(self._reasons)
        box.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def retranslate(self) -> None:
        """Set all words."""
        self._title.say(_("With your answers so far"))
        self.show_counts()

    def show_counts(self) -> None:
        """Show the counts as they are now."""
        assessment = self._session.assessment
        asked, maybe = assessment.coverage.whole, len(assessment.may_be_asked)
        off = len({(item.question.id, item.use) for item in assessment.not_asked})
        words = (
            ngettext(
                "question is asked, about {minutes} min", "questions are asked, about {minutes} min", asked
            ).format(minutes=minutes(asked)),
            ngettext(
                "question may be asked, depending on the answers",
                "questions may be asked, depending on the answers",
                maybe,
            ),
            ngettext("question is not asked", "questions are not asked", off),
        )
        for (figure, label), count, text in zip(self._figures, (asked, maybe, off), words, strict=True):
            figure.say(str(count))
            label.say(text)
        self._show_reasons()

    def _show_reasons(self) -> None:
        while (item := self._reasons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        way, language = self._session.way, current()
        closed = [section for section in way.sections if way.state(section.id).state == "dash"]
        outcome = self._session.assessment.outcome
        notes = [(note.title[language], note.text[language]) for note in self._session.assessment.notes]
        if outcome is not None:
            notes.insert(0, (outcome.title[language], outcome.text[language]))
        if outcome is None:
            reason = _("No question of this section is asked; the report says why.")
            notes += [(section.title[language], reason) for section in closed]
        for title, text in notes:
            for part in (line(), Words("strong", title, wrap=True), Words("help", text, wrap=True)):
                self._reasons.addWidget(part)
