"""Commands that make files: an assessment out of answers, a sample, a report."""

import sys
from pathlib import Path

from facewise.assessment.assess import assess
from facewise.cli.clock import now
from facewise.cli.codes import FINE, UNUSABLE
from facewise.cli.terminal import ending_in, write_into
from facewise.content.packs import load_pack, pack_bytes
from facewise.errors import N_, FacewiseError
from facewise.i18n import Edition, ngettext, tell
from facewise.paper.pdf.shown import check_characters
from facewise.paper.report import Report, write
from facewise.paper.sign_model import Refusal, Sign
from facewise.paper.signs import designs
from facewise.store.importing import import_file
from facewise.store.log import happened
from facewise.store.naming import report_name, sign_name
from facewise.store.opening import Opened, open_site
from facewise.store.replacing import keep_copy
from facewise.store.samples import load_sample
from facewise.store.site_file import SiteFile, write_site


class NoSignError(FacewiseError):
    """No face is recognised, so there is nothing to put up a sign about."""

    sentence = N_("By these answers no face is recognised here, so there is no sign to put up.")


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


def make_signs(file: Path, folder: Path, edition: Edition) -> int:
    """Write the signs that the answers of an assessment allow; say on stderr why others cannot be made."""
    from facewise.paper.pdf.sign import render_sign

    opened = open_site(file)
    pack, answers = opened.pack, opened.site.answers
    check_characters(pack, answers)
    designed = designs(pack, answers, assess(pack, answers))
    signs = [each for each in designed if isinstance(each, Sign)]
    for refused in designed:
        if isinstance(refused, Refusal):
            print(tell(refused.reason), file=sys.stderr)
    if not designed:
        raise NoSignError
    for sign in signs:
        print(write_into(folder, sign_name(sign, edition), render_sign(sign, edition)))
    return FINE if signs else UNUSABLE


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
