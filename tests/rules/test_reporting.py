"""The lexicon of reporting words."""

from __future__ import annotations

import pytest

from newsevents.rules.base import load_rules
from newsevents.rules.reporting import NounClass, ReportingRules, VerbClass, lexicon

RULES = load_rules("reporting.yaml", ReportingRules)
GROUPS: list[VerbClass | NounClass] = [*RULES.verbs, *RULES.nouns]


def test_ids_are_unique():
    """No two classes share an id."""
    assert len({group.id for group in GROUPS}) == len(GROUPS)


@pytest.mark.parametrize("group", RULES.verbs, ids=lambda group: group.id)
def test_no_verb_stands_twice_in_a_class(group: VerbClass):
    """A class names each of its verbs once."""
    assert sorted(group.verbs) == sorted(set(group.verbs))


@pytest.mark.parametrize("group", RULES.verbs, ids=lambda group: group.id)
def test_prepositions_belong_to_the_frame_that_reads_them(group: VerbClass):
    """Prepositions are given where, and only where, the class reports with them."""
    assert bool(group.prepositions) == ("preposition" in group.frames)


def test_verb_of_several_classes_has_all_their_frames():
    """ "warn" reports a clause, an object with infinitive, and what it warns of."""
    warn = lexicon().verbs["warn"]
    assert {"clause", "object_infinitive", "preposition"} <= warn.frames
    assert "of" in warn.prepositions


@pytest.mark.model
@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.id)
def test_examples_report_and_counterexamples_do_not(group: VerbClass | NounClass, extractor):
    """Each class finds a quote in its own examples and none in its counterexamples."""
    for text in group.examples:
        assert extractor.extract(text).quotes, text
    for text in group.counterexamples:
        assert not extractor.extract(text).quotes, text
