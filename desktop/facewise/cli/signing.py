"""`sign`, and the signing half of `report --sign`."""

from pathlib import Path

from facewise.cli.clock import signing_time
from facewise.cli.codes import FINE
from facewise.cli.making import report_of
from facewise.cli.passphrases import passphrase
from facewise.cli.terminal import write_into
from facewise.content.packs import NotAPackError
from facewise.errors import N_, FacewiseError
from facewise.i18n import Edition, _
from facewise.paper.report import Report
from facewise.signing.attachments import PACK, NotAReportError, attached
from facewise.signing.identities import Identity, open_identity
from facewise.signing.keyfile import WrongPassphraseError
from facewise.signing.papers import language_of, sign_report
from facewise.signing.reading import MAX_SIZE
from facewise.signing.sign import DraftError, SampleError
from facewise.store.identities import Kept, find
from facewise.store.naming import report_name
from facewise.store.opening import Opened, open_site, pack_of
from facewise.store.passphrases import remembered
from facewise.store.reading import read_file
from facewise.store.replacing import replace_file
from facewise.store.signed import sign_site
from facewise.store.site_file import write_site

Signer = tuple[str, bool]
"""The name or fingerprint of an identity, and whether its passphrase comes by standard input."""


class PaperNeededError(FacewiseError):
    """A countersignature on an assessment, where there is nothing yet that was signed."""

    sentence = N_("A countersignature goes on the report that the owner has signed. Name that PDF.")


def sign_file(file: Path, output: Path | None, signer: Signer, edition: Edition, *, countersign: bool) -> int:
    """Sign a PDF in place or elsewhere, or the report of an assessment."""
    if file.suffix.lower() == ".facewise":
        if countersign:
            raise PaperNeededError
        opened = open_site(file)
        report = report_of(opened)
        pdf = signed_report(file, opened, report, edition, signer)
        path = output or file.parent / report_name(report, edition)
        print(write_into(path.parent, path.name, pdf))
        return FINE
    pdf = _signed_pdf(read_file(file, MAX_SIZE), signer, countersign=countersign)
    replace_file(output or file, pdf)
    print(output or file)
    return FINE


def signed_report(file: Path, opened: Opened, report: Report, edition: Edition, signer: Signer) -> bytes:
    """Return the signed report of an assessment, which then keeps a copy of it.

    Raises SampleError, DraftError, and the errors of `sign`, of identities and of `write_site`.
    """
    if report.status != "final":
        raise SampleError if report.status == "sample" else DraftError
    site, pdf = sign_site(opened.site, report, edition, _unlocked(signer), signing_time())
    write_site(file, site, expected=opened.data)
    return pdf


def _signed_pdf(pdf: bytes, signer: Signer, *, countersign: bool) -> bytes:
    try:
        pack = pack_of(attached(pdf)[PACK])
    except NotAPackError as error:
        raise NotAReportError from error
    language = language_of(pdf)
    return sign_report(pdf, _unlocked(signer), pack, language, signing_time(), countersign=countersign)


def _unlocked(signer: Signer) -> Identity:
    name, from_stdin = signer
    kept = find(name)
    known = None if from_stdin else remembered(kept.signatory.fingerprint)
    try:
        return open_identity(kept.read(), known or _asked(kept, from_stdin=from_stdin))
    except WrongPassphraseError:
        if known is None:
            raise
        return open_identity(kept.read(), _asked(kept, from_stdin=False))  # it was changed since


def _asked(kept: Kept, *, from_stdin: bool) -> str:
    prompt = _("Passphrase of {name}: ").format(name=kept.signatory.name)
    return passphrase(prompt, from_stdin=from_stdin)
