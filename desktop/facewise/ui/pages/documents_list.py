"""The papers that can be made: tick, language, and why one cannot be made."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facewise.i18n import Edition, _, current, tell
from facewise.ui.icons import Picture
from facewise.ui.shelf import Paper
from facewise.ui.widgets.fields import Drop
from facewise.ui.widgets.quiet import show_checked
from facewise.ui.widgets.words import ElidedWords, Words, repolish

EDITIONS: tuple[Edition, ...] = ("zh", "en", "both")


def edition_words() -> list[tuple[str, str]]:
    """Return the editions with their words."""
    words = {"zh": _("Chinese"), "en": _("English"), "both": _("Both")}
    return [(edition, words[edition]) for edition in EDITIONS]


def paper_words(paper: Paper) -> str:
    """Return what a paper is called."""
    words = {
        "report": _("Self-assessment report"),
        "recognition_area": _("Sign: recognition area"),
        "entry": _("Sign: choose your way in"),
        "payment": _("Sign: choose how to pay"),
    }
    if paper.group == "signed":
        return _("Signed report {number}").format(number=paper.kind)
    return words[paper.kind]


class Tick(QCheckBox):
    """A check box that also tells when the keyboard comes to it."""

    reached = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell it."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.reached.emit()


class PaperRow(QFrame):
    """One paper; a click anywhere shows it."""

    chosen = Signal(str)
    ticked = Signal(str, bool)
    edited = Signal(str, str)

    def __init__(self, paper: Paper, use: str) -> None:
        super().__init__()
        self.setProperty("role", "paper")
        self.paper = paper
        self.tick, self._title, self.drop = Tick(), Words("name", wrap=True), Drop()
        self._use, self._why = ElidedWords("hint"), Words("second", wrap=True)
        self._mark = Picture("triangle-alert", 16)
        self._use.say(use)
        self.drop.setProperty("role", "small")
        self.drop.setFixedWidth(96)
        self._lay_out()
        refused = paper.reason is not None
        self.tick.setEnabled(not refused)
        self.tick.toggled.connect(lambda on: self.ticked.emit(paper.key, on))
        self.tick.reached.connect(lambda: self.chosen.emit(paper.key))
        self.drop.picked.connect(lambda edition: self.edited.emit(paper.key, edition))
        self.drop.setVisible(not refused and paper.group != "signed")
        self._use.setVisible(bool(use))
        for part in (self._mark, self._why):
            part.setVisible(refused)

    def show_paper(self, edition: Edition, *, ticked: bool, chosen: bool) -> None:
        """Show its words, language, and whether it is ticked and shown beside the list."""
        title = paper_words(self.paper)
        self._title.say(title)
        reason = tell(self.paper.reason) if self.paper.reason is not None else ""
        self._why.say(reason)
        show_checked(self.tick, on=ticked)
        self.tick.setAccessibleName(", ".join(filter(None, (title, self._use.said()))))
        self.tick.setAccessibleDescription(reason)
        self.drop.show_choices(edition_words(), edition)
        self.drop.setAccessibleName(_("Language: {paper}").format(paper=title))
        if self.property("chosen") != chosen:
            self.setProperty("chosen", chosen)
            repolish(self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Show the paper."""
        super().mouseReleaseEvent(event)
        self.chosen.emit(self.paper.key)

    def _lay_out(self) -> None:
        words, why = QVBoxLayout(), QHBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._use)
        why.setContentsMargins(32, 0, 0, 0)
        why.setSpacing(8)
        why.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        why.addWidget(self._why, 1)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.tick)
        top.addLayout(words, 1)
        top.addWidget(self.drop)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 6, 12, 6)
        box.setSpacing(4)
        box.addLayout(top)
        box.addLayout(why)


class PaperList(QWidget):
    """All papers, by groups."""

    chosen = Signal(str)
    ticked = Signal(str, bool)
    edited = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, PaperRow] = {}
        self._papers: tuple[Paper, ...] = ()
        self._language = ""
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(12, 0, 12, 12)
        self._box.setSpacing(4)
        self._box.addStretch(1)

    def show_papers(self, papers: Sequence[Paper], uses: dict[str, str]) -> None:
        """Take papers; `uses` names the use of each where there are several."""
        if tuple(papers) == self._papers and current() == self._language:
            return
        self._papers, self._language = tuple(papers), current()
        while (item := self._box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._rows = {}
        titles = {"report": _("Report"), "sign": _("To put up"), "signed": _("Signed before")}
        for group, title in titles.items():
            inside = [paper for paper in papers if paper.group == group]
            if inside:
                heading = Words("hint", title)
                heading.setContentsMargins(12, 12, 0, 0)
                self._box.addWidget(heading)
            for paper in inside:
                self._add(PaperRow(paper, uses.get(paper.use or "", "")))
        self._box.addStretch(1)

    def show_state(self, editions: dict[str, Edition], ticked: set[str], chosen: str) -> None:
        """Show languages, ticks, and which paper is shown beside the list."""
        for key, row in self._rows.items():
            row.show_paper(editions[key], ticked=key in ticked, chosen=key == chosen)

    def first(self) -> QWidget | None:
        """Return the first tick."""
        return next((row.tick for row in self._rows.values()), None)

    def _add(self, row: PaperRow) -> None:
        self._rows[row.paper.key] = row
        self._box.addWidget(row)
        row.chosen.connect(self.chosen)
        row.ticked.connect(self.ticked)
        row.edited.connect(self.edited)
