"""The sample of errors tells four kinds apart."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from benchmarks.actor_errors import errors, show

TEXT = "Bell met Cole. She left him. Rain fell."


def mention(words: str, entity: str) -> dict[str, Any]:
    """A mention of some words."""
    start = TEXT.index(words)
    return {"span": [start, start + len(words)], "entity_id": entity}


def pair_up(gold: list[Any], found: list[Any], fits: Any) -> list[tuple[int, int]]:
    """Pairs of equal mentions."""
    return [(i, j) for i, g in enumerate(gold) for j, f in enumerate(found) if fits(g, f)]


def test_kinds_of_errors():
    """Missed, extra, linked to another, and not linked at all."""
    gold = [mention("Bell", "b"), mention("Cole", "c"), mention("She", "b"), mention("him", "c")]
    found = [mention("Bell", "1"), mention("Cole", "2"), mention("She", "2"), mention("him", "3")]
    wrong = list(errors(TEXT, gold, found, SimpleNamespace(pair_up=pair_up)))
    assert [error.kind for error in wrong] == ["wrong", "unlinked"]
    assert show(1, wrong[0]).startswith("1 wrong ours: Cole; gold: Bell\n")
    more = [*found[1:], mention("Rain", "4")]
    wrong = list(errors(TEXT, gold, more, SimpleNamespace(pair_up=pair_up)))
    assert [error.kind for error in wrong] == ["missed", "wrong", "unlinked", "extra"]
