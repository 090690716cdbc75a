"""A file is put in place whole or not at all."""

import os
import sys
from pathlib import Path

import pytest

from facewise.store import replacing
from facewise.store.replacing import NotWrittenError, keep_copy, replace_file

posix = pytest.mark.skipif(sys.platform == "win32", reason="links and modes are those of POSIX")


def test_a_new_file_gets_the_usual_mode(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.write_bytes(b"")
    replace_file(tmp_path / "new", b"content")
    assert (tmp_path / "new").read_bytes() == b"content"
    assert (tmp_path / "new").stat().st_mode == usual.stat().st_mode


@posix
def test_mode_and_link_are_kept(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_bytes(b"before")
    real.chmod(0o640)
    link.symlink_to(real)
    replace_file(link, b"after")
    assert link.is_symlink()
    assert real.read_bytes() == b"after"
    assert real.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("place", ["none/file", "file/below", "."])
def test_where_nothing_can_be_written_nothing_changes(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_bytes(b"before")
    with pytest.raises(NotWrittenError):
        replace_file(tmp_path / place, b"after")
    assert (tmp_path / "file").read_bytes() == b"before"
    assert os.listdir(tmp_path) == ["file"]  # noqa: PTH208, also hidden names


@posix
def test_a_ring_of_links_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(NotWrittenError):
        replace_file(tmp_path / "a", b"")


def test_what_is_read_back_differently_is_not_put_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"before")
    monkeypatch.setattr(os, "fsync", lambda handle: os.ftruncate(handle, 2))
    with pytest.raises(NotWrittenError):
        replace_file(path, b"after")
    assert path.read_bytes() == b"before"
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_a_folder_that_cannot_be_synced_does_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise OSError

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", refuse)
        replacing._sync_folder(tmp_path)
    monkeypatch.setattr(os, "fsync", refuse)
    replacing._sync_folder(tmp_path)


def test_the_latest_three_copies_are_kept(tmp_path: Path) -> None:
    path, copies = tmp_path / "a.facewise", tmp_path / "copies"
    keep_copy(path, copies)
    assert not copies.exists()
    for content in (b"1", b"2", b"3", b"4"):
        path.write_bytes(content)
        keep_copy(path, copies)
    assert {each.name: each.read_bytes() for each in copies.iterdir()} == {
        "a.facewise.1": b"4",
        "a.facewise.2": b"3",
        "a.facewise.3": b"2",
    }
