"""Check a report: whether it was changed, who signed it and when, whether its result follows."""

from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from facewise.i18n import _
from facewise.ui import verdict_words
from facewise.ui.page import Footer, Page
from facewise.ui.pages.verify_parts import SIDE, THUMB, FilePart, FoundCard
from facewise.ui.pdf_pages import Sheet, picture, sheets
from facewise.ui.preview import PageView
from facewise.ui.verifying import Checked, check, remember
from facewise.ui.widgets.busy import Busy
from facewise.ui.widgets.drop import DropArea
from facewise.ui.widgets.told import Told
from facewise.ui.widgets.verdict import Verdict
from facewise.ui.working import Running, run

AREA = 480


class VerifyPage(Page):
    """The page of a check; it belongs to no assessment."""

    scrolls = False

    def __init__(self) -> None:
        super().__init__(Footer())
        self._checked: Checked | None = None
        self._running: Running | None = None
        self._file, self._area = FilePart(), DropArea("shield-check")
        self._area.setMinimumHeight(AREA)
        self._verdict, self._found, self._told, self._busy = Verdict(), FoundCard(), Told(), Busy()
        self._lay_out()
        self._file.asked.connect(self.ask)
        self._area.asked.connect(self.ask)
        self._found.remembered.connect(self._remember)
        self.setAcceptDrops(True)
        self._show()

    def check(self, path: Path) -> None:
        """Check a file, beside the window."""
        if self._running is not None:
            self._running.cancel()
        self._told.say("")
        self._running = run(self, lambda _tell: _looked_at(path), self._take, self._fail)
        self._busy.watch(self._running, _("Checking"))

    def ask(self) -> None:
        """Let one choose a file."""
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Check a report"), "", _("PDF files (*.pdf)"))
        if chosen:
            self.check(Path(chosen))

    def retranslate(self) -> None:
        """Set all words."""
        self._area.say(
            _("Drop a signed report here"),
            _("The PDF itself is needed: a print or a scan cannot be checked."),
            _("Choose a file..."),
        )
        if self.footer is not None:
            self.footer.back.say(_("Back"))
        self._told.retranslate()
        self._file.retranslate()
        self._show()

    def first_focus(self) -> QWidget:
        """Return the verdict, or where a file is chosen."""
        return self._verdict if self._checked is not None else self._area.button

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a PDF."""
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Check the PDF."""
        path = _dropped(event)
        if path is not None:
            self.check(path)

    def _take(self, looked: tuple[Checked, tuple[Sheet, ...]]) -> None:
        self._checked, found = looked
        thumb = self._file.show_file(self._checked, found)
        self._show()
        self._verdict.setFocus()
        if thumb is not None:
            self._draw(self._checked.pdf, thumb)

    def _draw(self, pdf: bytes, thumb: PageView) -> None:
        scale = THUMB / thumb.sheet.width * max(self.devicePixelRatioF(), 1.0)
        run(
            thumb,
            lambda _tell: picture(pdf, 0, scale),
            lambda made: thumb.show_picture(made, scale),
            lambda _s: None,
        )

    def _show(self) -> None:
        checked = self._checked
        self._verdict.setVisible(checked is not None)
        self._found.setVisible(checked is not None)
        self._file.setVisible(checked is not None)
        self._area.setVisible(checked is None)
        if checked is None:
            return
        told = verdict_words.heading(checked)
        self._verdict.say(told.band, told.shape, told.words, told.text)
        self._found.show_checked(checked, verdict_words.rows(checked))

    def _remember(self) -> None:
        """Keep the signer as known, and look again."""
        checked = self._checked
        if checked is not None:
            verdict, path = checked.verdict, checked.path
            run(self, lambda _tell: remember(verdict), lambda _nothing: self.check(path), self._fail)

    def _fail(self, sentence: str) -> None:
        self._told.say(sentence, problem=True)

    def _lay_out(self) -> None:
        inner, scroll = QWidget(), QScrollArea()
        inner.setProperty("role", "page")
        right = QVBoxLayout(inner)
        right.setContentsMargins(32, 24, 32, 24)
        right.setSpacing(16)
        for part in (self._area, self._verdict, self._found):
            right.addWidget(part)
        right.addStretch(1)
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(scroll.focusPolicy().NoFocus)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        row, column = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addWidget(self._told)
        row.addWidget(self._file)
        row.addLayout(column, 1)
        self._file.setFixedWidth(SIDE)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.addLayout(row, 1)
        if self.footer is not None:
            self.footer.forward.hide()
            self.footer.add(self._busy)


def _looked_at(path: Path) -> tuple[Checked, tuple[Sheet, ...]]:
    checked = check(path)
    return checked, sheets(checked.pdf)


def _dropped(event: QDropEvent) -> Path | None:
    files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return next((Path(file) for file in files if file.lower().endswith(".pdf")), None)
