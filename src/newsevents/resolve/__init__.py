"""From mentions to a result: pure functions over plain data, spaCy left behind.

In this order:

    times      ids, and the interval that each TIMEX3 value means
    actors     mentions of the same actor become one
    speakers   who is behind "he" and "the minister" of a quote
    events     participants become actors, mentions of one event are joined
    main_event the article's who, what, when, where, why and how
"""

from __future__ import annotations

from newsevents.models import Article, ExtractionResult, Provenance
from newsevents.models.mentions import Mentions
from newsevents.resolve.actors import resolve_actors
from newsevents.resolve.events import resolve_events
from newsevents.resolve.main_event import find_main_event
from newsevents.resolve.speakers import resolve_quotes
from newsevents.resolve.times import resolve_times

__all__ = ["resolve"]


def resolve(article: Article, mentions: Mentions, provenance: Provenance) -> ExtractionResult:
    """The result for an article in which these mentions were found."""
    times = resolve_times(mentions.times)
    links = resolve_actors(mentions)
    quotes = resolve_quotes(mentions.quotes, mentions.actors, links)
    events = resolve_events(mentions.events, links, times, quotes)
    return ExtractionResult(
        article=article,
        actors=links.actors,
        quotes=quotes,
        events=events,
        times=times,
        main_event=find_main_event(
            article, mentions.clauses, mentions.events, events, times, links.actors, quotes
        ),
        provenance=provenance,
    )
