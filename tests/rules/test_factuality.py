"""The rules of factuality."""

from __future__ import annotations

import pytest

from newsevents.rules.base import load_rules
from newsevents.rules.factuality import FactualityRules, Governor, Words, lexicon

RULES = load_rules("factuality.yaml", FactualityRules)
FUNCTION_WORDS: list[Words] = [*RULES.modals, *RULES.markers, *RULES.negation, *RULES.adverbs]
ALL: list[Words | Governor] = [*FUNCTION_WORDS, *RULES.governors]


def test_ids_are_unique():
    """No two rules share an id."""
    assert len({rule.id for rule in ALL}) == len(ALL)


@pytest.mark.parametrize("part", ["verbs", "objects", "adjectives", "modifiers", "nouns"])
def test_a_word_has_one_effect(part: str):
    """No word stands in two rules of one kind."""
    words = [word for rule in RULES.governors for word in getattr(rule, part)]
    assert sorted(words) == sorted(set(words))


@pytest.mark.parametrize(
    ("word", "effect", "negated"),
    [
        ("manage", "none", "negated"),
        ("fail", "negated", "none"),
        ("plan", "planned", "negated"),
        ("try", "possible", "possible"),
    ],
)
def test_signatures(word: str, effect: str, negated: str):
    """ "managed to" means that it happened, "did not manage to" that it did not."""
    signature = lexicon().verbs[word]
    assert (signature.effect, signature.negated) == (effect, negated)


@pytest.mark.model
@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_examples_have_the_effect(rule: Words | Governor, extractor):
    """The last event of an example is as its rule says."""
    expected = "actual" if rule.effect == "none" else rule.effect
    for example in rule.examples:
        assert expected in {event.factuality for event in extractor.extract(example).events}
