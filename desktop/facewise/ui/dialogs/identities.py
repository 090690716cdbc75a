"""The identities of this computer: made, brought in, passed on, backed up, removed; a seal for each."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from facewise.assessment.answers import Business
from facewise.i18n import _
from facewise.signing.identities import short
from facewise.store import passphrases
from facewise.store.identities import Kept, backup, export, kept, remove
from facewise.store.seals import remove_seal
from facewise.ui.dialogs import unlock
from facewise.ui.dialogs.identity_details import IdentityDetails
from facewise.ui.dialogs.keystore import RememberBox
from facewise.ui.dialogs.plain import PlainDialog, sure
from facewise.ui.dialogs.subject import now
from facewise.ui.dialogs.token import TokenBody
from facewise.ui.dialogs.unlock import Unlocked
from facewise.ui.dialogs.who import FileBody, NewBody
from facewise.ui.frame import Frame
from facewise.ui.widgets.buttons import Button
from facewise.ui.widgets.words import Words

SIZE = (960, 740)
LIST = 296
EMPTY, DETAILS, NEW, FILE, TOKEN = range(5)


class FormPage(QWidget):
    """Fields with a button that takes them, and one that goes back."""

    def __init__(self, body: QWidget, remember: RememberBox | None = None) -> None:
        super().__init__()
        self.title, self.take, self.back = Words("section"), Button("primary"), Button("plain")
        buttons, box = QHBoxLayout(), QVBoxLayout(self)
        buttons.setSpacing(8)
        buttons.addWidget(self.take)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        inner = body.layout()
        if inner is not None:
            inner.setContentsMargins(0, 0, 0, 0)
        for part in filter(None, (self.title, body, remember)):
            box.addWidget(part)
        box.addLayout(buttons)
        box.addStretch(1)


class IdentitiesDialog(PlainDialog):
    """The dialog."""

    def __init__(self, parent: QWidget, business: Business | None = None) -> None:
        super().__init__(parent, SIZE)
        self._settings = parent.settings if isinstance(parent, Frame) else None
        self._kept: tuple[Kept, ...] = ()
        self._token: Unlocked | None = None
        self.list, self.pages, self._none = QListWidget(), QStackedWidget(), Words("body", wrap=True)
        self.new, self.file = NewBody(business or Business()), FileBody()
        self.token = TokenBody(self._settings.now.token if self._settings is not None else "")
        self.details, self._remember = IdentityDetails(), (RememberBox(), RememberBox())
        self.forms = {
            NEW: FormPage(self.new, self._remember[0]),
            FILE: FormPage(self.file, self._remember[1]),
            TOKEN: FormPage(self.token),
        }
        self.adds = {
            NEW: Button("small", "plus"),
            FILE: Button("small", "upload"),
            TOKEN: Button("small", "key-round"),
        }
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show_list(None)

    def say_all(self) -> None:
        """Set all words."""
        self.setWindowTitle(_("Identities and seals"))
        self.title.say(_("With what you sign"))
        self.lead.say(_("Keys stay on this computer, locked by their passphrase, or in a token."))
        self._none.say(
            _("There is no identity on this computer yet. Make one, or bring in one from an authority.")
        )
        self.list.setAccessibleName(_("Identities of this computer"))
        words = {NEW: _("New..."), FILE: _("Bring in..."), TOKEN: _("Token...")}
        titles = {
            NEW: _("A new identity, made here"),
            FILE: _("The certificate of an authority"),
            TOKEN: _("A key in a token"),
        }
        takes = {NEW: _("Make the identity"), FILE: _("Take it over"), TOKEN: _("Read the token")}
        for kind, form in self.forms.items():
            self.adds[kind].say(words[kind])
            form.title.say(titles[kind])
            form.take.say(takes[kind])
            form.back.say(_("Cancel"))
        for part in (self.new, self.file, self.token, self.details, *self._remember):
            part.retranslate()
        self.forms[TOKEN].take.setEnabled(self.token.works)
        self._name_items()

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._choose)
        for kind, form in self.forms.items():
            self.adds[kind].clicked.connect(lambda _on=False, kind=kind: self._open_form(kind))
            form.back.clicked.connect(self._close_form)
        self.forms[NEW].take.clicked.connect(self._make)
        self.forms[FILE].take.clicked.connect(self._bring_in)
        self.forms[TOKEN].take.clicked.connect(self._read_token)
        self.details.exported.connect(self._export)
        self.details.backed_up.connect(self._back_up)
        self.details.removed.connect(self._ask_remove)
        self.details.failed.connect(self.fail)

    def _show_list(self, fingerprint: str | None) -> None:
        """Show what is kept, and the identity of a fingerprint or the first."""
        self._kept = self.do(kept) or ()
        self.list.blockSignals(True)
        self.list.clear()
        for _each in self._kept:
            self.list.addItem(QListWidgetItem())
        self.list.blockSignals(False)
        self._name_items()
        digits = [each.signatory.fingerprint for each in self._kept]
        row = digits.index(fingerprint) if fingerprint in digits else 0
        self.list.setCurrentRow(row if digits else -1)
        self._choose(self.list.currentRow())

    def _name_items(self) -> None:
        for row, each in enumerate(self._kept):
            who, item = each.signatory, self.list.item(row)
            kind = _("self-signed") if who.self_issued else _("from an authority")
            item.setText(
                _("{name}\n{kind}, {digits}").format(name=who.name, kind=kind, digits=short(who.fingerprint))
            )
            item.setToolTip("\n".join(filter(None, (who.name, who.organisation))))

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._kept):
            one = self._kept[row]
            self._token = None
            self.details.show_identity(Unlocked(one.signatory, one))
            self.pages.setCurrentIndex(DETAILS)
        else:
            self.pages.setCurrentIndex(EMPTY)

    def _chosen(self) -> Kept | None:
        row = self.list.currentRow()
        return self._kept[row] if 0 <= row < len(self._kept) and self._token is None else None

    def _open_form(self, kind: int) -> None:
        self.told.say("")
        self.pages.setCurrentIndex(kind)
        first = {NEW: self.new.name.field, FILE: self.file.secret.field, TOKEN: self.token.pin.field}[kind]
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_form(self) -> None:
        self._clear_secrets()
        self._choose(self.list.currentRow())

    def _clear_secrets(self) -> None:
        for field in (self.new.first, self.new.second, self.file.secret, self.token.pin):
            field.field.clear()

    def _make(self) -> None:
        told, remember = self.new.told(), self._remember[0].wanted()
        if not self.new.is_same():
            self.fail(_("Choose a passphrase, and type it the same twice."))
            return
        self.work(lambda: unlock.made(told, now(), remember=remember), self._added, _("Making the identity"))

    def _bring_in(self) -> None:
        path, secret, remember = self.file.path, self.file.secret.field.text(), self._remember[1].wanted()
        if path is None:
            self.fail(_("Choose the certificate file first."))
            return
        self.work(
            lambda: unlock.imported(path, secret, remember=remember), self._added, _("Opening the file")
        )

    def _added(self, unlocked: Unlocked) -> None:
        self._clear_secrets()
        self._show_list(unlocked.signatory.fingerprint)
        if unlocked.was_remembered is False:
            self.fail(_("The key store did not take the passphrase; it is asked for next time."))
        else:
            sentence = _("{name} can sign on this computer now. Back it up before you change computers.")
            self.told.say(sentence.format(name=unlocked.signatory.name))

    def _read_token(self) -> None:
        token = self.token.told()
        if token is None:
            self.fail(_("Choose the library of the token, and type its PIN."))
            return
        if self._settings is not None:
            self._settings.remember(token=str(token.library))
        self.work(lambda: unlock.in_token(token), self._show_token, _("Reading the token"))

    def _show_token(self, unlocked: Unlocked) -> None:
        self._clear_secrets()
        self.list.setCurrentRow(-1)
        self._token = unlocked
        self.details.show_identity(unlocked)
        self.pages.setCurrentIndex(DETAILS)

    def _export(self) -> None:
        words = _("The certificate is in {file}. It holds no key: anybody may have it.")
        self._write(".pem", _("Export the certificate"), export, words)

    def _back_up(self) -> None:
        words = _("The identity is in {file}; its passphrase opens it.")
        self._write(".p12", _("Back up the identity"), backup, words)

    def _write(self, ending: str, title: str, write: Callable[[Kept, Path], None], words: str) -> None:
        one = self._chosen()
        if one is None:
            return
        start = str(Path.home() / f"{one.signatory.name}{ending}")
        chosen, _kind = QFileDialog.getSaveFileName(self, title, start, f"*{ending}")
        if chosen:
            self.told.say("")
            self.do(lambda: self._written(one, Path(chosen), write, words))

    def _written(self, one: Kept, path: Path, write: Callable[[Kept, Path], None], words: str) -> None:
        write(one, path)
        self.told.say(words.format(file=path))

    def _ask_remove(self) -> None:
        one = self._chosen()
        if one is None:
            return
        more = _(
            "Nobody can sign as this signer again, unless there is a backup and its passphrase. What was "
            "signed stays as it is and can be checked, but counts here as by somebody not known. The picture "
            "of the seal goes too."
        )
        sentence = _("Remove the identity of {name}?").format(name=one.signatory.name)
        sure(self, sentence, more, _("Remove it"), lambda: self._remove(one))

    def _remove(self, one: Kept) -> None:
        fingerprint = one.signatory.fingerprint

        def work() -> None:
            remove(one)
            remove_seal(fingerprint)
            passphrases.forget(fingerprint)

        said = _("{name} was removed.").format(name=one.signatory.name)
        self.work(work, lambda _nothing: self._removed(said), _("Removing the identity"))

    def _removed(self, said: str) -> None:
        self._show_list(None)
        self.told.say(said)

    def _lay_out(self) -> None:
        frame, left, row = QFrame(), QVBoxLayout(), QHBoxLayout()
        frame.setProperty("role", "card")
        frame.setFixedWidth(LIST)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        self.list.setObjectName("identities")
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside.addWidget(self.list)
        left.setSpacing(8)
        left.addWidget(frame, 1)
        for button in self.adds.values():
            left.addWidget(button)
        empty = QWidget()
        box = QVBoxLayout(empty)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._none)
        box.addStretch(1)
        for page in (empty, self.details, *self.forms.values()):
            self.pages.addWidget(page)
        row.setSpacing(24)
        row.addLayout(left)
        row.addWidget(self.pages, 1)
        self.box.addLayout(row, 1)
