"""Words on the screen: labels in the roles of the type scale, and thin lines between them."""

from typing import Literal, TypeAlias

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from facewise.ui.phrases import LONGEST, paragraphs

Role: TypeAlias = Literal[
    "title", "verdict", "question", "question-en", "question-small", "section", "card-title",
    "figure", "figure2", "name", "answer", "label", "strong", "lead", "second", "help", "hint",
    "problem", "red", "tag-red", "key", "body",
]  # fmt: skip

_HEADINGS = {
    "title": 104,
    "verdict": 100,
    "question": 104,
    "question-en": 100,
    "question-small": 110,
    "section": 104,
}
"""Line heights of headings in per cent of the natural line; everything else has 110."""


class Words(QLabel):
    """A label in a role; with `wrap` it takes as many lines as it needs, and keeps Chinese phrases whole."""

    def __init__(self, role: Role = "body", text: str = "", *, wrap: bool = False) -> None:
        super().__init__()
        self._wraps = wrap
        self._plain = ""
        self.setProperty("role", role)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.say(text)

    def say(self, text: str) -> None:
        """Show a text."""
        self._plain = text
        if self._wraps:
            height = _HEADINGS.get(str(self.property("role")))
            rich = paragraphs(text, height, LONGEST) if height else paragraphs(text)
            self.setText(rich if text else "")
            self.setAccessibleName(text)
        else:
            _stay_plain(self, text)
            self.setText(text)

    def minimumSizeHint(self) -> QSize:
        """Return little where it wraps: height follows from width; QLabel would ask for that of the least."""
        return QSize(40, self.fontMetrics().height()) if self._wraps else super().minimumSizeHint()

    def said(self) -> str:
        """Return the text as it was given."""
        return self._plain

    def become(self, role: Role) -> None:
        """Take another role of the type scale."""
        if self.property("role") != role:
            self.setProperty("role", role)
            repolish(self)
            self.say(self._plain)


class ElidedWords(QLabel):
    """One line that is cut where it is too long, in the middle or at the end.

    The whole text is its tooltip and its name.
    """

    def __init__(self, role: Role = "body", *, at_end: bool = False) -> None:
        super().__init__()
        self._plain, self._at_end = "", at_end
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, text: str) -> None:
        """Show a text."""
        self._plain = text
        _stay_plain(self, text)
        self.setAccessibleName(text)
        self._fit()

    def said(self) -> str:
        """Return the whole text."""
        return self._plain

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the text anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        from PySide6.QtCore import Qt

        mode = Qt.TextElideMode.ElideRight if self._at_end else Qt.TextElideMode.ElideMiddle
        shown = self.fontMetrics().elidedText(self._plain, mode, max(self.width(), 24))
        self.setText(shown)
        self.setToolTip(self._plain if shown != self._plain else "")


def _stay_plain(label: QLabel, text: str) -> None:
    """Let nothing in a text be taken for markup.

    Only where some could be: naming an enum of Qt's namespace makes Python build all of them, 25 ms which the
    first paint does not have.
    """
    if "<" in text or "&" in text:
        from PySide6.QtCore import Qt

        label.setTextFormat(Qt.TextFormat.PlainText)


def line() -> QFrame:
    """Return a thin line across."""
    made = QFrame()
    made.setProperty("role", "line")
    made.setFixedHeight(1)
    return made


def repolish(widget: QWidget) -> None:
    """Let the style sheet look again at a widget whose properties changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
