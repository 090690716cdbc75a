"""The frame of a dialog in steps: the steps at the left, one at a time in the middle, a footer."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from facewise.i18n import _
from facewise.ui.icons import Picture
from facewise.ui.widgets.busy import Busy
from facewise.ui.widgets.buttons import Button
from facewise.ui.widgets.told import Told
from facewise.ui.widgets.words import Words, repolish

SIZE = (800, 740)
STEPS = 176


class Step(QWidget):
    """One step: put parts into `box`, words into `retranslate`; `ready` tells whether one can go on."""

    ready = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(24, 20, 24, 20)
        self.box.setSpacing(12)

    def retranslate(self) -> None:
        """Set all words."""

    def title(self) -> str:
        """Return the name of the step."""
        return ""

    def forward_words(self) -> str:
        """Return what the button is called that goes on."""
        return _("Next step")

    def remark(self) -> str:
        """Return what stands beside that button."""
        return ""

    def is_ready(self) -> bool:
        """Return whether one can go on."""
        return True


class StepMark(QWidget):
    """One of the steps at the left: its number, or a tick where it is behind."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number, self._done, self._words = (
            Words("key", str(number)),
            Picture("done", 20, family="shapes"),
            Words("help", wrap=True),
        )
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._number.setFixedSize(22, 22)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        row.addWidget(self._number)
        row.addWidget(self._done)
        row.addWidget(self._words, 1)

    def show_step(self, title: str, *, done: bool, here: bool) -> None:
        """Show the step as behind, here, or still to come."""
        self._number.setVisible(not done)
        self._done.setVisible(done)
        self._words.become("strong" if here else "help")
        self._words.say(title)
        self._number.setProperty("here", here)
        repolish(self._number)
        state = _("done") if done else _("now") if here else _("still to come")
        self.setAccessibleName(_("{step}, {state}").format(step=title, state=state))


class StepsDialog(QDialog):
    """A dialog in steps; `went_on` when the button for going on was pressed, with the number of the step."""

    went_on = Signal(int)

    def __init__(self, parent: QWidget, steps: list[Step]) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.steps = steps
        self._marks = [StepMark(number) for number in range(1, len(steps) + 1)]
        self._stack, self._remark, self.told, self.busy = (
            QStackedWidget(),
            Words("second", wrap=True),
            Told(),
            Busy(),
        )
        self.back, self.forward = Button("plain"), Button("primary", "chevron-right", after=True)
        self._lay_out()
        self.back.clicked.connect(self._go_back)
        self.forward.clicked.connect(lambda: self.went_on.emit(self.at()))
        for step in steps:
            step.ready.connect(lambda _on: self._refresh())
        self.resize(min(SIZE[0], parent.width() - 32), min(SIZE[1], parent.height() - 32))

    def at(self) -> int:
        """Return the number of the step, from 0."""
        return self._stack.currentIndex()

    def go(self, number: int) -> None:
        """Show a step."""
        self.told.say("")
        self._stack.setCurrentIndex(number)
        self._refresh()

    def hold(self, *, on: bool) -> None:
        """Let nothing be pressed while something is being done."""
        self._stack.setEnabled(not on)
        self.back.setEnabled(not on)
        self.forward.setEnabled(not on and self.steps[self.at()].is_ready())

    def retranslate(self) -> None:
        """Set all words."""
        for step in self.steps:
            step.retranslate()
        self.told.retranslate()
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Set all words anew when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on at Enter, where one can."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.forward.isEnabled():
            self.forward.click()
        else:
            super().keyPressEvent(event)

    def _go_back(self) -> None:
        if 0 < self.at() < len(self.steps) - 1:
            self.go(self.at() - 1)
        else:
            self.reject()

    def _refresh(self) -> None:
        at, last = self.at(), len(self.steps) - 1
        step = self.steps[at]
        for number, mark in enumerate(self._marks):
            mark.show_step(self.steps[number].title(), done=number < at or at == last, here=number == at)
        self.back.say(_("Back") if 0 < at < last else _("Cancel"))
        self.back.setVisible(at < last)
        self.forward.say(step.forward_words())
        self.forward.setEnabled(step.is_ready())
        self._remark.say(step.remark())

    def _lay_out(self) -> None:
        middle, right = QHBoxLayout(), QVBoxLayout()
        for step in self.steps:
            self._stack.addWidget(_scrolling(step))
        right.setSpacing(0)
        right.addWidget(self._stack, 1)
        right.addWidget(self.told)
        middle.setSpacing(0)
        middle.addWidget(_column(self._marks))
        middle.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(middle, 1)
        whole.addWidget(self._bar())

    def _bar(self) -> QFrame:
        bar = QFrame()
        bar.setObjectName("footer")
        bar.setFixedHeight(64)
        row = QHBoxLayout(bar)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(12)
        row.addWidget(self.back)
        row.addWidget(self._remark, 1)
        row.addWidget(self.busy)
        row.addWidget(self.forward)
        return bar


def _column(marks: Sequence[StepMark]) -> QFrame:
    made = QFrame()
    made.setObjectName("steps")
    made.setFixedWidth(STEPS)
    box = QVBoxLayout(made)
    box.setContentsMargins(16, 20, 12, 20)
    for mark in marks:
        box.addWidget(mark)
    box.addStretch(1)
    return made


def _scrolling(step: Step) -> QScrollArea:
    made = QScrollArea()
    made.setWidget(step)
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made
