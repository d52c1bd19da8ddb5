"""When and where the event of a clause took place, as the clause itself tells it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from spacy.tokens import Span

from newsevents.pipeline.phrases import Words
from newsevents.pipeline.tree import Tree

_PLACES: Final = frozenset({"GPE", "LOC"})
_AT: Final = frozenset(
    {"in", "at", "near", "outside", "inside", "across", "throughout", "off", "around", "close to",
     "north of", "south of", "east of", "west of"}
)  # fmt: skip
#: How far each step upwards takes an expression from a clause; others end the way.
_STEPS: Final = {
    "obl": 1.0, "obl:unmarked": 1.0, "obl:npmod": 1.0, "advmod": 1.0, "nmod": 2.0, "obj": 1.5,
    "nmod:unmarked": 2.0, "nsubj": 2.0, "nsubj:pass": 2.0, "xcomp": 0.5, "conj": 1.5, "appos": 2.0,
    "advcl": 3.0, "nmod:poss": 5.0, "acl": 5.0, "parataxis": 4.0, "ccomp": 3.0,
}  # fmt: skip
_POINTS: Final = frozenset({"date", "time"})
_DEPTH: Final = 12


class SettingFinder:
    """Finds times and places for the verbs of one parse."""

    def __init__(self, tree: Tree, *, types: Mapping[int, str], times: Iterable[Span]) -> None:
        self._tree = tree
        self._types = types
        self._times = [span for span in times if span.label_ in _POINTS and span.kb_id_]

    def time(self, verb: int) -> Words | None:
        """The time expression that stands nearest to a verb in its sentence."""
        ranked = [
            (away, span.start, span.end)
            for span in self._times
            if not self._describes(span.root.i)
            and (away := self._distance(span.root.i, verb)) is not None
        ]
        return min(ranked)[1:] if ranked else None

    def _describes(self, word: int) -> bool:
        """No time of the clause: "the morning rush hour", "the first time since 2004"."""
        tree = self._tree
        since = tree.case(word) == "since" and tree.lemma[tree.head[word]] == "time"
        return tree.dep[word] == "compound" or since

    def place(self, verb: int) -> Words | None:
        """The named place nearest to a verb: "in Leeds", or the "Leeds" of a "Leeds fire"."""
        ranked = []
        for word, (first, _) in self._tree.names.items():
            if word != first or self._tree.ent[word] not in _PLACES:
                continue
            head = self._head(word)
            away = self._distance(head, verb) if self._is_setting(head) else None
            if away is not None:
                ranked.append((away, head))
        return self._extended(min(ranked)[1]) if ranked else None

    def _head(self, first: int) -> int:
        """The head of a name."""
        start, end = self._tree.names[first]
        inside = range(start, end)
        return next((w for w in inside if self._tree.head[w] not in inside), first)

    def _is_setting(self, word: int) -> bool:
        tree = self._tree
        return tree.case(word) in _AT

    def _distance(self, word: int, verb: int) -> float | None:
        """How far above an expression a verb is; nothing where it does not govern it."""
        tree, away = self._tree, 0.0
        for _ in range(_DEPTH):
            if word == verb:
                return away
            step = _STEPS.get(tree.dep[word])
            if step is None:
                return None
            away, word = away + step, tree.head[word]
        return None

    def _extended(self, word: int) -> Words:
        """A place with the larger one it lies in: "Vilnius, Lithuania"."""
        tree = self._tree
        first, end = tree.names[word]
        while (
            first > 0
            and tree.lower[first - 1] in _COMPASS
            and tree.head[first - 1] in range(first, end)
        ):
            first -= 1
        while end + 1 < len(tree) and tree.lower[end] == "," and tree.ent[end + 1] in _PLACES:
            end = tree.names[end + 1][1]
        return first, end


_COMPASS: Final = frozenset(
    {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central",
     "downtown", "upper", "lower"}
)  # fmt: skip
