"""Which of several candidates a mention takes up: the one place where antecedents compete."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import NamedTuple

from newsevents.resolve.chains import Chain
from newsevents.rules.salience import weights


class Candidate(NamedTuple):
    """A chain that no constraint rules out, and what speaks for it.

    ``place`` is the mention of the chain by which it came to mind; ``facts`` have
    their weights in ``salience.yaml``.
    """

    chain: Chain
    place: int
    facts: list[str]


def choose(candidates: Sequence[Candidate], *, kind: str, least: float = -inf) -> Chain | None:
    """The likeliest candidate; nothing where none is likely or two are equally so.

    Args:
        candidates: What a mention may refer to, by the hard constraints.
        kind: Which weights are used.
        least: What the likeliest must weigh more than.
    """
    known = weights(kind)
    scores = [round(sum(known[fact] for fact in one.facts), 3) for one in candidates]
    best = max(scores, default=-inf)
    winners = [one.chain for one, score in zip(candidates, scores, strict=True) if score == best]
    return winners[0] if len(winners) == 1 and best > least else None
