"""Where the program keeps what belongs to its user: identities, pins, settings, recent files."""

import os
from pathlib import Path


def home() -> Path:
    """Return the user's folder of this program; FACEWISE_HOME names another, as on a memory stick."""
    other = os.environ.get("FACEWISE_HOME")
    if other:
        return Path(other)
    from platformdirs import user_data_path

    return user_data_path("facewise", appauthor=False)


def private_folder(name: str) -> Path:
    """Return a folder in the user's folder, made where it is missing, that only its user can read."""
    folder = home() / name
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
