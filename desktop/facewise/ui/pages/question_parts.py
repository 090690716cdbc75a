"""The parts of the question page: its head, the reason of "not applicable", note and evidence."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facewise.i18n import Language, _
from facewise.ui.flow import PartState
from facewise.ui.icons import Picture
from facewise.ui.say import more_may_be_asked, questions_left
from facewise.ui.widgets.buttons import Button
from facewise.ui.widgets.evidence import EvidenceStrip, Piece
from facewise.ui.widgets.fields import Drop, Labelled, NoteField, TypedLine
from facewise.ui.widgets.progress import Progress
from facewise.ui.widgets.words import Role, Words


class Head(QWidget):
    """How far one has come, and which use the question is about."""

    used = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._left, self._maybe, self._shift = Words("second"), Words("second"), Words("strong")
        self._label, self._uses, self._bar = Words("second"), Drop(), Progress()
        self._uses.setProperty("role", "small")
        self._uses.setMaximumWidth(280)
        row = QHBoxLayout()
        row.setSpacing(16)
        for part in (self._left, self._maybe, self._shift):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._label)
        row.setSpacing(12)
        row.addWidget(self._uses)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(row)
        box.addWidget(self._bar)
        self._uses.picked.connect(self.used)
        self.setMinimumHeight(48)

    def show_progress(self, state: PartState) -> None:
        """Show how many questions are answered, left and may be asked."""
        left, maybe = questions_left(state.left), more_may_be_asked(state.maybe)
        self._left.say(left)
        self._maybe.say(maybe)
        self._maybe.setVisible(bool(maybe))
        name = _("{left}, {maybe}").format(left=left, maybe=maybe) if maybe else left
        self._bar.show_progress(state.answered, state.left, state.maybe, name)

    def show_shift(self, words: str) -> None:
        """Say once that the last answer opened or closed questions."""
        self._shift.say(words)
        self._shift.setVisible(bool(words))

    def show_uses(self, uses: Sequence[tuple[str, str]], current: str | None) -> None:
        """Show the uses, where there is a choice."""
        self._label.say(_("Use"))
        self._uses.setAccessibleName(_("Use"))
        self._uses.show_choices(uses, current)
        for part in (self._label, self._uses):
            part.setVisible(len(uses) > 1 and current is not None)


class Tag(QFrame):
    """Says that the question is a red line."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "tag")
        self._words = Words("tag-red")
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 2, 8, 2)
        row.setSpacing(6)
        row.addWidget(Picture("open", 16, family="shapes"))
        row.addWidget(self._words)

    def say(self, words: str) -> None:
        """Set the words."""
        self._words.say(words)


