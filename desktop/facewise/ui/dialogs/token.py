"""A key in a token: the library of its vendor, the PIN, and which of its certificates."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from facewise.i18n import _, tell
from facewise.signing.token import NoTokenSupportError
from facewise.ui.dialogs.unlock import Token, has_tokens
from facewise.ui.widgets.buttons import Button
from facewise.ui.widgets.fields import Labelled, TypedLine, secret_line
from facewise.ui.widgets.words import ElidedWords, Words


class TokenBody(QWidget):
    """The fields of a token; a sentence in their place where the optional package is not installed."""

    def __init__(self, library: str = "") -> None:
        super().__init__()
        self.works = has_tokens()
        self.library = Path(library) if library else None
        self._choose, self._file = Button("small", "folder-open"), ElidedWords("help")
        self.pin, self.name = Labelled(secret_line()), Labelled(TypedLine())
        self._missing, self._hint = Words("second", wrap=True), Words("second", wrap=True)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self._choose)
        first.addWidget(self._file, 1)
        second.setSpacing(16)
        second.addWidget(self.pin, 1)
        second.addWidget(self.name, 1)
        box = QVBoxLayout(self)
        box.setSpacing(8)
        box.addWidget(self._missing)
        box.addLayout(first)
        box.addLayout(second)
        box.addWidget(self._hint)
        self._missing.setVisible(not self.works)
        for part in (self._choose, self._file, self.pin, self.name, self._hint):
            part.setVisible(self.works)
        self._choose.clicked.connect(self._ask)

    def retranslate(self) -> None:
        """Set all words."""
        self._missing.say(tell(NoTokenSupportError()))
        self._choose.say(_("Choose the library..."))
        self._file.say(str(self.library) if self.library else _("the .dll or .so file of the token's vendor"))
        self.pin.say(_("PIN"))
        self.name.say(_("Name in the certificate"), _("only if there are several"))
        self._hint.say(_("The key stays in the token. The PIN is kept nowhere."))

    def show_library(self, path: Path) -> None:
        """Take a library."""
        self.library = path
        self._file.say(str(path))

    def told(self) -> Token | None:
        """Return what was chosen and typed; None while something is missing."""
        if self.library is None or not self.pin.field.text():
            return None
        return Token(self.library, self.pin.field.text(), self.name.field.text().strip())

    def _ask(self) -> None:
        words = _("Libraries (*.dll *.so *.dylib)")
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Choose the library"), "", words)
        if chosen:
            self.show_library(Path(chosen))
