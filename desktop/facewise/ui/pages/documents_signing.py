"""From the documents page into the signing dialog, or the sentence why the report cannot be signed."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facewise.ui.pages.documents_choice import Choice
from facewise.ui.session import Session
from facewise.ui.shelf import REPORT, Basis
from facewise.ui.working import run


class Signing(QObject):
    """Opens the dialog; `signed` tells that the assessment now holds a signed report."""

    signed = Signal()
    failed = Signal(str)

    def __init__(self, page: QWidget, session: Session) -> None:
        super().__init__(page)
        self._page, self._session = page, session

    def ask(self, basis: Basis, choice: Choice) -> None:
        """Open the dialog, or say why this report cannot be signed."""
        session = self._session
        if session.held is not None:
            self.failed.emit(session.reading_only)
        elif session.answers.sample or session.assessment.left or choice.draft or not session.answers.uses:
            sample = session.answers.sample
            run(self, lambda _tell: _refusal(sample=sample), lambda _nothing: None, self.failed.emit)
        else:
            self._open(basis, choice)

    def _open(self, basis: Basis, choice: Choice) -> None:
        from facewise.ui.dialogs.signing import SigningDialog

        dialog = SigningDialog(self._page.window(), self._session, basis, choice.edition(REPORT))
        dialog.signed.connect(self.signed)
        dialog.checked.connect(self._check)
        dialog.open()

    def _check(self, file: str) -> None:
        """Check what was just signed, as anybody would."""
        from facewise.ui.window import Window

        window = self._page.window()
        if isinstance(window, Window):
            window.wants("verify", file)


def _refusal(*, sample: bool) -> None:
    """Raise what signing would raise."""
    from facewise.signing.sign import DraftError, SampleError

    raise SampleError if sample else DraftError
