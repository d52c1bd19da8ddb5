"""Readings of durations, and of what comes round again and again."""

from __future__ import annotations

from typing import Final

from newsevents.timex.context import Context, Reading, Roles

_PARTS: Final = {"Y": (12, "M"), "DE": (10, "Y"), "CE": (100, "Y"), "ML": (1000, "Y"), "2W": (2, "W"),
                 "TH": (60, "TM"), "TM": (60, "TS"), "W": (7, "D"), "D": (24, "TH"), "Q": (3, "M")}  # fmt: skip
#: Units that TIMEX3 has no letter for, and what it counts in their place.
_COUNTED_IN: Final = {"DE": 10, "CE": 100, "ML": 1000}


def duration(number: str | float, unit: str) -> str:
    """`P3D`, `PT5H30M`, `PXW`; half a year is `P6M`, two decades `P20Y`."""
    if isinstance(number, str):
        return f"P{unit[0]}X{unit[1:]}" if unit[0] == "T" else f"PX{_letter(unit)}"
    if unit in _COUNTED_IN or unit == "2W":
        factor, smaller = _PARTS[unit]
        return duration(number * factor, smaller)
    whole = int(number)
    rest = number - whole
    value = f"{whole}{unit[-1]}" if whole else ""
    if rest and unit in _PARTS:
        factor, smaller = _PARTS[unit]
        part = round(rest * factor)
        mixed = smaller[0] == "T" and unit[0] != "T"
        value += f"{'T' if mixed else ''}{part}{smaller[-1]}"
    elif rest:
        value = f"{number:g}{unit[-1]}"
    return f"P{'T' if unit[0] == 'T' else ''}{value or '0' + unit[-1]}"


def _letter(unit: str) -> str:
    return "W" if unit == "2W" else unit


def read_duration(roles: Roles, context: Context) -> Reading:
    """"three days", "more than a decade", "the past two years", "a minute and a half"."""
    del context
    if "season" in roles:
        return Reading("duration", duration(_count(roles), "Y").replace("Y", str(roles["season"])))
    return Reading("duration", duration(_count(roles), str(roles["unit"])))


def _count(roles: Roles) -> str | float:
    number = roles.get("number", 1)
    if number == "X":
        return "X"
    return float(number if isinstance(number, (int, float, str)) else 1) + float(str(roles.get("half", 0)))


def read_set(roles: Roles, context: Context) -> Reading:
    """"every Monday", "each July", "every two years", "daily", "Tuesday nights"."""
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
    """"some time", "a while"."""
    del context
    return Reading("duration", str(roles["fixed"]))


def read_fixed(roles: Roles, context: Context) -> Reading:
    """"now", "recently", "the future"."""
    del context
    return Reading("date", str(roles["fixed"]))
