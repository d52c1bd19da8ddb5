"""Names that the model cut short, on hand-made Docs."""

from __future__ import annotations

import pytest

from newsevents.pipeline.names import names
from tests.builders import Entity, make_doc

POLICE = """
In/ADP/case/4 West/PROPN/compound/4 Hill/PROPN/compound/4 Police/PROPN/obl/5 agreed/VERB/root/0
"""
TOWN = "In/ADP/case/2 Hull/PROPN/obl/4 police/NOUN/nsubj/4 agreed/VERB/root/0"
STATISTICS = """
The/DET/det/2 Office/PROPN/nsubj/6 for/ADP/case/5 National/ADJ/amod/5 Statistics/PROPN/nmod/2
agreed/VERB/root/0
"""
CO_OPERATION = """
The/DET/det/2 Office/PROPN/nsubj/10 for/ADP/case/7 Economic/ADJ/amod/7 Co_/NOUN/compound/7
-_/PUNCT/punct/7 operation/NOUN/nmod/2 and/CCONJ/cc/9 Trade/PROPN/conj/7 agreed/VERB/root/0
"""
OFFICIAL = """
Hill/PROPN/compound/3 Bank/PROPN/compound/3 Chairman/PROPN/nsubj/4 agreed/VERB/root/0
"""
PILOTS = """
The/DET/det/2 Pilots_/PROPN/nmod:poss/4 '/PART/case/2 Association/PROPN/nsubj/5 agreed/VERB/root/0
"""
ITALIAN = "The/DET/det/2 Italian/PROPN/nsubj/3//NNP left/VERB/root/0"
ITALIANS = "The/DET/det/2 Italians/PROPN/nsubj/3//NNPS left/VERB/root/0"
FRENCH = "The/DET/det/2 French/PROPN/nsubj/3//NNP left/VERB/root/0"
MUM = "Mum/PROPN/nsubj/2 left/VERB/root/0"
MONEY = "US$/PROPN/nsubj/2 fell/VERB/root/0"
CYCLONE = "Cyclone/PROPN/compound/2 Ada/PROPN/nsubj/3 struck/VERB/root/0"
SCORE = """
Hill/PROPN/compound/2 Rovers/PROPN/root/0 2_/NUM/nmod/2 -_/SYM/case/5 1/NUM/nmod/3
Dale/PROPN/compound/7 Town/PROPN/nmod/2
"""
AIRCRAFT = (
    "The/DET/det/2 Tern/PROPN/nsubj/6 737_/NUM/nmod/2 -_/SYM/case/5 800/NUM/nmod/3 fell/VERB/root/0"
)
FLAT = "Then/ADV/advmod/4 Ada/PROPN/nsubj/4 Bell/PROPN/flat/2 left/VERB/root/0"
APART = "Then/ADV/advmod/4 Ada/PROPN/nsubj/4 Bell/PROPN/nsubj/4 left/VERB/root/0"


@pytest.mark.parametrize(("table", "expected"), [(FLAT, ["Ada Bell"]), (APART, ["Ada", "Bell"])])
def test_halves_of_a_name(table: str, expected: list[str]) -> None:
    """What the model cut in two is one where the parse joins it."""
    doc = make_doc(table, ents=[(1, 2, "PERSON"), (2, 3, "PERSON")])
    assert [span.text for span in names(doc, bytearray(b"\1") * len(doc))] == expected


@pytest.mark.parametrize(
    ("table", "entity", "expected"),
    [
        (POLICE, (1, 3, "LOC"), [("West Hill Police", "ORG")]),
        (TOWN, (1, 2, "LOC"), [("Hull", "LOC")]),
        (STATISTICS, (1, 4, "ORG"), [("Office for National Statistics", "ORG")]),
        (CO_OPERATION, (1, 4, "ORG"), [("Office for Economic Co-operation and Trade", "ORG")]),
        (OFFICIAL, (0, 2, "ORG"), [("Hill Bank", "ORG")]),
        (PILOTS, (3, 4, "ORG"), [("Pilots' Association", "ORG")]),
        (ITALIAN, (1, 2, "NORP"), []),
        (ITALIANS, (1, 2, "NORP"), [("Italians", "NORP")]),
        (FRENCH, (1, 2, "NORP"), [("French", "NORP")]),
        (MUM, (0, 1, "PERSON"), []),
        (MONEY, (0, 1, "LOC"), []),
        (CYCLONE, (1, 2, "LOC"), [("Ada", "EVENT")]),
        (SCORE, (0, 3, "ORG"), [("Hill Rovers", "ORG")]),
        (SCORE, (0, 5, "ORG"), [("Hill Rovers", "ORG")]),
        (AIRCRAFT, (1, 5, "MISC"), [("Tern 737-800", "MISC")]),
    ],
)
def test_names(table: str, entity: Entity, expected: list[tuple[str, str]]) -> None:
    """Bodies named for a place, last words and owners are added; what is no name is not one."""
    doc = make_doc(table, ents=[entity])
    found = names(doc, bytearray(b"\1") * len(doc))
    assert [(span.text, span.label_) for span in found] == expected
