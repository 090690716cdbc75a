"""What may be said to the command that makes signs."""

import argparse
from pathlib import Path

from facewise.i18n import _
from facewise.paper.design import COLOUR_NAMES, SIZES
from facewise.paper.sign_model import KINDS

FORMATS = ("pdf", "svg", "png")


def add_signs(parser: argparse.ArgumentParser) -> None:
    """Add the options; each stands over how the sign was designed in the window."""
    kinds = ", ".join(KINDS)
    which = _("only signs of this kind ({kinds}); may be given several times").format(kinds=kinds)
    parser.add_argument("--kind", action="append", choices=KINDS, default=[], metavar=_("KIND"), help=which)
    parser.add_argument(
        "--size", choices=SIZES, help=_("paper size; a sticker is 100 mm (default: as designed, else A4)")
    )
    parser.add_argument("--landscape", action="store_true", help=_("on its long side"))
    parser.add_argument(
        "--format",
        type=_formats,
        default=("pdf",),
        metavar="pdf,svg,png",
        help=_("one or several formats; PNG has 300 dots to the inch (default: pdf)"),
    )
    parser.add_argument("--colour", choices=COLOUR_NAMES, help=_("the colour of the panel"))
    parser.add_argument("--logo", type=Path, metavar=_("FILE"), help=_("a logo: PNG, JPEG or SVG"))
    parser.add_argument(
        "--bleed", action="store_true", help=_("3 mm of bleed and crop marks, for a print shop")
    )


def run_signs(asked: argparse.Namespace) -> int:
    """Make what was asked for and return the exit code."""
    from facewise.cli.signs import Asked, make_signs

    said = Asked(
        edition=asked.language,
        kinds=tuple(asked.kind) or KINDS,
        size=asked.size,
        landscape=asked.landscape,
        colour=asked.colour,
        logo=asked.logo,
        bleed=asked.bleed,
        formats=asked.format,
    )
    return make_signs(asked.site, asked.output, said)


def _formats(written: str) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(part.strip().lower() for part in written.split(",")))
    if not set(found) <= set(FORMATS):
        raise argparse.ArgumentTypeError(_("choose from {formats}").format(formats=", ".join(FORMATS)))
    return found
