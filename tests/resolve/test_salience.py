"""What is known of an antecedent: facts that all have a weight."""

from __future__ import annotations

import pytest

from newsevents.resolve.chains import Chain
from newsevents.resolve.memory import Seen
from newsevents.resolve.salience import facts_of, kind_of
from newsevents.rules.salience import KINDS, weights
from tests.resolve.marked import marked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Bell|PERSON subject] saw [him|pronoun]", {"same_sentence", "name", "subject", "named"}),
        ("[Bell|PERSON]. [he|pronoun] left", {"last_sentence", "name", "unattached", "named"}),
        (
            "[Bell|PERSON].\n[he|pronoun quote=q1]",
            {"other_paragraph", "across_quote", "last_sentence", "name", "unattached", "named"},
        ),
        ("[it|pronoun] and [it|pronoun]", {"same_pronoun", "pronoun", "unlabelled"}),
        ("[the firms|nominal ORG plur verb=1]: [they|pronoun]", {"definite", "plural"}),
        ("[Oslo|GPE verb=1] and [it|pronoun]", {"place", "name", "same_sentence", "nearest"}),
    ],
)
def test_facts(text: str, expected: set[str]) -> None:
    """The facts that a sentence shows are found, and every one has a weight."""
    antecedent, pronoun = marked(text).actors
    chain = Chain()
    chain.add(0, antecedent)
    seen = Seen(antecedent, 0, antecedent.sentence, antecedent.paragraph)
    facts = set(facts_of(pronoun, seen, chain, between=0))
    assert expected <= facts
    assert facts <= set(weights(kind_of(pronoun)))


@pytest.mark.parametrize("kind", KINDS)
def test_nearer_weighs_more(kind: str) -> None:
    """In the fitted weights, the same sentence speaks more for a mention than one far off."""
    assert weights(kind)["same_sentence"] > weights(kind)["far"]


def test_kinds_of_pronouns() -> None:
    """He, it and they are weighed apart."""
    text = "[he|pronoun] [it|pronoun] [they|pronoun]"
    assert tuple(kind_of(mention) for mention in marked(text).actors) == KINDS[:3]
