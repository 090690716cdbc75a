"""Commands that make files: an assessment out of answers, a sample, a report."""

from pathlib import Path

from facewise.assessment.assess import assess
from facewise.cli.clock import now
from facewise.cli.codes import FINE
from facewise.cli.terminal import ending_in, write_into
from facewise.content.packs import load_pack, pack_bytes
from facewise.i18n import Edition, ngettext
from facewise.paper.pdf.shown import check_characters
from facewise.paper.report import Report, write
from facewise.store.importing import import_file
from facewise.store.log import happened
from facewise.store.naming import report_name
from facewise.store.opening import Opened, open_site
from facewise.store.replacing import keep_copy
from facewise.store.samples import load_sample
from facewise.store.site_file import SiteFile, write_site


def import_answers(file: Path, output: Path) -> int:
    """Write the assessment that a file of answers makes."""
    pack, path = load_pack(), ending_in(".facewise", output)
    answers, evidence = import_file(pack, file, now().date())
    site = SiteFile(answers, pack_bytes(), evidence=evidence)
    _write_new(path, site.noting(happened(now(), "imported", file.name)))
    left = assess(pack, answers).left
    if not left:
        print(path)
        return FINE
    said = ngettext(
        "{file}: {left} question is still open.", "{file}: {left} questions are still open.", left
    )
    print(said.format(file=path, left=left))
    return FINE


def make_sample(name: str, output: Path) -> int:
    """Write an invented assessment."""
    path = ending_in(".facewise", output)
    _write_new(path, load_sample(name))
    print(path)
    return FINE


def make_report(
    file: Path, folder: Path, edition: Edition, *, draft: bool, signer: tuple[str, bool] | None
) -> int:
    """Write the report of an assessment into a folder, signed where there is a signer."""
    opened = open_site(file)
    report = report_of(opened, draft=draft)
    if signer:
        from facewise.cli.signing import How, signed_report

        name, from_stdin = signer
        pdf = signed_report(file, opened, report, edition, How(name, from_stdin=from_stdin))
    else:
        from facewise.paper.pdf.report.document import render_report

        pdf = render_report(report, edition)
    print(write_into(folder, report_name(report, edition), pdf))
    return FINE


def report_of(opened: Opened, *, draft: bool = False) -> Report:
    """Return the report of an assessment as of now, once everything in it can be printed.

    Raises NoShapeError.
    """
    check_characters(opened.pack, opened.site.answers)
    answers = opened.site.answers
    return write(opened.pack, opened.site.pack, answers, assess(opened.pack, answers), now(), draft=draft)


def _write_new(path: Path, site: SiteFile) -> None:
    """Write an assessment; what stood under its name before is kept as a copy."""
    from facewise.store.home import private_folder

    keep_copy(path, private_folder("copies"))
    write_site(path, site)
