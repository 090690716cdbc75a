"""The words of the command line: what may be said, and which function of which room then runs."""

import argparse
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from facewise.cli.usage import translate
from facewise.errors import N_, FacewiseError
from facewise.i18n import _, current

Parsers = Any  # argparse keeps the type of its sub-parsers to itself


class UsageError(FacewiseError):
    """Words that no command takes."""

    sentence = N_("{command}: {problem}. Type '{command} --help' to see how it is written.")


class NotADayError(FacewiseError):
    """Something else where a day belongs."""

    sentence = N_("'{value}' is not a day. Write it like 2026-11-20.")


def command(words: Sequence[str]) -> Callable[[], int]:
    """Return what the words ask for, ready to run.

    Raises UsageError, NotADayError.
    """
    translate()
    arguments = _parser().parse_args(words)
    return partial(arguments.run, arguments)


class _Parser(argparse.ArgumentParser):
    """A parser whose mistakes are one sentence."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(command=self.prog, problem=message)


class _Version(argparse.Action):
    """Prints the version, which takes a while to find, only when asked."""

    def __call__(self, parser: argparse.ArgumentParser, *_rest: object) -> None:
        from importlib.metadata import version

        print("facewise", version("facewise"))
        parser.exit()


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="facewise",
        description=_("Face recognition at your place, checked against the Measures. Alone: the window."),
        epilog=_("Exit codes: 0 fine; 1 a red line, or a document that is not as signed; 2 unusable input."),
    )
    parser.add_argument("--version", action=_Version, nargs=0, help=_("show the version and exit"))
    commands = parser.add_subparsers(metavar=_("COMMAND"), required=True, dest="command")
    papers = (_report, _signs, _documents, _export, _sign, _verify)
    for add in (_check, _import, *papers, _identity, _trust, _sample, _questionnaire):
        add(commands)
    return parser


def _add(commands: Parsers, name: str, about: str, run: Callable[[argparse.Namespace], int]) -> _Parser:
    parser: _Parser = commands.add_parser(name, help=about, description=about)
    parser.set_defaults(run=run)
    return parser


def _check(commands: Parsers) -> None:
    def run(asked: argparse.Namespace) -> int:
        from facewise.cli.check import check

        return check(asked.site, asked.language, on=asked.on, as_json=asked.json)

    parser = _add(commands, "check", _("grade, score, red lines and first actions on the terminal"), run)
    _site(parser)
    parser.add_argument("--json", action="store_true", help=_("everything that was found, as JSON"))
    parser.add_argument("--on", type=_day, metavar=_("DATE"), help=_("as of another day, like 2026-11-20"))
    _language(parser)


def _import(commands: Parsers) -> None:
    def run(asked: argparse.Namespace) -> int:
        from facewise.cli.making import import_answers

        return import_answers(asked.answers, asked.output)

    parser = _add(commands, "import", _("make an assessment from a file of answers"), run)
    parser.add_argument("answers", type=Path, metavar="ANSWERS", help=_("a YAML or JSON file"))
    _output(parser, _("the assessment to write, NAME.facewise"))


def _report(commands: Parsers) -> None:
    def run(asked: argparse.Namespace) -> int:
        from facewise.cli.making import make_report

        signer = asked.sign and (asked.sign, asked.passphrase_stdin)
        return make_report(asked.site, asked.output, asked.language, draft=asked.draft, signer=signer)

    parser = _add(commands, "report", _("the self-assessment report as PDF"), run)
    _site(parser)
    _output(parser, _("the folder to put it in"))
    _language(parser)
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--draft", action="store_true", help=_("mark it as a draft, which cannot be signed"))
    how.add_argument("--sign", metavar=_("NAME"), help=_("sign it with this identity"))
    _passphrase(parser)


def _signs(commands: Parsers) -> None:
    from facewise.cli.sign_arguments import add_signs, run_signs

    parser = _add(commands, "signs", _("the signs to put up, as PDF, SVG or PNG"), run_signs)
    _site(parser)
    _output(parser, _("the folder to put them in"))
    add_signs(parser)
    _language(parser)


def _documents(commands: Parsers) -> None:
    def run(asked: argparse.Namespace) -> int:
        from facewise.cli.documents import make_documents

        return make_documents(asked.site, asked.output, asked.language, only=tuple(asked.only))

    parser = _add(commands, "documents", _("the papers to show, hand out and keep, as PDF"), run)
    _site(parser)
    _output(parser, _("the folder to put them in"))
    which = _("only this paper, like notice or consent; may be given several times")
    parser.add_argument("--only", action="append", default=[], metavar="ID", help=which)
    _language(parser)


def _export(commands: Parsers) -> None:
    from facewise.cli.export_arguments import add_export

    _language(add_export(commands, _add))


def _sign(commands: Parsers) -> None:
    from facewise.cli.signing_arguments import add_sign

    parser = add_sign(commands, _add)
    _language(parser)
    _passphrase(parser)


def _trust(commands: Parsers) -> None:
    from facewise.cli.signing_arguments import add_trust

    about = _("the certificates that are trusted with all they have issued")
    parser: _Parser = commands.add_parser("trust", help=about, description=about)
    add_trust(parser.add_subparsers(metavar=_("COMMAND"), required=True, dest="step"), _add)


def _verify(commands: Parsers) -> None:
    def run(asked: argparse.Namespace) -> int:
        from facewise.cli.verify import verify_file

        return verify_file(asked.file, as_json=asked.json, compared=asked.compared)

    about = _("is a report intact, who signed it and when, and does its result follow from the answers")
    parser = _add(commands, "verify", about, run)
    parser.add_argument(
        "file",
        type=Path,
        metavar="FILE",
        help=_("the PDF to check, or an assessment with what was signed in it; it is never changed"),
    )
    parser.add_argument("--json", action="store_true", help=_("the verdict as JSON"))
    digits = _(
        "the fingerprint as the signer has read it out (16 digits or more): if it is that of the file, the "
        "signer is known from now on"
    )
    parser.add_argument("--compared", default="", metavar=_("DIGITS"), help=digits)


def _identity(commands: Parsers) -> None:
    from facewise.cli.identity_arguments import add_identity

    about = _("identities to sign with: make, bring in, list, show, pass on, back up, remove")
    parser: _Parser = commands.add_parser("identity", help=about, description=about)
    add_identity(parser.add_subparsers(metavar=_("COMMAND"), required=True, dest="step"), _add)


def _sample(commands: Parsers) -> None:
    def run(asked: argparse.Namespace) -> int:
        from facewise.cli.making import make_sample

        return make_sample(asked.name, asked.output)

    parser = _add(commands, "sample", _("an invented business to look at; samples cannot be signed"), run)
    parser.add_argument("name", choices=("shop", "gate", "attendance", "hotel"), help=_("which one"))
    _output(parser, _("the assessment to write, NAME.facewise"))


def _questionnaire(commands: Parsers) -> None:
    from facewise.cli.questionnaire_arguments import add_questionnaire

    about = _("the questionnaire itself: check its files, print it blank, or an answers file to fill in")
    parser: _Parser = commands.add_parser("questionnaire", help=about, description=about)
    add_questionnaire(parser.add_subparsers(metavar=_("COMMAND"), required=True, dest="step"), _add)


def _site(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("site", type=Path, metavar="SITE.facewise", help=_("the assessment"))


def _output(parser: argparse.ArgumentParser, about: str) -> None:
    parser.add_argument("-o", "--output", type=Path, required=True, metavar=_("PATH"), help=about)


def _language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--language",
        choices=("zh", "en", "both"),
        default=current(),
        help=_("Chinese, English, or both (default: FACEWISE_LANGUAGE, else the system's)"),
    )


def _passphrase(parser: argparse.ArgumentParser) -> None:
    about = _("read the passphrase from the first line of standard input")
    parser.add_argument("--passphrase-stdin", action="store_true", help=about)


def _day(written: str) -> date:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        day = None
    if day is None or day.isoformat() != written:
        raise NotADayError(value=written)
    return day
