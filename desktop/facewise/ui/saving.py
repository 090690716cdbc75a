"""Putting files that were made where they are wanted; without Qt."""

from collections.abc import Callable, Sequence
from pathlib import Path

from facewise.store.replacing import replace_file
from facewise.ui.making import Made, named


def in_the_way(folder: Path, made: Sequence[Made]) -> tuple[str, ...]:
    """Return the names under which a folder already has other files than those that were made."""
    return tuple(one.name for one in made if _is_other(folder / one.name, one.content))


def put_all(
    folder: Path, made: Sequence[Made], tell: Callable[[int, int], None], *, replace: bool
) -> list[Path]:
    """Write files into a folder and return where they are; what is in the way is replaced, or both stay.

    Raises NotWrittenError.
    """
    written = []
    for number, one in enumerate(made):
        tell(number, len(made))
        written.append(put(folder, one, replace=replace))
    return written


def put(folder: Path, made: Made, *, replace: bool = False) -> Path:
    """Write a file into a folder and return where; unless it is to be replaced, another file stays.

    Raises NotWrittenError.
    """
    tried, path = 1, folder / made.name
    while not replace and _is_other(path, made.content):
        tried += 1
        path = folder / named(made.name, f" ({tried})")
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, made.content)
    return path


def _is_other(path: Path, content: bytes) -> bool:
    """Whether something else is there; what cannot be read counts as something else."""
    try:
        return path.exists() and path.read_bytes() != content
    except OSError:
        return True
