"""Calendar dates: those a caller gives, and those an article is dated with."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Final

from newsevents.errors import ConfigError
from newsevents.parsers.blocks import Block
from newsevents.rules.layout import DateKind, load_layout

#: What a date in the text says about publication, the surest first.
_SUREST_FIRST: Final[tuple[DateKind, ...]] = ("published", "stated", "updated")
#: Below so many paragraphs of running text a date line stands at the end of an article.
_TOP_PROSE: Final = 3


def check_date(value: object) -> dt.datetime | dt.date | None:
    """The caller's date of publication, as a date or a datetime.

    Raises:
        ConfigError: It is neither a date, a datetime nor an ISO 8601 string.
    """
    if value is None or isinstance(value, dt.date):  # A datetime is a date.
        return value
    if isinstance(value, str):
        try:
            return _from_iso(value.strip())
        except ValueError as error:
            raise _no_date(value) from error
    raise _no_date(value)


def _from_iso(value: str) -> dt.datetime | dt.date:
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        return dt.datetime.fromisoformat(value)


def _no_date(value: object) -> ConfigError:
    return ConfigError(
        f"published_at={value!r} is no date; give a datetime.date, a datetime.datetime or an "
        "ISO 8601 string such as '2023-04-11' or '2023-04-11T10:20:00+01:00'."
    )


def read_date(text: str) -> dt.date | None:
    """The first full calendar date in a text.

    A date without a year is none, nor is one such as 11/04/2023 that two readers
    would take for different days.
    """
    layout = load_layout()
    matches = (match for _, regex in layout.dates if (match := regex.search(text)))
    first = min(matches, key=re.Match.start, default=None)
    return _from_match(first, layout.months) if first else None


def _from_match(match: re.Match[str], months: dict[str, int]) -> dt.date | None:
    parts = match.groupdict()
    if "first" in parts:
        month, day = _day_and_month(int(parts["first"]), int(parts["second"]))
    else:
        month = months[parts["name"].lower()] if "name" in parts else int(parts["month"])
        day = int(parts["day"])
    try:
        return dt.date(int(parts["year"]), month, day)
    except ValueError:  # "31 April 2023", or a day and month that cannot be told apart
        return None


def _day_and_month(first: int, second: int) -> tuple[int, int]:
    """Month and day, or zeros where either number may be either."""
    if first == second or first > 12:
        return second, first
    return (first, second) if second > 12 else (0, 0)


def published_in(blocks: Iterable[Block]) -> tuple[dt.date | None, str | None]:
    """The date that an article gives for its publication, and the rule that found it.

    Dates above the text are believed before those below it, lines that say "published"
    before bare date lines and datelines, and "updated" last. Two different dates that
    are equally sure are no date.
    """
    rules = {item.rule.id: item.rule for item in load_layout().rules}
    found: dict[tuple[bool, int, int], dict[dt.date, str]] = {}
    prose = 0
    for block in blocks:
        prose += block.role == "body" and block.is_prose
        kind = rules[block.rule].gives if block.rule in rules else None
        day = read_date(block.text) if kind else None
        if kind and day:
            is_below = prose >= _TOP_PROSE
            rank = (kind == "updated", int(is_below), _SUREST_FIRST.index(kind))
            found.setdefault(rank, {}).setdefault(day, block.rule or "")
    best = found[min(found)] if found else {}
    return next(iter(best.items())) if len(best) == 1 else (None, None)
