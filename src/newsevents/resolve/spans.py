"""Finding the mention that a span means."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from newsevents.models.base import TextSpan


class SpanIndex:
    """Spans in text order, asked which of them covers another one best."""

    def __init__(self, spans: Sequence[TextSpan]) -> None:
        self._spans = spans
        self._starts = [span.start for span in spans]
        self._exact = {(span.start, span.end): index for index, span in enumerate(spans)}
        self._longest = max((span.end - span.start for span in spans), default=0)

    def best(self, span: TextSpan) -> int | None:
        """The span with the same bounds, else the shortest around it, else the longest in it.

        "Prime Minister Ada Bell" finds the mention "Ada Bell", and "Bell" finds
        it too; of two equally long ones within, the last one is the head.
        """
        exact = self._exact.get((span.start, span.end))
        if exact is not None:
            return exact
        around, within = self._touching(span)
        if around:
            return min(around, key=self._length)
        return max(within, key=lambda index: (self._length(index), index), default=None)

    def _touching(self, span: TextSpan) -> tuple[list[int], list[int]]:
        around, within = [], []
        last = bisect_left(self._starts, span.end)
        first = bisect_left(self._starts, span.start - self._longest)
        for index in range(first, last):
            other = self._spans[index]
            if other.start <= span.start and span.end <= other.end:
                around.append(index)
            elif span.start <= other.start and other.end <= span.end:
                within.append(index)
        return around, within

    def _length(self, index: int) -> int:
        return self._spans[index].end - self._spans[index].start
