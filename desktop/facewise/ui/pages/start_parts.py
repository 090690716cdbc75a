"""The cards of the start page."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from facewise.i18n import _, current
from facewise.ui.icons import Picture, paint, renderer
from facewise.ui.settings import Recent
from facewise.ui.theme import tokens_of
from facewise.ui.timing import about_minutes, short_day
from facewise.ui.widgets.buttons import Button
from facewise.ui.widgets.progress import Progress
from facewise.ui.widgets.words import Words

ROW = 44
SHOWN = 4


class ResumeCard(QFrame):
    """The self-check one did not finish, with the one primary button of the page."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "chosen")
        self._path = ""
        self._hint, self._name, self._where = (
            Words("second"),
            Words("card-title", wrap=True),
            Words("second", wrap=True),
        )
        self._progress, self._go_on = Progress(), Button("primary", "chevron-right", after=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        for part in (self._hint, self._name, self._where):
            words.addWidget(part)
        words.addSpacing(6)
        words.addWidget(self._progress)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 16, 20, 18)
        row.setSpacing(48)
        row.addLayout(words, 1)
        row.addWidget(self._go_on, 0, Qt.AlignmentFlag.AlignVCenter)
        self._go_on.clicked.connect(lambda: self.chosen.emit(self._path))

    def first(self) -> Button:
        """Return what takes the focus: the button that goes on."""
        return self._go_on

    def show_recent(self, recent: Recent | None) -> None:
        """Show what can be gone on with; nothing hides the card."""
        self.setVisible(recent is not None)
        if recent is None:
            return
        self._path = recent.path
        self._hint.say(_("Not finished last time"))
        self._name.say(recent.name)
        section = recent.section[0 if current() == "zh" else 1]
        left = about_minutes(recent.left)
        where = _("Stopped at {section}, {left}").format(section=section, left=left) if section else left
        self._where.say(where)
        self._progress.show_progress(recent.answered, recent.left, recent.maybe, where)
        self._go_on.say(_("Go on"))


class RecentRow(QPushButton):
    """One file: its name, how it stands, and its day."""

    def __init__(self, recent: Recent, today: date) -> None:
        super().__init__()
        self.setProperty("role", "row")
        self.path = recent.path
        self._recent, self._word, self._day = recent, state_words(recent.state), short_day(recent.day, today)
        self.setFixedHeight(ROW)
        self.setToolTip(recent.path)
        self.setAccessibleName(
            _("{name}, {state}, {day}").format(name=recent.name, state=self._word, day=self._day)
        )

    def sizeHint(self) -> QSize:
        """Return the height of a row."""
        return QSize(200, ROW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw outline, name, shape, state and day."""
        tokens, box = tokens_of(self), self.rect()
        painter = QPainter(self)
        if self.underMouse() or self.isDown():
            painter.fillRect(box.adjusted(1, 0, -1, 0), QColor(tokens.side))
        middle = Qt.AlignmentFlag.AlignVCenter
        paint(painter, QRectF(16, (ROW - 20) / 2, 20, 20), renderer("icons", "file-text", tokens, "text2"))
        painter.setFont(self.font())
        metrics = painter.fontMetrics()
        taken = 22 + metrics.horizontalAdvance(self._word) + 16 + metrics.horizontalAdvance(self._day) + 16
        state = box.width() - max(176, taken)
        painter.setPen(QColor(tokens.ink))
        name = painter.fontMetrics().elidedText(self._recent.name, Qt.TextElideMode.ElideMiddle, state - 56)
        painter.drawText(box.adjusted(48, 0, 0, 0), middle, name)
        paint(
            painter,
            QRectF(state, (ROW - 16) / 2, 16, 16),
            renderer("shapes", self._recent.state, tokens, "ink"),
        )
        painter.drawText(box.adjusted(state + 22, 0, 0, 0), middle, self._word)
        painter.setPen(QColor(tokens.line))
        painter.drawLine(0, 0, box.width(), 0)
        painter.setPen(QColor(tokens.text2))
        painter.drawText(box.adjusted(0, 0, -16, 0), middle | Qt.AlignmentFlag.AlignRight, self._day)
        painter.end()


class RecentCard(QFrame):
    """The files that were open recently, and the way to any other."""

    chosen = Signal(str)
    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._title, self._open, self._nothing = (
            Words("card-title"),
            Button("quiet", "folder-open"),
            Words("second", wrap=True),
        )
        self._rows: list[RecentRow] = []
        head = QHBoxLayout()
        head.setContentsMargins(16, 2, 4, 2)
        head.addWidget(self._title, 1)
        head.addWidget(self._open)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(1, 1, 1, 1)
        self._box.setSpacing(0)
        self._box.addLayout(head)
        self._nothing.setContentsMargins(16, 12, 16, 12)
        self._box.addWidget(self._nothing)
        self._open.clicked.connect(self.asked)

    def show_recent(self, recent: Sequence[Recent], today: date) -> None:
        """Show the latest files."""
        for row in self._rows:
            self._box.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [RecentRow(one, today) for one in recent[:SHOWN]]
        for row in self._rows:
            self._box.addWidget(row)
            row.show()  # at once, not with the next layout: a list that is built anew does not flicker
            row.clicked.connect(lambda _on=False, path=row.path: self.chosen.emit(path))
        self._title.say(_("Recently opened"))
        self._open.say(_("Open a file..."))
        self._nothing.say(_("Nothing yet. A sample below shows what comes out."))
        self._nothing.setVisible(not self._rows)


class DropCard(QFrame):
    """Where a report to be checked can be dropped or chosen."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "drop")
        self._title, self._text, self._choose = Words("name"), Words("second", wrap=True), Button("small")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._text)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(16)
        row.addWidget(Picture("shield-check", 20, colour="accent"))
        row.addLayout(words, 1)
        row.addWidget(self._choose)
        self._choose.clicked.connect(self.asked)

    def retranslate(self) -> None:
        """Set all words."""
        self._title.say(_("Check a report"))
        self._text.say(
            _(
                "Drop a PDF here to see whether it was changed, "
                "and whether the result follows from the answers."
            )
        )
        self._choose.say(_("Choose..."))


def state_words(state: str) -> str:
    """Return how a file stands, in a word."""
    words = {
        "empty": _("Not started"),
        "half": _("Started"),
        "done": _("Done"),
        "broken": _("Has a red line"),
        "met": _("Signed"),
    }
    return words.get(state, "")
