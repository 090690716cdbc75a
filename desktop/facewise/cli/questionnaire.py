"""`questionnaire`: checking its files, and the forms to fill in by hand."""

import sys
from pathlib import Path

from facewise import data
from facewise.cli.clock import now
from facewise.cli.codes import FINE, UNUSABLE
from facewise.cli.terminal import ending_in
from facewise.content.blank import answers_template
from facewise.content.check import check
from facewise.content.packs import SHIPPED, load_pack, pack_bytes
from facewise.errors import N_, FacewiseError, NoSuchFileError
from facewise.i18n import Edition, _, tell
from facewise.store.replacing import replace_file


class CompiledError(FacewiseError):
    """The installed program has no files of the questionnaire to check."""

    sentence = N_(
        "The installed program carries its questionnaire compiled. Name the folder of its pack.yaml."
    )


def check_files(folder: Path | None) -> int:
    """Print every fault of a questionnaire, one on a line, and return whether it can be used."""
    where = folder or data.folder("questionnaires") / SHIPPED
    if not where.is_dir():
        raise NoSuchFileError(file=where) if folder else CompiledError
    faults = check(where)
    for fault in faults:
        print(tell(fault), file=sys.stderr)
    if not faults:
        print(_("{folder}: no fault found.").format(folder=where))
    return UNUSABLE if faults else FINE


def write_blank(file: Path, edition: Edition) -> int:
    """Write the questions as PDF, to be filled in by hand."""
    from facewise.paper.pdf.questionnaire import render_blank

    pdf = render_blank(load_pack(), pack_bytes(), edition, now())
    replace_file(ending_in(".pdf", file), pdf)
    print(file)
    return FINE


def write_template(kind: str, file: Path, edition: Edition) -> int:
    """Write an answers file to fill in with a text editor."""
    text = answers_template(load_pack(), kind, edition, now().date())
    replace_file(ending_in(".yaml", file), text.encode())
    print(file)
    return FINE
