"""Time expressions with ids and intervals."""

from __future__ import annotations

import datetime as dt

from newsevents.models import TextSpan
from newsevents.models.mentions import TimeMention
from newsevents.resolve.times import resolve_times


def test_resolve_times():
    """Every mention becomes an expression; only dates and times have intervals."""
    text = "On July 11 for two days"
    mentions = (
        TimeMention(span=TextSpan.of(text, 3, 10), kind="date", value="2023-07-11"),
        TimeMention(span=TextSpan.of(text, 15, 23), kind="duration", value="P2D"),
        TimeMention(span=TextSpan.of(text, 15, 23), kind="date", value=None),
    )
    first, second, third = resolve_times(mentions)
    assert (first.id, second.id, third.id) == ("t1", "t2", "t3")
    assert (first.start, first.end) == (dt.date(2023, 7, 11), dt.date(2023, 7, 12))
    assert (second.start, second.end, third.value) == (None, None, None)
