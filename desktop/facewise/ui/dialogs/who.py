"""Who signs: an identity of this computer, a new one, a file of an authority, or a key in a token."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from facewise.assessment.answers import Business
from facewise.i18n import _
from facewise.signing.identities import STRONG_ENOUGH, short, strength
from facewise.store.identities import Kept
from facewise.ui.dialogs.choices import Choices
from facewise.ui.dialogs.keystore import RememberBox
from facewise.ui.dialogs.steps import Step
from facewise.ui.dialogs.token import TokenBody
from facewise.ui.dialogs.unlock import NewIdentity
from facewise.ui.icons import Picture
from facewise.ui.pages.question_parts import Hint
from facewise.ui.widgets.buttons import Button
from facewise.ui.widgets.fields import Drop, Labelled, TypedLine, secret_line
from facewise.ui.widgets.words import ElidedWords, Words
from facewise.ui.working import run

PAUSE = 250
"""Milliseconds without a key after which a passphrase is weighed."""
KEPT, NEW, FILE, TOKEN = "kept", "new", "file", "token"


class NewBody(QWidget):
    """The fields of a new identity."""

    def __init__(self, business: Business) -> None:
        super().__init__()
        self.name, self.organisation, self.code = (
            Labelled(TypedLine()),
            Labelled(TypedLine()),
            Labelled(TypedLine()),
        )
        self.first, self.second = Labelled(secret_line()), Labelled(secret_line())
        self._mark, self._said, self._strength = (
            Picture("", 16, family="shapes"),
            Words("second", wrap=True),
            0,
        )
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self._weigh)
        self.name.field.setText(business.name or business.site)
        self.code.field.setText(business.credit_code)
        self._lay_out()
        for field in (self.first.field, self.second.field):
            field.textChanged.connect(lambda _text: self._pause.start())

    def retranslate(self) -> None:
        """Set all words."""
        self.name.say(_("Signer"), _("printed on the report"))
        self.organisation.say(_("Organisation"), _("if a person signs"))
        self.code.say(_("Unified social credit code"), _("optional"))
        self.first.say(_("Passphrase"))
        self.second.say(_("The same again"))
        self._tell()

    def told(self) -> NewIdentity:
        """Return what was typed."""
        name, organisation, code = (
            part.field.text().strip() for part in (self.name, self.organisation, self.code)
        )
        return NewIdentity(name, organisation, code, self.first.field.text())

    def is_same(self) -> bool:
        """Return whether the two passphrases are the same."""
        return bool(self.first.field.text()) and self.first.field.text() == self.second.field.text()

    def _weigh(self) -> None:
        told = self.told()
        words = (told.name, told.organisation, told.credit_code)
        run(self, lambda _tell: strength(told.passphrase, *words), self._weighed, lambda _sentence: None)

    def _weighed(self, strength_: int) -> None:
        self._strength = strength_
        self._tell()

    def _tell(self) -> None:
        """Say how strong the passphrase is, and whether both are the same."""
        first, second = self.first.field.text(), self.second.field.text()
        if not first:
            mark, words = (
                "",
                _("Three or four words that do not belong together are strong and easy to remember."),
            )
        elif self._strength < STRONG_ENOUGH:
            mark, words = (
                "partly",
                _("Too easy to guess. Make it longer, with words that do not belong together."),
            )
        elif not second:
            mark, words = "met", _("Strong enough. Now type it again.")
        elif first != second:
            mark, words = "partly", _("The two are not the same.")
        else:
            mark, words = "met", _("Strong enough, and both are the same.")
        self._mark.show_picture(mark)
        self._mark.setVisible(bool(mark))
        self._said.say(words)

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setSpacing(8)
        box.addWidget(self.name)
        for pair in ((self.organisation, self.code), (self.first, self.second)):
            row = QHBoxLayout()
            row.setSpacing(16)
            for part in pair:
                row.addWidget(part, 1)
            box.addLayout(row)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self._said, 1)
        box.addLayout(row)


class FileBody(QWidget):
    """The certificate file of an authority, and its passphrase."""

    def __init__(self) -> None:
        super().__init__()
        self.path: Path | None = None
        self._choose, self._file, self.secret = (
            Button("small", "folder-open"),
            ElidedWords("help"),
            Labelled(secret_line()),
        )
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._choose)
        row.addWidget(self._file, 1)
        box = QVBoxLayout(self)
        box.setSpacing(8)
        box.addLayout(row)
        box.addWidget(self.secret)
        self._choose.clicked.connect(self._ask)

    def retranslate(self) -> None:
        """Set all words."""
        self._choose.say(_("Choose a file..."))
        self._file.say(self.path.name if self.path else _("no file yet"))
        self.secret.say(_("Passphrase of the file"))

    def show_file(self, path: Path) -> None:
        """Take a file."""
        self.path = path
        self._file.say(path.name)

    def _ask(self) -> None:
        words = _("Certificates (*.p12 *.pfx)")
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Choose a certificate file"), "", words)
        if chosen:
            self.show_file(Path(chosen))


class WhoStep(Step):
    """The first step of signing."""

    def __init__(self, business: Business, kept: tuple[Kept, ...], library: str = "") -> None:
        super().__init__()
        self._kept = {each.signatory.fingerprint: each for each in kept}
        self._title, self._hint = Words("section", wrap=True), Hint()
        self._which, self.new, self.file = Drop(), NewBody(business), FileBody()
        self.token = TokenBody(library)
        bodies: dict[str, QWidget] = {KEPT: self._kept_body()} if kept else {}
        self.choices = Choices({**bodies, NEW: self.new, FILE: self.file, TOKEN: self.token})
        self.remember = RememberBox()
        for part in (self._title, self.choices, self.remember, self._hint):
            self.box.addWidget(part)
        self.box.addStretch(1)
        self.choices.choose(KEPT if kept else NEW)
        self.choices.chosen.connect(lambda _key: self.ready.emit(True))
        self.choices.chosen.connect(lambda _key: self._show_remember())
        self._show_remember()

    def retranslate(self) -> None:
        """Set all words."""
        self._title.say(_("With which identity?"))
        cards = self.choices.cards
        if KEPT in cards:
            cards[KEPT].say(_("One on this computer"), "")
            names = [(key, _identity_words(one)) for key, one in self._kept.items()]
            chosen = self._which.currentData() or names[0][0]
            self._which.show_choices(names, chosen)
            self._which.setAccessibleName(_("Identity"))
        cards[NEW].say(_("A new one, made here"), _("self-signed, ready at once"))
        cards[FILE].say(_("The certificate of an authority"), _("a .p12 or .pfx file"))
        cards[TOKEN].say(_("A key in a token"), _("UKey, smart card (PKCS#11)"))
        for part in (self.new, self.file, self.token, self.remember):
            part.retranslate()
        self._hint.say(
            _(
                "An identity made here shows that the report was not changed and that the same person "
                "signed. It does not show who you are: people compare its fingerprint with you by telephone."
            )
        )
        self._show_remember()

    def title(self) -> str:
        """Return the name of the step."""
        return _("Who signs")

    def forward_words(self) -> str:
        """Return what the button is called that goes on."""
        words = {NEW: _("Make the identity"), FILE: _("Take it over"), TOKEN: _("Read the token")}
        return words.get(self.choices.key(), _("Next step"))

    def remark(self) -> str:
        """Return where the identity is kept."""
        if self.choices.key() == TOKEN:
            return ""
        return _("It stays on this computer. Back it up before you change computers.")

    def is_ready(self) -> bool:
        """Return whether one can go on: with a token, only where the program can use one."""
        return self.choices.key() != TOKEN or self.token.works

    def kept(self) -> Kept:
        """Return the chosen identity of this computer."""
        return self._kept[str(self._which.currentData())]

    def _show_remember(self) -> None:
        self.remember.setVisible(self.choices.key() in (NEW, FILE))
        self._hint.setVisible(self.choices.key() in (KEPT, NEW))

    def _kept_body(self) -> QWidget:
        made = QWidget()
        box = QVBoxLayout(made)
        box.addWidget(self._which)
        return made


def _identity_words(kept: Kept) -> str:
    who = kept.signatory
    kind = _("self-signed") if who.self_issued else _("from an authority")
    fields = {"name": who.name, "kind": kind, "fingerprint": short(who.fingerprint)}
    return _("{name}, {kind}, {fingerprint}").format(**fields)
