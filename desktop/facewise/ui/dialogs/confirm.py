"""What is signed, by whom, and that one has read it; then the passphrase."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QFormLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facewise.i18n import _
from facewise.signing.identities import Signatory, short
from facewise.ui.dialogs.keystore import RememberBox
from facewise.ui.dialogs.steps import Step
from facewise.ui.dialogs.subject import Subject
from facewise.ui.icons import Picture
from facewise.ui.widgets.fields import Labelled, secret_line
from facewise.ui.widgets.words import Words, line

ROWS = ("paper", "result", "signer", "seal", "time", "pack")


class ConfirmStep(Step):
    """The step before signing."""

    def __init__(self, subject: Subject) -> None:
        super().__init__()
        self._subject = subject
        self._who: Signatory | None = None
        self._seal: Callable[[], str] = str
        self._address = ""
        self._title = Words("section", wrap=True)
        self._labels = {name: Words("second", wrap=True) for name in ROWS}
        self._values = {name: Words("body", wrap=True) for name in ROWS}
        self._letter = subject.about().grade
        self._grade = Picture(f"grade-{self._letter}" if self._letter else "", 20, family="pictograms")
        self._read, self._declared = QCheckBox(), QCheckBox()
        self.secret, self._sealed = Labelled(secret_line()), Words("second", wrap=True)
        self.remember = RememberBox()
        self._lay_out()
        for box in (self._read, self._declared):
            box.toggled.connect(lambda _on: self.ready.emit(True))
        self.secret.field.textChanged.connect(lambda _text: self.ready.emit(True))

    def show_signer(
        self, who: Signatory, *, needs_secret: bool, seal: Callable[[], str], address: str
    ) -> None:
        """Show who signs and how (`seal` gives words), and ask for the passphrase where it is not known."""
        self._who, self._seal, self._address = who, seal, address
        self.secret.field.clear()
        self.secret.setVisible(needs_secret)
        self.remember.setVisible(needs_secret)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words."""
        self._title.say(_("Read it over and sign"))
        labels = {
            "paper": _("Paper"),
            "result": _("Result"),
            "signer": _("Signer"),
            "seal": _("Seal"),
            "time": _("Time"),
            "pack": _("Questionnaire"),
        }
        values = self._said()
        for name, words in labels.items():
            self._labels[name].say(words)
            self._values[name].say(values[name])
            self._values[name].setAccessibleName(f"{words}: {values[name]}")
        self.secret.say(_("Passphrase of the identity"))
        self.remember.retranslate()
        self._declare()

    def title(self) -> str:
        """Return the name of the step."""
        return _("Read over and sign")

    def forward_words(self) -> str:
        """Return what the button is called that signs."""
        return _("Sign and save...")

    def is_ready(self) -> bool:
        """Return whether everything is confirmed."""
        known = self.secret.isHidden() or bool(self.secret.field.text())
        return self._read.isChecked() and self._declared.isChecked() and known

    def _declare(self) -> None:
        if self._subject.countersigns:
            self._read.setText(_("I have compared the answers with the premises and the evidence."))
            self._declared.setText(_("I know that a countersignature is not a certificate."))
            self._sealed.say(_("The owner's signature stays as it is; yours is added in the box beside it."))
            return
        self._read.setText(_("I have looked at all answers; what they say is true."))
        self._declared.setText(_("I know that this is a self-declaration and not a certificate."))
        self._sealed.say(
            _("Answers, questionnaire and result are sealed in. Later changes make another report.")
        )

    def _said(self) -> dict[str, str]:
        about, who = self._subject.about(), self._who
        signer = ""
        if who is not None:
            kind = _("self-signed") if who.self_issued else _("from an authority")
            fields = {"name": who.name, "kind": kind, "fingerprint": short(who.fingerprint)}
            signer = _("{name}, {kind}, fingerprint {fingerprint}").format(**fields)
        clock = _("By the clock of this computer; nothing goes over the network")
        if self._address:
            clock = _("Noted by {address}, over the network").format(address=self._address)
        return {
            "paper": about.paper,
            "result": about.result,
            "signer": signer,
            "seal": self._seal(),
            "time": clock,
            "pack": about.pack,
        }

    def _lay_out(self) -> None:
        self.box.addWidget(self._title)
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(8)
        for name in ROWS:
            holder, row = QWidget(), QHBoxLayout()
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            if name == "result" and self._letter:
                row.addWidget(self._grade)
            row.addWidget(self._values[name], 1)
            holder.setLayout(row)
            form.addRow(self._labels[name], holder)
            form.addRow(line())
        self.box.addLayout(form)
        card = QFrame()
        card.setProperty("role", "quiet")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(8)
        inside.addWidget(self._read)
        inside.addWidget(self._declared)
        self.box.addWidget(card)
        for part in (self._sealed, self.secret, self.remember):
            self.box.addWidget(part)
        self.box.addStretch(1)
