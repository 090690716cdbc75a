"""What the window does when the menu, a key or the start page asks for it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox

from facewise.errors import FacewiseError
from facewise.i18n import _, current, tell
from facewise.store.log import BrokenLogError
from facewise.store.site_file import DamagedFileError
from facewise.ui.pages.start import pack_words
from facewise.ui.places import CHECK, DOCUMENTS, START

if TYPE_CHECKING:
    from facewise.ui.window import Window

SUFFIX = ".facewise"
SAMPLES = ("shop", "gate", "attendance", "hotel")


class Commands:
    """The commands of a window, by the names that actions and the start page use."""

    def __init__(self, window: "Window") -> None:
        self._window = window

    def do(self, name: str, argument: str = "") -> None:
        """Do what is asked for; a FacewiseError is told in one sentence."""
        command = getattr(self, f"_{name}")
        try:
            command(*([argument] if argument else []))
        except FacewiseError as error:
            self.say(tell(error))

    def say(self, sentence: str, more: str = "") -> None:
        """Tell a sentence in a box that does not hold up anything else; `more` is said smaller below it."""
        box = QMessageBox(QMessageBox.Icon.NoIcon, _("Facewise"), sentence, parent=self._window)
        box.setInformativeText(more)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def ask_to_leave(self, leave: Callable[[], object]) -> None:
        """Ask what to do with answers that could not be saved: save elsewhere, stay, or leave them."""
        sentence = _("The last answers could not be saved. Save them under another name, or they are lost.")
        box = QMessageBox(QMessageBox.Icon.NoIcon, _("Facewise"), sentence, parent=self._window)
        copy = box.addButton(_("Save a copy..."), QMessageBox.ButtonRole.AcceptRole)
        away = box.addButton(_("Leave without saving"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(_("Stay here"), QMessageBox.ButtonRole.RejectRole)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.buttonClicked.connect(lambda button: self.do("copy") if button is copy else None)
        box.buttonClicked.connect(lambda button: leave() if button is away else None)
        box.open()

    def _home(self) -> None:
        self._window.go(START)

    def _begin(self, start: str) -> None:
        from facewise.ui.opening import begin

        today = datetime.now().astimezone().date()
        self._window.open(begin(start, self._folder(), current(), today))

    def _sample(self, name: str = "") -> None:
        from facewise.ui.opening import open_sample

        if name:
            self._window.open(open_sample(name, self._folder(), current()))
            return
        self._choose("sample", {key: words[0] for key, words in pack_words().items() if key in SAMPLES})

    def _choose(self, name: str, words: dict[str, str]) -> None:
        """Offer what a command can be done with."""
        menu = QMenu(self._window)
        for key, said in words.items():
            menu.addAction(said).triggered.connect(lambda _on=False, key=key: self.do(name, key))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(QCursor.pos())

    def _open(self, file: str = "") -> None:
        from facewise.ui.opening import open_file

        path = Path(file or self._ask_for_file() or ".")
        session = self._window.session
        if session is not None and _is_same(path, session.path):
            self._window.keep()
        elif path.name:
            try:
                self._window.open(open_file(path))
            except (DamagedFileError, BrokenLogError) as error:
                self._offer_copy(path, error)

    def _offer_copy(self, path: Path, error: FacewiseError) -> None:
        """Tell that a file is damaged; where an earlier copy is kept, offer to go on with that."""
        from facewise.ui.opening import latest_copy, open_copy

        copy = latest_copy(path)
        if copy is None:
            raise error
        day = datetime.fromtimestamp(copy.stat().st_mtime).astimezone()
        sentence = _("{problem} A copy of {day} is kept on this computer.")
        told = sentence.format(problem=tell(error), day=f"{day:%Y-%m-%d %H:%M}")
        box = QMessageBox(QMessageBox.Icon.NoIcon, _("Facewise"), told, parent=self._window)
        opens = box.addButton(_("Open the copy"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(_("Close"), QMessageBox.ButtonRole.RejectRole)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.buttonClicked.connect(
            lambda button: self._window.open(open_copy(copy, path)) if button is opens else None
        )
        box.open()

    def _blank(self, edition: str = "") -> None:
        """Write the questions as PDF, to be filled in by hand; the editions are asked for in a menu."""
        from facewise.ui.blank import EDITIONS, write_blank

        if edition:
            name = _("Blank questionnaire.pdf")
            kind = _("PDF (*.pdf)")
            chosen, _kind = QFileDialog.getSaveFileName(self._window, _("Blank questionnaire"), name, kind)
            if chosen:
                write_blank(self._window, Path(chosen).with_suffix(".pdf"), EDITIONS[edition], self.say)
            return
        self._choose("blank", {"zh": _("Chinese"), "en": _("English"), "both": _("Both")})

    def _save(self) -> None:
        if self._window.session is not None:
            self._window.session.save()

    def _copy(self) -> None:
        session = self._window.session
        if session is None:
            return
        words = _("Assessments (*{suffix})").format(suffix=SUFFIX)
        chosen, _kind = QFileDialog.getSaveFileName(self._window, _("Save a copy"), str(session.path), words)
        if chosen:
            session.save_copy(Path(chosen).with_suffix(SUFFIX))

    def _find(self) -> None:
        if self._window.session is not None:
            self._window.go(CHECK)
            self._window.focus_page()

    def _documents(self) -> None:
        if self._window.session is not None:
            self._window.go(DOCUMENTS)
            self._window.focus_page()

    def _print(self) -> None:
        page = self._window.shell.page
        if page is not None:
            page.print_shown()

    def _verify(self, file: str = "") -> None:
        self._window.apart.check(file)

    def _identities(self) -> None:
        from facewise.ui.dialogs.identities import IdentitiesDialog

        session = self._window.session
        IdentitiesDialog(self._window, session.answers.business if session is not None else None).open()

    def _versions(self) -> None:
        from facewise.ui.dialogs.versions import VersionsDialog

        if self._window.session is not None:
            dialog = VersionsDialog(self._window, self._window.session)
            dialog.checked.connect(self._window.apart.check_pdf)
            dialog.open()

    def _countersign(self, file: str) -> None:
        """Look beside the window whether a report can be countersigned, then open the dialog."""
        from facewise.ui.dialogs.signing import CountersignDialog
        from facewise.ui.dialogs.subject import SignedReport, to_countersign
        from facewise.ui.working import run

        def open_dialog(report: SignedReport) -> None:
            dialog = CountersignDialog(self._window, report)
            dialog.checked.connect(self._verify)
            dialog.open()

        run(self._window, lambda _tell: to_countersign(Path(file)), open_dialog, self.say)

    def _trust(self, _argument: str = "") -> None:
        from facewise.ui.dialogs.trust import TrustDialog

        dialog = TrustDialog(self._window)
        dialog.changed.connect(self._window.apart.again)
        dialog.open()

    def _back(self) -> None:
        if not self._window.apart.leave():
            self._window.step(-1)

    def _forward(self) -> None:
        self._window.step(1)

    def _help(self) -> None:
        self._window.shell.turn_drawer()

    def _close(self) -> None:
        self._window.shell.close_drawer()

    def _tasks(self) -> None:
        self._window.turn_rail()

    def _pane(self) -> None:
        self._window.next_pane()

    def _menu(self) -> None:
        self._window.header.open_menu()

    def _about(self) -> None:
        from importlib.metadata import version

        text = _(
            "Facewise {version}. A self-declaration under the Facial Recognition Measures, not a certificate "
            "and not legal advice. Everything stays on this computer."
        )
        licences = _(
            "Facewise is free software under the Apache License 2.0. The window is drawn by Qt and PySide6, "
            "under the LGPL 3: you may replace these libraries with your own. The typeface is Noto Sans SC, "
            "under the SIL Open Font License 1.1; the icons are Lucide, under the ISC License."
        )
        self.say(text.format(version=version("facewise")), licences)

    def _quit(self) -> None:
        self._window.close()

    def _folder(self) -> Path:
        """Where new assessments are kept: among the documents, where their owner finds them."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(documents) / "Facewise"

    def _ask_for_file(self) -> str:
        words = _("Assessments (*{suffix})").format(suffix=SUFFIX)
        chosen, _kind = QFileDialog.getOpenFileName(self._window, _("Open an assessment"), "", words)
        return chosen


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
