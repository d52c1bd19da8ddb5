"""Phrases around mentions as corpora mark them."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from benchmarks.extents import joined, names_in, phrases, relative_pronouns, span_of, whole_phrase
from newsevents.pipeline.actors import ActorFinder
from newsevents.pipeline.collect.actors import collect_actors
from tests.builders import Entity, make_doc

TITLED = """
Its/PRON/nmod:poss/2 chief/NOUN/nmod:desc/3 Ada/PROPN/nsubj/5 Bell/PROPN/flat/3 left/VERB/root/0
"""
RELATIVE = """
The/DET/det/2 firm/NOUN/nsubj/5 which/PRON/nsubj/4 grew/VERB/acl:relcl/2 left/VERB/root/0
"""
CLASSED = "The/DET/det/3 Tern/PROPN/compound/3 jet/NOUN/nsubj/4 left/VERB/root/0"
APPOSED = """
Acme/PROPN/nsubj/6 ,/PUNCT/punct/4 a/DET/det/4 firm/NOUN/appos/1 ,/PUNCT/punct/1 left/VERB/root/0
"""


def found(doc: Doc) -> list[str]:
    """All phrases of the mentions of a Doc."""
    ActorFinder("actors")(doc)
    named = names_in(doc)
    return [
        doc[start:end].text
        for mention in collect_actors(doc)
        for span in [span_of(doc, mention)]
        for start, end in [*phrases(span, mention, named), *relative_pronouns(span)]
    ]


@pytest.mark.parametrize(
    ("table", "entity", "expected"),
    [
        (TITLED, (2, 4, "PERSON"), ["Its", "Its chief Ada Bell", "Its chief", "Ada Bell"]),
        (RELATIVE, None, ["The firm", "which"]),
        (CLASSED, (1, 2, "MISC"), ["The Tern jet"]),
    ],
)
def test_phrases(table: str, entity: Entity | None, expected: list[str]) -> None:
    """Title and name are marked apart and together, a name before its class is not."""
    assert found(make_doc(table, ents=[entity] if entity else [])) == expected


def test_apposition_is_one_phrase_more() -> None:
    """What a comma parts and grammar joins is marked as a whole, too."""
    doc = make_doc(APPOSED, ents=[(0, 1, "ORG")])
    assert joined((0, 1), (2, 4), doc) == (0, 4)
    assert joined((0, 1), (5, 6), doc) is None


def test_whole_phrase_of_a_name_has_its_title() -> None:
    """One phrase a mention: that of its head."""
    doc = make_doc(TITLED, ents=[(2, 4, "PERSON")])
    ActorFinder("actors")(doc)
    name = next(mention for mention in collect_actors(doc) if mention.kind == "name")
    assert whole_phrase(span_of(doc, name), name) == (0, 4)
