"""Words that introduce why and how: the rules hold for their own examples."""

from __future__ import annotations

import pytest

from newsevents.rules.connectives import Connective, answering, connectives

RULES = [pytest.param(rule, id=rule.id) for rule in connectives().connectives]


@pytest.mark.parametrize("rule", RULES)
def test_examples_hold_a_word_of_the_rule(rule: Connective) -> None:
    """Every example has one of the rule's words."""
    for example in rule.examples:
        assert any(f" {word} " in f" {example.lower()} " for word in rule.words), example


@pytest.mark.model
@pytest.mark.parametrize("rule", RULES)
def test_examples_are_answered(rule: Connective, extractor) -> None:
    """The lead of every example answers the question, and no counterexample does."""
    for example in rule.examples:
        main = extractor.extract(example).main_event
        assert main is not None
        assert getattr(main, rule.question) is not None, example
    for example in rule.counterexamples:
        main = extractor.extract(example).main_event
        assert main is None or getattr(main, rule.question) is None, example


def test_reasons_given_outright_go_first() -> None:
    """ "Because" comes before "after", and a purpose comes last."""
    words = [rule.words[0] for rule in answering("why")]
    assert words.index("because") < words.index("after") < words.index("to")
