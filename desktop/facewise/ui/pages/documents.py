"""Documents: what can be made now, its real pages, and taking it out of the program."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facewise.i18n import Edition, _, current, ngettext
from facewise.store.designs import design_of
from facewise.ui import say, shelf
from facewise.ui.forms import with_forms
from facewise.ui.making import make
from facewise.ui.page import Footer, Page, Room
from facewise.ui.pages.documents_aside import DocumentsAside
from facewise.ui.pages.documents_choice import Choice
from facewise.ui.pages.documents_list import ListColumn
from facewise.ui.pages.documents_output import Output
from facewise.ui.pages.documents_signing import Signing
from facewise.ui.pages.documents_stage import Stage
from facewise.ui.paper_words import paper_words
from facewise.ui.places import Place
from facewise.ui.session import Session
from facewise.ui.settings import Settings
from facewise.ui.shelf import Basis, Paper
from facewise.ui.tabbing import tab_order
from facewise.ui.ways_out import way_out
from facewise.ui.widgets.busy import Busy
from facewise.ui.widgets.buttons import Button
from facewise.ui.working import Running, run

SETTLE = 150
"""Milliseconds after the last change before the preview is made anew."""


class DocumentsPage(Page):
    """The page of papers."""

    scrolls = False
    comes_back = True
    folds_tasks = True
    aside_width = 304

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__(Footer())
        del settings
        self._session = session
        self.choice = Choice()
        self._pages = 0
        self._making: Running | None = None
        self.aside = self._aside = DocumentsAside(session)
        self._column, self._stage, self._busy = ListColumn(), Stage(), Busy()
        self._list, self._told = self._column.papers, self._column.told
        self.output = Output(self, self._busy)
        self.signing = Signing(self, session)
        self._sign, self._export = Button("plain", "pen-line"), Button("primary", "download")
        self._settle = QTimer(self, interval=SETTLE, singleShot=True)
        self._lay_out()
        self._connect()

    def enter(self, place: Place) -> None:
        """Show what can be made of the answers as they are now; the place may name a paper."""
        self._told.say("")
        if self._session.held is None:
            self.choice.forget_signs()
        if place.question:
            self.choice.shown = place.question
        self._show()

    def leave(self) -> None:
        """Tell what is typed."""
        self._aside.settle()

    def retranslate(self) -> None:
        """Set all words."""
        self._column.retranslate()
        self._stage.retranslate()
        self._sign.say(_("Sign the report..."))
        if self.footer is not None:
            self.footer.back.say(_("Result"))
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

    def export(self, folder: Path) -> None:
        """Make everything that is ticked, and put it into a folder."""
        self._export.setEnabled(False)
        self.output.export(self.basis(), self.choice.wanted(), folder, draft=self.choice.draft)

    def print_shown(self) -> None:
        """Print the paper that is shown, by the system's dialog."""
        paper = self.choice.paper()
        if paper is not None and paper.has_pages:
            edition, name = self.choice.edition(paper.key), paper_words(paper)
            self.output.print(self.basis(), paper, edition, name, draft=self.choice.draft)

    def _changed(self) -> None:
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        self.choice.take(with_forms(shelf.papers(self.basis())))
        uses = self._session.answers.uses
        names = {use.id: say.use_name(self._session.way, use.id, current()) for use in uses}
        new = self._list.show_papers(self.choice.papers, names if len(uses) > 1 else {})
        if new and self.isVisible():
            tab_order(self.content, self._aside, self.footer)
        self._show_state()
        self._settle.start()

    def _show_state(self) -> None:
        choice, paper = self.choice, self.choice.paper()
        self._list.show_state(choice.editions(), choice.ticked, choice.shown)
        self._stage.show_paper(paper, paper_words(paper) if paper is not None else "")
        self._aside.show_paper(paper, self._pages, draft=choice.draft)
        count = len(choice.ticked)
        self._export.say(
            ngettext("Export {count} paper...", "Export {count} papers...", count).format(count=count)
        )
        self._export.setEnabled(count > 0)

    def _make(self) -> None:
        """Make the chosen paper and show its pages."""
        if self._making is not None:
            self._making.cancel()
        paper, basis, draft = self.choice.paper(), self.basis(), self.choice.draft
        if paper is None or not paper.has_pages:
            self._stage.preview.show_pdf(b"")
            return
        edition, said = self.choice.edition(paper.key), shelf.said(paper)
        self._making = run(
            self,
            lambda _tell: make(basis, paper, edition, draft=draft),
            lambda made: self._stage.preview.show_pdf(made.content, said[current()]),
            self._refuse,
        )
        self._busy.watch(self._making, _("Making the preview"), stoppable=False)

    def _refuse(self, sentence: str) -> None:
        self._stage.preview.show_pdf(b"")
        self._fail(sentence)

    def _fail(self, sentence: str) -> None:
        self._told.say(sentence, problem=True)

    def _export_all(self) -> None:
        folder = self.output.ask_for_folder(self._session.path.parent)
        if folder is not None:
            self.export(folder)

    def _save_one(self) -> None:
        paper, start = self.choice.paper(), self._session.path.parent
        if paper is not None and paper.reason is None:
            edition = self.choice.edition(paper.key)
            self.output.save(self.basis(), paper, edition, start, draft=self.choice.draft)

    def _choose(self, key: str) -> None:
        if key != self.choice.shown:
            self.choice.shown = key
            self._show_state()
            self._settle.start()

    def _tick(self, key: str, on: bool) -> None:  # noqa: FBT001, a slot
        self.choice.tick(key, on=on)
        self._choose(key)
        self._show_state()

    def _edit(self, key: str, edition: Edition) -> None:
        self.choice.speak(edition, key)
        self.choice.shown = key
        self._keep(edition, key)
        self._show_state()
        self._settle.start()

    def _edit_all(self, edition: Edition) -> None:
        self.choice.speak(edition)
        for paper in self.choice.papers:
            self._keep(edition, paper.key)
        self._show_state()
        self._settle.start()

    def _keep(self, edition: Edition, key: str) -> None:
        """Keep the language of a sign with its design, where the studio finds it."""
        paper = self.choice.paper(key)
        if paper is not None and paper.sign is not None:
            sign = paper.sign
            design = design_of(self._session.site, sign.key, sign.kind)
            self._session.keep_design(sign.key, replace(design, edition=edition))

    def _turn_group(self, group: shelf.Group, on: bool) -> None:  # noqa: FBT001, a slot
        self.choice.tick_group(group, on=on)
        self._show_state()

    def _set_draft(self, on: bool) -> None:  # noqa: FBT001, a slot
        self.choice.draft = on
        self._settle.start()

    def _counted(self, pages: int) -> None:
        self._pages = pages
        self._aside.show_paper(self.choice.paper(), pages, draft=self.choice.draft)

    def _lead(self, key: str = "") -> None:
        """Go to the answer for which a paper is withheld."""
        paper: Paper | None = self.choice.paper(key)
        if paper is not None:
            self.went.emit(way_out(self._session, paper))

    def _connect(self) -> None:
        self._session.changed.connect(self._changed)
        self._list.chosen.connect(self._choose)
        self._list.ticked.connect(self._tick)
        self._list.edited.connect(self._edit)
        self._list.asked.connect(self._lead)
        self._list.turned.connect(self._turn_group)
        self._column.edited_all.connect(self._edit_all)
        self._aside.drafted.connect(self._set_draft)
        self._aside.went.connect(self.went)
        self._settle.timeout.connect(self._make)
        self._stage.counted.connect(self._counted)
        self._stage.asked.connect(self.asked_for_aside)
        self._stage.nothing.asked.connect(self._lead)
        self._stage.save.clicked.connect(self._save_one)
        self._stage.print.clicked.connect(self.print_shown)
        self._connect_output()

    def _connect_output(self) -> None:
        self._export.clicked.connect(self._export_all)
        self._sign.clicked.connect(lambda: self.signing.ask(self.basis(), self.choice))
        self.signing.signed.connect(self._show)
        for teller in (self.output, self.signing):
            teller.failed.connect(self._fail)
        self.output.told.connect(lambda sentence, folder: self._told.say(sentence, folder=folder))
        self.output.ended.connect(self._show_state)
        self._told.opened.connect(lambda folder: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._column)
        row.addWidget(self._stage, 1)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.addLayout(row, 1)
        if self.footer is not None:
            self.footer.forward.hide()
            for part in (self._busy, self._sign, self._export):
                self.footer.add(part)
