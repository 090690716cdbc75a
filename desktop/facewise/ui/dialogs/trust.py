"""Whom this computer knows: authorities that are trusted with all they issue, and compared signers."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from facewise.i18n import _, current
from facewise.signing.identities import Signatory, short
from facewise.store.pins import Pin, pins, unpin
from facewise.store.roots import Root, distrust, roots, trust
from facewise.ui.dialogs.plain import Entry, PlainDialog, clear, sure
from facewise.ui.pages.question_parts import Hint
from facewise.ui.widgets.buttons import Button
from facewise.ui.widgets.words import Words


class TrustDialog(PlainDialog):
    """The dialog; `changed` when somebody was added or removed."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._authorities, self._signers = Words("card-title"), Words("card-title")
        self.add, self._hint = Button("small", "plus"), Hint()
        self.roots_box, self.signers_box = QVBoxLayout(), QVBoxLayout()
        top = QHBoxLayout()
        top.addWidget(self._authorities, 1)
        top.addWidget(self.add)
        for part in (top, self.roots_box):
            self.box.addLayout(part)
        self.box.addSpacing(8)
        self.box.addWidget(self._signers)
        self.box.addLayout(self.signers_box)
        self.box.addWidget(self._hint)
        self.box.addStretch(1)
        for column in (self.roots_box, self.signers_box):
            column.setSpacing(8)
        self.add.clicked.connect(self._ask)
        self.retranslate()

    def say_all(self) -> None:
        """Set all words, and show who is known."""
        self.setWindowTitle(_("Known signers and authorities"))
        self.title.say(_("Whom this computer knows"))
        self.lead.say(
            _("A report by any of these is said to be by somebody known. Nothing is added by itself.")
        )
        self._authorities.say(_("Trusted authorities"))
        self.add.say(_("Trust a certificate..."))
        self._signers.say(_("Signers you have compared"))
        self._hint.say(
            _(
                "Trust an authority only if you have its certificate from the authority itself: every report "
                "whose signer it names then counts as known."
            )
        )
        self._show()

    def trust_file(self, path: Path) -> None:
        """Trust the certificate in a file."""
        self.told.say("")
        root = self.do(lambda: trust(path))
        if root is not None:
            self.told.say(_("{name} is trusted now.").format(name=_name(root.holder)))
            self._changed()

    def _show(self) -> None:
        clear(self.roots_box)
        clear(self.signers_box)
        found = self.do(roots) or ()
        for root in found:
            self.roots_box.addWidget(self._root(root))
        if not found:
            self.roots_box.addWidget(Words("second", _("None yet"), wrap=True))
        seen = self.do(pins)
        compared = {key: pin for key, pin in (seen.signers if seen else {}).items() if pin.compared}
        for key, pin in sorted(compared.items(), key=lambda pair: pair[1].name):
            self.signers_box.addWidget(self._signer(key, pin))
        if not compared:
            text = _(
                "None yet. Check a report, ask its signer for the fingerprint, and say that you compared it."
            )
            self.signers_box.addWidget(Words("second", text, wrap=True))

    def _root(self, root: Root) -> Entry:
        who, button = root.holder, Button("small", "trash-2")
        button.say(_("Trust no longer"))
        button.setAccessibleDescription(_name(who))
        until = _("Valid until {day}").format(day=_day(who.not_after))
        digits = _("Fingerprint {fingerprint}").format(fingerprint=short(who.fingerprint))
        button.clicked.connect(lambda: self._ask_distrust(root))
        organisation = who.organisation if who.organisation != _name(who) else ""
        return Entry(_name(who), (organisation, digits, until), (button,))

    def _signer(self, fingerprint: str, pin: Pin) -> Entry:
        button = Button("small", "trash-2")
        button.say(_("Forget"))
        button.setAccessibleDescription(pin.name)
        digits = _("Fingerprint {fingerprint}").format(fingerprint=short(fingerprint))
        compared = _("Compared on {day}").format(day=_day(pin.compared or pin.first_seen))
        button.clicked.connect(lambda: self._ask_forget(fingerprint, pin))
        return Entry(pin.name, (digits, compared), (button,))

    def _ask(self) -> None:
        words = _("Certificates (*.pem *.crt *.cer *.der)")
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Trust a certificate"), "", words)
        if chosen:
            self.trust_file(Path(chosen))

    def _ask_distrust(self, root: Root) -> None:
        sentence = _("Trust {name} no longer?").format(name=_name(root.holder))
        more = _("Signers whose certificates it has issued then count as not known.")
        fingerprint = root.holder.fingerprint
        sure(self, sentence, more, _("Trust no longer"), lambda: self._remove(lambda: distrust(fingerprint)))

    def _ask_forget(self, fingerprint: str, pin: Pin) -> None:
        sentence = _("Forget that {name} was compared?").format(name=pin.name)
        more = _("The next report by this signer is shown as by somebody seen for the first time.")
        sure(self, sentence, more, _("Forget"), lambda: self._remove(lambda: unpin(fingerprint)))

    def _remove(self, step: Callable[[], object]) -> None:
        self.do(step)
        self._changed()

    def _changed(self) -> None:
        self._show()
        self.changed.emit()


def _name(who: Signatory) -> str:
    return who.name or who.organisation or short(who.fingerprint)


def _day(moment: datetime) -> str:
    from facewise.paper.dates import day

    return day(moment.astimezone().date())[current()]
