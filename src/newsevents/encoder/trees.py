"""Dependency trees: the best heads that make one tree per sentence."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from newsevents.encoder.arrays import Bools, Floats, Ints

Scores64 = NDArray[np.float64]


def best_heads(arc: Floats, starts: Bools) -> Ints:
    """The head of every word, 0 for the root, else 1 + the head's index.

    In each sentence exactly one word is the root and all others lead to it.
    Mostly every word's best head does it; where not, the best tree is sought.

    Args:
        arc: Score of each head (columns; 0 the root) for each word (rows).
        starts: Whether a sentence starts at each word; it does at the first.
    """
    sentence = np.cumsum(starts)
    inside = np.where(sentence[:, None] == sentence, arc[:, 1:], -np.inf)
    np.fill_diagonal(inside, -np.inf)
    heads: Ints = np.concatenate([arc[:, :1], inside], axis=1).argmax(axis=1)
    borders = [*np.flatnonzero(starts).tolist(), len(starts)]
    good = _rooted(heads)
    for start, end in pairwise(borders):
        part = slice(start, end)
        if (heads[part] == 0).sum() == 1 and good[part].all():
            continue
        scores = np.concatenate([arc[part, :1], arc[part, start + 1 : end + 1]], axis=1)
        found = best_tree(scores)
        heads[part] = np.where(found == 0, 0, found + start)
    return heads


def _rooted(heads: Ints) -> Bools:
    """Whether each word leads to a root; words in or under a cycle do not."""
    above = np.concatenate([[0], heads])
    steps = 1
    while steps < len(above):
        above = above[above]
        steps *= 2
    rooted: Bools = above[1:] == 0
    return rooted


def best_tree(scores: Floats | Scores64) -> Ints:
    """The heads of the best tree over one sentence in which one word is the root.

    Chu, Liu and Edmonds' algorithm over all heads. A root costs more than all
    other arcs can bring, so there is never a second one.
    """
    count = len(scores)
    square = np.full((count + 1, count + 1), -np.inf)
    square[1:] = scores
    finite = square[1:]
    spread = float(finite.max() - finite.min()) + 1
    square[1:, 0] -= spread * (count + 1)
    np.fill_diagonal(square, -np.inf)
    heads: Ints = _arborescence(square)[1:]
    return heads


def _arborescence(scores: Scores64) -> Ints:
    """Best head of every node but 0, without a cycle."""
    heads: Ints = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _find_cycle(heads)
    if cycle is None:
        return heads
    rest = np.flatnonzero(~cycle)
    ring = np.flatnonzero(cycle)
    # The ring becomes one node, the last. Entering it at a member costs the arc
    # that this member has inside the ring.
    enter = scores[np.ix_(ring, rest)] - scores[ring, heads[ring]][:, None]
    leave = scores[np.ix_(rest, ring)]
    smaller = np.full((len(rest) + 1, len(rest) + 1), -np.inf)
    smaller[:-1, :-1] = scores[np.ix_(rest, rest)]
    smaller[-1, :-1] = enter.max(axis=0)
    smaller[:-1, -1] = leave.max(axis=1)
    found = _arborescence(smaller)
    outer = found[:-1]
    on_ring = outer == len(rest)
    heads[rest] = np.where(
        on_ring, ring[leave.argmax(axis=1)], rest[np.minimum(outer, len(rest) - 1)]
    )
    heads[0] = 0
    entry = found[-1]
    heads[ring[enter[:, entry].argmax()]] = rest[entry]
    return heads


def _find_cycle(heads: Ints) -> Bools | None:
    """The members of one cycle, if there is any."""
    above: list[int] = heads.tolist()
    seen = [0] * len(above)
    for walk, start in enumerate(range(1, len(above)), start=1):
        node = start
        while node and not seen[node]:
            seen[node] = walk
            node = above[node]
        if node and seen[node] == walk:
            members = np.zeros(len(above), dtype=np.bool_)
            while not members[node]:
                members[node] = True
                node = above[node]
            return members
    return None
