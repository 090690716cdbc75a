"""Files are read whole or refused in one sentence."""

from pathlib import Path

import pytest

from facewise.errors import NoSuchFileError
from facewise.i18n import tell
from facewise.store.reading import TooLargeFileError, UnreadableFileError, read_file


def test_a_file_is_read_up_to_its_limit(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"12345")
    assert read_file(path, 5) == b"12345"
    with pytest.raises(TooLargeFileError):
        read_file(path, 4)


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoSuchFileError):
        read_file(tmp_path / "none", 5)
    for path in (tmp_path, Path("a\0b")):
        with pytest.raises(UnreadableFileError) as error:
            read_file(path, 5)
        assert str(path) in tell(error.value, "en")
