"""Copies what the components left on a ``Doc`` into plain models.

The one place where spaCy ends: what leaves here holds text and offsets, no Doc.
"""

from __future__ import annotations

from spacy.tokens import Doc

from newsevents.models.mentions import Mentions
from newsevents.pipeline.collect.actors import collect_actors
from newsevents.pipeline.collect.clauses import collect_clauses
from newsevents.pipeline.collect.events import collect_events
from newsevents.pipeline.collect.quotes import collect_quotes
from newsevents.pipeline.collect.times import collect_times

__all__ = ["collect"]


def collect(doc: Doc) -> Mentions:
    """All mentions that the components found, in text order.

    A Doc that some component never saw simply lacks what that one finds.
    """
    return Mentions(
        actors=collect_actors(doc),
        quotes=collect_quotes(doc),
        events=collect_events(doc),
        times=collect_times(doc),
        clauses=collect_clauses(doc),
    )
