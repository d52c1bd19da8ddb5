"""Every rule of amounts.yaml reads its examples, and not its counterexamples."""

from __future__ import annotations

import pytest

from newsevents.amounts import AmountReader, parse_amount
from newsevents.rules.amounts import AmountExample, AmountRule, amount_rules

RULES = amount_rules()


@pytest.mark.parametrize(
    "example",
    [example for rule in RULES.rules for example in rule.examples],
    ids=lambda example: example.text,
)
def test_examples(example: AmountExample):
    """An amount has the value, unit and currency that its example gives."""
    found = parse_amount(example.text)
    assert found is not None
    assert (found.value, found.unit, found.currency) == (
        example.value,
        example.unit,
        example.currency,
    )


@pytest.mark.parametrize(
    ("rule", "text"),
    [(rule, text) for rule in RULES.rules for text in rule.counterexamples],
    ids=lambda value: value if isinstance(value, str) else value.id,
)
def test_counterexamples(rule: AmountRule, text: str):
    """A rule by itself does not read its counterexamples."""
    alone = AmountReader(RULES.model_copy(update={"rules": (rule,)}))
    assert alone.parse(text) is None
