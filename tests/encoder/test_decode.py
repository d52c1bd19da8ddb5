"""Decoding: sentence starts and event classes."""

from __future__ import annotations

import numpy as np
import pytest

from newsevents.encoder.decode import event_classes, sentence_starts


def test_sentence_starts() -> None:
    """The model is heard where neither the layout nor the Doc has spoken."""
    sent = np.array([-9, 2, -2, 3, -1], dtype=np.float32)
    breaks = np.array([False, False, True, False, True])
    given = np.array([0, 0, 0, -1, -1])
    starts = sentence_starts(sent, breaks, given)
    assert starts.tolist() == [True, True, True, False, False]


def test_first_word_starts_a_sentence() -> None:
    """Even a Doc that says otherwise has a first sentence."""
    starts = sentence_starts(np.zeros(1, dtype=np.float32), np.array([False]), np.array([-1]))
    assert starts.tolist() == [True]


@pytest.mark.parametrize("size", [1, 1000, 1e30])
def test_event_classes(size: float) -> None:
    """The probability is that of all event classes together; the class is the best of them."""
    scores = np.array([[0, 1, 1], [3, -3, 2]], dtype=np.float32) * np.float32(size)
    probability, classes = event_classes(scores)
    assert classes.tolist() == [1, 2]
    assert np.all((probability >= 0) & (probability <= 1))
    if size == 1:
        exp = np.exp(scores)
        assert probability == pytest.approx(1 - exp[:, 0] / exp.sum(axis=1), rel=1e-5)
