"""Time expressions of a text with their TIMEX3 values."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

from newsevents.errors import RuleError
from newsevents.models.times import TimeKind
from newsevents.rules.times import Tense, TimeRule, TimeRules, time_rules
from newsevents.timex import clock, days, durations, numeric, periods, told
from newsevents.timex.context import Context, Reading, Roles, number
from newsevents.timex.intervals import interval
from newsevents.timex.lexer import Items, Lexer, PosAt, Value
from newsevents.timex.patterns import PatternCompiler, role_of
from newsevents.timex.tense import TenseGuesser

#: Tense of the verb that the expression between two characters belongs to.
TenseAt = Callable[[int, int], Tense | None]

READINGS: Final[Mapping[str, Callable[[Roles, Context], Reading]]] = {
    "date": days.read_date,
    "year_bc": days.read_year_bc,
    "unit": periods.read_unit,
    "told_unit": told.read_told_unit,
    "told_weekday": told.read_told_weekday,
    "same_period": told.read_same_period,
    "weekend": periods.read_weekend,
    "season": periods.read_season,
    "decade": periods.read_decade,
    "century": periods.read_century,
    "quarter": periods.read_quarter,
    "week_of": periods.read_week_of,
    "weekend_of": periods.read_weekend_of,
    "nth_day": days.read_nth_day,
    "week_on": days.read_week_on,
    "day_alone": days.read_day_alone,
    "shift": told.read_shift,
    "part": clock.read_part,
    "overnight": clock.read_overnight,
    "clock": clock.read_clock,
    "duration": durations.read_duration,
    "vague": durations.read_vague,
    "set": durations.read_set,
    "fixed": durations.read_fixed,
    "numeric": numeric.read_numeric,
    "iso": numeric.read_iso,
}
#: So many years gone by make a history of a text.
_OLD_YEARS: Final = 4
#: Roles of expressions that look at things from the day of publication.
_RECENT: Final = frozenset({"today", "weekday", "rel", "week_rel", "year_rel"})
#: How many characters a date is taken to govern: "In 1941 ... In June".
_NEAR: Final = 300


class Timex(NamedTuple):
    """A time expression; offsets are characters of the text, the end exclusive."""

    start: int
    end: int
    kind: TimeKind
    value: str | None
    rule: str


class _Found(NamedTuple):
    """A match of a rule over items."""

    first: int
    end: int
    roles: dict[str, Value]
    rule: TimeRule


class TimeReader:
    """Finds and reads time expressions by a set of rules."""

    def __init__(self, rules: TimeRules) -> None:
        self._lexer = Lexer(rules)
        self._tense = rules.tense
        compiler = PatternCompiler(codes=self._lexer.codes, sets=rules.sets, macros=rules.macros)
        self._rules = [(compiler.compile(rule.pattern), rule) for rule in rules.rules]
        for rule in rules.rules:
            if rule.value not in READINGS:
                raise RuleError(f"{rule.id} wants a reading {rule.value!r}, which does not exist")

    def read(
        self,
        text: str,
        *,
        published: dt.date | None = None,
        pos_at: PosAt | None = None,
        tense_at: TenseAt | None = None,
    ) -> list[Timex]:
        """The time expressions of a text, in order and not overlapping.

        What is relative to an unknown day of publication has no value; nor has
        "two days later" before any date is told.

        Args:
            text: Any text.
            published: Day that "today" was.
            pos_at: Part of speech of the word at a character, where known.
            tense_at: Tense of the verb that governs a stretch of characters.
        """
        items = self._lexer.items(text, pos_at)
        read: list[Timex] = []
        matches = self._matches(items)
        tense_at = tense_at or TenseGuesser(text, self._tense)
        context = Context(published=published, history=_is_history(matches, published))
        last_end = 0
        for found in matches:
            start, end = items.starts[found.first], items.ends[found.end - 1]
            context.near = context.last if start - last_end < _NEAR else None
            context.tense = tense_at(start, end)
            kind, value = READINGS[found.rule.value](found.roles, context)
            read.append(Timex(start, end, kind, value, found.rule.id))
            if kind in {"date", "time"} and interval(value):
                context.last, last_end = value, end
        return read

    def _matches(self, items: Items) -> list[_Found]:
        """Matches in text order; of overlapping ones the longest, then the earlier rule."""
        found = [
            (match.start() - match.end(), rank, match)
            for rank, (pattern, _) in enumerate(self._rules)
            for match in pattern.finditer(items.codes)
        ]
        found.sort(key=lambda entry: (entry[0], entry[1]))
        taken = bytearray(len(items.codes))
        kept: list[_Found] = []
        for _, rank, match in found:
            if not any(taken[match.start() : match.end()]):
                taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
                kept.extend(_pieces(match, self._rules[rank][1], items))
        return sorted(kept, key=lambda entry: entry.first)


def _is_history(matches: list[_Found], published: dt.date | None) -> bool:
    """Whether a text tells of years gone by rather than of its own week.

    There "June" is that of the year told last; in news it is this year's.
    """
    years = [number(year) for found in matches if (year := found.roles.get("year"))]
    old = sum(1 for year in years if published is None or year < published.year - 1)
    recent = sum(1 for found in matches if _RECENT & found.roles.keys())
    return old >= _OLD_YEARS and old > 2 * recent


def _pieces(match: re.Match[str], rule: TimeRule, items: Items) -> Iterator[_Found]:
    """The expression matched; of a range ("July 5-8", "60 to 90 days") its two ends."""
    roles: dict[str, Value] = dict(rule.fixed)
    places: dict[str, int] = {}
    for group, at in match.re.groupindex.items():
        if match.start(at) >= 0:
            places[role_of(group)] = match.start(at)
    roles |= {role: items.values[at] for role, at in places.items()}
    first, end = match.span()
    side = next((side for side in ("left", "right") if side in roles), None)
    if side and rule.shared:
        shared = {**roles, rule.shared: roles[side]}
        at = places[side]
        yield _Found(at, at + 1, shared, rule)
        first, end = (at + 2, end) if side == "left" else (first, at - 1)
    yield _Found(first, end, roles, rule)


@cache
def default_reader() -> TimeReader:
    """The reader with the rules as shipped."""
    return TimeReader(time_rules())
