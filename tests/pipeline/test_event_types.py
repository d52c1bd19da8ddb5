"""Types of events on hand-made Docs: by the word and the company it keeps."""

from __future__ import annotations

import pytest

from newsevents.pipeline.event_types import EventTyper
from newsevents.pipeline.tree import Tree
from newsevents.pipeline.triggers import TriggerFinder
from tests.builders import Entity, make_doc


def types_of(table: str, *, ents: list[Entity] | None = None) -> dict[str, str]:
    """The type of every trigger, by its lemma."""
    doc = make_doc(table, ents=ents)
    tree = Tree(doc)
    triggers = TriggerFinder(
        tree, readable=[True] * len(doc), candidates=None, include_reporting=False
    ).find()
    EventTyper(tree).choose(triggers)
    return {trigger.lemma: trigger.type for trigger in triggers}


@pytest.mark.parametrize(
    ("table", "ents", "lemma", "expected"),
    [
        pytest.param(
            "Rebels/NOUN/nsubj/2/rebel released/VERB/root/0/release/VBD two/NUM/nummod/4 "
            "hostages/NOUN/obj/2/hostage",
            None,
            "release",
            "justice.release",
            id="object of a verb",
        ),
        pytest.param(
            "Bands/NOUN/nsubj/2/band released/VERB/root/0/release/VBD albums/NOUN/obj/2/album",
            None,
            "release",
            "society.publish",
            id="object of another kind",
        ),
        pytest.param(
            "Albums/NOUN/nsubj:pass/3/album were/AUX/aux:pass/3/be released/VERB/root/0/release/VBN",
            None,
            "release",
            "society.publish",
            id="subject of a passive",
        ),
        pytest.param(
            "Albums/NOUN/nsubj/5/album released/VERB/acl/1/release/VBN by/ADP/case/4 "
            "bands/NOUN/obl:agent/2/band sold/VERB/root/0/sell/VBD",
            None,
            "release",
            "society.publish",
            id="noun of a participle",
        ),
        pytest.param(
            "The/DET/det/2 album/NOUN/root/0 bands/NOUN/nsubj/4/band "
            "released/VERB/acl:relcl/2/release/VBD",
            None,
            "release",
            "society.publish",
            id="noun of a relative clause",
        ),
        pytest.param(
            "Jets/NOUN/nsubj/2/jet hit/VERB/root/0/hit/VBD and/CCONJ/cc/4 "
            "destroyed/VERB/conj/2/destroy/VBD the/DET/det/6 economy/NOUN/obj/2/economy",
            None,
            "destroy",
            "other",
            id="object of a coordination",
        ),
        pytest.param(
            "Jets/NOUN/nsubj/2/jet dropped/VERB/root/0/drop/VBD dozens/NOUN/obj/2/dozen "
            "of/ADP/case/5 bombs/NOUN/nmod/3/bomb",
            None,
            "drop",
            "conflict.attack",
            id="measured object",
        ),
        pytest.param(
            "The/DET/det/2 release/NOUN/nsubj/6 of/ADP/case/4 albums/NOUN/nmod/2/album "
            "was/AUX/aux:pass/6/be delayed/VERB/root/0/delay/VBN",
            None,
            "release",
            "society.publish",
            id="phrase with of",
        ),
        pytest.param(
            "Storms/NOUN/nsubj/2/storm killed/VERB/root/0/kill/VBD nine/NUM/obj/2",
            None,
            "kill",
            "life.die",
            id="subject of a verb",
        ),
        pytest.param(
            "Storms/NOUN/nsubj/2/storm hit/VERB/root/0/hit/VBD and/CCONJ/cc/4 "
            "killed/VERB/conj/2/kill/VBD nine/NUM/obj/4",
            None,
            "kill",
            "life.die",
            id="subject of a coordination",
        ),
        pytest.param(
            "Nine/NUM/nsubj:pass/3 were/AUX/aux:pass/3/be killed/VERB/root/0/kill/VBN "
            "in/ADP/case/6 the/DET/det/6 flood/NOUN/obl/3",
            None,
            "kill",
            "life.die",
            id="phrase with in",
        ),
        pytest.param(
            "Teachers/NOUN/nsubj/2/teacher went/VERB/root/0/go/VBD on/ADP/case/4 strike/NOUN/obl/2",
            None,
            "strike",
            "protest.strike",
            id="light verb",
        ),
        pytest.param(
            "Ada/PROPN/nsubj/2 phoned/VERB/root/0/phone/VBD Bo/PROPN/obj/2",
            [(0, 1, "PERSON"), (2, 3, "PERSON")],
            "phone",
            "diplomacy.meet",
            id="name of a person",
        ),
        pytest.param(
            "Rebels/NOUN/nsubj/2/rebel vowed/VERB/root/0/vow/VBD to/PART/mark/4 "
            "fight/VERB/xcomp/2/fight/VB",
            None,
            "vow",
            "diplomacy.threaten",
            id="infinitive",
        ),
        pytest.param(
            "Peru/PROPN/nsubj/2 won/VERB/root/0/win/VBD in/ADP/case/4 May/PROPN/obl/2",
            None,
            "win",
            "sport.win",
            id="nothing near",
        ),
        pytest.param(
            "Deputies/NOUN/nsubj/2/deputy won/VERB/root/0/win/VBD the/DET/det/4 poll/NOUN/obj/2",
            None,
            "win",
            "politics.elect",
            id="something near",
        ),
    ],
)
def test_company_decides(table: str, ents: list[Entity] | None, lemma: str, expected: str):
    """One word has several types, by what stands beside it."""
    assert types_of(table, ents=ents)[lemma] == expected


def test_particles_make_another_word():
    """ "step up" is looked up with its particle, though the lexicon has neither."""
    table = (
        "Guards/NOUN/nsubj/2/guard stepped/VERB/root/0/step/VBD up/ADP/compound:prt/2 "
        "patrols/NOUN/obj/2/patrol"
    )
    assert types_of(table) == {"step": "conflict.mobilize"}


def test_a_phrase_begins_behind_and():
    """ "And" is no part of the second of two, wherever the parse hangs it."""
    doc = make_doc(
        "Ada/PROPN/nsubj/2 met/VERB/root/0 Bell/PROPN/obj/2 and/CCONJ/cc/5 "
        "Minister/PROPN/nmod:desc/6 Cole/PROPN/conj/3"
    )
    assert doc[slice(*Tree(doc).span(5))].text == "Minister Cole"
