"""Taking papers out of the program: one as a file, all into a folder, or onto paper."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from facewise.i18n import Edition, _, ngettext
from facewise.ui.making import Made, files, make, make_all
from facewise.ui.saving import in_the_way, put_all
from facewise.ui.shelf import Basis, Paper
from facewise.ui.widgets.busy import Busy
from facewise.ui.working import Running, Tell, run

LISTED = 8
"""So many names of files are listed in a question."""


class Output(QObject):
    """Makes papers beside the window and puts them where they are wanted.

    `told` tells a sentence and the folder of the files, `failed` a sentence.
    """

    told = Signal(str, object)
    failed = Signal(str)
    ended = Signal()

    def __init__(self, page: QWidget, busy: Busy) -> None:
        super().__init__(page)
        self._page, self._busy = page, busy
        self._making: Running | None = None

    def save(self, basis: Basis, paper: Paper, edition: Edition, start: Path, *, draft: bool) -> None:
        """Make a paper, ask under which name, and write it there."""
        self._make(
            lambda _tell: files(basis, paper, edition, draft=draft),
            lambda found: self._ask(found, start),
        )

    def _ask(self, found: tuple[Made, ...], start: Path) -> None:
        """Ask for the name of the first file; others go beside it."""
        made, others = found[0], found[1:]
        ending = Path(made.name).suffix
        kind = _("Files (*{ending})").format(ending=ending)
        chosen, _kind = QFileDialog.getSaveFileName(
            self._page, _("Save this paper"), str(_folder(start) / made.name), kind
        )
        if chosen:
            path = Path(chosen)
            path = path if path.suffix.casefold() == ending else path.with_name(path.name + ending)
            self.write(path.parent, [Made(path.name, made.content), *others], replace=True)

    def ask_for_folder(self, start: Path) -> Path | None:
        """Ask where everything that is ticked goes."""
        folder = QFileDialog.getExistingDirectory(self._page, _("Folder for the papers"), str(_folder(start)))
        return Path(folder) if folder else None

    def export(
        self, basis: Basis, wanted: Sequence[tuple[Paper, Edition]], folder: Path, *, draft: bool
    ) -> None:
        """Make papers and then put them all into a folder; what is in the way is asked about once."""
        self._make(
            lambda tell: make_all(basis, wanted, tell, draft=draft), lambda made: self._put(folder, made)
        )

    def _put(self, folder: Path, made: list[Made]) -> None:
        others = in_the_way(folder, made)
        if not others:
            self.write(folder, made, replace=False)
            return
        box = self._question(folder, others)
        replaces = box.addButton(_("Replace them"), QMessageBox.ButtonRole.DestructiveRole)
        keeps = box.addButton(_("Keep both"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keeps)
        choices = {replaces: True, keeps: False}
        box.buttonClicked.connect(
            lambda button: self.write(folder, made, replace=choices[button]) if button in choices else None
        )
        box.open()

    def _question(self, folder: Path, others: tuple[str, ...]) -> QMessageBox:
        count = len(others)
        sentence = ngettext(
            "{count} other file of the same name is in {folder} already.",
            "{count} other files of the same names are in {folder} already.",
            count,
        )
        box = QMessageBox(QMessageBox.Icon.NoIcon, _("Facewise"), "", parent=self._page)
        box.setText(sentence.format(count=count, folder=folder))
        box.setInformativeText("\n".join([*others[:LISTED], *(["..."] if count > LISTED else [])]))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return box

    def write(self, folder: Path, made: Sequence[Made], *, replace: bool) -> None:
        """Put files into a folder."""

        def work(tell: Tell) -> list[Path]:
            return put_all(folder, made, tell, replace=replace)

        running = run(self, work, lambda written: self._written(folder, written), self.failed.emit)
        self._busy.watch(running, _("Writing the files"))
        running.ended.connect(self.ended)

    def _written(self, folder: Path, written: list[Path]) -> None:
        count = len(written)
        if count == 1:
            sentence = _("{file} is in {folder}").format(file=written[0].name, folder=folder)
        else:
            words = ngettext("{count} paper is in {folder}", "{count} papers are in {folder}", count)
            sentence = words.format(count=count, folder=folder)
        self.told.emit(sentence, folder)

    def print(self, basis: Basis, paper: Paper, edition: Edition, name: str, *, draft: bool) -> None:
        """Make a paper, and print it by the system's dialog."""
        self._make(
            lambda _tell: make(basis, paper, edition, draft=draft, bleed=False),
            lambda made: self._print(made, name),
        )

    def _print(self, made: Made, name: str) -> None:
        from facewise.ui.printing import print_pdf

        def told(sentence: str) -> None:
            self.told.emit(sentence, None)

        print_pdf(self._page, made.content, name, told=told, failed=self.failed.emit, busy=self._busy)

    def _make(self, work: Callable[[Tell], object], then: Callable[..., None]) -> None:
        """Make papers; while some are being made, a further click would only open a second dialog."""
        if self._making is not None and not self._making.is_over:
            return
        self._making = running = run(self, work, then, self.failed.emit)
        self._busy.watch(running, _("Making the papers"))
        running.ended.connect(self.ended)


def _folder(start: Path) -> Path:
    """Where the assessment lies, else among the documents."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return start if start.is_dir() else Path(documents)
