"""Finding the mention that a span means."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from newsevents.models.base import TextSpan
from newsevents.models.mentions import ActorMention
from newsevents.rules.offices import honorifics

_CONJUNCTIONS: Final = frozenset({"and", "or", "&"})
_PREPOSITIONS: Final = frozenset(
    {"of", "for", "to", "by", "from", "with", "at", "in", "on", "among"}
)
_POSSESSIVES: Final = ("'", "’")


class SpanIndex:
    """Mentions in text order, asked which of them a stretch of text means."""

    def __init__(self, mentions: Sequence[ActorMention]) -> None:
        self._mentions = mentions
        spans = [mention.span for mention in mentions]
        self._starts = [span.start for span in spans]
        self._exact = {(span.start, span.end): index for index, span in enumerate(spans)}
        self._longest = max((span.end - span.start for span in spans), default=0)

    def best(self, span: TextSpan) -> int | None:
        """The mention with the same bounds, else the shortest around it, else the head in it.

        "Prime Minister Ada Bell" finds the mention "Ada Bell", and so does "Bell".
        """
        exact = self._exact.get((span.start, span.end))
        if exact is not None:
            return exact
        around, within = self._touching(span)
        if around:
            return min(around, key=self._length)
        return self._head(span, within) if within else None

    def _head(self, span: TextSpan, within: list[int]) -> int | None:
        """Whom a phrase is about: the one person in it, else its longest mention.

        "Inspector Ada Bell of Leeds Police" is Bell. Nobody where two are joined
        ("Ada Bell and two aides"), or where the mention only says whose or of
        what ("the mother of Ada Bell", "one of them").
        """
        if self._are_joined(span, within):
            return None
        persons = [index for index in within if _is_person(self._mentions[index])]
        if len(persons) == 1 and self._is_named(span, within, persons[0]):
            return persons[0]
        best = max(within, key=lambda index: (self._length(index), index))
        before = self._before(span, best)
        return None if _PREPOSITIONS.intersection(map(str.lower, before)) else best

    def _are_joined(self, span: TextSpan, within: list[int]) -> bool:
        """Whether people, or two names and nothing else, are joined by "and"."""
        for one, other in pairwise(within):
            first, second = self._mentions[one], self._mentions[other]
            between = span.text[first.span.end - span.start : second.span.start - span.start]
            words = between.lower().replace(",", " ").split()
            if not _CONJUNCTIONS.intersection(words) or _PREPOSITIONS.intersection(words):
                continue
            if _is_person(first) or _is_person(second) or second.span.end == span.end:
                return True
        return False

    def _is_named(self, span: TextSpan, within: list[int], person: int) -> bool:
        """Whether a phrase is a person's name with titles: "Secretary of State Ada Bell"."""
        after = span.text[self._mentions[person].span.end - span.start :]
        before = self._before(span, person)
        if after.startswith(_POSSESSIVES):
            return False
        if not _PREPOSITIONS.intersection(map(str.lower, before)):
            return True
        described = any(self._mentions[i].kind == "nominal" for i in within if i < person)
        return not described and before[-1][:1].isupper() and before[-1].lower() not in honorifics()

    def _before(self, span: TextSpan, index: int) -> list[str]:
        """The words of a span before a mention in it."""
        return span.text[: self._mentions[index].span.start - span.start].split()

    def _touching(self, span: TextSpan) -> tuple[list[int], list[int]]:
        around, within = [], []
        last = bisect_left(self._starts, span.end)
        first = bisect_left(self._starts, span.start - self._longest)
        for index in range(first, last):
            other = self._mentions[index].span
            if other.start <= span.start and span.end <= other.end:
                around.append(index)
            elif span.start <= other.start and other.end <= span.end:
                within.append(index)
        return around, within

    def _length(self, index: int) -> int:
        span = self._mentions[index].span
        return span.end - span.start


def _is_person(mention: ActorMention) -> bool:
    return mention.kind == "name" and mention.label == "PERSON"
