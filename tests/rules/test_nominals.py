"""Nouns for people and organisations: listed once, with the right plural."""

from __future__ import annotations

import pytest

from newsevents.rules.nominals import NounGroup, nominals, nouns, plural

GROUPS = [pytest.param(group, id=group.id) for group in nominals().nouns]


def words_in(sentence: str) -> set[str]:
    """The lower-cased words of a sentence."""
    return set(sentence.lower().rstrip(".").split())


@pytest.mark.parametrize("group", GROUPS)
def test_examples_hold_a_noun_of_the_group(group: NounGroup) -> None:
    """Every example has one of the group's nouns, with the group's gender."""
    for example in group.examples:
        known = [nouns()[word] for word in words_in(example) if word in nouns()]
        assert any(noun.singular in group.nouns and noun.gender == group.gender for noun in known)


@pytest.mark.parametrize("group", GROUPS)
def test_counterexamples_hold_none(group: NounGroup) -> None:
    """No counter-example has one of the group's nouns."""
    for example in group.counterexamples:
        known = [nouns()[word].singular for word in words_in(example) if word in nouns()]
        assert not any(singular in group.nouns for singular in known)


@pytest.mark.parametrize(
    ("singular", "expected"),
    [("woman", "women"), ("ministry", "ministries"), ("boss", "bosses"), ("boy", "boys")],
)
def test_plural(singular: str, expected: str) -> None:
    """Plurals are regular unless listed."""
    assert plural(singular) == expected


def test_plural_people_are_a_group() -> None:
    """Two officers are a group, one is a person; a firm stays an organisation."""
    assert nouns()["officers"].label == "GROUP"
    assert nouns()["officer"].label == "PERSON"
    assert nouns()["firms"].label == "ORG"
    assert nouns()["troops"].plural
