"""Layout rules hold for their own examples and leave their counterexamples alone."""

from __future__ import annotations

import datetime as dt

import pytest

from newsevents.errors import RuleError
from newsevents.parsers.dates import read_date
from newsevents.rules.layout import CompiledRule, DateRule, LayoutRules, compile_layout, load_layout

LAYOUT = load_layout()
EXAMPLES = [
    pytest.param(item, example, id=f"{item.rule.id}-{number}")
    for item in LAYOUT.rules
    for number, example in enumerate(item.rule.examples)
]
COUNTEREXAMPLES = [
    pytest.param(item, example, id=f"{item.rule.id}-{number}")
    for item in LAYOUT.rules
    for number, example in enumerate(item.rule.counterexamples)
]
DATES = [
    pytest.param(text, value, id=f"{rule.id}-{text}")
    for rule, _ in LAYOUT.dates
    for text, value in rule.examples.items()
]
NO_DATES = [
    pytest.param(text, id=f"{rule.id}-{text}")
    for rule, _ in LAYOUT.dates
    for text in rule.counterexamples
]


def part_meant(item: CompiledRule, example: str) -> str:
    """The part of an example that its rule takes."""
    start, mark, end = example.partition("¦")
    return (end if mark and item.rule.part == "end" else start).strip()


@pytest.mark.parametrize(("item", "example"), EXAMPLES)
def test_rule_finds_its_examples(item: CompiledRule, example: str):
    """A rule takes the part of its example that the mark sets apart."""
    text = example.replace("¦", "")
    span = item.find(text)
    assert span is not None
    assert text[slice(*span)].strip() == part_meant(item, example)


@pytest.mark.parametrize(("item", "example"), COUNTEREXAMPLES)
def test_rule_leaves_counterexamples(item: CompiledRule, example: str):
    """A rule takes nothing of its counterexamples."""
    assert item.find(example) is None


def test_every_example_marks_the_part():
    """Examples of rules that take part of a paragraph say which part, others do not."""
    for item in LAYOUT.rules:
        for example in item.rule.examples:
            assert ("¦" in example) == (item.rule.part != "whole"), example


@pytest.mark.parametrize(("text", "value"), DATES)
def test_date_is_read(text: str, value: str):
    """Each way to write a date gives the day that its example says."""
    assert read_date(text) == dt.date.fromisoformat(value)


@pytest.mark.parametrize("text", NO_DATES)
def test_no_date_is_read(text: str):
    """What is no full date, or may be two, is none."""
    assert read_date(text) is None


def test_ids_are_unique():
    """No two rules share an id."""
    ids = [item.rule.id for item in LAYOUT.rules] + [rule.id for rule, _ in LAYOUT.dates]
    assert len(ids) == len(set(ids))


def rules_with(pattern: str) -> LayoutRules:
    """A rule file with one date rule."""
    rule = DateRule(id="en.date.test", pattern=pattern, examples={"x": "2023-04-11"})
    return LayoutRules(
        schema_version=1, months={"may": 5}, lists={}, fragments={}, dates=(rule,), rules=()
    )


@pytest.mark.parametrize(
    ("pattern", "message"), [("{{nowhere}}", "'nowhere'"), ("(", "no regular expression")]
)
def test_bad_pattern_is_told(pattern: str, message: str):
    """A pattern that cannot be compiled says which rule it is and why."""
    with pytest.raises(RuleError, match=message) as error:
        compile_layout(rules_with(pattern))
    assert "en.date.test" in str(error.value)
