"""The command that writes a result in other forms."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from facewise.assessment.assess import assess
from facewise.cli.clock import now
from facewise.cli.codes import FINE, UNUSABLE
from facewise.cli.terminal import WrongEndingError, write_into
from facewise.errors import N_, FacewiseError
from facewise.i18n import Edition, current
from facewise.paper.documents.kinds import Withheld
from facewise.store.exporting import FORMATS, Exported, Format, Source, export
from facewise.store.opening import open_site

_ENDINGS: Final[dict[Format, str]] = {form: f".{form}" for form in FORMATS} | {"answers": ".json"}


class SeveralFilesError(FacewiseError):
    """A format that makes several files, where one was named."""

    sentence = N_("{file}: this makes {count} files. Name a folder, or one paper with --only.")


def export_files(
    file: Path,
    output: Path,
    forms: Sequence[Format],
    edition: Edition,
    *,
    only: Sequence[str],
    private: bool,
) -> int:
    """Write the forms of a result into a folder, or one into a file; say on stderr what is withheld."""
    chosen = _forms(output, forms)
    opened = open_site(file)
    answers = opened.site.answers
    source = Source(opened.pack, opened.site, assess(opened.pack, answers), now())
    found = [one for form in chosen for one in export(source, form, edition, only=only, private=private)]
    for one in found:
        if isinstance(one, Withheld):
            name = " ".join(filter(None, (one.title[current()], one.use)))
            print(f"{name}: {one.reason[current()]}", file=sys.stderr)
    made = [one for one in found if isinstance(one, Exported)]
    for path, data in _placed(output, made):
        print(write_into(path.parent, path.name, data))
    return FINE if made else UNUSABLE


def _forms(output: Path, forms: Sequence[Format]) -> Sequence[Format]:
    """A file says by its ending which form it takes; a folder takes all unless some are named.

    Raises WrongEndingError.
    """
    ending = output.suffix.lower()
    if output.is_dir() or ending not in _ENDINGS.values():
        return forms or FORMATS
    known = [form for form in ("json", *FORMATS) if _ENDINGS[form] == ending]
    for form in forms:
        if form not in known:
            raise WrongEndingError(file=output, ending=_ENDINGS[form])
    return (forms or known)[:1]


def _placed(output: Path, made: Sequence[Exported]) -> Iterator[tuple[Path, bytes]]:
    """Where each file goes; beside a file of answers goes the evidence that it names.

    Raises SeveralFilesError.
    """
    if output.is_dir() or output.suffix.lower() not in _ENDINGS.values():
        yield from ((output / one.name, one.data) for one in made)
        return
    apart = [one for one in made if "/" not in one.name]
    if len(apart) > 1:
        raise SeveralFilesError(file=output, count=len(apart))
    for one in made:
        yield (output if one in apart else output.parent / one.name), one.data
