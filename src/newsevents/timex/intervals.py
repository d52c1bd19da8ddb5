"""TIMEX3 values as half-open intervals of the calendar."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from newsevents.timex.calendar import add_days, add_months, make_date

Moment = dt.datetime | dt.date
Interval = tuple[Moment, Moment]

_VALUE: Final = re.compile(
    r"(?P<year>\d{4})"
    r"(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|W(?P<week>\d\d)(?:-(?P<end>WE|\d))?|Q(?P<quarter>[1-4])|H(?P<half>[12])))?"
    r"(?:T(?:(?P<part>[A-Z]{2})|(?P<hour>\d\d)(?::(?P<minute>\d\d)(?::(?P<second>\d\d))?)?(?P<zone>Z)?))?$"
)
#: Hours of the day's parts; the night runs into the next day.
_PARTS: Final = {
    "MO": (5, 12),
    "MI": (11, 14),
    "AF": (12, 18),
    "EV": (17, 22),
    "NI": (20, 29),
    "DT": (6, 18),
}
_SATURDAY = 6


def interval(value: str | None) -> Interval | None:
    """The stretch of time that a value stands for, its end exclusive.

    Days and longer are dates, anything shorter datetimes, with a zone only
    where the value has one. Durations, sets, references to now or the past,
    values with unknown parts and seasons (which half of the globe is meant is
    not in the text) have no interval.
    """
    if value is None:
        return None
    if value.isdigit() and len(value) in {2, 3}:
        width = 10 if len(value) == 3 else 100
        return _span(make_date(int(value) * width, 1, 1), months=12 * width)
    match = _VALUE.match(value)
    return _read(match) if match else None


def _read(match: re.Match[str]) -> Interval | None:
    year = int(match["year"])
    if match["week"]:
        return _week(year, int(match["week"]), match["end"])
    if match["quarter"]:
        return _span(make_date(year, 3 * int(match["quarter"]) - 2, 1), months=3)
    if match["half"]:
        return _span(make_date(year, 6 * int(match["half"]) - 5, 1), months=6)
    first = make_date(year, int(match["month"] or 1), int(match["day"] or 1))
    if match["day"] and first:
        return _in_day(first, match)
    return _span(first, months=1 if match["month"] else 12)


def _week(year: int, week: int, end: str | None) -> Interval | None:
    try:
        monday = dt.date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    if end == "WE":
        return _days(add_days(monday, _SATURDAY - 1), 2)
    return _days(add_days(monday, int(end) - 1), 1) if end else _days(monday, 7)


def _days(first: dt.date | None, count: int) -> Interval | None:
    last = add_days(first, count) if first else None
    return (first, last) if first and last else None


def _span(first: dt.date | None, *, months: int) -> Interval | None:
    last = add_months(first, months) if first else None
    return (first, last) if first and last else None


def _in_day(day: dt.date, match: re.Match[str]) -> Interval | None:
    """A part of a day or a clock time: `2023-04-11TEV`, `2023-04-11T10:35`."""
    if match["part"]:
        begin, end = _PARTS.get(match["part"], (0, 24))
        return _hours(day, begin * 60, end * 60)
    if not match["hour"]:
        return _days(day, 1)
    minutes = int(match["hour"]) * 60 + int(match["minute"] or 0)
    length = 1 if match["minute"] else 60
    return _hours(day, minutes, minutes + length, zone=dt.UTC if match["zone"] else None)


def _hours(
    day: dt.date, begin: int, end: int, *, zone: dt.timezone | None = None
) -> Interval | None:
    midnight = dt.datetime.combine(day, dt.time(), tzinfo=zone)
    try:
        return midnight + dt.timedelta(minutes=begin), midnight + dt.timedelta(minutes=end)
    except OverflowError:
        return None
