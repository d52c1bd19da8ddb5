"""Lemma scripts: finding them and carrying them out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsevents.encoder.lemmas import apply_script, edit_script

WORDS = st.text(max_size=12)


@pytest.mark.parametrize(
    ("form", "lemma", "script"),
    [
        ("Paris", "Paris", "="),
        ("2019", "2019", "="),
        ("The", "the", "l"),
        ("OBAMA", "Obama", "t"),
        ("nato", "NATO", "u"),
        ("dogs", "dog", "l-1+"),
        ("Parties", "party", "l-3+y"),
        ("thought", "think", "l-5+ink"),
        ("Americans", "American", "=-1+"),
        ("AMERICANS", "American", "t-1+"),
        ("was", "be", "w:be"),
        ("'s", "be", "w:be"),
    ],
)
def test_script(form: str, lemma: str, script: str) -> None:
    """Each kind of change has its script, and the script makes the change."""
    assert edit_script(form, lemma) == script
    assert apply_script(form, script) == lemma


@given(WORDS, WORDS)
def test_round_trip(form: str, lemma: str) -> None:
    """The script found for a pair always gives the lemma back."""
    assert apply_script(form, edit_script(form, lemma)) == lemma


@given(WORDS, WORDS, WORDS)
def test_any_script_fits_any_word(form: str, lemma: str, other: str) -> None:
    """A model may choose a script made for another word: nothing breaks."""
    assert isinstance(apply_script(other, edit_script(form, lemma)), str)


@pytest.mark.parametrize("word", ["a", "an", "five"])
def test_something_stays(word: str) -> None:
    """A script made for longer words never eats the whole word."""
    assert apply_script(word, "l-5+ink") == word
