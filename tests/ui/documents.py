"""The documents page for tests: opened with answers, and waiting for what is made."""

from pathlib import Path
from typing import cast

from pytestqt.qtbot import QtBot
from tests.ui.opened import opened

from facewise.assessment.answers import Answers
from facewise.ui.app import Facewise
from facewise.ui.pages.documents import DocumentsPage
from facewise.ui.places import DOCUMENTS
from facewise.ui.session import Session

AREA, TILL, REPORT, NOTICE = "recognition_area u0", "payment u0", "report", "notice u0"


def shown(program: Facewise, folder: Path, answers: Answers) -> tuple[DocumentsPage, Session]:
    session = opened(program, folder, answers, DOCUMENTS)
    return cast("DocumentsPage", program.window.shell.page), session


def made(page: DocumentsPage, qtbot: QtBot) -> None:
    """Wait until the paper that was chosen is made and its pages are there."""
    qtbot.waitUntil(lambda: not page._settle.isActive(), timeout=10_000)
    qtbot.waitUntil(lambda: page._making is None or page._making.is_over, timeout=30_000)
    preview = page._stage.preview
    qtbot.waitUntil(lambda: preview._opening is None or preview._opening.is_over, timeout=10_000)
