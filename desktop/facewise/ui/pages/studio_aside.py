"""Words and look of the sign that is shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from facewise.errors import FacewiseError
from facewise.i18n import _, tell
from facewise.paper.design import Design, item_of
from facewise.paper.sign_model import Sign
from facewise.ui.pages.studio_items import ItemsField
from facewise.ui.pages.studio_look import LookField
from facewise.ui.pages.studio_typed import TypedField
from facewise.ui.places import BUSINESS
from facewise.ui.session import Session
from facewise.ui.widgets.buttons import Button
from facewise.ui.widgets.fields import Labelled, TypedLine
from facewise.ui.widgets.words import Words, line


class StudioAside(QScrollArea):
    """The column beside the sign; `went` leads to the answers it rests on."""

    went = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._title, self._look_title = Words("section"), Words("section")
        self.typed, self.items, self.look = TypedField(), ItemsField(), LookField()
        self._address, self._change = Labelled(TypedLine()), Button("link")
        inner = QWidget()
        inner.setProperty("role", "page")
        box = QVBoxLayout(inner)
        box.setContentsMargins(24, 20, 20, 24)
        box.setSpacing(12)
        words: tuple[QWidget, ...] = (self._title, self.typed, self._address, self.items, self._change)
        for part in (self._look_title, self.look, line(), *words):
            box.addWidget(part)
        box.addStretch(1)
        self.setWidget(inner)
        self._change.clicked.connect(lambda: self.went.emit(BUSINESS))
        self._address.field.settled.connect(self._take_address)

    def retranslate(self) -> None:
        """Set all words."""
        self._title.say(_("Words on this sign"))
        self._look_title.say(_("Appearance"))
        self._address.say(_("Web address of your notice"), _("for the QR code"))
        self._change.say(_("Change business, telephone, other ways"))
        for part in (self.typed, self.items, self.look):
            part.retranslate()

    def show_sign(self, sign: Sign, design: Design, gaps: tuple[FacewiseError, ...]) -> None:
        """Show a sign as it is designed, and what it leaves out."""
        told = {item_of(error): tell(error) for error in gaps}
        self.typed.show_design(sign, design)
        self.typed.complain("headline", told.get("headline", ""))
        self.items.show_items(sign, design, {item: words for item, words in told.items() if item})
        self.look.show_design(design)
        self.look.complain("", told.get(None, ""))
        self._address.setVisible(sign.notice is not None or bool(self._session.answers.business.notice_url))
        self._address.field.show_text(self._session.answers.business.notice_url)

    def settle(self) -> None:
        """Tell what is typed."""
        self._address.field.settle()

    def _take_address(self, text: str) -> None:
        try:
            self._session.set_business(notice_url=text)
        except FacewiseError as error:
            self._address.complain(tell(error))
        else:
            self._address.complain("")
