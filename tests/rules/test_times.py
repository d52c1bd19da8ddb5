"""Every rule of times.yaml finds what its examples say, and nothing in its counterexamples."""

from __future__ import annotations

import datetime as dt

import pytest

from newsevents.rules.times import TimeExample, TimeRule, time_rules
from newsevents.timex import default_reader

RULES = time_rules().rules
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.id}-{number}")
    for rule in RULES
    for number, example in enumerate(rule.examples)
]
COUNTEREXAMPLES = [
    pytest.param(rule, text, id=f"{rule.id}-{number}")
    for rule in RULES
    for number, text in enumerate(rule.counterexamples)
]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_examples(rule: TimeRule, example: TimeExample):
    """The expressions of an example, all of them, have the values it gives."""
    read = default_reader().read(
        example.text, published=example.at, tense_at=lambda _start, _end: example.tense
    )
    assert {example.text[timex.start : timex.end]: timex.value for timex in read} == example.found
    assert rule.id in {timex.rule for timex in read}


@pytest.mark.parametrize(("rule", "text"), COUNTEREXAMPLES)
def test_counterexamples(rule: TimeRule, text: str):
    """A rule finds nothing in its counterexamples."""
    read = default_reader().read(text, published=dt.date(2023, 7, 12))
    assert rule.id not in {timex.rule for timex in read}


def test_ids_are_unique():
    """No two rules share an id."""
    ids = [rule.id for rule in RULES]
    assert sorted(set(ids)) == sorted(ids)
