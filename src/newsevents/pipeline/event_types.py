"""What type an event has: by its word, and by the company that the word keeps.

"The rebels released two hostages", "the band released an album" and "the plane
released its bombs" are three types; `rules/senses.yaml` says what tells them apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from newsevents import keys
from newsevents.pipeline.tree import Tree
from newsevents.pipeline.triggers import Trigger
from newsevents.rules.events import Entry, typed
from newsevents.rules.nominals import nouns
from newsevents.rules.senses import Company, Sense, sense_table

_BY_ENTITY: Final = {
    "PERSON": frozenset({"person"}),
    "ORG": frozenset({"organization"}),
    "GPE": frozenset({"country", "place"}),
    "LOC": frozenset({"place"}),
    "NORP": frozenset({"person", "group"}),
}
_BY_NOMINAL: Final = {**_BY_ENTITY, "GROUP": frozenset({"person", "group"})}
_PEOPLE: Final = frozenset(
    {"i", "me", "you", "he", "him", "she", "her", "we", "us", "they", "them", "who", "whom"}
)
_RELATIVES: Final = frozenset({"who", "whom", "which", "that"})
_NOTHING: Final[frozenset[str]] = frozenset()
_STEPS: Final = 5


class EventTyper:
    """Chooses the types of triggers in one parse."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._table = sense_table()
        self._kinds: dict[int, frozenset[str]] = {}
        self._near: dict[int, Counter[str]] = {}
        times = tree.doc.spans.get(keys.TIMES, [])
        self._times = frozenset(word for span in times for word in range(span.start, span.end))

    def choose(self, triggers: Iterable[Trigger]) -> None:
        """Give every trigger the entry of its sense, where a sense fits."""
        for trigger in triggers:
            trigger.entry = self.entry(trigger)

    def entry(self, trigger: Trigger) -> Entry:
        """The lexicon's entry, with the type of the first sense that fits."""
        for sense in self._table.senses.get(self._key(trigger), ()):
            if sense.pos in {None, trigger.pos} and self._fits(trigger, sense):
                return typed(sense.type, weak=trigger.entry.weak)
        return trigger.entry

    def _key(self, trigger: Trigger) -> str:
        """The lemma, with its particle: "hand over" is not "hand"."""
        tree, lemma = self._tree, trigger.lemma
        particle = trigger.particle
        for child in tree.kids(trigger.word, "compound:prt"):
            particle = particle or tree.lower[child]
        return f"{lemma} {particle}" if particle else lemma

    def _fits(self, trigger: Trigger, sense: Sense) -> bool:
        if not self._has_all(trigger, sense.when):
            return False
        return sense.unless is None or not self._has_any(trigger, sense.unless)

    def _has_all(self, trigger: Trigger, company: Company) -> bool:
        return all(found for found in self._checks(trigger, company))

    def _has_any(self, trigger: Trigger, company: Company) -> bool:
        return any(found for found in self._checks(trigger, company))

    def _checks(self, trigger: Trigger, company: Company) -> Iterator[bool]:
        """For every field that asks for something whether it is there."""
        tree = self._tree
        if company.support is not None:
            yield any(tree.lemma[verb] in company.support for verb in trigger.support)
        if company.modifiers is not None:
            yield self._is_one(self._modifiers(trigger.word), company.modifiers)
        if company.object is not None:
            yield self._is_one(self._objects(trigger), company.object)
        if company.subject is not None:
            yield self._is_one(self._subjects(trigger), company.subject)
        if company.complement is not None:
            yield self._is_one(tree.kids(trigger.word, "xcomp", "ccomp"), company.complement)
        for preposition, wanted in company.phrases.items():
            yield self._is_one(self._phrases(trigger, preposition), wanted)
        if company.near is not None:
            yield self._is_near(trigger.word, company.near)

    def _is_one(self, words: Iterable[int], wanted: tuple[str, ...]) -> bool:
        return any(not wanted or not self._kind(word).isdisjoint(wanted) for word in words)

    # --- what stands beside a word --------------------------------------------------------

    def _objects(self, trigger: Trigger) -> list[int]:
        """Objects of a verb, also of a passive or relative clause; "of" phrases of a noun."""
        tree, word = self._tree, trigger.word
        if trigger.pos == "noun":
            found = [child for child in tree.kids(word, "nmod") if tree.case(child) == "of"]
            return [*found, *tree.kids(word, "compound")]
        found = tree.kids(word, "obj", "nsubj:pass")
        if not found:
            found = self._shared_objects(word)
        found = [self._antecedent(child, word) for child in found]
        return [member for child in found for member in tree.conjuncts(child)]

    def _shared_objects(self, word: int) -> list[int]:
        tree, dep, head = self._tree, self._tree.dep[word], self._tree.head[word]
        passive = tree.is_passive(word)
        if dep == "acl" and passive:
            return [head]  # "the hostages released on Monday"
        if dep == "acl:relcl" and not passive and (own := tree.kid(word, "nsubj")) is not None:
            # "the album that the band released"
            return [] if tree.lower[own] in _RELATIVES else [head]
        if dep == "conj":
            # "seized and burned the ship"; "was seized and burned"
            labels = ("nsubj:pass",) if passive else ("obj",)
            return [child for child in tree.kids(head, *labels) if passive or child > word]
        return []

    def _subjects(self, trigger: Trigger) -> list[int]:
        tree, word = self._tree, trigger.word
        if trigger.pos == "noun":
            found = tree.kids(word, "nmod:poss")
            found += [child for child in tree.kids(word, "nmod") if tree.case(child) == "by"]
            return found + [who for verb in trigger.support for who in self._of_clause(verb)]
        return self._of_clause(word)

    def _of_clause(self, word: int) -> list[int]:
        """Who does what a verb says, through coordination and open complements."""
        tree = self._tree
        for _ in range(_STEPS):
            passive = tree.is_passive(word)
            labels = ("obl:agent",) if passive else ("nsubj", "obl:agent")
            found = tree.kids(word, *labels)
            if passive:
                found += [child for child in tree.kids(word, "obl") if tree.case(child) == "by"]
            if found or passive:
                return [m for child in found for m in tree.conjuncts(self._antecedent(child, word))]
            dep, head = tree.dep[word], tree.head[word]
            if dep == "acl":
                return [head]
            if dep not in {"conj", "xcomp", "advcl"}:
                break
            word = head
        return []

    def _antecedent(self, pronoun: int, word: int) -> int:
        tree = self._tree
        related = tree.lower[pronoun] in _RELATIVES and tree.dep[word] == "acl:relcl"
        return tree.head[word] if related else pronoun

    def _modifiers(self, noun: int) -> list[int]:
        return self._tree.kids(noun, "amod", "compound", "nmod:desc", "nmod:poss")

    def _phrases(self, trigger: Trigger, preposition: str) -> list[int]:
        tree = self._tree
        return [
            child
            for word in (trigger.word, *trigger.support)
            for child in tree.kids(word, "obl", "nmod", "obl:agent")
            if tree.case(child) == preposition
            and child != trigger.word
            # "on" asks for no "on Tuesday".
            and child not in self._times
        ]

    def _is_near(self, word: int, wanted: tuple[str, ...]) -> bool:
        """Whether another word of the sentence is of such a kind."""
        around, own = self._around(word), self._listed(word)
        return any(around[kind] > (kind in own) for kind in wanted)

    def _around(self, word: int) -> Counter[str]:
        """How many words of the sentence are of each kind; counted once for each sentence."""
        sentence = self._tree.doc[word].sent
        if sentence.start not in self._near:
            words = range(sentence.start, sentence.end)
            self._near[sentence.start] = Counter(kind for w in words for kind in self._listed(w))
        return self._near[sentence.start]

    # --- what a word is -------------------------------------------------------------------

    def _listed(self, word: int) -> frozenset[str]:
        """Form, lemma and the kinds that they belong to: "damages" is not "damage"."""
        kinds, lemma, lower = self._table.kinds, self._tree.lemma[word], self._tree.lower[word]
        return kinds.get(lemma, _NOTHING) | kinds.get(lower, _NOTHING) | {lemma, lower}

    def _kind(self, word: int) -> frozenset[str]:
        """Everything that a condition may call a word."""
        if word not in self._kinds:
            self._kinds[word] = self._look_up(word)
        return self._kinds[word]

    def _look_up(self, word: int) -> frozenset[str]:
        tree = self._tree
        for _ in range(_STEPS):
            # "thousands of prisoners", "a series of rockets"
            inner = [child for child in tree.kids(word, "nmod") if tree.case(child) == "of"]
            if not inner or tree.lemma[word] not in self._table.containers:
                break
            word = inner[0]
        found = self._listed(word) | _BY_ENTITY.get(tree.ent[word], _NOTHING)
        if tree.pos[word] in {"NOUN", "PROPN"} and word not in tree.names:
            noun = nouns().get(tree.lower[word])
            found |= _NOTHING if noun is None else _BY_NOMINAL.get(noun.label, _NOTHING)
        if tree.lower[word] in _PEOPLE:
            found |= {"person"}
        if tree.pos[word] == "NUM" or tree.kids(word, "nummod"):
            found |= {"number"}
        if tree.tag[word] == "$" or any(tree.tag[child] == "$" for child in tree.children[word]):
            found |= {"money"}
        return found
