"""Who or what a predicate is said of, where its own clause may not say."""

from __future__ import annotations

from typing import Final

from newsevents.pipeline.tree import Tree
from newsevents.rules.participants import lexicon

_SUBJECTS: Final = ("nsubj", "nsubj:pass", "nsubj:outer")
_RELATIVES: Final = frozenset({"who", "whom", "which", "that"})
_CONJUNCTIONS: Final = frozenset({"after", "before", "since", "until", "as"})
_DEPTH: Final = 12


class SubjectFinder:
    """Finds subjects in one parse, through control, coordination and relative clauses."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._words = lexicon().words

    def subject(self, word: int) -> int | None:
        """The subject of a predicate, "the rebels" for "go" in "urged the rebels to go"."""
        for _ in range(_DEPTH):
            own = self.own(word)
            if own is not None:
                return self.antecedent(own, word)
            step = self._next(word)
            if step is None:
                return None
            word, final = step
            if final:
                return word
        return None

    def own(self, word: int) -> int | None:
        """The subject that stands in the clause itself, as printed."""
        return self._tree.kid(word, *_SUBJECTS)

    def antecedent(self, pronoun: int, word: int) -> int:
        """What a relative pronoun in the clause of a word stands for, else the pronoun itself."""
        tree = self._tree
        if not self.is_relative(pronoun) or tree.pos[pronoun] != "PRON":
            return pronoun
        for _ in range(_DEPTH):
            if tree.dep[word] == "acl:relcl":
                return tree.head[word]
            if tree.head[word] == word:
                break
            word = tree.head[word]
        return pronoun

    def is_relative(self, word: int) -> bool:
        """Whether a word may be a relative pronoun."""
        return self._tree.lower[word] in _RELATIVES

    def _next(self, word: int) -> tuple[int, bool] | None:
        """Where to look for the subject of a clause without one, and whether it is there."""
        tree, dep, head = self._tree, self._tree.dep[word], self._tree.head[word]
        if dep == "conj":
            return head, False
        if dep == "xcomp":
            controller = tree.kid(head, "obj", "iobj")
            if controller is None or tree.lemma[head] in self._words["subject_control"]:
                return head, False
            return controller, True
        if dep == "advcl" and self._is_infinite(word):
            kept = tree.kid(head, "obj") if self._is_kept_from(word) else None
            return (head, False) if kept is None else (kept, True)
        if dep == "advcl":
            return self._taken(word, head)
        if dep == "acl":
            return self._of_adnominal(word, head)
        return None

    def _is_infinite(self, word: int) -> bool:
        tree = self._tree
        return tree.tag[word] in {"VBG", "VBN"} or tree.is_infinitive(word)

    def _is_kept_from(self, word: int) -> bool:
        """Whether what does it is the object above: "stopped the fans from leaving"."""
        return any(self._tree.lower[child] == "from" for child in self._tree.kids(word, "mark"))

    def _taken(self, word: int, head: int) -> tuple[int, bool] | None:
        """A subject that the parse took for a phrase: "after a blast killed nine"."""
        tree = self._tree
        for child in tree.kids(head, "obl"):
            close = child < word and tree.edges(child)[1] + 1 == tree.edges(word)[0]
            if close and tree.case(child) in _CONJUNCTIONS:
                return child, True
        return None

    def _of_adnominal(self, word: int, head: int) -> tuple[int, bool] | None:
        tree, words = self._tree, self._words
        if tree.tag[word] == "VBG" and tree.kid(word, "mark", "case") is not None:
            return None  # "the mistake of leaving": whose it is, is not said
        if tree.tag[word] in {"VBG", "VBN"} or tree.is_passive(word):
            return head, True
        if any(
            tree.lemma[child] in words["ordinal"] for child in tree.kids(head, "amod", "advmod")
        ):
            return head, True
        # "America's decision to supply bombs"; "he has no time to visit Ukraine"
        owner = tree.kid(head, "nmod:poss")
        if owner is not None:
            return owner, True
        if tree.dep[head] == "nmod":
            head = tree.head[head]
        governor = tree.head[head]
        able = tree.dep[head] == "obj" and tree.lemma[governor] in words["having"]
        # "signed a contract to supply tankers"
        bound = tree.dep[head] == "obj" and tree.lemma[governor] in words["carrying"]
        return (governor, False) if able or bound or tree.dep[head] == "obl" else None
