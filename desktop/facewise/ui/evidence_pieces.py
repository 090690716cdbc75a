"""The evidence of an answer: its pictures for the strip, and what one can do with an item."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCursor, QPixmap
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from facewise.assessment.answers import Answer, Evidence
from facewise.i18n import _
from facewise.store.replacing import replace_file
from facewise.ui.session import Session
from facewise.ui.widgets.evidence import PICTURE, Piece

SHARPNESS = 2


def pieces_of(session: Session, answer: Answer) -> tuple[Piece, ...]:
    """Return the items of an answer, photographs as small pictures."""
    return tuple(
        Piece(item.id, item.note or item.file, _picture(session, item.sha256)) for item in answer.evidence
    )


def _picture(session: Session, digest: str) -> QPixmap | None:
    content = session.site.evidence.get(digest)
    made = QPixmap()
    if content is None or not made.loadFromData(content):
        return None
    size = QSize(*PICTURE) * SHARPNESS
    fitted = made.scaled(
        size, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    )
    left, top = (fitted.width() - size.width()) // 2, (fitted.height() - size.height()) // 2
    cut = fitted.copy(left, top, size.width(), size.height())
    cut.setDevicePixelRatio(SHARPNESS)
    return cut


def evidence_menu(parent: QWidget, session: Session, question: str, use: str | None, item: str) -> None:
    """Offer what one can do with an item: save it elsewhere, or take it away."""
    found = next((one for one in session.answers.get(question, use).evidence if one.id == item), None)
    if found is None:
        return
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addSection(found.file or found.note)
    if found.sha256 in session.site.evidence:
        menu.addAction(_("Save a copy...")).triggered.connect(lambda: _save(parent, session, found))
    away = menu.addAction(_("Take away"))
    away.triggered.connect(lambda: session.remove_evidence(question, use, item))
    menu.popup(QCursor.pos())


def _save(parent: QWidget, session: Session, item: Evidence) -> None:
    chosen, _kind = QFileDialog.getSaveFileName(parent, _("Save a copy"), item.file)
    if chosen:
        replace_file(Path(chosen), session.site.evidence[item.sha256])
