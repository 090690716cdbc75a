from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facewise.assessment.deadlines import Due, add_working_days, filing


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(2025, 6, 1), date(2025, 7, 14)),
        (date(2026, 5, 6), date(2026, 6, 16)),
    ],
)
def test_thirty_working_days_end_on_the_days_the_authority_counts(start: date, end: date) -> None:
    assert add_working_days(start, 30) == end


def test_an_adjusted_weekend_is_a_working_day() -> None:
    assert add_working_days(date(2026, 9, 19), 1) == date(2026, 9, 20), "a Sunday worked for the National Day"


def test_a_year_that_is_not_announced_gives_no_day() -> None:
    assert add_working_days(date(2035, 3, 1), 30) is None
    assert add_working_days(date(2026, 12, 20), 30) is None


@pytest.mark.parametrize(
    ("reached", "on", "due", "deadline"),
    [
        (None, date(2026, 1, 1), Due.NO_DATE, None),
        (date(2024, 1, 1), date(2025, 7, 14), Due.NOT_YET, date(2025, 7, 14)),
        (date(2024, 1, 1), date(2025, 7, 15), Due.OVERDUE, date(2025, 7, 14)),
        (date(2026, 5, 6), date(2026, 6, 16), Due.NOT_YET, date(2026, 6, 16)),
        (date(2026, 5, 6), date(2026, 6, 17), Due.OVERDUE, date(2026, 6, 16)),
        (date(2035, 3, 1), date(2035, 3, 31), Due.NOT_YET, None),
        (date(2035, 3, 1), date(2035, 4, 1), Due.CHECK_CALENDAR, None),
    ],
)
def test_how_a_filing_stands(reached: date | None, on: date, due: Due, deadline: date | None) -> None:
    found = filing(reached, on)
    assert (found.due, found.deadline) == (due, deadline)


@given(st.dates(date(2025, 1, 1), date(2026, 10, 1)), st.integers(1, 30))
def test_one_more_working_day_is_later(start: date, days: int) -> None:
    first, second = add_working_days(start, days), add_working_days(start, days + 1)
    assert first
    assert start < first
    assert second is None or first < second
