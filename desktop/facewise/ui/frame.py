"""What one sees of the window first: header, start page, and the place for everything else."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from facewise.ui.header import Header
from facewise.ui.pages.start import StartPage
from facewise.ui.settings import Settings

if TYPE_CHECKING:
    from facewise.errors import FacewiseError
    from facewise.ui.widgets.notice import Notice

LEAST = (1024, 600)


class Frame(QMainWindow):
    """The frame of the window; `painted` is sent once, after the first paint."""

    spoken = Signal(str)
    themed = Signal(str)
    painted = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.header, self.start = Header(), StartPage(settings)
        self._is_painted = False
        self._notice: Notice | None = None
        self._lay_out()
        self.setMinimumSize(*LEAST)
        self.resize(*settings.now.size)

    def complete(self) -> None:
        """Add what the first paint leaves out of header and start page."""
        if not self.header.is_complete:
            self.header.complete(self.settings.now.view)
            self.start.complete()

    def show_notices(self, *notices: "FacewiseError | None") -> None:
        """Show sentences in a bar under the header, or none."""
        told = tuple(notice for notice in notices if notice is not None)
        if self._notice is None and told:
            from facewise.ui.widgets.notice import Notice

            self._notice = Notice()
            self._whole.insertWidget(1, self._notice)
        if self._notice is not None:
            self._notice.show_notices(told)

    def set_theme(self, theme: str) -> None:
        """Show the window light, dark or as the system is."""
        self.settings.remember(theme=theme)
        self.themed.emit(theme)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell that the first paint is done."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()

    def _lay_out(self) -> None:
        self._middle = QStackedWidget()
        self._middle.addWidget(self.start)
        whole = QWidget()
        self._whole = box = QVBoxLayout(whole)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.header)
        box.addWidget(self._middle, 1)
        self.setCentralWidget(whole)
