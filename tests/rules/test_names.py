"""Words within names: each shown by names that have one."""

from __future__ import annotations

import pytest

from newsevents.rules.names import NameWords, name_table, name_words

GROUPS = [pytest.param(group, id=group.id) for group in name_table().groups]


@pytest.mark.parametrize("group", GROUPS)
def test_examples_have_a_word_of_the_group(group: NameWords) -> None:
    """Every example has one of the words, no counter-example has."""
    known = name_words(group.id.rsplit(".", 1)[1])
    assert all(known & set(name.lower().split()) for name in group.examples)
    assert not any(known & set(name.lower().split()) for name in group.counterexamples)
