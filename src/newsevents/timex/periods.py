"""Readings of longer stretches: weeks, weekends, seasons, quarters, decades, centuries."""

from __future__ import annotations

import datetime as dt
from typing import Final

from newsevents.timex import calendar
from newsevents.timex.context import Context, Reading, Roles, number
from newsevents.timex.days import names_year, read_day, told_year, year_of
from newsevents.timex.intervals import interval
from newsevents.timex.units import shift, unit_value

#: Middle month of each season in the year that names it.
_SEASON_MONTHS: Final = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}


def read_unit(roles: Roles, context: Context) -> Reading:
    """A unit seen from publication: "this week", "last year", "next month"."""
    unit, rel = str(roles["unit"]), number(roles.get("rel", 0))
    moved = shift(context.published, unit, rel) if context.published else None
    return Reading("date", unit_value(moved, unit) if moved else None)


def read_weekend(roles: Roles, context: Context) -> Reading:
    """The last weekend, the current one on its days, or the next, by tense."""
    here = context.published
    if here is None:
        return Reading("date", None)
    rel = roles.get("rel")
    if rel is None or rel == 0:
        # On a Monday "at the weekend" lies behind, "this weekend" by default ahead
        # from Wednesday on.
        default: calendar.Direction = "past" if rel is None else "nearest"
        saturday = calendar.weekday_near(here, 6, context.direction(default), today=True)
        if here.isoweekday() == 7:
            saturday = calendar.add_days(here, -1)
    else:
        saturday = calendar.weekday_near(here, 6, "past" if rel == -1 else "future", today=False)
        if rel == -1 and here.isoweekday() == 7:
            saturday = calendar.add_days(here, -8)
    return Reading("date", f"{calendar.iso_week(saturday)}-WE" if saturday else None)


def read_season(roles: Roles, context: Context) -> Reading:
    """Seasons with their year: "last summer", "the winter of 1994", "spring"."""
    season = str(roles["season"])
    year = year_of(roles, context)
    if year is None and not names_year(roles):
        year = _season_year(season, roles, context)
        if year is None and context.published is None and "rel" not in roles:
            return Reading("date", f"XXXX-{season}")
    return Reading("date", f"{year:04d}-{season}" if year is not None else None)


def _season_year(season: str, roles: Roles, context: Context) -> int | None:
    here, month = context.published, _SEASON_MONTHS[season]
    if context.history and (told := told_year(context, month)):
        return told
    if here is None:
        return None
    rel = number(roles.get("rel", 0))
    if rel:
        # "last summer", said in July, is that of the year before.
        direction: calendar.Direction = "past" if rel < 0 else "future"
        year = calendar.month_near(here, month, direction)
        in_it = abs((here.month - month + 6) % 12 - 6) <= 1
        return year + int(rel) if in_it and year == here.year else year
    if "rel" in roles:
        return here.year
    return calendar.month_near(here, month, context.direction("nearest"))


def read_decade(roles: Roles, context: Context) -> Reading:
    """Decades: "the 1990s", "the nineties"; "the '20s" only with a publication date."""
    decade = int(number(roles["decade"]))
    if decade < 10:
        if context.published is None:
            return Reading("date", f"{190 + decade}" if decade > 3 else None)
        this = context.published.year // 10
        decade += this // 10 * 10
        decade -= 10 if decade > this else 0
    return Reading("date", f"{decade:03d}")


def read_century(roles: Roles, context: Context) -> Reading:
    """Centuries by number: "the 19th century" is 18."""
    del context
    return Reading("date", f"{int(number(roles['ordinal'])) - 1:02d}")


def read_quarter(roles: Roles, context: Context) -> Reading:
    """Quarters and halves, the year may be left out: "the third quarter of 2009", "Q3"."""
    letter, nth = str(roles["letter"]), int(number(roles["ordinal"]))
    year = year_of(roles, context)
    if year is None and not names_year(roles) and context.published:
        year = _quarter_year(letter, nth, context)
    size = 4 if letter == "Q" else 2
    nth = size if nth == -1 else nth
    if year is None or not 0 < nth <= size:
        return Reading("date", None)
    return Reading("date", f"{year:04d}-{letter}{nth}")


def _quarter_year(letter: str, nth: int, context: Context) -> int | None:
    """The year of a bare quarter: the last to have begun, the next in the future tense."""
    here = context.published
    if here is None:
        return None
    now = calendar.quarter(here) if letter == "Q" else (here.month > 6) + 1
    if context.direction("past") == "future":
        # "will report for the third quarter", said in the fourth, is no year off.
        size = 4 if letter == "Q" else 2
        ahead = (nth - now) % size
        return here.year + (nth < now) - (size - ahead < ahead)
    return here.year - (nth > now)


def read_week_of(roles: Roles, context: Context) -> Reading:
    """Weeks by a date in them: "the week of July 4", "the last week of March"."""
    day = read_day(roles, context)
    span = interval(day)
    if span is None:
        return Reading("date", None)
    if "ordinal" not in roles:
        return Reading("date", calendar.iso_week(_day(span[0])))
    # A week belongs to the month that most of its days are in, as weeks of years do.
    nth = int(number(roles["ordinal"]))
    start, days = (span[1], -4) if nth == -1 else (span[0], 7 * (nth - 1) + 3)
    middle = calendar.add_days(_day(start), days)
    return Reading("date", calendar.iso_week(middle) if middle else None)


def read_weekend_of(roles: Roles, context: Context) -> Reading:
    """Weekends by a day in or beside them: "the weekend of 1 July", "the Easter weekend"."""
    span = interval(read_day(roles, context))
    if span is None or (span[1] - span[0]).days != 1:
        return Reading("date", None)
    saturday = calendar.weekday_near(_day(span[0]), 6, "nearest", today=True)
    return Reading("date", f"{calendar.iso_week(saturday)}-WE" if saturday else None)


def _day(moment: dt.datetime | dt.date) -> dt.date:
    return moment.date() if isinstance(moment, dt.datetime) else moment
