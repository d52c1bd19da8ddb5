"""Which names mean the same actor: people, organisations, countries and places.

Names that differ do not merge. What counts as the same: a surname or first name
that only one full name of the article has, initials and middle names, an acronym
of the full name, a shortened organisation, and the names of one country.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

from newsevents.models.mentions import ActorMention, EntityLabel
from newsevents.resolve.chains import Chain
from newsevents.rules.countries import geography

Words = tuple[str, ...]

_AFTER_NAMES: Final = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "mp", "qc", "kc", "md"})
_OF_FIRMS: Final = frozenset(
    {"inc", "ltd", "llc", "plc", "corp", "co", "corporation", "incorporated", "limited", "sa", "ag"}
    | {"nv", "gmbh", "bv", "lp", "pty", "spa", "ab", "as", "oyj", "company"}
)
_SMALL: Final = frozenset({"of", "the", "and", "for", "in", "on", "de", "&", "at", "to", "by"})
#: First words that many organisations share.
_COMMON_FIRST: Final = frozenset(
    {"national", "united", "new", "international", "general", "royal", "central", "federal"}
    | {"european", "american", "first", "supreme", "south", "north", "east", "west", "world"}
    | {"bank", "university", "ministry", "department", "house", "court", "public"}
    | {"state", "city", "air", "free", "people's", "democratic", "republican", "black", "great"}
)
#: Words of names that are given either way round.
_TURNED: Final = frozenset({"ministry", "university", "department"})
_SHORTEST_INITIALS: Final = 2
#: Names of these may be cut short or spelt by their initials.
_SHORTENED: Final = frozenset({"ORG", "GPE", "LOC"})


def words_of(text: str, label: EntityLabel | None) -> Words:
    """A name as comparable words: no case, stops, articles or company forms."""
    raw = text.casefold().replace("’", "'").replace(".", "").replace(",", " ").split()
    words = tuple(word for word in raw if word)
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    drop = _AFTER_NAMES if label == "PERSON" else _OF_FIRMS if label == "ORG" else frozenset()
    while len(words) > 1 and words[-1] in drop:
        words = words[:-1]
    if words and words[-1].endswith("'s"):
        words = (*words[:-1], words[-1][:-2])
    return words


def is_adjective(mention: ActorMention) -> bool:
    """Whether a country is named by its adjective: "Russian troops"."""
    if mention.country is None or mention.label != "GPE":
        return False
    place = geography(mention.span.text)
    return place is not None and place.relation == "demonym"


def initials(text: str) -> str:
    """The initials of a name of several words: "World Health Organization" → "who"."""
    parts = text.replace("-", " ").split()
    capital = [part for part in parts if part[:1].isupper()]
    return "".join(part[0] for part in capital).casefold() if len(capital) > 1 else ""


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
        self._labels = self._settled_labels()
        self._words = {i: words_of(mentions[i].span.text, self._labels[i]) for i in self._names}
        self._established: dict[str, Chain] = {}
        self._longer: dict[str, list[tuple[int, Chain]]] = defaultdict(list)
        self.chains: dict[int, Chain] = {}

    def _settled_labels(self) -> dict[int, EntityLabel | None]:
        """One label for all names with the same words: the one that most of them have.

        "Hipkins" is a person wherever "Chris Hipkins" is one.
        """
        votes: dict[str, Counter[EntityLabel]] = defaultdict(Counter)
        surnames: set[str] = set()
        for index in self._names:
            mention = self._mentions[index]
            if mention.label is None or mention.country is not None:
                continue
            votes[mention.span.text.casefold()][mention.label] += 1
            parts = mention.span.text.casefold().split()
            if mention.label == "PERSON" and len(parts) > 1:
                surnames.add(parts[-1])
        settled: dict[int, EntityLabel | None] = {}
        for index in self._names:
            text = self._mentions[index].span.text.casefold()
            best = votes[text].most_common(1)
            settled[index] = best[0][0] if best else self._mentions[index].label
            if self._mentions[index].country is not None:
                settled[index] = self._mentions[index].label
            if text in surnames and geography(self._mentions[index].span.text) is None:
                settled[index] = "PERSON"
        return settled

    def _join(self, index: int, chain: Chain) -> None:
        mention, label = self._mentions[index], self._labels[index]
        if label != mention.label:
            mention = mention.model_copy(update={"label": label})
        chain.add(index, mention)
        if self._words[index] not in chain.forms:
            chain.forms.append(self._words[index])
        self.chains[index] = chain

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
                for word in {*words} - _SMALL:
                    if chain not in known[word]:
                        known[word].append(chain)
        self._chain_short_names([i for i in people if i not in self.chains], known)

    def _same_person(self, index: int, chain: Chain) -> bool:
        words = self._words[index]
        if not chain.accepts_gender(self._mentions[index].gender):
            return False
        return any(_compatible(words, form) for form in chain.forms)

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
        gender = self._mentions[index].gender
        fitting = [chain for chain in candidates if chain.accepts_gender(gender)]
        if gender is not None and any(chain.gender == gender for chain in fitting):
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
        """By country, by same words, by acronym, by shortened form."""
        by_key: dict[object, Chain] = {}
        for index in self._names:
            if index in self.chains or not self._words[index]:
                continue
            key = self._key(index)
            chain = by_key.get(key)
            if chain is None:
                chain = self._short_for(index) or Chain()
                by_key[key] = chain
                self._remember(index, chain)
            self._join(index, chain)

    def _remember(self, index: int, chain: Chain) -> None:
        """List a name where a shorter or longer form of it will look."""
        if self._labels[index] not in _SHORTENED:
            return
        words, text = self._words[index], self._mentions[index].span.text
        for key in {words[0], words[-1], _letters(text), *_acronyms(text)}:
            self._longer[key].append((index, chain))

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
        turned = not _TURNED.isdisjoint(words)
        return tuple(sorted(set(words) - _SMALL)) if turned else words

    def _short_for(self, index: int) -> Chain | None:
        """The only chain with a name that this one shortens, or that it spells out."""
        label, mention = self._labels[index], self._mentions[index]
        if label not in _SHORTENED or mention.country is not None:
            return None
        words, text = self._words[index], mention.span.text
        found: list[Chain] = []
        for key in {words[0], words[-1], _letters(text), *_acronyms(text)}:
            for other, chain in self._longer[key]:
                fits = self._is_acronym(index, other) or self._is_acronym(other, index)
                if not fits and label == "ORG" and self._labels[other] == "ORG":
                    fits = _shortens(words, self._words[other])
                if fits and chain not in found:
                    found.append(chain)
        return found[0] if len(found) == 1 else None

    def _is_acronym(self, short: int, full: int) -> bool:
        text = self._mentions[short].span.text.replace(".", "")
        if not (text.isupper() or _in_brackets(self._mentions[short], self._mentions[full])):
            return False
        known = _acronyms(self._mentions[full].span.text)
        return len(text) >= _SHORTEST_INITIALS and text.casefold() in known


def _in_brackets(short: ActorMention, full: ActorMention) -> bool:
    """Whether only " (" stands between: "World Health Organization (Who)"."""
    return 1 <= short.span.start - full.span.end <= len(" (")


def _letters(text: str) -> str:
    """A one-word name as an acronym would be looked up: "U.N." → "un"."""
    return text.replace(".", "").casefold()


def _acronyms(text: str) -> set[str]:
    every = "".join(part[0] for part in text.replace("-", " ").split() if part[0].isalpha())
    return {initials(text), every.casefold()} - {""} if " " in text else set()


def _compatible(one: Words, other: Words) -> bool:
    """Whether two full names may be one person's: "John F Kennedy", "J Kennedy"."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < len(long) and (long[-len(short) :] == short or long[: len(short)] == short):
        return True
    return one[-1] == other[-1] and _same_first(one[0], other[0])


def _same_first(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return short == long or (long.startswith(short) and len(short) in {1, 3, 4, 5})


def _shortens(short: Words, full: Words) -> bool:
    """Whether one is short for the other: "Air Force" for "US Air Force"."""
    if len(short) >= len(full):
        return False
    if len(short) == 1 and (short[0] in _COMMON_FIRST or geography(short[0].title())):
        return False
    if full[: len(short)] == short:
        return len(short[0]) > len("the")
    return len(short) > 1 and full[-len(short) :] == short
