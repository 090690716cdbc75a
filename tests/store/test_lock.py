import getpass
import json
import platform
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from facewise.i18n import tell
from facewise.store.lock import HeldBySomebodyError, HeldError, claim

NOW = datetime(2026, 11, 22, 14, 32, tzinfo=UTC)
OTHER = """
import sys
from datetime import datetime, UTC
from pathlib import Path
from facewise.store.lock import claim
right = claim(Path(sys.argv[1]), datetime(2026, 11, 22, 9, 5, tzinfo=UTC))
print("claimed", flush=True)
sys.stdin.readline()
right.release()
print("released", flush=True)
sys.stdin.readline()
"""


@contextmanager
def other_process(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has claimed a file; a line from us makes it release the file."""
    command = [sys.executable, "-c", OTHER, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "claimed\n"
        yield process
        process.kill()


def test_the_second_process_is_told_who_has_the_file_where_and_since_when(tmp_path: Path) -> None:
    path = tmp_path / "shop.facewise"
    with other_process(path), pytest.raises(HeldError) as refused:
        claim(path, NOW)
    fields = {"user": getpass.getuser(), "host": platform.node(), "since": "2026-11-22 09:05"}
    assert refused.value.fields == fields
    assert "2026-11-22 09:05" in tell(refused.value, "en")


def test_a_file_is_free_again_after_its_process_was_killed(tmp_path: Path) -> None:
    path = tmp_path / "shop.facewise"
    with other_process(path) as process:
        process.kill()
        process.wait()
        claim(path, NOW).release()


def test_a_file_is_free_again_after_it_was_released_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "shop.facewise"
    with other_process(path) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("\n")
        process.stdin.flush()
        assert process.stdout.readline() == "released\n"
        right = claim(path, NOW)
        right.release()
        right.release()
    assert list(tmp_path.glob(".*")) == []


@pytest.mark.parametrize("card", ["", "{}", "[1]", "\xff", '{"user": "", "host": "", "since": ""}'])
def test_a_card_that_says_nothing_is_no_hindrance(tmp_path: Path, card: str) -> None:
    path = tmp_path / "shop.facewise"
    with other_process(path):
        (tmp_path / ".shop.facewise.open").write_text(card, "latin-1")
        with pytest.raises(HeldBySomebodyError):
            claim(path, NOW)


def test_a_card_cannot_fill_the_screen(tmp_path: Path) -> None:
    path = tmp_path / "shop.facewise"
    with other_process(path):
        card = {"user": "x\n\u202e" * 300, "host": "h", "since": 3}
        (tmp_path / ".shop.facewise.open").write_text(json.dumps(card))
        with pytest.raises(HeldError) as refused:
            claim(path, NOW)
    assert refused.value.fields == {"user": "x" * 60, "host": "h", "since": "3"}


def test_where_no_lock_can_be_kept_nobody_is_kept_out(tmp_path: Path) -> None:
    path = tmp_path / "missing" / "shop.facewise"
    claim(path, NOW).release()
    assert not path.parent.exists()
