"""PySide6 6.12.0 on Python 3.11 loses a reference to None on every call and aborts after some 5,500."""

import sys

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


def test_calls_that_return_none_lose_no_reference_to_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    before = sys.getrefcount(None)
    for _ in range(500):
        window.setWindowTitle("x")
    assert abs(sys.getrefcount(None) - before) <= 50
