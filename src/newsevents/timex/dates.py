"""Readings of dates: days, weeks, months, seasons, years, decades and centuries."""

from __future__ import annotations

import datetime as dt
from typing import Final

from newsevents.timex import calendar
from newsevents.timex.context import Context, Reading, Roles
from newsevents.timex.intervals import Interval, interval
from newsevents.timex.lexer import Value

_MONTHS_OF: Final = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
_DAYS_OF: Final = {"D": 1, "W": 7, "2W": 14}
#: Middle month of each season in the year that names it.
_SEASON_MONTHS: Final = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}
_CENTURY, _PIVOT = 100, 30


def unit_value(date: dt.date, unit: str) -> str:
    """A date at the granularity of a unit: `2023`, `2023-07`, `2023-W27`."""
    match unit:
        case "Y":
            return f"{date.year:04d}"
        case "M":
            return f"{date.year:04d}-{date.month:02d}"
        case "Q":
            return f"{date.year:04d}-Q{calendar.quarter(date)}"
        case "W" | "2W":
            return calendar.iso_week(date)
        case "DE":
            return f"{date.year // 10:03d}"
        case "CE":
            return f"{date.year // _CENTURY:02d}"
        case _:
            return date.isoformat()


def shift(date: dt.date, unit: str, count: float) -> dt.date | None:
    """A date so many units on; halves of months and longer in whole months or days."""
    if unit in _DAYS_OF:
        return calendar.add_days(date, round(_DAYS_OF[unit] * count))
    months = _MONTHS_OF.get(unit)
    return calendar.add_months(date, round(months * count)) if months else None


def year_of(roles: Roles, context: Context) -> int | None:
    """The year that an expression itself names, in digits or as "last year"."""
    if "year" in roles:
        return int(_number(roles["year"]))
    if "short_year" in roles:
        return _full_year(int(_number(roles["short_year"])), context)
    if "year_rel" in roles and context.published:
        return context.published.year + int(_number(roles["year_rel"]))
    if "year_same" in roles:
        date = context.narrative("Y")
        return date.year + int(_number(roles["year_same"])) if date else None
    return None


def _number(value: Value) -> float:
    return float(value) if isinstance(value, (int, float, str)) else 0.0


def _full_year(short: int, context: Context) -> int | None:
    """The century of '82: the last one that is not beyond publication."""
    if context.published is None:
        return 1900 + short if short >= _PIVOT else None
    base = context.published.year // _CENTURY * _CENTURY
    # A few years ahead are still meant as such: "the '26 Olympics" in 2023.
    return base + short if base + short <= context.published.year + 5 else base - _CENTURY + short


def read_day(roles: Roles, context: Context) -> str | None:
    """The day, month or year that the roles name, as a value; the core of most readings."""
    if "today" in roles:
        offset = int(_number(roles["today"]))
        day = calendar.add_days(context.published, offset) if context.published else None
        return day.isoformat() if day else None
    if "holiday" in roles:
        return _holiday(str(roles["holiday"]), roles, context)
    if "month" in roles:
        return _month(roles, context)
    if "weekday" in roles:
        return _weekday(int(_number(roles["weekday"])), roles, context)
    year = year_of(roles, context)
    return f"{year:04d}" if year is not None else None


def _named_year(roles: Roles) -> bool:
    return any(role in roles for role in ("year", "short_year", "year_rel", "year_same"))


def _holiday(code: str, roles: Roles, context: Context) -> str | None:
    year = year_of(roles, context)
    if year is None and _named_year(roles):
        return None
    if year is None and context.published:
        found = _nearest_holiday(code, int(_number(roles.get("rel", 0))), context)
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
    month = int(_number(roles["month"]))
    day = int(_number(roles["day"])) if "day" in roles else None
    year = year_of(roles, context)
    if year is not None or _named_year(roles):
        return _dated(year, month, day)
    here = context.published
    if context.history and (told := _near_year(context, month)):
        return _dated(told, month, day)
    if here is None:
        return f"XXXX-{month:02d}" + (f"-{day:02d}" if day else "")
    if day is not None:
        found = _day_of_month(here, month, day, context)
        return found.isoformat() if found else None
    if "rel" in roles:
        return _dated(_related_month(here, month, int(_number(roles["rel"]))), month, None)
    return _dated(calendar.month_near(here, month, context.direction("past")), month, None)


