"""What pronouns and descriptions refer to, by hard constraints and then by salience.

Constraints: number, gender where the text shows it, people against things, nothing
refers to what it is part of, two arguments of one verb differ, and the speaker of a
direct quote is no "he" within it. Among what is left the most salient wins: recent,
a subject, often spoken of. Two that are equally salient leave it unresolved.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from typing import Final

from newsevents.models.base import TextSpan
from newsevents.models.mentions import ActorMention, Mentions, QuoteMention
from newsevents.resolve.chains import CROWDS, NEUTER, Chain
from newsevents.resolve.names import is_adjective
from newsevents.resolve.salience import Seen, facts_of, kind_of
from newsevents.resolve.spans import SpanIndex
from newsevents.rules.countries import country_code
from newsevents.rules.salience import weights

_FIRST: Final = frozenset({"i", "me", "my", "mine", "myself"})
_SECOND: Final = frozenset({"you", "your", "yours", "yourself", "yourselves"})
_FIRST_PLURAL: Final = frozenset({"we", "us", "our", "ours", "ourselves"})
_PERSONS: Final = (_FIRST, _FIRST_PLURAL, _SECOND)
_SPEECH: Final = _FIRST | _FIRST_PLURAL | _SECOND
_REFLEXIVE: Final = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves"})
#: How many mentions back, and how many sentences, an antecedent is looked for.
_REACH: Final = 60
_SENTENCES: Final = {"sing": 4, "plur": 3}
_DESCRIBED_WITHIN: Final = 12
#: Words for a country and for a smaller place are not exchanged.
_COUNTRY_WORDS: Final = frozenset({"country", "nation", "republic", "kingdom", "superpower"})
#: Bodies that bear their sort in their name: "Leeds Council", never just "Leeds".
_BODIES: Final = frozenset(
    {"council", "court", "government", "hospital", "ministry", "parliament", "police", "school"}
    | {"university", "department", "tribunal", "senate", "congress", "church"}
)
_PLACE_WORDS: Final = frozenset({"city", "town", "village", "capital", "island"})


def resolve_references(mentions: Mentions, chains: dict[int, Chain]) -> dict[int, Chain]:
    """A chain for every mention; names come with theirs."""
    resolver = _Resolver(mentions, chains)
    resolver.run()
    return resolver.chains


class _Resolver:
    """Goes through the mentions of one article in order."""

    def __init__(self, mentions: Mentions, chains: dict[int, Chain]) -> None:
        self._mentions = mentions.actors
        self._index = SpanIndex(mentions.actors)
        self._direct = {quote.id for quote in mentions.quotes if quote.kind == "direct"}
        self._speakers = {quote.id: quote.told_by for quote in mentions.quotes}
        self._quotes = deque(sorted(mentions.quotes, key=_told))
        self._seen: list[Seen] = []
        self._by_head: dict[str, list[int]] = {}
        self._first_of: dict[tuple[str | None, frozenset[str]], int] = {}
        self.chains = dict(chains)

    def run(self) -> None:
        """Resolve everything that is no name; "I" last, when speakers are known."""
        later: list[int] = []
        for index, mention in enumerate(self._mentions):
            self._hear(mention)
            if mention.kind == "nominal":
                self._put(index, self._described(index))
            elif mention.kind == "pronoun":
                if mention.head in _SPEECH:
                    later.append(index)
                    continue
                self._put(index, self._pronoun(index))
            self._see(index)
        for index in later:
            self._put(index, self._first_person(index))

    def _put(self, index: int, chain: Chain | None) -> None:
        chain = chain or Chain()
        chain.add(index, self._mentions[index])
        self.chains[index] = chain

    def _hear(self, mention: ActorMention) -> None:
        """Whoever spoke a quote is fresh in mind when it ends."""
        while self._quotes and _told(self._quotes[0]) <= mention.span.start:
            speaker = self._quotes.popleft().told_by
            index = None if speaker is None else self._index.best(speaker)
            if index is not None and index in self.chains and self._seen:
                last = self._seen[-1]
                self._seen.append(last._replace(mention=self._mentions[index], place=index))

    def _see(self, index: int) -> None:
        mention = self._mentions[index]
        if mention.kind == "name" and is_adjective(mention):
            return
        self._seen.append(Seen(mention, index, mention.sentence, mention.paragraph))
        if mention.kind == "nominal":
            self._by_head.setdefault(mention.head, []).append(index)

    # Pronouns

    def _pronoun(self, index: int) -> Chain | None:
        """The most salient chain that it may mean; of two that are equally so, none."""
        candidates = self._candidates(index)
        known = weights(kind_of(self._mentions[index]))
        scores = [round(sum(known[fact] for fact in facts), 3) for _, facts in candidates]
        best = max(scores, default=0.0)
        winners = [place for place, score in enumerate(scores) if score == best]
        return candidates[winners[0]][0] if len(winners) == 1 else None

    def _candidates(self, index: int) -> list[tuple[Chain, list[str]]]:
        """Chains that a pronoun may mean, with what is known of their last mention."""
        mention = self._mentions[index]
        found: dict[int, tuple[Chain, list[str]]] = {}
        for between, seen in enumerate(self._before(mention)):
            chain = self.chains[seen.place]
            if id(chain) not in found and self._may_be(mention, seen.mention, chain):
                found[id(chain)] = (chain, facts_of(mention, seen, chain, between=between))
        return list(found.values())

    def _before(self, mention: ActorMention) -> Iterator[Seen]:
        """Earlier mentions, the nearest first, within reach.

        A caption reads on from nothing, and nothing reads on from it.
        """
        reach = _SENTENCES[mention.number or "sing"]
        for seen in self._seen[: -_REACH - 1 : -1]:
            if mention.sentence - seen.sentence > reach:
                return
            inside = seen.paragraph == mention.paragraph
            if inside or not (seen.mention.aside or mention.aside):
                yield seen

    def _may_be(self, mention: ActorMention, antecedent: ActorMention, chain: Chain) -> bool:
        if mention.span.overlaps(antecedent.span) or not _fits(mention, antecedent, chain):
            return False
        same_verb = mention.governor is not None and mention.governor == antecedent.governor
        if same_verb and mention.head not in _REFLEXIVE:
            return False
        return not self._is_speaker(mention, chain)

    def _is_speaker(self, mention: ActorMention, chain: Chain) -> bool:
        """Who speaks a direct quote says "I" in it, not "he"."""
        if mention.quote not in self._direct or mention.quote is None:
            return False
        return self._speaker(mention.quote) is chain

    def _speaker(self, quote: str) -> Chain | None:
        return self.chain_at(self._speakers.get(quote))

    def chain_at(self, span: TextSpan | None) -> Chain | None:
        """The chain of the mention that covers a span best."""
        index = None if span is None else self._index.best(span)
        return None if index is None else self.chains.get(index)

    def _first_person(self, index: int) -> Chain | None:
        """A quoted "I" is the speaker; "we", "you" and a writer's "I" are whoever they are."""
        mention = self._mentions[index]
        if mention.quote is not None and mention.head in _FIRST:
            speaker = self._speaker(mention.quote)
            if speaker is not None and speaker.number != "plur":
                return speaker
        said = next(forms for forms in _PERSONS if mention.head in forms)
        key = (mention.quote, said)
        if key in self._first_of:
            return self.chains[self._first_of[key]]
        self._first_of[key] = index
        return None

    # Descriptions

    def _described(self, index: int) -> Chain | None:
        mention = self._mentions[index]
        equated = self.chain_at(mention.antecedent)
        if equated is not None and _describes(mention, equated):
            return equated
        if not mention.definite:
            return None
        return self._same_noun(index) or self._named_by(index)

    def _same_noun(self, index: int) -> Chain | None:
        """So "the bridge" after "a bridge"; "the new bridge" not after "the old bridge"."""
        mention = self._mentions[index]
        for other in reversed(self._by_head.get(mention.head, ())[-8:]):
            antecedent = self._mentions[other]
            if mention.span.overlaps(antecedent.span):
                continue
            if self._same_owner(mention, antecedent) and _same_modifiers(mention, antecedent):
                return self.chains[other]
        return None

    def _same_owner(self, mention: ActorMention, antecedent: ActorMention) -> bool:
        if mention.of is None:
            return True
        if antecedent.of is None:
            return False
        one, other = self.chain_at(mention.of), self.chain_at(antecedent.of)
        if one is not None and one is other:
            return True
        return mention.of.text.casefold() == antecedent.of.text.casefold()

    def _named_by(self, index: int) -> Chain | None:
        """The name that a description takes up: "the minister", "the alliance"."""
        mention = self._mentions[index]
        if mention.number == "plur" or mention.label is None:
            return None
        if mention.of is not None and mention.label != "PERSON":
            return None
        found: list[Chain] = []
        for seen in self._seen[: -_REACH - 1 : -1]:
            chain = self.chains[seen.place]
            if mention.sentence - seen.sentence > _DESCRIBED_WITHIN:
                break
            if chain.named and chain not in found and not mention.span.overlaps(seen.mention.span):
                found.append(chain)
        return self._best_named(mention, found)

    def _best_named(self, mention: ActorMention, found: list[Chain]) -> Chain | None:
        exact = [chain for chain in found if _is_called(mention, chain)]
        if exact:
            return exact[0]
        fitting = [chain for chain in found if _may_be_called(mention, chain)]
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        ranked = sorted(fitting, key=lambda chain: -len(chain.members))
        clear = len(ranked[0].members) >= 2 * len(ranked[1].members)
        return ranked[0] if clear else None


