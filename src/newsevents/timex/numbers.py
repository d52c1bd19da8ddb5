"""Numbers in words: what "two hundred and fifty" or "nineteen ninety-six" is worth.

Shared by the grammars of times and of amounts. Only cardinals are read here;
ordinals come from the rule files.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

UNITS: Final = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
TENS: Final = {
    word: value * 10
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
SCALES: Final = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
_FRACTIONS: Final = {"½": 0.5, "¼": 0.25, "¾": 0.75}
#: No number that is written out has more words.
_LONGEST: Final = 16
#: Words that a number may begin with; "a hundred" is for the callers.
CARDINALS: Final = UNITS | TENS
NUMBER_WORDS: Final = CARDINALS | SCALES


def words_to_number(words: Sequence[str]) -> float | None:
    """The value of a run of lower-cased number words, or nothing.

    "a" counts as one before a scale ("a hundred"), "and" is passed over. A run
    that is no single number ("one two three") has no value.
    """
    total = current = 0.0
    last: int | None = None
    for word in words:
        if word == "and":
            continue
        if word in SCALES:
            scale = SCALES[word]
            current = max(current, 1.0) * scale
            if scale > SCALES["hundred"]:
                total, current = total + current, 0.0
            last = None
            continue
        value = 1 if word == "a" else NUMBER_WORDS.get(word)
        if value is None or (last is not None and not _joins(last, value)):
            return None
        current += value
        last = value
    return total + current


def _joins(tens: int, value: int) -> bool:
    """Whether "ninety" may be followed by "six": tens by a single digit."""
    return tens >= TENS["twenty"] and 0 < value < UNITS["ten"]


def words_to_year(words: Sequence[str]) -> int | None:
    """The year of "nineteen ninety-six" or "twenty twelve", or nothing."""
    plain = [word for word in words if word != "and"]
    if not 2 <= len(plain) <= 3 or any(word in SCALES for word in plain):
        return None
    century = NUMBER_WORDS.get(plain[0])
    rest = words_to_number(plain[1:])
    if century is None or rest is None or not 10 <= century <= 20 or rest < UNITS["ten"]:
        return None
    return century * 100 + int(rest)


def digits_at(words: Sequence[str], at: int) -> tuple[float, int]:
    """The number in digits at a word, and where it ends: "2", "2 1/2", "2½", "2 million"."""
    value, end = float(words[at].replace(",", "")), at + 1
    whole, slash, part = (*words[end : end + 3], "", "", "")[:3]
    if slash == "/" and whole.isdigit() and part in {"2", "3", "4"}:
        value, end = value + int(whole) / int(part), end + 3
    following = words[end] if end < len(words) else ""
    if following in _FRACTIONS:
        return value + _FRACTIONS[following], end + 1
    if following in SCALES:
        return value * SCALES[following], end + 1
    return value, end


def words_at(words: Sequence[str], at: int) -> tuple[float, int, bool] | None:
    """The number in words at a word, where it ends, and whether it is a year.

    The longest run that is one number counts; a hyphen may stand inside it, and
    "and" behind a scale. Nothing where no number begins.
    """
    run: list[str] = []
    ends: list[int] = []
    end = at
    while len(run) < _LONGEST and (following := _next_number_word(words, end, run)) is not None:
        end = following + 1
        run.append(words[following])
        ends.append(end)
    while run:
        year, value = words_to_year(run), words_to_number(run)
        if year or value is not None:
            return float(year or value or 0), ends[-1], year is not None
        run.pop()
        ends.pop()
    return None


def _next_number_word(words: Sequence[str], end: int, run: Sequence[str]) -> int | None:
    """Where the next word of a number stands, if it goes on."""
    word, then = (*words[end : end + 2], "", "")[:2]
    if not run:
        begins = word in CARDINALS or (word == "a" and then in {"hundred", "thousand"})
        return end if begins else None
    if word in NUMBER_WORDS:
        return end
    joined = word == "-" or (word == "and" and run[-1] in SCALES)
    return end + 1 if joined and then in NUMBER_WORDS else None
