"""What a reading depends on besides its own words: publication, tense, and what came before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from newsevents.models.times import TimeKind
from newsevents.rules.times import Tense
from newsevents.timex.calendar import Direction
from newsevents.timex.intervals import interval
from newsevents.timex.lexer import Value

Roles = Mapping[str, Value]

#: How many days each unit of a date has at most; finer ones are "smaller".
_UNIT_DAYS: Final = {"D": 1, "W": 7, "M": 31, "Q": 92, "Y": 366, "DE": 3653, "CE": 36525}
_DIRECTIONS: Final[dict[Tense, Direction]] = {"past": "past", "future": "future"}


class Reading(NamedTuple):
    """What an expression means; no value where that cannot be told."""

    kind: TimeKind
    value: str | None


def number(value: Value) -> float:
    """A role's value as a number; 0 where it is none."""
    return float(value) if isinstance(value, (int, float)) else 0.0


@dataclass(slots=True)
class Context:
    """Where in time an expression stands.

    Attributes:
        published: Day of publication.
        tense: Tense of the verb that the expression belongs to.
        last: Value of the last dated expression of the text.
        near: The same, where it stands close by.
        history: Whether the text tells of years gone by; months and days then are
            of the year told last.
    """

    published: dt.date | None = None
    tense: Tense | None = None
    last: str | None = None
    near: str | None = None
    history: bool = False

    def direction(self, default: Direction) -> Direction:
        """Where to look for "Friday" or "March"."""
        return _DIRECTIONS.get(self.tense, default) if self.tense else default

    def narrative(self, unit: str) -> dt.date | None:
        """The day that "two days later" counts from: the last one told, else publication.

        Nothing where the last date told is coarser than the unit: two days
        after "March" is no day.
        """
        if self.last is None:
            return self.published
        span = interval(self.last)
        if span is None:
            return None
        first, end = span
        day = first.date() if isinstance(first, dt.datetime) else first
        last = end.date() if isinstance(end, dt.datetime) else end
        return day if (last - day).days <= _UNIT_DAYS.get(unit, 1) else None
