"""The result: the verdict first, then red lines, articles, what to do, what helps, what was not asked."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facewise.assessment.answers import Answers
from facewise.i18n import _, current
from facewise.paper.plan import Step, plan
from facewise.ui import outcome
from facewise.ui.flow import Key
from facewise.ui.helping import place_of
from facewise.ui.page import Footer, Page
from facewise.ui.pages.result_actions import ActionsCard
from facewise.ui.pages.result_head import STICKY, HeadBand, StickyLine
from facewise.ui.pages.result_reds import AmberLine, RedLinesCard
from facewise.ui.pages.result_rest import NotesCard, UnaskedCard
from facewise.ui.pages.result_trial import TrialCard
from facewise.ui.pages.result_uses import ArticlesCard
from facewise.ui.places import Place
from facewise.ui.session import Session
from facewise.ui.settings import Settings
from facewise.ui.working import Running, run

STICKS_FROM = 200
PARTS = ("reds", "articles", "actions", "trial", "unasked")


class ResultPage(Page):
    """The page of the result; what takes longer (what each fix would change) comes a moment later."""

    comes_back = True

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__(Footer())
        del settings
        self._session = session
        self._shown: Answers | None = None
        self._running: Running | None = None
        self._steps: tuple[Step, ...] = ()
        self._band, self._amber, self._reds = HeadBand(), AmberLine(), RedLinesCard()
        self._articles, self._actions = ArticlesCard(session), ActionsCard(session)
        self._trial, self._maybe, self._unasked, self._notes = (
            TrialCard(session),
            UnaskedCard(),
            UnaskedCard(),
            NotesCard(),
        )
        self._sticky = StickyLine(self, PARTS)
        self._lay_out()
        self._connect()

    def enter(self, place: Place) -> None:
        """Show the result of the answers as they are now."""
        del place
        if self._shown != self._session.answers:
            self._show()

    def leave(self) -> None:
        """Tell who does what, if it is typed but not yet told."""
        self._actions.settle()

    def retranslate(self) -> None:
        """Set all words."""
        if self.footer is not None:
            self.footer.back.say(_("Check answers"))
            self.footer.forward.say(_("Make documents and signs"))
        if self._shown is not None:
            self._show()

    def first_focus(self) -> QWidget | None:
        """Return the verdict."""
        return self._band

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the line on top as wide as the page."""
        super().resizeEvent(event)
        self._sticky.resize(self.width(), STICKY)

    def _changed(self) -> None:
        if self._shown is None or not self.isVisible():
            return
        if outcome.same_but_actions(self._shown, self._session.answers):
            self._shown = self._session.answers
            self._plan()
        else:
            self._show()

    def _show(self) -> None:
        session, language = self._session, current()
        result = session.assessment
        self._shown = session.answers
        head = outcome.head(session, language)
        for part in (self._band, self._sticky):
            part.show_head(head, result)
        self._amber.say(session.pack.words["summary.amber"][language] if result.has_amber else "")
        self._reds.show_reds(session, result.red_lines, language)
        self._reds.setVisible(bool(result.findings))
        self._articles.show_result(language)
        self._unasked.show_unasked(outcome.unasked(session, result.not_asked, language), maybe=False)
        self._maybe.show_unasked(outcome.unasked(session, result.may_be_asked, language), maybe=True)
        self._notes.show_notes(session.pack, result.notes, language)
        self._show_links()
        self._show_steps(self._steps, known=False)
        self._plan()

    def _plan(self) -> None:
        """Work out beside the window what each fix would change."""
        if self._running is not None:
            self._running.cancel()
        pack, answers, result = self._session.pack, self._session.answers, self._session.assessment
        self._running = run(self, lambda _tell: plan(pack, answers, result), self._show_steps, self._fail)

    def _show_steps(self, steps: Sequence[Step], *, known: bool = True) -> None:
        self._steps = tuple(steps)
        self._actions.setVisible(bool(self._session.assessment.findings))
        self._actions.show_steps(self._steps, known=known)
        helpful = self._session.assessment.reason is None and bool(self._steps)
        self._trial.setVisible(helpful)
        if helpful:
            self._trial.show_steps(self._steps)
        self._show_links()

    def _fail(self, sentence: str) -> None:
        """The plan cannot fail with a sentence; whatever else goes wrong is told by the program."""

    def _show_links(self) -> None:
        words = {
            "reds": _("Red lines"),
            "articles": _("Articles"),
            "actions": _("Actions"),
            "trial": _("What helps"),
            "unasked": _("Questions not asked"),
        }
        parts = self._parts()
        self._sticky.say(words, {name for name, part in parts.items() if not part.isHidden()})

    def _parts(self) -> dict[str, QFrame]:
        return {
            "reds": self._reds,
            "articles": self._articles,
            "actions": self._actions,
            "trial": self._trial,
            "unasked": self._unasked,
        }

    def _scroll_to(self, name: str) -> None:
        part = self._parts()[name]
        top = part.mapTo(self.content, part.rect().topLeft()).y()
        self.area.verticalScrollBar().setValue(top - STICKY - 16)

    def _stick(self, value: int) -> None:
        self._sticky.setVisible(value > STICKS_FROM)
        self._sticky.raise_()

    def _go(self, key: Key | None) -> None:
        if key is not None:
            self.went.emit(place_of(self._session, *key))

    def _connect(self) -> None:
        self._session.changed.connect(self._changed)
        for part in (self._reds, self._actions, self._trial, self._maybe, self._unasked, self._articles):
            part.followed.connect(self._go)
        self._actions.all_wanted.connect(lambda: self._scroll_to("trial"))
        self._sticky.wanted.connect(self._scroll_to)
        self.area.verticalScrollBar().valueChanged.connect(self._stick)

    def _lay_out(self) -> None:
        columns, right = QHBoxLayout(), QVBoxLayout()
        columns.setSpacing(16)
        right.addWidget(self._actions)
        right.addStretch(1)
        left = QVBoxLayout()
        left.addWidget(self._articles)
        left.addStretch(1)
        columns.addLayout(left, 545)
        columns.addLayout(right, 335)
        self.box.setSpacing(16)
        for part in (self._band, self._amber, self._reds):
            self.box.addWidget(part)
        self.box.addLayout(columns)
        for card in (self._trial, self._maybe, self._unasked, self._notes):
            self.box.addWidget(card)
        self.box.addStretch(1)