def _dated(year: int | None, month: int, day: int | None) -> str | None:
    if year is None:
        return None
    if day is None:
        return f"{year:04d}-{month:02d}"
    found = calendar.make_date(year, month, day)
    return found.isoformat() if found else None


def _near_year(context: Context, month: int) -> int | None:
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
        return _weekday_of_week(weekday, int(_number(roles["week_rel"])), here)
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


def read_unit(roles: Roles, context: Context) -> Reading:
    """"this week", "last year", "next month": a unit seen from publication."""
    unit, rel = str(roles["unit"]), _number(roles.get("rel", 0))
    moved = shift(context.published, unit, rel) if context.published else None
    return Reading("date", unit_value(moved, unit) if moved else None)


def read_told_unit(roles: Roles, context: Context) -> Reading:
    """"the following week", "that year": a unit seen from the last date told."""
    unit = str(roles["unit"])
    here = context.narrative(unit)
    if unit == "Q" and context.published and _unit_told(context.last or "") not in {"Q", "D"}:
        # "the quarter" of a report is the one that has ended.
        here = calendar.add_months(context.published, -3)
    moved = shift(here, unit, _number(roles.get("rel", 0))) if here else None
    return Reading("date", unit_value(moved, unit) if moved else None)


def read_told_weekday(roles: Roles, context: Context) -> Reading:
    """"the following Friday", "the previous Monday": counted from the last day told."""
    here, told = context.narrative("D"), int(_number(roles["told"]))
    if here is None:
        return Reading("date", None)
    direction: calendar.Direction = "past" if told < 0 else "future"
    found = calendar.weekday_near(here, int(_number(roles["weekday"])), direction, today=not told)
    return Reading("date", found.isoformat() if found else None)


def read_same_period(roles: Roles, context: Context) -> Reading:
    """"the same month last year", after a month was told: the one a year before."""
    span = interval(context.last)
    if span is None:
        return Reading("date", None)
    told = _unit_told(context.last or "") if roles["unit"] == "P" else str(roles["unit"])
    moved = calendar.add_months(_first_day(span), -12)
    return Reading("date", unit_value(moved, told) if moved else None)


def _unit_told(value: str) -> str:
    """Which unit a date was told in: `2023-Q2`, `2023-07`, `2023`."""
    if "Q" in value or "W" in value:
        return "Q" if "Q" in value else "W"
    return {4: "Y", 7: "M"}.get(len(value), "D")


def read_weekend(roles: Roles, context: Context) -> Reading:
    """"the weekend": the last one, the current one on its days, or the next by tense."""
    here = context.published
    if here is None:
        return Reading("date", None)
    rel = roles.get("rel")
    if rel is None or rel == 0:
        # On a Monday "at the weekend" lies behind, "this weekend" by default ahead
        # from Wednesday on.
        default: calendar.Direction = "past" if rel is None else "nearest"
        saturday = calendar.weekday_near(here, 6, context.direction(default), today=True)
        if here.isoweekday() == 7:  # noqa: PLR2004 - Sunday
            saturday = calendar.add_days(here, -1)
    else:
        saturday = calendar.weekday_near(here, 6, "past" if rel == -1 else "future", today=False)
        if rel == -1 and here.isoweekday() == 7:  # noqa: PLR2004 - Sunday
            saturday = calendar.add_days(here, -8)
    return Reading("date", f"{calendar.iso_week(saturday)}-WE" if saturday else None)


def read_season(roles: Roles, context: Context) -> Reading:
    """"last summer", "the winter of 1994", "spring": seasons are named by their year."""
    season = str(roles["season"])
    year = year_of(roles, context)
    if year is None and not _named_year(roles):
        year = _season_year(season, roles, context)
        if year is None and context.published is None and "rel" not in roles:
            return Reading("date", f"XXXX-{season}")
    return Reading("date", f"{year:04d}-{season}" if year is not None else None)


def _season_year(season: str, roles: Roles, context: Context) -> int | None:
    here, month = context.published, _SEASON_MONTHS[season]
    if context.history and (told := _near_year(context, month)):
        return told
    if here is None:
        return None
    rel = _number(roles.get("rel", 0))
    if rel:
        # "last summer", said in July, is that of the year before.
        direction: calendar.Direction = "past" if rel < 0 else "future"
        year = calendar.month_near(here, month, direction)
        in_it = abs((here.month - month + 6) % 12 - 6) <= 1
        return year + int(rel) if in_it and year == here.year else year
    return here.year if "rel" in roles else calendar.month_near(here, month, context.direction("nearest"))


