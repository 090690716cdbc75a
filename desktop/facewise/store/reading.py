"""Reading the user's files: whole, but never more than a limit, and with one sentence where it fails."""

from pathlib import Path

from facewise.errors import N_, FacewiseError, NoSuchFileError


class UnreadableFileError(FacewiseError):
    """The file is there, but the system does not give it out."""

    sentence = N_("{file} could not be read: {why}. Check that it is a file and that you may open it.")


class TooLargeFileError(FacewiseError):
    """The file is larger than what is expected at its place."""

    sentence = N_("{file} is larger than {limit} MB and was not opened.")


def read_file(path: Path, most: int) -> bytes:
    """Return the bytes of a file of at most so many bytes.

    Raises NoSuchFileError, UnreadableFileError, TooLargeFileError.
    """
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except FileNotFoundError as error:
        raise NoSuchFileError(file=path) from error
    except (OSError, ValueError) as error:
        raise UnreadableFileError(file=path, why=getattr(error, "strerror", None) or error) from error
    if len(data) > most:
        raise TooLargeFileError(file=path, limit=most // 1024 // 1024)
    return data
