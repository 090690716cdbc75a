"""The sign studio: choose a sign, design it, see it change at once, take it out."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facewise.i18n import Text, _, current, tell
from facewise.paper.design import Design, Item, Typed, left_out
from facewise.paper.sign_model import Sign
from facewise.store.designs import design_of
from facewise.ui import say
from facewise.ui.drawn_signs import Drawn, Order, signs_of
from facewise.ui.page import Footer, Page, Room
from facewise.ui.pages.studio_aside import StudioAside
from facewise.ui.pages.studio_list import SignList
from facewise.ui.pages.studio_output import SignOutput
from facewise.ui.pages.studio_stage import StudioStage
from facewise.ui.places import BUSINESS, Place
from facewise.ui.session import Session
from facewise.ui.settings import Settings
from facewise.ui.studio_words import sign_words
from facewise.ui.widgets.busy import Busy
from facewise.ui.widgets.buttons import Button
from facewise.ui.working import Running, run

SETTLE = 150
"""Milliseconds after the last key before the sign is drawn anew."""


class StudioPage(Page):
    """The page of the sign studio."""

    scrolls = False
    comes_back = True
    folds_tasks = True
    aside_width = 336

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__(Footer())
        del settings
        self._session, self._key = session, ""
        self._signs: dict[str, Sign] = {}
        self._design = Design()
        self._drawing: Running | None = None
        self.aside = self._aside = StudioAside(session)
        self._list, self._stage, self._busy = SignList(), StudioStage(), Busy()
        self.output = SignOutput(self, self._busy)
        self._print, self._svg, self._png = Button("plain", "printer"), Button("plain"), Button("plain")
        self._pdf = Button("primary", "download")
        self._settle = QTimer(self, interval=SETTLE, singleShot=True)
        self._lay_out()
        self._connect()

    @property
    def sign(self) -> Sign | None:
        """Return the sign that is chosen."""
        return self._signs.get(self._key)

    @property
    def design(self) -> Design:
        """Return how it is designed."""
        return self._design

    def enter(self, place: Place) -> None:
        """Show the signs of the answers as they are now; the place may name one."""
        self._list.told.say("")
        self._key = place.question or self._key
        self._show()

    def leave(self) -> None:
        """Tell what is typed."""
        self._aside.settle()

    def retranslate(self) -> None:
        """Set all words."""
        for part in (self._list, self._stage, self._aside):
            part.retranslate()
        self._print.say(_("Print..."))
        self._svg.say(_("SVG..."), _("Save as a drawing for a designer"))
        self._png.say(_("PNG..."), _("Save as a picture, 300 dots to the inch"))
        self._pdf.say(_("Save as PDF..."))
        if self.footer is not None:
            self.footer.back.say(_("Documents"))
        if self.isVisible():
            self._show()

    def fit(self, room: Room) -> None:
        """Offer words and look where they have no column."""
        super().fit(room)
        self._stage.fit(aside=room.aside)

    def first_focus(self) -> QWidget | None:
        """Return the sign that is chosen."""
        return self._list.first()

    def order(self) -> Order | None:
        """Return what is to be made of the chosen sign."""
        session, sign = self._session, self.sign
        return None if sign is None else Order(session.pack, session.answers, sign, self._design)

    def _show(self) -> None:
        """Take the signs anew; the design of the chosen one as it was kept."""
        found, error = signs_of(self._session)
        self._signs = {one.key: one for one in found if isinstance(one, Sign)}
        if self._key not in self._signs:
            self._key = next(iter(self._signs), "")
        uses = self._session.answers.uses
        names = {use.id: say.use_name(self._session.way, use.id, current()) for use in uses}
        self._list.show_signs(found, names if len(uses) > 1 else {})
        for part in (self._aside, self._print, self._svg, self._png, self._pdf):
            part.setEnabled(bool(self._signs))
        if self.sign is None:
            sentence = tell(error) if error else _("By these answers there is no sign to put up.")
            self._stage.below.show_gaps(())
            self._stage.show_problem(_("Cannot be made yet"), sentence, _("To the business and its uses"))
            return
        self._choose(self._key)

    def _choose(self, key: str) -> None:
        """Show a sign as it was designed."""
        self._aside.settle()
        self._key = key
        if self.sign is not None:
            self._list.choose(key)
            self._design = design_of(self._session.site, key, self.sign.kind)
            self._show_design()

    def _change(self, design: Design) -> None:
        """Take another design, keep it, and draw it soon."""
        if design != self._design and self.sign is not None:
            self._design = design
            self._session.keep_design(self._key, design)
            self._show_design()

    def _show_design(self) -> None:
        sign, design = self.sign, self._design
        if sign is not None:
            gaps = left_out(self._session.pack, sign, design)
            self._stage.show_design(design)
            self._stage.below.show_gaps([tell(gap) for gap in gaps])
            self._aside.show_sign(sign, design, gaps)
            self._settle.start()

    def _draw(self) -> None:
        """Draw the sign beside the window."""
        if self._drawing is not None:
            self._drawing.cancel()
        order = self.order()
        if order is not None:
            self._drawing = run(self, lambda _tell: order.drawn(), self._show_drawn, self._refuse)

    def _show_drawn(self, drawn: Drawn) -> None:
        if self.sign is not None:
            self._aside.items.tell_code(tell(drawn.lacking) if drawn.lacking else "")
            self._stage.show_drawn(drawn, sign_words(self.sign.kind), self._design.size)

    def _refuse(self, sentence: str) -> None:
        self._stage.show_problem(_("Does not fit like this"), sentence)

    def _changed(self) -> None:
        if self.isVisible():
            self._show()

    def _with(self, **changes: Any) -> None:  # noqa: ANN401, the fields of Design
        self._change(replace(self._design, **changes))

    def _type(self, item: Typed, words: Text) -> None:
        self._change(self._design.typing(item, words))

    def _turn(self, item: Item, on: bool) -> None:  # noqa: FBT001, a slot
        self._change(self._design.showing(item, on=on))

    def _save(self, form: str) -> None:
        order = self.order()
        if order is not None:
            self.output.save_sign(order, form, self._session.path.parent)

    def print_shown(self) -> None:
        """Print the sign that is shown, by the system's dialog."""
        order = self.order()
        if order is not None:
            self.output.print_sign(order, sign_words(order.sign.kind))

    def _connect(self) -> None:
        self._session.changed.connect(self._changed)
        self._list.chosen.connect(self._choose)
        self._settle.timeout.connect(self._draw)
        self._aside.went.connect(self.went)
        self._stage.asked.connect(self.asked_for_aside)
        self._stage.led.connect(lambda: self.went.emit(BUSINESS))
        self._stage.sized.connect(lambda size: self._with(size=size))
        self._stage.turned.connect(lambda side: self._with(landscape=side == "across"))
        look = self._aside.look
        look.spoken.connect(lambda edition: self._with(edition=edition))
        look.coloured.connect(lambda colour: self._with(colour=colour))
        look.logo.connect(lambda logo: self._with(logo=logo))
        look.bled.connect(lambda on: self._with(bleed=on))
        self._aside.typed.typed.connect(self._type)
        self._aside.items.turned.connect(self._turn)
        self._connect_output()

    def _connect_output(self) -> None:
        told = self._list.told
        for form, button in (("pdf", self._pdf), ("svg", self._svg), ("png", self._png)):
            button.clicked.connect(lambda _on=False, form=form: self._save(form))
        self._print.clicked.connect(self.print_shown)
        self.output.told.connect(lambda sentence, folder: told.say(sentence, folder=folder))
        self.output.failed.connect(lambda sentence: told.say(sentence, problem=True))
        told.opened.connect(lambda folder: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._list)
        row.addWidget(self._stage, 1)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.addLayout(row, 1)
        if self.footer is not None:
            self.footer.forward.hide()
            for part in (self._busy, self._print, self._svg, self._png, self._pdf):
                self.footer.add(part)