def read_decade(roles: Roles, context: Context) -> Reading:
    """"the 1990s", "the '90s", "the nineties"; "the '20s" only with a publication date."""
    decade = int(_number(roles["decade"]))
    if decade < 10:  # noqa: PLR2004 - without its century
        if context.published is None:
            return Reading("date", f"{190 + decade}" if decade > 3 else None)  # noqa: PLR2004
        this = context.published.year // 10
        decade += this // 10 * 10
        decade -= 10 if decade > this else 0
    return Reading("date", f"{decade:03d}")


def read_century(roles: Roles, context: Context) -> Reading:
    """"the 19th century" is 18; "the last century" is counted from publication."""
    if "ordinal" in roles:
        return Reading("date", f"{int(_number(roles['ordinal'])) - 1:02d}")
    return read_unit({**roles, "unit": "CE"}, context)


def read_quarter(roles: Roles, context: Context) -> Reading:
    """"the third quarter of 2009", "Q3", "the first half": the year may be left out."""
    letter, number = str(roles["letter"]), int(_number(roles["ordinal"]))
    year = year_of(roles, context)
    if year is None and not _named_year(roles) and context.published:
        year = _quarter_year(letter, number, context)
    size = 4 if letter == "Q" else 2
    number = size if number == -1 else number
    if year is None or not 0 < number <= size:
        return Reading("date", None)
    return Reading("date", f"{year:04d}-{letter}{number}")


def _quarter_year(letter: str, number: int, context: Context) -> int | None:
    """The year of a bare quarter: the last to have begun, the next in the future tense."""
    here = context.published
    if here is None:
        return None
    now = calendar.quarter(here) if letter == "Q" else (here.month > 6) + 1  # noqa: PLR2004 - June
    if context.direction("past") == "future":
        # "will report for the third quarter", said in the fourth, is no year off.
        size = 4 if letter == "Q" else 2
        ahead = (number - now) % size
        return here.year + (number < now) - (size - ahead < ahead)
    return here.year - (number > now)


def read_week_of(roles: Roles, context: Context) -> Reading:
    """"the week of July 4", "the last week of March"."""
    day = read_day(roles, context)
    span = interval(day)
    if span is None:
        return Reading("date", None)
    number = int(_number(roles["ordinal"])) if "ordinal" in roles else 1
    first = calendar.add_days(span[1], -7) if number == -1 else calendar.add_days(span[0], 7 * (number - 1))
    return Reading("date", calendar.iso_week(first) if first else None)


def read_date(roles: Roles, context: Context) -> Reading:
    """Any day, month or year."""
    return Reading("date", read_day(roles, context))


def read_shift(roles: Roles, context: Context) -> Reading:
    """"two weeks ago" from publication, "two days later" from the last date told."""
    unit, sign = str(roles["unit"]), int(_number(roles["sign"]))
    told = "told" in roles
    if roles["number"] == "X":
        return Reading("date", None if told else "PAST_REF" if sign < 0 else "FUTURE_REF")
    count = _number(roles["number"]) + _number(roles.get("half", 0))
    here = context.narrative("Y" if unit in {"Y", "DE", "CE"} else unit) if told else context.published
    if unit in {"DE", "CE"}:
        unit, count = "Y", count * _MONTHS_OF[unit] / 12
    if unit not in _MONTHS_OF and unit not in _DAYS_OF:
        return Reading("time", None)
    if unit == "2W":
        unit, count = "W", count * 2
    if count != int(count) and unit == "Y":
        unit, count = "M", round(count * 12)
    if unit == "Y" and sign < 0 and context.near and (same := _compared(context.near, count)):
        return Reading("date", same)
    moved = shift(here, unit, sign * count) if here else None
    return Reading("date", unit_value(moved, unit) if moved else None)


def _compared(told: str, years: float) -> str | None:
    """The same quarter or month: "In May it fell from a year earlier"."""
    unit, span = _unit_told(told), interval(told)
    if span is None or unit not in {"M", "Q"}:
        return None
    moved = calendar.add_months(_first_day(span), -round(12 * years))
    return unit_value(moved, unit) if moved else None


def _first_day(span: Interval) -> dt.date:
    return span[0].date() if isinstance(span[0], dt.datetime) else span[0]
