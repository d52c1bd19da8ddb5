"""Trees: exact against trying all, one root per sentence, no arc between sentences."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from newsevents.encoder.trees import best_heads, best_tree


def is_tree(heads: tuple[int, ...] | list[int]) -> bool:
    """Whether one word is the root (0) and all others lead to it."""
    if list(heads).count(0) != 1:
        return False
    for word in range(len(heads)):
        at, steps = word + 1, 0
        while at and steps <= len(heads):
            at, steps = heads[at - 1], steps + 1
        if at:
            return False
    return True


def brute_force(scores: np.ndarray) -> float:
    """The score of the best tree, found by trying all."""
    rows = range(len(scores))
    return max(
        sum(scores[row, heads[row]] for row in rows)
        for heads in product(range(len(scores) + 1), repeat=len(scores))
        if is_tree(heads)
    )


@pytest.mark.parametrize("seed", range(60))
@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_best_tree_is_exact(seed: int, count: int) -> None:
    """No tree with one root scores higher than the one found."""
    scores = np.random.default_rng(seed).normal(size=(count, count + 1))
    scores[np.arange(count), np.arange(count) + 1] = 5  # a word is not its own head
    heads = best_tree(scores).tolist()
    assert is_tree(heads)
    found = sum(scores[row, head] for row, head in enumerate(heads))
    assert found == pytest.approx(brute_force(scores))


@pytest.mark.parametrize("seed", range(20))
def test_sentences_stay_apart(seed: int) -> None:
    """Every sentence is a tree of its own, whatever the scores prefer."""
    numbers = np.random.default_rng(seed)
    arc = numbers.normal(size=(30, 31)).astype(np.float32)
    starts = numbers.random(30) < 0.2
    starts[0] = True
    heads = best_heads(arc, starts)
    borders = [*np.flatnonzero(starts), 30]
    for start, end in pairwise(borders):
        own = heads[start:end]
        assert is_tree([0 if head == 0 else head - start for head in own.tolist()])


def test_good_scores_are_followed() -> None:
    """Where the best heads make a tree, they are the tree."""
    heads = np.array([2, 0, 2, 5, 3])
    arc = np.zeros((5, 6), dtype=np.float32)
    arc[np.arange(5), heads] = 1
    starts = np.array([True, False, False, False, False])
    assert best_heads(arc, starts).tolist() == heads.tolist()


def test_long_cycle() -> None:
    """A full window whose best heads run in rings still becomes a tree."""
    count = 250
    arc = np.zeros((count, count + 1), dtype=np.float32)
    partner = np.arange(count) ^ 1
    arc[np.arange(count), partner + 1] = 1
    starts = np.zeros(count, dtype=np.bool_)
    starts[0] = True
    assert is_tree(best_heads(arc, starts).tolist())
