"""The papers that can be made: tick, language, law, what is blank, and why one cannot be made."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from facewise.i18n import Edition, _, current
from facewise.ui.pages.documents_rows import DROP, GroupHead, PaperRow
from facewise.ui.paper_words import edition_words, group_words
from facewise.ui.shelf import GROUPS, Group, Paper
from facewise.ui.widgets.fields import Drop
from facewise.ui.widgets.told import Told
from facewise.ui.widgets.words import Words

WIDTH = 404


class PaperList(QWidget):
    """All papers, by groups."""

    chosen = Signal(str)
    ticked = Signal(str, bool)
    edited = Signal(str, str)
    asked = Signal(str)
    turned = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, PaperRow] = {}
        self._heads: dict[Group, GroupHead] = {}
        self._shown: object = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(12, 0, 12, 12)
        self._box.setSpacing(4)
        self._box.addStretch(1)

    def show_papers(self, papers: Sequence[Paper], uses: Mapping[str, str]) -> bool:
        """Take papers; `uses` names the use of each where there are several. Return whether rows are new."""
        shown = (tuple(_looks(paper) for paper in papers), dict(uses), current())
        if shown == self._shown:
            return False
        self._shown = shown
        self._clear()
        titles = group_words()
        for group in GROUPS:
            inside = [paper for paper in papers if paper.group == group]
            if inside:
                self._add_head(group, titles[group])
            for before, paper in zip((None, *inside), inside, strict=False):
                same = before is not None and _has_one_reason(before, paper)
                self._add(PaperRow(paper, uses.get(paper.use or "", ""), as_before=same))
        self._box.addStretch(1)
        return True

    def show_state(self, editions: Mapping[str, Edition], ticked: set[str], chosen: str) -> None:
        """Show languages, ticks, and which paper is shown beside the list."""
        for key, row in self._rows.items():
            row.show_paper(editions[key], ticked=key in ticked, chosen=key == chosen)
        for group, head in self._heads.items():
            papers = [row.paper for row in self._rows.values() if row.paper.group == group]
            whole = [paper.key for paper in papers if paper.reason is None]
            head.show_count(len(ticked.intersection(whole)), len(whole))

    def first(self) -> QWidget | None:
        """Return the first tick."""
        return next((row.tick for row in self._rows.values()), None)

    def row(self, key: str) -> PaperRow:
        """Return the row of a paper."""
        return self._rows[key]

    def _clear(self) -> None:
        while (item := self._box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._rows, self._heads = {}, {}

    def _add_head(self, group: Group, title: str) -> None:
        head = self._heads[group] = GroupHead(title)
        head.turned.connect(lambda on: self.turned.emit(group, on))
        self._box.addWidget(head)

    def _add(self, row: PaperRow) -> None:
        self._rows[row.paper.key] = row
        self._box.addWidget(row)
        row.chosen.connect(self.chosen)
        row.ticked.connect(self.ticked)
        row.edited.connect(self.edited)
        row.asked.connect(self.asked)
        row.tick.stepped.connect(lambda step: self._step(row, step))

    def _step(self, row: PaperRow, step: int) -> None:
        """Move the focus to the next row that can be ticked, or the one before."""
        ticks = [one.tick for one in self._rows.values() if one.tick.isEnabled()]
        place = ticks.index(row.tick) + step
        if 0 <= place < len(ticks):
            ticks[place].setFocus(Qt.FocusReason.TabFocusReason)


def _has_one_reason(one: Paper, other: Paper) -> bool:
    return one.reason is not None and str(one.reason) == str(other.reason) and one.why == other.why


def _looks(paper: Paper) -> object:
    """What of a paper is seen in its row: the moment at which it was made is not."""
    return paper.key, paper.title, paper.law, paper.why, str(paper.reason), paper.blanks


class ListColumn(QFrame):
    """The list under its heading, one language for all, and what came of the last export."""

    edited_all = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("list")
        self.setFixedWidth(WIDTH)
        self.papers, self.told = PaperList(), Told()
        self._title, self._all_words, self._all = Words("section"), Words("second"), Drop()
        self._all.setProperty("role", "small")
        self._all.picked.connect(self._pick)
        self._scroll = QScrollArea()
        self._lay_out()

    def retranslate(self) -> None:
        """Set all words."""
        self._title.say(_("Which papers?"))
        self._all_words.say(_("All in"))
        self._all.setFixedWidth(DROP[current()])
        self._all.show_choices(edition_words(), None, "...")
        self._all.setAccessibleName(_("Language of all papers"))
        self.told.retranslate()

    def show_row(self, key: str) -> None:
        """Bring a row into sight."""
        self._scroll.ensureWidgetVisible(self.papers.row(key), 0, 40)

    def _pick(self, edition: str) -> None:
        self._all.setCurrentIndex(-1)
        self.edited_all.emit(edition)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(24, 20, 24, 4)
        top.setSpacing(8)
        for part in (self._title, self._all_words, self._all):
            top.addWidget(part, 1 if part is self._title else 0)
        self.papers.setProperty("role", "page")
        self._scroll.setWidget(self.papers)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 1, 0)
        box.setSpacing(4)
        box.addLayout(top)
        box.addWidget(self._scroll, 1)
        box.addWidget(self.told)
