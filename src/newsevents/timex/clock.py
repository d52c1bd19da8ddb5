"""Readings of times of the day: clock times and parts of a day."""

from __future__ import annotations

from typing import Final

from newsevents.timex.calendar import add_days
from newsevents.timex.context import Context, Reading, Roles, number
from newsevents.timex.days import read_day

_NOON: Final = 12
_DAY_LENGTH: Final = len("2023-07-11")


def read_part(roles: Roles, context: Context) -> Reading:
    """Parts of a day: "Tuesday evening", "this morning", "the afternoon of July 11"."""
    day = _day(roles, context)
    return Reading("time", f"{day}T{roles['part']}" if day else None)


def read_overnight(roles: Roles, context: Context) -> Reading:
    """The night that publication ended, or in the future tense the one it begins."""
    ahead = context.direction("past") == "future"
    return read_part({**roles, "today": 0 if ahead else -1}, context)


def read_clock(roles: Roles, context: Context) -> Reading:
    """Clock times, their day may stand close by: "10:35 a.m. on Friday", "noon"."""
    time, day = _time(roles), _day(roles, context)
    if time is None:
        return Reading("time", None)
    return Reading("time", f"{day}T{time}{roles.get('zone', '')}" if day else None)


def _day(roles: Roles, context: Context) -> str | None:
    """The day named, else that of the last time told close by, else publication."""
    if "told" in roles:
        return _told_day(roles, context)
    if any(role in roles for role in ("today", "holiday", "month", "weekday", "year")):
        day = read_day(roles, context)
    elif context.near and len(context.near) >= _DAY_LENGTH:
        day = context.near[:_DAY_LENGTH]
    else:
        day = context.published.isoformat() if context.published else None
    return day if day and len(day) == _DAY_LENGTH and "X" not in day and "W" not in day else None


def _told_day(roles: Roles, context: Context) -> str | None:
    """The day of "the following morning" and "the night before"."""
    told = context.narrative("D")
    day = add_days(told, int(number(roles["told"]))) if told else None
    return day.isoformat() if day else None


def _time(roles: Roles) -> str | None:
    if "noon" in roles:
        return str(roles["noon"])
    if "hundred" in roles:
        hour, minute = divmod(int(number(roles["hundred"])), 100)
    elif "clock" in roles:
        parts = roles["clock"]
        hour, minute = (parts[0], parts[1]) if isinstance(parts, tuple) else (0, 0)
    else:
        hour, minute = _said_hour(roles)
    half = _half(roles)
    if half is not None and hour <= _NOON:
        hour = hour % _NOON + _NOON * half
    return f"{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else None


def _said_hour(roles: Roles) -> tuple[int, int]:
    """Hour and minute of "4", "half past four" and "quarter to four"."""
    hour = int(number(roles["hour"]))
    if "to_hour" in roles:
        return hour - 1, 45
    if "past_hour" in roles:
        return hour, 30 if number(roles["past_hour"]) else 15
    return hour, 0


def _half(roles: Roles) -> int | None:
    """Which half of the day: "a.m.", "in the evening", or unknown."""
    if "meridiem" in roles:
        return int(roles["meridiem"] == "p")
    if "part" in roles:
        return int(roles["part"] in {"AF", "EV", "NI"})
    return None
