"""Who speaks at a cue, as the encoder marks it: where grammar gives nobody."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Span

from newsevents import keys

#: A source further from its cue belongs to another.
_REACH: Final = 20


def marked_source(cue: Span, content: set[int]) -> Span | None:
    """The nearest source to a cue that the encoder marks in its sentence.

    Args:
        cue: The cue of a quote.
        content: Tokens of what is reported; the source is none of them.
    """
    sentence = cue.sent
    found = [
        span
        for span in cue.doc.spans.get(keys.ATTRIBUTION_CANDIDATES, ())
        if span.label_ == "SOURCE"
        and sentence.start <= span.start < sentence.end
        and content.isdisjoint(range(span.start, span.end))
    ]
    near = min(found, key=lambda span: _distance(cue, span), default=None)
    return near if near is not None and _distance(cue, near) <= _REACH else None


def _distance(cue: Span, span: Span) -> int:
    return max(span.start - cue.end, cue.start - span.end)