class Hint(QFrame):
    """A remark on the answer, in a quiet box."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "remark")
        self._words = Words("help", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(Picture("info", 16, colour="text2"))
        row.addWidget(self._words, 1)
        self.hide()

    def say(self, text: str) -> None:
        """Show a remark, or nothing."""
        self._words.say(text)
        self.setVisible(bool(text))


class Reason(QWidget):
    """Why a question is not applicable: typed, or one of the ready reasons."""

    given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._field = Labelled(TypedLine())
        self._ready = QHBoxLayout()
        self._ready.setSpacing(8)
        self._buttons: list[Button] = []
        box = QVBoxLayout(self)
        box.setContentsMargins(48, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self._field)
        box.addLayout(self._ready)
        self._field.field.settled.connect(self._tell)

    def show_reason(self, reason: str, ready: Sequence[str]) -> None:
        """Show the reason given, and the ready ones."""
        self._field.say(_("Why does it not apply? (printed in the report)"))
        self._field.field.show_text(reason)
        for old in self._buttons:
            self._ready.removeWidget(old)
            old.hide()
            old.deleteLater()
        while self._ready.count():
            self._ready.takeAt(0)
        self._buttons = [Button("small") for _words in ready]
        for button, words in zip(self._buttons, ready, strict=True):
            button.say(words)
            self._ready.addWidget(button)
            button.clicked.connect(lambda _on=False, words=words: self.given.emit(words))
        self._ready.addStretch(1)

    def settle(self) -> None:
        """Tell what is typed; an empty reason is asked for."""
        self._field.field.settle()

    def _tell(self, typed: str) -> None:
        self._field.complain("" if typed else _("Say why: without a reason the question stays open."))
        self.given.emit(typed)


class NoteAndEvidence(QWidget):
    """Note and evidence side by side; in a low window two buttons that unfold them."""

    noted = Signal(str)
    noted_privately = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.note, self.private, self.strip = NoteField(), NoteField(private=True), EvidenceStrip()
        self._low, self._count = False, 0
        self._title, self._number, self._cleaned = Words("label"), Words("hint"), Words("hint", wrap=True)
        self._more = Button("link", "lock")
        self._folds = (Button("small", "pencil"), Button("small", "paperclip"))
        self._left, self._right = QWidget(), QWidget()
        self._lay_out()
        self.private.hide()
        self.note.settled.connect(self.noted)
        self.private.settled.connect(self.noted_privately)
        self._more.clicked.connect(self._open_private)
        for button in self._folds:
            button.setCheckable(True)
            button.toggled.connect(self._show)

    def show_answer(self, note: str, private: str, pieces: Sequence[Piece]) -> None:
        """Show note and evidence of an answer."""
        self.note.field.show_text(note)
        self.private.field.show_text(private)
        self.private.setVisible(bool(private) or self.private.field.hasFocus())
        self._more.setVisible(self.private.isHidden())
        self._count = len(pieces)
        self.strip.show_pieces(pieces, _("Add evidence"), _("Evidence"))
        self._cleaned.setVisible(any(piece.picture is not None for piece in pieces))
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words."""
        self.note.say(_("Note (printed in the report)"))
        self.private.say(_("Private note (never printed)"))
        self._more.say(_("Private note"))
        self._title.say(_("Evidence"))
        self._cleaned.say(_("Where and when photos were taken is left out."))
        for note in (self.note, self.private):
            note.field.setPlaceholderText(_("Without names of customers or staff"))
        self._number.say(f"({self._count})" if self._count else "")
        notes = bool(self.note.field.toPlainText()) + bool(self.private.field.toPlainText())
        for button, word, count in zip(
            self._folds, (_("Note"), _("Evidence")), (notes, self._count), strict=True
        ):
            button.say(_("{word} {count}").format(word=word, count=count) if count else word)

    def fit(self, *, low: bool) -> None:
        """Fold in a low window."""
        self._low = low
        self._show()

    def open_note(self) -> None:
        """Unfold the note and go there."""
        self._folds[0].setChecked(True)
        self.note.field.setFocus()

    def settle(self) -> None:
        """Tell what is typed."""
        self.note.field.settle()
        self.private.field.settle()

    def _show(self) -> None:
        for button, part in zip(self._folds, (self._left, self._right), strict=True):
            button.setVisible(self._low)
            part.setVisible(not self._low or button.isChecked())

    def _open_private(self) -> None:
        self.private.show()
        self._more.hide()
        self.private.field.setFocus()

    def _lay_out(self) -> None:
        self._lay_out_sides()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in self._folds:
            buttons.addWidget(button)
        buttons.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._left, 4)
        row.addWidget(self._right, 3)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(buttons)
        box.addLayout(row)

    def _lay_out_sides(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._title)
        head.addWidget(self._number, 1)
        right = QVBoxLayout(self._right)
        right.addLayout(head)
        left = QVBoxLayout(self._left)
        for box, parts, gap in (
            (left, (self.note, self._more, self.private), 8),
            (right, (self.strip, self._cleaned), 4),
        ):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(gap)
            for part in parts:
                box.addWidget(part)
            box.addStretch(1)


def language_role(language: Language, *, small: bool) -> Role:
    """Return the role of the question's words: English and small windows take a smaller size."""
    if small:
        return "question-small"
    return "question" if language == "zh" else "question-en"
