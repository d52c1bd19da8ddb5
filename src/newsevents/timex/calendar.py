"""Arithmetic on the calendar: months, weeks, weekdays and movable feasts."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Literal

Direction = Literal["past", "future", "nearest"]

_DAYS_A_WEEK = 7
_MONTHS = 12


def make_date(year: int, month: int, day: int) -> dt.date | None:
    """The date, or nothing where the calendar has none: 30 February."""
    if not dt.MINYEAR <= year <= dt.MAXYEAR or not 1 <= month <= _MONTHS:
        return None
    return dt.date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None


def add_days(date: dt.date, days: int) -> dt.date | None:
    """The date so many days on; nothing beyond the calendar's ends."""
    try:
        return date + dt.timedelta(days=days)
    except OverflowError:
        return None


def add_months(date: dt.date, months: int) -> dt.date | None:
    """The same day so many months on, or that month's last day."""
    year, month = divmod(date.year * _MONTHS + date.month - 1 + months, _MONTHS)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return None
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(date.day, last))


def weekday_near(
    date: dt.date, weekday: int, direction: Direction, *, today: bool
) -> dt.date | None:
    """The weekday (ISO, 1 is Monday) that is closest to a date in a direction.

    Args:
        date: Where to count from.
        weekday: ISO number of the weekday.
        direction: Backwards, forwards or whichever is closer.
        today: Whether the date itself will do.
    """
    back = (date.isoweekday() - weekday) % _DAYS_A_WEEK
    ahead = (weekday - date.isoweekday()) % _DAYS_A_WEEK
    if not back and not today:
        back = ahead = _DAYS_A_WEEK
    if direction == "nearest":
        direction = "past" if back <= ahead else "future"
    return add_days(date, -back if direction == "past" else ahead)


def month_near(date: dt.date, month: int, direction: Direction) -> int:
    """The year of the month that is closest to a date; its own month counts."""
    if direction == "past":
        return date.year - (month > date.month)
    if direction == "future":
        return date.year + (month < date.month)
    distance = (month - date.month + _MONTHS // 2) % _MONTHS - _MONTHS // 2
    return (date.year * _MONTHS + date.month - 1 + distance) // _MONTHS


def day_near(date: dt.date, month: int, day: int, direction: Direction) -> dt.date | None:
    """The day of the year that is closest to a date in a direction; itself counts."""
    # Eight years to either side reach a leap year over any turn of a century.
    years = range(date.year - 8, date.year + 9)
    days = [found for year in years if (found := make_date(year, month, day))]
    if direction == "past":
        return max((found for found in days if found <= date), default=None)
    if direction == "future":
        return min((found for found in days if found >= date), default=None)
    return min(days, key=lambda found: abs(found - date), default=None)


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    cycle, century, rest = year % 19, year // 100, year % 100
    epact = (
        19 * cycle + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15
    ) % 30
    moon = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (cycle + 11 * epact + 22 * moon) // 451
    month, day = divmod(epact + moon - 7 * shift + 114, 31)
    return dt.date(year, month, day + 1)


def holiday(code: str, year: int) -> dt.date | None:
    """The date of a holiday in a year.

    Args:
        code: `12-25`, `9-1-1` (first Monday of September), `5-1-L` (last Monday
            of May), `11-4-4+1` (the day after the fourth Thursday of November) or
            `E-2` (two days before Easter).
        year: The year.
    """
    if code.startswith("E"):
        return add_days(easter(year), int(code[1:]))
    code, _, after = code.partition("+")
    parts = code.split("-")
    if len(parts) == 2:
        return make_date(year, int(parts[0]), int(parts[1]))
    nth = -1 if parts[2] == "L" else int(parts[2])
    found = nth_weekday(year, int(parts[0]), int(parts[1]), nth)
    return add_days(found, int(after or 0)) if found else None


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date | None:
    """The first, second ... or last (-1) Monday to Sunday of a month, if there is one."""
    if nth == -1:
        last = dt.date(year, month, calendar.monthrange(year, month)[1])
        return weekday_near(last, weekday, "past", today=True)
    first = weekday_near(dt.date(year, month, 1), weekday, "future", today=True)
    found = add_days(first, _DAYS_A_WEEK * (nth - 1)) if first else None
    return found if found and found.month == month else None


def iso_week(date: dt.date) -> str:
    """`2023-W27`, after ISO 8601."""
    year, week, _ = date.isocalendar()
    return f"{year:04d}-W{week:02d}"


def quarter(date: dt.date) -> int:
    """Which quarter of its year, from 1."""
    return (date.month - 1) // 3 + 1
