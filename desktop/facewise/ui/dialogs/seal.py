"""How one signs: with the picture of a seal, with a sealed paper, or without; and who notes the time."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facewise.i18n import _
from facewise.signing.identities import Signatory
from facewise.signing.seal import Seal
from facewise.ui.dialogs.choices import Choices
from facewise.ui.dialogs.seal_part import SealPart
from facewise.ui.dialogs.steps import Step
from facewise.ui.pages.question_parts import Hint
from facewise.ui.widgets.fields import Drop, Labelled, TypedLine
from facewise.ui.widgets.words import Words

PICTURE, PAPER, NONE = "picture", "paper", "none"
LEVELS = ("B-T", "B-LT", "B-LTA")


class TimePart(QFrame):
    """Whether a timestamp service is to note the time; off until somebody turns it on."""

    changed = Signal()

    def __init__(self, address: str) -> None:
        super().__init__()
        self.setProperty("role", "quiet")
        self.wanted, self._clock = QCheckBox(), Words("second", wrap=True)
        self.address, self.level = Labelled(TypedLine()), Labelled(Drop())
        self._fields, self._network = QWidget(), Words("second", wrap=True)
        self.address.field.setText(address)
        fields = QVBoxLayout(self._fields)
        fields.setContentsMargins(28, 0, 0, 0)
        fields.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.address, 3)
        row.addWidget(self.level, 2)
        fields.addLayout(row)
        fields.addWidget(self._network)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 12)
        box.setSpacing(8)
        for part in (self.wanted, self._clock, self._fields):
            box.addWidget(part)
        self._fields.hide()
        self.wanted.toggled.connect(self._turn)
        self.address.field.textChanged.connect(lambda _text: self.changed.emit())

    def retranslate(self) -> None:
        """Set all words."""
        self.wanted.setText(_("Let a timestamp service note the time"))
        self._clock.say(
            _(
                "Without one the report says the time of this computer's clock, and nothing goes over the "
                "network."
            )
        )
        self.address.say(_("Address of the service"), _("http:// or https://"))
        words = {
            "B-T": _("B-T: the time"),
            "B-LT": _("B-LT: also proof of the certificates"),
            "B-LTA": _("B-LTA: for long keeping"),
        }
        chosen = str(self.level.field.currentData() or LEVELS[0])
        self.level.field.show_choices(list(words.items()), chosen)
        self.level.say(_("How much is noted"))
        self._network.say(
            _(
                "This alone uses the network: the service gets a fingerprint of the report, never its "
                "contents. B-LT and B-LTA also ask the services that the certificates name."
            )
        )

    def told(self) -> tuple[str, str]:
        """Return address and level; the address is empty where no service is wanted."""
        if not self.wanted.isChecked():
            return "", LEVELS[0]
        return self.address.field.text().strip(), str(self.level.field.currentData())

    def is_ready(self) -> bool:
        """Return whether there is an address where there should be one."""
        return not self.wanted.isChecked() or self.told()[0].startswith(("http://", "https://"))

    def _turn(self, on: bool) -> None:  # noqa: FBT001, a slot
        self._fields.setVisible(on)
        self._clock.setVisible(not on)
        self.changed.emit()


class SealStep(Step):
    """The second step of signing."""

    failed = Signal(str)

    def __init__(self, address: str, *, paper: bool) -> None:
        super().__init__()
        self._title, self._hint, self._time_title = Words("section", wrap=True), Hint(), Words("card-title")
        self.part, self.time = SealPart(), TimePart(address)
        bodies: dict[str, QWidget] = {PICTURE: self.part, PAPER: QWidget(), NONE: QWidget()}
        if not paper:
            del bodies[PAPER]
        self.choices = Choices(bodies)
        for part in (self._title, self.choices, self._hint, self._time_title, self.time):
            self.box.addWidget(part)
        self.box.addStretch(1)
        self.choices.choose(NONE)
        self.choices.chosen.connect(lambda _key: self.ready.emit(True))
        self.part.changed.connect(lambda: self.ready.emit(True))
        self.part.failed.connect(self.failed)
        self.time.changed.connect(lambda: self.ready.emit(True))

    def show_signer(self, who: Signatory) -> None:
        """Show the seal of who signs; it is chosen where there is one."""
        self.part.show_signer(who)
        self.choices.choose(PICTURE if self.part.seal() is not None else NONE)

    def retranslate(self) -> None:
        """Set all words."""
        self._title.say(_("With a seal?"))
        cards = self.choices.cards
        cards[PICTURE].say(_("The picture of your seal"), _("PNG, JPEG or a photograph"))
        if PAPER in cards:
            cards[PAPER].say(
                _("Sealed by hand on paper"), _("print it after signing, seal it, keep the scan")
            )
        cards[NONE].say(_("No seal"), _("the signature alone"))
        self._hint.say(_("A picture only shows; what can be checked is the signature."))
        self._time_title.say(_("The time"))
        self.part.retranslate()
        self.time.retranslate()

    def title(self) -> str:
        """Return the name of the step."""
        return _("Seal and time")

    def is_ready(self) -> bool:
        """Return whether there is a picture where one is wanted, and an address."""
        has_seal = self.choices.key() != PICTURE or self.part.seal() is not None
        return has_seal and self.time.is_ready()

    def seal(self) -> Seal | None:
        """Return the seal that the signature is to show."""
        return self.part.seal() if self.choices.key() == PICTURE else None

    def words(self) -> str:
        """Return how it is sealed, in words."""
        seal = self.seal()
        if seal is not None:
            return _("The picture of your seal, {millimetres} mm").format(millimetres=f"{seal.millimetres:g}")
        return _("By hand on paper, later") if self.choices.key() == PAPER else _("None")
