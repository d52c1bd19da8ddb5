"""Likely antecedents, from vectors of words."""

from __future__ import annotations

import numpy as np
import pytest
from spacy.tokens import Doc

from newsevents import keys
from newsevents.pipeline.collect.references import REACH, likely_antecedents
from tests.builders import make_doc


def _doc(words: int, *, none: float) -> Doc:
    """Every word offers and takes up the same, but for the score of taking up nothing."""
    doc = make_doc(" ".join(f"w{i}/NOUN/{'dep' if i else 'root'}/{i and 1}" for i in range(words)))
    vectors = np.zeros((words, 5), dtype=np.float32)
    vectors[:, 2] = none
    doc.user_data[keys.REFERENCE_VECTORS] = vectors
    return doc


@pytest.mark.parametrize(
    ("none", "expected"), [(0.0, ((1, 0.3333), (0, 0.3333))), (-90.0, ((1, 0.5), (0, 0.5)))]
)
def test_chances_are_shared(none: float, expected: tuple[tuple[int, float], ...]) -> None:
    """Earlier mentions and nothing share the probability, the nearest told first."""
    doc = _doc(3, none=none)
    first, _, third = likely_antecedents(doc, [doc[i : i + 1] for i in range(3)])
    assert first == ()
    assert third == expected


def test_unlikely_ones_are_left_out() -> None:
    """Where taking up nothing is sure, nothing else is told of; long texts have a reach."""
    doc = _doc(3 * REACH, none=90.0)
    assert set(likely_antecedents(doc, [doc[i : i + 1] for i in range(len(doc))])) == {()}
    doc = _doc(3 * REACH, none=-90.0)
    assert all(
        place >= 2 * REACH - 1
        for place, _ in likely_antecedents(doc, [doc[i : i + 1] for i in range(len(doc))])[-1]
    )


def test_doc_of_another_pipeline() -> None:
    """Without the encoder's vectors nothing is likely."""
    doc = make_doc("Bell/PROPN/nsubj/2 left/VERB/root/0")
    assert likely_antecedents(doc, [doc[:1], doc[1:]]) == [(), ()]
    assert likely_antecedents(doc, []) == []
