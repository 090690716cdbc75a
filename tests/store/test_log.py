"""The log: each line is bound to the one before, so none can be changed, taken out or put in."""

from datetime import UTC, datetime, timedelta

import pytest

from facewise.store.log import BrokenLogError, Entry, chain, happened, read_log, write_log

START = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
LOG: tuple[Entry, ...] = ()
for number, what in enumerate(("created", "answered", "answered", "signed")):
    LOG = chain(LOG, happened(START + timedelta(minutes=number), what, f"第 {number} 次"))
LINES = write_log(LOG).splitlines(keepends=True)


def test_a_log_is_read_as_it_was_written() -> None:
    assert read_log(b"".join(LINES), "x") == LOG
    assert read_log(b"", "x") == ()


@pytest.mark.parametrize("place", range(3))
def test_a_line_taken_out_is_noticed(place: int) -> None:
    with pytest.raises(BrokenLogError) as error:
        read_log(b"".join(LINES[:place] + LINES[place + 1 :]), "x.facewise")
    assert error.value.fields == {"file": "x.facewise", "line": place + 1}


def test_a_line_changed_is_noticed_at_the_next() -> None:
    changed = LINES[1].replace(b"answered", b"imported")
    with pytest.raises(BrokenLogError) as error:
        read_log(b"".join([LINES[0], changed, *LINES[2:]]), "x")
    assert error.value.fields["line"] == 3


@pytest.mark.parametrize("line", [b"{", b"[]", b'{"at": "2026"}', b'{"at":"","what":"","stray":""}', b"\xff"])
def test_a_line_that_is_none_is_named(line: bytes) -> None:
    with pytest.raises(BrokenLogError):
        read_log(line + b"\n", "x")
