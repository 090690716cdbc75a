"""The evidence of an answer as pictures for the strip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap

from facewise.assessment.answers import Answer
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
