"""The parts of a check: the file at the left, the verdict and what was looked at at the right."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from facewise.i18n import _, current, ngettext
from facewise.signing.identities import short
from facewise.ui.icons import Picture
from facewise.ui.pdf_pages import Sheet
from facewise.ui.preview import PageView
from facewise.ui.verdict_words import ROWS, Row, Said
from facewise.ui.verifying import Checked, can_be_remembered
from facewise.ui.widgets.buttons import Button
from facewise.ui.widgets.words import ElidedWords, Words, line

SIDE, THUMB = 304, 176
LABEL = {"zh": 104, "en": 120}
POINTS = 0.75
"""Points of a logical pixel at 100 %."""
HIGH = 600
"""The height from which there is room for the first page."""
SHOWN = 16
"""So many digits of a hash are shown; all of them are copied."""


class FilePart(QFrame):
    """The file: its first page, name, size and fingerprint; `asked` when another is to be chosen."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("steps")
        self.setFixedWidth(SIDE)
        self._checked: Checked | None = None
        self._thumb: PageView | None = None
        self._name, self._size = ElidedWords("name"), Words("second")
        self._label, self._digest, self._copy = Words("second"), Words("help"), Button("link")
        self.choose, self._note = Button("plain", "folder-open"), Words("second", wrap=True)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(24, 24, 24, 20)
        self._box.setSpacing(8)
        for part in (self._name, self._size, self._label, self._digest, self._copy):
            self._box.addWidget(part)
        self._box.addSpacing(8)
        self._box.addWidget(self.choose)
        self._box.addStretch(1)
        self._box.addWidget(self._note)
        self.choose.clicked.connect(self.asked)
        self._copy.clicked.connect(self._take)

    def show_file(self, checked: Checked | None, sheets: tuple[Sheet, ...]) -> PageView | None:
        """Show a file, and return where its first page is to be drawn."""
        self._checked = checked
        if self._thumb is not None:
            self._box.removeWidget(self._thumb)
            self._thumb.deleteLater()
            self._thumb = None
        if checked is not None and sheets:
            self._thumb = PageView(sheets[0], 0, len(sheets))
            self._thumb.fit(THUMB * POINTS / sheets[0].width)
            self._box.insertWidget(0, self._thumb, 0, Qt.AlignmentFlag.AlignHCenter)
            self._thumb.setVisible(self.height() > HIGH or not self.isVisible())
        self._pages = len(sheets)
        self.retranslate()
        return self._thumb

    def retranslate(self) -> None:
        """Set all words."""
        checked = self._checked
        self.choose.say(_("Choose another file...") if checked else _("Choose a file..."))
        self._note.say(
            _("The check needs no network and changes nothing. It is about the file and approves nothing.")
        )
        for part in (self._name, self._size, self._label, self._digest, self._copy):
            part.setVisible(checked is not None)
        if checked is None:
            return
        self._name.say(checked.path.name)
        pages = ngettext("{count} page", "{count} pages", self._pages).format(count=self._pages)
        size = _("{pages}, {size} MB").format(pages=pages, size=f"{len(checked.pdf) / 1024 / 1024:.1f}")
        self._size.say(size if self._pages else "")
        self._label.say(_("Fingerprint of the file (SHA-256)"))
        digest = checked.verdict.sha256
        groups = " ".join(digest[n : n + 4] for n in range(0, SHOWN, 4))
        self._digest.say(_("{start}...").format(start=groups))
        self._digest.setToolTip(digest)
        self._copy.say(_("Copy"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the picture out in a low window."""
        super().resizeEvent(event)
        if self._thumb is not None:
            self._thumb.setVisible(self.height() > HIGH)

    def _take(self) -> None:
        if self._checked is not None:
            QGuiApplication.clipboard().setText(self._checked.verdict.sha256)


class FoundRow(QWidget):
    """One thing that was looked at: shape, name, what was found and what that means; `below` takes more."""

    def __init__(self) -> None:
        super().__init__()
        self._shape, self._label = Picture(size=20, family="shapes"), Words("name", wrap=True)
        self._found, self._means = Words("body", wrap=True), Words("second", wrap=True)
        self.below = QVBoxLayout()
        self.below.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._found)
        words.addWidget(self._means)
        words.addLayout(self.below)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 14, 24, 14)
        row.setSpacing(16)
        row.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def say(self, label: str, said: Said) -> None:
        """Show what was found."""
        self._shape.show_picture(said.shape)
        self._label.say(label)
        self._label.setFixedWidth(LABEL[current()])
        self._found.say(said.found)
        self._means.say(said.means)
        self._means.setVisible(bool(said.means))
        self.setAccessibleName(f"{label}: {said.found}")
        self.setAccessibleDescription(said.means)


class FingerprintBox(QWidget):
    """The fingerprint to compare by telephone, and whether it was compared."""

    remembered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._number, self._copy, self._keep = Words("section"), Button("link"), Button("small", "check")
        frame = QFrame()
        frame.setProperty("role", "card")
        inside = QHBoxLayout(frame)
        inside.setContentsMargins(16, 6, 16, 6)
        inside.addWidget(self._number)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(frame)
        top.addWidget(self._copy)
        top.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self._keep)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 4)
        box.setSpacing(8)
        box.addLayout(top)
        box.addLayout(row)
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._number.said()))
        self._keep.clicked.connect(self.remembered)

    def show_checked(self, checked: Checked) -> None:
        """Show the fingerprint of the first signer."""
        signers = checked.verdict.signers
        self._number.say(short(signers[0].fingerprint) if signers else "")
        self._number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._copy.say(_("Copy"))
        self._keep.say(_("Compared: remember this signer"))
        self._keep.setVisible(can_be_remembered(checked.verdict))
        self.setVisible(bool(signers) and not signers[0].known)


class ResultTable(QWidget):
    """What is printed in the report and what its answers give, one below the other."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setHorizontalSpacing(32)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(3, 1)

    def show_checked(self, checked: Checked) -> None:
        """Show both; hidden where there is nothing to compare."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        printed, result = checked.printed, checked.result
        self.setVisible(bool(printed and result and result.follows is not None))
        if printed is None or result is None:
            return
        lines = (
            ("", _("Grade"), _("Score")),
            (_("Printed in the report"), printed.get("grade") or "-", _score(printed)),
            (_("Computed from the answers"), result.grade or "-", result.score or "-"),
        )
        for n, cells in enumerate(lines):
            differs = n == 1 and cells[1:] != lines[2][1:]
            for column, words in enumerate(cells):
                role = "hint" if n == 0 else "second" if column == 0 else "problem" if differs else "help"
                self._grid.addWidget(Words(role, str(words)), n, column)  # type: ignore[arg-type]


def _score(printed: dict[str, Any]) -> str:
    score = printed.get("score")
    return str(score.get("value", "-")) if isinstance(score, dict) else "-"


class FoundCard(QFrame):
    """All that was looked at, below each other."""

    remembered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._rows = {name: FoundRow() for name in ROWS}
        self._lines = {name: line() for name in ROWS[1:]}
        self._print, self._table = FingerprintBox(), ResultTable()
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.setSpacing(0)
        for name, row in self._rows.items():
            if name in self._lines:
                box.addWidget(self._lines[name])
            box.addWidget(row)
        self._rows["who"].below.addWidget(self._print)
        self._rows["result"].below.addWidget(self._table)
        self._print.remembered.connect(self.remembered)

    def show_checked(self, checked: Checked, found: dict[Row, Said]) -> None:
        """Show what was found."""
        labels: dict[Row, str] = {
            "file": _("The file"),
            "who": _("Who signed"),
            "when": _("When"),
            "after": _("Since then"),
            "result": _("The result"),
        }
        for name, row in self._rows.items():
            row.setVisible(name in found)
            if name in self._lines:
                self._lines[name].setVisible(name in found)
            if name in found:
                row.say(labels[name], found[name])
        self._print.show_checked(checked)
        self._table.show_checked(checked)
