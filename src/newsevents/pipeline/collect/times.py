"""Copies time expressions from a ``Doc`` into plain data."""

from __future__ import annotations

from typing import cast

from spacy.tokens import Doc

from newsevents import keys
from newsevents.models.base import TextSpan
from newsevents.models.mentions import TimeMention
from newsevents.models.times import TimeKind


def collect_times(doc: Doc) -> tuple[TimeMention, ...]:
    """The time expressions of a Doc in text order."""
    return tuple(
        TimeMention(
            span=TextSpan(start=span.start_char, end=span.end_char, text=span.text),
            kind=cast("TimeKind", span.label_),
            value=span.kb_id_ or None,
        )
        for span in doc.spans.get(keys.TIMES, ())
    )
