"""The lexicon: known lemmas first, then spellings that give a known word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsevents.encoder.lexicon import Lexicon

LEXICON = Lexicon(
    {
        "NNS": {"children": "child", "States": "State"},
        "NN": {"company": "company", "house": "house", "hope": "hope", "hop": "hop"},
        "VB": {"run": "run", "die": "die", "watch": "watch"},
    }
)


@pytest.mark.parametrize(
    ("word", "tag", "guess", "lemma"),
    [
        ("children", "NNS", "childre", "child"),
        ("Children", "NNS", "childre", "child"),
        ("States", "NNS", "States", "State"),
        ("companies", "NNS", "companie", "company"),
        ("houses", "NNS", "hous", "house"),
        ("running", "VBG", "runn", "run"),
        ("dying", "VBG", "dye", "die"),
        ("watches", "VBZ", "watche", "watch"),
        # Both are words: the model knows which one it is.
        ("hoping", "VBG", "hope", "hope"),
        ("hopping", "VBG", "hop", "hop"),
        # No known word: as English is mostly spelled.
        ("authorized", "VBD", "authoriz", "authorize"),
        ("necessitated", "VBN", "necessitat", "necessitate"),
        ("inflicted", "VBN", "inflicte", "inflict"),
        ("submitted", "VBN", "submitt", "submit"),
        ("factories", "NNS", "factorie", "factory"),
        # Not inflected, not a plain word, not regular: left to the model.
        ("Zagreb", "NNP", "Zagreb", "Zagreb"),
        ("mis-matches", "NNS", "mis-match", "mis-match"),
        ("sang", "VBD", "sing", "sing"),
    ],
)
def test_lemma(word: str, tag: str, guess: str, lemma: str) -> None:
    """Known forms have their lemma; other inflected words the best spelling."""
    assert LEXICON.lemma(word, tag, guess) == lemma


@given(st.text(max_size=10), st.sampled_from(["NNS", "VBZ", "VBG", "VBD", "VBN", "JJR", "JJS"]))
def test_any_word(word: str, tag: str) -> None:
    """Whatever the word, there is a lemma, and it is not longer than word and "ie"."""
    assert len(Lexicon({}).lemma(word, tag, word)) <= len(word) + 2
