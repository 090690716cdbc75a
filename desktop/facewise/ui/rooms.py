"""The pages of an assessment, each built when one first goes there."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from facewise.ui.page import Page
from facewise.ui.places import Place
from facewise.ui.settings import Settings

if TYPE_CHECKING:
    from facewise.ui.session import Session

PAGES = {
    "business": "facewise.ui.pages.business:BusinessPage",
    "question": "facewise.ui.pages.question:QuestionPage",
    "section": "facewise.ui.pages.section:SectionPage",
    "interim": "facewise.ui.pages.interim:InterimPage",
    "check": "facewise.ui.pages.check:CheckPage",
    "result": "facewise.ui.pages.result:ResultPage",
    "documents": "facewise.ui.pages.documents:DocumentsPage",
    "studio": "facewise.ui.pages.studio:StudioPage",
}
"""Module and class of each page; it is called with the session and the settings."""


class Rooms:
    """The pages of one session; `went`, `stepped` and `asked` are told what a page asks for."""

    def __init__(
        self,
        settings: Settings,
        went: Callable[[Place], None],
        stepped: Callable[[int], None],
        asked: Callable[[], object],
    ) -> None:
        self._settings, self._went, self._stepped, self._asked = settings, went, stepped, asked
        self._pages: dict[str, Page] = {}

    def page(self, name: str, session: "Session") -> Page:
        """Return the page of a name."""
        if name not in self._pages:
            module, _colon, kind = PAGES[name].partition(":")
            page: Page = getattr(import_module(module), kind)(session, self._settings)
            page.went.connect(self._went)
            page.stepped.connect(self._stepped)
            page.asked_for_aside.connect(self._asked)
            page.retranslate()
            self._pages[name] = page
        return self._pages[name]

    def clear(self) -> None:
        """Let all pages go, with the session they belong to."""
        for page in self._pages.values():
            page.setParent(None)
            page.deleteLater()
        self._pages = {}
