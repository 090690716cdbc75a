import gc
import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from facewise.errors import NoSuchFileError
from facewise.ui.widgets.busy import Busy
from facewise.ui.working import Tell, run


@pytest.fixture
def owner(qapp: object) -> QObject:
    return QObject()


def test_what_the_work_returns_comes_back_in_the_window_s_thread(owner: QObject, qtbot: QtBot) -> None:
    found: list[object] = []
    run(owner, lambda _tell: threading.get_ident(), found.append, found.append)
    qtbot.waitUntil(lambda: bool(found))
    assert found != [threading.get_ident()]


def test_an_error_of_ours_comes_back_as_its_sentence(owner: QObject, qtbot: QtBot) -> None:
    told: list[str] = []

    def work(_tell: Tell) -> None:
        raise NoSuchFileError(file="x.pdf")

    run(owner, work, lambda _nothing: told.append("done"), told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert "x.pdf" in told[0]


def test_any_other_error_is_raised_where_it_is_seen(owner: QObject, qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as raised:
        running = run(owner, lambda _tell: 1 / 0, lambda _n: None, lambda _s: None)
        with qtbot.waitSignal(running.ended):
            pass
    assert [kind for kind, _error, _trace in raised] == [ZeroDivisionError]


def test_work_that_is_cancelled_brings_nothing_and_ends_at_its_next_step(
    owner: QObject, qtbot: QtBot
) -> None:
    going, go_on = threading.Event(), threading.Event()
    found: list[object] = []
    steps: list[int] = []

    def work(tell: Tell) -> str:
        going.set()
        go_on.wait(5)
        for n in range(3):
            tell(n, 3)
            steps.append(n)
        return "made"

    running = run(owner, work, found.append, found.append)
    qtbot.waitUntil(going.is_set)
    with qtbot.waitSignal(running.ended):
        running.cancel()
    go_on.set()
    run(owner, lambda _tell: "next", found.append, found.append)
    qtbot.waitUntil(lambda: found == ["next"])
    assert steps == []


def test_one_is_told_of_slow_work_only(owner: QObject, qtbot: QtBot) -> None:
    busy, go_on = Busy(), threading.Event()
    qtbot.addWidget(busy)
    running = run(owner, lambda _tell: go_on.wait(5), lambda _n: None, lambda _s: None)
    busy.watch(running, "making")
    assert not busy.isVisible()
    qtbot.waitUntil(busy.isVisible)
    go_on.set()
    qtbot.waitUntil(lambda: not busy.isVisible())


def test_no_garbage_is_collected_while_the_worker_might_destroy_widgets(owner: QObject, qtbot: QtBot) -> None:
    collects: list[bool] = []
    run(owner, lambda _tell: gc.isenabled(), collects.append, lambda _s: None)
    qtbot.waitUntil(lambda: bool(collects))
    assert collects == [False]
    assert gc.isenabled()


def test_what_is_done_for_nobody_is_dropped(qapp: object, qtbot: QtBot) -> None:
    gone, stays = QObject(), QObject()
    going, go_on = threading.Event(), threading.Event()
    found: list[object] = []

    def work(_tell: Tell) -> str:
        going.set()
        go_on.wait(5)
        return "nobody"

    run(gone, work, found.append, found.append)
    qtbot.waitUntil(going.is_set)
    with qtbot.waitSignal(gone.destroyed):
        gone.deleteLater()
    go_on.set()
    run(stays, lambda _tell: "somebody", found.append, found.append)
    qtbot.waitUntil(lambda: found == ["somebody"])
