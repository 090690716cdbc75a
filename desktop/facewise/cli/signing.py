"""`sign`, and the signing half of `report --sign`; what was sealed by hand is kept with `sign --scan`."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from facewise.cli.clock import signing_time
from facewise.cli.codes import FINE
from facewise.cli.making import report_of
from facewise.cli.passphrases import passphrase
from facewise.cli.terminal import ending_in, write_into
from facewise.content.packs import NotAPackError
from facewise.errors import N_, FacewiseError
from facewise.i18n import Edition, _
from facewise.paper.report import Report
from facewise.signing.attachments import PACK, NotAReportError, attached
from facewise.signing.identities import Identity, open_identity
from facewise.signing.keyfile import WrongPassphraseError
from facewise.signing.papers import Manner, language_of, refuse_edited, sign_report
from facewise.signing.reading import MAX_SIZE
from facewise.signing.service import Level, Service
from facewise.signing.sign import DraftError, SampleError
from facewise.signing.token import token_identity
from facewise.store.identities import Kept, find
from facewise.store.naming import report_name
from facewise.store.opening import Opened, open_site, pack_of
from facewise.store.passphrases import remembered
from facewise.store.reading import read_file
from facewise.store.replacing import replace_file
from facewise.store.scans import scan_of
from facewise.store.seals import seal_of
from facewise.store.signed import keep_report, keep_scans, next_number, sign_site
from facewise.store.site_file import write_site


@dataclass(frozen=True, slots=True)
class How:
    """Who is to sign and how: an identity or a key in a token, its secret, a timestamp service, the seal."""

    name: str
    from_stdin: bool = False
    token: Path | None = None
    address: str = ""
    level: Level = "B-LTA"
    with_seal: bool = True

    def manner(self, identity: Identity) -> Manner:
        """Return the seal and the service of a signature."""
        return Manner(
            seal_of(identity.signatory.fingerprint) if self.with_seal else None,
            Service(self.address, self.level) if self.address else None,
        )


class PaperNeededError(FacewiseError):
    """A countersignature on an assessment, where there is nothing yet that was signed."""

    sentence = N_("A countersignature goes on the report that the owner has signed. Name that PDF.")


class NobodyNamedError(FacewiseError):
    """Nobody was named who is to sign."""

    sentence = N_("Who signs? Name an identity with --identity, or a token with --token.")


def sign_file(file: Path, output: Path | None, how: How, edition: Edition, *, countersign: bool) -> int:
    """Sign a PDF in place or elsewhere, or the report of an assessment."""
    if not how.name and how.token is None:
        raise NobodyNamedError
    if file.suffix.lower() == ".facewise":
        if countersign:
            raise PaperNeededError
        opened = open_site(file)
        report = report_of(opened)
        pdf = signed_report(file, opened, report, edition, how)
        path = output or file.parent / report_name(report, edition)
        print(write_into(path.parent, path.name, pdf))
        return FINE
    pdf = _signed_pdf(read_file(file, MAX_SIZE), how, countersign=countersign)
    replace_file(output or file, pdf)
    print(output or file)
    return FINE


def signed_report(file: Path, opened: Opened, report: Report, edition: Edition, how: How) -> bytes:
    """Return the signed report of an assessment, which then keeps a copy of it.

    Raises SampleError, DraftError, and the errors of `sign`, of identities and of `write_site`.
    """
    if report.status != "final":
        raise SampleError if report.status == "sample" else DraftError
    with _unlocked(how) as identity:
        manner = how.manner(identity)
        site, pdf = sign_site(opened.site, report, edition, identity, signing_time(), manner)
    write_site(file, site, expected=opened.data)
    return pdf


def keep_files(file: Path, report: Path | None, scans: Sequence[Path], number: int | None) -> int:
    """Keep a report and scans of its sealed paper in the assessment they belong to."""
    opened, at = open_site(ending_in(".facewise", file)), signing_time()
    site = opened.site
    if report is not None:
        site = keep_report(site, read_file(report, MAX_SIZE), report.name, at)
    if scans:
        site = keep_scans(site, [scan_of(each) for each in scans], at, number)
    write_site(file, site, expected=opened.data)
    last = number or next_number(site) - 1
    print(_("{file}: kept with signed version {number}.").format(file=file, number=last))
    return FINE


def _signed_pdf(pdf: bytes, how: How, *, countersign: bool) -> bytes:
    try:
        pack = pack_of(attached(pdf)[PACK])
    except NotAPackError as error:
        raise NotAReportError from error
    language = language_of(pdf)
    refuse_edited(pdf)
    with _unlocked(how) as identity:
        manner, at = how.manner(identity), signing_time()
        return sign_report(pdf, identity, pack, language, at, countersign=countersign, manner=manner)


@contextmanager
def _unlocked(how: How) -> Iterator[Identity]:
    if how.token is not None:
        pin = passphrase(_("PIN of the token: "), from_stdin=how.from_stdin)
        with token_identity(how.token, pin, how.name) as identity:
            yield identity
        return
    yield _opened(how)


def _opened(how: How) -> Identity:
    kept = find(how.name)
    known = None if how.from_stdin else remembered(kept.signatory.fingerprint)
    try:
        return open_identity(kept.read(), known or _asked(kept, from_stdin=how.from_stdin))
    except WrongPassphraseError:
        if known is None:
            raise
        return open_identity(kept.read(), _asked(kept, from_stdin=False))  # it was changed since


def _asked(kept: Kept, *, from_stdin: bool) -> str:
    prompt = _("Passphrase of {name}: ").format(name=kept.signatory.name)
    return passphrase(prompt, from_stdin=from_stdin)
