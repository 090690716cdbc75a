"""The lines of the table of answers: headings, and entries under them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from facewise.i18n import _, ngettext
from facewise.ui.pages.check_rows import Entry

Index: TypeAlias = QModelIndex | QPersistentModelIndex

QUESTION, ANSWER, LAW, EVIDENCE, FLAGS, CHANGE = range(6)


@dataclass(frozen=True, slots=True)
class Group:
    """A heading over entries that belong together."""

    id: str
    title: str
    count: int
    folded: bool = False


Line: TypeAlias = Entry | Group


class AnswersModel(QAbstractTableModel):
    """The lines of the table: headings and, under those that are unfolded, their entries."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[Line, ...] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Take other lines."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def line(self, row: int) -> Line:
        """Return the line of a row."""
        return self._lines[row]

    def lines(self) -> tuple[Line, ...]:
        """Return all lines."""
        return self._lines

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of lines."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else CHANGE + 1

    def headerData(
        self, section: int, side: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the head of a column; that of the links is only read aloud."""
        named = role == Qt.ItemDataRole.AccessibleTextRole or (
            role == Qt.ItemDataRole.DisplayRole and section != CHANGE
        )
        if side == Qt.Orientation.Vertical or not named:
            return None
        return (_("Question"), _("Answer"), _("Law"), _("Evidence"), _("Flag"), _("Change"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell; what may be cut is its tooltip in full."""
        line = self._lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _group_words(line) if isinstance(line, Group) else cell_words(line, index.column())
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and isinstance(line, Entry):
            return line.text
        if (
            role == Qt.ItemDataRole.ToolTipRole
            and isinstance(line, Entry)
            and index.column() not in (EVIDENCE, CHANGE)
        ):
            return cell_words(line, index.column())
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that every cell can be chosen and none is typed into."""
        del index
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def cell_words(entry: Entry, column: int) -> str:
    """Return what stands in a cell, also as it is read aloud."""
    if column == QUESTION:
        return _("{question} ({use})").format(question=entry.text, use=entry.use) if entry.use else entry.text
    if column == EVIDENCE:
        return str(entry.evidence) if entry.evidence else _("None")
    if column == FLAGS:
        return ", ".join(flag_words(entry))
    return (entry.text, entry.answer, entry.article, "", "", _("Change"))[column]


def flag_words(entry: Entry) -> list[str]:
    """Return the words of what an answer is flagged with."""
    words = {"come_back": _("Come back"), "ask_vendor": _("Ask the vendor")}
    return [words[flag] for flag in entry.flags] + [_("Has a note")] * entry.has_note


def _group_words(group: Group) -> str:
    sentence = ngettext("{title}, {count} question", "{title}, {count} questions", group.count)
    return sentence.format(title=group.title, count=group.count)
