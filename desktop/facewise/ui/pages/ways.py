"""The other ways that work beside faces, ticked for one use: papers and signs name these and no others."""

from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from facewise.assessment.answers import Use
from facewise.i18n import _, current
from facewise.ui.session import Session
from facewise.ui.widgets.quiet import show_checked
from facewise.ui.widgets.words import Words


class WaysField(QWidget):
    """A check box for each way there can be."""

    def __init__(self, session: Session, columns: int = 2) -> None:
        super().__init__()
        self._session = session
        self._use: str | None = None
        self._label, self._hint = Words("label", wrap=True), Words("hint", wrap=True)
        self._boxes = {way: QCheckBox() for way in session.pack.ways}
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(4)
        for n, (way, box) in enumerate(self._boxes.items()):
            grid.addWidget(box, n // columns, n % columns)
            box.toggled.connect(lambda on, way=way: self._turn(way, on=on))
        grid.setColumnStretch(columns, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 8)
        whole.setSpacing(4)
        whole.addWidget(self._label)
        whole.addWidget(self._hint)
        whole.addLayout(grid)

    def show_use(self, use: str | None) -> None:
        """Show the ways of a use."""
        self._use = use
        found = self._session.answers.use(use)
        for way, box in self._boxes.items():
            show_checked(box, on=found is not None and way in found.ways)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words."""
        self._label.say(_("Other ways that work today"))
        self._hint.say(_("Signs, notices and forms name these and no others."))
        for way, box in self._boxes.items():
            words = self._session.pack.ways[way][current()]
            box.setText(words)
            box.setAccessibleName(words)
            box.setAccessibleDescription(self._label.said())

    def _turn(self, way: str, *, on: bool) -> None:
        self._session.set_uses([self._changed(use, way, on=on) for use in self._session.answers.uses])

    def _changed(self, use: Use, way: str, *, on: bool) -> Use:
        if use.id != self._use:
            return use
        others = tuple(one for one in use.ways if one != way)
        return use.model_copy(update={"ways": (*others, way) if on else others})
