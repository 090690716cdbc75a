"""The words of `sign` and `trust`."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from facewise.i18n import _

Add = Callable[[Any, str, str, Callable[[argparse.Namespace], int]], argparse.ArgumentParser]
_LEVELS = ("B-T", "B-LT", "B-LTA")


def add_sign(commands: Any, add: Add) -> argparse.ArgumentParser:  # noqa: ANN401, argparse keeps this type to itself
    """Return the parser of `sign`, which is still to be told language and passphrase."""
    parser = add(commands, "sign", _("sign a report, or the report of an assessment"), _sign)
    parser.add_argument("file", type=Path, metavar="FILE", help=_("REPORT.pdf, or SITE.facewise"))
    who = _("the identity to sign with: its name, or the first digits of its fingerprint")
    parser.add_argument("--identity", metavar=_("NAME"), help=who)
    parser.add_argument(
        "--countersign",
        action="store_true",
        help=_("sign after the owner: as consultant, or as a further one"),
    )
    where = _("where to put the signed PDF (default: in place, or beside the assessment)")
    parser.add_argument("-o", "--output", type=Path, metavar=_("FILE"), help=where)
    _add_manner(parser)
    _add_paper(parser)
    return parser


def add_trust(steps: Any, add: Add) -> None:  # noqa: ANN401, as above
    """Add the steps of `trust` to its parser."""
    parser = add(steps, "add", _("trust a certificate, and all that it has issued"), _trust)
    parser.add_argument("file", type=Path, metavar="FILE", help=_("the certificate: .pem, .crt, .cer, .der"))
    add(steps, "list", _("the certificates that are trusted"), _list)
    parser = add(steps, "remove", _("trust it no longer"), _distrust)
    about = _("its name, or the first digits of its fingerprint")
    parser.add_argument("name", metavar=_("NAME"), help=about)


def _add_manner(parser: argparse.ArgumentParser) -> None:
    address = _("let this timestamp service note the time; otherwise nothing is asked of the network")
    parser.add_argument("--timestamp", default="", metavar=_("ADDRESS"), help=address)
    level = _(
        "B-T: the time is noted; B-LT: with proof that the certificates are good; B-LTA: for long keeping"
    )
    parser.add_argument("--level", choices=_LEVELS, default=_LEVELS[-1], help=level)
    parser.add_argument("--no-seal", action="store_true", help=_("leave the picture of the seal away"))
    token = _("sign with a key in a token: the library (.so, .dll) of its vendor")
    parser.add_argument("--token", type=Path, metavar=_("LIBRARY"), help=token)


def _add_paper(parser: argparse.ArgumentParser) -> None:
    scans = _("the sealed paper, scanned: PDF or pictures, kept in the assessment with hash and date")
    parser.add_argument("--scan", type=Path, nargs="+", default=[], metavar=_("FILE"), help=scans)
    report = _("keep this report of the assessment in it: countersigned since, or printed and sealed")
    parser.add_argument("--keep", type=Path, metavar="REPORT.pdf", help=report)
    number = _("to which signed version the scans belong (default: the last)")
    parser.add_argument("--number", type=int, metavar="N", help=number)


def _sign(asked: argparse.Namespace) -> int:
    from facewise.cli.signing import How, keep_files, sign_file

    if asked.scan or asked.keep:
        return keep_files(asked.file, asked.keep, asked.scan, asked.number)
    how = How(
        asked.identity or "",
        from_stdin=asked.passphrase_stdin,
        token=asked.token,
        address=asked.timestamp,
        level=asked.level,
        with_seal=not asked.no_seal,
    )
    return sign_file(asked.file, asked.output, how, asked.language, countersign=asked.countersign)


def _trust(asked: argparse.Namespace) -> int:
    from facewise.cli.trust import add

    return add(asked.file)


def _list(_asked: argparse.Namespace) -> int:
    from facewise.cli.trust import list_all

    return list_all()


def _distrust(asked: argparse.Namespace) -> int:
    from facewise.cli.trust import remove

    return remove(asked.name)
