"""Whether the system's key store is to remember a passphrase, and a clear word where there is none."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from facewise.i18n import _
from facewise.store.passphrases import has_key_store
from facewise.ui.widgets.words import Words
from facewise.ui.working import run


class RememberBox(QWidget):
    """A check box; disabled, with a sentence, where there is no key store. `found` once that is known."""

    found = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.box, self._none = QCheckBox(), Words("second", wrap=True)
        self.has_store: bool | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.box)
        column.addWidget(self._none)
        self._none.hide()
        run(self, lambda _tell: has_key_store(), self._take, lambda _sentence: None)

    def retranslate(self) -> None:
        """Set all words."""
        self.box.setText(_("Remember the passphrase in the key store of the system"))
        self._none.say(_("This computer has no key store, so the passphrase is asked for each time."))

    def wanted(self) -> bool:
        """Return whether the passphrase is to be remembered."""
        return self.box.isChecked() and self.box.isEnabled()

    def _take(self, has_store: bool) -> None:  # noqa: FBT001, what the work brings
        self.has_store = has_store
        self.box.setEnabled(has_store)
        self._none.setVisible(not has_store)
        self.box.setAccessibleDescription("" if has_store else self._none.said())
        self.found.emit(has_store)
