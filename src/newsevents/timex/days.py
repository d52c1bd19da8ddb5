"""Readings of days, months and years: "July 11", "on Tuesday", "last May", "Christmas Eve"."""

from __future__ import annotations

import datetime as dt
from typing import Final

from newsevents.timex import calendar
from newsevents.timex.context import Context, Reading, Roles, number
from newsevents.timex.intervals import interval

_CENTURY, _PIVOT = 100, 30
_YEAR_ROLES: Final = ("year", "short_year", "year_rel", "year_same")


def read_date(roles: Roles, context: Context) -> Reading:
    """Any day, month or year."""
    return Reading("date", read_day(roles, context))


def read_year_bc(roles: Roles, context: Context) -> Reading:
    """Years before Christ: "480 BC" is `BC0480`; they have no interval."""
    del context
    return Reading("date", f"BC{int(number(roles['bc'])):04d}")


def read_day(roles: Roles, context: Context) -> str | None:
    """The day, month or year that the roles name, as a value; the core of most readings."""
    if "today" in roles:
        offset = int(number(roles["today"]))
        day = calendar.add_days(context.published, offset) if context.published else None
        return day.isoformat() if day else None
    if "holiday" in roles:
        return _holiday(str(roles["holiday"]), roles, context)
    if "month" in roles:
        return _month(roles, context)
    if "weekday" in roles:
        return _weekday(int(number(roles["weekday"])), roles, context)
    year = year_of(roles, context)
    return f"{year:04d}" if year is not None else None


def year_of(roles: Roles, context: Context) -> int | None:
    """The year that an expression itself names, in digits or as "last year"."""
    if "year" in roles:
        return int(number(roles["year"]))
    if "end_year" in roles:
        # "2010-14": the century is that of the first year.
        return int(number(roles["left"])) // _CENTURY * _CENTURY + int(number(roles["end_year"]))
    if "short_year" in roles:
        return _full_year(int(number(roles["short_year"])), context)
    if "year_rel" in roles and context.published:
        return context.published.year + int(number(roles["year_rel"]))
    if "year_same" in roles:
        date = context.narrative("Y")
        return date.year + int(number(roles["year_same"])) if date else None
    return None


def _full_year(short: int, context: Context) -> int | None:
    """The century of '82: the last one that is not beyond publication."""
    if context.published is None:
        return 1900 + short if short >= _PIVOT else None
    base = context.published.year // _CENTURY * _CENTURY
    # A few years ahead are still meant as such: "the '26 Olympics" in 2023.
    return base + short if base + short <= context.published.year + 5 else base - _CENTURY + short


def names_year(roles: Roles) -> bool:
    """Whether an expression names a year, known or not."""
    return any(role in roles for role in _YEAR_ROLES)


def _holiday(code: str, roles: Roles, context: Context) -> str | None:
    year = year_of(roles, context)
    if year is None and names_year(roles):
        return None
    if year is None and context.published:
        found = _nearest_holiday(code, int(number(roles.get("rel", 0))), context)
    else:
        found = calendar.holiday(code, year) if year is not None else None
    return found.isoformat() if found else None


def _nearest_holiday(code: str, rel: int, context: Context) -> dt.date | None:
    here = context.published
    if here is None:
        return None
    years = range(max(here.year - 1, 1), here.year + 2)
    days = [day for year in years if (day := calendar.holiday(code, year))]
    direction = {-1: "past", 1: "future"}.get(rel) or context.direction("nearest")
    if direction == "past":
        days = [day for day in days if day < here or (not rel and day == here)]
    elif direction == "future":
        days = [day for day in days if day > here or (not rel and day == here)]
    return min(days, key=lambda day: abs(day - here), default=None)


def _month(roles: Roles, context: Context) -> str | None:
    month = int(number(roles["month"]))
    day = int(number(roles["day"])) if "day" in roles else None
    year = year_of(roles, context)
    if year is not None or names_year(roles):
        return _dated(year, month, day)
    here = context.published
    if context.history and (told := told_year(context, month)):
        return _dated(told, month, day)
    if here is None:
        return f"XXXX-{month:02d}" + (f"-{day:02d}" if day else "")
    if day is not None:
        found = _day_of_month(here, month, day, context)
        return found.isoformat() if found else None
    if "rel" in roles:
        return _dated(_related_month(here, month, int(number(roles["rel"]))), month, None)
    return _dated(calendar.month_near(here, month, context.direction("past")), month, None)


