"""Days and lengths of time in words, without the heavy library for dates."""

from datetime import date

from facewise.i18n import _, ngettext

MINUTES_FOR_ALL, QUESTIONS_FOR_ALL = 20, 55


def minutes(questions: int) -> int:
    """Return about how many minutes so many questions take."""
    return -(-questions * MINUTES_FOR_ALL // QUESTIONS_FOR_ALL)


def about_minutes(questions: int) -> str:
    """Return how many questions are left, and about how long they take."""
    sentence = ngettext(
        "{count} question left, about {minutes} min", "{count} questions left, about {minutes} min", questions
    )
    return sentence.format(count=questions, minutes=minutes(questions))


def short_day(day: str, today: date) -> str:
    """Return a day in few words: today, day and month, the year where it is another; empty if none."""
    try:
        shown = date.fromisoformat(day)
    except ValueError:
        return ""
    if shown == today:
        return _("Today")
    months = (
        _("Jan"), _("Feb"), _("Mar"), _("Apr"), _("May"), _("Jun"),
        _("Jul"), _("Aug"), _("Sep"), _("Oct"), _("Nov"), _("Dec"),
    )  # fmt: skip
    sentence = _("{day} {month}") if shown.year == today.year else _("{day} {month} {year}")
    return sentence.format(day=shown.day, month=months[shown.month - 1], year=shown.year)
