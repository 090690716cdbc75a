"""Everything about one identity: whose it is, its fingerprint, passphrase and seal, what to do with it."""

from datetime import UTC, datetime
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from facewise.i18n import _, current
from facewise.signing.identities import Signatory, open_identity
from facewise.store import passphrases
from facewise.ui.dialogs.seal_part import SealPart
from facewise.ui.dialogs.unlock import Unlocked
from facewise.ui.icons import Picture
from facewise.ui.widgets.buttons import Button
from facewise.ui.widgets.fields import Labelled, secret_line
from facewise.ui.widgets.words import Words, line
from facewise.ui.working import run

ROWS = ("kind", "organisation", "code", "valid", "fingerprint")


class Kept(Enum):
    """Where the passphrase of an identity is."""

    NOWHERE = "nowhere"
    IN_STORE = "in_store"
    NO_STORE = "no_store"


class PassphrasePart(QWidget):
    """Whether the system's key store has the passphrase, and how to change that; `failed` with a sentence."""

    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._unlocked: Unlocked | None = None
        self.state: Kept | None = None
        self._mark, self._said = Picture("", 16, family="shapes"), Words("body", wrap=True)
        self.secret, self.remember = Labelled(secret_line()), Button("small", "key-round")
        self.forget = Button("small", "trash-2")
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self._mark)
        first.addWidget(self._said, 1)
        first.addWidget(self.forget)
        second.setSpacing(12)
        second.addWidget(self.secret, 1)
        second.addWidget(self.remember, 0, Qt.AlignmentFlag.AlignBottom)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(first)
        box.addLayout(second)
        self.remember.clicked.connect(self._remember)
        self.forget.clicked.connect(self._forget)

    def show_identity(self, unlocked: Unlocked) -> None:
        """Look beside the window whether the key store has the passphrase, and show it."""
        self._unlocked, self.state = unlocked, None
        self.secret.field.clear()
        self._show()
        run(self, lambda _tell: _where(unlocked), lambda state: self._take(unlocked, state), self.failed.emit)

    def retranslate(self) -> None:
        """Set all words."""
        self.secret.say(_("Passphrase"))
        self.remember.say(_("Check and remember"))
        self.forget.say(_("Forget the passphrase"))
        self._show()

    def _take(self, unlocked: Unlocked, state: Kept) -> None:
        if unlocked is self._unlocked:
            self.state = state
            self._show()

    def _show(self) -> None:
        words = {
            None: "",
            Kept.NOWHERE: _("The passphrase is asked for each time."),
            Kept.IN_STORE: _("The key store of the system has the passphrase."),
            Kept.NO_STORE: _("This computer has no key store, so the passphrase is asked for each time."),
        }
        self._said.say(words[self.state])
        self._mark.show_picture(
            {Kept.IN_STORE: "met", Kept.NO_STORE: "dash"}.get(self.state or Kept.NOWHERE, "")
        )
        for part in (self.secret, self.remember):
            part.setVisible(self.state is Kept.NOWHERE)
        self.forget.setVisible(self.state is Kept.IN_STORE)

    def _remember(self) -> None:
        unlocked, secret = self._unlocked, self.secret.field.text()
        if unlocked is None or unlocked.kept is None:
            return
        locked, fingerprint = unlocked.kept.read(), unlocked.signatory.fingerprint

        def work() -> bool:
            open_identity(locked, secret)  # a wrong one is not remembered
            return passphrases.remember(fingerprint, secret)

        run(self, lambda _tell: work(), lambda took: self._remembered(unlocked, took=took), self.failed.emit)

    def _remembered(self, unlocked: Unlocked, *, took: bool) -> None:
        if not took:
            self.failed.emit(_("The key store did not take the passphrase."))
        self.show_identity(unlocked)

    def _forget(self) -> None:
        unlocked = self._unlocked
        if unlocked is not None:
            digits = unlocked.signatory.fingerprint
            run(
                self,
                lambda _tell: passphrases.forget(digits),
                lambda _nothing: self.show_identity(unlocked),
                self.failed.emit,
            )