def _dated(year: int | None, month: int, day: int | None) -> str | None:
    if year is None:
        return None
    if day is None:
        return f"{year:04d}-{month:02d}"
    found = calendar.make_date(year, month, day)
    return found.isoformat() if found else None


def told_year(context: Context, month: int) -> int | None:
    """The year of a month in a story told of long ago: "In 1941 ... In June"."""
    told = interval(context.last)
    if told is None:
        return None
    first = told[0]
    if context.published and first.year >= context.published.year - 1:
        return None
    # After "November 1942" a bare "January" is that of the next year.
    later = len(context.last or "") > len("1942") and month < first.month - 6
    return first.year + later


def _related_month(here: dt.date, month: int, rel: int) -> int:
    if rel < 0:
        return here.year - (month >= here.month)
    if rel > 0:
        return here.year + (month <= here.month)
    return here.year


def _day_of_month(here: dt.date, month: int, day: int, context: Context) -> dt.date | None:
    """A day without a year: by tense, but not far back with one close ahead."""
    nearest = calendar.day_near(here, month, day, "nearest")
    found = calendar.day_near(here, month, day, context.direction("nearest"))
    if nearest is None or found is None or found == nearest:
        return found
    # "was to meet on July 14", written on July 10, is the coming one.
    return nearest if abs(nearest - here) * 3 < abs(found - here) else found


def _weekday(weekday: int, roles: Roles, context: Context) -> str | None:
    here = context.published
    if "week_rel" in roles:
        return _weekday_of_week(weekday, int(number(roles["week_rel"])), here)
    if here is None:
        return None
    rel = roles.get("rel")
    if rel is None:
        # News is told of the week that has passed, unless a verb says otherwise.
        found = calendar.weekday_near(here, weekday, context.direction("past"), today=True)
    elif rel == 0:
        found = calendar.weekday_near(here, weekday, context.direction("future"), today=True)
    else:
        found = calendar.weekday_near(here, weekday, "past" if rel == -1 else "future", today=False)
    return found.isoformat() if found else None


def _weekday_of_week(weekday: int, rel: int, here: dt.date | None) -> str | None:
    monday = calendar.add_days(here, 7 * rel - here.weekday()) if here else None
    found = calendar.add_days(monday, weekday - 1) if monday else None
    return found.isoformat() if found else None


def read_nth_day(roles: Roles, context: Context) -> Reading:
    """Days by their number in a month: "the first Monday of May", "the last day of June"."""
    span = interval(_month(roles, context))
    nth = int(number(roles["ordinal"]))
    if span is None:
        return Reading("date", None)
    if "weekday" in roles:
        found = calendar.nth_weekday(
            span[0].year, span[0].month, int(number(roles["weekday"])), nth
        )
    else:
        found = calendar.add_days(span[1], nth) if nth < 0 else calendar.add_days(span[0], nth - 1)
    return Reading("date", found.isoformat() if found else None)


def read_week_on(roles: Roles, context: Context) -> Reading:
    """A week after the coming day: "a week on Monday", "Monday week"."""
    here = context.published
    if here is None:
        return Reading("date", None)
    day = calendar.weekday_near(here, int(number(roles["weekday"])), "future", today=False)
    found = calendar.add_days(day, 7) if day else None
    return Reading("date", found.isoformat() if found else None)


def read_day_alone(roles: Roles, context: Context) -> Reading:
    """A day without its month: "on the 15th" of this month, or of the last or next by tense."""
    here, day = context.published, int(number(roles["day"]))
    if here is None:
        return Reading("date", None)
    direction = context.direction("past")
    months = {"past": (0, -1), "future": (0, 1)}.get(direction, (0,))
    firsts = (calendar.add_months(here.replace(day=1), months) for months in months)
    days = [calendar.make_date(first.year, first.month, day) for first in firsts if first]
    kept = (d for d in days if d and (d <= here if direction == "past" else d >= here))
    found = next(kept, None)
    return Reading("date", found.isoformat() if found else None)
