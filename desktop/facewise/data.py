"""Where the program's own data lies: beside the package in a checkout, inside it when installed."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent


@cache
def folder(name: str) -> Path:
    """Return the folder `questionnaires`, `translations` or `resources`, whichever way we were installed."""
    packaged = _PACKAGE / name
    return packaged if packaged.is_dir() else _PACKAGE.parents[1] / name


def is_checkout() -> bool:
    """Return whether we run from a checkout, where sources are compiled on first use."""
    return not (_PACKAGE / "questionnaires").is_dir()


def fingerprint(*files: Path) -> str:
    """Return the SHA-256 over names and bytes of files, the key under which compiled forms are kept."""
    import hashlib

    digest = hashlib.sha256()
    for file in sorted(files):
        content = file.read_bytes()
        digest.update(f"{file.name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def compiled(key: str, suffix: str, build: Callable[[], bytes]) -> bytes:
    """Return what `build` makes, from the user's cache where it was built before under the same key.

    A cache that cannot be read or written only costs time.
    """
    from platformdirs import user_cache_path

    file = user_cache_path("facewise", appauthor=False) / (key + suffix)
    try:
        return file.read_bytes()
    except OSError:
        made = build()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        draft = file.with_suffix(f"{suffix}.{id(made):x}")
        draft.write_bytes(made)
        draft.replace(file)
    except OSError:
        pass
    return made
