"""The body of the window: task list or rail, the page, and the column or drawer beside it."""

from PySide6.QtCore import QEasingCurve, QPoint, QPropertyAnimation, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from facewise.i18n import _
from facewise.ui.page import ASIDE_FROM, Page, Room
from facewise.ui.widgets.buttons import IconButton
from facewise.ui.widgets.tasks import NARROW, WIDE, Task, TaskList

LIST_FROM, LOW_BELOW = 1080, 700
"""The width from which the task list has room for words, and the height under which things fold."""
DRAWER = 320
DRAWER_MS = 120


class TaskFrame(QFrame):
    """The task list with the button that folds it into a rail."""

    folded = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tasks")
        self.list, self._fold = TaskList(), IconButton("panel-left")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 8)
        box.setSpacing(4)
        box.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(self.list, 1)
        self.is_narrow = False
        self._fold.clicked.connect(lambda: self.folded.emit(not self.is_narrow))
        self.fold(narrow=False, button=False)

    def fold(self, *, narrow: bool, button: bool) -> None:
        """Show the rail or the list; the button is shown where one may choose."""
        self.is_narrow = narrow
        self.setFixedWidth(NARROW if narrow else WIDE)
        self.list.fold(narrow=narrow)
        self._fold.setVisible(button)

    def retranslate(self) -> None:
        """Set all words."""
        self.list.setAccessibleName(_("Task list"))
        self._fold.say(_("Task list"), "Ctrl+B")


class Shell(QWidget):
    """Holds the pages of one assessment and gives each the room there is."""

    def __init__(self) -> None:
        super().__init__()
        self.tasks, self.pages, self.aside = TaskFrame(), QStackedWidget(), QFrame()
        self.aside.setObjectName("aside")
        self._asides = QVBoxLayout(self.aside)
        self._asides.setContentsMargins(0, 0, 0, 0)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        for part in (self.tasks, self.pages, self.aside):
            self._row.addWidget(part)
        self._rail, self._opened = False, False
        self._shown: QWidget | None = None
        self._slide = QPropertyAnimation(self.aside, b"pos", self)
        self._slide.setDuration(DRAWER_MS)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)

    @property
    def page(self) -> Page | None:
        """Return the page that is shown."""
        shown = self.pages.currentWidget()
        return shown if isinstance(shown, Page) else None

    def show_page(self, page: Page) -> None:
        """Show a page and its column."""
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        self._opened = False
        if self._shown is not page.aside:
            if self._shown is not None:
                self._asides.removeWidget(self._shown)
                self._shown.hide()
            self._shown = page.aside
            if page.aside is not None:
                self._asides.addWidget(page.aside)
                page.aside.show()
        self.arrange()

    def show_tasks(self, tasks: tuple[Task, ...], current: str) -> None:
        """Show the task list and where one is."""
        self.tasks.list.show_tasks(tasks)
        self.tasks.list.choose(current)

    def set_rail(self, *, on: bool) -> None:
        """Fold the task list into a rail, or let it be as wide as there is room."""
        self._rail = on
        self.arrange()

    def turn_drawer(self) -> bool:
        """Open or close the column where it has no room of its own; return whether there is one."""
        page = self.page
        if page is None or page.aside is None or page.room.aside:
            return False
        self._opened = not self._opened
        self.arrange(slide=True)
        return True

    def close_drawer(self) -> bool:
        """Close the drawer; return whether it was open."""
        return self._opened and self.turn_drawer()

    def arrange(self, *, slide: bool = False) -> None:
        """Give the parts the room that the window has."""
        page = self.page
        if page is None:
            return
        room = Room(
            aside=self.width() >= ASIDE_FROM,
            narrow=self.width() < LIST_FROM,
            low=self.window().height() < LOW_BELOW,
        )
        narrow = self._rail or room.narrow or page.folds_tasks
        self.tasks.fold(narrow=narrow, button=narrow)
        page.fit(room)
        self._place_aside(page, room, slide=slide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the parts anew."""
        super().resizeEvent(event)
        self.arrange()

    def _place_aside(self, page: Page, room: Room, *, slide: bool) -> None:
        column = room.aside and page.aside is not None
        if column:
            self._row.addWidget(self.aside)
            self.aside.setFixedWidth(page.aside_width)
        else:
            self._row.removeWidget(self.aside)
        self.aside.setVisible(page.aside is not None and (room.aside or self._opened))
        if self._opened and not column:
            self._open_drawer(slide=slide)

    def _open_drawer(self, *, slide: bool) -> None:
        footer = self.page.footer if self.page is not None else None
        width = max(DRAWER, self.page.aside_width) if self.page is not None else DRAWER
        self.aside.setFixedWidth(width)
        self.aside.resize(width, self.height() - (footer.height() if footer is not None else 0))
        end = QPoint(self.width() - width, 0)
        self.aside.raise_()
        if slide and self.style().styleHint(self.style().StyleHint.SH_Widget_Animation_Duration):
            self._slide.setStartValue(QPoint(self.width(), 0))
            self._slide.setEndValue(end)
            self._slide.start()
        else:
            self.aside.move(end)
