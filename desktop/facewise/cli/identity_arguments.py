"""The words of `identity`."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from facewise.i18n import _

Add = Callable[[Any, str, str, Callable[[argparse.Namespace], int]], argparse.ArgumentParser]
_SIZES = (38, 40, 42, 45)


def add_identity(steps: Any, add: Add) -> None:  # noqa: ANN401, argparse keeps this type to itself
    """Add the steps of `identity` to its parser."""
    _new(steps, add)
    _import(steps, add)
    add(steps, "list", _("the identities on this computer"), _list)
    _named(add(steps, "show", _("everything about one identity"), _show))
    export = _named(add(steps, "export", _("its public certificate, for those who check"), _export))
    _output(export, _("the file to write, NAME.pem"))
    backup = _named(add(steps, "backup", _("a copy of the identity, still locked"), _backup))
    _output(backup, _("the file to write, NAME.p12"))
    seal = _named(add(steps, "seal", _("the picture of a seal that its signatures show"), _seal))
    picture = seal.add_mutually_exclusive_group(required=True)
    picture.add_argument(
        "picture", type=Path, nargs="?", metavar="FILE", help=_("PNG or JPEG, or a photograph")
    )
    picture.add_argument("--remove", action="store_true", help=_("take the picture away again"))
    size = _("its width on paper in millimetres: 38, 40, 42 or 45 (default: 40)")
    seal.add_argument("--size", type=int, choices=_SIZES, metavar="MM", help=size)
    seal.add_argument("--transparent", action="store_true", help=_("leave out the paper around the seal"))
    remove = _named(add(steps, "remove", _("delete it; nobody can sign with it again"), _remove))
    remove.add_argument("--yes", action="store_true", help=_("do not ask whether you are sure"))


def _new(steps: Any, add: Add) -> None:  # noqa: ANN401, as above
    def run(asked: argparse.Namespace) -> int:
        from facewise.cli.identity import new

        return new(asked.name, asked.organisation, asked.credit_code, from_stdin=asked.passphrase_stdin)

    parser = add(steps, "new", _("make an identity: a key, locked with a passphrase"), run)
    parser.add_argument("name", metavar=_("NAME"), help=_("who signs, as it will stand in the signature"))
    parser.add_argument("--organisation", default="", metavar=_("NAME"), help=_("the business"))
    code = _("its unified social credit code")
    parser.add_argument("--credit-code", default="", metavar=_("CODE"), help=code)
    _passphrase(parser)


def _import(steps: Any, add: Add) -> None:  # noqa: ANN401, as above
    def run(asked: argparse.Namespace) -> int:
        from facewise.cli.identity import bring_in

        return bring_in(asked.file, from_stdin=asked.passphrase_stdin)

    about = _("bring in a PKCS#12 file (.p12, .pfx), such as a certificate authority gives out")
    parser = add(steps, "import", about, run)
    parser.add_argument("file", type=Path, metavar="FILE", help=_("the PKCS#12 file"))
    _passphrase(parser)


def _list(_asked: argparse.Namespace) -> int:
    from facewise.cli.identity import list_all

    return list_all()


def _show(asked: argparse.Namespace) -> int:
    from facewise.cli.identity import show

    return show(asked.name)


def _export(asked: argparse.Namespace) -> int:
    from facewise.cli.identity import export_certificate

    return export_certificate(asked.name, asked.output)


def _backup(asked: argparse.Namespace) -> int:
    from facewise.cli.identity import back_up

    return back_up(asked.name, asked.output)


def _seal(asked: argparse.Namespace) -> int:
    from facewise.cli.identity import set_seal

    return set_seal(asked.name, asked.picture, transparent=asked.transparent, size=asked.size)


def _remove(asked: argparse.Namespace) -> int:
    from facewise.cli.identity import remove_for_good

    return remove_for_good(asked.name, is_sure=asked.yes)


def _named(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    about = _("its name, or the first digits of its fingerprint")
    parser.add_argument("name", metavar=_("NAME"), help=about)
    return parser


def _output(parser: argparse.ArgumentParser, about: str) -> None:
    parser.add_argument("-o", "--output", type=Path, required=True, metavar=_("FILE"), help=about)


def _passphrase(parser: argparse.ArgumentParser) -> None:
    about = _("read the passphrase from the first line of standard input")
    parser.add_argument("--passphrase-stdin", action="store_true", help=about)
