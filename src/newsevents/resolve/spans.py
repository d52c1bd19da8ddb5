"""Finding the mention that a span means."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from newsevents.models.base import TextSpan
from newsevents.models.mentions import ActorMention


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
        """The person that a phrase of names ends or begins with, else the longest mention."""
        first, last = self._mentions[within[0]], self._mentions[within[-1]]
        between = span.text[first.span.end - span.start : last.span.start - span.start]
        if first.kind == last.kind == "name" and between.strip() in {"and", "or", "&"}:
            return None  # "Chile and Ecuador" is neither of them.
        # "European Union envoy Ada Bell" is Bell, "the firm of Ada Bell" the firm.
        if _is_person(last) and last.span.end == span.end and first.kind == "name":
            return within[-1]
        # "Ada Bell of Northbank Securities"
        if _is_person(first) and first.span.start == span.start:
            return within[0]
        return max(within, key=lambda index: (self._length(index), index))

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
