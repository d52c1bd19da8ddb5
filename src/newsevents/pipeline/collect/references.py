"""What the encoder thinks of who is meant: the likely antecedents of a mention."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from spacy.tokens import Doc, Span

from newsevents import keys

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: How many mentions back an antecedent is looked for.
REACH: Final = 60
#: Less likely antecedents are not told of.
MIN_PROBABILITY: Final = 0.02

Likely = tuple[tuple[int, float], ...]


def likely_antecedents(doc: Doc, spans: list[Span]) -> list[Likely]:
    """For each span the earlier ones that it may take up, with their probabilities.

    What is missing to 1 is the probability that it takes up none of them. A Doc that
    the embedded model has not read gives nothing.

    Args:
        doc: A Doc that the embedded model has read.
        spans: Mentions of the Doc in text order.

    Returns:
        Positions in ``spans`` with probabilities, the nearest first.
    """
    read = doc.user_data.get(keys.REFERENCE_VECTORS)
    if read is None or not spans:
        return [()] * len(spans)
    vectors: NDArray[np.float32] = read[[span.root.i for span in spans]]
    width = vectors.shape[1] // 2
    anaphors, none, antecedents = vectors[:, :width], vectors[:, width], vectors[:, width + 1 :]
    return [
        _likely(anaphors[i] @ antecedents[max(0, i - REACH) : i].T / width**0.5, none[i], i)
        for i in range(len(spans))
    ]


def _likely(scores: NDArray[np.float32], none: np.float32, place: int) -> Likely:
    """The softmax over the antecedents and none."""
    highest = max(scores.max(initial=none), none)
    weights = np.exp(scores - highest)
    chances = weights / (weights.sum() + np.exp(none - highest))
    first = place - len(scores)
    return tuple(
        (first + int(near), round(float(chances[near]), 4))
        for near in np.flatnonzero(chances >= MIN_PROBABILITY)[::-1]
    )
