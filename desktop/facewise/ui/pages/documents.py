"""Documents: what can be made now, its real pages, and taking it out of the program."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from facewise.i18n import Edition, _, current, ngettext
from facewise.ui import say, shelf
from facewise.ui.page import Footer, Page, Room
from facewise.ui.pages.documents_aside import DocumentsAside
from facewise.ui.pages.documents_list import PaperList, edition_words, paper_words
from facewise.ui.pages.documents_stage import Stage
from facewise.ui.places import Place
from facewise.ui.session import Session
from facewise.ui.settings import Settings
from facewise.ui.shelf import REPORT, Basis, Paper
from facewise.ui.widgets.busy import Busy
from facewise.ui.widgets.buttons import Button
from facewise.ui.widgets.fields import Drop
from facewise.ui.widgets.told import Told
from facewise.ui.widgets.words import Words
from facewise.ui.working import Running, Tell, run

LIST = 384
SETTLE = 150
"""Milliseconds after the last change before the preview is made anew."""


class DocumentsPage(Page):
    """The page of papers."""

    verify_wanted = Signal(str)

    scrolls = False
    comes_back = True
    folds_tasks = True
    aside_width = 304

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__(Footer())
        del settings
        self._session = session
        self._papers: tuple[Paper, ...] = ()
        self._editions: dict[str, Edition] = {}
        self._ticked: set[str] = set()
        self._offered: set[str] = set()
        self._chosen, self._draft, self._pages = REPORT, False, 0
        self._making: Running | None = None
        self.aside = self._aside = DocumentsAside(session)
        self._title, self._all_words, self._all = Words("section"), Words("second"), Drop()
        self._list, self._told, self._busy = PaperList(), Told(), Busy()
        self._stage = Stage()
        self._sign, self._export = Button("plain", "pen-line"), Button("primary", "download")
        self._settle = QTimer(self, interval=SETTLE, singleShot=True)
        self._lay_out()
        self._connect()

    def enter(self, place: Place) -> None:
        """Show what can be made of the answers as they are now."""
        del place
        self._told.say("")
        self._show()

    def leave(self) -> None:
        """Tell what is typed."""
        self._aside.settle()

    def retranslate(self) -> None:
        """Set all words."""
        self._title.say(_("Which papers?"))
        self._all_words.say(_("All in"))
        self._all.show_choices(edition_words(), None, "...")
        self._all.setAccessibleName(_("Language of all papers"))
        self._stage.retranslate()
        self._sign.say(_("Sign the report..."))
        if self.footer is not None:
            self.footer.back.say(_("Result"))
        self._told.retranslate()
        if self.isVisible():
            self._show()

    def fit(self, room: Room) -> None:
        """Offer what the paper says where it has no column."""
        super().fit(room)
        self._stage.fit(aside=room.aside)

    def first_focus(self) -> QWidget | None:
        """Return the first paper."""
        return self._list.first()

    def basis(self) -> Basis:
        """Return what papers are made from now."""
        now = datetime.now().astimezone().replace(microsecond=0)
        return Basis(self._session.pack, self._session.site, self._session.assessment, now)

    def edition(self, key: str) -> Edition:
        """Return the language that is chosen for a paper."""
        return self._editions.setdefault(key, "zh" if current() == "zh" else "both")

    def _paper(self) -> Paper | None:
        return next((paper for paper in self._papers if paper.key == self._chosen), None)

    def _changed(self) -> None:
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        self._papers = shelf.papers(self.basis())
        makeable = {paper.key for paper in self._papers if paper.reason is None}
        self._ticked = (self._ticked | (makeable - self._offered)) & makeable
        self._offered |= makeable
        if self._chosen not in {paper.key for paper in self._papers}:
            self._chosen = REPORT
        uses = self._session.answers.uses
        names = {use.id: say.use_name(self._session.way, use.id, current()) for use in uses}
        self._list.show_papers(self._papers, names if len(uses) > 1 else {})
        self._show_state()
        self._settle.start()

    def _show_state(self) -> None:
        editions = {paper.key: self.edition(paper.key) for paper in self._papers}
        self._list.show_state(editions, self._ticked, self._chosen)
        paper = self._paper()
        self._stage.say(paper_words(paper) if paper is not None else "")
        self._aside.show_paper(paper, self._pages, draft=self._draft)
        count = len(self._ticked)
        self._export.say(
            ngettext("Export {count} paper...", "Export {count} papers...", count).format(count=count)
        )
        self._export.setEnabled(count > 0)

    def _make(self) -> None:
        """Make the chosen paper and show its pages."""
        if self._making is not None:
            self._making.cancel()
        paper, basis = self._paper(), self.basis()
        if paper is None or paper.reason is not None:
            self._stage.preview.show_pdf(b"")
            return
        edition, draft, said = self.edition(paper.key), self._draft, shelf.said(paper)
        self._making = run(
            self,
            lambda _tell: shelf.make(basis, paper, edition, draft=draft),
            lambda made: self._stage.preview.show_pdf(made.pdf, said[current()]),
            self._refuse,
        )
        self._busy.watch(self._making, _("Making the preview"), stoppable=False)

    def _refuse(self, sentence: str) -> None:
        self._stage.preview.show_pdf(b"")
        self._told.say(sentence, problem=True)

    def _export_all(self) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        start = self._session.path.parent if self._session.path.parent.is_dir() else Path(documents)
        folder = QFileDialog.getExistingDirectory(self, _("Folder for the papers"), str(start))
        if folder:
            self.export(Path(folder))

    def export(self, folder: Path) -> None:
        """Make everything that is ticked, and put it into a folder."""
        wanted = [(paper, self.edition(paper.key)) for paper in self._papers if paper.key in self._ticked]
        basis, draft = self.basis(), self._draft

        def work(tell: Tell) -> list[Path]:
            return shelf.export(basis, wanted, folder, tell, draft=draft)

        running = run(self, work, lambda written: self._exported(folder, written), self._fail)
        self._busy.watch(running, _("Making the papers"))
        self._export.setEnabled(False)
        running.ended.connect(self._show_state)

    def _exported(self, folder: Path, written: list[Path]) -> None:
        count = len(written)
        sentence = ngettext("{count} paper is in {folder}", "{count} papers are in {folder}", count)
        self._told.say(sentence.format(count=count, folder=folder), folder=folder)

    def _fail(self, sentence: str) -> None:
        self._told.say(sentence, problem=True)

    def _choose(self, key: str) -> None:
        if key != self._chosen:
            self._chosen = key
            self._show_state()
            self._settle.start()

    def _tick(self, key: str, on: bool) -> None:  # noqa: FBT001, a slot
        self._ticked = self._ticked | {key} if on else self._ticked - {key}
        self._choose(key)
        self._show_state()

    def _edit(self, key: str, edition: Edition) -> None:
        self._editions[key] = edition
        self._chosen = key
        self._show_state()
        self._settle.start()

    def _edit_all(self, edition: Edition) -> None:
        self._editions = dict.fromkeys(self._editions, edition)
        self._all.setCurrentIndex(-1)
        self._show_state()
        self._settle.start()

    def _set_draft(self, on: bool) -> None:  # noqa: FBT001, a slot
        self._draft = on
        self._settle.start()

    def _counted(self, pages: int) -> None:
        self._pages = pages
        self._aside.show_paper(self._paper(), pages, draft=self._draft)

    def _open_signing(self) -> None:
        from facewise.ui.dialogs.signing import SigningDialog

        dialog = SigningDialog(self.window(), self._session, self.basis(), self.edition(REPORT))
        dialog.signed.connect(self._show)
        dialog.checked.connect(self._check)
        dialog.open()

    def _ask_to_sign(self) -> None:
        """Open the dialog, or say why this report cannot be signed."""
        session = self._session
        if session.held is not None:
            self._fail(session.reading_only)
        elif session.answers.sample or session.assessment.left or self._draft or not session.answers.uses:
            run(
                self, lambda _tell: _refusal(sample=session.answers.sample), lambda _nothing: None, self._fail
            )
        else:
            self._open_signing()

    def _check(self, file: str) -> None:
        """Check what was just signed, as anybody would."""
        from facewise.ui.window import Window

        window = self.window()
        if isinstance(window, Window):
            window.wants("verify", file)

    def _connect(self) -> None:
        self._session.changed.connect(self._changed)
        self._list.chosen.connect(self._choose)
        self._list.ticked.connect(self._tick)
        self._list.edited.connect(self._edit)
        self._all.picked.connect(self._edit_all)
        self._aside.drafted.connect(self._set_draft)
        self._aside.went.connect(self.went)
        self._settle.timeout.connect(self._make)
        self._stage.counted.connect(self._counted)
        self._stage.asked.connect(self.asked_for_aside)
        self._export.clicked.connect(self._export_all)
        self._sign.clicked.connect(self._ask_to_sign)
        self._told.opened.connect(lambda folder: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._left())
        row.addWidget(self._stage, 1)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.addLayout(row, 1)
        if self.footer is not None:
            self.footer.forward.hide()
            self.footer.add(self._busy)
            self.footer.add(self._sign)
            self.footer.add(self._export)

    def _left(self) -> QFrame:
        frame, top, scroll = QFrame(), QHBoxLayout(), QScrollArea()
        frame.setObjectName("list")
        frame.setFixedWidth(LIST)
        top.setContentsMargins(24, 20, 24, 4)
        top.setSpacing(8)
        self._all.setProperty("role", "small")
        self._all.setFixedWidth(96)
        for part in (self._title, self._all_words, self._all):
            top.addWidget(part, 1 if part is self._title else 0)
        scroll.setWidget(self._list)
        self._list.setProperty("role", "page")
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(scroll.focusPolicy().NoFocus)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(scroll.horizontalScrollBarPolicy().ScrollBarAlwaysOff)
        box = QVBoxLayout(frame)
        box.setContentsMargins(0, 0, 1, 0)
        box.setSpacing(4)
        box.addLayout(top)
        box.addWidget(scroll, 1)
        box.addWidget(self._told)
        return frame


def _refusal(*, sample: bool) -> None:
    """Raise what signing would raise."""
    from facewise.signing.sign import DraftError, SampleError

    raise SampleError if sample else DraftError
