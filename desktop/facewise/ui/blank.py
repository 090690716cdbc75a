"""The blank questionnaire, written beside the window."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject

from facewise.content.packs import load_pack, pack_bytes
from facewise.i18n import Edition, _
from facewise.store.replacing import replace_file
from facewise.ui.working import run

EDITIONS: dict[str, Edition] = {"zh": "zh", "en": "en", "both": "both"}


def write_blank(owner: QObject, file: Path, edition: Edition, say: Callable[[str], None]) -> None:
    """Write the questions as PDF, to be filled in by hand, and say where they are or why they are not."""

    def write() -> None:
        from facewise.paper.pdf.questionnaire import render_blank

        replace_file(file, render_blank(load_pack(), pack_bytes(), edition, datetime.now().astimezone()))

    def done(_nothing: object) -> None:
        say(_("The blank questionnaire is in {file}.").format(file=file))

    run(owner, lambda _tell: write(), done, say)
