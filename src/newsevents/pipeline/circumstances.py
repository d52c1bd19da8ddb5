"""When and where events took place, and the amounts that belong to them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from newsevents.pipeline.tree import Tree
from newsevents.pipeline.triggers import Trigger

_PLACES: Final = frozenset({"GPE", "LOC"})
_AT: Final = frozenset(
    {"in", "at", "near", "outside", "inside", "across", "throughout", "around", "off", "along",
     "on", "under", "beside", "within", "over", "above", "close to", "next to", "north of",
     "south of", "east of", "west of"}
)  # fmt: skip
_TOWARDS: Final = frozenset({"to", "for", "into", "toward", "towards", "through", "via"})
#: With "on", "over" and "under" only these are places: "on the border", not "on Iran".
_ONLY_NOUNS: Final = frozenset({"on", "over", "above", "under", "for"})
_PLACE_NOUNS: Final = frozenset(
    {"city", "capital", "village", "town", "street", "border", "hospital", "airport", "square",
     "school", "university", "court", "prison", "church", "mosque", "stadium", "station", "market",
     "home", "house", "hotel", "port", "harbour", "harbor", "coast", "island", "region", "province",
     "district", "suburb", "valley", "river", "lake", "sea", "mountain", "beach", "park", "road",
     "highway", "motorway", "bridge", "building", "embassy", "palace", "headquarters", "factory",
     "plant", "mine", "camp", "base", "restaurant", "shop", "mall", "cathedral", "neighbourhood",
     "neighborhood", "area", "country", "county", "state", "jail", "museum", "theatre", "theater",
     "office", "site", "scene", "venue", "resort", "forest", "desert", "bay", "gulf", "ocean",
     "tunnel", "clinic", "temple", "shrine", "club", "bar", "cafe", "avenue", "nightclub", "north",
     "south", "east", "west", "centre", "center", "outskirts", "territory", "frontline"}
)  # fmt: skip
#: Types of events whose destination is their place.
_AIMED: Final = ("conflict.", "crime.")
_MOTION: Final = ("movement.", "diplomacy.visit")
_MODIFIERS: Final = ("nmod", "obl", "obl:unmarked", "nmod:unmarked", "obl:npmod", "advmod")
_PREDICATES: Final = frozenset({"VERB", "AUX"})
#: Relations and prepositions by which an expression belongs to a noun and not to a verb above.
_WITHIN: Final = frozenset({"compound", "amod", "nmod:poss", "nummod"})
_OF_WHEN: Final = frozenset({"of", "since", "for", "from"})
#: Types of events that are over as soon as what is said of them.
_SUDDEN: Final = ("conflict.", "disaster.", "crime.", "sport.", "protest.")
#: A time expression that only lasts, recurs or bounds is a second choice.
_BOUNDS: Final = frozenset({"since", "until", "till", "before", "after", "by"})
_POINTS: Final = frozenset({"date", "time"})
_DEPTH: Final = 30
#: "its lowest closing level since 2003": so far from the year may a superlative stand.
_NEAR: Final = 5


class CircumstanceFinder:
    """Attaches times, places and amounts to the triggers of one parse."""

    def __init__(self, tree: Tree, triggers: Sequence[Trigger]) -> None:
        self._tree = tree
        self._triggers = triggers
        self._owner: dict[int, int] = {}
        for number, trigger in enumerate(triggers):
            for verb in trigger.support:
                self._owner[verb] = number
        for number, trigger in enumerate(triggers):
            self._owner[trigger.word] = number

    def attach(self, heads: Iterable[int]) -> list[int | None]:
        """For each head of an expression the number of the event that it belongs to."""
        return [self._governor(head) for head in heads]

    def _governor(self, word: int) -> int | None:
        """The nearest event above a word, within its clause."""
        tree = self._tree
        for _ in range(_DEPTH):
            if word in self._owner:
                return self._owner[word]
            below, word = word, tree.head[word]
            if word == below:
                return None
            if word not in self._owner and self._is_predicate(word):
                # "was due on Monday to give a speech": the plan's time is the speech's.
                return self._complement(word)
        return None

    def _is_predicate(self, word: int) -> bool:
        tree = self._tree
        if tree.pos[word] in _PREDICATES:
            return tree.dep[word] not in {"amod", "case", "compound"}
        return tree.kid(word, "nsubj", "nsubj:pass", "cop") is not None

    def _complement(self, word: int) -> int | None:
        for _ in range(_DEPTH):
            below = self._tree.kid(word, "xcomp")
            if below is None:
                return None
            if below in self._owner:
                return self._owner[below]
            word = below
        return None

    # --- times --------------------------------------------------------------------------

    def times(self, spans: Sequence[tuple[int, str]]) -> dict[int, int]:
        """Event number → number of its time expression.

        ``spans`` are heads and TIMEX3 kinds of the expressions. The nearest one
        that stands with the event wins; events without one take over that of an
        event that they share a clause with.
        """
        own: dict[int, int] = {}
        for number, nearest in enumerate(self.attach(head for head, _ in spans)):
            if nearest is None or self._describes(spans[number][0]):
                continue
            event = self._uncrossed(spans[number][0], nearest)
            rival = own.get(event)
            if rival is None or self._closer(event, spans[number], spans[rival]):
                own[event] = number
        heads = [head for head, _ in spans]
        return self._inherited(own, lambda number: heads[number])

    def _describes(self, head: int) -> bool:
        """Whether an expression only tells a thing from others: "its lowest level since 2003"."""
        tree, noun = self._tree, self._tree.head[head]
        before = range(max(0, head - _NEAR), head)
        if tree.case(head) == "since" and any(tree.tag[word] in {"JJS", "RBS"} for word in before):
            return True
        if noun in self._owner or noun == head or tree.pos[noun] not in {"NOUN", "PROPN"}:
            return False
        return tree.dep[head] in _WITHIN or tree.case(head) in _OF_WHEN

    def _uncrossed(self, head: int, event: int) -> int:
        """The event that an expression stands with, where the parse reaches over a verb.

        In "Bell at the weekend marked the end of the war" the weekend belongs to
        "marked", wherever below it the parse hangs it.
        """
        tree, word = self._tree, self._triggers[event].word
        first, above = word, tree.head[word]
        for _ in range(_DEPTH):
            if head < above < first and above in self._owner:
                first = above
            if tree.head[above] == above:
                break
            above = tree.head[above]
        return self._owner[first]

    def _closer(self, event: int, one: tuple[int, str], other: tuple[int, str]) -> bool:
        word = self._triggers[event].word
        points = (self._is_point(*one), self._is_point(*other))
        if points[0] != points[1]:
            return points[0]
        return abs(one[0] - word) < abs(other[0] - word)

    def _is_point(self, head: int, kind: str) -> bool:
        return kind in _POINTS and self._tree.case(head) not in _BOUNDS

    def _inherited(self, own: dict[int, int], position: Callable[[int], int]) -> dict[int, int]:
        """Adds what events without a value of their own take over from others."""
        found = dict(own)
        for number in range(len(self._triggers)):
            if number in own:
                continue
            related = (other for other in self._relatives(number) if other in own)
            source = next(related, None)
            if source is None:
                source = self._fronted(number, own, position)
            if source is not None:
                found[number] = own[source]
        return found

    def _relatives(self, number: int) -> Iterator[int]:
        """Events that happen at the same time and place as this one."""
        tree, word = self._tree, self._triggers[number].word
        # "returned from a trip to Malta on Sunday": the trip has it, the return shares it.
        if self._triggers[number].pos == "verb":
            for child in tree.kids(word, "obl", "obj"):
                if child in self._owner and child > word:
                    yield self._owner[child]
        # "was to meet him in Malta and ..."; "began to shell the town on Monday"
        if tree.head[word] in self._owner and self._is_at_once(number):
            yield self._owner[tree.head[word]]

    def _is_at_once(self, number: int) -> bool:
        """Whether an event takes place with the one above it."""
        tree, trigger = self._tree, self._triggers[number]
        word, dep = trigger.word, self._tree.dep[trigger.word]
        if trigger.pos != "noun":
            # "the ferry sank on Monday, drowning nine"
            return dep == "xcomp" or (
                dep == "advcl"
                and tree.tag[word] == "VBG"
                and tree.kid(word, "mark", "nsubj") is None
            )
        # "the blast killed nine on Monday"; "nine people died on Monday in a blast"
        told = dep == "nsubj" or (dep == "obl" and tree.case(word) in {"in", "during"})
        return told and trigger.type.startswith(_SUDDEN)

    def _fronted(
        self, number: int, own: dict[int, int], position: Callable[[int], int]
    ) -> int | None:
        """ "On Monday they met and signed the pact": one time for both."""
        tree, word = self._tree, self._triggers[number].word
        head = tree.head[word]
        if tree.dep[word] != "conj" or head not in self._owner or head == word:
            return None
        first = self._owner[head]
        return first if first in own and position(own[first]) < head else None

    # --- places -------------------------------------------------------------------------

    def places(self) -> dict[int, tuple[int, int]]:
        """Event number → first and one past the last word of where it took place."""
        own: dict[int, int] = {}
        for number, trigger in enumerate(self._triggers):
            place = self._place(trigger)
            if place is not None:
                own[number] = place
        found = self._inherited(own, lambda word: word)
        return {number: self._extended(word) for number, word in found.items()}

    def _place(self, trigger: Trigger) -> int | None:
        carriers = (trigger.word, *trigger.support)
        for word in carriers:
            for child in self._tree.kids(word, *_MODIFIERS):
                if child not in carriers and self._is_place(child, trigger.type):
                    return child
        for word in carriers:
            place = self._framed(word)
            if place is None:
                place = self._nested(word, trigger)
            if place is not None:
                return place
        return None

    def _is_place(self, word: int, event_type: str = "") -> bool:
        tree, case = self._tree, self._tree.case(word)
        motion = event_type.startswith(_MOTION) and case in _TOWARDS
        if case not in _AT and not motion:
            return False
        if case == "on" and event_type.startswith(_AIMED):
            return False  # "the attack on the village": who is attacked, not where
        if tree.ent[word] in _PLACES:
            return motion or case not in _ONLY_NOUNS
        return not tree.ent[word] and tree.lemma[word] in _PLACE_NOUNS

    def _framed(self, word: int) -> int | None:
        """ "While in Brussels, she had meetings": a clause that is only a place."""
        return next(
            (child for child in self._tree.kids(word, "advcl") if self._is_place(child)), None
        )

    def _nested(self, word: int, trigger: Trigger) -> int | None:
        """A place that hangs on an object: "gave a speech to teachers in Wellington"."""
        tree = self._tree
        for child in tree.kids(word, "obj", "obl", "nmod"):
            if child in self._owner and self._triggers[self._owner[child]] is not trigger:
                continue
            for inner in tree.kids(child, "nmod"):
                if tree.ent[inner] in _PLACES and tree.case(inner) in {"in", "at", "near"}:
                    return inner
        return None

    def _extended(self, word: int) -> tuple[int, int]:
        """The phrase of a place with the larger one it lies in: "Vilnius, Lithuania"."""
        tree = self._tree
        first, end = tree.span(word)
        size = len(tree)
        while end + 1 < size and tree.lower[end] == "," and tree.ent[end + 1] in _PLACES:
            end += 1
            while end < size and tree.ent[end] in _PLACES and tree.lower[end] != ",":
                end += 1
        return first, end
