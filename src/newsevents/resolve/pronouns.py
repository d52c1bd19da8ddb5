"""What a pronoun may refer to.

Constraints: number, gender where the text shows it, people against things, nothing
refers to what it is part of, two arguments of one verb differ, and the speaker of a
direct quote is no "he" within it.
"""

from __future__ import annotations

from typing import Final

from newsevents.models.mentions import ActorMention
from newsevents.resolve.calling import may_describe
from newsevents.resolve.chains import CROWDS, Chain
from newsevents.resolve.choice import Candidate, choose
from newsevents.resolve.memory import Memory
from newsevents.resolve.salience import facts_of, kind_of
from newsevents.rules.nominals import judges_others

_FIRST: Final = frozenset({"i", "me", "my", "mine", "myself"})
_SECOND: Final = frozenset({"you", "your", "yours", "yourself", "yourselves"})
_FIRST_PLURAL: Final = frozenset({"we", "us", "our", "ours", "ourselves"})
_PERSONS: Final = (_FIRST, _FIRST_PLURAL, _SECOND)
#: Pronouns of those who speak and are spoken to.
SPEECH: Final = _FIRST | _FIRST_PLURAL | _SECOND
_REFLEXIVE: Final = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves"})
#: How many sentences back an antecedent is looked for.
_SENTENCES: Final = {"sing": 4, "plur": 3}


class PronounReader:
    """Resolves the pronouns of one article."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._first_of: dict[tuple[str | None, frozenset[str]], int] = {}

    def read(self, index: int) -> Chain | None:
        """The most salient chain that a pronoun may mean; of two that are equally so, none."""
        mention = self._memory.mentions[index]
        candidates = self._candidates(mention)
        chosen = choose(candidates, kind=kind_of(mention), likely=mention.likely)
        return None if len(candidates) > 1 and self._judges(mention, chosen) else chosen

    def _candidates(self, mention: ActorMention) -> list[Candidate]:
        found: dict[int, Candidate] = {}
        said = self._memory.said_to_be(mention)
        said = None if said is None or said.label is None else said
        earlier = self._memory.before(mention, within=_SENTENCES[mention.number or "sing"])
        for between, seen in enumerate(earlier):
            chain = self._memory.chains[seen.place]
            if id(chain) in found or (said is not None and not may_describe(said, chain)):
                continue
            if self._may_be(mention, seen.mention, chain):
                facts = facts_of(mention, seen, chain, between=between)
                if mention.quote and self._memory.speaker(mention.quote, direct=False) is chain:
                    facts.append("speaks")
                found[id(chain)] = Candidate(chain, seen.place, facts)
        return list(found.values())

    def _judges(self, mention: ActorMention, chosen: Chain | None) -> bool:
        """Whether a judge speaks, whose "he" may be the accused: "Judge Bell said he had lied"."""
        if chosen is None or mention.gender not in {"masc", "fem"}:
            return False
        speaks = self._memory.speaker(mention.quote, direct=False) is chosen
        return speaks and any(map(judges_others, chosen.titles))

    def _may_be(self, mention: ActorMention, antecedent: ActorMention, chain: Chain) -> bool:
        if mention.span.overlaps(antecedent.span) or not _fits(mention, antecedent, chain):
            return False
        verbs = {antecedent.governor, antecedent.relative}
        same_verb = mention.governor is not None and mention.governor in verbs
        if same_verb and mention.head not in _REFLEXIVE:
            return False
        if mention.gender in {"masc", "fem"} and chain in self._memory.named_by(mention):
            return False  # "“My son is a liar,” he said" is not the son.
        # Who speaks a direct quote says "I" in it, not "he".
        return self._memory.speaker(mention.quote, direct=True) is not chain

    def read_speech(self, index: int) -> Chain | None:
        """A quoted "I" is the speaker, "we" those for whom he or she speaks.

        "You" and a writer's "I" are whoever they are.
        """
        mention = self._memory.mentions[index]
        speaker = self._memory.speaker(mention.quote, direct=False)
        if speaker is not None:
            if mention.head in _FIRST and speaker.number != "plur":
                return speaker
            if mention.head in _FIRST_PLURAL:
                several = speaker.number == "plur" or speaker.label in {"ORG", *CROWDS}
                spoken_for = speaker if several else self._memory.employer(speaker)
                if spoken_for is not None:
                    return spoken_for
        said = next(forms for forms in _PERSONS if mention.head in forms)
        first = self._first_of.setdefault((mention.quote, said), index)
        return None if first == index else self._memory.chains[first]


def _fits(mention: ActorMention, antecedent: ActorMention, chain: Chain) -> bool:
    """Whether number, gender and kind let a pronoun mean a chain."""
    label = chain.label
    if antecedent.head in SPEECH:
        return False
    if mention.number == "plur":
        return chain.number == "plur" or label in CROWDS or (label == "ORG" and chain.named)
    if mention.gender == "neut":
        return chain.number != "plur" and label != "PERSON" and chain.gender in {None, "neut"}
    if chain.number == "plur" or not chain.accepts_gender(mention.gender):
        return False
    return label == "PERSON" or (label is None and chain.gender in {"masc", "fem"})
