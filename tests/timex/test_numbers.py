"""Numbers in words."""

from __future__ import annotations

import pytest

from newsevents.timex.numbers import digits_at, words_at, words_to_number, words_to_year


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("twenty five", 25),
        ("two hundred and fifty", 250),
        ("a hundred thousand", 100_000),
        ("three million two hundred thousand and six", 3_200_006),
        ("hundred", 100),
        ("zero", 0),
    ],
)
def test_numbers(words: str, value: float):
    """A run of number words is worth their sum, scales multiplied."""
    assert words_to_number(words.split()) == value


@pytest.mark.parametrize("words", ["one two three", "ten five", "twenty ten", "many"])
def test_no_numbers(words: str):
    """What nobody says for one number has no value."""
    assert words_to_number(words.split()) is None


@pytest.mark.parametrize(
    ("words", "year"),
    [("nineteen ninety six", 1996), ("twenty twelve", 2012), ("eighteen fifty", 1850)],
)
def test_years(words: str, year: int):
    """Years are said in two halves."""
    assert words_to_year(words.split()) == year


@pytest.mark.parametrize("words", ["twenty five", "nine ninety", "two thousand", "nineteen"])
def test_no_years(words: str):
    """Other numbers are no years."""
    assert words_to_year(words.split()) is None


@pytest.mark.parametrize(
    ("text", "value", "end"),
    [
        ("2 1 / 2 years", 2.5, 4),
        ("2 ½ years", 2.5, 2),
        ("3 million years", 3_000_000, 2),
        ("1,500 men", 1500, 1),
    ],
)
def test_digits_at(text: str, value: float, end: int):
    """A fraction or a scale behind digits belongs to the number."""
    assert digits_at(text.split(), 0) == (value, end)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("twenty - five men", (25, 3, False)),
        ("two hundred and five men", (205, 4, False)),
        ("two and five men", (2, 1, False)),
        ("nineteen ninety - six was", (1996, 4, True)),
        ("one two three", (1, 1, False)),
        ("a hundred men", (100, 2, False)),
        ("a man", None),
    ],
)
def test_words_at(text: str, found: tuple[float, int, bool] | None):
    """The longest run of words that is one number is taken."""
    assert words_at(text.split(), 0) == found
