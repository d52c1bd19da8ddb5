"""What a description may take up: "the minister", "the alliance", "the new bridge"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsevents.models.mentions import ActorMention
from newsevents.resolve.calling import (
    is_anothers,
    is_called,
    is_foreign,
    may_be_called,
    may_describe,
)
from newsevents.resolve.chains import Chain
from newsevents.resolve.choice import Candidate, choose
from newsevents.resolve.likeness import facts_of_description, is_same_sort, wording
from newsevents.resolve.memory import Memory, Seen
from newsevents.rules.countries import geography
from newsevents.rules.nominals import nouns, tells_class

_DESCRIBED_WITHIN: Final = 12
#: "One of the officials" need not be the one who spoke before.
_SOME: Final = frozenset({"one", "two", "three", "some", "several", "many", "most", "another"})
#: Sorts of things whose class is told after their name.
_CLASSES: Final = frozenset(
    {"aircraft", "vehicles", "vessels", "spacecraft", "devices", "indices", "currencies"}
)


class DescriptionReader:
    """Resolves the descriptions of one article."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def read(self, index: int) -> Chain | None:
        """What grammar equates a description with, or what it may well take up."""
        mention = self._memory.mentions[index]
        equated = self._memory.chain_at(mention.antecedent)
        if equated is not None and may_describe(mention, equated):
            return equated
        classed = self._named_within(mention)
        if classed is not None:
            return classed
        if mention.head in _SOME:
            return None
        kind = "definite" if mention.definite else "indefinite"
        candidates = self._candidates(mention)
        chosen = choose(candidates, kind=kind, likely=mention.likely, least=0.0)
        return self._announced(mention) if chosen is None else chosen

    def _named_within(self, mention: ActorMention) -> Chain | None:
        """What bears the name before its class: "the Nikkei index", "a Concorde jet"."""
        inside, noun = mention.of, nouns().get(mention.head)
        if inside is None or noun is None or not mention.span.contains(inside):
            return None
        label = "MISC" if noun.sort in _CLASSES else "ORG" if tells_class(mention.head) else None
        rest = mention.span.text[inside.end - mention.span.start :]
        chain = self._memory.chain_at(inside)
        named = chain is not None and chain.named and chain.label == label
        # "the Tern boat" is called so, "the Tern's boat" only belongs to it.
        return chain if named and rest.split()[:1] == [mention.span.text.split()[-1]] else None

    def _announced(self, mention: ActorMention) -> Chain | None:
        """Who a headline speaks of: "Transport minister resigns", and the lead names her."""
        if not mention.headline:
            return None
        found = [
            chain
            for chain in self._memory.introduced()
            if is_called(mention, chain) and not is_foreign(mention, chain)
        ]
        return found[0] if len(found) == 1 else None

    def _candidates(self, mention: ActorMention) -> list[Candidate]:
        found: dict[int, Candidate] = {}
        owner = self._memory.chain_at(mention.of)
        for between, seen in enumerate(self._within_reach(mention)):
            chain = self._memory.chains[seen.place]
            # "the company's chief" is not the company.
            if id(chain) in found or chain is owner:
                continue
            if not self._may_be(mention, seen.mention, chain):
                continue
            likeness = self._likeness(mention, seen.mention, chain)
            if likeness is not None:
                facts = facts_of_description(
                    mention, seen, chain, likeness=likeness, between=between
                )
                found[id(chain)] = Candidate(chain, seen.place, facts)
        return _with_rivals(list(found.values()))

    def _within_reach(self, mention: ActorMention) -> Iterator[Seen]:
        """What was lately spoken of, then what has the noun in its description, name or office."""
        yield from self._memory.before(mention, within=_DESCRIBED_WITHIN)
        yield from self._memory.with_head(mention.head)
        yield from self._memory.with_word(mention.head)

    def _may_be(self, mention: ActorMention, antecedent: ActorMention, chain: Chain) -> bool:
        if mention.span.overlaps(antecedent.span):
            return False
        if mention.number == "plur" and chain.number == "sing":
            return False
        if mention.number == "sing" and chain.number == "plur":
            return False
        if mention.governor is not None and mention.governor == antecedent.governor:
            return False
        if is_foreign(mention, chain):
            return False
        return chain.accepts_gender(mention.gender)

    def _likeness(
        self, mention: ActorMention, antecedent: ActorMention, chain: Chain
    ) -> str | None:
        how = wording(mention, antecedent)
        if how is not None:
            return how if self._same_owner(mention, antecedent) else None
        if not mention.definite:
            return None
        if chain.named:
            if is_called(mention, chain):
                return "called"
            if is_anothers(mention) or not may_be_called(mention, chain):
                return None
            return "of_kind"
        same_kind = mention.label == chain.label == "MISC" and antecedent.kind == "nominal"
        return "of_sort" if same_kind and is_same_sort(mention, chain) else None

    def _same_owner(self, mention: ActorMention, antecedent: ActorMention) -> bool:
        if mention.of is None:
            return True
        if antecedent.of is None:
            return False
        one, other = self._memory.chain_at(mention.of), self._memory.chain_at(antecedent.of)
        if one is not None and one is other:
            return True
        return mention.of.text.casefold() == antecedent.of.text.casefold()


def is_like_pronoun(mention: ActorMention) -> bool:
    """Whether a description is but another word for "he" or "she".

    So "the 45-year-old teacher" and "the Italian", of whom the sentence before spoke.
    """
    if mention.label != "PERSON" or not mention.definite or mention.number == "plur":
        return False
    words = mention.span.text.split()
    aged = len(words) > 1 and words[0].lower() == "the" and words[1].endswith("-year-old")
    place = geography(words[-1])
    return aged or (len(words) == 2 and place is not None and place.relation == "demonym")


def _with_rivals(candidates: list[Candidate]) -> list[Candidate]:
    """How candidates stand among those that are like the description in the same way.

    "The alliance" is Nato where no other alliance is spoken of, or hardly any.
    """
    by_likeness: dict[str, list[Candidate]] = {}
    if any(one.facts[1] == "called" for one in candidates):
        candidates = [one for one in candidates if one.facts[1] != "of_kind"]
    for one in candidates:
        by_likeness.setdefault(one.facts[1], []).append(one)
    for likeness, rivals in by_likeness.items():
        rivals.sort(key=lambda one: -len(one.chain.members))
        only = len(rivals) == 1
        if only or len(rivals[0].chain.members) >= 2 * len(rivals[1].chain.members):
            rivals[0].facts.append(f"only_{likeness}" if likeness == "of_kind" else "only")
    return candidates
