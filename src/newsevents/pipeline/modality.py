"""What a clause says of itself about whether it happened: modals, negation, mood."""

from __future__ import annotations

from typing import Final

from newsevents.models.events import Factuality
from newsevents.pipeline.tree import Tree
from newsevents.rules.factuality import Effect, lexicon

EFFECTS: Final[dict[Effect, Factuality]] = {
    "none": "actual",
    "planned": "planned",
    "possible": "possible",
    "negated": "negated",
}
#: With "not" these leave it open; other modals with "not" say that it does not happen.
_OPEN_WHEN_NEGATED: Final = frozenset({"may", "might"})
#: Before "have" they speak of what did not happen.
_HYPOTHETICAL: Final = frozenset({"would", "'d", "’d"})
_PERFECT: Final = frozenset({"have", "'ve", "’ve"})
_RANK: Final[dict[Factuality, int]] = {"actual": 0, "planned": 1, "possible": 2, "negated": 3}


class ModalityReader:
    """Reads single clauses of one parse, without what governs them."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._words = lexicon()

    def own(self, word: int) -> Factuality:
        """What a clause says of itself: by modals, negation and subordinators."""
        tree, words = self._tree, self._words
        modal, negated = "", self.is_negated(word)
        found: Factuality = "actual"
        for child in tree.children[word]:
            dep, lower = tree.dep[child], tree.lower[child]
            if dep == "aux" and tree.tag[child] == "MD" and lower in words.modals:
                modal, found = lower, weaker(found, EFFECTS[words.modals[lower]])
            elif dep == "mark" and lower in words.markers:
                found = weaker(found, EFFECTS[words.markers[lower]])
            elif dep == "advmod" and lower in words.adverbs:
                found = weaker(found, EFFECTS[words.adverbs[lower]])
        if self._is_overdue(word):
            return "negated"
        if found == "planned" and any(map(self._is_condition, tree.kids(word, "advcl"))):
            found = "possible"
        if found == "actual":
            found = weaker(self._by_mood(word), self._after_adjective(word))
        if modal in _HYPOTHETICAL and self._is_perfect(word):
            return "possible" if negated else "negated"  # "she would have won"
        if negated:
            return "possible" if modal in _OPEN_WHEN_NEGATED else "negated"
        return found

    def _is_overdue(self, word: int) -> bool:
        """Whether something is "yet to" happen."""
        tree = self._tree
        marks = [mark for mark in tree.kids(word, "mark") if tree.lower[mark] == "to"]
        return any(mark > 0 and tree.lower[mark - 1] == "yet" for mark in marks)

    def _is_perfect(self, word: int) -> bool:
        return any(self._tree.lower[child] in _PERFECT for child in self._tree.kids(word, "aux"))

    def _after_adjective(self, word: int) -> Factuality:
        """What "due to" before an infinitive says that the parse does not hang below it."""
        tree = self._tree
        if word < 2 or tree.tag[word] != "VB" or tree.lower[word - 1] != "to":
            return "actual"
        before = word - 2
        signature = self._words.adjectives.get(tree.lower[before])
        if signature is None or tree.pos[before] == "NOUN" or tree.head[word] == before:
            return "actual"
        return EFFECTS[signature.effect]

    def _by_mood(self, word: int) -> Factuality:
        """Headline infinitives are plans; orders and questions leave it open."""
        tree = self._tree
        if tree.dep[word] != "ROOT":
            return "actual"
        if any(tree.lower[child] == "to" for child in tree.kids(word, "mark")):
            return "planned"
        last = self._last(word)
        if last is not None and tree.lower[last] == "?":
            return "possible"
        bare = tree.kid(word, "nsubj", "nsubj:pass", "aux", "aux:pass", "cop") is None
        return "possible" if tree.tag[word] == "VB" and bare else "actual"

    def _last(self, word: int) -> int | None:
        punctuation = self._tree.kids(word, "punct")
        return punctuation[-1] if punctuation else None

    def _is_condition(self, clause: int) -> bool:
        tree = self._tree
        return any(tree.lower[child] in {"if", "unless"} for child in tree.kids(clause, "mark"))

    def is_negated(self, word: int) -> bool:
        """Whether "not", "never" or "nobody" denies the clause."""
        tree, negation = self._tree, self._words.negation
        for child in tree.children[word]:
            lower, dep = tree.lower[child], tree.dep[child]
            if lower == "longer" and self.is_none(child):
                return True
            if lower in negation and dep in {"advmod", "det", "neg", "cc", "cc:preconj"}:
                # "not only met but ..." says that they met.
                if tree.lower[min(child + 1, len(tree) - 1)] not in {"only", "just", "merely"}:
                    return True
            elif dep in {"nsubj", "nsubj:pass", "obj"} and self.is_none(child):
                return True
        return False

    def is_none(self, word: int) -> bool:
        """Whether a phrase is "nobody", "no minister" or "no longer"."""
        tree = self._tree
        return tree.lower[word] in {"nobody", "none", "nothing", "neither"} or any(
            tree.lower[child] in {"no", "neither"} for child in tree.kids(word, "det", "advmod")
        )


def weaker(one: Factuality, other: Factuality) -> Factuality:
    """Of two readings the one that claims less."""
    return max(one, other, key=_RANK.__getitem__)


def hedged(effect: Factuality) -> Factuality:
    """What "may fail to" and "plans to refuse to" leave of a denial."""
    return "possible" if effect == "negated" else effect


def joined(own: Factuality, above: Factuality) -> Factuality:
    """A clause's own reading within what governs it."""
    if above == "actual":
        return own
    if above == "negated":
        return "possible" if own == "negated" else "negated"
    if above == "planned":
        return own if own in {"negated", "possible"} else "planned"
    return "possible"
