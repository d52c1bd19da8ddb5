"""Why and how something happened: clauses and phrases around a verb."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from spacy.tokens import Span

from newsevents.pipeline.phrases import Words
from newsevents.pipeline.tree import Tree
from newsevents.rules.connectives import Complement, Connective, answering, connectives
from newsevents.rules.reporting import lexicon

_INTRODUCING: Final = frozenset({"mark", "case", "punct", "fixed", "cc"})
_PAUSES: Final = frozenset({",", ";", ":", "–", "—"})
_HANGING: Final = frozenset({"case", "det", "punct", "cc", "mark", "nmod:poss"})
_PLACES: Final = frozenset({"GPE", "LOC"})
#: More words are no short answer.
_LONGEST: Final = 12


class ReasonFinder:
    """Finds why and how for the verbs of one parse."""

    def __init__(self, tree: Tree, *, types: Mapping[int, str], times: Iterable[Span]) -> None:
        self._tree = tree
        self._types = types
        self._timed = {span.root.i for span in times}
        self._verbs = lexicon()
        self._completed = connectives().completed

    def why(self, verb: int) -> Words | None:
        """The reason: "because the pitch froze", "over a scandal", "to stop the fire"."""
        return self._first(verb, answering("why"))

    def how(self, verb: int) -> Words | None:
        """The means or course: "by blocking the track", "in a car bombing"."""
        return self._first(verb, answering("how"))

    def _first(self, verb: int, rules: Iterable[Connective]) -> Words | None:
        carriers = self._carriers(verb)
        harm = not connectives().harm.isdisjoint(self._types.get(word, "") for word in carriers)
        for rule in rules:
            if rule.harm and not harm:
                continue
            for word in carriers:
                for child, kind in self._added(word, rule.words):
                    if kind in rule.before and self._answers(word, child, kind, rule):
                        return self._answer(child)
        return None

    def _answers(self, word: int, child: int, kind: Complement, rule: Connective) -> bool:
        if kind == "infinitive":  # "called on the crew to dig" is what was called for.
            if any(
                self._tree.lemma[obj] in self._completed for obj in self._tree.kids(word, "obj")
            ):
                return False
            entry = self._verbs.verb(self._tree.lemma[word], self._tree.lower[word])
            return entry is None or not {"infinitive", "object_infinitive"} & entry.frames
        return kind != "phrase" or self._is_reason(child, rule)

    def _carriers(self, verb: int) -> list[int]:
        """The verb with what it governs and what shares its circumstances.

        "Two died and nine were hurt when a bus overturned": the bus is behind both.
        """
        tree, found = self._tree, [verb]
        for word in found:
            found.extend(tree.kids(word, "xcomp"))
            found.extend(child for child in tree.kids(word, "conj") if self._follows(word, child))
        return found

    def _follows(self, word: int, child: int) -> bool:
        """Whether two verbs of one length tell one event: no comma, no "but" between them."""
        tree = self._tree
        between = range(word + 1, child)
        return not any(tree.lower[w] in {"but", ",", ";", "then"} for w in between)

    def _added(self, word: int, words: Collection[str]) -> Iterator[tuple[int, Complement]]:
        """What one of these words adds to a verb."""
        tree = self._tree
        for child in tree.kids(word, "advcl", "obl", "nmod"):
            if child < word and tree.dep[child] != "advcl":
                continue
            introduced = {self._marker(mark) for mark in tree.kids(child, "mark", "advmod")}
            introduced.add(tree.case(child))
            if not introduced.isdisjoint(words):
                yield child, self._kind(child)
            for inner in tree.kids(child, "nmod", "acl"):
                if self._opening(child, inner) in words:
                    yield inner, "phrase" if tree.dep[inner] == "nmod" else self._kind(inner)

    def _opening(self, child: int, inner: int) -> str:
        """What leads to a phrase inside another: the "on suspicion of" of "... of arson"."""
        tree = self._tree
        case = tree.kid(inner, "case", "mark")
        return " ".join(tree.lower[tree.edges(child)[0] : inner if case is None else case + 1])

    def _marker(self, mark: int) -> str:
        tree = self._tree
        return " ".join(tree.lower[part] for part in (mark, *tree.kids(mark, "fixed")))

    def _kind(self, child: int) -> Complement:
        tree = self._tree
        if tree.dep[child] not in {"advcl", "acl"}:
            return "phrase"
        if tree.tag[child] == "VBG":
            return "participle"
        return "infinitive" if tree.tag[child] == "VB" else "clause"

    def _is_reason(self, child: int, rule: Connective) -> bool:
        """Whether a phrase can be why or how: no time, no place, no number."""
        tree = self._tree
        if child in self._timed or tree.ent[child] in _PLACES or self._is_count(child):
            return False
        if tree.case(child) == "by":  # "by train", not "by the minister", not "by dozens"
            bare = not tree.kids(child, "det", "nmod:poss", "nmod")
            return bare and tree.tag[child] == "NN" and not tree.ent[child]
        return not rule.event or child in self._types

    def _is_count(self, word: int) -> bool:
        """Whether a phrase only counts: "after twenty laps"."""
        tree = self._tree
        return tree.pos[word] in {"NUM", "PRON"} or tree.kid(word, "nummod") is not None

    def _answer(self, word: int) -> Words:
        """A clause or phrase without the word that introduces it, as a short answer."""
        tree = self._tree
        first, last = tree.edges(word)
        while first < word and tree.dep[first] in _INTRODUCING:
            first += 1
        if tree.lower[first] in {"when", "as"} and first < word:
            first += 1
        last = self._before_break(word, last, limit=first + _LONGEST)
        return first, last + 1

    def _before_break(self, word: int, last: int, *, limit: int) -> int:
        tree = self._tree
        for between in range(word + 1, last):
            if tree.lower[between] in _PAUSES:
                last = between - 1
                break
        last = max(word, min(last, limit))
        while last > word and (tree.dep[last] in _HANGING or tree.pos[last] == "PUNCT"):
            last -= 1
        return last
