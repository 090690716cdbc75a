"""The command that makes the signs of a site, as they were designed or as its options say."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from facewise.assessment.assess import assess
from facewise.cli.codes import FINE, UNUSABLE
from facewise.cli.terminal import write_into
from facewise.errors import N_, FacewiseError
from facewise.i18n import Edition, tell
from facewise.paper.design import ColourName, Design, Size, left_out
from facewise.paper.pdf.shown import check_characters
from facewise.paper.pdf.sign import code_left_out
from facewise.paper.pdf.sign_files import Format, sign_file
from facewise.paper.sign_errors import EnglishAloneError
from facewise.paper.sign_model import KINDS, Kind, Refusal, Sign
from facewise.paper.signs import designs
from facewise.store.designs import design_of
from facewise.store.naming import design_name
from facewise.store.opening import Opened, open_site
from facewise.store.reading import TooLargeFileError, read_file


class NoSignError(FacewiseError):
    """No face is recognised, so there is nothing to put up a sign about."""

    sentence = N_("By these answers no face is recognised here, so there is no sign to put up.")


class NoSuchSignError(FacewiseError):
    """A kind of sign that these answers do not lead to."""

    sentence = N_("By these answers there is no sign of the kind '{kind}'.")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the options say; None and empty where they say nothing."""

    edition: Edition
    kinds: Sequence[Kind] = KINDS
    size: Size | None = None
    landscape: bool = False
    colour: ColourName | None = None
    logo: Path | None = None
    bleed: bool = False
    formats: Sequence[Format] = ("pdf",)

    def over(self, design: Design, logo: bytes | None) -> Design:
        """Return a design with what the options say otherwise."""
        return replace(
            design,
            edition=self.edition,
            size=self.size or design.size,
            landscape=self.landscape or design.landscape,
            colour=self.colour or design.colour,
            bleed=self.bleed or design.bleed,
            logo=design.logo if logo is None else logo,
        )


def make_signs(file: Path, folder: Path, asked: Asked) -> int:
    """Write the signs that the answers of an assessment allow; say on stderr why others cannot be made."""
    opened = open_site(file)
    check_characters(opened.pack, opened.site.answers)
    logo = _logo(asked.logo) if asked.logo else None
    count = 0
    for sign in _wanted(opened, asked.kinds):
        design = asked.over(design_of(opened.site, sign.key, sign.kind), logo)
        for error in left_out(opened.pack, sign, design):
            if not isinstance(error, EnglishAloneError):  # each language is a file of its own here
                print(f"{sign.number}: {tell(error)}", file=sys.stderr)
        if lacking := code_left_out(sign, design):
            print(f"{sign.number}: {tell(lacking)}", file=sys.stderr)
        for form in asked.formats:
            print(write_into(folder, design_name(sign, design, form), sign_file(sign, design, form)))
            count += 1
    return FINE if count else UNUSABLE


def _wanted(opened: Opened, kinds: Iterable[Kind]) -> list[Sign]:
    pack, answers = opened.pack, opened.site.answers
    found = designs(pack, answers, assess(pack, answers))
    if not found:
        raise NoSignError
    for kind in kinds:
        if set(kinds) != set(KINDS) and kind not in {each.kind for each in found}:
            raise NoSuchSignError(kind=kind)
    chosen = [each for each in found if each.kind in kinds]
    for refused in chosen:
        if isinstance(refused, Refusal):
            print(tell(refused.reason), file=sys.stderr)
    return [each for each in chosen if isinstance(each, Sign)]


def _logo(path: Path) -> bytes:
    from facewise.paper.pdf.logo import LARGEST, LogoTooLargeError, read_logo

    try:
        data = read_file(path, LARGEST)
    except TooLargeFileError as error:
        raise LogoTooLargeError(size=f"> {LARGEST // 1024 // 1024} MB") from error
    read_logo(data)
    return data
