"""One of two or three, side by side: language, view, use, paper size."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from facewise.ui.fonts import sized
from facewise.ui.theme import tokens_of

HEIGHT = 32
RADIUS = 6.0


class Segment(QRadioButton):
    """One part of a segmented toggle: a radio button that is drawn as a part."""

    def __init__(self, *, first: bool, last: bool) -> None:
        super().__init__()
        self._first, self._last = first, last
        self.setFixedHeight(HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Return room for the words and 12 pixels at either side."""
        return QSize(QFontMetrics(sized(14, QFont.Weight.Medium)).horizontalAdvance(self.text()) + 26, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the same: words are never cut."""
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        """Return whether a click hits: anywhere on the part."""
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the part: tinted with a thick edge where it is chosen."""
        tokens, chosen = tokens_of(self), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2.0 if chosen else 1.0
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.setPen(QPen(QColor(tokens.accent if chosen else tokens.edge), width))
        painter.setBrush(QColor(tokens.tint if chosen else tokens.card))
        painter.drawPath(_rounded(box, left=self._first, right=self._last))
        painter.setPen(QColor(tokens.accent if chosen else tokens.ink))
        painter.setFont(sized(14, QFont.Weight.Medium if chosen else QFont.Weight.Normal))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


def _rounded(box: QRectF, *, left: bool, right: bool) -> QPainterPath:
    """Return a box whose outer corners are rounded."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(box, RADIUS, RADIUS)
    half = box.width() / 2
    if not left:
        path.addRect(box.adjusted(0, 0, -half, 0))
    if not right:
        path.addRect(box.adjusted(half, 0, 0, 0))
    return path.simplified()


class Segmented(QWidget):
    """A toggle of two or more parts; `chosen` carries the key of the part that a person chose."""

    chosen = Signal(str)

    def __init__(self, keys: Sequence[str]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._parts = {key: Segment(first=n == 0, last=n == len(keys) - 1) for n, key in enumerate(keys)}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for key, part in self._parts.items():
            self._group.addButton(part)
            row.addWidget(part)
            part.toggled.connect(lambda on, key=key: self.chosen.emit(key) if on else None)

    def say(self, name: str, words: dict[str, str]) -> None:
        """Set the words of every part; each part's name tells also what the toggle is for."""
        for key, part in self._parts.items():
            part.setText(words[key])
            part.setAccessibleName(words[key])
            part.setAccessibleDescription(name)
            part.updateGeometry()

    def choose(self, key: str) -> None:
        """Show a part as chosen, without a signal."""
        before = self.blockSignals(True)
        if key in self._parts:
            self._parts[key].setChecked(True)
        self.blockSignals(before)

    def changeEvent(self, event: QEvent) -> None:
        """Repaint when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
