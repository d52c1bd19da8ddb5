"""BIO labels: legal, best among the legal, and read off as spans."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from newsevents.encoder.bio import BioDecoder

LABELS = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]


def is_legal(row: list[int], starts: np.ndarray) -> bool:
    """Whether every I- label continues a span of its kind in its sentence."""
    for at, label in enumerate(row):
        continues = not starts[at] and LABELS[row[at - 1]][1:] == LABELS[label][1:]
        if LABELS[label].startswith("I-") and not continues:
            return False
    return True


@pytest.mark.parametrize("seed", range(40))
def test_best_legal_row(seed: int) -> None:
    """The row is legal and no legal row scores higher."""
    numbers = np.random.default_rng(seed)
    scores = numbers.normal(size=(5, len(LABELS))).astype(np.float32)
    starts = np.array([True, False, False, seed % 2 == 0, False])
    row = BioDecoder(LABELS).labels(scores, starts).tolist()
    assert is_legal(row, starts)
    best = max(
        sum(scores[at, label] for at, label in enumerate(other))
        for other in product(range(len(LABELS)), repeat=5)
        if is_legal(list(other), starts)
    )
    assert sum(scores[at, label] for at, label in enumerate(row)) == pytest.approx(best, rel=1e-5)


def test_spans() -> None:
    """Neighbouring spans of one kind are told apart by B-."""
    labels = np.array([0, 1, 2, 1, 0, 3, 4, 4])
    assert list(BioDecoder(LABELS).spans(labels)) == [(1, 3, "PER"), (3, 4, "PER"), (5, 8, "LOC")]


def test_no_spans() -> None:
    """Words outside of everything give no span."""
    assert list(BioDecoder(LABELS).spans(np.zeros(4, dtype=np.int64))) == []


def test_less_outside_finds_more() -> None:
    """What is almost a span becomes one where "O" counts less."""
    scores = np.array([[1.0, 0.8, 0, 0, 0]], dtype=np.float32)
    starts = np.array([True])
    assert BioDecoder(LABELS).labels(scores, starts).tolist() == [0]
    assert BioDecoder(LABELS, outside=-0.5).labels(scores, starts).tolist() == [1]


def test_span_ends_with_its_sentence() -> None:
    """A name does not run on into the next sentence, even where the model says so."""
    scores = np.zeros((4, len(LABELS)), dtype=np.float32)
    scores[:, 2] = 5
    scores[0, 1] = 9
    row = BioDecoder(LABELS).labels(scores, np.array([True, False, True, False]))
    assert [LABELS[label] for label in row] == ["B-PER", "I-PER", "B-PER", "I-PER"]
