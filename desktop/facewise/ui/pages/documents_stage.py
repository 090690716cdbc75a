"""The paper that is chosen: its pages with what turns and zooms them, or why there are none."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from facewise.i18n import _, current, ngettext
from facewise.ui.icons import Picture
from facewise.ui.paper_words import form_hint
from facewise.ui.preview import Preview
from facewise.ui.shelf import Paper, reason_words
from facewise.ui.widgets.buttons import Button, IconButton
from facewise.ui.widgets.fields import Drop
from facewise.ui.widgets.words import ElidedWords, Words

PERCENTS = (50, 75, 100, 150, 200)


class PageBar(QWidget):
    """Under the pages: turning them at the left, how large they are at the right."""

    def __init__(self, preview: Preview) -> None:
        super().__init__()
        self._preview, self._pages = preview, 0
        self._before, self._after = IconButton("chevron-left"), IconButton("chevron-right")
        self._smaller, self._larger = IconButton("zoom-out"), IconButton("zoom-in")
        self._here, self._zoom = Words("second"), Drop()
        self._zoom.setProperty("role", "small")
        self._zoom.setFixedWidth(124)
        self._percent = 100
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(8)
        left: tuple[QWidget, ...] = (self._before, self._here, self._after)
        right: tuple[QWidget, ...] = (self._smaller, self._zoom, self._larger)
        for part in left:
            row.addWidget(part)
        row.addStretch(1)
        for part in right:
            row.addWidget(part)
        self._before.clicked.connect(lambda: preview.turn(-1))
        self._after.clicked.connect(lambda: preview.turn(1))
        self._smaller.clicked.connect(lambda: preview.step_zoom(-1))
        self._larger.clicked.connect(lambda: preview.step_zoom(1))
        self._zoom.picked.connect(self._fit)
        preview.counted.connect(self._count)
        preview.turned.connect(self._turn)
        preview.zoomed.connect(self._show_zoom)
        self._count(0)

    def retranslate(self) -> None:
        """Set all words."""
        self._before.say(_("Page before"), "Page Up")
        self._after.say(_("Next page"), "Page Down")
        self._smaller.say(_("Smaller"), "Ctrl+-")
        self._larger.say(_("Larger"), "Ctrl++")
        self._zoom.setAccessibleName(_("Size of the pages"))
        self._show_zoom(self._percent)
        self._turn(self._preview.page())

    def _fit(self, chosen: str) -> None:
        if chosen in ("width", "page"):
            self._preview.fit_to("width" if chosen == "width" else "page")
        else:
            self._preview.fit_to(int(chosen) / 100)

    def _show_zoom(self, percent: int) -> None:
        self._percent = percent
        fits = [("width", _("Whole width")), ("page", _("Whole page"))]
        fits += [(str(each), _("{percent} %").format(percent=each)) for each in PERCENTS]
        self._zoom.show_choices(fits, None, _("{percent} %").format(percent=percent))

    def _count(self, pages: int) -> None:
        self._pages = pages
        for part in (self._before, self._here, self._after):
            part.setVisible(pages > 1)
        self.setVisible(pages > 0)

    def _turn(self, page: int) -> None:
        self._here.say(_("Page {number} of {count}").format(number=page + 1, count=self._pages))
        self._before.setEnabled(page > 0)
        self._after.setEnabled(page + 1 < self._pages)


class Nothing(QFrame):
    """Says why there are no pages to be seen, and leads to what would change that."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._mark, self._title, self._text = (
            Picture("file-text", 40),
            Words("section"),
            Words("lead", wrap=True),
        )
        self._go = Button("plain", "chevron-right", after=True)
        for words in (self._title, self._text):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._text.setMaximumWidth(480)
        box = QVBoxLayout(self)
        box.setContentsMargins(40, 0, 40, 40)
        box.setSpacing(12)
        middle = Qt.AlignmentFlag.AlignHCenter
        box.addStretch(1)
        box.addWidget(self._mark, 0, middle)
        box.addWidget(self._title, 0, middle)
        box.addWidget(self._text)
        box.addSpacing(8)
        box.addWidget(self._go, 0, middle)
        box.addStretch(1)
        self._go.clicked.connect(self.asked)

    def say(self, title: str, text: str, go: str, symbol: str = "file-text") -> None:
        """Set all words; without words for it there is no button."""
        self._mark.show_picture(symbol)
        self._title.say(title)
        self._text.say(text)
        self._go.say(go)
        self._go.setVisible(bool(go))


class Stage(QFrame):
    """Shows one paper; `counted` tells its pages, `asked` that one wants to see what it says."""

    counted = Signal(int)
    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("stage")
        self.preview, self.nothing, self._name = Preview(), Nothing(), ElidedWords("name")
        self.bar, self._middle, self._count = PageBar(self.preview), QStackedWidget(), Words("second")
        self.save, self.print, self._more = (
            Button("small", "save"),
            Button("small", "printer"),
            Button("small"),
        )
        top = QHBoxLayout()
        top.setContentsMargins(24, 12, 16, 4)
        top.setSpacing(8)
        top.addWidget(self._name, 1)
        for part in (self._count, self._more, self.print, self.save):
            top.addWidget(part)
        for page in (self.preview, self.nothing):
            self._middle.addWidget(page)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(top)
        box.addWidget(self._middle, 1)
        box.addWidget(self.bar)
        self.preview.counted.connect(self._tell)
        self._more.clicked.connect(self.asked)

    def retranslate(self) -> None:
        """Set all words."""
        self._more.say(_("Details"), "F1")
        self.save.say(_("Save..."), _("Save this paper"))
        self.print.say(_("Print..."), _("Print this paper"))
        self.bar.retranslate()

    def show_paper(self, paper: Paper | None, name: str) -> None:
        """Show the name of a paper, its pages or that there are none, and what can be done with it."""
        self._name.say(name)
        self.preview.setAccessibleName(name)
        pages = paper is not None and paper.has_pages
        self._middle.setCurrentWidget(self.preview if pages else self.nothing)
        self.print.setVisible(pages)
        self.save.setVisible(paper is not None and paper.reason is None)
        if paper is not None and not pages:
            self._show_nothing(paper)

    def _show_nothing(self, paper: Paper) -> None:
        self.bar.hide()
        self._count.hide()
        reason = reason_words(paper, current())
        if reason:
            go = _("Go to that answer")
            self.nothing.say(_("Not made"), reason, go, "triangle-alert")
        else:
            self.nothing.say(_("Opens in its own program"), form_hint(paper), "")

    def fit(self, *, aside: bool) -> None:
        """Offer what the paper says where it has no column."""
        self._more.setVisible(not aside)

    def _tell(self, pages: int) -> None:
        self._count.say(ngettext("{count} page", "{count} pages", pages).format(count=pages))
        self._count.setVisible(pages == 1)
        self.counted.emit(pages)
