"""Time mentions with ids, and the stretches of the calendar that they mean."""

from __future__ import annotations

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
