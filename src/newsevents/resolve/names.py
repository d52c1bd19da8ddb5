"""Which names mean the same actor: people, organisations, countries and places.

Names that differ do not merge. What counts as the same: a surname or first name
that only one full name of the article has, initials and middle names, an acronym
of the full name, a shortened organisation, and the names of one country.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from newsevents.models.mentions import ActorMention, Gender
from newsevents.resolve.chains import Chain
from newsevents.resolve.forms import same_person, words_of
from newsevents.resolve.full_forms import full_forms
from newsevents.resolve.labels import settled_labels
from newsevents.rules.countries import geography
from newsevents.rules.names import name_words


def chain_names(mentions: Sequence[ActorMention]) -> dict[int, Chain]:
    """A chain for every name, by the index of its mention."""
    namer = _Namer(mentions)
    namer.chain_people()
    namer.chain_others()
    return namer.chains


class _Namer:
    """Puts the names of one article together."""

    def __init__(self, mentions: Sequence[ActorMention]) -> None:
        self._mentions = mentions
        self._names = [i for i, mention in enumerate(mentions) if mention.kind == "name"]
        self._labels = settled_labels(mentions)
        self._words = {i: words_of(mentions[i].span.text, self._labels[i]) for i in self._names}
        self._genders = _shown_genders(mentions)
        self._established: dict[str, Chain] = {}
        self._longer: dict[str, list[tuple[int, Chain]]] = defaultdict(list)
        self.chains: dict[int, Chain] = {}

    def _join(self, index: int, chain: Chain) -> None:
        mention, label = self._mentions[index], self._labels[index]
        gender = self._gender(index)
        if label != mention.label or gender != mention.gender:
            mention = mention.model_copy(update={"label": label, "gender": gender})
        chain.add(index, mention)
        if self._words[index] not in chain.forms:
            chain.forms.append(self._words[index])
        self.chains[index] = chain

    def _gender(self, index: int) -> Gender | None:
        """What "Mrs" or "her brother" beside a name shows; never guessed from the name."""
        return self._mentions[index].gender or self._genders.get(self._mentions[index].span.end)

    # People

    def chain_people(self) -> None:
        """Full names first, then what is short for one of them."""
        people = [i for i in self._names if self._labels[i] == "PERSON" and self._words[i]]
        known: dict[str, list[Chain]] = defaultdict(list)
        for index in people:
            words = self._words[index]
            if len(words) > 1:
                sharing = [chain for word in (words[-1], words[0]) for chain in known[word]]
                chain = next((c for c in sharing if self._same_person(index, c)), None) or Chain()
                self._join(index, chain)
                for word in {*words} - name_words("small"):
                    if chain not in known[word]:
                        known[word].append(chain)
        self._chain_short_names([i for i in people if i not in self.chains], known)

    def _same_person(self, index: int, chain: Chain) -> bool:
        words = self._words[index]
        if not chain.accepts_gender(self._gender(index)):
            return False
        return any(same_person(words, form) for form in chain.forms)

    def _chain_short_names(self, short: list[int], known: dict[str, list[Chain]]) -> None:
        alone: dict[str, list[Chain]] = defaultdict(list)
        for index in short:
            word = self._words[index][0]
            with_word = known.get(word, [])
            surnamed = [chain for chain in with_word if any(f[-1] == word for f in chain.forms)]
            full = surnamed or with_word
            chain = self._choose(index, full) or self._choose(index, alone[word])
            if chain is None:
                chain = Chain(unclear=len(full) > 1)
                alone[word].append(chain)
            self._join(index, chain)
            self._established[word] = chain

    def _choose(self, index: int, candidates: list[Chain]) -> Chain | None:
        """The one that a short name means; of two, the only one already spoken of."""
        gender = self._gender(index)
        fitting = [chain for chain in candidates if chain.accepts_gender(gender)]
        if gender is not None and len(fitting) > 1:
            # "Mrs Bell" is the Bell known to be a woman, or any of them.
            fitting = [chain for chain in fitting if chain.gender == gender]
        if len(fitting) > 1:
            # Once "Bell" has meant one of them, it goes on to.
            meant = self._established.get(self._words[index][0])
            known = [chain for chain in fitting if min(chain.members) < index]
            if meant is not None and meant in known:
                return meant
            fitting = known
        return fitting[0] if len(fitting) == 1 else None

    # Organisations, countries, places and the rest

    def chain_others(self) -> None:
        """Same words are one; then what is short for one of the others."""
        by_key: dict[object, list[int]] = defaultdict(list)
        for index in self._names:
            if index not in self.chains and self._words[index]:
                by_key[self._key(index)].append(index)
        full = full_forms(self._mentions, self._labels, list(by_key.values()))
        chains: dict[int, Chain] = {}
        for group in by_key.values():
            first = group[0]
            while first in full:
                first = full[first]
            chains.setdefault(first, Chain())
            for index in group:
                self._join(index, chains[first])

    def _key(self, index: int) -> object:
        mention = self._mentions[index]
        if mention.country is not None:
            place = geography(mention.span.text)
            if mention.label == "NORP":
                return ("nationals", mention.country)
            if place is not None and place.relation != "seat":
                return ("country", mention.country)
        elif self._labels[index] in {"GPE", "LOC"}:
            # "a speech in Kyiv" is the city, "talks with Kyiv" the country.
            return ("place", self._words[index])
        words = self._words[index]
        # "Otago University" is the "University of Otago".
        turned = not name_words("turned").isdisjoint(words)
        return tuple(sorted(set(words) - name_words("small"))) if turned else words


def _shown_genders(mentions: Sequence[ActorMention]) -> dict[int, Gender]:
    """By the end of a name what a noun beside it shows: "her brother, Ben Bell"."""
    return {
        mention.antecedent.end: mention.gender
        for mention in mentions
        if mention.antecedent is not None and mention.gender is not None
    }
