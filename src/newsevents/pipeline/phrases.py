"""Short phrases for clauses: who, and what is done."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypeAlias

from spacy.tokens import Span

from newsevents.pipeline.tree import Tree

Words: TypeAlias = tuple[int, int]

#: What completes a predicate, as against what is added to it.
_COMPLEMENTS: Final = frozenset(
    {"obj", "iobj", "xcomp", "ccomp", "compound:prt", "advmod", "obl:agent", "cop"}
)
#: Prepositions whose phrase completes a verb that has an object: "blamed the loss on rain".
_COMPLETING: Final = frozenset(
    {"on", "for", "to", "of", "from", "with", "against", "as", "into", "about", "over"}
)
#: Prepositions whose phrase tells of the circumstances: "was held after a raid".
_AROUND: Final = frozenset(
    {"after", "following", "during", "amid", "amidst", "before", "since", "until", "despite",
     "due to", "because of", "according to", "as a result of", "in response to"}
)  # fmt: skip
_PAUSES: Final = frozenset({",", ";", ":", "–", "—", "...", "…"})
_TURNS: Final = frozenset({"after", "amid", "amidst", "because", "following", "while", "despite"})
_HANGING: Final = frozenset({"case", "det", "punct", "cc", "mark", "nmod:poss"})
_WITHIN: Final = frozenset({"amod", "nummod", "compound", "advmod", "nmod:desc", "aux", "cop"})
_APART: Final = frozenset({"punct", "conj", "parataxis", "mark", "nsubj", "nsubj:pass", "appos"})
_CONNECTING: Final = frozenset(
    {"as", "after", "and", "but", "while", "when", "because", "amid", "before", "since", "over"}
)
#: More words are no short answer.
_LONGEST: Final = 10
#: A passive of fewer words after its verb says little without its subject: "named by police".
_SHORT: Final = 4
#: Words of a subject that may stand with a predicate of one word.
_SUBJECT: Final = 6


class PhraseFinder:
    """Finds the phrases of the clauses of one parse."""

    def __init__(self, tree: Tree, *, times: Iterable[Span]) -> None:
        self._tree = tree
        self._timed = {span.root.i for span in times}

    def whole(self, word: int) -> Words:
        """A phrase with all that is coordinated with it: "Ada Bell and the mayor"."""
        tree = self._tree
        first, end = tree.span(word)
        for member in tree.conjuncts(word):
            start, stop = tree.span(member)
            if tree.kid(member, "nsubj", "nsubj:pass") is None and start - end <= len(", and "):
                end = max(end, stop) if stop - first <= _LONGEST else end
        # "F1 legend Felipe Massa", where the parse has two subjects of one verb.
        for twin in tree.kids(tree.head[word], tree.dep[word]):
            if tree.span(twin)[0] == end:
                end = tree.span(twin)[1]
        return first, end

    def predicate(self, word: int, subject: int | None, *, cause: Words | None) -> Words:
        """What is done: "invited to a Nato meeting", "Seven killed", "did not sign the pact".

        The cause, which answers another question, is no part of it.
        """
        tree = self._tree
        if tree.pos[word] in {"NOUN", "PROPN"} and tree.kid(word, "cop") is None:
            return tree.span(word)
        last = self._last(word, cause)
        first = self._first(word)
        if last == word and tree.dep[word] != "conj":
            last = self._running_on(word)
        short = last - word < _SHORT and self._is_passive(word)
        if subject is not None and (last == word or short):
            first = self._with_subject(first, subject)
        return first, last + 1

    def _first(self, word: int) -> int:
        """The first word that belongs to the verb: "did not sign", "narrowly avoided"."""
        tree, first = self._tree, word
        if tree.dep[word] == "acl" and tree.kid(word, "mark") == word - 1:
            return word - 1  # "to buy a rival"
        before = [c for c in tree.children[word] if c < word and tree.dep[c] in _VERBAL]
        closed = [c for c in before if all(between in before for between in range(c, word))]
        if any(tree.tag[c] == "MD" or tree.dep[c] in {"advmod", "cop"} for c in closed):
            first = min(closed)
        return first

    def _last(self, word: int, cause: Words | None) -> int:
        """The last word of the complements, as many of them as make a short answer."""
        tree = self._tree
        last, added, complete = word, False, False
        for child in sorted(tree.children[word]):
            dep = tree.dep[child]
            if child < word or dep in _APART or child in self._timed:
                continue
            if dep not in _COMPLEMENTS and cause is not None and cause[0] <= self._end(child):
                break
            near = self._is_near(child, last, complete=complete or added)
            if dep not in _COMPLEMENTS and not near:
                continue
            end = self._before_break(last + 1, self._end(child))
            if end - word >= _LONGEST:
                end = self._before_break(last + 1, self._cut(child, word + _LONGEST))
            if end <= last or end - word > _LONGEST:
                break
            last, added = end, added or near
            complete = complete or dep == "obj"
        return last

    def _end(self, child: int) -> int:
        return self._tree.edges(child)[1]

    def _cut(self, child: int, limit: int) -> int:
        """Where a long complement can end: without its clauses, or in the middle."""
        end = self._tree.span(child)[1] - 1
        return min(end, limit)

    def _is_near(self, child: int, last: int, *, complete: bool) -> bool:
        """Whether a phrase that follows at once belongs to the answer."""
        tree = self._tree
        if tree.dep[child] not in {"obl", "nmod"} or tree.edges(child)[0] != last + 1:
            return False
        case = tree.case(child)
        return case not in _AROUND and (not complete or case in _COMPLETING)

    def _before_break(self, first: int, last: int) -> int:
        """Where a phrase first pauses, no preposition or article left hanging."""
        tree = self._tree
        for between in range(first + 1, last):
            if self._pauses(between):
                last = between - 1
                break
        while last > first and (tree.dep[last] in _HANGING or self._is_cut(last)):
            last -= 1
        return last

    def _is_cut(self, last: int) -> bool:
        """Whether a phrase ends within a smaller one: "with passionate || words"."""
        tree = self._tree
        return tree.dep[last] in _WITHIN and tree.head[last] > last

    def _pauses(self, word: int) -> bool:
        """Whether an answer ends before a word: "charged || after a raid", "held , || who"."""
        tree = self._tree
        if tree.lower[word] in _PAUSES:
            return tree.dep[word + 1] != "amod"
        return tree.lower[word] in _TURNS and tree.pos[word] in {"ADP", "SCONJ"}

    def _running_on(self, word: int) -> int:
        """Where the words after a verb pause, if the parse hangs them elsewhere."""
        tree, last = self._tree, word
        if tree.tag[word] not in {"VBZ", "VBP"}:
            return word
        while last + 1 < len(tree) and last - word < _LONGEST - 2:
            following = last + 1
            if tree.pos[following] in {"PUNCT", "SPACE"} or tree.lower[following] in _CONNECTING:
                break
            if tree.head[following] == following:
                break
            last = following
        return self._before_break(word, last)

    def _is_passive(self, word: int) -> bool:
        tree = self._tree
        return tree.kid(word, "nsubj:pass") is not None

    def _with_subject(self, first: int, subject: int) -> int:
        """Where a phrase begins that says little without its subject: "Seven killed"."""
        start, end = self._tree.span(subject)
        return start if end <= first <= end + 3 and first - start <= _SUBJECT else first


_VERBAL: Final = frozenset({"aux", "aux:pass", "advmod", "cop", "case", "compound:prt"})
