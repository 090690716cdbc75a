"""One paper in the list, and the heading of a group."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facewise.i18n import Edition, _, current, ngettext
from facewise.ui.forms import WITHOUT_LANGUAGE
from facewise.ui.icons import Picture
from facewise.ui.paper_words import blanks_words, edition_words, paper_words
from facewise.ui.shelf import Paper, reason_words
from facewise.ui.widgets.buttons import Button
from facewise.ui.widgets.fields import Drop
from facewise.ui.widgets.quiet import show_checked
from facewise.ui.widgets.words import ElidedWords, Words, repolish

DROP = {"zh": 92, "en": 108}
INSET = 40
HEIGHT = 32
"""Where words begin under a tick."""


class Tick(QCheckBox):
    """A check box that also tells when the keyboard comes to it; up and down ask for another row."""

    reached = Signal()
    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for the row before or after at up and down."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell it."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.reached.emit()


class PaperRow(QFrame):
    """One paper; a click anywhere shows it. `asked` asks for the answer for which it is withheld.

    What is withheld for the reason of the row above (`as_before`) does not repeat it.
    """

    chosen = Signal(str)
    ticked = Signal(str, bool)
    edited = Signal(str, str)
    asked = Signal(str)

    def __init__(self, paper: Paper, use: str, *, as_before: bool = False) -> None:
        super().__init__()
        self.setProperty("role", "paper")
        self.paper, self._as_before = paper, as_before
        refused = paper.reason is not None
        self.tick, self._title, self.drop = Tick(), Words("name", wrap=True), Drop()
        self._of, self._law = ElidedWords("hint"), ElidedWords("hint", at_end=True)
        self._blanks = Words("hint")
        self._why, self.link = Words("second", wrap=True), Button("link")
        self._of.say(use)
        self._of.setVisible(bool(use))
        self._mark = Picture("triangle-alert" if refused else "pencil", 14 if not refused else 16)
        self.drop.setProperty("role", "small")
        self._lay_out()
        self.tick.setEnabled(not refused)
        self.tick.toggled.connect(lambda on: self.ticked.emit(paper.key, on))
        self.tick.reached.connect(lambda: self.chosen.emit(paper.key))
        self.link.clicked.connect(lambda: self.asked.emit(paper.key))
        self.drop.picked.connect(lambda edition: self.edited.emit(paper.key, edition))
        self.drop.setVisible(not refused and paper.group != "signed" and paper.kind not in WITHOUT_LANGUAGE)
        self._mark.setVisible(refused or bool(paper.blanks))
        self._blanks.setVisible(bool(paper.blanks) and not refused)
        self._why.setVisible(refused)
        self.link.setVisible(refused and not as_before)

    def show_paper(self, edition: Edition, *, ticked: bool, chosen: bool) -> None:
        """Show its words, language, and whether it is ticked and shown beside the list."""
        title, law = paper_words(self.paper), self.paper.law[current()]
        reason = reason_words(self.paper, current())
        self._title.say(title)
        self._law.say(law)
        self._law.setVisible(bool(law))
        self._blanks.say(blanks_words(self.paper))
        self._why.say(_("For the same reason") if self._as_before else reason)
        self.link.say(_("Go to that answer"))
        self.link.setAccessibleDescription(reason)
        show_checked(self.tick, on=ticked)
        self.tick.setAccessibleName(", ".join(filter(None, (title, self._of.said()))))
        self.tick.setAccessibleDescription(". ".join(filter(None, (law, self._blanks.said(), reason))))
        self.drop.setFixedWidth(DROP[current()])
        self.drop.show_choices(edition_words(), edition)
        self.drop.setAccessibleName(_("Language: {paper}").format(paper=self.tick.accessibleName()))
        if self.property("chosen") != chosen:
            self.setProperty("chosen", chosen)
            repolish(self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Show the paper."""
        super().mouseReleaseEvent(event)
        self.chosen.emit(self.paper.key)

    def _lay_out(self) -> None:
        top, use, sub, why = QHBoxLayout(), QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        use.setContentsMargins(INSET, 0, 0, 0)
        use.addWidget(self._of)
        top.setSpacing(12)
        top.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._title, 1, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self.drop, 0, Qt.AlignmentFlag.AlignTop)
        self.tick.setFixedHeight(HEIGHT)
        sub.setContentsMargins(INSET, 0, 0, 0)
        sub.setSpacing(6)
        sub.addWidget(self._law, 1)
        if self.paper.reason is None:
            sub.addWidget(self._mark)
        sub.addWidget(self._blanks)
        why.setContentsMargins(INSET, 0, 4, 0)
        why.setSpacing(8)
        if self.paper.reason is not None:
            why.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        reason = QVBoxLayout()
        reason.setSpacing(2)
        reason.addWidget(self._why)
        reason.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        why.addLayout(reason, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 6, 12, 8)
        box.setSpacing(0)
        for part in (top, use, sub, why):
            box.addLayout(part)


class GroupHead(QWidget):
    """The heading of a group: its name, how many are ticked, and one link for all of them."""

    turned = Signal(bool)

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title, self._count, self._all = Words("hint", title), Words("hint"), Button("link")
        self._is_full = False
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 14, 16, 2)
        row.setSpacing(12)
        row.addWidget(self._title, 1)
        row.addWidget(self._all)
        row.addWidget(self._count)
        self._all.clicked.connect(lambda: self.turned.emit(not self._is_full))

    def show_count(self, ticked: int, whole: int) -> None:
        """Show how many of the papers that can be made are ticked."""
        self._is_full = bool(whole) and ticked == whole
        self._count.say(_("{ticked} / {whole}").format(ticked=ticked, whole=whole))
        said = ngettext("{ticked} of {whole} ticked", "{ticked} of {whole} ticked", whole)
        self._count.setAccessibleName(said.format(ticked=ticked, whole=whole))
        self._all.say(_("Tick none") if self._is_full else _("Tick all"))
        action = _("Tick none: {group}") if self._is_full else _("Tick all: {group}")
        self._all.setAccessibleName(action.format(group=self._title.said()))
        self._all.setVisible(whole > 1)
        self._count.setVisible(whole > 0)
