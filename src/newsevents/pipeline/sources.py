"""Who speaks at a cue, as the encoder marks it: where grammar gives nobody."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from spacy.tokens import Doc, Span

from newsevents import keys
from newsevents.pipeline.marked import distance

#: A source further from its cue belongs to another.
_REACH: Final = 20


class Sources:
    """The sources that the encoder marks in a Doc."""

    def __init__(self, doc: Doc) -> None:
        marks = doc.spans.get(keys.ATTRIBUTION_CANDIDATES, ())
        self._spans = sorted(
            (span for span in marks if span.label_ == "SOURCE"), key=lambda span: span.start
        )
        self._starts = [span.start for span in self._spans]

    def nearest(self, cue: Span, content: set[int]) -> Span | None:
        """The source of its sentence that is nearest to a cue.

        Args:
            cue: The cue of a quote.
            content: Tokens of what is reported; the source is none of them.
        """
        sentence = cue.sent
        first = bisect_left(self._starts, sentence.start)
        last = bisect_left(self._starts, sentence.end)
        free = [s for s in self._spans[first:last] if content.isdisjoint(range(s.start, s.end))]
        near = min(free, key=lambda span: distance(cue, span), default=None)
        return near if near is not None and distance(cue, near) <= _REACH else None
