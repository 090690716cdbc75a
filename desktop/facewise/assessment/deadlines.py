"""Working days by the State Council's calendar, and the filing of 100,000 persons' faces (art. 15)."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

IN_FORCE = date(2025, 6, 1)
FILING_DAYS = 30
"""Working days in which to file, art. 15 para. 1 of the Measures."""


class Due(StrEnum):
    """How a filing that has not been made stands on a day."""

    NOT_YET = "not_yet"
    OVERDUE = "overdue"
    NO_DATE = "no_date"
    CHECK_CALENDAR = "check_calendar"


@dataclass(frozen=True, slots=True)
class Filing:
    """When 100,000 was reached, until when to file (None: calendar not announced), how it stands."""

    reached: date | None
    deadline: date | None
    due: Due


def add_working_days(start: date, days: int) -> date | None:
    """Return the last of so many working days after a day, itself not counted.

    None if a year on the way is not announced: the State Council publishes the next year's holidays and
    adjusted working weekends each autumn, and a guess would be worse than none.
    """
    import chinese_calendar

    day, left = start, days
    while left:
        day += timedelta(days=1)
        try:
            left -= chinese_calendar.is_workday(day)
        except NotImplementedError:
            return None
    return day


def filing(reached: date | None, on: date) -> Filing:
    """Return how a filing stands that has not been made (art. 15; announcement of 28 May 2025).

    Faces stored before the Measures came into force count from that day. While the calendar is not announced,
    30 calendar days are surely not yet 30 working days. A day still to come cannot be the day it was reached.
    """
    if reached is None or reached > on:
        return Filing(None, None, Due.NO_DATE)
    start = max(reached, IN_FORCE)
    deadline = add_working_days(start, FILING_DAYS)
    if deadline is not None:
        return Filing(start, deadline, Due.NOT_YET if on <= deadline else Due.OVERDUE)
    surely = on <= start + timedelta(days=FILING_DAYS)
    return Filing(start, None, Due.NOT_YET if surely else Due.CHECK_CALENDAR)
