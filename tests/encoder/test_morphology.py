"""Morphology from tags and pronouns."""

from __future__ import annotations

import pytest
from spacy.morphology import Morphology

from newsevents.encoder.morphology import BY_TAG, PRONOUNS, features


@pytest.mark.parametrize(
    ("tag", "word", "expected"),
    [
        ("NNS", "dogs", "Number=Plur"),
        ("VBZ", "says", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"),
        ("PRP", "She", "Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs"),
        ("PRP", "her", "Case=Acc|Gender=Fem|Number=Sing|Person=3|PronType=Prs"),
        ("PRP$", "her", "Gender=Fem|Number=Sing|Person=3|Poss=Yes|PronType=Prs"),
        ("PRP", "thou", "PronType=Prs"),
        ("IN", "of", ""),
    ],
)
def test_features(tag: str, word: str, expected: str) -> None:
    """Tags show number, tense and degree; pronouns person, case and gender."""
    assert features(tag, word) == expected


@pytest.mark.parametrize("value", sorted({*BY_TAG.values(), *PRONOUNS.values()}))
def test_notation(value: str) -> None:
    """Features are in the order and notation that spaCy writes them in."""
    assert Morphology.dict_to_feats(Morphology.feats_to_dict(value)) == value