def _told(quote: QuoteMention) -> int:
    """Where a quote and the words that say who spoke it end."""
    return max(
        [piece.end for piece in quote.content] + ([quote.speaker.end] if quote.speaker else [])
    )


def _fits(mention: ActorMention, antecedent: ActorMention, chain: Chain) -> bool:
    """Whether number, gender and kind let a pronoun mean a chain."""
    label = chain.label
    if antecedent.head in _SPEECH:
        return False
    if mention.number == "plur":
        return chain.number == "plur" or label in CROWDS or (label == "ORG" and chain.named)
    if mention.gender == "neut":
        return chain.number != "plur" and label != "PERSON" and chain.gender in {None, "neut"}
    if chain.number == "plur" or not chain.accepts_gender(mention.gender):
        return False
    return label == "PERSON" or (label is None and chain.gender in {"masc", "fem"})


def _describes(mention: ActorMention, chain: Chain) -> bool:
    """Whether a noun and what grammar equates it with are of one kind."""
    label = chain.label
    if mention.number == "plur" and chain.number == "sing":
        return False
    if label is None and chain.heads and mention.label is not None:
        return False
    if mention.label == "PERSON":
        return label in {None, "PERSON"}
    if mention.label in {"ORG", "GPE", "LOC"}:
        return label in {None, "ORG", "GPE", "LOC", "MISC"}
    if mention.label == "GROUP":
        return label in {None, "GROUP", "NORP", "ORG"}
    # "it was a success" says nothing of who "it" is; "Bell is a homeopath" does.
    return label in {None, "PERSON"}


