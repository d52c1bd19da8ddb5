"""What is known of an earlier mention as the antecedent of a pronoun."""

from __future__ import annotations

from typing import Final

from newsevents.models.mentions import ActorMention, EntityLabel
from newsevents.resolve.chains import Chain
from newsevents.resolve.memory import Seen

_DISTANCES: Final = ("same_sentence", "last_sentence", "earlier", "far")
_LABEL_FACTS: Final[dict[EntityLabel | None, str]] = {
    None: "unlabelled",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "GROUP": "group",
    "NORP": "group",
}
#: From how many mentions a chain is spoken of again and again.
_REPEATED: Final = 3
_FREQUENT: Final = 6
#: How many mentions may stand between for an antecedent to be (very) near.
NEAREST: Final = 2
NEAR: Final = 6


def kind_of(mention: ActorMention) -> str:
    """Which weights a pronoun uses: those of one person, one thing or several."""
    if mention.number == "plur":
        return "several"
    return "thing" if mention.gender == "neut" else "person"


def facts_of(mention: ActorMention, seen: Seen, chain: Chain, *, between: int) -> list[str]:
    """The facts of ``salience.yaml`` that hold of an earlier mention and its chain."""
    facts = [*facts_of_place(mention, seen), *facts_of_chain(chain)]
    facts += _facts_of_form(mention, seen.mention)
    if between < NEAR:
        facts.append("nearest" if between < NEAREST else "near")
    if chain.number == "plur":
        facts.append("plural")
    return facts


def facts_of_place(mention: ActorMention, seen: Seen) -> list[str]:
    """How far back it was."""
    facts = [_DISTANCES[min(mention.sentence - seen.sentence, len(_DISTANCES) - 1)]]
    if mention.paragraph != seen.paragraph:
        facts.append("other_paragraph")
    return facts


def facts_of_chain(chain: Chain) -> list[str]:
    """What is spoken of, and how often."""
    facts = [_LABEL_FACTS.get(chain.label, "named")]
    if len(chain.members) >= _REPEATED:
        facts.append("frequent" if len(chain.members) >= _FREQUENT else "repeated")
    return facts


def _facts_of_form(mention: ActorMention, antecedent: ActorMention) -> list[str]:
    facts: list[str] = []
    if antecedent.kind != "nominal":
        facts.append(antecedent.kind)
    if antecedent.subject:
        facts.append("subject")
        if mention.subject:
            facts.append("both_subjects")
    elif antecedent.governor is None:
        facts.append("unattached")
    if antecedent.head == mention.head:
        facts.append("same_pronoun")
    if antecedent.definite:
        facts.append("definite")
    if (mention.quote is None) != (antecedent.quote is None):
        facts.append("across_quote")
    return facts
