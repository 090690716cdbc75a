"""What the start page shows after its first paint: recent files, a report to check, samples, notes."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facewise.i18n import _, ngettext
from facewise.ui.icons import Picture
from facewise.ui.pages.start_parts import DropCard, RecentCard
from facewise.ui.settings import Recent
from facewise.ui.widgets.card_button import CardButton
from facewise.ui.widgets.words import Words, line

SAMPLES = 4


class StartSide(QWidget):
    """The right column; `wants` names what to do, and with what."""

    wants = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._recent, self._drop = RecentCard(), DropCard()
        self._more = {
            "sample": CardButton("book-open", flat=True, height=64, colour="text2"),
            "identities": CardButton("key-round", flat=True, height=64, colour="text2"),
        }
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(16)
        for card in (self._recent, self._drop, self._card(list(self._more.values()))):
            box.addWidget(card)
        box.addStretch(1)
        for name, row in self._more.items():
            row.clicked.connect(lambda _on=False, name=name: self.wants.emit(name, ""))
        self._recent.chosen.connect(lambda path: self.wants.emit("open", path))
        self._recent.asked.connect(lambda: self.wants.emit("open", ""))
        self._drop.asked.connect(lambda: self.wants.emit("verify", ""))

    def show_recent(self, recent: Sequence[Recent]) -> None:
        """Show the latest files."""
        self._recent.show_recent(recent, date.today())  # noqa: DTZ011, the day on the user's wall

    def retranslate(self) -> None:
        """Set all words but those of the recent files."""
        for name, (title, sub) in _more_words().items():
            self._more[name].say(title, sub)
        self._drop.retranslate()

    def _card(self, parts: list[CardButton]) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        box = QVBoxLayout(card)
        box.setContentsMargins(1, 1, 1, 1)
        box.setSpacing(0)
        for n, part in enumerate(parts):
            if n:
                box.addWidget(line())
            box.addWidget(part)
        return card


class StartNotes(QWidget):
    """The line at the bottom: no network, no certificate, which law."""

    def __init__(self) -> None:
        super().__init__()
        self._notes = (Words("second"), Words("second"), Words("second"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for symbol, words in zip(("wifi-off", "info", ""), self._notes, strict=True):
            if symbol:
                row.addWidget(Picture(symbol, 16, colour="text2"))
            else:
                row.addStretch(1)
            row.addWidget(words, 0, Qt.AlignmentFlag.AlignVCenter)
            row.addSpacing(12 if symbol else 0)

    def fit(self, *, wide: bool) -> None:
        """Leave out the law where there is little room."""
        self._notes[2].setVisible(wide)

    def retranslate(self) -> None:
        """Set all words."""
        for words, text in zip(self._notes, _note_words(), strict=True):
            words.say(text)


def _more_words() -> dict[str, tuple[str, str]]:
    samples = ngettext(
        "{count} filled-in self-check to try out", "{count} filled-in self-checks to try out", SAMPLES
    )
    return {
        "sample": (_("Look at a sample"), samples.format(count=SAMPLES)),
        "identities": (_("Identity and seal"), _("The digital identity that signs reports")),
    }


def _note_words() -> tuple[str, str, str]:
    return (
        _("No network, everything stays on this computer"),
        _("A self-declaration, not a certificate, not legal advice"),
        _("Questions: Measures in force since 1 June 2025 (Order No. 19)"),
    )
