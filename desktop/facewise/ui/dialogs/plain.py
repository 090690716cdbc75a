"""The frame of a dialog of one piece: a title, what is in it, what came of it, and a way to close it."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QMessageBox,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from facewise.errors import FacewiseError
from facewise.i18n import _, tell
from facewise.ui.widgets.busy import Busy
from facewise.ui.widgets.buttons import Button
from facewise.ui.widgets.told import Told
from facewise.ui.widgets.words import Words
from facewise.ui.working import run

Result = TypeVar("Result")
SIZE = (800, 640)


class PlainDialog(QDialog):
    """Put parts into `box`, words into `say_all`; `work` does something beside the window."""

    def __init__(self, parent: QWidget, size: tuple[int, int] = SIZE) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.title, self.lead = Words("section", wrap=True), Words("second", wrap=True)
        self.told, self.busy, self.shut = Told(), Busy(), Button("plain")
        self.content = QWidget()
        self.content.setProperty("role", "page")
        self.box = QVBoxLayout(self.content)
        self.box.setContentsMargins(24, 20, 24, 20)
        self.box.setSpacing(12)
        self.box.addWidget(self.title)
        self.box.addWidget(self.lead)
        self._build()
        self.shut.clicked.connect(self.accept)
        self.resize(min(size[0], parent.width() - 32), min(size[1], parent.height() - 32))

    def say_all(self) -> None:
        """Set all words."""

    def retranslate(self) -> None:
        """Set the words of the frame, and all others."""
        self.shut.say(_("Close"))
        self.told.retranslate()
        self.say_all()

    def changeEvent(self, event: QEvent) -> None:
        """Set all words anew when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def work(self, work: Callable[[], Result], done: Callable[[Result], None], words: str) -> None:
        """Do something beside the window; nothing can be pressed meanwhile."""
        self.told.say("")
        running = run(self, lambda _tell: work(), done, self.fail)
        self.busy.watch(running, words, stoppable=False)
        self.content.setEnabled(False)
        running.ended.connect(lambda: self.content.setEnabled(True))

    def do(self, step: Callable[[], Result]) -> Result | None:
        """Do something at once, and return what it gives; a FacewiseError is told in one sentence."""
        try:
            return step()
        except FacewiseError as error:
            self.fail(tell(error))
            return None

    def fail(self, sentence: str) -> None:
        """Tell what went wrong."""
        self.told.say(sentence, problem=True)

    def _build(self) -> None:
        scroll, bar = QScrollArea(), QFrame()
        scroll.setWidget(self.content)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        bar.setObjectName("footer")
        bar.setFixedHeight(64)
        self.bar = QHBoxLayout(bar)
        self.bar.setContentsMargins(24, 0, 24, 0)
        self.bar.setSpacing(12)
        self.bar.addStretch(1)
        self.bar.addWidget(self.busy)
        self.bar.addWidget(self.shut)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addWidget(self.told)
        whole.addWidget(bar)


class Entry(QFrame):
    """A card for one thing: what it is called, a line or more about it, and what can be done with it."""

    def __init__(self, title: str, lines: Sequence[str], buttons: Sequence[Button] = ()) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.words = QVBoxLayout()
        self.words.setSpacing(2)
        self.words.addWidget(Words("name", title, wrap=True))
        for text in filter(None, lines):
            self.words.addWidget(Words("second", text, wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addLayout(self.words, 1)
        for button in buttons:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(title)
        self.setAccessibleDescription("\n".join(filter(None, lines)))


def sure(parent: QWidget, sentence: str, more: str, yes: str, then: Callable[[], object]) -> QMessageBox:
    """Ask before something that cannot be undone; `yes` are the words of the button that does it."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, _("Facewise"), sentence, parent=parent)
    box.setInformativeText(more)
    does = box.addButton(yes, QMessageBox.ButtonRole.DestructiveRole)
    stays = box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stays)
    box.setEscapeButton(stays)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.buttonClicked.connect(lambda button: then() if button is does else None)
    box.open()
    return box


def clear(box: QVBoxLayout) -> None:
    """Take everything out of a column."""
    while (item := box.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
