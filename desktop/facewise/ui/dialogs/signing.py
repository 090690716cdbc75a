"""Signing: who signs, seal and time, reading it over, and what to do with it then."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from facewise.errors import FacewiseError
from facewise.i18n import Edition, _, tell
from facewise.store import passphrases
from facewise.store.identities import backup, kept
from facewise.store.replacing import replace_file
from facewise.ui.dialogs import unlock
from facewise.ui.dialogs.confirm import ConfirmStep
from facewise.ui.dialogs.seal import PAPER, SealStep
from facewise.ui.dialogs.signed import SignedStep
from facewise.ui.dialogs.steps import StepsDialog
from facewise.ui.dialogs.subject import Done, OwnReport, SignedReport, Subject, now
from facewise.ui.dialogs.unlock import NewIdentity, Unlocked
from facewise.ui.dialogs.who import KEPT, NEW, TOKEN, WhoStep
from facewise.ui.frame import Frame
from facewise.ui.session import Session
from facewise.ui.settings import Settings
from facewise.ui.shelf import Basis
from facewise.ui.working import run

Result = TypeVar("Result")

WHO, SEAL, CONFIRM, SIGNED = range(4)


class SignDialog(StepsDialog):
    """The dialog; `signed` when something was signed, `checked` carries its path when it is to be checked.

    `listed` when the signed versions are to be shown.
    """

    signed = Signal()
    checked = Signal(str)
    listed = Signal()

    def __init__(self, parent: QWidget, subject: Subject) -> None:
        self._settings: Settings | None = parent.settings if isinstance(parent, Frame) else None
        library, address = _used_last(self._settings)
        self._who = WhoStep(subject.business(), kept(), library)
        self._seal = SealStep(address, paper=not subject.countersigns)
        self._confirm, self._done = ConfirmStep(subject), SignedStep()
        super().__init__(parent, [self._who, self._seal, self._confirm, self._done])
        self._subject = subject
        self._unlocked: Unlocked | None = None
        self._path: Path | None = None
        self.went_on.connect(self._go_on)
        self._seal.failed.connect(self._fail)
        self._done.shown.connect(self._show_folder)
        self._done.checked.connect(self._check)
        self._done.backed_up.connect(self._back_up)
        self._done.listed.connect(self._show_versions)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words."""
        super().retranslate()
        own = not self._subject.countersigns
        self.setWindowTitle(_("Sign the report") if own else _("Countersign a report"))

    def _go_on(self, step: int) -> None:
        if step == WHO:
            self._take_identity()
        elif step == SEAL:
            self._show_confirm()
        elif step == CONFIRM:
            self._ask_where()
        else:
            self.accept()

    def _take_identity(self) -> None:
        key, who = self._who.choices.key(), self._who
        remember = who.remember.wanted()
        if key == KEPT:
            chosen = who.kept()
            self._work(lambda: unlock.remembered(chosen), self._taken, _("Looking into the key store"))
        elif key == NEW:
            self._make_identity(who.new.told(), remember=remember)
        elif key == TOKEN:
            self._read_token()
        elif who.file.path is None:
            self.told.say(_("Choose the certificate file first."), problem=True)
        else:
            path, secret = who.file.path, who.file.secret.field.text()
            work = lambda: unlock.imported(path, secret, remember=remember)  # noqa: E731, passed on at once
            self._work(work, self._taken, _("Opening the file"))

    def _make_identity(self, told: NewIdentity, *, remember: bool) -> None:
        if not self._who.new.is_same():
            self.told.say(_("Choose a passphrase, and type it the same twice."), problem=True)
            return
        work = lambda: unlock.made(told, now(), remember=remember)  # noqa: E731, passed on at once
        self._work(work, self._taken, _("Making the identity"))

    def _read_token(self) -> None:
        token = self._who.token.told()
        if token is None:
            self.told.say(_("Choose the library of the token, and type its PIN."), problem=True)
            return
        if self._settings is not None:
            self._settings.remember(token=str(token.library))
        self._work(lambda: unlock.in_token(token), self._taken, _("Reading the token"))

    def _taken(self, unlocked: Unlocked) -> None:
        self._unlocked = unlocked
        self._seal.show_signer(unlocked.signatory)
        self.go(SEAL)

    def _show_confirm(self) -> None:
        if self._unlocked is None:
            return
        address, _level = self._seal.time.told()
        if self._settings is not None and address:
            self._settings.remember(timestamps=address)
        who, asks = self._unlocked.signatory, self._unlocked.needs_secret
        self._confirm.show_signer(who, needs_secret=asks, seal=self._seal.words, address=address)
        self.go(CONFIRM)

    def _ask_where(self) -> None:
        """Ask where the signed file goes, then sign."""
        start, kinds = str(self._subject.target()), _("PDF files (*.pdf)")
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Sign and save"), start, kinds)
        if chosen:
            self.sign(Path(chosen).with_suffix(".pdf"))

    def sign(self, path: Path) -> None:
        """Sign, write the PDF to a path, and keep what is to be kept."""
        unlocked, secret = self._unlocked, self._confirm.secret.field.text()
        if unlocked is None:
            return
        subject, seal, (address, level) = self._subject, self._seal.seal(), self._seal.time.told()
        remember = unlocked.needs_secret and self._confirm.remember.wanted()

        def work() -> tuple[Done, bool | None]:
            from facewise.signing.papers import Manner
            from facewise.signing.service import LEVELS, Service

            service = Service(address, next(each for each in LEVELS if each == level)) if address else None
            with unlocked.opened(secret) as identity:
                done = subject.sign(identity, Manner(seal, service))
            replace_file(path, done.pdf)
            took = passphrases.remember(unlocked.signatory.fingerprint, secret) if remember else None
            return done, unlocked.was_remembered if took is None else took

        words = _("Signing, and asking the timestamp service") if address else _("Signing")
        self._work(work, lambda found: self._keep(*found, path), words)

    def _keep(self, done: Done, took: bool | None, path: Path) -> None:  # noqa: FBT001, what the work brings
        self._path = path
        try:
            self._subject.keep(done)
        except FacewiseError as error:
            self._fail(tell(error))
            return
        if self._unlocked is not None:
            note = _("The key store did not take the passphrase; it is asked for next time.")
            self._done.show_signed(
                path,
                self._unlocked.signatory,
                done,
                is_kept=self._unlocked.kept is not None,
                on_paper=self._seal.choices.key() == PAPER,
                note=note if took is False else "",
            )
        self.go(SIGNED)
        self.signed.emit()

    def _work(self, work: Callable[[], Result], done: Callable[[Result], None], words: str) -> None:
        """Do something beside the window; nothing can be pressed meanwhile."""
        self.told.say("")
        running = run(self, lambda _tell: work(), done, self._fail)
        self.busy.watch(running, words, stoppable=False)
        self.hold(on=True)
        running.ended.connect(lambda: self.hold(on=False))

    def _fail(self, sentence: str) -> None:
        self.told.say(sentence, problem=True)

    def _show_folder(self) -> None:
        if self._path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))

    def _check(self) -> None:
        self.accept()
        self.checked.emit(str(self._path))

    def _show_versions(self) -> None:
        self.accept()
        self.listed.emit()

    def _back_up(self) -> None:
        if self._unlocked is None or self._unlocked.kept is None:
            return
        who = self._unlocked.kept
        start = str(Path.home() / f"{who.signatory.name}.p12")
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Back up the identity"), start, "*.p12")
        if not chosen:
            return
        try:
            backup(who, Path(chosen))
        except FacewiseError as error:
            self._fail(tell(error))
        else:
            self.told.say(_("The identity is in {file}; its passphrase opens it.").format(file=chosen))


class SigningDialog(SignDialog):
    """Signing the report of the assessment that is open."""

    def __init__(self, parent: QWidget, session: Session, basis: Basis, edition: Edition) -> None:
        super().__init__(parent, OwnReport(session, basis, edition))
        self.listed.connect(lambda: _open_versions(parent))


class CountersignDialog(SignDialog):
    """Countersigning a report that its owner has signed."""

    def __init__(self, parent: QWidget, report: SignedReport) -> None:
        super().__init__(parent, report)


def _used_last(settings: Settings | None) -> tuple[str, str]:
    return (settings.now.token, settings.now.timestamps) if settings is not None else ("", "")


def _open_versions(parent: QWidget) -> None:
    from facewise.ui.window import Window

    if isinstance(parent, Window):
        parent.wants("versions")
