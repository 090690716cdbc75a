"""The card of articles: of one use at a time, the worst first, as uses are judged each by itself."""

from PySide6.QtCore import Signal

from facewise.i18n import Language, _
from facewise.ui import outcome, say
from facewise.ui.pages.result_articles import ArticleTable
from facewise.ui.session import Session
from facewise.ui.widgets.cards import Card
from facewise.ui.widgets.fields import Drop


class ArticlesCard(Card):
    """The table of articles with the choice of the use; `followed` carries the key of a question."""

    followed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._use, self._language = "", "zh"  # type: str, Language
        self._uses, self.table = Drop(), ArticleTable()
        self._uses.setProperty("role", "small")
        self._uses.setMinimumContentsLength(8)
        self.hint.hide()
        self.head.addStretch(1)
        self.head.addWidget(self._uses)
        self.add(self.table)
        self._uses.picked.connect(self._choose)
        self.table.chosen.connect(lambda finding: self.followed.emit(finding.place))

    def show_result(self, language: Language) -> None:
        """Show the articles of the chosen use; without one, of the worst."""
        self._language = language
        session, result = self._session, self._session.assessment
        uses = [use.id for use in result.uses]
        if self._use not in uses:
            worst = [use.id for use in result.uses if use.grade == result.grade and use.score == result.score]
            self._use = (worst or uses or [""])[0]
        self.say(_("Article by article"))
        self._uses.show_choices([(use, say.use_name(session.way, use, language)) for use in uses], self._use)
        self._uses.setAccessibleName(_("Use"))
        self._uses.setVisible(len(uses) > 1)
        lines = outcome.articles(session.pack, result, self._use, language)
        self.table.show_lines(lines)
        self.setVisible(bool(lines) and result.outcome is None)

    def _choose(self, use: str) -> None:
        self._use = use
        self.show_result(self._language)
