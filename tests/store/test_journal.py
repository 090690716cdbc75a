from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from facewise.assessment.answers import Answer, Answers
from facewise.store.journal import Journal

NOW = datetime(2026, 11, 22, 14, 32, tzinfo=UTC)
ONE = Answers(on=date(2026, 11, 22), site={"a": Answer(value="yes", note="䶮先生")})
TWO = ONE.put("b", None, Answer(value="no"))


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "shop.facewise")


def lines(home: Path) -> Path:
    (file,) = (home / "journals").iterdir()
    return file


def test_what_was_noted_last_is_unsaved(journal: Journal) -> None:
    journal.note(NOW, "1", ONE)
    journal.note(NOW, "2", TWO)
    unsaved = journal.unsaved()
    assert unsaved is not None
    assert (unsaved.at, unsaved.base, unsaved.answers) == (NOW, "2", TWO)


def test_a_line_that_was_cut_leaves_the_one_before(journal: Journal, home: Path) -> None:
    journal.note(NOW, "1", ONE)
    journal.note(NOW, "1", TWO)
    file = lines(home)
    file.write_bytes(file.read_bytes()[:-40])
    unsaved = journal.unsaved()
    assert unsaved is not None
    assert unsaved.answers == ONE


@pytest.mark.parametrize(
    "line", [b"\xff", b"[]", b"{}", b'{"answers": {"on": 3}}', b'{"answers": 1, "at": "x"}']
)
def test_lines_that_are_none_are_passed_over(journal: Journal, home: Path, line: bytes) -> None:
    journal.note(NOW, "1", ONE)
    lines(home).write_bytes(line)
    assert journal.unsaved() is None


def test_what_is_saved_is_forgotten(journal: Journal) -> None:
    journal.clear()
    journal.note(NOW, "1", ONE)
    journal.clear()
    assert journal.unsaved() is None


def test_what_does_not_fit_any_more_is_kept_aside(journal: Journal) -> None:
    journal.note(NOW, "1", ONE)
    kept = journal.set_aside(NOW)
    assert journal.unsaved() is None
    assert "䶮先生" in kept.read_text("utf-8")


def test_two_files_have_two_journals(journal: Journal, tmp_path: Path) -> None:
    journal.note(NOW, "1", ONE)
    assert Journal(tmp_path / "other.facewise").unsaved() is None


def test_a_home_that_takes_no_journal_only_costs_the_journal(journal: Journal, home: Path) -> None:
    home.write_text("a file in its place")
    journal.note(NOW, "1", ONE)
    journal.clear()
    assert journal.unsaved() is None
