"""Speakers that no parse ties to their cue."""

from __future__ import annotations

import pytest

from newsevents.pipeline.beside import printed_beside
from tests.builders import make_doc

SOME = "Some/DET/det/3 view/VERB/root/0 plans/NOUN/obj/2"
SHARE = """
Nearly/ADV/advmod/2 six/NUM/obl/5 in/ADP/case/4 ten/NUM/nmod/2 said/VERB/root/0/say
"""
AGE = """
fans/NOUN/root/0 Jo/PROPN/appos/1 Hill_/PROPN/flat/2 ,/PUNCT/punct/5 70_/NUM/flat/2 ,/PUNCT/punct/5
said/VERB/parataxis/1/say
"""
INVERTED = "Stated/VERB/root/0/state Hill_/PROPN/obj/1 :/PUNCT/punct/1"
BARE = "Said/VERB/root/0/say at/ADP/case/3 noon/NOUN/obl/1"


@pytest.mark.parametrize(
    ("table", "cue", "ents", "expected"),
    [
        (SOME, 1, [], "Some"),
        (SHARE, 4, [], "Nearly six in ten"),
        (AGE, 6, [(1, 3, "PERSON")], "Jo Hill"),
        (AGE, 6, [], None),
        (INVERTED, 0, [(1, 2, "PERSON")], "Hill"),
        (BARE, 0, [], None),
    ],
)
def test_beside(table: str, cue: int, ents: list[tuple[int, int, str]], expected: str | None):
    """A word for several, a name before an aside, a name behind an opening cue; else nobody."""
    doc = make_doc(table, ents=ents)
    found = printed_beside(doc[cue], set())
    assert (found and found.text) == expected
