"""Readings that count from a date: "two weeks ago", "two days later", "the following week"."""

from __future__ import annotations

import datetime as dt
from typing import Final

from newsevents.timex import calendar
from newsevents.timex.context import Context, Reading, Roles, number
from newsevents.timex.intervals import Interval, interval
from newsevents.timex.units import shift, unit_of, unit_value

#: Units counted in smaller ones that a date can be moved by.
_COUNTED_IN: Final = {"DE": ("Y", 10), "CE": ("Y", 100), "2W": ("W", 2)}
#: Units of a day and longer; "three hours ago" names no day.
_OF_DATES: Final = frozenset({"D", "W", "M", "Q", "Y"})


def read_told_unit(roles: Roles, context: Context) -> Reading:
    """A unit seen from the last date told: "the following week", "that year"."""
    unit = str(roles["unit"])
    here = context.narrative(unit)
    if unit == "Q" and context.published and unit_of(context.last or "") not in {"Q", "D"}:
        # "the quarter" of a report is the one that has ended.
        here = calendar.add_months(context.published, -3)
    moved = shift(here, unit, number(roles.get("rel", 0))) if here else None
    return Reading("date", unit_value(moved, unit) if moved else None)


def read_told_weekday(roles: Roles, context: Context) -> Reading:
    """Weekdays counted from the last day told: "the following Friday"."""
    here, told = context.narrative("D"), int(number(roles["told"]))
    if here is None or context.published is None:
        return Reading("date", None)
    direction: calendar.Direction = "past" if told < 0 else "future"
    found = calendar.weekday_near(here, int(number(roles["weekday"])), direction, today=not told)
    return Reading("date", found.isoformat() if found else None)


def read_same_period(roles: Roles, context: Context) -> Reading:
    """The period told, a year before: "the same month last year"."""
    span = interval(context.last)
    if span is None:
        return Reading("date", None)
    told = unit_of(context.last or "") if roles["unit"] == "P" else str(roles["unit"])
    moved = calendar.add_months(_first_day(span), -12)
    return Reading("date", unit_value(moved, told) if moved else None)


def read_shift(roles: Roles, context: Context) -> Reading:
    """Dates at a distance: "two weeks ago" from publication, "later" from the last date told.

    The value is as fine as the unit: two years ago is a year.
    """
    told, sign = "told" in roles, int(number(roles["sign"]))
    if roles["number"] == "X":
        return Reading("date", None if told else "PAST_REF" if sign < 0 else "FUTURE_REF")
    unit, factor = _COUNTED_IN.get(str(roles["unit"]), (str(roles["unit"]), 1))
    count = factor * (number(roles["number"]) + number(roles.get("half", 0)))
    if unit not in _OF_DATES:
        return Reading("time", None)
    here = context.narrative(unit) if told else context.published
    if unit == "Y" and count != int(count):
        unit, count = "M", round(12 * count)
    if unit == "Y" and count == 1 and sign < 0 and (same := _compared(context, told=told)):
        return Reading("date", same)
    moved = shift(here, unit, sign * count) if here else None
    return Reading("date", unit_value(moved, unit) if moved else None)


def _compared(context: Context, *, told: bool) -> str | None:
    """The same quarter or month of the year before: "In May it fell from a year earlier"."""
    span = interval(context.near)
    # "A year ago" is said of much else; of a quarter it is how firms report.
    units = {"M", "Q"} if told else {"Q"}
    if context.near is None or span is None or unit_of(context.near) not in units:
        return None
    moved = calendar.add_months(_first_day(span), -12)
    return unit_value(moved, unit_of(context.near)) if moved else None


def _first_day(span: Interval) -> dt.date:
    return span[0].date() if isinstance(span[0], dt.datetime) else span[0]
