"""Text as items: words, phrases and numbers with the classes that patterns are made of."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from newsevents.rules.times import AmbiguousWord, TimeRules
from newsevents.timex.numbers import CARDINALS, NUMBER_WORDS, words_to_number, words_to_year

Value = str | int | float | tuple[int, ...]
#: Part of speech (UPOS) of the word at a character, or nothing where unknown.
PosAt = Callable[[int], str | None]

_WORD: Final = re.compile(
    r"""
      (?P<gap>\n[^\S\n]*\n\s*)
    | (?P<iso>\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?Z?)?(?![\w-]))
    | (?P<numeric>\d{1,2}(?P<mark>[/.])\d{1,2}(?P=mark)(?:\d{4}|\d\d)(?![\w/]))
    | (?P<clock>\d{1,2}:[0-5]\d(?!\d|:\d)|\d{1,2}:[0-5]\d:[0-5]\d(?!\d)|\d{1,2}\.[0-5]\d(?=\ ?[ap]\.?m\b))
    | (?P<decade>[12]\d\d0s\b|['’‘`]?\b\d0s\b)
    | (?P<short_year>['’‘`]\d\d\b)
    | (?P<digits_ordinal>\d{1,3}(?:st|nd|rd|th)\b)
    | (?P<digits>\d+(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+\.\d+|\d+)
    | (?P<meridiem>[ap]\.\s?m\b\.?|[ap]m\b)
    | (?P<short>(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|sat|sun|no)\.(?!\w)
        |[ab]\.[cd]\.(?:e\.)?)
    | (?P<word>o['’]clock\b|[^\W\d_]+)
    | (?P<possessive>['’]s\b)
    | (?P<other>\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: Classes that no lexicon lists; the lexer itself gives them.
_BUILT_IN: Final = (
    "word", "plural", "name", "gap", "iso", "numeric", "clock", "decade", "short_year", "digits_ordinal",
    "number", "hour_number", "day_number", "year", "word_year", "meridiem", "possessive",
    "comma", "hyphen", "slash", "open", "close", "stop", "quotation", "mark",
)  # fmt: skip
_MARKS: Final = {
    ",": "comma", "-": "hyphen", "–": "hyphen", "—": "hyphen", "‑": "hyphen", "/": "slash", "(": "open",
    ")": "close", ".": "stop", ";": "stop", "!": "stop", "?": "stop", ":": "stop", '"': "quotation",
    "“": "quotation", "”": "quotation", "'": "quotation", "’": "quotation", "‘": "quotation",
}  # fmt: skip
_MIN_YEAR, _MAX_YEAR = 1000, 2199
_HOURS, _DAYS = 12, 31


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
        names = [*_BUILT_IN, *rules.lexicon, *(f"{word}_or_not" for word in _classes(rules))]
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
        self, matches: list[re.Match[str]], words: list[str], at: int, made: _Builder, pos_at: PosAt | None
    ) -> int:
        """Add the item that begins at a word; returns where the next one begins."""
        word = words[at]
        for parts, code, value in self._phrases.get(word, ()):
            if tuple(words[at : at + len(parts)]) == parts:
                made.add(code, matches[at].start(), matches[at + len(parts) - 1].end(), value)
                return at + len(parts)
        match = matches[at]
        if word in CARDINALS or (word == "a" and words[at + 1 : at + 2] in (["hundred"], ["thousand"])):
            return self._number_words(matches, words, at, made)
        if match.lastgroup == "digits":
            return self._digits(matches, words, at, made)
        code, value = self._single(match, word, pos_at)
        made.add(code, match.start(), match.end(), value)
        return at + 1

    def _single(self, match: re.Match[str], word: str, pos_at: PosAt | None) -> tuple[str, Value]:
        group = match.lastgroup
        if group in {"word", "short"}:
            if word in self._ambiguous:
                return self._doubtful(match, self._ambiguous[word], pos_at)
            known = self._words.get(word)
            if known and (not known[2] or match.group()[0].isupper()):
                return known[0], known[1]
            if match.group()[0].isupper():
                return self.codes["name"], word
            return self.codes["plural" if word.endswith("s") and word[-2:] != "ss" else "word"], word
        if group == "other":
            known = self._words.get(word)
            return (known[0], known[1]) if known else (self._marks.get(word, self.codes["mark"]), word)
        if group == "digits_ordinal":
            return self.codes["digits_ordinal"], int(word[:-2])
        if group == "decade":
            return self.codes["decade"], int(word.strip("'’‘`")[:-2])
        if group == "short_year":
            return self.codes["short_year"], int(word[1:])
        if group == "clock":
            return self.codes["clock"], tuple(int(part) for part in re.split(r"[:.]", word))
        if group == "meridiem":
            return self.codes["meridiem"], word[0]
        return self.codes[group or "mark"], word

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

    def _digits(
        self, matches: list[re.Match[str]], words: list[str], at: int, made: _Builder
    ) -> int:
        """A number in digits, with the fraction or the scale behind it."""
        word, end = words[at], at + 1
        value = float(word.replace(",", ""))
        if words[at + 1 : at + 4] and value == int(value):
            fraction = _fraction(words[at + 1 : at + 4], matches[at : at + 4])
            if fraction:
                value, end = value + fraction, at + 4
        if words[end : end + 1] and words[end] in {"½", "¼", "¾"}:
            value, end = value + {"½": 0.5, "¼": 0.25, "¾": 0.75}[words[end]], end + 1
        if words[end : end + 1] and words[end] in NUMBER_WORDS and words[end] not in CARDINALS:
            value, end = value * NUMBER_WORDS[words[end]], end + 1
        plain = end == at + 1 and word.isdigit()
        made.add(self._number_code(value, word if plain else ""), matches[at].start(), matches[end - 1].end(), value)
        return end

    def _number_words(
        self, matches: list[re.Match[str]], words: list[str], at: int, made: _Builder
    ) -> int:
        """The longest run of number words with a value; a hyphen or "and" may stand inside."""
        run, ends = [words[at]], [at + 1]
        end = at + 1
        while end < len(words):
            step = 2 if words[end] in {"-", "and"} and words[end + 1 : end + 2] and words[end + 1] in NUMBER_WORDS else 1
            if words[end + step - 1] not in NUMBER_WORDS or (step == 2 and words[end] == "and" and not _scaled(run)):  # noqa: PLR2004
                break
            end += step
            run.append(words[end - 1])
            ends.append(end)
        while run:
            year, value = words_to_year(run), words_to_number(run)
            code = self.codes["word_year"] if year else self._number_code(value or 0.0, "")
            if year or value is not None:
                made.add(code, matches[at].start(), matches[ends[-1] - 1].end(), year or value or 0.0)
                return ends[-1]
            run.pop()
            ends.pop()
        made.add(self.codes["word"], matches[at].start(), matches[at].end(), words[at])
        return at + 1

    def _number_code(self, value: float, digits: str) -> str:
        if len(digits) == 4 and _MIN_YEAR <= value <= _MAX_YEAR:  # noqa: PLR2004 - digits of a year
            return self.codes["year"]
        if value == int(value) and 1 <= value <= _DAYS and len(digits) <= 2:  # noqa: PLR2004 - digits of a day
            return self.codes["hour_number" if value <= _HOURS else "day_number"]
        return self.codes["number"]


def _classes(rules: TimeRules) -> list[str]:
    return [entry.category for entry in rules.ambiguous.values()]


def _scaled(run: list[str]) -> bool:
    """Whether "and" may go on a number: "two hundred and five", not "two and five"."""
    return run[-1] in NUMBER_WORDS and run[-1] not in CARDINALS


def _fraction(words: list[str], matches: list[re.Match[str]]) -> float:
    """What "1/2" in "2 1/2 years" is worth, 0 where there is none."""
    if len(words) == 3 and words[1] == "/" and words[0].isdigit() and words[2] in {"2", "3", "4"}:  # noqa: PLR2004
        glued = matches[0].end() < matches[1].start() and matches[1].end() == matches[2].start()
        return int(words[0]) / int(words[2]) if glued else 0.0
    return 0.0
