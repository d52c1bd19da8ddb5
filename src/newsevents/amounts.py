"""Amounts in plain text: money, percentages, measures and numbers, with their values.

Pure functions over strings. Which numbers count something is a question of
grammar and is answered elsewhere; years, ages and labels are read here too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final, NamedTuple

from newsevents.errors import RuleError
from newsevents.rules.amounts import AmountRules, amount_rules
from newsevents.timex.numbers import CARDINALS, NUMBER_WORDS, words_to_number

_PIECE: Final = re.compile(r"(?<!\?P)<(\w+)>")
#: Neither side of a number may be part of a longer word, number, ordinal or score.
_BEFORE: Final = r"(?<![\w$£€.,:/’'-])"
_AFTER: Final = r"(?!\w|[.,:/]\d|[-–](?:\d|year|month|week|day|hour|minute|old)|['’]\w)"
#: A longer run of digits is no amount of anything.
_MAX: Final = 1e18
_DIGITS: Final = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"


class Quantity(NamedTuple):
    """An amount; offsets are characters of the text, the end exclusive."""

    start: int
    end: int
    value: float
    unit: str | None
    currency: str | None


class AmountReader:
    """Reads amounts by a set of rules."""

    def __init__(self, rules: AmountRules) -> None:
        self._rules = rules
        self._scales = {word.lower(): factor for word, factor in rules.scales.items()}
        self._currencies = {word.lower(): sign for word, sign in rules.currencies.items()}
        self._measures = {word.lower(): unit for word, unit in rules.measures.items()}
        pieces = self._pieces()
        self._whole = [
            re.compile(_fill(rule.pattern, pieces), re.IGNORECASE) for rule in rules.rules
        ]
        self._parts = [
            re.compile(f"{_edge(pattern)}(?:{pattern.pattern}){_AFTER}", re.IGNORECASE)
            for pattern, rule in zip(self._whole, rules.rules, strict=True)
            if not rule.alone
        ]
        words, signs = _either([*NUMBER_WORDS, "half", "a"]), _either(rules.signs)
        first = rf"{_BEFORE}(?=\d|(?:{words})\b|(?:{signs})\s?\d)"
        self._first = re.compile(first, re.IGNORECASE)

    def _pieces(self) -> dict[str, str]:
        rules = self._rules
        words = _either(NUMBER_WORDS)
        run = rf"(?:{_either(CARDINALS)})(?:(?:[\s-]|\sand\s)(?:{words})){{0,15}}"
        long_scales = [word for word in rules.scales if len(word) > 3]
        return {
            "number": rf"(?:{_DIGITS}|\b{run}\b)",
            "phrase": rf"\b(?:{_either(rules.phrases)})\b",
            "gap": r"(?:\s|-)?",
            "scale": _either(rules.scales),
            "word_scale": _either(long_scales),
            "sign": _either(rules.signs),
            "money": _either(rules.currencies),
            "percent": _either(rules.percent),
            "measure": _either(rules.measures),
        }

    def parse(self, text: str) -> Quantity | None:
        """The amount that a text is, nothing if it is none or more than one."""
        stripped = text.strip()
        begin = text.find(stripped)
        for pattern in self._whole:
            match = pattern.fullmatch(stripped)
            if match and (found := self._read(match, begin)):
                return found
        return None

    def find(self, text: str) -> Iterator[Quantity]:
        """The amounts of a text, in order and not overlapping.

        Ordinals ("500th"), parts of longer numbers, scores ("2-1") and ages
        ("32-year-old") are none.
        """
        end = 0
        for place in self._first.finditer(text):
            if place.start() < end:
                continue
            matches = (pattern.match(text, place.start()) for pattern in self._parts)
            found = next(filter(None, (self._read(match, 0) for match in matches if match)), None)
            if found:
                end = found.end
                yield found

    def _read(self, match: re.Match[str], offset: int) -> Quantity | None:
        groups = {name: text for name, text in match.groupdict().items() if text is not None}
        number = groups["number"].lower()
        scale = groups.get("scale", "").lower()
        value = self._value(number.removesuffix(scale).rstrip(" -\n\t") if scale else number)
        if value is None:
            return None
        value *= self._scales.get(scale, 1.0)
        if value > _MAX:
            return None
        currency = groups.get("sign") or self._currencies.get(_spaced(groups.get("money", "")))
        unit = self._measures.get(_spaced(groups.get("measure", "")))
        if "percent" in groups:
            unit = self._rules.percent.get(_spaced(groups["percent"]))
        if "noun" in groups:
            unit = groups["noun"]
            if unit.lower() in self._rules.not_counted:
                return None
        start, end = match.span()
        return Quantity(offset + start, offset + end, value, unit, currency)

    def _value(self, number: str) -> float | None:
        phrase = self._rules.phrases.get(_spaced(number))
        if phrase is not None:
            return phrase
        if number[:1].isdigit():
            return float(number.replace(",", ""))
        return words_to_number(re.split(r"[\s-]+", number))


def _spaced(text: str) -> str:
    return " ".join(text.lower().split())


def _either(words: Iterable[str]) -> str:
    """A choice of words, the longer first, any white space between their parts."""
    escaped = (re.escape(word).replace(r"\ ", r"\s") for word in words)
    return "|".join(sorted(escaped, key=len, reverse=True))


def _edge(pattern: re.Pattern[str]) -> str:
    """A sign may be glued to the word before it ("up$5m"), a number may not."""
    return "" if "<sign>" in pattern.pattern else _BEFORE


def _fill(pattern: str, pieces: dict[str, str]) -> str:
    # A group is named like a piece, "(?P<scale>"; only pieces are filled in.
    try:
        return _PIECE.sub(lambda piece: f"(?:{pieces[piece[1]]})", pattern)
    except KeyError as error:
        raise RuleError(f"the pattern {pattern!r} has the unknown piece {error}") from error


@cache
def default_amounts() -> AmountReader:
    """The reader with the rules as shipped."""
    return AmountReader(amount_rules())


def parse_amount(text: str) -> Quantity | None:
    """The amount that a text is: "$10m" is 10000000 "$", "3.5 per cent" 3.5 "%".

    Nothing for a text that holds more than the amount, or none that is a number:
    "hundreds".
    """
    return default_amounts().parse(text)
