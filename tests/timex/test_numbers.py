"""Numbers in words."""

from __future__ import annotations

import pytest

from newsevents.timex.numbers import words_to_number, words_to_year


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
