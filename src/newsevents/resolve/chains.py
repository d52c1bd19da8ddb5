"""Chains: mentions that speak of one and the same actor, while they are being put together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Final

from newsevents.models.mentions import ActorMention, EntityLabel, Gender, Number
from newsevents.rules.countries import home_of

#: Labels of what an "it" may mean, and of what only a "they" may.
NEUTER: Final = frozenset({"ORG", "GPE", "LOC", "EVENT", "MISC"})
CROWDS: Final = frozenset({"GROUP", "NORP"})


#: Behind one of these a title speaks of somebody else: "spokesman for the mayor".
_OTHERS: Final = frozenset({"the", "a", "an", "his", "her", "their", "its"})


@dataclass(slots=True, eq=False)
class Chain:
    """Mentions of one actor, as indices into the mentions of an article.

    An ``unclear`` one holds a name that several actors share: "Bell" of two Bells.
    """

    members: list[int] = field(default_factory=list)
    labels: Counter[EntityLabel] = field(default_factory=Counter)
    forms: list[tuple[str, ...]] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    owners: set[str] = field(default_factory=set)
    homes: set[str | None] = field(default_factory=set)
    number: Number | None = None
    gender: Gender | None = None
    country: str | None = None
    named: bool = False
    unclear: bool = False

    @property
    def label(self) -> EntityLabel | None:
        """The entity type that most of its names have."""
        return self.labels.most_common(1)[0][0] if self.labels else None

    def add(self, index: int, mention: ActorMention) -> None:
        """Take a mention in, with all that it shows about number and gender."""
        self.members.append(index)
        if mention.label is not None and (mention.kind == "name" or not self.named):
            self.labels[mention.label] += 1
        if mention.kind == "name":
            self.named = True
            if mention.label == "ORG" and (home := home_of(mention.span.text)) is not None:
                self.homes.add(home)
        elif mention.kind == "nominal":
            self.heads.add(mention.head)
        for role in mention.roles:
            self.titles.update(takewhile(_is_own, role.title.casefold().split()))
            if role.organization is not None:
                self.owners.add(role.organization)
        self.number = self.number or mention.number
        self.gender = self.gender or mention.gender
        # "The Polish capital" is in Poland, and not the country itself.
        if mention.kind == "name" or self.label not in {"GPE", "LOC"}:
            self.country = self.country or mention.country

    def accepts_gender(self, gender: Gender | None) -> bool:
        """Whether nothing said about it speaks against a gender."""
        return gender is None or self.gender is None or self.gender == gender


def _is_own(word: str) -> bool:
    return word not in _OTHERS
