"""Readings of dates written in figures, for which `dateparser` knows the ways of writing."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING, Final

from newsevents.timex.context import Context, Reading, Roles

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

#: Of two ways to read "7/8/07" one is taken only where it is this close to publication.
_CLOSE: Final = dt.timedelta(days=14)


@cache
def _parser(order: str) -> DateDataParser:
    # Half a second of import that most articles never need.
    from dateparser.date import DateDataParser

    settings = {
        "DATE_ORDER": order,
        "REQUIRE_PARTS": ["day", "month", "year"],
        "PARSERS": ["absolute-time"],
    }
    return DateDataParser(languages=["en"], settings=settings)


@cache
def calendar_date(text: str, order: str) -> dt.date | None:
    """The day that a date in figures names when read in an order: `MDY`, `DMY`."""
    found = _parser(order).get_date_data(text).date_obj
    return found.date() if found else None


def read_numeric(roles: Roles, context: Context) -> Reading:
    """Dates in figures; where day and month could change places, the one near publication."""
    text = str(roles["numeric"])
    first, second = (int(part) for part in text.replace(".", "/").split("/")[:2])
    orders = [order for order, month in (("MDY", first), ("DMY", second)) if month <= 12]
    days = {day for order in orders if (day := calendar_date(text, order))}
    if len(days) > 1 and context.published:
        here = context.published
        days = {day for day in days if abs(day - here) <= _CLOSE}
    return Reading("date", days.pop().isoformat() if len(days) == 1 else None)


def read_iso(roles: Roles, context: Context) -> Reading:
    """Dates after ISO 8601, as they stand, if there is such a day."""
    del context
    text = str(roles["iso"]).upper()
    try:
        dt.datetime.fromisoformat(text)
    except ValueError:
        return Reading("date", None)
    return Reading("time" if "T" in text else "date", text)
