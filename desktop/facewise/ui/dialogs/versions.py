"""The signed versions of an assessment: how long to keep each, its PDF, the scans of the sealed paper."""

import tempfile
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from facewise.checking.words import listed
from facewise.i18n import _, current
from facewise.store.reading import read_file
from facewise.store.replacing import replace_file
from facewise.store.scans import ENDINGS, scan_of
from facewise.store.signed import (
    Scan,
    Signed,
    is_current,
    keep_report,
    keep_scans,
    next_number,
    signed_reports,
)
from facewise.store.site_file import SiteFile
from facewise.ui.dialogs.plain import Entry, PlainDialog, clear
from facewise.ui.dialogs.subject import now
from facewise.ui.pages.question_parts import Hint
from facewise.ui.session import Session
from facewise.ui.widgets.buttons import Button
from facewise.ui.widgets.words import Words

DIGITS = 16
_looked_at: list["tempfile.TemporaryDirectory[str]"] = []


class VersionsDialog(PlainDialog):
    """The dialog; `checked` carries the name of a PDF to be checked, and its bytes."""

    checked = Signal(str, object)

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(parent)
        self._session = session
        self.entries, self.keep, self._hint = QVBoxLayout(), Button("small", "plus"), Hint()
        self.entries.setSpacing(12)
        row = QHBoxLayout()
        row.addWidget(self.keep)
        row.addStretch(1)
        self.box.addLayout(self.entries)
        self.box.addLayout(row)
        self.box.addWidget(self._hint)
        self.box.addStretch(1)
        self.keep.clicked.connect(self._ask_report)
        self.retranslate()

    def say_all(self) -> None:
        """Set all words, and show the versions."""
        self.setWindowTitle(_("Signed versions"))
        self.title.say(_("Signed versions"))
        self.lead.say(
            _("Each is kept as it was signed; later answers make the next version and change none.")
        )
        self.keep.say(_("Keep a report that came back..."))
        self._hint.say(
            _(
                "That is the PDF that a consultant has countersigned, or the one you printed and sealed by "
                "hand. Keep the PDF first, then attach the scans of the paper."
            )
        )
        self._show()

    def keep_file(self, path: Path) -> None:
        """Keep a countersigned report, or one that was printed and sealed."""
        from facewise.signing.reading import MAX_SIZE

        site = self._session.site
        self._change(lambda: keep_report(site, read_file(path, MAX_SIZE), path.name, now()))

    def attach(self, number: int, paths: Sequence[Path]) -> None:
        """Attach scans of the sealed paper to a version."""
        site = self._session.site
        self._change(lambda: keep_scans(site, [scan_of(each) for each in paths], now(), number))

    def _change(self, work: Callable[[], SiteFile]) -> None:
        self.work(work, self._take, _("Taking it in"))

    def _take(self, site: SiteFile) -> None:
        self.do(lambda: self._session.replace_site(site))
        self._show()

    def _show(self) -> None:
        clear(self.entries)
        found = signed_reports(self._session.site)
        for each in reversed(found):
            self.entries.addWidget(self._entry(each))
        if not found:
            text = _("Nothing has been signed in this assessment yet.")
            self.entries.addWidget(Words("body", text, wrap=True))
        self.keep.setEnabled(self._session.held is None)

    def _entry(self, one: Signed) -> Entry:
        title, buttons = (
            _title(one),
            [Button("small", name) for name in ("eye", "download", "shield-check", "paperclip")],
        )
        show, save, check, attach = buttons
        words = (_("Open the PDF"), _("Save a copy..."), _("Check it"), _("Attach scans..."))
        for button, said in zip(buttons, words, strict=True):
            button.say(said)
            button.setAccessibleDescription(title)
        attach.setEnabled(self._session.held is None)
        show.clicked.connect(lambda: self.do(lambda: self._open(_file_name(one), one.latest)))
        save.clicked.connect(lambda: self._ask_copy(_file_name(one), one.latest))
        check.clicked.connect(lambda: self._check(one))
        attach.clicked.connect(lambda: self._ask_scans(one.number))
        made, row = Entry(title, tuple(_about(self._session.site, one))), QHBoxLayout()
        row.setContentsMargins(0, 6, 0, 0)
        row.setSpacing(8)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        for scan in one.scans:
            made.words.addWidget(self._scan(one, scan))
        made.words.addLayout(row)
        return made

    def _scan(self, one: Signed, scan: Scan) -> QWidget:
        made, look = QWidget(), Button("link")
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(12)
        said = _("Scan of the sealed paper, {day}: {name}, SHA-256 {digits}")
        day = _day(datetime.fromisoformat(scan.at)) if scan.at else "-"
        row.addWidget(
            Words("second", said.format(day=day, name=scan.name, digits=scan.sha256[:DIGITS]), wrap=True), 1
        )
        look.say(_("Look"))
        look.setAccessibleDescription(scan.name)
        look.clicked.connect(lambda: self.do(lambda: self._open(f"{one.number}-{scan.name}", scan.data)))
        row.addWidget(look)
        return made

    def _check(self, one: Signed) -> None:
        self.accept()
        self.checked.emit(_file_name(one), one.latest)

    def _open(self, name: str, data: bytes) -> None:
        """Show a copy in the system's own viewer; it lies in a private folder that goes with the program."""
        if not _looked_at:
            _looked_at.append(tempfile.TemporaryDirectory(prefix="facewise-", ignore_cleanup_errors=True))
        path = Path(_looked_at[0].name) / name
        if not path.exists() or path.read_bytes() != data:
            path.write_bytes(data)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _ask_copy(self, name: str, data: bytes) -> None:
        start = str(self._session.path.with_name(name))
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Save a copy"), start, _("PDF files (*.pdf)"))
        if chosen:
            path = Path(chosen).with_suffix(".pdf")
            self.do(lambda: self._copy(path, data))

    def _copy(self, path: Path, data: bytes) -> None:
        replace_file(path, data)
        self.told.say(_("A copy is in {file}.").format(file=path))

    def _ask_report(self) -> None:
        title, words = _("Keep a report that came back"), _("PDF files (*.pdf)")
        chosen, _kind = QFileDialog.getOpenFileName(self, title, str(self._session.path.parent), words)
        if chosen:
            self.keep_file(Path(chosen))

    def _ask_scans(self, number: int) -> None:
        kinds = " ".join(f"*{ending}" for ending in ENDINGS)
        words = _("Scans ({endings})").format(endings=kinds)
        chosen, _kind = QFileDialog.getOpenFileNames(self, _("Attach scans"), "", words)
        if chosen:
            self.attach(number, [Path(each) for each in chosen])


