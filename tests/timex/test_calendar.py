"""Arithmetic on the calendar."""

from __future__ import annotations

import datetime as dt

import pytest

from newsevents.rules.times import time_rules
from newsevents.timex import calendar

WEDNESDAY = dt.date(2023, 7, 12)


@pytest.mark.parametrize(
    ("year", "month", "day", "found"),
    [
        (2023, 2, 28, True),
        (2023, 2, 29, False),
        (2024, 2, 29, True),
        (2023, 13, 1, False),
        (0, 1, 1, False),
    ],
)
def test_make_date(year: int, month: int, day: int, found: bool):  # noqa: FBT001 - a parameter
    """Days that the calendar does not have are nothing."""
    assert (calendar.make_date(year, month, day) is not None) is found


def test_ends_of_the_calendar():
    """Nothing lies beyond the first and the last day."""
    assert calendar.add_days(dt.date.max, 1) is None
    assert calendar.add_months(dt.date.min, -1) is None
    assert calendar.weekday_near(dt.date.max, 1, "future", today=False) is None


@pytest.mark.parametrize(
    ("months", "day"), [(1, "2023-02-28"), (13, "2024-02-29"), (-2, "2022-11-30")]
)
def test_add_months(months: int, day: str):
    """A month that lacks the day gives its last."""
    assert calendar.add_months(dt.date(2023, 1, 31), months) == dt.date.fromisoformat(day)


@pytest.mark.parametrize(
    ("weekday", "direction", "today", "day"),
    [
        (3, "past", True, "2023-07-12"),
        (3, "past", False, "2023-07-05"),
        (3, "future", False, "2023-07-19"),
        (5, "past", True, "2023-07-07"),
        (5, "future", True, "2023-07-14"),
        (5, "nearest", True, "2023-07-14"),
        (1, "nearest", True, "2023-07-10"),
    ],
)
def test_weekday_near(weekday: int, direction: calendar.Direction, today: bool, day: str):  # noqa: FBT001
    """Weekdays are counted back or ahead; the day itself counts where asked."""
    found = calendar.weekday_near(WEDNESDAY, weekday, direction, today=today)
    assert found == dt.date.fromisoformat(day)


@pytest.mark.parametrize(
    ("month", "direction", "year"),
    [
        (7, "past", 2023),
        (8, "past", 2022),
        (7, "future", 2023),
        (6, "future", 2024),
        (12, "nearest", 2023),
        (2, "nearest", 2023),
    ],
)
def test_month_near(month: int, direction: calendar.Direction, year: int):
    """A month is that of the closest year in the direction."""
    assert calendar.month_near(WEDNESDAY, month, direction) == year


def test_leap_day_near():
    """29 February is sought in leap years."""
    assert calendar.day_near(WEDNESDAY, 2, 29, "past") == dt.date(2020, 2, 29)
    assert calendar.day_near(WEDNESDAY, 2, 30, "past") is None


@pytest.mark.parametrize(
    ("code", "day"),
    [
        ("12-25", "2023-12-25"),
        ("11-4-4", "2023-11-23"),
        ("9-1-1", "2023-09-04"),
        ("5-1-L", "2023-05-29"),
        ("E-2", "2023-04-07"),
        ("11-4-4+1", "2023-11-24"),
    ],
)
def test_holidays(code: str, day: str):
    """Fixed days, nth weekdays and the days around Easter."""
    assert calendar.holiday(code, 2023) == dt.date.fromisoformat(day)


def test_every_holiday_has_a_date():
    """No code of the rules is beyond the calendar's reading."""
    for name, code in time_rules().lexicon["holiday"].items():
        assert calendar.holiday(str(code), 2023), name


@pytest.mark.parametrize(
    ("nth", "day"), [(1, "2023-05-01"), (5, "2023-05-29"), (-1, "2023-05-29"), (6, None)]
)
def test_nth_weekday(nth: int, day: str | None):
    """The first, fifth and last Monday of a month; there is no sixth."""
    found = calendar.nth_weekday(2023, 5, 1, nth)
    assert (found.isoformat() if found else None) == day
