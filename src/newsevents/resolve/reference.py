"""What pronouns and descriptions refer to, by hard constraints and then by what speaks for it.

Among what the constraints leave, the likeliest wins: recent, a subject, often spoken of,
with the same noun. Two that are equally likely leave a mention unresolved.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsevents.models.mentions import ActorMention, Mentions
from newsevents.resolve.chains import Chain
from newsevents.resolve.descriptions import DescriptionReader, is_like_pronoun
from newsevents.resolve.memory import Memory
from newsevents.resolve.pronouns import SPEECH, PronounReader


def resolve_references(mentions: Mentions, chains: dict[int, Chain]) -> dict[int, Chain]:
    """A chain for every mention; names come with theirs.

    All mentions in order; "I" last, when it is known who speaks.
    """
    memory = Memory(mentions, chains)
    pronouns, descriptions = PronounReader(memory), DescriptionReader(memory)
    later: list[int] = []
    for index, mention in enumerate(mentions.actors):
        memory.hear(mention)
        if mention.kind == "nominal":
            chain = descriptions.read(index)
            if chain is None and is_like_pronoun(mention):
                chain = pronouns.read(index)
            memory.put(index, chain)
        elif mention.kind == "pronoun":
            if mention.head in SPEECH:
                later.append(index)
                continue
            memory.put(index, pronouns.read(index))
        memory.see(index)
    for index in later:
        memory.put(index, pronouns.read_speech(index))
    return memory.chains


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
