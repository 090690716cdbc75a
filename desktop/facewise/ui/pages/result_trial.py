"""What would help most: each open finding with what mending it changes; a tick tries it out."""

from collections.abc import Sequence
from typing import TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from facewise.assessment.exported import grade_words
from facewise.assessment.whatif import Effect
from facewise.i18n import _, current, ngettext
from facewise.paper.plan import Step
from facewise.ui import marking, outcome
from facewise.ui.flow import Key
from facewise.ui.fonts import sized
from facewise.ui.icons import Picture, paint, renderer
from facewise.ui.session import Session
from facewise.ui.style import BOX, draw_check
from facewise.ui.theme import tokens_in
from facewise.ui.widgets.cards import Card
from facewise.ui.widgets.words import Words

Index: TypeAlias = QModelIndex | QPersistentModelIndex
WHAT, EFFORT, GRADE, SCORE = range(4)
ROW, HEAD = 40, 36
WIDTHS = {"zh": {EFFORT: 104, GRADE: 96, SCORE: 136}, "en": {EFFORT: 132, GRADE: 88, SCORE: 176}}
EDGE = 20
DISPLAY = Qt.ItemDataRole.DisplayRole
SPOKEN = (DISPLAY, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class TrialModel(QAbstractTableModel):
    """One row for each thing to do, with a tick."""

    ticked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._steps: tuple[Step, ...] = ()
        self._ticks: set[Key] = set()

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Take other rows; what is gone is no longer ticked."""
        self.beginResetModel()
        self._steps = tuple(steps)
        self._ticks &= {step.finding.place for step in steps}
        self.endResetModel()

    def step(self, row: int) -> Step:
        """Return the thing to do of a row."""
        return self._steps[row]

    def chosen(self) -> tuple[Step, ...]:
        """Return what is ticked."""
        return tuple(step for step in self._steps if step.finding.place in self._ticks)

    def is_ticked(self, row: int) -> bool:
        """Return whether a row is ticked."""
        return self._steps[row].finding.place in self._ticks

    def turn(self, row: int) -> None:
        """Tick a row, or take its tick away."""
        self._ticks ^= {self._steps[row].finding.place}
        self.dataChanged.emit(self.index(row, WHAT), self.index(row, SCORE))
        self.ticked.emit()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of things to do."""
        return 0 if parent is not None and parent.isValid() else len(self._steps)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else SCORE + 1

    def headerData(self, section: int, side: Qt.Orientation, role: int = DISPLAY) -> object:
        """Return the head of a column."""
        if side == Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (_("What to do"), _("Work"), _("Grade"), _("Score"))[section]

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """Return the words of a cell, and whether its row is ticked."""
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == WHAT:
            return Qt.CheckState.Checked if self.is_ticked(index.row()) else Qt.CheckState.Unchecked
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            step = self._steps[index.row()]
            whole = role != DISPLAY and index.column() == SCORE and step.effect is not None
            opened = outcome.opened_sentence(step.effect) if whole and step.effect is not None else ""
            return opened or self.words(step, index.column())
        return None

    def words(self, step: Step, column: int) -> str:
        """Return what stands in a column."""
        if column == WHAT:
            said = marking.headline(step.finding, current())
            return outcome.of_use(self._session, said, step.finding.use, current())
        if column == EFFORT:
            return marking.effort(self._session.pack, step.finding, current())
        if step.effect is None:
            return _("Counts at the next full self-check") if column == SCORE else "-"
        return _grades(step.effect) if column == GRADE else outcome.score_words(step.effect) or "-"

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a row as a screen reader asks for it."""
        if role != Qt.ItemDataRole.CheckStateRole or not self.flags(index) & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        if bool(value) != self.is_ticked(index.row()):
            self.turn(index.row())
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that what changes nothing now cannot be ticked."""
        open_ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self._steps[index.row()].effect is None:
            return open_
        return open_ | Qt.ItemFlag.ItemIsUserCheckable


def _grades(effect: Effect) -> str:
    before, after = effect.grade_before, effect.grade_after
    if not before or not after:
        return "-"
    return before if before == after else _("{before} → {after}").format(before=before, after=after)


class TrialDelegate(QStyledItemDelegate):
    """Draws the tick and the words of a row."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        box: QRect = option.rect
        tokens = tokens_in(option.palette)
        model = index.model()
        assert isinstance(model, TrialModel)  # noqa: S101, the delegate is used with this model alone
        ticked, step = model.is_ticked(index.row()), model.step(index.row())
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(box, QColor(tokens.tint if ticked else tokens.side if chosen else tokens.card))
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.setFont(sized(14, QFont.Weight.Medium if index.column() == GRADE else QFont.Weight.Normal))
        painter.setPen(QColor(tokens.ink if index.column() != EFFORT else tokens.text2))
        room = box.adjusted(8, 0, -8, 0)
        if index.column() == WHAT:
            room = box.adjusted(EDGE + 60, 0, -8, 0)
            place = QRectF(box.left() + EDGE, box.center().y() - BOX / 2, BOX, BOX)
            on = QStyle.StateFlag.State_On if ticked else QStyle.StateFlag.State_None
            if step.effect is not None:
                draw_check(painter, place, tokens, QStyle.StateFlag.State_Enabled | on)
            mark = renderer("pictograms", marking.mark_of(step.finding), tokens, "ink")
            paint(painter, QRectF(box.left() + EDGE + 32, box.center().y() - 8.5, 18, 18), mark)
        words = model.words(step, index.column())
        painter.drawText(
            room, _MIDDLE, painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        )
        painter.restore()


class TrialTable(QTableView):
    """The table, as high as its rows; a click on the tick or the space bar tries a row out."""

    followed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.trial = TrialModel(session)
        self.setModel(self.trial)
        self.setItemDelegate(TrialDelegate(self))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | _MIDDLE)
        head.setHighlightSections(False)
        head.setFixedHeight(HEAD)
        self.clicked.connect(self._turn)
        self.doubleClicked.connect(
            lambda index: self.followed.emit(self.trial.step(index.row()).finding.place)
        )

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show things to do."""
        self.trial.show_steps(steps)
        for column, width in WIDTHS[current()].items():
            self.setColumnWidth(column, width)
        self.setFixedHeight(HEAD + ROW * len(steps) + 2)
        self.setAccessibleName(_("What would help most"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Try out at the space bar, go to the question at Enter."""
        index = self.currentIndex()
        if index.isValid() and event.key() == Qt.Key.Key_Space:
            self._turn(index)
        elif index.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._follow(index)
        else:
            super().keyPressEvent(event)

    def _follow(self, index: QModelIndex) -> None:
        self.followed.emit(self.trial.step(index.row()).finding.place)

    def _turn(self, index: QModelIndex) -> None:
        if self.trial.flags(index) & Qt.ItemFlag.ItemIsUserCheckable:
            self.trial.turn(index.row())


class TrialCard(Card):
    """The table, and what comes out with everything that is ticked."""

    followed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.table, self._grade, self._said = (
            TrialTable(session),
            Picture(size=24, family="pictograms"),
            Words("label"),
        )
        self.head.addWidget(self._grade)
        self.head.addWidget(self._said)
        self.add(self.table)
        self.table.trial.ticked.connect(self._try)
        self.table.followed.connect(self.followed)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show everything there is to do."""
        self.say(_("What would help most"), _("Tick to try it out; no answer is changed."))
        self.table.show_steps(steps)
        self._try()

    def _try(self) -> None:
        chosen = self.table.trial.chosen()
        for part in (self._grade, self._said):
            part.setVisible(bool(chosen))
        if not chosen:
            return
        session = self._session
        result = outcome.tried(session.pack, session.answers, [step.finding for step in chosen])
        words = grade_words(session.pack, result).text[current()]
        self._grade.show_picture(f"grade-{result.grade}" if result.grade else "")
        sentence = ngettext("With {count} ticked: {grade}", "With {count} ticked: {grade}", len(chosen))
        told = sentence.format(count=len(chosen), grade=words)
        if result.grade and result.score:
            told = _("{verdict}, {score}").format(verdict=told, score=result.score.value)
        self._said.say(told)
