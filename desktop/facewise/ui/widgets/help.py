"""The panel beside a question: what to look at, what the law says, why it is asked, typical evidence."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from facewise.i18n import Language, Text, _
from facewise.ui.icons import Picture
from facewise.ui.phrases import paragraphs
from facewise.ui.widgets.buttons import Button
from facewise.ui.widgets.quotation import Quotation
from facewise.ui.widgets.words import Words, line

SECTIONS = ("look", "law", "why", "evidence")
_SYMBOLS = {"look": "eye", "law": "scale", "why": "circle-question-mark", "evidence": "paperclip"}


@dataclass(frozen=True, slots=True)
class LawText:
    """One provision: where it stands and, where its text may be quoted, the text in both languages."""

    reference: Text
    text: Text | None = None
    abridged: bool = False


@dataclass(frozen=True, slots=True)
class Help:
    """What the panel tells about one question, in the language of the window; the law in both."""

    look: tuple[str, ...] = ()
    trap: tuple[str, ...] = ()
    law: tuple[LawText, ...] = ()
    why: str = ""
    because: tuple[tuple[str, str], ...] = ()
    """Answers that this question follows from: key of the question, and a sentence."""
    evidence: tuple[str, ...] = field(default=())


class Fold(QWidget):
    """A heading that opens and closes what is under it."""

    toggled = Signal(bool)

    def __init__(self, symbol: str) -> None:
        super().__init__()
        self.head, self.body = QToolButton(), QWidget()
        self._arrow = Picture("chevron-up", 16, colour="text2")
        self.head.setProperty("role", "fold")
        self.head.setCheckable(True)
        self.head.setChecked(True)
        self.head.setSizePolicy(self.head.sizePolicy().Policy.Expanding, self.head.sizePolicy().Policy.Fixed)
        inside = QHBoxLayout(self.head)
        inside.setContentsMargins(0, 0, 0, 0)
        self._words = Words("strong")
        inside.addWidget(Picture(symbol, 16, colour="text2"))
        inside.addWidget(self._words, 1)
        inside.addWidget(self._arrow)
        self.box = QVBoxLayout(self.body)
        self.box.setContentsMargins(0, 0, 0, 8)
        self.box.setSpacing(8)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        outer.addWidget(self.head)
        outer.addWidget(self.body)
        self.head.toggled.connect(self._fold)

    def say(self, title: str) -> None:
        """Set the heading."""
        self._words.say(title)
        self.head.setAccessibleName(title)

    def open(self, *, on: bool) -> None:
        """Open or close."""
        self.head.setChecked(on)

    def clear(self) -> None:
        """Take everything out from under the heading."""
        while (item := self.box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _fold(self, on: bool) -> None:  # noqa: FBT001, a slot of Qt's toggled(bool)
        self.body.setVisible(on)
        self._arrow.show_picture("chevron-up" if on else "chevron-down")
        self.toggled.emit(on)


class HelpPanel(QScrollArea):
    """Four sections, each open or closed as the user left it; `followed` names a question to go to."""

    folded = Signal(str, bool)
    followed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._help, self._other = Help(), False
        self._language: Language = "zh"
        self._folds = {name: Fold(_SYMBOLS[name]) for name in SECTIONS}
        self._lines: list[QFrame] = []
        inner = QWidget()
        inner.setProperty("role", "page")
        box = QVBoxLayout(inner)
        box.setContentsMargins(24, 12, 24, 16)
        box.setSpacing(8)
        for name, fold in self._folds.items():
            if self._lines or name != SECTIONS[0]:
                self._lines.append(line())
                box.addWidget(self._lines[-1])
            box.addWidget(fold)
            fold.toggled.connect(lambda on, name=name: self.folded.emit(name, on))
        box.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def open_only(self, names: Sequence[str]) -> None:
        """Open these sections and close the others, without a signal."""
        before = self.blockSignals(True)
        for name, fold in self._folds.items():
            fold.open(on=name in names)
        self.blockSignals(before)

    def show_help(self, shown: Help, language: Language) -> None:
        """Show what is to be told about a question, in a language."""
        if shown != self._help or language != self._language:
            self._help, self._language, self._other = shown, language, False
            self.retranslate()

    def retranslate(self) -> None:
        """Set all words."""
        self._folds["look"].say(_("What to look at"))
        self._folds["law"].say(_("What the law says"))
        self._folds["why"].say(_("Why this is asked"))
        self._folds["evidence"].say(_("Typical evidence"))
        for fold in self._folds.values():
            fold.clear()
        self._fill_points("look", (*self._help.look, *self._help.trap))
        self._fill_points("evidence", self._help.evidence)
        self._fill_why()
        self._fill_law()
        shown = {
            "look": self._help.look,
            "law": self._help.law,
            "why": self._help.why,
            "evidence": self._help.evidence,
        }
        for name, fold in self._folds.items():
            fold.setVisible(bool(shown[name]))

    def _fill_points(self, name: str, points: Sequence[str]) -> None:
        for point in points:
            row, words = QHBoxLayout(), Words("help", point, wrap=True)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            row.addWidget(_bullet(), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(words, 1)
            holder = QWidget()
            holder.setLayout(row)
            self._folds[name].box.addWidget(holder)

    def _fill_why(self) -> None:
        box = self._folds["why"].box
        box.addWidget(Words("help", self._help.why, wrap=True))
        for key, sentence in self._help.because:
            link = Button("link")
            link.say(_("Go to that question"))
            link.setAccessibleDescription(sentence)
            link.clicked.connect(lambda _on=False, key=key: self.followed.emit(key))
            box.addWidget(Words("second", sentence, wrap=True))
            box.addWidget(link)

    def _fill_law(self) -> None:
        language = _other(self._language) if self._other else self._language
        box = self._folds["law"].box
        for law in self._help.law:
            quotation = Quotation()
            quotation.say(_law_html(law, language), law.reference[language])
            box.addWidget(quotation)
        if any(law.text for law in self._help.law):
            link = Button("link")
            link.say("显示中文原文" if language == "en" else "Show English")
            link.clicked.connect(self._turn)
            box.addWidget(link)

    def _turn(self) -> None:
        self._other = not self._other
        self.retranslate()


def _bullet() -> Words:
    made = Words("help", "•")
    made.setFixedWidth(8)
    made.setAccessibleName(" ")
    return made


def _other(language: Language) -> Language:
    return "en" if language == "zh" else "zh"


def _law_html(law: LawText, language: Language) -> str:
    words = paragraphs(law.text[language]) if law.text else ""
    notes = [law.reference[language]]
    if law.text and language == "en":
        notes.append("Unofficial translation; the Chinese text prevails.")
    return words + "".join(f'<div style="font-size:13px">{paragraphs(note)}</div>' for note in notes)
