"""Who fills in: name, site, address, contact; everything but the name may stay blank."""

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from facewise.errors import FacewiseError
from facewise.i18n import _, tell
from facewise.ui.session import Session
from facewise.ui.widgets.buttons import Button
from facewise.ui.widgets.fields import Labelled, TypedLine
from facewise.ui.widgets.words import Words

FIELDS = ("name", "site", "phone", "contact", "address", "credit_code", "email", "notice_url")
FIRST = 4
"""So many fields are shown at once; the others unfold."""


class BusinessForm(QWidget):
    """The fields of the business."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._heading, self._more = Words("section"), Button("link")
        self._fields = {name: Labelled(TypedLine()) for name in FIELDS}
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for n, (name, field) in enumerate(self._fields.items()):
            grid.addWidget(field, n // 2, n % 2)
            field.field.settled.connect(lambda text, name=name: self._take(name, text))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.setSpacing(8)
        box.addWidget(self._heading)
        box.addLayout(grid)
        box.addWidget(self._more)
        self._more.clicked.connect(self._unfold)
        self._fold()
        self.retranslate()

    def show_business(self) -> None:
        """Show what is known."""
        business = self._session.answers.business
        for name, field in self._fields.items():
            field.field.show_text(getattr(business, name))

    def settle(self) -> None:
        """Tell what is typed."""
        for field in self._fields.values():
            field.field.settle()

    def first(self) -> QWidget:
        """Return the field of the name."""
        return self._fields["name"].field

    def retranslate(self) -> None:
        """Set all words."""
        self._heading.say(_("Your business"))
        self._more.say(_("Address, credit code, e-mail and web address"))
        printed = _("printed on signs")
        words = {
            "name": (_("Name of the business"), ""),
            "site": (_("Name of the site"), printed),
            "phone": (_("Telephone"), printed),
            "contact": (_("Contact person"), ""),
            "address": (_("Address"), ""),
            "credit_code": (_("Unified social credit code"), _("18 characters")),
            "email": (_("E-mail"), ""),
            "notice_url": (_("Web address of your notice"), _("for the QR code")),
        }
        for name, (label, hint) in words.items():
            self._fields[name].say(label, hint)

    def _take(self, name: str, text: str) -> None:
        try:
            self._session.set_business(**{name: text})
        except FacewiseError as error:
            self._fields[name].complain(tell(error))
        else:
            self._fields[name].complain("")

    def _fold(self) -> None:
        known = self._session.answers.business
        rest = FIELDS[FIRST:]
        opened = any(getattr(known, name) for name in rest)
        for name in rest:
            self._fields[name].setVisible(opened)
        self._more.setVisible(not opened)

    def _unfold(self) -> None:
        for name in FIELDS[FIRST:]:
            self._fields[name].show()
        self._more.hide()
        self._fields[FIELDS[FIRST]].field.setFocus()
