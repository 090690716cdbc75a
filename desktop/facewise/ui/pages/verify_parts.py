"""What was looked at in a check, below each other: shape, name, what was found, and what belongs to it."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from facewise.checking.account import Account, Row
from facewise.checking.check import Checked, unknown_signers
from facewise.checking.people import State
from facewise.i18n import _, current
from facewise.signing.identities import short
from facewise.signing.verdict import Signer
from facewise.ui.icons import Picture
from facewise.ui.widgets.buttons import Button
from facewise.ui.widgets.verdict import Band
from facewise.ui.widgets.words import Words, line

LABEL = {"zh": 104, "en": 128}
_BANDS: dict[State, Band] = {
    "met": "met",
    "partly": "partly",
    "gap": "gap",
    "unknown": "unknown",
    "dash": "unknown",
}


def band_of(state: State) -> Band:
    """Return the band of a state; what says nothing has that of what is not known."""
    return _BANDS[state]


class FoundRow(QWidget):
    """One thing that was looked at; `below` takes more."""

    def __init__(self, row: Row, *, with_details: bool = True) -> None:
        super().__init__()
        shape, label = Picture(row.state, 20, family="shapes"), Words("name", row.label, wrap=True)
        label.setFixedWidth(LABEL[current()])
        self.below = QVBoxLayout()
        self.below.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Words("body", row.found, wrap=True))
        more = (row.means, *(row.details if with_details else ()))
        for text in filter(None, more):
            words.addWidget(Words("second", text, wrap=True))
        words.addLayout(self.below)
        across = QHBoxLayout(self)
        across.setContentsMargins(24, 14, 24, 14)
        across.setSpacing(16)
        across.addWidget(shape, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(words, 1)
        self.setAccessibleName(_("{label}: {value}").format(label=row.label, value=row.found))
        self.setAccessibleDescription("\n".join(filter(None, more)))


class FingerprintBox(QWidget):
    """The fingerprint to compare by telephone, and that it was compared (`compared` carries the signer)."""

    compared = Signal(object)

    def __init__(self, signer: Signer) -> None:
        super().__init__()
        digits = short(signer.fingerprint)
        self.number, self._copy, self.keep = Words("section"), Button("link"), Button("small", "check")
        self.number.say(digits)
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._copy.say(_("Copy"))
        self.keep.say(_("I compared it: remember this signer"))
        self.keep.setAccessibleDescription(_("{name}, {digits}").format(name=signer.name, digits=digits))
        frame = QFrame()
        frame.setProperty("role", "card")
        inside = QHBoxLayout(frame)
        inside.setContentsMargins(16, 6, 16, 6)
        inside.addWidget(self.number)
        top, row = QHBoxLayout(), QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(frame)
        top.addWidget(self._copy)
        top.addStretch(1)
        row.addWidget(self.keep)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 4)
        box.setSpacing(8)
        box.addLayout(top)
        box.addLayout(row)
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(digits))
        self.keep.clicked.connect(lambda: self.compared.emit(signer))


class ResultTable(QWidget):
    """What is printed in the report and what its answers give, one below the other."""

    def __init__(self, told: Mapping[str, Any], checked: Checked) -> None:
        super().__init__()
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 4, 0, 0)
        self.grid.setHorizontalSpacing(16)
        self.grid.setVerticalSpacing(6)
        self.grid.setColumnStretch(1, 1)
        heads = ("", _("Grade"), _("Score"), _("Red lines broken"))
        printed = (_("Printed in the report"), *_cells(told))
        computed = (_("Computed from the answers"), *_cells(_computed(told, checked)))
        for n, cells in enumerate((heads, printed, computed)):
            for column, words in enumerate(cells):
                differs = n == 1 and column and words != computed[column]
                role = "hint" if n == 0 else "second" if column == 0 else "problem" if differs else "help"
                self.grid.addWidget(Words(role, words, wrap=column == 1), n, column)  # type: ignore[arg-type]


def _computed(told: Mapping[str, Any], checked: Checked) -> Mapping[str, Any]:
    """Return the result that the answers give: the printed one but for what differs."""
    differences = checked.result.differences if checked.result is not None else ()
    return {**told, **{each.part: each.computed for each in differences}}


def _cells(told: Mapping[str, Any]) -> tuple[str, str, str]:
    score, words = told.get("score"), told.get("grade_words")
    value = str(score.get("value", "-")) if isinstance(score, dict) else "-"
    said = str(words.get(current(), "")) if isinstance(words, dict) else ""
    grade = " ".join(filter(None, (str(told.get("grade") or ""), said)))
    return grade or "-", value, _broken(told.get("red_lines"))


def _broken(reds: object) -> str:
    if not isinstance(reds, list):
        return "-"
    return str(sum(isinstance(one, dict) and one.get("state") == "gap" for one in reds))


class FoundCard(QFrame):
    """All that was looked at; `compared` carries a signer whose fingerprint was compared."""

    compared = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.rows: list[FoundRow] = []
        self.prints: list[FingerprintBox] = []
        self.table: ResultTable | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(1, 1, 1, 1)
        self._box.setSpacing(0)

    def show_account(self, checked: Checked, told: Account) -> None:
        """Show what was found."""
        while (item := self._box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows, self.prints, self.table = [], [], None
        strangers = unknown_signers(checked)
        for row in told.rows:
            self._add(row, checked, is_stranger=row.signer in strangers)

    def _add(self, row: Row, checked: Checked, *, is_stranger: bool) -> None:
        if self.rows:
            self._box.addWidget(line())
        made = FoundRow(row, with_details=not is_stranger)
        self.rows.append(made)
        self._box.addWidget(made)
        if is_stranger and row.signer is not None:
            box = FingerprintBox(row.signer)
            box.compared.connect(self.compared)
            self.prints.append(box)
            made.below.addWidget(box)
        result = checked.result
        as_signed = checked.verdict.intact or not checked.verdict.signers
        compares = as_signed and result is not None and (result.holds or result.follows is False)
        if row.topic == "result" and checked.told and compares:
            self.table = ResultTable(checked.told, checked)
            made.below.addWidget(self.table)
