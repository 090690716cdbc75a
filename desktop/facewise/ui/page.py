"""What every page is: content that scrolls, a footer, and maybe a column beside it."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from facewise.i18n import _
from facewise.ui.places import Place

ASIDE_FROM = 1160
"""The width of the window from which a column beside the page has room."""
FOOTER, LOW_FOOTER = 64, 56
PADDING = (32, 24)


@dataclass(frozen=True, slots=True)
class Room:
    """How much room the window has: `aside` beside the page, `narrow` (rail only), `low` (under 700 px)."""

    aside: bool = True
    narrow: bool = False
    low: bool = False


class Footer(QFrame):
    """Back at the left, forward at the right, and what one may do instead between them."""

    def __init__(self, back: str = "chevron-left", forward: str = "chevron-right") -> None:
        from facewise.ui.widgets.buttons import Button

        super().__init__()
        self.setObjectName("footer")
        self.setFixedHeight(FOOTER)
        self.back: Button = Button("plain", back)
        self.forward: Button = Button("primary", forward, after=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(PADDING[0], 0, PADDING[0], 0)
        self._row.setSpacing(12)
        self._row.addWidget(self.back)
        self._row.addStretch(1)
        self._row.addWidget(self.forward)

    def add(self, widget: QWidget, *, left: bool = False) -> None:
        """Put a widget beside the back button, or before the forward button."""
        self._row.insertWidget(1 if left else self._row.count() - 1, widget)

    def fit(self, room: Room) -> None:
        """Take less height in a low window."""
        self.setFixedHeight(LOW_FOOTER if room.low else FOOTER)


class Page(QWidget):
    """One page. Put widgets into `box`, words into `retranslate`, and say in `enter` what is shown.

    `went` asks for another place, `stepped` for the next (+1) or the one before (-1). `aside` is the column
    beside the page, `asked_for_aside` opens it where it has no room of its own.
    """

    went = Signal(object)
    stepped = Signal(int)
    asked_for_aside = Signal()

    aside: QWidget | None = None
    aside_width = 320
    scrolls = True
    comes_back = False
    """Whether one who goes from here to a question comes back here by Next."""
    folds_tasks = False
    """Whether the page needs the room of the task list."""
    is_first = False
    """Whether the page is painted before all else: it calls `settle` itself, afterwards."""

    def __init__(self, footer: Footer | None = None) -> None:
        super().__init__()
        self.room = Room()
        self.footer = footer
        self.returns = False
        self.content = QWidget()
        self.content.setProperty("role", "page")
        self.box = QVBoxLayout(self.content)
        self.box.setContentsMargins(PADDING[0], PADDING[1], PADDING[0], PADDING[1])
        self.box.setSpacing(8)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.area = QScrollArea()
        if self.scrolls:
            self.area.setWidget(self.content)
            self.area.setWidgetResizable(True)
            self.area.setFrameShape(QFrame.Shape.NoFrame)
        outer.addWidget(self.area if self.scrolls else self.content, 1)
        if footer is not None:
            outer.addWidget(footer)
            footer.back.clicked.connect(lambda: self.stepped.emit(-1))
            footer.forward.clicked.connect(lambda: self.stepped.emit(1))
        if not self.is_first:
            self.settle()

    def settle(self) -> None:
        """Set what takes enums of Qt's namespace: naming the first makes Python build all (25 ms)."""
        from PySide6.QtCore import Qt

        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def enter(self, place: Place) -> None:
        """Show a place; called each time one arrives here, also by going back."""

    def leave(self) -> None:
        """Tell the session what is typed but not yet told; called before another place is shown."""

    def retranslate(self) -> None:
        """Set all words, in the language that `i18n.current()` says."""

    def fit(self, room: Room) -> None:
        """Take the room there is."""
        self.room = room
        if self.footer is not None:
            self.footer.fit(room)

    def first_focus(self) -> QWidget | None:
        """Return what takes the focus when one comes here by going on."""
        return None

    def print_shown(self) -> None:
        """Print what the page shows; most pages show nothing that is printed."""

    def show_return(self, *, on: bool) -> None:
        """Let the buttons of the footer say that they lead back to where one came from."""
        if self.returns and not on:
            self.retranslate()
        self.returns = on
        if on and self.footer is not None:
            self.footer.back.say(_("Go back"))
            self.footer.forward.say(_("Done, go back"))

    def changeEvent(self, event: QEvent) -> None:
        """Set all words anew when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.show_return(on=self.returns)
