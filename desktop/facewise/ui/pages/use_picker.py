"""What faces are used for: one tile for each kind, of which any number may be chosen."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QGridLayout, QMessageBox, QSizePolicy, QStyle, QWidget

from facewise.assessment.answers import Use
from facewise.i18n import _, current
from facewise.ui.fonts import sized
from facewise.ui.icons import paint, renderer
from facewise.ui.say import use_name
from facewise.ui.session import Session
from facewise.ui.style import draw_check
from facewise.ui.theme import tokens_of
from facewise.ui.widgets.quiet import show_checked

SYMBOLS = {
    "resident_gate": "door-open",
    "visitors": "users",
    "payment": "wallet",
    "membership": "id-card",
    "staff": "user-check",
    "hotel": "bed-double",
    "ticket_gate": "ticket",
    "watchlist": "scan-face",
    "lockers": "package",
    "other": "ellipsis",
}
COLUMNS = {"zh": 3, "en": 2}
"""English names need more room."""


class Tile(QCheckBox):
    """A check box as large as a thumb, with an outline; chosen, it is tinted."""

    def __init__(self, symbol: str) -> None:
        super().__init__()
        self._symbol = symbol
        self.setFixedHeight(48)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Return room for box, outline and words."""
        return QSize(80 + self.fontMetrics().horizontalAdvance(self.text()) + 16, 48)

    def hitButton(self, position: QPoint) -> bool:
        """Return whether a click hits: anywhere on the tile."""
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw edge, box, outline and words."""
        tokens, chosen = tokens_of(self), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2.0 if chosen else 1.0
        edge = tokens.accent if chosen else tokens.edge if self.underMouse() else tokens.line
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(tokens.tint if chosen else tokens.card))
        half = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 8, 8)
        on = QStyle.StateFlag.State_On if chosen else QStyle.StateFlag.State_Off
        draw_check(painter, QRectF(14, 14, 20, 20), tokens, on | QStyle.StateFlag.State_Enabled)
        paint(painter, QRectF(44, 15, 18, 18), renderer("icons", self._symbol, tokens, "text2"))
        painter.setFont(sized(15))
        painter.setPen(QColor(tokens.ink))
        room = self.width() - 72 - 8
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(self.rect().adjusted(72, 0, -8, 0), Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()


class UsePicker(QWidget):
    """The tiles; taking a use away that has answers asks first."""

    asked = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._tiles = {kind: Tile(symbol) for kind, symbol in SYMBOLS.items()}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        for kind, tile in self._tiles.items():
            tile.toggled.connect(lambda on, kind=kind: self._turn(kind, on=on))
        self.retranslate()

    def show_uses(self) -> None:
        """Show which kinds are chosen."""
        chosen = {use.kind for use in self._session.answers.uses}
        for kind, tile in self._tiles.items():
            show_checked(tile, on=kind in chosen)

    def retranslate(self) -> None:
        """Set all words."""
        kinds = {choice.id: choice.text[current()] for choice in self._session.question("S4").choices}
        columns = COLUMNS[current()]
        for column in range(max(COLUMNS.values())):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for n, (kind, tile) in enumerate(self._tiles.items()):
            self._grid.addWidget(tile, n // columns, n % columns)
            tile.setText(kinds[kind])
            tile.setToolTip(kinds[kind])
            tile.setAccessibleName(kinds[kind])

    def add(self, kind: str) -> None:
        """Add a use of a kind; its name is that of the kind, numbered where there is one already."""
        uses = self._session.answers.uses
        taken = {use.id for use in uses}
        names = (kind if n == 1 else f"{kind}_{n}" for n in range(1, len(uses) + 3))
        self._session.set_uses((*uses, Use(id=next(name for name in names if name not in taken), kind=kind)))

    def take_away(self, kind: str) -> None:
        """Take away every use of a kind, and its answers."""
        self._session.set_uses([use for use in self._session.answers.uses if use.kind != kind])

    def _turn(self, kind: str, *, on: bool) -> None:
        gone = [use for use in self._session.answers.uses if use.kind == kind]
        if on:
            self.add(kind)
        elif any(answer.confirmed for use in gone for answer in use.answers.values()):
            show_checked(self._tiles[kind], on=True)
            self._ask(kind, use_name(self._session.way, gone[0].id, current()))
        else:
            self.take_away(kind)

    def _ask(self, kind: str, name: str) -> None:
        question = _("Take away {use}? Its answers go with it.").format(use=name)
        box = QMessageBox(QMessageBox.Icon.NoIcon, _("Facewise"), question, parent=self)
        away = box.addButton(_("Take away"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(_("Keep"), QMessageBox.ButtonRole.RejectRole)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.buttonClicked.connect(lambda button: self.take_away(kind) if button is away else None)
        box.open()
