"""Amounts of a Doc, and what they count."""

from __future__ import annotations

import pytest
import spacy

from newsevents.pipeline.amounts import find_amounts
from newsevents.pipeline.times import TimeFinder
from tests.builders import make_doc


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "At/ADP/case/2 least/ADJ/nmod/3 500/NUM/nummod/4 people/NOUN/nsubj/5 fled/VERB/root/0",
            [("500 people", 500, "people", None, "people")],
        ),
        (
            "They/PRON/nsubj/2 gave/VERB/root/0 $_/SYM/obj/2 10m/NUM/nummod/3 to/ADP/case/6 Nato/PROPN/obl/2",
            [("$10m", 10_000_000, None, "$", "$")],
        ),
        (
            "Two/NUM/nummod/2 dozen/NOUN/nummod/4 tired/ADJ/amod/4 soldiers/NOUN/nsubj/5 fled/VERB/root/0",
            [("Two dozen tired soldiers", 24, "soldiers", None, "soldiers")],
        ),
        (
            "20/NUM/nummod/4 to/ADP/case/3 30/NUM/nmod/1 people/NOUN/nsubj/5 died/VERB/root/0",
            [("20", 20, "people", None, "people"), ("30 people", 30, "people", None, "people")],
        ),
        (
            "20/NUM/nsubj:pass/3 were/AUX/aux:pass/3 killed/VERB/root/0",
            [("20", 20, None, None, "20")],
        ),
        (
            "Twelve/NUM/nsubj/5 of/ADP/case/4 the/DET/det/4 men/NOUN/nmod/1 fled/VERB/root/0",
            [("Twelve of the men", 12, "men", None, "men")],
        ),
        (
            "Prices/NOUN/nsubj/2 rose/VERB/root/0 3.5/NUM/nummod/4 per/ADP/obl/2 cent/NOUN/fixed/4",
            [("3.5 per cent", 3.5, "%", None, "per")],
        ),
    ],
)  # fmt: skip
def test_amounts(table: str, expected: list[tuple[str, float, str | None, str | None, str]]):
    """Money, percentages and counts, with the noun counted."""
    doc = make_doc(table)
    found = [
        (doc[item.start : item.end].text, item.value, item.unit, item.currency, doc[item.head].text)
        for item in find_amounts(doc)
    ]
    assert found == expected


@pytest.mark.parametrize(
    "table",
    [
        "The/DET/det/3 500th/ADJ/amod/3 day/NOUN/root/0",
        "Hundreds/NOUN/nsubj/4 of/ADP/case/3 people/NOUN/nmod/1 fled/VERB/root/0",
        "It/PRON/nsubj/2 lasted/VERB/root/0 three/NUM/nummod/4 days/NOUN/obl/2",
        "It/PRON/nsubj/2 fell/VERB/root/0 in/ADP/case/4 1996/NUM/obl/2",
        "A/DET/det/2 Boeing/PROPN/nsubj/4 737/NUM/nummod/2 crashed/VERB/root/0",
        "See/VERB/root/0 page/NOUN/obj/1 3/NUM/nummod/2",
        "One/NUM/nsubj/5 of/ADP/case/4 the/DET/det/4 men/NOUN/nmod/1 fled/VERB/root/0",
        "Jo/PROPN/nsubj/5 ,/PUNCT/punct/3 32/NUM/appos/1 ,/PUNCT/punct/3 fled/VERB/root/0",
    ],
)
def test_no_amounts(table: str):
    """Ordinals, times, ages, names, labels and vague numbers are no amounts."""
    assert find_amounts(TimeFinder()(make_doc(table))) == []


@pytest.mark.parametrize("text", ["", "7", "$ 7", "7%", "a million"])
def test_without_a_parse(text: str):
    """A bare Doc gives money, percentages and measures only."""
    found = find_amounts(spacy.blank("en").make_doc(text))
    assert all(item.unit or item.currency for item in found)
