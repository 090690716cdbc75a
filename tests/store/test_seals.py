"""The seal of an identity is kept for its user alone."""

from pathlib import Path

import pytest
from tests.signing.pictures import seal

from facewise.signing.seal import SealPictureError, SealSizeError
from facewise.store.seals import keep_seal, remove_seal, seal_of, set_seal_size

WHO = "A" * 64


def test_a_seal_is_kept_replaced_and_removed(tmp_path: Path) -> None:
    assert seal_of(WHO) is None
    file = tmp_path / "seal.png"
    file.write_bytes(seal(200))
    keep_seal(WHO, file, transparent=True)
    first = seal_of(WHO)
    keep_seal(WHO, file, transparent=False)
    second = seal_of(WHO)
    assert first is not None
    assert second is not None
    assert first.png != second.png
    assert second.millimetres == 40
    remove_seal(WHO)
    remove_seal(WHO)
    assert seal_of(WHO) is None


def test_only_its_user_can_read_it(tmp_path: Path, home: Path) -> None:
    (tmp_path / "seal.png").write_bytes(seal(100))
    keep_seal(WHO, tmp_path / "seal.png", transparent=True)
    (kept,) = (home / "seals").iterdir()
    assert kept.stat().st_mode & 0o077 == 0


def test_what_is_no_picture_replaces_none(tmp_path: Path) -> None:
    (tmp_path / "seal.png").write_bytes(b"nothing")
    with pytest.raises(SealPictureError):
        keep_seal(WHO, tmp_path / "seal.png", transparent=True)
    assert seal_of(WHO) is None


def test_the_size_is_kept_with_the_seal_and_what_does_not_fit_is_refused(tmp_path: Path, home: Path) -> None:
    (tmp_path / "seal.png").write_bytes(seal(100))
    keep_seal(WHO, tmp_path / "seal.png", transparent=True)
    set_seal_size(WHO, 45)
    found = seal_of(WHO)
    assert found is not None
    assert found.millimetres == 45
    with pytest.raises(SealSizeError):
        set_seal_size(WHO, 5)
    for content in ("x", "500", ""):
        (home / "seals" / f"{WHO}.mm").write_text(content)
        again = seal_of(WHO)
        assert again is not None
        assert again.millimetres == 40
    remove_seal(WHO)
    assert list((home / "seals").iterdir()) == []
