"""How the signs of a site look: language of one, colour and logo of all, and what a print shop needs."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from facewise.errors import FacewiseError
from facewise.i18n import _, tell
from facewise.paper.design import COLOUR_NAMES, Design
from facewise.store.reading import TooLargeFileError, read_file
from facewise.ui.paper_words import edition_words
from facewise.ui.studio_words import colour_words
from facewise.ui.widgets.buttons import Button
from facewise.ui.widgets.quiet import show_checked
from facewise.ui.widgets.segments import Segmented
from facewise.ui.widgets.words import Words


class LookField(QWidget):
    """Language, colour, logo, bleed; each signal carries what was chosen, `logo` the bytes of the file."""

    spoken = Signal(str)
    coloured = Signal(str)
    logo = Signal(object)
    bled = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._language_label, self._language = Words("label"), Segmented(("zh", "en", "both"))
        self._colour_label, self._colour = Words("label"), Segmented(COLOUR_NAMES)
        self._logo_label, self._logo_hint = Words("label"), Words("hint", wrap=True)
        self._logo, self._no_logo, self._problem = (
            Button("small", "image"),
            Button("link"),
            Words("problem", wrap=True),
        )
        self._bleed, self._english = QCheckBox(), Words("problem", wrap=True)
        logo = QHBoxLayout()
        logo.setSpacing(12)
        logo.addWidget(self._logo)
        logo.addWidget(self._no_logo)
        logo.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        above: tuple[QWidget, ...] = (
            self._language_label,
            self._language,
            self._english,
            self._colour_label,
            self._colour,
        )
        for part in above:
            box.addWidget(part)
        box.addWidget(self._logo_label)
        box.addLayout(logo)
        below: tuple[QWidget, ...] = (self._logo_hint, self._problem, self._bleed)
        for part in below:
            box.addWidget(part)
        self._connect()
        self.complain("")

    def retranslate(self) -> None:
        """Set all words."""
        self._language_label.say(_("Language"))
        self._language.say(_("Language"), dict(edition_words()))
        self._colour_label.say(_("Colour of all signs"))
        self._colour.say(_("Colour of all signs"), colour_words())
        self._logo_label.say(_("Logo on all signs"))
        self._logo.say(_("Choose a picture..."))
        self._no_logo.say(_("Take it off"))
        self._logo_hint.say(_("PNG, JPEG or SVG"))
        self._bleed.setText(_("Print shop: bleed, crop marks"))
        self._bleed.setAccessibleName(self._bleed.text())

    def show_design(self, design: Design) -> None:
        """Show what is chosen."""
        self._language.choose(design.edition)
        self._colour.choose(design.colour)
        self._no_logo.setVisible(bool(design.logo))
        show_checked(self._bleed, on=design.bleed)

    def complain(self, logo: str, english: str = "") -> None:
        """Say what is wrong with the logo or the language, or nothing."""
        for words, sentence in ((self._problem, logo), (self._english, english)):
            words.say(sentence)
            words.setVisible(bool(sentence))

    def take(self, path: Path) -> None:
        """Take a file as the logo, or say why it cannot be one."""
        from facewise.paper.pdf.logo import LARGEST, LogoTooLargeError, read_logo

        try:
            data = read_file(path, LARGEST)
            small = read_logo(data).png or data  # a bitmap is kept as large as it is printed, not as it came
        except TooLargeFileError:
            self.complain(tell(LogoTooLargeError(size=_("over {count} MB").format(count=LARGEST >> 20))))
        except FacewiseError as error:
            self.complain(tell(error))
        else:
            self.complain("")
            self.logo.emit(small)

    def _ask(self) -> None:
        kinds = _("Pictures (*.png *.jpg *.jpeg *.svg)")
        chosen, _kind = QFileDialog.getOpenFileName(self, _("A logo"), "", kinds)
        if chosen:
            self.take(Path(chosen))

    def _connect(self) -> None:
        self._language.chosen.connect(self.spoken)
        self._colour.chosen.connect(self.coloured)
        self._logo.clicked.connect(self._ask)
        self._no_logo.clicked.connect(lambda: self.logo.emit(b""))
        self._bleed.toggled.connect(self.bled)
