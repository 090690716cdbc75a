"""`verify`: what a check of a signed PDF finds, in words or as JSON, and who was compared."""

import json
import sys
from pathlib import Path

from facewise.checking.check import Checked, check_file, check_pdf, signer_of
from facewise.checking.told import lines, plain
from facewise.cli.clock import signing_time
from facewise.cli.codes import FINE, FOUND, UNUSABLE
from facewise.errors import N_, FacewiseError
from facewise.i18n import _
from facewise.signing.verdict import Kind
from facewise.store.pins import pin


class NotReadableError(FacewiseError):
    """The file is no PDF that can be read."""

    sentence = N_("{file} cannot be read as a PDF. Ask for the original file, not a scan or a photograph.")


class NotOneFileError(FacewiseError):
    """A fingerprint was compared, but there is no single signed PDF it could belong to."""

    sentence = N_("A fingerprint is compared with the signers of one PDF. Name that PDF.")


def verify_file(file: Path, *, as_json: bool, compared: str = "") -> int:
    """Print what is found and return the exit code; `compared` are digits that a signer has read out."""
    if file.suffix.lower() == ".facewise":
        from facewise.cli.versions import verify_versions

        if compared:
            raise NotOneFileError
        return verify_versions(file, as_json=as_json)
    found, agrees = check_file(file, signing_time()), True
    if compared:
        found, agrees = _compared(found, compared)
    if as_json:
        print(json.dumps(plain(found), ensure_ascii=False, indent=1))
    elif found.verdict.kind is Kind.NOT_READABLE:
        raise NotReadableError(file=file.name)
    else:
        print("\n".join(lines(found)))
    if not agrees:
        print(_no_such_signer(found), file=sys.stderr)
    if found.verdict.kind is Kind.NOT_READABLE:
        return UNUSABLE
    return FINE if found.holds and agrees else FOUND


def _compared(found: Checked, digits: str) -> tuple[Checked, bool]:
    """Return what is found once the signer of these digits is known, and whether there is one."""
    signer = signer_of(found, digits)
    if signer is None:
        return found, False
    pin(signer, signing_time())
    return check_pdf(found.name, found.pdf, signing_time()), True


def _no_such_signer(found: Checked) -> str:
    if not found.verdict.intact:
        return _("The file is not intact, so none of its signers is remembered.")
    return _(
        "None of the signers has this fingerprint, so nobody is remembered. Give at least 16 digits, as they "
        "were read out; if they are right, somebody else has signed this file."
    )
