"""What a sign says, beside its preview, and the way into the sign studio."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facewise.errors import FacewiseError
from facewise.i18n import _, tell
from facewise.ui.pages.ways import WaysField
from facewise.ui.places import STUDIO
from facewise.ui.rooms import PAGES
from facewise.ui.session import Session
from facewise.ui.shelf import Paper
from facewise.ui.widgets.buttons import Button
from facewise.ui.widgets.fields import Labelled, TypedLine
from facewise.ui.widgets.words import Words, line

FIELDS = ("name", "site", "phone", "notice_url")


class SignWords(QWidget):
    """The words of a sign: those of the business can be typed here, those from the answers are only shown."""

    went = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._key = session, ""
        self._fields = {name: Labelled(TypedLine()) for name in FIELDS}
        self._ways, self._studio = WaysField(session), Button("plain", "image")
        self._where_label, self._where = Words("label"), Words("second", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(self._studio)
        for name, field in self._fields.items():
            box.addWidget(field)
            field.field.settled.connect(lambda text, name=name: self._take(name, text))
        for part in (self._ways, line(), self._where_label, self._where):
            box.addWidget(part)
        self._studio.clicked.connect(lambda: self.went.emit(replace(STUDIO, question=self._key)))

    def show_sign(self, paper: Paper) -> None:
        """Show the words of a sign."""
        session = self._session
        labels = {
            "name": _("Name of the business"),
            "site": _("Name of the site"),
            "phone": _("Telephone"),
            "notice_url": _("Web address of your notice"),
        }
        hint = {"notice_url": _("for the QR code")}
        for name, field in self._fields.items():
            field.say(labels[name], hint.get(name, ""))
            field.field.show_text(getattr(session.answers.business, name))
        self._key = paper.key
        self._ways.setVisible(paper.use is not None)
        self._ways.show_use(paper.use)
        self._studio.say(_("Design this sign..."))
        self._studio.setVisible(STUDIO.page in PAGES)
        self._where_label.say(_("Where it goes"))
        self._where.say(
            _("Print it at 100 %. Put it at each entrance and device, at eye height, in good light.")
        )

    def settle(self) -> None:
        """Tell what is typed."""
        for field in self._fields.values():
            field.field.settle()

    def _take(self, name: str, text: str) -> None:
        try:
            self._session.set_business(**{name: text})
        except FacewiseError as error:
            self._fields[name].complain(tell(error))
        else:
            self._fields[name].complain("")
