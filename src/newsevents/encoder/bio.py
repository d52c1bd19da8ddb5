"""Spans from B, I and O labels, of which only legal rows are chosen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from newsevents.encoder.arrays import Bools, Floats, Ints


class BioDecoder:
    """Chooses the best legal labels for a text and reads spans off them.

    ``I-X`` may only follow ``B-X`` or ``I-X`` of the same sentence.

    Args:
        labels: The labels by id.
        outside: Is added to the score of ``O``: below 0 finds more spans.
    """

    def __init__(self, labels: Sequence[str], *, outside: float = 0) -> None:
        self._added = np.array([outside * (label == "O") for label in labels], dtype=np.float32)
        self._kinds = [label.partition("-")[2] for label in labels]
        self._begins = np.array([not label.startswith("I-") for label in labels])
        inside = [
            [right.startswith("I-") and left[1:] == right[1:] for right in labels]
            for left in labels
        ]
        self._legal = self._begins | np.array(inside)
        self._penalty = np.where(self._legal, 0, -np.inf).astype(np.float32)

    def labels(self, scores: Floats, starts: Bools) -> Ints:
        """The label id of every word: the best legal row in each sentence."""
        scores = scores + self._added
        best: Ints = scores.argmax(axis=1)
        broken = ~self._legal[np.concatenate([best[:1], best[:-1]]), best]
        broken |= starts & ~self._begins[best]
        if broken.any():
            borders = np.append(np.flatnonzero(starts), len(starts))
            # Where every word's best label is legal it is also the best row.
            for number in np.unique(np.searchsorted(borders, np.flatnonzero(broken), "right")):
                part = slice(borders[number - 1], borders[number])
                best[part] = self._viterbi(scores[part])
        return best

    def _viterbi(self, scores: Floats) -> Ints:
        total = np.where(self._begins, scores[0], -np.inf)
        back = np.zeros(scores.shape, dtype=np.int64)
        for position in range(1, len(scores)):
            reached = total[:, None] + self._penalty
            back[position] = reached.argmax(axis=0)
            total = reached.max(axis=0) + scores[position]
        row = np.zeros(len(scores), dtype=np.int64)
        row[-1] = total.argmax()
        for position in range(len(scores) - 1, 0, -1):
            row[position - 1] = back[position, row[position]]
        return row

    def spans(self, labels: Ints) -> Iterator[tuple[int, int, str]]:
        """Start, end and kind of each span in legal labels."""
        names = np.flatnonzero(np.array([kind != "" for kind in self._kinds])[labels])
        begins = names[self._begins[labels[names]]]
        borders = np.searchsorted(names, begins)
        sizes = np.diff(np.append(borders, len(names)))
        for start, size in zip(begins.tolist(), sizes.tolist(), strict=True):
            yield start, start + size, self._kinds[labels[start]]
