"""What the start page shows after its first paint: recent files, a report to check, samples, notes."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facewise.i18n import _, ngettext
from facewise.ui.icons import Picture
from facewise.ui.pages.start_parts import DropCard, RecentCard
from facewise.ui.settings import Recent
from facewise.ui.widgets.card_button import CardButton
from facewise.ui.widgets.words import Words

SAMPLES = 4


class StartSide(QWidget):
    """The right column; `wants` names what to do, and with what."""

    wants = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._recent, self._drop = RecentCard(), DropCard()
        self._sample = CardButton("book-open", height=64, colour="text2")
        self._identities = CardButton("key-round", height=64, colour="text2")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(16)
        for card in (self._recent, self._drop, self._sample, self._identities):
            box.addWidget(card)
        box.addStretch(1)
        self._identities.clicked.connect(lambda: self.wants.emit("identities", ""))
        self._sample.clicked.connect(lambda: self.wants.emit("sample", ""))
        self._recent.chosen.connect(lambda path: self.wants.emit("open", path))
        self._recent.asked.connect(lambda: self.wants.emit("open", ""))
        self._drop.asked.connect(lambda: self.wants.emit("verify", ""))

    def show_recent(self, recent: Sequence[Recent]) -> None:
        """Show the latest files."""
        self._recent.show_recent(recent, date.today())  # noqa: DTZ011, the day on the user's wall

    def retranslate(self) -> None:
        """Set all words but those of the recent files."""
        samples = ngettext(
            "{count} filled-in self-check to try out", "{count} filled-in self-checks to try out", SAMPLES
        )
        self._sample.say(_("Look at a sample"), samples.format(count=SAMPLES))
        self._identities.say(_("Identities and seals"), _("With what you sign reports"))
        self._drop.retranslate()


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


def _note_words() -> tuple[str, str, str]:
    return (
        _("No network, everything stays on this computer"),
        _("A self-declaration, not a certificate, not legal advice"),
        _("Questions: Measures in force since 1 June 2025 (Order No. 19)"),
    )
