"""Units of the calendar: moving by them, and writing a date at their granularity."""

from __future__ import annotations

import datetime as dt
from typing import Final

from newsevents.timex import calendar

_MONTHS_OF: Final = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
_DAYS_OF: Final = {"D": 1, "W": 7, "2W": 14}
_YEARS_A_CENTURY: Final = 100


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
            return f"{date.year // _YEARS_A_CENTURY:02d}"
        case _:
            return date.isoformat()


def shift(date: dt.date, unit: str, count: float) -> dt.date | None:
    """A date so many units on; halves of months and longer in whole months or days."""
    if unit in _DAYS_OF:
        return calendar.add_days(date, round(_DAYS_OF[unit] * count))
    months = _MONTHS_OF.get(unit)
    return calendar.add_months(date, round(months * count)) if months else None


def unit_of(value: str) -> str:
    """Which unit a date was told in: `2023-Q2`, `2023-W27`, `2023-07`, `2023`, else a day."""
    if "Q" in value or "W" in value:
        return "Q" if "Q" in value else "W"
    return {4: "Y", 7: "M"}.get(len(value), "D")
