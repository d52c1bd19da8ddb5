"""The rules of participants."""

from __future__ import annotations

from itertools import chain

import pytest

from newsevents.models.events import ParticipantRole
from newsevents.rules.base import load_rules
from newsevents.rules.events import EventRules
from newsevents.rules.participants import (
    ParticipantRules,
    PrepositionRule,
    TypeRule,
    WordRule,
    lexicon,
)

RULES = load_rules("participants.yaml", ParticipantRules)
TYPES = {rule.type for rule in load_rules("events.yaml", EventRules).types} | {"other"}
ALL: list[PrepositionRule | TypeRule | WordRule] = [
    *RULES.prepositions,
    *RULES.types,
    *RULES.words,
]


def test_ids_are_unique():
    """No two rules share an id."""
    assert len({rule.id for rule in ALL}) == len(ALL)


def test_types_exist():
    """Every type named is the beginning of one of the ontology."""
    named = set(chain.from_iterable(rule.types for rule in (*RULES.prepositions, *RULES.types)))
    assert not {kind for kind in named if not any(t.startswith(kind) for t in TYPES)}


@pytest.mark.parametrize(
    ("event_type", "preposition", "beside", "role"),
    [
        ("conflict.attack", "on", "", "patient"),
        ("conflict.kill", "on", "an object", None),
        ("diplomacy.meet", "on", "an object", "topic"),
        ("sport.win", "over", "", "patient"),
        ("protest.demonstrate", "over", "", "topic"),
        ("other", "about", "", "topic"),
        ("movement.travel", "in", "", None),
    ],
)
def test_prepositions_by_type(
    event_type: str, preposition: str, beside: str, role: ParticipantRole | None
):
    """What a preposition means depends on the event, and on whether it has an object."""
    assert lexicon().role(event_type, preposition, has_object=bool(beside)) == role


@pytest.mark.model
@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_examples_have_the_participant(rule: PrepositionRule | TypeRule | WordRule, extractor):
    """The participant of an example takes part in an event, in its role."""
    for example, expected in rule.examples.items():
        found = {
            (part.role, part.span.text)
            for event in extractor.extract(example).events
            for part in event.participants
        }
        assert set(expected.items()) <= found, example
