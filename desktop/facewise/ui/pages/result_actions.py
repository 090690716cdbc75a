"""The first things to do: what, how much work, what it changes, who does it and until when."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facewise.errors import FacewiseError
from facewise.i18n import _, current, pgettext, tell
from facewise.paper.plan import FIRST, Step
from facewise.ui import marking, outcome
from facewise.ui.flow import Key
from facewise.ui.inputs import DateField
from facewise.ui.session import Session
from facewise.ui.timing import short_day
from facewise.ui.widgets.buttons import Button, IconButton
from facewise.ui.widgets.cards import Card, Pill
from facewise.ui.widgets.fields import Labelled, TypedLine
from facewise.ui.widgets.words import Words


class ActionRow(QWidget):
    """One thing to do; the pencil opens the fields for who does it and until when."""

    followed = Signal(object)
    told = Signal(object, dict)

    def __init__(self, number: int) -> None:
        super().__init__()
        self.step: Step | None = None
        self._number, self._what = Words("second", str(number)), Words("body", wrap=True)
        self._sub, self._effect = Words("second", wrap=True), Pill()
        self._opens = Words("second", wrap=True)
        self._opens.setContentsMargins(20, 0, 8, 0)
        self._go, self._edit = IconButton("chevron-right", 16), IconButton("pencil", 16)
        self._fields, self._name, self._day = QWidget(), Labelled(TypedLine()), DateField()
        self._edit.setCheckable(True)
        self._fields.hide()
        self._lay_out()
        self._edit.toggled.connect(self._fields.setVisible)
        self._go.clicked.connect(lambda: self.step and self.followed.emit(self.step.finding.place))
        self._name.field.settled.connect(lambda who: self._tell(who=who))
        self._day.given.connect(lambda due: self._tell(due=due))

    def show_step(self, step: Step, session: Session) -> None:
        """Show what to do."""
        self.step = step
        said = marking.headline(step.finding, current())
        headline = outcome.of_use(session, said, step.finding.use, current())
        self._what.say(headline)
        self._sub.say(self._sub_words(step, session))
        self._effect.say(outcome.change_words(step.effect))
        self._opens.say(outcome.opened_sentence(step.effect) if step.effect is not None else "")
        self._opens.setVisible(bool(self._opens.said()))
        self._go.say(_("Go to the question: {what}").format(what=headline))
        self._edit.say(_("Who does it, and by when: {what}").format(what=headline))
        self._name.say(_("Who"))
        self._day.say(_("By when"))
        self._name.field.show_text(step.who)
        self._day.show_day(step.due)

    def _sub_words(self, step: Step, session: Session) -> str:
        """Return the provision, the work, who does it and by when."""
        pack, finding, on = session.pack, step.finding, session.answers.on
        parts = [marking.article(pack, finding.articles, current()), marking.effort(pack, finding, current())]
        parts += [step.who] if step.who else []
        if step.due > on:
            parts.append(_("by {day}").format(day=short_day(step.due.isoformat(), on)))
        elif step.due < on:
            parts.append(_("overdue"))
        return pgettext("list", ", ").join(filter(None, parts))

    def settle(self) -> None:
        """Tell what is typed."""
        self._name.field.settle()
        self._day.field.settle()

    def complain(self, problem: str) -> None:
        """Show what is wrong with the name, or nothing."""
        self._name.complain(problem)

    def _tell(self, **changes: object) -> None:
        if self.step is not None:
            self.told.emit(self.step.finding.place, changes)

    def _lay_out(self) -> None:
        top, below, fields = QHBoxLayout(), QHBoxLayout(), QHBoxLayout(self._fields)
        self._number.setFixedWidth(12)
        top.setSpacing(8)
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._what, 1)
        for button in (self._edit, self._go):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        below.setContentsMargins(20, 0, 8, 0)
        below.setSpacing(8)
        below.addWidget(self._sub, 1)
        below.addWidget(self._effect, 0, Qt.AlignmentFlag.AlignBottom)
        fields.setContentsMargins(20, 4, 8, 4)
        fields.setSpacing(8)
        fields.addWidget(self._name, 1)
        fields.addWidget(self._day, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 8, 8, 8)
        box.setSpacing(0)
        box.addLayout(top)
        box.addLayout(below)
        box.addWidget(self._opens)
        box.addWidget(self._fields)


class ActionsCard(Card):
    """The first six things to do, and the way to all of them."""

    followed = Signal(object)
    all_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._all, self._nothing = Button("link"), Words("lead", wrap=True)
        self.hint.hide()
        self.head.addStretch(1)
        self.head.addWidget(self._all)
        self._shown: list[ActionRow] = []
        self._all.clicked.connect(self.all_wanted)

    def show_steps(self, steps: Sequence[Step], *, known: bool = True) -> None:
        """Show the first of these; rows that stay keep their fields open. `known`: they are worked out."""
        first = [step for step in steps if step.done is None][:FIRST]
        self.say(self._title(len(first)))
        self._all.say(_("All {count}").format(count=len(steps)))
        self._all.setVisible(len(steps) > len(first))
        if [row.step.finding.place for row in self._shown if row.step] != [
            step.finding.place for step in first
        ]:
            self._make_rows(len(first))
        for row, step in zip(self._shown, first, strict=True):
            row.show_step(step, self._session)
        if not first:
            self._make_rows(0)
            nothing = self._session.pack.words["summary.six.none"][current()]
            self._nothing = Words("lead", nothing if known else _("Working it out..."), wrap=True)
            self._nothing.setContentsMargins(20, 16, 20, 16)
            self.add(self._nothing)

    def settle(self) -> None:
        """Tell what is typed."""
        for row in self._shown:
            row.settle()

    def _title(self, count: int) -> str:
        return _("The first six actions") if count == FIRST else _("What to do first")

    def _make_rows(self, count: int) -> None:
        self.clear()
        self._shown = [ActionRow(n) for n in range(1, count + 1)]
        for row in self._shown:
            self.add(row)
            row.followed.connect(self.followed)
            row.told.connect(lambda key, changes, row=row: self._keep(row, key, changes))

    def _keep(self, row: ActionRow, key: Key, changes: dict[str, object]) -> None:
        try:
            answers = outcome.with_action(self._session.answers, key, **changes)
        except FacewiseError as error:
            row.complain(tell(error))
            return
        row.complain("")
        self._session.change(answers, ("actions", None))
