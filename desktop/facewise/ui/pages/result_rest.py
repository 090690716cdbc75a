"""The end of the result: what was not asked and why, and what is to be kept in mind."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from facewise.content.pack import Note, Pack
from facewise.i18n import Language, _, current, ngettext
from facewise.ui.outcome import Unasked
from facewise.ui.widgets.buttons import Button
from facewise.ui.widgets.cards import Card
from facewise.ui.widgets.words import Words

COUNT, LINK = 88, 120


class UnaskedRow(QWidget):
    """Questions that are not asked for one reason, with the way to the answer that says so."""

    def __init__(self, unasked: Unasked) -> None:
        super().__init__()
        count = len(unasked.questions)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(2)
        left.addWidget(Words("name", unasked.section, wrap=True))
        left.addWidget(Words("hint", "\n".join(unasked.questions), wrap=True))
        right.setSpacing(2)
        for sentence in unasked.because:
            right.addWidget(Words("second", sentence, wrap=True))
        number = Words("second", ngettext("{count} question", "{count} questions", count).format(count=count))
        number.setFixedWidth(COUNT)
        self.link = Button("link")
        self.link.say(_("Go to that question"))
        self.link.setAccessibleDescription(" ".join(unasked.because))
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 10, 20, 10)
        row.setSpacing(20)
        row.addLayout(_top(left), 5)
        row.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(_top(right), 4)
        row.addWidget(self.link, 0, Qt.AlignmentFlag.AlignTop)
        self.link.setVisible(unasked.source is not None)


def _top(box: QVBoxLayout) -> QLayout:
    box.addStretch(1)
    return box


class UnaskedCard(Card):
    """The questions that do not apply, or may still be asked, by their reasons."""

    followed = Signal(object)

    def show_unasked(self, unasked: Sequence[Unasked], *, maybe: bool) -> None:
        """Show them; a card without any hides."""
        self.clear()
        self.setVisible(bool(unasked))
        count = sum(len(one.questions) for one in unasked)
        if maybe:
            sentence = ngettext(
                "{count} question may still be asked", "{count} questions may still be asked", count
            )
        else:
            sentence = ngettext(
                "{count} question not asked, and why", "{count} questions not asked, and why", count
            )
        hint = (
            _("It depends on answers that are still open.")
            if maybe
            else _("The reasons are printed in the report.")
        )
        self.say(sentence.format(count=count), hint)
        for each in unasked:
            row = UnaskedRow(each)
            row.link.clicked.connect(lambda _on=False, key=each.source: self.followed.emit(key))
            self.add(row)


class NotesCard(Card):
    """Remarks that the answers call for: local rules, other law, what to take advice on."""

    def show_notes(self, pack: Pack, notes: Sequence[Note], language: Language) -> None:
        """Show them, and that this is no finding of an authority."""
        self.clear()
        self.say(_("Please note"))
        for note in notes:
            law = [pack.law[cite].reference[language] for cite in note.cites if cite in pack.law]
            self.add(
                _remark(
                    note.title[language], note.text[language], ("；" if language == "zh" else "; ").join(law)
                )
            )
        self.add(_remark("", pack.words["summary.caution"][current()], ""))


def _remark(title: str, text: str, law: str) -> QWidget:
    made = QWidget()
    box = QVBoxLayout(made)
    box.setContentsMargins(20, 10, 20, 12)
    box.setSpacing(2)
    for role, words in (("name", title), ("help", text), ("hint", law)):
        if words:
            box.addWidget(Words(role, words, wrap=True))  # type: ignore[arg-type]
    return made
