"""Readings of durations, and of what comes round again and again."""

from __future__ import annotations

from typing import Final

from newsevents.timex.context import Context, Reading, Roles, number

#: How many smaller units one unit has: half a year is six months.
_PARTS: Final = {
    "ML": (1000, "Y"),
    "CE": (100, "Y"),
    "DE": (10, "Y"),
    "Y": (12, "M"),
    "Q": (3, "M"),
    "2W": (2, "W"),
    "W": (7, "D"),
    "D": (24, "TH"),
    "TH": (60, "TM"),
    "TM": (60, "TS"),
}
#: Units that TIMEX3 has no letter for, and what it counts in their place.
_COUNTED_IN: Final = frozenset({"DE", "CE", "ML", "2W"})


def duration(count: str | float, unit: str) -> str:
    """`P3D`, `PT5H30M`, `PXW`; half a year is `P6M`, two decades `P20Y`."""
    if isinstance(count, str):
        return f"P{unit[0]}X{unit[1:]}" if unit[0] == "T" else f"PX{_letter(unit)}"
    if unit in _COUNTED_IN:
        factor, smaller = _PARTS[unit]
        return duration(count * factor, smaller)
    whole, rest = int(count), count - int(count)
    value = f"{whole}{unit[-1]}" if whole or not rest else ""
    if rest and unit in _PARTS:
        factor, smaller = _PARTS[unit]
        mixed = smaller[0] == "T" and unit[0] != "T"
        value += f"{'T' if mixed else ''}{round(rest * factor)}{smaller[-1]}"
    elif rest:
        value = f"{count:g}{unit[-1]}"
    return f"P{'T' if unit[0] == 'T' else ''}{value}"


def _letter(unit: str) -> str:
    return "W" if unit == "2W" else unit


def read_duration(roles: Roles, context: Context) -> Reading:
    """Lengths of time: "three days", "more than a decade", "the past two years"."""
    del context
    if "season" in roles:
        return Reading("duration", duration(_count(roles), "Y").replace("Y", str(roles["season"])))
    return Reading("duration", duration(_count(roles), str(roles["unit"])))


def _count(roles: Roles) -> str | float:
    counted = roles.get("number", 1)
    return "X" if counted == "X" else number(counted) + number(roles.get("half", 0))


def read_set(roles: Roles, context: Context) -> Reading:
    """What comes again: "every Monday", "each July", "every two years", "daily"."""
    del context
    if "fixed" in roles:
        return Reading("set", str(roles["fixed"]))
    part = f"T{roles['part']}" if "part" in roles else ""
    if "weekday" in roles:
        return Reading("set", f"XXXX-WXX-{int(float(str(roles['weekday'])))}{part}")
    if "month" in roles:
        return Reading("set", f"XXXX-{int(float(str(roles['month']))):02d}")
    if "season" in roles:
        return Reading("set", f"XXXX-{roles['season']}")
    if part:
        return Reading("set", f"XXXX-XX-XX{part}")
    unit = str(roles["unit"])
    if unit == "WE":
        return Reading("set", "XXXX-WXX-WE")
    return Reading("set", duration(_count(roles), unit))


def read_vague(roles: Roles, context: Context) -> Reading:
    """Lengths that nobody tells: "some time", "a while"."""
    del context
    return Reading("duration", str(roles["fixed"]))


def read_fixed(roles: Roles, context: Context) -> Reading:
    """The present, the past and the future: "now", "recently", "the future"."""
    del context
    return Reading("date", str(roles["fixed"]))
