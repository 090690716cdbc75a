"""Days and times in words, in both languages."""

from datetime import date, datetime

from facewise.i18n import Text


def day(on: date) -> Text:
    """Return a day: 2026年11月20日, 20 November 2026."""
    return _both(on, "y年M月d日", "d MMMM y")


def short_day(on: date) -> Text:
    """Return a day with its weekday, for lists of things to do: 11月20日 周五, Fri 20 Nov."""
    return _both(on, "M月d日 EEE", "EEE d MMM")


def long_day(on: date) -> Text:
    """Return a day of any year with its weekday: 2026年11月20日 周五, Fri 20 Nov 2026."""
    return _both(on, "y年M月d日 EEE", "EEE d MMM y")


def years_later(on: date, years: int) -> date:
    """Return the same day some years later, the last of February for its 29th (civil code, article 202)."""
    try:
        return on.replace(year=on.year + years)
    except ValueError:
        return on.replace(year=on.year + years, day=28)


def moment(at: datetime) -> Text:
    """Return a time with its offset: 2026-11-20 16:42:08 +08:00, the same in both languages."""
    written = at.strftime("%Y-%m-%d %H:%M:%S %z")
    written = f"{written[:-2]}:{written[-2:]}" if at.tzinfo else written.strip()
    return Text(written, written)


def _both(on: date, zh: str, en: str) -> Text:
    from babel.dates import format_date

    return Text(format_date(on, zh, "zh_CN"), format_date(on, en, "en_GB"))
