"""Work that takes longer than a moment, beside the window: one at a time, as pdfium needs it."""

from collections.abc import Callable
from typing import Any, TypeAlias

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal

from facewise.errors import FacewiseError
from facewise.i18n import tell

PATIENCE = 200
"""Milliseconds after which one is told that something is being done."""
Tell: TypeAlias = Callable[[int, int], None]
"""How work tells that so many of so many parts are done; it ends there if nobody wants it any more."""


class UnwantedError(Exception):
    """Raised inside a piece of work that was cancelled."""


class Running(QObject):
    """A piece of work under way; `slow` tells that it takes a while, `ended` that it is over, however."""

    slow = Signal()
    moved = Signal(int, int)
    ended = Signal()
    _finished = Signal(object, object)

    def __init__(self, owner: QObject, done: Callable[[Any], None], failed: Callable[[str], None]) -> None:
        super().__init__(owner)
        self._done, self._failed = done, failed
        self.is_cancelled = False
        self.is_over = False
        self._patience = QTimer(self, interval=PATIENCE, singleShot=True)
        self._patience.timeout.connect(self.slow)
        self._patience.start()
        self._finished.connect(self._finish)

    def cancel(self) -> None:
        """Drop the work: what it still brings is not looked at."""
        if not self.is_over:
            self.is_cancelled = True
            self._end()

    def tell(self, part: int, whole: int) -> None:
        """Tell how far the work is; called by the work itself.

        Raises UnwantedError.
        """
        if self.is_cancelled:
            raise UnwantedError
        self.moved.emit(part, whole)

    def _finish(self, result: object, error: Exception | None) -> None:
        if not self.is_cancelled:
            self._end()
            self._hand_over(result, error)
        self.deleteLater()

    def _hand_over(self, result: object, error: Exception | None) -> None:
        if error is None:
            self._done(result)
        elif isinstance(error, FacewiseError):
            self._failed(tell(error))
        else:
            raise error

    def _end(self) -> None:
        self.is_over = True
        self._patience.stop()
        self.ended.emit()


class _Task(QRunnable):
    def __init__(self, work: Callable[[Tell], object], running: Running) -> None:
        super().__init__()
        self._work, self._running = work, running

    def run(self) -> None:
        result: object = None
        error: Exception | None = None
        if not self._running.is_cancelled:
            try:
                result = self._work(self._running.tell)
            except Exception as raised:  # noqa: BLE001, told or raised again in the window's own thread
                error = raised
        try:
            self._running._finished.emit(result, error)  # noqa: SLF001, its own task
        except RuntimeError:
            return  # the page was closed meanwhile


_worker: list[QThreadPool] = []


def worker() -> QThreadPool:
    """Return the one worker; it also ends with the program."""
    if not _worker:
        made = QThreadPool()
        made.setMaxThreadCount(1)
        _worker.append(made)
    return _worker[0]


def run(
    owner: QObject, work: Callable[[Tell], Any], done: Callable[[Any], None], failed: Callable[[str], None]
) -> Running:
    """Do some work beside the window, then call `done` with what it returns, or `failed` with a sentence.

    Both are called in the window's thread, and only while `owner` is there and the work was not cancelled.
    """
    running = Running(owner, done, failed)
    worker().start(_Task(work, running))
    return running
