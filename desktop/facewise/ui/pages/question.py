"""One question: what is asked, the answers, a note, evidence; and what one may do instead of answering."""

from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from facewise.assessment.answers import Answer, Flag, Value
from facewise.assessment.replay import Asked
from facewise.errors import FacewiseError
from facewise.i18n import _, current, tell
from facewise.ui import say
from facewise.ui.evidence_pieces import evidence_menu, pieces_of
from facewise.ui.helping import help_of, place_of_key
from facewise.ui.inputs import KINDS, DateField, Input, RowsInput
from facewise.ui.page import Footer, Page, Room
from facewise.ui.pages.question_parts import Head, Hint, NoteAndEvidence, Reason, Tag, language_role
from facewise.ui.pages.remarks import remark
from facewise.ui.places import Place
from facewise.ui.session import Session
from facewise.ui.settings import Settings
from facewise.ui.widgets.buttons import Button
from facewise.ui.widgets.fields import NoteField
from facewise.ui.widgets.help import HelpPanel
from facewise.ui.widgets.quiet import show_checked
from facewise.ui.widgets.words import Words

FLAGS: tuple[tuple[Flag, str], ...] = (("come_back", "flag"), ("ask_vendor", "message-circle-question-mark"))


class QuestionPage(Page):
    """The page of one question in one place (a use, or the site)."""

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__(Footer())
        self._session, self._settings = session, settings
        self._place = Place("question")
        self._language = current()
        self._shown: tuple[str, str] = ("", "")
        self.aside = self._help = HelpPanel()
        self._help.open_only(settings.now.help_open)
        self._head, self._section, self._tag, self._words = (
            Head(),
            Words("second"),
            Tag(),
            Words("question", wrap=True),
        )
        self._open_help = Button("small", "book-open")
        self._inputs: dict[str, Input] = {}
        self._input: Input = RowsInput()
        self._inputs["scale"] = self._inputs["choice"] = self._input
        self._reason, self._date, self._hint, self._more = Reason(), DateField(), Hint(), NoteAndEvidence()
        self._flags = {flag: Button("quiet", symbol) for flag, symbol in FLAGS}
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)

    def enter(self, place: Place) -> None:
        """Show the question of a place."""
        if place != self._place:
            self._head.show_shift("")
            self.area.verticalScrollBar().setValue(0)
        self._place = place
        self._show()

    def leave(self) -> None:
        """Tell what is typed."""
        for part in (self._input, self._more):
            part.settle()
        self._date.field.settle()
        if self._answer().value == "na":
            self._reason.settle()

    def retranslate(self) -> None:
        """Set all words."""
        self._open_help.say(_("Explanations and law"), "F1")
        self._tag.say(_("Red line question"))
        self._more.retranslate()
        self._flags["come_back"].say(_("Come back"))
        self._flags["ask_vendor"].say(_("Ask the vendor"))
        if self.footer is not None:
            self.footer.back.say(_("Previous"))
            self.footer.forward.say(_("Next"))
        self._help.retranslate()
        self._language = current()
        self._shown = ("", "")
        self._show()

    def fit(self, room: Room) -> None:
        """Fold note and evidence in a low window, and offer the explanations where they have no column."""
        super().fit(room)
        self._open_help.setVisible(not room.aside)
        self._more.fit(low=room.low)
        self._words.become(language_role(current(), small=room.narrow or room.low))

    def first_focus(self) -> QWidget | None:
        """Return the chosen answer, else the first."""
        return self._input.first()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files as evidence, anywhere on the page."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Keep the files as evidence."""
        self._add([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])

    def _answer(self) -> Answer:
        return self._session.answers.get(self._place.question, self._place.use)

    def _record(self, **changes: object) -> None:
        if self._place.question:
            self._session.record(self._place.question, self._place.use, **changes)

    def _note(self, field: NoteField, **changes: str) -> None:
        try:
            self._record(**changes)
        except FacewiseError as error:
            field.complain(tell(error))
        else:
            field.complain("")

    def _show(self) -> None:
        spot = self._session.way.spot(self._place)
        if spot is None:
            return
        self._show_question(spot)  # the focus may move, and with it what was typed into the answer
        question, answer = spot.question, self._answer()
        self._input.show_value(answer.value)
        self._reason.show_reason(answer.reason, [text[self._language] for text in question.not_applicable])
        self._reason.setVisible(answer.value == "na")
        self._date.setVisible(question.date is not None and answer.value in ("yes", "partly"))
        self._date.show_day(answer.date)
        self._hint.say(remark(self._session, spot, self._language))
        self._more.show_answer(answer.note, answer.private_note, pieces_of(self._session, answer))
        for flag, button in self._flags.items():
            show_checked(button, on=flag in answer.flags)
        self._head.show_progress(self._session.way.progress)
        uses = [
            (use.id, say.use_name(self._session.way, use.id, self._language))
            for use in self._session.answers.uses
        ]
        self._head.show_uses(uses, self._place.use)
        self._help.show_help(help_of(self._session, spot, self._language), self._language)

    def _show_question(self, spot: Asked) -> None:
        question, language = spot.question, self._language
        self._section.say(self._session.pack.section(question.section).title[language])
        self._tag.setVisible(question.can_be_red)
        if self._shown == (question.id, language):
            return
        self._shown = (question.id, language)
        self._words.say(question.text[language])
        self._date.say(question.date[language] if question.date else "")
        self._take_input(question.kind)
        self._input.show_question(question, language)
        if isinstance(self._input, RowsInput) and "na" in question.values():
            self._input.rows.insert_below("na", self._reason)

    def _take_input(self, kind: str) -> None:
        made = self._inputs.get(kind)
        if made is None:
            made = self._inputs[kind] = KINDS[kind]()
            made.answered.connect(self._take)
            made.entered.connect(lambda: self.stepped.emit(1))
            self.box.insertWidget(self.box.indexOf(self._input), made)
        for other in self._inputs.values():
            other.setVisible(other is made)
        self._input = made

    def _take(self, value: Value | None) -> None:
        question = self._session.question(self._place.question)
        ready = question.not_applicable
        reason = self._answer().reason or (ready[0][self._language] if value == "na" and ready else "")
        self._record(value=value, reason=reason)

    def _give_reason(self, reason: str) -> None:
        try:
            self._record(reason=reason)
        except FacewiseError as error:
            self._hint.say(tell(error))

    def _turn(self, flag: Flag, *, on: bool) -> None:
        kept = [other for other, _symbol in FLAGS if (on if other == flag else other in self._answer().flags)]
        self._record(flags=tuple(kept))

    def _shifted(self, opened: int, closed: int) -> None:
        self._head.show_shift(say.shift(opened, closed))

    def _add(self, files: list[str]) -> None:
        for file in files:
            try:
                self._session.add_evidence(self._place.question, self._place.use, Path(file))
            except FacewiseError as error:
                self._hint.say(tell(error))

    def _choose_files(self) -> None:
        files, _kind = QFileDialog.getOpenFileNames(self, _("Add evidence"))
        self._add(files)

    def _connect(self) -> None:
        self._session.changed.connect(lambda: self._show() if self.isVisible() else None)
        self._session.shifted.connect(self._shifted)
        self._input.answered.connect(self._take)
        self._input.entered.connect(lambda: self.stepped.emit(1))
        self._reason.given.connect(self._give_reason)
        self._date.given.connect(lambda day: self._record(date=day))
        self._more.noted.connect(lambda text: self._note(self._more.note, note=text))
        self._more.noted_privately.connect(lambda text: self._note(self._more.private, private_note=text))
        self._more.strip.added.connect(self._choose_files)
        self._more.strip.removed.connect(
            lambda item: self._session.remove_evidence(self._place.question, self._place.use, item)
        )
        self._more.strip.opened.connect(
            lambda item: evidence_menu(self, self._session, self._place.question, self._place.use, item)
        )
        for flag, button in self._flags.items():
            button.toggled.connect(lambda on, flag=flag: self._turn(flag, on=on))
        self._head.used.connect(self._go_to_use)
        self._help.followed.connect(lambda key: self.went.emit(place_of_key(self._session, key)))
        self._help.folded.connect(self._remember_help)
        self._open_help.clicked.connect(self.asked_for_aside)
        for key, slot in (("N", self._more.open_note), ("E", self._choose_files)):
            QShortcut(QKeySequence(key), self).activated.connect(slot)

    def _go_to_use(self, use: str) -> None:
        self.went.emit(Place("question", self._place.section, self._place.question, use))

    def _remember_help(self, name: str, on: bool) -> None:  # noqa: FBT001, a slot
        others = [other for other in self._settings.now.help_open if other != name]
        self._settings.remember(help_open=tuple([*others, name] if on else others))

    def _lay_out(self) -> None:
        meta = QHBoxLayout()
        meta.setSpacing(8)
        meta.addWidget(self._section)
        meta.addWidget(self._tag)
        meta.addStretch(1)
        meta.addWidget(self._open_help)
        self.box.setContentsMargins(32, 16, 32, 16)
        self.box.addWidget(self._head)
        self.box.addSpacing(4)
        self.box.addLayout(meta)
        self.box.addWidget(self._words)
        self.box.addSpacing(4)
        for part in (self._input, self._date, self._hint):
            self.box.addWidget(part)
        self.box.addSpacing(8)
        self.box.addWidget(self._more)
        self.box.addStretch(1)
        for button in self._flags.values():
            button.setCheckable(True)
            if self.footer is not None:
                self.footer.add(button)
