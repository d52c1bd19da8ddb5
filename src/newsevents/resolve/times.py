"""Time mentions with ids, and the stretches of the calendar that they mean."""

from __future__ import annotations

import datetime as dt

from newsevents.models import TimeExpression
from newsevents.models.mentions import TimeMention
from newsevents.timex.intervals import interval


def resolve_times(mentions: tuple[TimeMention, ...]) -> tuple[TimeExpression, ...]:
    """One expression for each mention, in order of appearance.

    Durations, sets, unresolved values and seasons have no interval.
    """
    return tuple(_resolve(number, mention) for number, mention in enumerate(mentions, start=1))


def _resolve(number: int, mention: TimeMention) -> TimeExpression:
    start, end = interval(mention.value) or (None, None)
    return TimeExpression(
        id=f"t{number}",
        span=mention.span,
        kind=mention.kind,
        value=mention.value,
        start=start,
        end=end,
    )


def is_near(time: TimeExpression, published: dt.datetime | dt.date | None, *, days: int) -> bool:
    """Whether an expression means a time within some days of an article's publication.

    Without a date of publication any time may.
    """
    away = _days_after(time, published)
    return away is None or abs(away) <= days


def is_after(time: TimeExpression, published: dt.datetime | dt.date | None) -> bool:
    """Whether an expression means a later day than that of publication."""
    return (_days_after(time, published) or 0) > 0


def _days_after(time: TimeExpression, published: dt.datetime | dt.date | None) -> int | None:
    if published is None or time.start is None:
        return None
    return (_day(time.start) - _day(published)).days


def _day(time: dt.datetime | dt.date) -> dt.date:
    return time.date() if isinstance(time, dt.datetime) else time
