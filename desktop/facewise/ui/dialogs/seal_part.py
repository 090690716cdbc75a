"""The picture of an identity's seal: chosen, its paper taken away, its size, its looks, and removing it."""

from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from facewise.i18n import _
from facewise.signing.identities import Signatory, short
from facewise.signing.seal import Seal
from facewise.store.seals import SIZES, keep_seal, remove_seal, seal_of, set_seal_size
from facewise.ui.fonts import sized
from facewise.ui.tokens import LIGHT
from facewise.ui.widgets.buttons import Button
from facewise.ui.widgets.fields import Drop
from facewise.ui.widgets.words import Words
from facewise.ui.working import run

BOX = (83, 56)
"""Millimetres of a signature box on paper."""
PIXELS = 2.8
"""Logical pixels of a millimetre in the preview."""
ACROSS = 112


class StampPreview(QWidget):
    """How the signature will look on paper, which is white whatever the theme."""

    def __init__(self) -> None:
        super().__init__()
        self._who: Signatory | None = None
        self._picture, self._millimetres = QImage(), 0.0
        self._kind = ""
        self.setFixedSize(round(BOX[0] * PIXELS), round(BOX[1] * PIXELS))

    def show_stamp(self, who: Signatory | None, seal: Seal | None) -> None:
        """Show a signer, with the picture of a seal or without."""
        self._who = who
        self._picture = QImage.fromData(seal.png) if seal is not None else QImage()
        self._millimetres = seal.millimetres if seal is not None else 0.0
        said = (
            _("{millimetres} mm wide").format(millimetres=f"{self._millimetres:g}") if seal else _("no seal")
        )
        name = who.name if who is not None else ""
        self.setAccessibleName(_("How the signature looks"))
        self.setAccessibleDescription(_("{name}, {seal}").format(name=name, seal=said))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, the words and the seal over them, as it would be stamped."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(QPen(QColor(LIGHT.edge), 1))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        if not self._picture.isNull():
            painter.drawImage(self._seal_box(), self._picture)
        if self._who is not None:
            self._draw_words(painter, self._who)
        painter.end()

    def _seal_box(self) -> QRectF:
        wide = self._millimetres * PIXELS
        high = wide * self._picture.height() / max(self._picture.width(), 1)
        if high > self.height() - 16:
            wide, high = wide * (self.height() - 16) / high, self.height() - 16
        return QRectF(self.width() - wide - 8, (self.height() - high) / 2, wide, high)

    def _draw_words(self, painter: QPainter, who: Signatory) -> None:
        painter.fillRect(QRectF(12, 36, 3, 78), QColor(LIGHT.accent))
        painter.setPen(QColor(LIGHT.ink))
        room = self.width() - 36
        font = sized(15, QFont.Weight.Bold)
        painter.setFont(font)
        name = painter.fontMetrics().elidedText(who.name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(24, 34, room, 24), Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(sized(12, QFont.Weight.Normal))
        lines = (who.organisation or _("signature"), _("day and time"), short(who.fingerprint))
        for n, words in enumerate(lines):
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(24, 58 + 19 * n, room, 19), Qt.AlignmentFlag.AlignVCenter, shown)


class SealPart(QWidget):
    """The seal of one identity; what is chosen is kept at once: `changed`, or `failed` with a sentence."""

    changed = Signal()
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._who: Signatory | None = None
        self._path: Path | None = None
        self.choose, self.remove = Button("small", "image"), Button("small", "trash-2")
        self.transparent = QCheckBox()
        self._label, self.across, self.preview = Words("label"), Drop(), StampPreview()
        self.transparent.setChecked(True)
        self.across.setProperty("role", "small")
        self._lay_out()
        self.choose.clicked.connect(self._ask)
        self.remove.clicked.connect(self._remove)
        self.transparent.toggled.connect(self._again)
        self.across.picked.connect(self._resize)

    def show_signer(self, who: Signatory | None) -> None:
        """Show the seal of an identity."""
        self._who, self._path = who, None
        self._show()

    def retranslate(self) -> None:
        """Set all words."""
        self.transparent.setText(_("The ink alone, without its paper"))
        self.remove.say(_("Remove the seal"))
        self._label.say(_("Diameter"))
        self._show()

    def seal(self) -> Seal | None:
        """Return the seal that is kept for the identity."""
        return seal_of(self._who.fingerprint) if self._who is not None else None

    def take(self, path: Path) -> None:
        """Keep a picture as the seal, beside the window."""
        who, transparent = self._who, self.transparent.isChecked()
        if who is None:
            return
        self._path = path
        self.setEnabled(False)
        running = run(
            self,
            lambda _tell: keep_seal(who.fingerprint, path, transparent=transparent),
            lambda _nothing: self._tell(),
            self._refuse,
        )
        running.ended.connect(lambda: self.setEnabled(True))

    def _again(self) -> None:
        """Make the picture anew, with its paper or without."""
        if self._path is not None:
            self.take(self._path)

    def _refuse(self, sentence: str) -> None:
        self._path = None
        self.failed.emit(sentence)

    def _tell(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        seal = self.seal()
        self.preview.show_stamp(self._who, seal)
        self.choose.say(_("Choose another picture...") if seal else _("Choose a picture..."))
        for part in (self.remove, self.across, self._label):
            part.setVisible(seal is not None)
        self.transparent.setVisible(seal is None or self._path is not None)
        now = round(seal.millimetres) if seal else SIZES[1]
        sizes = sorted({*SIZES, now})
        words = [(str(each), _("{millimetres} mm").format(millimetres=each)) for each in sizes]
        self.across.show_choices(words, str(now))
        self.across.setAccessibleName(_("Diameter"))

    def _ask(self) -> None:
        words = _("Pictures (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff)")
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Choose the picture of the seal"), "", words)
        if chosen:
            self.take(Path(chosen))

    def _resize(self, millimetres: str) -> None:
        if self._who is not None:
            set_seal_size(self._who.fingerprint, int(millimetres))
            self._tell()

    def _remove(self) -> None:
        if self._who is not None:
            remove_seal(self._who.fingerprint)
            self._path = None
            self._tell()

    def _lay_out(self) -> None:
        size, left, whole = QHBoxLayout(), QVBoxLayout(), QHBoxLayout(self)
        size.setSpacing(12)
        size.addWidget(self._label)
        size.addWidget(self.across)
        size.addStretch(1)
        self.across.setFixedWidth(ACROSS)
        left.setSpacing(8)
        start = Qt.AlignmentFlag.AlignLeft
        left.addWidget(self.choose, 0, start)
        left.addWidget(self.transparent)
        left.addLayout(size)
        left.addWidget(self.remove, 0, start)
        left.addStretch(1)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(16)
        whole.addLayout(left, 1)
        whole.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignTop)
