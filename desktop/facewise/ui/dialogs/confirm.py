"""What is signed, by whom, and that one has read it; then the passphrase."""

from PySide6.QtWidgets import QCheckBox, QFormLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facewise.assessment.exported import grade_words
from facewise.content.canonical import sha256
from facewise.i18n import Edition, _, current
from facewise.signing.identities import Signatory, short
from facewise.ui.dialogs.steps import Step
from facewise.ui.dialogs.who import secret_line
from facewise.ui.icons import Picture
from facewise.ui.pages.documents_list import edition_words
from facewise.ui.shelf import Basis
from facewise.ui.widgets.fields import Labelled
from facewise.ui.widgets.words import Words, line

ROWS = ("paper", "result", "signer", "pack", "time")


class ConfirmStep(Step):
    """The step before signing."""

    def __init__(self, basis: Basis, edition: Edition) -> None:
        super().__init__()
        self._basis, self._edition = basis, edition
        self._who: Signatory | None = None
        self._title = Words("section", wrap=True)
        self._labels = {name: Words("second", wrap=True) for name in ROWS}
        self._values = {name: Words("body", wrap=True) for name in ROWS}
        grade = basis.assessment.grade
        self._grade = Picture(f"grade-{grade}" if grade else "", 20, family="pictograms")
        self._read, self._declared = QCheckBox(), QCheckBox()
        self.secret, self._sealed = Labelled(secret_line()), Words("second", wrap=True)
        self._lay_out()
        for box in (self._read, self._declared):
            box.toggled.connect(lambda _on: self.ready.emit(True))
        self.secret.field.textChanged.connect(lambda _text: self.ready.emit(True))

    def show_signer(self, who: Signatory, *, needs_secret: bool) -> None:
        """Show who signs, and ask for the passphrase where it is not known."""
        self._who = who
        self.secret.field.clear()
        self.secret.setVisible(needs_secret)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words."""
        self._title.say(_("Read it over and sign"))
        labels = {
            "paper": _("Paper"),
            "result": _("Result"),
            "signer": _("Signer"),
            "pack": _("Questionnaire"),
            "time": _("Time"),
        }
        for name, words in labels.items():
            self._labels[name].say(words)
            self._values[name].say(self._value(name))
            self._values[name].setAccessibleName(f"{words}: {self._value(name)}")
        self._read.setText(_("I have looked at all answers; what they say is true."))
        self._declared.setText(_("I know that this is a self-declaration and not a certificate."))
        self.secret.say(_("Passphrase of the identity"))
        self._sealed.say(
            _("Answers, questionnaire and result are sealed in. Later changes make another report.")
        )

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

    def _value(self, name: str) -> str:
        basis, who = self._basis, self._who
        if name == "paper":
            edition = dict(edition_words())[self._edition]
            return _("{paper}, {language}").format(paper=_("Self-assessment report"), language=edition)
        if name == "result":
            return self._result()
        if name == "signer":
            kind = _("self-signed") if who and who.self_issued else _("from an authority")
            fields = {"name": who.name, "kind": kind, "fingerprint": short(who.fingerprint)} if who else {}
            return _("{name}, {kind}, fingerprint {fingerprint}").format(**fields) if fields else ""
        if name == "pack":
            digest = sha256(basis.site.pack)[:8]
            sentence = _("{id} {version}, fingerprint {hash}")
            return sentence.format(id=basis.pack.id, version=basis.pack.version, hash=digest)
        return _("By the clock of this computer; nothing goes over the network")

    def _result(self) -> str:
        result = self._basis.assessment
        words = grade_words(self._basis.pack, result).text[current()]
        if result.grade is None or result.score is None:
            return words
        sentence = _("{grade} {words}, score {value}")
        return sentence.format(grade=result.grade, words=words, value=result.score.value)

    def _lay_out(self) -> None:
        self.box.addWidget(self._title)
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(8)
        for name in ROWS:
            holder, row = QWidget(), QHBoxLayout()
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            if name == "result" and self._basis.assessment.grade:
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
        below = QHBoxLayout()
        below.setSpacing(24)
        below.addWidget(self.secret, 1)
        below.addWidget(self._sealed, 1)
        self.box.addLayout(below)
        self.box.addStretch(1)
