"""Senses: every reading is of a type that exists, and its sentences show it."""

from __future__ import annotations

from itertools import chain

import pytest

from newsevents.extractor import Extractor
from newsevents.rules.base import load_rules
from newsevents.rules.events import OTHER, EventRules
from newsevents.rules.senses import Company, Sense, SenseRules, sense_table
from newsevents.rules.verbs import verb_forms

RULES = load_rules("senses.yaml", SenseRules)
TYPES = {rule.type for rule in load_rules("events.yaml", EventRules).types}


def test_ids_are_unique():
    """No two rules share an id, no two kinds a name."""
    ids = [rule.id for rule in chain(RULES.kinds, RULES.senses)]
    assert len(set(ids)) == len(ids)
    kinds = [group.kind for group in RULES.kinds]
    assert len(set(kinds)) == len(kinds)


def test_types_exist():
    """Every sense has a type of the ontology, or none of them."""
    assert {sense.type for sense in RULES.senses} <= {*TYPES, OTHER}


def test_senses_are_found_by_word():
    """A word has its senses in the order of the file."""
    found = [sense.id for sense in sense_table().senses["release"]]
    assert found[0] == "en.sense.release.publish"
    assert found == [sense.id for sense in RULES.senses if "release" in sense.words]


def test_a_sense_needs_a_condition():
    """What always holds belongs into the lexicon."""
    with pytest.raises(ValueError, match="no condition"):
        Sense(
            id="en.sense.x",
            words=("x",),
            type=OTHER,
            when=Company(),
            examples=("It is x.",),
        )


@pytest.mark.model
@pytest.mark.parametrize("sense", RULES.senses, ids=lambda sense: sense.id)
def test_sentences_show_the_sense(sense: Sense, extractor: Extractor):
    """A word of the sense has its type in the examples, and in no counterexample."""
    for example in sense.examples:
        found = types_of(example, sense, extractor)
        assert sense.type in found or (sense.type == OTHER and not found), example
    for counterexample in sense.counterexamples:
        assert sense.type not in types_of(counterexample, sense, extractor), counterexample


def types_of(text: str, sense: Sense, extractor: Extractor) -> set[str]:
    """The types of the events that a word of the sense names, in whatever form."""
    starts = {word[:3] for word in sense.words}
    forms = verb_forms(word.split()[0] for word in sense.words)
    return {
        event.type
        for event in extractor.extract(text).events
        if (word := event.trigger.text.lower()) in forms or word[:3] in starts
    }
