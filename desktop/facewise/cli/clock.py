"""The time that goes into papers."""

import os
from datetime import UTC, datetime

from facewise.errors import N_, FacewiseError


class ClockError(FacewiseError):
    """SOURCE_DATE_EPOCH is no time."""

    sentence = N_(
        "SOURCE_DATE_EPOCH is '{value}'; it must be a number of seconds since 1970. Correct it or unset it."
    )


def now() -> datetime:
    """Return the time in the local zone, to the second; SOURCE_DATE_EPOCH sets another, for builds to repeat.

    Raises ClockError.
    """
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    if not fixed:
        return signing_time()
    try:
        return datetime.fromtimestamp(int(fixed), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise ClockError(value=fixed) from error


def signing_time() -> datetime:
    """Return the time in the local zone, to the second; whoever signs cannot choose another."""
    return datetime.now().astimezone().replace(microsecond=0)