class IdentityDetails(QWidget):
    """One identity; `exported`, `backed_up` and `removed` ask for what their buttons say."""

    exported = Signal()
    backed_up = Signal()
    removed = Signal()
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._unlocked: Unlocked | None = None
        self._name, self._titles = Words("section", wrap=True), {name: Words("card-title") for name in "ps"}
        self._labels = {name: Words("second") for name in ROWS}
        self.values = {name: Words("help", wrap=True) for name in ROWS}
        self._copy, self.passphrase, self.seal = Button("link"), PassphrasePart(), SealPart()
        self.export, self.backup = Button("small", "file-check"), Button("small", "save")
        self.remove = Button("small", "trash-2")
        self._lay_out()
        self._copy.clicked.connect(self._take)
        self.export.clicked.connect(self.exported)
        self.backup.clicked.connect(self.backed_up)
        self.remove.clicked.connect(self.removed)
        self.passphrase.failed.connect(self.failed)
        self.seal.failed.connect(self.failed)

    def show_identity(self, unlocked: Unlocked) -> None:
        """Show an identity."""
        self._unlocked = unlocked
        is_here = unlocked.kept is not None
        for part in (self._titles["p"], self.passphrase, self.export, self.backup, self.remove):
            part.setVisible(is_here)
        if is_here:
            self.passphrase.show_identity(unlocked)
        self.seal.show_signer(unlocked.signatory)
        self._show()

    def retranslate(self) -> None:
        """Set all words."""
        labels = {
            "kind": _("Kind"),
            "organisation": _("Organisation"),
            "code": _("Credit code"),
            "valid": _("Valid"),
            "fingerprint": _("Fingerprint"),
        }
        for name, words in labels.items():
            self._labels[name].say(words)
        self._copy.say(_("Copy"))
        self._titles["p"].say(_("Passphrase"))
        self._titles["s"].say(_("Seal"))
        self.export.say(_("Export the certificate..."), _("for those who check; it holds no key"))
        self.backup.say(_("Back up..."), _("with the key, locked by its passphrase"))
        self.remove.say(_("Remove..."))
        self.passphrase.retranslate()
        self.seal.retranslate()
        self._show()

    def _show(self) -> None:
        if self._unlocked is None:
            return
        who = self._unlocked.signatory
        self._name.say(who.name)
        said = {
            "kind": self._kind(who),
            "organisation": who.organisation,
            "code": who.credit_code,
            "valid": _valid(who),
            "fingerprint": " ".join(who.fingerprint[n : n + 4] for n in range(0, len(who.fingerprint), 4)),
        }
        for name, value in said.items():
            self.values[name].say(value)
            self._form.setRowVisible(ROWS.index(name), bool(value))

    def _kind(self, who: Signatory) -> str:
        if self._unlocked is not None and self._unlocked.token is not None:
            return _("a key in a token")
        return _("made here, self-signed") if who.self_issued else _("from an authority")

    def _take(self) -> None:
        if self._unlocked is not None:
            QGuiApplication.clipboard().setText(self._unlocked.signatory.fingerprint)

    def _lay_out(self) -> None:
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(4)
        for name in ROWS:
            self._form.addRow(self._labels[name], self.values[name])
        self.values["fingerprint"].setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons, box = QHBoxLayout(), QVBoxLayout(self)
        buttons.setSpacing(8)
        for button in (self.export, self.backup, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addWidget(self._name)
        box.addLayout(self._form)
        box.addWidget(self._copy)
        box.addLayout(buttons)
        for part in (line(), self._titles["p"], self.passphrase, self._titles["s"], self.seal):
            box.addWidget(part)
        box.addStretch(1)


def _where(unlocked: Unlocked) -> Kept:
    if not passphrases.has_key_store():
        return Kept.NO_STORE
    known = passphrases.remembered(unlocked.signatory.fingerprint)
    return Kept.IN_STORE if known is not None else Kept.NOWHERE


def _valid(who: Signatory) -> str:
    from facewise.paper.dates import day

    days = {"start": day(who.not_before.date())[current()], "end": day(who.not_after.date())[current()]}
    if who.not_after < datetime.now(UTC):
        return _("{start} to {end}: expired, it cannot sign any more").format(**days)
    return _("{start} to {end}").format(**days)
