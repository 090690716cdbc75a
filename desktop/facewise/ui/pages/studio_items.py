"""What a sign says: each part ticked or taken off, with what the law says of those that are gone."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from facewise.i18n import _
from facewise.paper.design import Design, Item, items
from facewise.paper.sign_model import Sign
from facewise.ui.icons import Picture
from facewise.ui.studio_words import item_words
from facewise.ui.widgets.quiet import show_checked
from facewise.ui.widgets.words import Words


class ItemRow(QWidget):
    """One part of a sign; the sentence below says what is wrong with leaving it out."""

    def __init__(self, item: Item) -> None:
        super().__init__()
        self.item, self.box, self._problem = item, QCheckBox(), Words("problem", wrap=True)
        self._mark = Picture("partly", 16, family="shapes")
        row, whole = QHBoxLayout(), QVBoxLayout(self)
        row.setContentsMargins(28, 0, 0, 4)
        row.setSpacing(6)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._problem, 1)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        whole.addWidget(self.box)
        whole.addLayout(row)
        self.complain("")

    def say(self, words: str) -> None:
        """Set the words."""
        self.box.setText(words)
        self.box.setAccessibleName(words)

    def complain(self, sentence: str) -> None:
        """Say what the law wants, or nothing."""
        self._problem.say(sentence)
        self.box.setAccessibleDescription(sentence)
        for part in (self._mark, self._problem):
            part.setVisible(bool(sentence))


class ItemsField(QWidget):
    """A tick for each part that can be taken off."""

    turned = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self._label = Words("label")
        self._rows = {item: ItemRow(item) for item in item_words()}
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self._label)
        for item, row in self._rows.items():
            box.addWidget(row)
            row.box.toggled.connect(lambda on, item=item: self.turned.emit(item, on))

    def retranslate(self) -> None:
        """Set all words."""
        self._label.say(_("What stands on it"))
        for item, words in item_words().items():
            self._rows[item].say(words)

    def show_items(self, sign: Sign, design: Design, problems: Mapping[Item, str]) -> None:
        """Show the parts of a sign, and what is wrong with those that are left out."""
        offered = items(sign, design.size)
        for item, row in self._rows.items():
            row.setVisible(item in offered)
            show_checked(row.box, on=item not in design.without)
            row.complain(problems.get(item, ""))

    def tell_code(self, sentence: str) -> None:
        """Say why there is no code though it is ticked."""
        if sentence and self._rows["code"].box.isChecked():
            self._rows["code"].complain(sentence)
