"""A whole section at once, for consultants: the matrix of answers, and an inspector beside it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from facewise.assessment.replay import Asked
from facewise.content.pack import Question
from facewise.errors import FacewiseError
from facewise.i18n import _, current, tell
from facewise.ui import say
from facewise.ui.helping import key_of, place_of_key
from facewise.ui.page import Footer, Page, Room
from facewise.ui.pages.inspector import Inspector
from facewise.ui.pages.question_parts import Hint
from facewise.ui.pages.section_lines import line_of, offered
from facewise.ui.places import Place
from facewise.ui.session import Session
from facewise.ui.settings import Settings
from facewise.ui.widgets.buttons import Button
from facewise.ui.widgets.fields import Drop
from facewise.ui.widgets.matrix import VALUES, Line, MatrixHead, MatrixRow
from facewise.ui.widgets.words import Words


class SectionPage(Page):
    """The page of a section (or the red lines) for one use; questions of the site stand in it too."""

    aside_width = 296
    scrolls = False

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__(Footer())
        del settings
        self._session, self._place = session, Place("section")
        self.aside = self._inspector = Inspector(session)
        self._title, self._counts, self._keys = Words("section"), Words("second"), Words("hint")
        self._uses, self._copy, self._hint = Drop(), Button("small", "copy"), Hint()
        self._about = Button("small", "book-open")
        self._head, self._rows = MatrixHead(), QVBoxLayout()
        self._lines: dict[str, MatrixRow] = {}
        self._current = ""
        self._columns: tuple[str, ...] = VALUES
        self._lay_out()
        self._connect()

    def enter(self, place: Place) -> None:
        """Show a section."""
        self._place = place
        self._current = key_of(place.question, place.use) if place.question else ""
        self._build()

    def leave(self) -> None:
        """Tell what is typed."""
        for row in self._lines.values():
            row.settle()

    def retranslate(self) -> None:
        """Set all words."""
        self._copy.say(_("Copy to another use"))
        self._about.say(_("About this question"), "F1")
        self._keys.say(_("Up, down: question. 1 to 5: answer. N: note. E: evidence"))
        self._uses.setAccessibleName(_("Use"))
        self._inspector.retranslate()
        if self._place.section:
            self._build()

    def first_focus(self) -> QWidget | None:
        """Return the first answer of the row one is in."""
        row = self._lines.get(self._current)
        if row is not None:
            row.take_focus()
        return None

    def fit(self, room: Room) -> None:
        """Leave out the reminder of the keys where the footer is full."""
        super().fit(room)
        self._about.setVisible(not room.aside)
        if self.footer is not None:
            buttons = self.footer.back.sizeHint().width() + self.footer.forward.sizeHint().width()
            self._keys.setVisible(self.footer.width() - buttons - 100 > self._keys.sizeHint().width())

    def _spots(self) -> dict[str, Asked]:
        spots = self._session.way.spots(self._place.section)
        return {key_of(s.question.id, s.use): s for s in spots if s.use in (self._place.use, None)}

    def _build(self) -> None:
        """Make the rows anew, as the section, the use or the language changed."""
        focused, before = self._area.isAncestorOf(self.window().focusWidget()), self._current
        for old in self._lines.values():
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._columns = offered(self._spots().values())
        self._lines = {
            key: MatrixRow(line_of(self._session, spot), self._columns) for key, spot in self._spots().items()
        }
        for n, row in enumerate(self._lines.values()):
            self._rows.insertWidget(n, row)
            row.note.say(_("Note (printed in the report)"))
            row.private.say(_("Private note (never printed)"))
            row.answered.connect(self._take)
            row.entered.connect(self._choose)
            row.moved.connect(self._move)
            row.noted.connect(self._note)
        self._current = before
        if self._current not in self._lines:
            asked = [key for key, row in self._lines.items() if row.offers()]
            self._current = next(iter(asked or self._lines), "")
        self._choose(self._current, again=True)
        if focused:
            self.first_focus()
        self._show_head()

    def _show(self) -> None:
        """Show the answers as they stand; a question that opened or closed has other answers to offer."""
        if not self.isVisible():
            return
        lines = {key: line_of(self._session, spot) for key, spot in self._spots().items()}
        if list(lines) != list(self._lines):
            self._build()
            return
        for key, line in lines.items():
            if self._lines[key].offers() == line.values:
                self._lines[key].show_line(line)
            else:
                self._rebuild_row(key, line)
        self._inspector.show_spot(self._spots().get(self._current))
        self._show_head()

    def _rebuild_row(self, key: str, line: Line) -> None:
        old, place = self._lines[key], self._rows.indexOf(self._lines[key])
        self._rows.removeWidget(old)
        old.hide()
        old.deleteLater()
        row = self._lines[key] = MatrixRow(line, self._columns)
        self._rows.insertWidget(place, row)
        row.note.say(_("Note (printed in the report)"))
        row.private.say(_("Private note (never printed)"))
        for signal, slot in (
            (row.answered, self._take),
            (row.entered, self._choose),
            (row.moved, self._move),
        ):
            signal.connect(slot)
        row.noted.connect(self._note)
        row.choose(on=key == self._current)

    def _show_head(self) -> None:
        values = [_("N/A") if value == "na" else say.answer_word(value) for value in self._columns]
        self._head.say(_("Question"), _("Class"), values, _("Evidence"))
        way, language, part = self._session.way, current(), self._place.section
        spots = [spot for spot in self._spots().values() if spot.asked]
        answered = sum(1 for spot in spots if spot.value is not None)
        gaps = sum(1 for spot in spots if spot.value == "no")
        self._title.say(say.part_title(way, part, language))
        counts = _("answered {answered} of {all}, gaps {gaps}")
        self._counts.say(counts.format(answered=answered, all=len(spots), gaps=gaps))
        uses = [(use.id, say.use_name(way, use.id, language)) for use in self._session.answers.uses]
        self._uses.show_choices(uses, self._place.use)
        for widget in (self._uses, self._copy):
            widget.setVisible(len(uses) > 1)
        if self.footer is not None:
            before, after = way.preceding(self._place, "section"), way.following(self._place, "section")
            self.footer.back.say(say.part_title(way, before.task, language))
            self.footer.forward.say(say.part_title(way, after.task, language))

    def _choose(self, key: str, *, again: bool = False) -> None:
        if key == self._current and not again:
            return
        for other, row in self._lines.items():
            row.choose(on=other == key)
        self._current = key
        self._inspector.show_spot(self._spots().get(key))

    def _move(self, step: int) -> None:
        keys = [key for key, row in self._lines.items() if row.offers()]
        if self._current in keys:
            place = keys.index(self._current) + step
            if 0 <= place < len(keys):
                self._lines[keys[place]].take_focus()
                self._area.ensureWidgetVisible(self._lines[keys[place]])

    def _take(self, key: str, value: str) -> None:
        question, use = self._split(key)
        ready = question.not_applicable
        reason = self._session.answers.get(question.id, use).reason
        if value == "na" and ready and not reason:
            reason = ready[0][current()]
        self._session.record(question.id, use, value=value, reason=reason)

    def _note(self, key: str, text: str, private: bool) -> None:  # noqa: FBT001, a slot
        question, use = self._split(key)
        try:
            self._session.record(question.id, use, **{"private_note" if private else "note": text})
        except FacewiseError as error:
            self._hint.say(tell(error))
        else:
            self._hint.say("")

    def _split(self, key: str) -> tuple[Question, str | None]:
        name, _space, use = key.partition(" ")
        return self._session.question(name), use or None

    def _copy_to_others(self) -> None:
        """Give the answers of this use to the others, where those have none; they are to be confirmed."""
        for spot in self._spots().values():
            if spot.use is None or spot.answer.value is None:
                continue
            for use in self._session.answers.uses:
                if use.id != spot.use and self._session.answers.get(spot.question.id, use.id).value is None:
                    self._session.copy(spot.question.id, spot.use, use.id)

    def _choose_files(self) -> None:
        files, _kind = QFileDialog.getOpenFileNames(self, _("Add evidence"))
        question, use = self._split(self._current)
        for file in files:
            try:
                self._session.add_evidence(question.id, use, Path(file))
            except FacewiseError as error:
                self._hint.say(tell(error))

    def _open_note(self) -> None:
        if self._current in self._lines:
            self._lines[self._current].note.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _connect(self) -> None:
        self._session.changed.connect(self._show)
        self._uses.picked.connect(lambda use: self.went.emit(Place("section", self._place.section, use=use)))
        self._copy.clicked.connect(self._copy_to_others)
        self._about.clicked.connect(self.asked_for_aside)
        self._inspector.added.connect(self._choose_files)
        self._inspector.removed.connect(
            lambda item: self._session.remove_evidence(self._current_id(), self._current_use(), item)
        )
        self._inspector.followed.connect(lambda key: self.went.emit(place_of_key(self._session, key)))
        for number in range(1, len(VALUES) + 1):
            key = QShortcut(QKeySequence(str(number)), self)
            key.activated.connect(lambda number=number: self._choose_number(number))
        for name, slot in (("N", self._open_note), ("E", self._inspector.show_evidence)):
            QShortcut(QKeySequence(name), self).activated.connect(slot)

    def _choose_number(self, number: int) -> None:
        if self._current in self._lines:
            self._lines[self._current].choose_number(number)

    def _current_id(self) -> str:
        return self._split(self._current)[0].id

    def _current_use(self) -> str | None:
        return self._split(self._current)[1]

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setProperty("role", "page")
        inner.setLayout(self._rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._rows.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidget(inner)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(0)
        self.box.addLayout(self._top())
        for part in (self._head, self._hint, self._area):
            self.box.addWidget(part, 1 if part is self._area else 0)
        if self.footer is not None:
            self.footer.add(self._keys)

    def _top(self) -> QHBoxLayout:
        self._uses.setProperty("role", "small")
        self._uses.setMaximumWidth(240)
        row = QHBoxLayout()
        row.setContentsMargins(24, 12, 16, 12)
        row.setSpacing(12)
        row.addWidget(self._title)
        row.addWidget(self._counts, 1)
        for part in (self._uses, self._copy, self._about):
            row.addWidget(part)
        return row
