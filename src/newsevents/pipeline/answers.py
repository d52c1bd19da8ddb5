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
_CAUSE_MARKS: Final = frozenset({"because", "since", "as", "so"})
_CAUSES: Final = frozenset(
    {"because of", "due to", "over", "amid", "after", "following", "owing to", "as a result of",
     "in response to", "thanks to", "in retaliation for", "in protest at", "for"}
)  # fmt: skip
_MEANS: Final = frozenset({"by", "with", "using", "through", "via", "by means of"})

Words = tuple[int, int]


class AnswerFinder:
    """Finds what is done, why and how for a trigger."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree

    def of(self, trigger: Trigger) -> dict[str, Words]:
        """What is known of "predicate", "cause" and "manner"."""
        found = {
            "predicate": self.predicate(trigger),
            "cause": self.cause(trigger),
            "manner": self.manner(trigger),
        }
        return {label: words for label, words in found.items() if words is not None}

    def predicate(self, trigger: Trigger) -> Words:
        """The trigger with what completes it: "invited to a Nato meeting"."""
        tree = self._tree
        if trigger.pos == "noun":
            support = [verb for verb in trigger.support if verb == tree.head[trigger.word]]
            if not support:
                return tree.span(trigger.word)
            word = support[0]
        else:
            word = trigger.word
        last = word
        for child in sorted(tree.children[word]):
            if child < word or tree.dep[child] in {"punct", "conj", "cc", "parataxis"}:
                continue
            if tree.dep[child] in _COMPLEMENTS or self._is_near(child, last):
                last = max(last, tree.edges(child)[1])
        return word, self._before_break(word, last) + 1

    def _is_near(self, child: int, last: int) -> bool:
        tree = self._tree
        return tree.dep[child] in _NEAR and tree.edges(child)[0] == last + 1

    def _before_break(self, word: int, last: int) -> int:
        """Where a long predicate first pauses."""
        lower = self._tree.lower
        return next(
            (i - 1 for i in range(word + 1, last) if lower[i] in {",", ";", "–", "—"}), last
        )

    def cause(self, trigger: Trigger) -> Words | None:
        """The reason given: a clause with "because", a phrase with "over", a purpose."""
        tree = self._tree
        for word in (trigger.word, *trigger.support):
            for child in tree.kids(word, "advcl"):
                marks = {tree.lower[mark] for mark in tree.kids(child, "mark")}
                if marks & _CAUSE_MARKS or "to" in marks:
                    return self._clause(child)
            for child in tree.kids(word, "obl"):
                if tree.case(child) in _CAUSES:
                    return self._clause(child)
        return None

    def manner(self, trigger: Trigger) -> Words | None:
        """The means: "by blocking the road", "with a knife"."""
        tree = self._tree
        for word in (trigger.word, *trigger.support):
            for child in tree.kids(word, "advcl"):
                marks = {tree.lower[mark] for mark in tree.kids(child, "mark", "case")}
                if marks & _MEANS:
                    return self._clause(child)
            for child in tree.kids(word, "obl"):
                if tree.case(child) in _MEANS:
                    return self._clause(child)
        return None

    def _clause(self, word: int) -> Words:
        first, last = self._tree.edges(word)
        while last > word and self._tree.pos[last] == "PUNCT":
            last -= 1
        return first, last + 1
