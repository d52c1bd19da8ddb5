"""Which words express events: verbs, nouns and adjectives.

The lexicon decides where it knows a word; where it does not, or where the word
has other common meanings, the encoder's candidates decide.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Final

from newsevents.pipeline.entries import CarriedFinder, EntryFinder
from newsevents.pipeline.tree import Tree
from newsevents.rules.events import (
    OTHER,
    REPORT,
    UNKNOWN,
    Entry,
    EventLexicon,
    PartOfSpeech,
    lexicon,
)

#: Classes of the encoder that are no events for a reader of news.
_NO_EVENTS: Final = frozenset(
    {"reporting", "state", "aspectual", "perception", "grammatical", "speech_cognitive", "generic",
     "i_state", "cognition", "none"}
)  # fmt: skip
#: Relations in which a verb is no predicate: "following", "according to", "retiring judges".
_NO_PREDICATE: Final = frozenset(
    {"case", "mark", "fixed", "flat", "compound", "amod", "cop", "aux", "aux:pass", "goeswith",
     "cc", "det", "discourse", "dep"}
)  # fmt: skip
#: Relations in which a noun is part of another's name: "the attack helicopter".
_NO_NOUN: Final = frozenset({"compound", "flat", "fixed", "goeswith", "nmod:desc", "case", "dep"})
#: First parts of hyphened words, which spaCy takes apart.
_PREFIXES: Final = frozenset({"co", "re", "pre", "de", "un", "counter", "ex", "non"})
_NAMES: Final = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "DATE", "TIME"})
#: An unknown noun needs more certainty than a verb.
_UNKNOWN_NOUN: Final = 0.95
#: Confidence in a word that only the lexicon speaks for.
_BY_LEXICON: Final = 0.7
_BY_DEFAULT: Final = 0.5

_POS: Final[dict[str, PartOfSpeech]] = {
    "VERB": "verb",
    "AUX": "verb",
    "NOUN": "noun",
    "PROPN": "noun",
    "ADJ": "adj",
}

Candidates = Mapping[int, tuple[str, float]]


@dataclass(slots=True)
class Trigger:
    """A word that expresses an event.

    ``support`` are light and aspectual verbs that stand with it: "gave" for
    "speech", "began" for "shelling".
    """

    word: int
    pos: PartOfSpeech
    entry: Entry
    lemma: str
    confidence: float
    particle: str = ""
    support: list[int] = field(default_factory=list)

    @property
    def type(self) -> str:
        """The type of the ontology."""
        return self.entry.type


class TriggerFinder:
    """Finds the triggers of one Doc."""

    def __init__(
        self,
        tree: Tree,
        *,
        readable: list[bool],
        candidates: Candidates | None,
        include_reporting: bool,
        include_states: bool = False,
    ) -> None:
        self._tree = tree
        self._readable = readable
        self._candidates = candidates
        self._entries = EntryFinder(tree)
        self._carried = CarriedFinder(tree)
        self._include_reporting = include_reporting
        self._include_states = include_states
        self._words: EventLexicon = lexicon()
        self._idle = self._words.state | self._words.aspectual

    def find(self) -> list[Trigger]:
        """All triggers, in text order."""
        found: dict[int, Trigger] = {}
        verbs: list[int] = []
        for word, pos in enumerate(self._tree.pos):
            if not self._readable[word]:
                continue
            if pos == "VERB":
                verbs.append(word)
            elif pos in {"NOUN", "PROPN"}:
                self._keep(found, self._noun(word))
            elif pos == "ADJ":
                self._keep(found, self._adjective(word))
        supports = {word: targets for word in verbs if (targets := self._supported(word, found))}
        for word in verbs:
            if word not in supports:
                self._keep(found, self._verb(word))
        for word, targets in supports.items():
            self._attach(found, word, targets)
        if self._include_states:
            self._add_states(found, supports)
        return [found[word] for word in sorted(found)]

    def _add_states(self, found: dict[int, Trigger], supports: Collection[int]) -> None:
        """Adds all else that the encoder takes for an event: "the plan", "wanted", "began"."""
        for word in self._candidates or ():
            pos = _POS.get(self._tree.pos[word])
            free = self._readable[word] and word not in found and word not in supports
            if free and pos is not None and self._is_surely_state(word, pos):
                found[word] = self._trigger(word, pos, UNKNOWN, "")

    def _is_surely_state(self, word: int, pos: PartOfSpeech) -> bool:
        """Whether a word tells of a state: a predicate, or a noun that the encoder is sure of."""
        if pos == "noun":
            return (self._candidates or {})[word][1] >= _UNKNOWN_NOUN
        return pos == "verb" or self._tree.dep[word] not in {"amod", "advmod"}

    @staticmethod
    def _keep(found: dict[int, Trigger], trigger: Trigger | None) -> None:
        if trigger is not None:
            found[trigger.word] = trigger

    # --- nouns and adjectives -----------------------------------------------------------

    def _noun(self, word: int) -> Trigger | None:
        tree = self._tree
        if tree.dep[word] in _NO_NOUN or tree.ent[word] in _NAMES:
            return None
        known, particle = self._entries.entry(word, self._words.nouns)
        assent = self._assent(word)
        if tree.pos[word] == "PROPN" and (known is None or assent is None):
            return None
        if known is not None and not known.weak:
            return self._trigger(word, "noun", known, particle)
        if known is not None and self._candidates is None and self._has_arguments(word):
            return self._trigger(word, "noun", known, particle)
        if assent is None or (known is None and not self._is_surely_event(word, assent)):
            return None
        return self._trigger(word, "noun", known or UNKNOWN, particle)

    def _is_surely_event(self, word: int, assent: float) -> bool:
        """Whether an unknown noun may be listed; most nouns are no events."""
        return assent >= _UNKNOWN_NOUN and self._tree.lemma[word] not in self._words.no_events

    def _has_arguments(self, word: int) -> bool:
        return any(
            self._tree.dep[child] == "nmod:poss"
            or (self._tree.dep[child] == "nmod" and self._tree.case(child) != "")
            for child in self._tree.children[word]
        )

    def _adjective(self, word: int) -> Trigger | None:
        known = self._words.adjectives.get(self._tree.lemma[word])
        if known is None or self._tree.dep[word] in {"amod", "advmod"}:
            return None
        if known.weak and self._assent(word) is None:
            return None
        return self._trigger(word, "adj", known, "")

    # --- verbs --------------------------------------------------------------------------

    def _verb(self, word: int) -> Trigger | None:
        if not self._is_predicate(word):
            return None
        lemma, words = self._tree.lemma[word], self._words
        known, particle = self._entries.entry(word, words.verbs)
        key = lemma if particle else self._entries.key(word)
        if key != lemma:
            known = None  # "carried out" is not "carried"
        if not particle and (lemma in words.reporting or key in words.reporting):
            return self._report(word) if self._include_reporting else None
        if (known is None or known.weak) and not self._may_be_event(word, known, key):
            return None
        return self._trigger(word, "verb", known or UNKNOWN, particle)

    def _is_predicate(self, word: int) -> bool:
        tree = self._tree
        if tree.dep[word] in _NO_PREDICATE or tree.lower[word] in _PREFIXES:
            return False
        # "stable and experienced"
        listed = tree.dep[word] == "conj" and tree.pos[tree.head[word]] == "ADJ"
        return not (listed and tree.tag[word] == "VBN")

    def _report(self, word: int) -> Trigger:
        entry = Entry(REPORT, weak=False, of="patient", possessor="agent")
        return self._trigger(word, "verb", entry, "")

    def _may_be_event(self, word: int, known: Entry | None, key: str) -> bool:
        """Whether a verb that the lexicon is unsure of is one: the model decides."""
        words, lemma = self._words, self._tree.lemma[word]
        idle = lemma in self._idle or key in self._idle
        if self._candidates is not None:
            return self._assent(word) is not None and (known is not None or not idle)
        return self._is_clause(word) and not idle and lemma not in words.light

    def _is_clause(self, word: int) -> bool:
        return self._tree.kid(word, "nsubj", "nsubj:pass", "obj", "obl:agent") is not None

    # --- light and aspectual verbs ------------------------------------------------------

    def _supported(self, word: int, found: dict[int, Trigger]) -> list[int]:
        """The events that a light or aspectual verb merely carries."""
        words, lemma, key = self._words, self._tree.lemma[word], self._entries.key(word)
        if self._tree.dep[word] in _NO_PREDICATE:
            return []
        targets: list[int] = []
        if lemma in words.light or key in words.light:
            targets += [noun for noun in self._carried.objects(word) if self._eventive(noun, found)]
        if not targets and (lemma in words.aspectual or key in words.aspectual):
            targets += [noun for noun in self._carried.phases(word) if noun in found]
            targets += self._tree.kids(word, "xcomp")
        return targets

    def _eventive(self, noun: int, found: dict[int, Trigger]) -> bool:
        if noun in found:
            return True
        known, particle = self._entries.entry(noun, self._words.nouns)
        if known is None or self._tree.pos[noun] != "NOUN":
            return False
        # A doubtful noun is an event beside a light verb: "held a session".
        found[noun] = self._trigger(noun, "noun", known, particle)
        return True

    def _attach(self, found: dict[int, Trigger], word: int, targets: list[int]) -> None:
        carried = [found[target] for target in targets if target in found]
        for trigger in carried:
            trigger.support.append(word)
        if not carried:
            self._keep(found, self._verb(word))

    # --- lookups ------------------------------------------------------------------------

    def _assent(self, word: int) -> float | None:
        """The encoder's probability of an event, nothing where it sees none."""
        label, probability = (self._candidates or {}).get(word, ("none", 0.0))
        return None if label.lower() in _NO_EVENTS else probability

    def _trigger(self, word: int, pos: PartOfSpeech, entry: Entry, particle: str) -> Trigger:
        assent = self._assent(word)
        if assent is None:
            assent = _BY_LEXICON if entry.type != OTHER else _BY_DEFAULT
        return Trigger(word, pos, entry, self._tree.lemma[word], assent, particle)
