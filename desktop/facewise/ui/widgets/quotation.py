"""The law, quoted: its own block, never translated in place."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QTextBrowser

from facewise.ui.phrases import plain


class Quotation(QTextBrowser):
    """A text with an accent bar at its left, as high as its words; what is copied carries no joiners."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "law")
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.document().contentsChanged.connect(self._fit)

    def say(self, rich: str, name: str) -> None:
        """Show a text made by `phrases.paragraphs`; `name` is the provision it comes from."""
        self.setHtml(rich)
        self.setAccessibleName(name)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return what is copied: the words as the law has them."""
        made = QMimeData()
        made.setText(plain(self.textCursor().selection().toPlainText()))
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the words need in this width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        height = round(self.document().size().height()) + 2
        if height != self.height():
            self.setFixedHeight(height)