def _same_modifiers(mention: ActorMention, antecedent: ActorMention) -> bool:
    return set(mention.modifiers) <= set(antecedent.modifiers)


def _is_called(mention: ActorMention, chain: Chain) -> bool:
    """Whether a name or office of the chain contains the noun: "the court", "the minister"."""
    if mention.label == "PERSON":
        return chain.label == "PERSON" and mention.head in chain.titles and _owned(mention, chain)
    if mention.label in {"ORG", "GPE", "LOC"}:
        return chain.label in NEUTER and any(mention.head in form[1:] for form in chain.forms)
    return False


def _owned(mention: ActorMention, chain: Chain) -> bool:
    """Whether it may be the same office: "Chad's minister", "the Malian minister"."""
    if mention.country is not None:
        codes = {country_code(owner) for owner in chain.owners}
        return not codes or mention.country in codes
    of = None if mention.of is None else mention.of.text.casefold()
    return of is None or any(owner.casefold() == of for owner in chain.owners)


def _may_be_called(mention: ActorMention, chain: Chain) -> bool:
    """Whether nothing speaks against it: "the alliance" for "Nato"."""
    if mention.label == "ORG":
        return chain.label == "ORG" and not _is_other_body(mention.head, chain)
    if mention.label == "GPE":
        if mention.head in _COUNTRY_WORDS:
            return chain.label == "GPE" and chain.country is not None
        return chain.label == "GPE" and chain.country is None and mention.head in _PLACE_WORDS
    if mention.label == "PERSON" and mention.of is None and mention.head in {"man", "woman"}:
        return chain.label == "PERSON" and chain.gender == mention.gender
    return False


def _is_other_body(head: str, chain: Chain) -> bool:
    """Whether a noun and a name speak of two sorts of bodies: "the council", a court.

    What is called a court has "court" in its name, and is no "company".
    """
    called = {word for form in chain.forms for word in form if word in _BODIES}
    return head not in called if called else head in _BODIES


def order_of(chains: dict[int, Chain], mentions: Sequence[ActorMention]) -> list[Chain]:
    """Every chain once, in order of first mention, its members in text order."""
    ordered: dict[int, Chain] = {}
    for index in range(len(mentions)):
        chain = chains.get(index)
        if chain is not None:
            ordered.setdefault(id(chain), chain)
    for chain in ordered.values():
        chain.members.sort()
    return list(ordered.values())
