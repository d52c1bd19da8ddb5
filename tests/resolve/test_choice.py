"""Competing antecedents."""

from __future__ import annotations

import pytest

from newsevents.resolve.chains import Chain
from newsevents.resolve.choice import Candidate, choose, odds


def _candidates(*facts: str) -> list[Candidate]:
    chains = [Chain() for _ in facts]
    for place, chain in enumerate(chains):
        chain.members.append(place)
    return [Candidate(c, i, [fact]) for i, (c, fact) in enumerate(zip(chains, facts, strict=True))]


@pytest.mark.parametrize(
    ("facts", "likely", "winner"),
    [
        (("same_sentence", "far"), (), 0),
        (("far", "far"), (), None),
        (("far", "far"), ((1, 0.9),), 1),
        (("same_sentence", "last_sentence"), ((0, 0.4), (1, 0.4)), 0),
    ],
)
def test_facts_and_the_encoder_decide(
    facts: tuple[str, ...], likely: tuple[tuple[int, float], ...], winner: int | None
) -> None:
    """The likeliest wins; of two that are equal the encoder's choice, else none."""
    candidates = _candidates(*facts)
    chosen = choose(candidates, kind="thing", likely=likely)
    assert chosen is (None if winner is None else candidates[winner].chain)


def test_odds() -> None:
    """Nothing said is no evidence; what is not named is unlikely; sureness has a limit."""
    (candidate,) = _candidates("far")
    assert odds(candidate, ()) == 0
    assert odds(candidate, ((5, 0.5),)) < 0 < odds(candidate, ((0, 0.9),))
    assert odds(candidate, ((0, 1.0),)) < 4
