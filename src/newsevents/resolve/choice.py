"""Which of several candidates a mention takes up: the one place where antecedents compete."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, log
from typing import Final, NamedTuple

from newsevents.resolve.chains import Chain
from newsevents.rules.salience import weights

#: No chance is taken to be smaller, however sure the encoder is.
_LEAST: Final = 0.02


class Candidate(NamedTuple):
    """A chain that no constraint rules out, and what speaks for it.

    ``place`` is the mention of the chain by which it came to mind; ``facts`` have
    their weights in ``salience.yaml``.
    """

    chain: Chain
    place: int
    facts: list[str]


def choose(
    candidates: Sequence[Candidate],
    *,
    kind: str,
    likely: Sequence[tuple[int, float]] = (),
    least: float = -inf,
) -> Chain | None:
    """The likeliest candidate; nothing where none is likely or two are equally so.

    Args:
        candidates: What a mention may refer to, by the hard constraints.
        kind: Which weights are used.
        likely: Earlier mentions, each with the probability that this one takes it up.
        least: What the likeliest must weigh more than.
    """
    known = weights(kind)
    scores = [
        round(sum(known[fact] for fact in one.facts) + known["encoder"] * odds(one, likely), 3)
        for one in candidates
    ]
    best = max(scores, default=-inf)
    winners = [one.chain for one, score in zip(candidates, scores, strict=True) if score == best]
    return winners[0] if len(winners) == 1 and best > least else None


def odds(candidate: Candidate, likely: Sequence[tuple[int, float]]) -> float:
    """Log odds of a chain against taking up nothing; 0 where the encoder says nothing."""
    if not likely:
        return 0.0
    members = set(candidate.chain.members)
    chance = sum(probability for place, probability in likely if place in members)
    nothing = 1.0 - sum(probability for _, probability in likely)
    return log(max(chance, _LEAST) / max(nothing, _LEAST))
