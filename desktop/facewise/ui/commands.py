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
from facewise.ui.pages.start import pack_words
from facewise.ui.places import CHECK, START

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
        command = getattr(self, f"_{name}", None)
        if command is None:
            self.say(_("This part is not ready yet."))
            return
        try:
            command(*([argument] if argument else []))
        except FacewiseError as error:
            self.say(tell(error))

    def say(self, sentence: str) -> None:
        """Tell a sentence in a box that does not hold up anything else."""
        box = QMessageBox(QMessageBox.Icon.NoIcon, _("Facewise"), sentence, parent=self._window)
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
        menu = QMenu(self._window)
        for key, words in pack_words().items():
            if key in SAMPLES:
                menu.addAction(words[0]).triggered.connect(lambda _on=False, key=key: self.do("sample", key))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(QCursor.pos())

    def _open(self, file: str = "") -> None:
        from facewise.ui.opening import open_file

        path = Path(file or self._ask_for_file() or ".")
        session = self._window.session
        if session is not None and _is_same(path, session.path):
            self._window.keep()
        elif path.name:
            self._window.open(open_file(path))

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

    def _verify(self, file: str = "") -> None:
        self._window.apart.check(file)

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
        self.say(text.format(version=version("facewise")))

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