def _title(one: Signed) -> str:
    record = one.record
    if record is None:
        return _("Version {number}").format(number=one.number)
    said = (
        _("Version {number}, signed on {day}") if record.signers else _("Version {number}, on paper, {day}")
    )
    return said.format(number=one.number, day=_day(record.at))


def _about(site: SiteFile, one: Signed) -> Sequence[str]:
    """Return what is to be known of a version: by whom, until when, whether answers came since."""
    said, record = [], one.record
    if record is not None and record.signers:
        said.append(_("By {names}").format(names=listed(record.signers)))
    if one.final:
        said.append(_("With the signature that was added later."))
    if record is not None:
        from facewise.paper.dates import day

        said.append(_("Keep it until {day} at least.").format(day=day(record.keep_until)[current()]))
    if is_current(site, one):
        said.append(_("The answers are still these."))
    else:
        later = _("The answers have changed since; they can be signed as version {number}.")
        said.append(later.format(number=next_number(site)))
    if not one.is_as_kept:
        said.append(_("This is not what was kept then: a file in the assessment was exchanged."))
    return said


def _file_name(one: Signed) -> str:
    return _("report, version {number}.pdf").format(number=one.number)


def _day(moment: datetime) -> str:
    from facewise.paper.dates import day

    return day(moment.astimezone().date())[current()]
