"""A desktop of its own for each test of the window from outside."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.ui.outside.desk import Desk, desk, hindrance


@pytest.fixture(name="desk")
def a_desk() -> Iterator[Desk]:
    """A desktop with nothing on it yet; its folder has a short name, as sockets need."""
    reason = hindrance()
    if reason:
        pytest.skip(reason)
    with tempfile.TemporaryDirectory(prefix="desk") as folder, desk(Path(folder)) as made:
        yield made
        sys.stdout.write(made.told())
