"""Business and uses: who fills in, what faces are used for, and the scoping questions of each use.

Nothing here is scored; it decides what is asked, and what the documents say.
"""

from PySide6.QtWidgets import QWidget

from facewise.assessment.answers import Use
from facewise.i18n import _, current
from facewise.ui.page import Footer, Page, Room
from facewise.ui.pages.business_form import BusinessForm
from facewise.ui.pages.scoping import ScopingCard, scoping_parts
from facewise.ui.pages.scoping_aside import ScopingAside
from facewise.ui.pages.use_picker import UsePicker
from facewise.ui.places import SCOPING, Place
from facewise.ui.session import Session
from facewise.ui.settings import Settings
from facewise.ui.widgets.buttons import Button
from facewise.ui.widgets.words import Words


class BusinessPage(Page):
    """The page of business, uses and scoping."""

    aside_width = 280

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__(Footer())
        del settings
        self._session = session
        self.aside = self._aside = ScopingAside(session)
        self._title, self._lead = Words("title", wrap=True), Words("lead", wrap=True)
        gates, self._of_use, rest = scoping_parts(session)
        self._form, self._uses = BusinessForm(session), UsePicker(session)
        self._gates, self._site = ScopingCard(session, None, gates), ScopingCard(session, None, rest)
        self._cards: dict[str, ScopingCard] = {}
        self._which, self._hint = Words("section"), Words("second", wrap=True)
        for part in (self._title, self._lead, self._form):
            self.box.addWidget(part)
        self.box.addSpacing(8)
        self.box.addWidget(self._gates)
        self.box.addSpacing(8)
        for below in (self._which, self._hint, self._uses):
            self.box.addWidget(below)
        self.box.addSpacing(8)
        self.box.addWidget(self._site)
        self.box.addStretch(1)
        session.changed.connect(lambda: self._show() if self.isVisible() else None)
        self._counts = Button("quiet", "list-checks")
        self._counts.clicked.connect(self.asked_for_aside)
        if self.footer is not None:
            self.footer.add(self._counts)

    def enter(self, place: Place) -> None:
        """Show what is known of the business."""
        del place
        self._show()

    def leave(self) -> None:
        """Tell what is typed."""
        self._form.settle()
        for card in self._all_cards():
            card.settle()

    def retranslate(self) -> None:
        """Set all words."""
        section = self._session.pack.section(SCOPING)
        self._title.say(section.title[current()])
        self._lead.say(section.lead[current()])
        self._which.say(_("Where is face recognition used?"))
        self._hint.say(_("Choose all that apply; each use is judged by itself, the whole by the worst."))
        if self.footer is not None:
            self.footer.back.say(_("Start page"))
            self.footer.forward.say(_("Begin with the red lines"))
        self._counts.say(_("What will be asked"), "F1")
        self._gates.call(_("Are faces recognised here?"))
        self._form.retranslate()
        self._uses.retranslate()
        self._aside.retranslate()
        for card in self._all_cards():
            card.retranslate()
        self._show()

    def fit(self, room: Room) -> None:
        """Offer the counts where they have no column."""
        super().fit(room)
        self._counts.setVisible(not room.aside)

    def first_focus(self) -> QWidget | None:
        """Return the first field of the business."""
        return self._form.first()

    def _show(self) -> None:
        self._form.show_business()
        self._uses.show_uses()
        self._arrange()
        for card in self._all_cards():
            card.show_answers()
        self._aside.show_counts()

    def _arrange(self) -> None:
        """Have one card for each use, in their order, between the uses and the site."""
        uses = self._session.answers.uses
        for gone in set(self._cards) - {use.id for use in uses}:
            card = self._cards.pop(gone)
            self.box.removeWidget(card)
            card.hide()
            card.deleteLater()
        for n, use in enumerate(uses):
            if use.id not in self._cards:
                self._cards[use.id] = self._new_card(use)
            card = self._cards[use.id]
            place = self.box.indexOf(self._uses) + 2 + n
            if self.box.indexOf(card) != place:
                self.box.removeWidget(card)
                self.box.insertWidget(place, card)
            card.show_number(n + 1, len(uses))
        for last in (*(self._cards[use.id] for use in uses), self._site):
            last.raise_()  # what is read aloud follows the order of making, not the layout

    def _new_card(self, use: Use) -> ScopingCard:
        card = ScopingCard(self._session, use.id, self._of_use)
        card.retranslate()
        return card

    def _all_cards(self) -> tuple[ScopingCard, ...]:
        return (self._gates, *self._cards.values(), self._site)
