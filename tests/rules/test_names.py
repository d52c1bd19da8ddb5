"""Words within names: each shown by names that have one."""

from __future__ import annotations

import pytest

from newsevents.rules.names import NameCalls, NameWords, called_by, name_table, name_words

GROUPS = [pytest.param(group, id=group.id) for group in name_table().groups]
CALLS = [pytest.param(group, id=group.id) for group in name_table().calls]


@pytest.mark.parametrize("group", GROUPS)
def test_examples_have_a_word_of_the_group(group: NameWords) -> None:
    """Every example has one of the words, no counter-example has."""
    known = name_words(group.id.rsplit(".", 1)[1])
    assert all(known & set(name.lower().split()) for name in group.examples)
    assert not any(known & set(name.lower().split()) for name in group.counterexamples)


@pytest.mark.parametrize("group", CALLS)
def test_nouns_call_the_examples(group: NameCalls) -> None:
    """Every noun of a group means firms with one of its words in their name."""
    for noun in group.nouns:
        assert all(called_by(noun) & set(name.lower().split()) for name in group.examples)
        assert not any(
            set(group.words) & set(name.lower().split()) for name in group.counterexamples
        )
