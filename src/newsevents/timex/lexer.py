"""Text as items: words, phrases and numbers with the classes that patterns are made of."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from newsevents.rules.times import AmbiguousWord, TimeRules
from newsevents.timex.numbers import digits_at, words_at

Value = str | int | float | tuple[int, ...]
#: Part of speech (UPOS) of the word at a character, or nothing where unknown.
PosAt = Callable[[int], str | None]

_WORD: Final = re.compile(
    r"""
      (?P<gap>\n[^\S\n]*\n\s*)
    | (?P<iso>\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?Z?)?(?![\w-]))
    | (?P<numeric>\d{1,2}(?P<mark>[/.])\d{1,2}(?P=mark)(?:\d{4}|\d\d)(?![\w/]))
    | (?P<clock>\d{1,2}:[0-5]\d(?!\d|:\d)|\d{1,2}:[0-5]\d:[0-5]\d(?!\d)
        |\d{1,2}\.[0-5]\d(?=\ ?[ap]\.?m\b))
    | (?P<decade>[12]\d\d0s\b|['’‘`]?\b\d0s\b)
    | (?P<short_year>['’‘`]\d\d\b)
    | (?P<digits_ordinal>\d{1,3}(?:st|nd|rd|th)\b)
    | (?P<digits>\d+(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+\.\d+|\d+)
    | (?P<meridiem>[ap]\.\s?m\b\.?|[ap]m\b)
    | (?P<short>(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.(?!\w)
        |(?:mon|tues?|wed|thurs?|fri|sat|sun|no)\.(?!\w)|[ab]\.[cd]\.(?:e\.)?)
    | (?P<word>o['’]clock\b|[^\W\d_]+)
    | (?P<possessive>['’]s\b)
    | (?P<other>\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: Classes that no lexicon lists; the lexer itself gives them.
_BUILT_IN: Final = (
    *("word", "plural", "name", "gap", "iso", "numeric", "clock", "decade", "short_year"),
    *("digits_ordinal", "number", "hour_number", "day_number", "year", "word_year"),
    *("meridiem", "possessive", "comma", "hyphen", "slash", "open", "close", "stop"),
    *("quotation", "mark"),
)
_MARKS: Final = {
    **dict.fromkeys(".;!?:", "stop"),
    **dict.fromkeys("-–—‑", "hyphen"),
    **dict.fromkeys("\"“”'’‘", "quotation"),
    ",": "comma",
    "/": "slash",
    "(": "open",
    ")": "close",
}
#: How the value of an item in figures is read off its text.
_FIGURES: Final[Mapping[str, Callable[[str], Value]]] = {
    "digits_ordinal": lambda text: int(text[:-2]),
    "decade": lambda text: int(text.strip("'’‘`")[:-2]),
    "short_year": lambda text: int(text[1:]),
    "clock": lambda text: tuple(int(part) for part in re.split(r"[:.]", text)),
    "meridiem": lambda text: text[0],
}
_MIN_YEAR, _MAX_YEAR = 1000, 2199
_HOURS, _DAYS = 12, 31
#: Nobody counts time beyond this; a longer run of digits is no number.
_MAX_COUNT: Final = 1e12


@dataclass(frozen=True, slots=True)
class Items:
    """A text's items; ``codes`` has one character, its class, for each."""

    codes: str
    starts: list[int]
    ends: list[int]
    values: list[Value]


@dataclass(slots=True)
class _Builder:
    """Items in the making."""

    codes: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)

    def add(self, code: str, start: int, end: int, value: Value) -> None:
        self.codes.append(code)
        self.starts.append(start)
        self.ends.append(end)
        self.values.append(value)


class Lexer:
    """Cuts text into items by the lexicon of the rules."""

    def __init__(self, rules: TimeRules) -> None:
        doubtful = [f"{entry.category}_or_not" for entry in rules.ambiguous.values()]
        names = [*_BUILT_IN, *rules.lexicon, *doubtful]
        #: Class name → its character in `Items.codes`.
        self.codes: Mapping[str, str] = {
            name: chr(0x4E00 + number) for number, name in enumerate(dict.fromkeys(names))
        }
        self._words: dict[str, tuple[str, Value, bool]] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], str, Value]]] = {}
        self._ambiguous = rules.ambiguous
        for category, words in rules.lexicon.items():
            for word, value in words.items():
                self._learn(word, self.codes[category], value)
        for entries in self._phrases.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        self._marks = {mark: self.codes[name] for mark, name in _MARKS.items()}

    def _learn(self, entry: str, code: str, value: Value) -> None:
        parts = tuple(match.group().lower() for match in _WORD.finditer(entry))
        if len(parts) == 1:
            self._words[parts[0]] = (code, value, entry[0].isupper())
        else:
            self._phrases.setdefault(parts[0], []).append((parts, code, value))

    def items(self, text: str, pos_at: PosAt | None = None) -> Items:
        """The items of a text, in order.

        Args:
            text: Any text.
            pos_at: Parts of speech, where they are known; they tell the month
                "May" from the verb. Without them capitals decide.
        """
        matches = list(_WORD.finditer(text))
        words = [match.group().lower() for match in matches]
        made = _Builder()
        at = 0
        while at < len(matches):
            at = self._next(matches, words, at, made, pos_at)
        return Items("".join(made.codes), made.starts, made.ends, made.values)

    def _next(
        self,
        matches: list[re.Match[str]],
        words: list[str],
        at: int,
        made: _Builder,
        pos_at: PosAt | None,
    ) -> int:
        """Add the item that begins at a word; returns where the next one begins."""
        word = words[at]
        for parts, code, value in self._phrases.get(word, ()):
            if tuple(words[at : at + len(parts)]) == parts:
                made.add(code, matches[at].start(), matches[at + len(parts) - 1].end(), value)
                return at + len(parts)
        match = matches[at]
        if match.lastgroup == "digits":
            value, end = digits_at(words, at)
            digits = word if end == at + 1 and word.isdigit() else ""
            code = self._number_code(value, digits)
        elif (found := words_at(words, at)) is not None:
            value, end, is_year = found
            code = self.codes["word_year"] if is_year else self._number_code(value, "")
        else:
            code, meaning = self._single(match, word, pos_at)
            made.add(code, match.start(), match.end(), meaning)
            return at + 1
        made.add(code, match.start(), matches[end - 1].end(), value)
        return end

    def _single(self, match: re.Match[str], word: str, pos_at: PosAt | None) -> tuple[str, Value]:
        """Class and value of one word, mark or date in figures."""
        group = match.lastgroup or "mark"
        if group in {"word", "short"}:
            return self._word(match, word, pos_at)
        if group == "other":
            known = self._words.get(word)
            return known[:2] if known else (self._marks.get(word, self.codes["mark"]), word)
        value = _FIGURES[group](word) if group in _FIGURES else word
        return self.codes[group], value

    def _word(self, match: re.Match[str], word: str, pos_at: PosAt | None) -> tuple[str, Value]:
        if word in self._ambiguous:
            return self._doubtful(match, self._ambiguous[word], pos_at)
        capital = match.group()[0].isupper()
        known = self._words.get(word)
        if known and (capital or not known[2]):
            return known[:2]
        plural = word.endswith("s") and not word.endswith("ss")
        return self.codes["name" if capital else "plural" if plural else "word"], word

    def _doubtful(
        self, match: re.Match[str], entry: AmbiguousWord, pos_at: PosAt | None
    ) -> tuple[str, Value]:
        if entry.capital and not match.group()[0].isupper():
            return self.codes["word"], match.group()
        pos = pos_at(match.start()) if pos_at else None
        if pos and pos not in entry.pos:
            return self.codes["word"], match.group()
        sure = pos is not None and entry.capital
        return self.codes[entry.category if sure else f"{entry.category}_or_not"], entry.value

    def _number_code(self, value: float, digits: str) -> str:
        if len(digits) == 4 and _MIN_YEAR <= value <= _MAX_YEAR:
            return self.codes["year"]
        if value.is_integer() and 1 <= value <= _DAYS and len(digits) <= 2:
            return self.codes["hour_number" if value <= _HOURS else "day_number"]
        return self.codes["number" if value <= _MAX_COUNT else "mark"]
