"""What is done, why and how: phrases for the events of headline and lead."""

from __future__ import annotations

from typing import Final

from newsevents.pipeline.tree import Tree
from newsevents.pipeline.triggers import Trigger

#: What completes a predicate, as against what is added to it.
_COMPLEMENTS: Final = frozenset(
    {"obj", "iobj", "xcomp", "ccomp", "compound:prt", "advmod", "obl:agent"}
)
_NEAR: Final = frozenset({"obl", "nmod"})
#: Conjunctions and prepositions of reasons, of means, and of what an event came about by.
_REASONS: Final = frozenset({"because", "so", "to"})
_CAUSES: Final = frozenset(
    {"because of", "due to", "over", "amid", "owing to", "as a result of", "in response to",
     "thanks to", "in retaliation for", "in protest at"}
)  # fmt: skip
_MEANS: Final = frozenset({"by", "with", "using", "through", "via", "by means of"})
_EVENTS: Final = frozenset({"as", "after", "when", "while"})
_PAUSES: Final = frozenset({",", ";", ":", "–", "—"})
_HANGING: Final = frozenset({"case", "det", "punct", "cc", "mark", "nmod:poss"})
_DEPTH: Final = 20
#: More words are no short answer.
_LONGEST: Final = 10

Words = tuple[int, int]


class AnswerFinder:
    """Finds what is done, why and how for a trigger."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree

    def of(self, trigger: Trigger) -> dict[str, Words]:
        """What is known of "predicate", "cause" and "manner": of main clauses only."""
        if self._is_subordinate(trigger.word):
            return {}
        found = {
            "predicate": self.predicate(trigger),
            "cause": self.cause(trigger),
            "manner": self.manner(trigger),
        }
        return {
            label: words
            for label, words in found.items()
            if words is not None and words[0] < words[1]
        }

    def _is_subordinate(self, word: int) -> bool:
        """Whether an event only qualifies something: "the crash that killed seven"."""
        tree = self._tree
        for _ in range(_DEPTH):
            if tree.dep[word].startswith(("acl", "advcl", "amod")):
                return True
            if tree.head[word] == word:
                return False
            word = tree.head[word]
        return False

    def predicate(self, trigger: Trigger) -> Words:
        """The trigger with what completes it: "invited to a Nato meeting"."""
        tree = self._tree
        word = self._start(trigger)
        if tree.pos[word] in {"NOUN", "PROPN"}:
            return tree.span(word)
        last, added = word, False
        for child in sorted(tree.children[word]):
            if child < word or tree.dep[child] in {"punct", "conj", "cc", "parataxis"}:
                continue
            # One phrase may be added: "blames the loss on the FBI", not "in a call" too.
            near = not added and self._is_near(child, last)
            if near or tree.dep[child] in _COMPLEMENTS:
                added = added or near
                last = max(last, tree.edges(child)[1])
        last = self._before_break(word, min(last, word + _LONGEST))
        return (word if last > word else self._with_subject(word)), last + 1

    def _start(self, trigger: Trigger) -> int:
        """The first word of the predicate: the light verb of a noun, the verb of "found dead"."""
        head = self._tree.head[trigger.word]
        if trigger.pos == "noun":
            return head if head in trigger.support else trigger.word
        found = trigger.pos == "adj" and self._tree.dep[trigger.word] == "xcomp"
        return head if found else trigger.word

    def _with_subject(self, word: int) -> int:
        """Where a predicate of one word begins: "Seven killed"."""
        tree = self._tree
        subject = tree.kid(word, "nsubj", "nsubj:pass")
        if subject is None:
            return word
        first = tree.span(subject)[0]
        return first if word - first <= _LONGEST // 2 else word

    def _is_near(self, child: int, last: int) -> bool:
        tree = self._tree
        return tree.dep[child] in _NEAR and tree.edges(child)[0] == last + 1

    def _before_break(self, word: int, last: int) -> int:
        """Where a long phrase first pauses, no preposition or article left hanging."""
        tree = self._tree
        for between in range(word + 1, last):
            if tree.lower[between] in _PAUSES:
                last = between - 1
                break
        while last > word and tree.dep[last] in _HANGING:
            last -= 1
        return last

    def cause(self, trigger: Trigger) -> Words | None:
        """The reason given: a clause with "because", a phrase with "over", a purpose."""
        return self._first(trigger, clauses=_REASONS, phrases=_CAUSES)

    def manner(self, trigger: Trigger) -> Words | None:
        """How it came about: "by blocking the road", "with a knife", "as the tram derailed"."""
        means = self._first(trigger, clauses=_MEANS, phrases=_MEANS)
        return means or self._first(trigger, clauses=_EVENTS, phrases=frozenset())

    def _first(
        self, trigger: Trigger, *, clauses: frozenset[str], phrases: frozenset[str]
    ) -> Words | None:
        """The first clause or phrase around a trigger with one of these words."""
        tree = self._tree
        for word in (trigger.word, *trigger.support):
            for child in tree.kids(word, "advcl", "obl"):
                marks = [tree.lower[mark] for mark in tree.kids(child, "mark")]
                if not clauses.isdisjoint(marks) or (tree.case(child) in phrases):
                    return self._clause(child)
        return None

    def _clause(self, word: int) -> Words:
        """A clause or phrase without the word that introduces it, as a short answer."""
        tree = self._tree
        first, last = tree.edges(word)
        while first < word and tree.dep[first] in {"mark", "case", "punct", "fixed"}:
            first += 1
        last = self._before_break(word, min(last, first + _LONGEST))
        while last > word and tree.pos[last] == "PUNCT":
            last -= 1
        return first, last + 1
