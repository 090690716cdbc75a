"""Check answers: everything that was told, to be looked at; Change goes to a question and comes back."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from facewise.i18n import _, current, ngettext
from facewise.ui import say
from facewise.ui.helping import place_of
from facewise.ui.icons import Picture
from facewise.ui.page import Footer, Page, Room
from facewise.ui.pages.check_model import Group, Line
from facewise.ui.pages.check_rows import FILTERS, FIRST, Entry, count, entries
from facewise.ui.pages.check_table import AnswersTable
from facewise.ui.places import Place
from facewise.ui.session import Session
from facewise.ui.settings import Settings
from facewise.ui.widgets.chips import Chip
from facewise.ui.widgets.fields import Drop
from facewise.ui.widgets.quiet import show_checked
from facewise.ui.widgets.words import Words
from facewise.ui.widgets.wrap import WrapLayout

_SHAPES = {"open": "empty", "unknown": "unknown", "gap": "gap", "partly": "partly", "na": "dash"}
EVERY_USE = ""


class CheckPage(Page):
    """The page of all answers."""

    scrolls = False
    comes_back = True

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__(Footer())
        del settings
        self._session = session
        self._filter, self._use = "all", EVERY_USE
        self._folded: set[str] = set()
        self._is_stale = True
        self._title, self._lead, self._uses, self._search = (
            Words("title"),
            Words("second"),
            Drop(),
            QLineEdit(),
        )
        self._chips = {name: Chip(_SHAPES.get(name, "")) for name in FILTERS}
        self._table, self._nothing, self._remark = AnswersTable(), Words("lead", wrap=True), Words("second")
        self._lay_out()
        self._connect()

    def enter(self, place: Place) -> None:
        """Show the answers as they are now; filter, search and place in the list stay."""
        del place
        if self._is_stale:
            self._show()

    def retranslate(self) -> None:
        """Set all words."""
        self._title.say(_("Check answers"))
        self._lead.say(_("Nothing is changed here: Change goes to the question and comes back."))
        self._search.setPlaceholderText(_("Search questions, answers, law"))
        self._search.setAccessibleName(_("Search questions, answers, law"))
        self._uses.setAccessibleName(_("Use"))
        self._table.setAccessibleName(_("Answers"))
        self._nothing.say(_("Nothing here fits the filter and the search."))
        if self.footer is not None:
            self.footer.back.say(_("Back to the questions"))
            self.footer.forward.say(_("See the result"))
        self._show()

    def fit(self, room: Room) -> None:
        """Leave the lead out where there is no room for it."""
        super().fit(room)
        self._lead.setVisible(room.aside and current() == "zh")

    def first_focus(self) -> QWidget | None:
        """Return the table."""
        return self._table

    def _changed(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        self._is_stale = False
        language = current()
        self._show_uses()
        found = entries(self._session, language, self._use)
        if len(self._session.answers.uses) < 2 or self._use:  # noqa: PLR2004, with one use its name says nothing
            found = tuple(replace(entry, use="") for entry in found)
        self._show_chips(count(found))
        kept = [entry for entry in found if entry.matches(self._filter, self._search.text())]
        self._table.show_lines(self._lines(kept), language)
        self._table.setVisible(bool(kept))
        self._nothing.setVisible(not kept)
        self._remark.say(self._remark_words())

    def _lines(self, kept: Sequence[Entry]) -> list[Line]:
        lines: list[Line] = []
        for group in dict.fromkeys(entry.group for entry in kept):
            inside = [entry for entry in kept if entry.group == group]
            folded = group in self._folded
            lines.append(Group(group, self._group_title(group), len(inside), folded))
            lines += () if folded else inside
        return lines

    def _group_title(self, group: str) -> str:
        if group == FIRST:
            return _("Look at these first: still open")
        return self._session.pack.section(group).title[current()]

    def _show_uses(self) -> None:
        way = self._session.way
        uses = [(use.id, say.use_name(way, use.id, current())) for use in self._session.answers.uses]
        if self._use not in dict(uses):
            self._use = EVERY_USE
        self._uses.show_choices([(EVERY_USE, _("All uses")), *uses], self._use)
        self._uses.setVisible(len(uses) > 1)

    def _show_chips(self, counts: dict[str, int]) -> None:
        words = {
            "all": _("All"),
            "open": _("Not answered"),
            "unknown": _("Don't know"),
            "gap": _("Not done"),
            "partly": _("Partly"),
            "na": _("Not applicable"),
            "bare": _("No evidence"),
            "come_back": _("Come back"),
            "ask_vendor": _("Ask the vendor"),
        }
        for name, chip in self._chips.items():
            number = counts[name]
            sentence = ngettext("{filter}, {count} question", "{filter}, {count} questions", number)
            chip.say(words[name], number, sentence.format(filter=words[name], count=number))
            show_checked(chip, on=name == self._filter)

    def _remark_words(self) -> str:
        result = self._session.assessment
        if result.left:
            sentence = ngettext(
                "{count} question without an answer: no grade yet.",
                "{count} questions without an answer: no grade yet.",
                result.left,
            )
            return sentence.format(count=result.left)
        unknown = self._session.way.state("check").left
        if not unknown:
            return ""
        sentence = ngettext(
            "With {count} question to find out, the score comes as a range.",
            "With {count} questions to find out, the score comes as a range.",
            unknown,
        )
        return sentence.format(count=unknown)

    def _choose(self, name: str) -> None:
        self._filter = name
        self._show()

    def _choose_use(self, use: str) -> None:
        self._use = use
        self._show()

    def _fold(self, group: str) -> None:
        self._folded ^= {group}
        self._show()

    def _connect(self) -> None:
        self._session.changed.connect(self._changed)
        self._table.changing.connect(lambda key: self.went.emit(place_of(self._session, *key)))
        self._table.folded.connect(self._fold)
        self._search.textChanged.connect(lambda _text: self._show())
        self._uses.picked.connect(self._choose_use)
        for name, chip in self._chips.items():
            chip.toggled.connect(lambda _on=False, name=name: self._choose(name))

    def _lay_out(self) -> None:
        head, top = QVBoxLayout(), QHBoxLayout()
        head.setContentsMargins(32, 20, 32, 12)
        head.setSpacing(12)
        top.setSpacing(16)
        top.addWidget(self._title)
        top.addWidget(self._lead, 1)
        top.addStretch(0)
        for part in (self._uses, self._search):
            part.setProperty("role", "small")
            top.addWidget(part)
        self._uses.setMinimumContentsLength(8)
        self._search.setFixedWidth(260)
        self._search.setClearButtonEnabled(True)
        self._search.setTextMargins(22, 0, 0, 0)
        Picture("search", 16, colour="text2").setParent(self._search)
        self._search.findChildren(Picture)[0].move(10, 8)
        head.addLayout(top)
        head.addLayout(_wrapped(self._chips.values()))
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(0)
        self.box.addLayout(head)
        self.box.addWidget(self._table, 1)
        self._nothing.setContentsMargins(32, 24, 32, 24)
        self.box.addWidget(self._nothing, 1, Qt.AlignmentFlag.AlignTop)
        if self.footer is not None:
            self.footer.add(self._remark)


def _wrapped(chips: Iterable[Chip]) -> WrapLayout:
    made = WrapLayout()
    for chip in chips:
        made.addWidget(chip)
    return made
