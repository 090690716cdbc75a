"""The small pack, whole or broken in one place."""

import shutil
from pathlib import Path

import pytest
from tests.content.small_pack import SMALL, Break, SmallPack

from facewise.content.mistakes import ContentError


@pytest.fixture
def small(tmp_path: Path) -> SmallPack:
    made = SmallPack(Path(shutil.copytree(SMALL, tmp_path / "small")))
    made.translate()
    return made


@pytest.fixture
def broken(small: SmallPack) -> Break:
    """Change one place of the small pack and return what is wrong with it then."""

    def change(file: str, old: str, new: str) -> list[ContentError]:
        small.change(file, old, new)
        small.translate()
        return small.faults()

    return change
