"""Where a speaker begins and ends, on hand-made parses."""

from __future__ import annotations

import pytest

from newsevents.pipeline.speaker_edges import with_neat_edges
from tests.builders import make_doc

HILL = "Jo/PROPN/nsubj/7 Hill_/PROPN/flat/1 ,/PUNCT/punct/4 70_/NUM/nmod/1 ,/PUNCT/punct/4"
TIMED = "Hill/PROPN/nsubj/4 on/ADP/case/3 Tuesday/PROPN/obl/4 said/VERB/root/0"
AGED = """
said/VERB/root/0 the/DET/det/7 52_/NUM/nummod/5 -_/PUNCT/punct/3 year_/NOUN/compound/7
-_/PUNCT/punct/5 old/ADJ/nsubj/1
"""
BRACKETS = """
Sen./PROPN/nmod:desc/2 Hill/PROPN/nsubj/6 (_/PUNCT/punct/4 Ohio_/PROPN/nmod/2 )/PUNCT/punct/4
said/VERB/root/0
"""
PREFIX = """
Her/PRON/nmod:poss/2 co_/NOUN/nsubj/5 -_/PUNCT/punct/2 author/NOUN/nsubj/5 said/VERB/root/0
"""
THAT = "that/SCONJ/mark/3 Hill/PROPN/nsubj/3 left/VERB/root/0"
DASHED = "Hill/PROPN/nsubj/3 –/PUNCT/punct/1 said/VERB/root/0"
ONLY_MARK = ",/PUNCT/punct/2 said/VERB/root/0"


@pytest.mark.parametrize(
    ("table", "start", "end", "times", "expected"),
    [
        (f"{HILL} she/PRON/nsubj/7 said/VERB/root/0", 0, 5, {}, "Jo Hill, 70"),
        (TIMED, 0, 3, {3: 2}, "Hill"),
        (AGED, 2, 5, {}, "the 52-year-old"),
        (AGED, 2, 6, {}, "the 52-year-old"),
        (BRACKETS, 0, 4, {}, "Sen. Hill (Ohio)"),
        (BRACKETS, 0, 2, {}, "Sen. Hill"),
        (PREFIX, 3, 4, {}, "Her co-author"),
        (THAT, 0, 2, {}, "Hill"),
        (DASHED, 0, 2, {}, "Hill"),
        (ONLY_MARK, 0, 1, {}, ","),
    ],
)
def test_edges(table: str, start: int, end: int, times: dict[int, int], expected: str):
    """Times, commas and "that" go, the rest of a word and a closing bracket come in."""
    doc = make_doc(table)
    assert with_neat_edges(doc[start:end], times).text == expected
