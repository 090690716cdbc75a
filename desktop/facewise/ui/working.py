"""Work that takes longer than a moment, beside the window: one at a time, as pdfium needs it."""

import gc
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal
from shiboken6 import isValid

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

    def __init__(self, owner: QObject, done: Callable[[Any], None], failed: Callable[[str], None]) -> None:
        super().__init__(owner)
        self._done, self._failed = done, failed
        self.unwanted = threading.Event()
        self.is_over = False
        self._patience = QTimer(self, interval=PATIENCE, singleShot=True)
        self._patience.timeout.connect(self.slow)
        self._patience.start()

    def cancel(self) -> None:
        """Drop the work: what it still brings is not looked at."""
        if not self.is_over:
            self.unwanted.set()
            self._end()

    def finish(self, result: object, error: Exception | None) -> None:
        """Hand over what the work has brought, unless nobody wants it any more."""
        if not self.unwanted.is_set():
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


@dataclass(slots=True)
class _Desk:
    """The one worker, and the work that is with it, by number."""

    pool: QThreadPool
    post: "_Post"
    running: dict[int, Running] = field(default_factory=dict)
    number: int = 0


class _Post(QObject):
    """Carries what the worker has done into the window's thread; it outlives every page.

    While there is work, Python collects no garbage by itself: it would do so in the worker's thread too, and
    destroy widgets there.
    """

    arrived = Signal(int, object, object)
    moved = Signal(int, int, int)

    def __init__(self) -> None:
        super().__init__()
        self.arrived.connect(self._arrive)
        self.moved.connect(self._move)

    def _arrive(self, number: int, result: object, error: Exception | None) -> None:
        running = _desk().running.pop(number)
        if not _desk().running:
            gc.enable()
        if isValid(running):
            running.finish(result, error)

    def _move(self, number: int, part: int, whole: int) -> None:
        running = _desk().running.get(number)
        if running is not None and isValid(running):
            running.moved.emit(part, whole)


class _Task(QRunnable):
    """A piece of work for the worker; it touches nothing of the window but the post."""

    def __init__(
        self, number: int, work: Callable[[Tell], object], post: _Post, unwanted: threading.Event
    ) -> None:
        super().__init__()
        self._number, self._work, self._post, self._unwanted = number, work, post, unwanted

    def run(self) -> None:
        """Do the work and post what it brings."""
        result: object = None
        error: Exception | None = None
        try:
            if not self._unwanted.is_set():
                result = self._work(self._tell)
        except Exception as raised:  # noqa: BLE001, told or raised again in the window's own thread
            error = raised
        self._post.arrived.emit(self._number, result, error)

    def _tell(self, part: int, whole: int) -> None:
        if self._unwanted.is_set():
            raise UnwantedError
        self._post.moved.emit(self._number, part, whole)


_desks: list[_Desk] = []


def _desk() -> _Desk:
    if not _desks:
        pool = QThreadPool()
        pool.setMaxThreadCount(1)
        _desks.append(_Desk(pool, _Post()))
    return _desks[0]


def run(
    owner: QObject, work: Callable[[Tell], Any], done: Callable[[Any], None], failed: Callable[[str], None]
) -> Running:
    """Do some work beside the window, then call `done` with what it returns, or `failed` with a sentence.

    Both are called in the window's thread, and only while `owner` is there and the work was not cancelled.
    """
    desk, running = _desk(), Running(owner, done, failed)
    desk.number += 1
    desk.running[desk.number] = running
    gc.disable()
    desk.pool.start(_Task(desk.number, work, desk.post, running.unwanted))
    return running
