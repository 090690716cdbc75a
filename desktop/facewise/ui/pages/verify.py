"""Check a report: whether it was changed, who signed it and when, whether its result follows."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from facewise.checking.account import account
from facewise.checking.check import Checked, check_file, check_pdf
from facewise.i18n import _
from facewise.signing.verdict import Signer
from facewise.ui.page import Footer, Page
from facewise.ui.pages.verify_file import SIDE, THUMB, FilePart
from facewise.ui.pages.verify_parts import FoundCard, band_of
from facewise.ui.pdf_pages import Sheet, picture, sheets
from facewise.ui.preview_page import PageView
from facewise.ui.widgets.busy import Busy
from facewise.ui.widgets.buttons import Button
from facewise.ui.widgets.drop import DropArea
from facewise.ui.widgets.told import Told
from facewise.ui.widgets.verdict import Verdict
from facewise.ui.working import Running, run

if TYPE_CHECKING:
    from facewise.store.site_file import SiteFile

AREA, _BOXES = 480, 4  # how wide the words are; how many can sign a report
TAKEN = (".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff")
"""What can be dropped: reports, and scans of the paper, which an assessment may hold."""


class VerifyPage(Page):
    """The page of a check; `wants` names what to do, and with what; `site` gives what assessment is open."""

    wants = Signal(str, str)
    scrolls = False

    def __init__(self, site: "Callable[[], SiteFile | None]") -> None:
        super().__init__(Footer())
        self._site = site
        self._path: Path | None = None
        self._checked: Checked | None = None
        self._running: Running | None = None
        self._file, self._area = FilePart(), DropArea("shield-check")
        self._area.setMinimumHeight(AREA)
        self._verdict, self._found, self._told, self._busy = Verdict(), FoundCard(), Told(), Busy()
        self._trust, self._countersign = Button("quiet", "users-round"), Button("plain", "pen-line")
        self._save = Button("primary", "download")
        self._lay_out()
        self._file.asked.connect(self.ask)
        self._area.asked.connect(self.ask)
        self._found.compared.connect(self._remember)
        self._trust.clicked.connect(lambda: self.wants.emit("trust", ""))
        self._countersign.clicked.connect(self._ask_to_countersign)
        self._save.clicked.connect(self._ask_where)
        self.setAcceptDrops(True)
        self._show()

    def check(self, path: Path) -> None:
        """Check a file, beside the window."""
        self._path, site = path, self._site()
        self._look(lambda: check_file(path, _now(), site))

    def check_pdf(self, name: str, pdf: bytes) -> None:
        """Check a PDF that lies in the assessment."""
        self._path, site = None, self._site()
        self._look(lambda: check_pdf(name, pdf, _now(), site))

    def again(self) -> None:
        """Check the same file anew, as other signers may be known now."""
        checked, site = self._checked, self._site()
        if checked is not None:
            self._look(lambda: check_pdf(checked.name, checked.pdf, _now(), site))

    def ask(self) -> None:
        """Let one choose a file."""
        kinds = _("Reports and scans (*.pdf *.png *.jpg *.jpeg *.tif *.tiff)")
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Check a report"), "", kinds)
        if chosen:
            self.check(Path(chosen))

    def save(self, path: Path) -> None:
        """Write what was found into a file, as its ending says."""
        from facewise.checking.sheet import ENDINGS, write_account

        checked = self._checked
        if checked is None:
            return
        target = path if path.suffix.lower() in ENDINGS else path.with_name(path.name + ENDINGS[0])
        running = run(
            self,
            lambda _tell: write_account(checked, target, _now()),
            lambda _nothing: self._told.say(_("What was found is in {file}.").format(file=target)),
            self._fail,
        )
        self._busy.watch(running, _("Saving what was found"), stoppable=False)

    def retranslate(self) -> None:
        """Set all words."""
        self._area.say(
            _("Drop a signed report here"),
            _("The PDF itself is needed: a print or a scan cannot be checked."),
            _("Choose a file..."),
        )
        self._trust.say(_("Known signers and authorities..."))
        self._countersign.say(_("Countersign..."))
        self._save.say(_("Save what was found..."))
        if self.footer is not None:
            self.footer.back.say(_("Back"))
        self._told.retranslate()
        self._file.retranslate()
        self._show()

    def first_focus(self) -> QWidget:
        """Return the verdict, or where a file is chosen."""
        return self._verdict if self._checked is not None else self._area.button

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a PDF or a scan."""
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Check the file."""
        path = _dropped(event)
        if path is not None:
            self.check(path)

    def _look(self, look: Callable[[], Checked]) -> None:
        if self._running is not None:
            self._running.cancel()
        self._told.say("")
        self._running = run(self, lambda _tell: _with_pages(look()), self._take, self._fail)
        self._busy.watch(self._running, _("Checking"))

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
        for part in (self._verdict, self._found, self._file, self._save):
            part.setVisible(checked is not None)
        self._area.setVisible(checked is None)
        self._countersign.setVisible(checked is not None and self._path is not None and _is_open(checked))
        if checked is None:
            return
        told = account(checked)
        head = told.headline
        self._verdict.say(band_of(head.state), head.state, head.words, head.text)
        self._found.show_account(checked, told)

    def _remember(self, signer: Signer) -> None:
        """Know the signer who was compared, and look again."""
        from facewise.store.pins import pin

        run(self, lambda _tell: pin(signer, _now()), lambda _nothing: self.again(), self._fail)

    def _ask_to_countersign(self) -> None:
        if self._path is not None:
            self.wants.emit("countersign", str(self._path))

    def _ask_where(self) -> None:
        checked = self._checked
        if checked is None:
            return
        start = _("{name}, check.pdf").format(name=Path(checked.name).stem)
        if self._path is not None:
            start = str(self._path.with_name(start))
        kinds = ";;".join((_("PDF (*.pdf)"), _("Text (*.txt)"), "JSON (*.json)"))
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Save what was found"), start, kinds)
        if chosen:
            self.save(Path(chosen))

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
        scroll.setHorizontalScrollBarPolicy(scroll.horizontalScrollBarPolicy().ScrollBarAlwaysOff)
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
            self.footer.add(self._trust, left=True)
            self.footer.add(self._busy)
            self.footer.add(self._countersign)
            self.footer.add(self._save)


def _with_pages(checked: Checked) -> tuple[Checked, tuple[Sheet, ...]]:
    return checked, sheets(checked.pdf)


def _is_open(checked: Checked) -> bool:
    """Return whether somebody can still sign too: an intact report whose result follows, with a box left."""
    return (
        checked.verdict.is_report and bool(checked.holds) and len(checked.verdict.signers) in range(1, _BOXES)
    )


def _now() -> datetime:
    return datetime.now().astimezone().replace(microsecond=0)


def _dropped(event: QDropEvent) -> Path | None:
    files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return next((Path(file) for file in files if file.lower().endswith(TAKEN)), None)
