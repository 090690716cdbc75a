"""The preview of a paper with its name, its pages and its zoom."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from facewise.i18n import _, ngettext
from facewise.ui.preview import Preview
from facewise.ui.widgets.buttons import Button, IconButton
from facewise.ui.widgets.words import ElidedWords, Words


class Stage(QFrame):
    """Shows one paper; `counted` tells its pages, `asked` that one wants to see what it says."""

    counted = Signal(int)
    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("stage")
        self.preview, self._name = Preview(), ElidedWords("name")
        self._zoom, self._count = Words("second"), Words("second")
        self._smaller, self._larger, self._more = (
            IconButton("zoom-out"),
            IconButton("zoom-in"),
            Button("small"),
        )
        top = QHBoxLayout()
        top.setContentsMargins(24, 12, 16, 4)
        top.setSpacing(8)
        top.addWidget(self._name, 1)
        for part in (self._count, self._smaller, self._zoom, self._larger, self._more):
            top.addWidget(part)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(top)
        box.addWidget(self.preview, 1)
        self._smaller.clicked.connect(lambda: self.preview.step_zoom(-1))
        self._larger.clicked.connect(lambda: self.preview.step_zoom(1))
        self.preview.zoomed.connect(lambda percent: self._zoom.say(f"{percent} %"))
        self.preview.counted.connect(self._tell)
        self._more.clicked.connect(self.asked)

    def retranslate(self) -> None:
        """Set all words."""
        self._smaller.say(_("Smaller"))
        self._larger.say(_("Larger"))
        self._more.say(_("What it says"))

    def say(self, name: str) -> None:
        """Set the name of the paper."""
        self._name.say(name)
        self.preview.setAccessibleName(name)

    def fit(self, *, aside: bool) -> None:
        """Offer what the paper says where it has no column."""
        self._more.setVisible(not aside)

    def _tell(self, pages: int) -> None:
        self._count.say(ngettext("{count} page", "{count} pages", pages).format(count=pages) if pages else "")
        self.counted.emit(pages)
