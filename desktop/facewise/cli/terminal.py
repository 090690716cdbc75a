"""What stands between a command and the user's files and screen."""

from pathlib import Path

from facewise.errors import N_, FacewiseError
from facewise.i18n import LANGUAGES, Edition, Language
from facewise.store.replacing import NotWrittenError, replace_file


class WrongEndingError(FacewiseError):
    """The file to write has a name that the program would not open again."""

    sentence = N_("{file}: the name must end in {ending}.")


def languages(edition: Edition) -> tuple[Language, ...]:
    """Return the languages of an edition, Chinese first."""
    return LANGUAGES if edition == "both" else (edition,)


def write_into(folder: Path, name: str, data: bytes) -> Path:
    """Write a file into a folder, which is made where it is missing, and return its path.

    Raises NotWrittenError.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotWrittenError(file=folder, why=error.strerror or error) from error
    replace_file(folder / name, data)
    return folder / name


def ending_in(ending: str, path: Path) -> Path:
    """Return a path that has an ending.

    Raises WrongEndingError.
    """
    if path.suffix.lower() != ending:
        raise WrongEndingError(file=path, ending=ending)
    return path
