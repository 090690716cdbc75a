"""Signing the report: who signs, reading it over, and what to do with it then."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from facewise.errors import FacewiseError
from facewise.i18n import Edition, _, tell
from facewise.signing.identities import Identity, new_identity, open_identity
from facewise.store import passphrases
from facewise.store.identities import Kept, backup, keep, kept
from facewise.store.naming import report_name
from facewise.store.reading import read_file
from facewise.store.replacing import replace_file
from facewise.store.signed import sign_site
from facewise.store.site_file import SiteFile
from facewise.ui import shelf
from facewise.ui.dialogs.confirm import ConfirmStep
from facewise.ui.dialogs.signed import SignedStep
from facewise.ui.dialogs.steps import StepsDialog
from facewise.ui.dialogs.who import KEPT, NEW, NewIdentity, WhoStep
from facewise.ui.session import Session
from facewise.ui.shelf import Basis
from facewise.ui.working import run

Result = TypeVar("Result")

WHO, CONFIRM, SIGNED = range(3)
LARGEST_IDENTITY = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Unlocked:
    """An identity of this computer; `identity` is None while its passphrase is not known."""

    kept: Kept
    identity: Identity | None


@dataclass(frozen=True, slots=True)
class Signed:
    """A signed report, and the assessment that keeps a copy of it."""

    site: SiteFile
    pdf: bytes


class SigningDialog(StepsDialog):
    """The dialog; `signed` when a report was signed, `checked` carries its path when it is to be checked."""

    signed = Signal()
    checked = Signal(str)

    def __init__(self, parent: QWidget, session: Session, basis: Basis, edition: Edition) -> None:
        self._who = WhoStep(basis.answers.business, kept())
        self._confirm, self._done = ConfirmStep(basis, edition), SignedStep()
        super().__init__(parent, [self._who, self._confirm, self._done])
        self._session, self._basis, self._edition = session, basis, edition
        self._unlocked: Unlocked | None = None
        self._path: Path | None = None
        self.went_on.connect(self._go_on)
        self._done.shown.connect(self._show_folder)
        self._done.checked.connect(self._check)
        self._done.backed_up.connect(self._back_up)
        self.retranslate()
        self.setWindowTitle(_("Sign the report"))

    def _go_on(self, step: int) -> None:
        if step == WHO:
            self._take_identity()
        elif step == CONFIRM:
            self._ask_where()
        else:
            self.accept()

    def _take_identity(self) -> None:
        key, who = self._who.choices.key(), self._who
        if key == KEPT:
            chosen = who.kept()
            self._work(lambda: _remembered(chosen), self._taken, _("Looking into the key store"))
        elif key == NEW:
            self._make_identity(who.new.told())
        elif who.file.path is None:
            self.told.say(_("Choose the certificate file first."), problem=True)
        else:
            path, secret = who.file.path, who.file.secret.field.text()
            remember = who.remember.isChecked()
            self._work(lambda: _imported(path, secret, remember=remember), self._taken, _("Opening the file"))

    def _make_identity(self, told: NewIdentity) -> None:
        if not self._who.new.is_same():
            self.told.say(_("Type the same passphrase twice."), problem=True)
            return
        remember, now = self._who.remember.isChecked(), self._basis.now
        self._work(lambda: _made(told, now, remember=remember), self._taken, _("Making the identity"))

    def _taken(self, unlocked: Unlocked) -> None:
        self._unlocked = unlocked
        self._confirm.show_signer(unlocked.kept.signatory, needs_secret=unlocked.identity is None)
        self.go(CONFIRM)

    def _ask_where(self) -> None:
        """Ask where the signed file goes, then sign."""
        name = report_name(shelf.report_of(self._basis), self._edition)
        start = self._session.path.parent / name
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Sign and save"), str(start), _("PDF files (*.pdf)")
        )
        if chosen:
            self.sign(Path(chosen).with_suffix(".pdf"))

    def sign(self, path: Path) -> None:
        """Sign the report, write it to a path, and keep a copy in the assessment."""
        unlocked, secret = self._unlocked, self._confirm.secret.field.text()
        basis, edition = self._basis, self._edition
        if unlocked is None:
            return

        def work() -> Signed:
            identity = unlocked.identity or open_identity(unlocked.kept.read(), secret)
            signed = _sign(basis, edition, identity)
            replace_file(path, signed.pdf)
            return signed

        self._work(work, lambda signed: self._keep(signed, path), _("Signing"))

    def _keep(self, signed: Signed, path: Path) -> None:
        self._path = path
        self._session.replace_site(signed.site)
        if self._unlocked is not None:
            self._done.show_signed(path, self._unlocked.kept.signatory)
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

    def _back_up(self) -> None:
        if self._unlocked is None:
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


def _remembered(chosen: Kept) -> Unlocked:
    """Open an identity with the passphrase of the key store; a wrong one is asked for anew."""
    secret = passphrases.remembered(chosen.signatory.fingerprint)
    if secret is None:
        return Unlocked(chosen, None)
    try:
        return Unlocked(chosen, open_identity(chosen.read(), secret))
    except FacewiseError:
        return Unlocked(chosen, None)


def _made(told: NewIdentity, now: datetime, *, remember: bool) -> Unlocked:
    p12 = new_identity(
        name=told.name,
        organisation=told.organisation,
        credit_code=told.credit_code,
        passphrase=told.passphrase,
        now=now,
    )
    return _kept(p12, told.passphrase, remember=remember)


def _imported(path: Path, secret: str, *, remember: bool) -> Unlocked:
    return _kept(read_file(path, LARGEST_IDENTITY), secret, remember=remember)


def _kept(p12: bytes, secret: str, *, remember: bool) -> Unlocked:
    identity = open_identity(p12, secret)
    if remember:
        passphrases.remember(identity.signatory.fingerprint, secret)
    return Unlocked(keep(p12, identity.certificate), identity)


def _sign(basis: Basis, edition: Edition, identity: Identity) -> Signed:
    from facewise.paper.pdf.shown import check_characters

    check_characters(basis.pack, basis.answers)
    at = datetime.now().astimezone().replace(microsecond=0)
    site, pdf = sign_site(basis.site, shelf.report_of(basis), edition, identity, at)
    return Signed(site, pdf)
