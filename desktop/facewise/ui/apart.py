"""Pages that belong to no assessment, such as the check of a report; Back leads to where one was."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from facewise.ui.places import VERIFY, Place

if TYPE_CHECKING:
    from facewise.ui.pages.verify import VerifyPage
    from facewise.ui.window import Window


class Apart:
    """The page that checks reports, in the middle of a window."""

    def __init__(self, window: "Window", middle: QStackedWidget) -> None:
        self._window, self._middle = window, middle
        self._page: VerifyPage | None = None
        self._before: Place | None = None

    def check(self, file: str = "") -> None:
        """Show the page, and check a file where one is named."""
        page = self._shown()
        if file:
            page.check(Path(file))
        else:
            page.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def check_pdf(self, name: str, pdf: bytes) -> None:
        """Show the page, and check a PDF that lies in the assessment."""
        self._shown().check_pdf(name, pdf)

    def again(self) -> None:
        """Check what was checked once more, if anything was."""
        if self._page is not None:
            self._page.again()

    def leave(self) -> bool:
        """Go back to where one was; return whether this page was shown."""
        if self._window.place != VERIFY or self._before is None:
            return False
        self._window.go(self._before)
        return True

    def _shown(self) -> "VerifyPage":
        page = self._made()
        if self._window.place != VERIFY:
            self._before = self._window.place
        self._window.place = VERIFY
        self._middle.setCurrentWidget(page)
        self._window.retranslate()
        return page

    def _made(self) -> "VerifyPage":
        if self._page is None:
            from facewise.ui.pages.verify import VerifyPage

            self._page = VerifyPage(lambda: self._window.session.site if self._window.session else None)
            self._page.stepped.connect(lambda _step: self.leave())
            self._page.wants.connect(self._window.wants)
            self._page.retranslate()
            self._middle.addWidget(self._page)
        return self._page
