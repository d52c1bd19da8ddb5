"""How a description is like what was spoken of before, and the facts that speak for it."""

from __future__ import annotations

from typing import Final

from newsevents.models.mentions import ActorMention
from newsevents.resolve.chains import Chain
from newsevents.resolve.memory import Seen
from newsevents.resolve.salience import NEAR, NEAREST, facts_of_chain, facts_of_place
from newsevents.rules.nominals import nouns

#: How many paragraphs after the headline tell what it says.
_LEAD: Final = 2


def wording(mention: ActorMention, antecedent: ActorMention) -> str | None:
    """How two descriptions with the same noun differ in what narrows it.

    "the bridge" has fewer words than "the new bridge", "the old bridge" other ones.
    """
    if antecedent.kind != "nominal" or antecedent.head != mention.head:
        return None
    one, other = set(mention.modifiers), set(antecedent.modifiers)
    if one == other:
        return "same_words"
    if one < other:
        return "fewer_words"
    return "more_words" if other < one else "other_words"


def is_same_sort(mention: ActorMention, chain: Chain) -> bool:
    """Whether another noun of the same sort was used: "the plane" for "a jet"."""
    known = nouns().get(mention.head)
    heads = (nouns().get(head) for head in chain.heads)
    return known is not None and any(
        noun is not None and noun.sort == known.sort and noun.plural == known.plural
        for noun in heads
    )


def facts_of_description(
    mention: ActorMention, seen: Seen, chain: Chain, *, likeness: str, between: int
) -> list[str]:
    """The facts of ``salience.yaml`` that hold of a description and an earlier mention."""
    antecedent = seen.mention
    facts = ["any", likeness, *facts_of_place(mention, seen), *facts_of_chain(chain)]
    known = {
        "subject": antecedent.subject,
        "both_subjects": antecedent.subject and mention.subject,
        "nearest": between < NEAREST,
        "near": NEAREST <= between < NEAR,
        "name": antecedent.kind == "name",
        "definite": antecedent.definite,
        "modified": bool(mention.modifiers),
        "owned": mention.of is not None,
        "same_country": mention.country is not None and mention.country == chain.country,
        "plural": mention.number == "plur",
        "across_quote": (mention.quote is None) != (antecedent.quote is None),
        "headline": antecedent.headline and 0 < mention.paragraph - antecedent.paragraph <= _LEAD,
    }
    return facts + [fact for fact, holds in known.items() if holds]
