"""How the actors of a result stand to each other: who acts on, speaks of, quotes whom."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import NamedTuple

from newsevents.models import (
    Edge,
    EdgeKind,
    Event,
    ExtractionResult,
    Factuality,
    ParticipantRole,
    TextSpan,
)


class _Key(NamedTuple):
    """What the items that prove one edge have in common."""

    source: str
    target: str
    kind: EdgeKind
    event_type: str | None = None
    factuality: Factuality | None = None


def actor_edges(result: ExtractionResult) -> list[Edge]:
    """The edges between the actors of one article, each with the items that prove it.

    Co-occurrence is counted by paragraph: "he" and the one he met often stand a
    sentence apart, and paragraphs of news are short. What somebody merely claims
    counts as well: ``result.event(id).reported_in`` of the evidence says who does. No
    edge leads from an actor to itself.

    Returns:
        In the order of the source and then the target among the actors.
    """
    proofs: dict[_Key, dict[str, None]] = {}
    for key, proof in (*_co_occurrences(result), *_speech(result), *_actions(result)):
        if key.source != key.target:
            # A dict keeps the order, and each proof once.
            proofs.setdefault(key, {})[proof] = None
    rank = {actor.id: place for place, actor in enumerate(result.actors)}
    ordered = sorted(proofs, key=lambda key: (rank[key.source], rank[key.target]))
    return [Edge(**key._asdict(), evidence=tuple(proofs[key])) for key in ordered]


def proof_of(result: ExtractionResult, evidence: str) -> TextSpan:
    """What an item of evidence says in the article: paragraph, first piece of quote, trigger."""
    quote, event = result.quote(evidence), result.event(evidence)
    if quote is not None:
        return quote.content[0]
    if event is not None:
        return event.trigger
    return result.article.paragraphs[int(evidence.removeprefix("p")) - 1].span


def _co_occurrences(result: ExtractionResult) -> Iterator[tuple[_Key, str]]:
    starts = [paragraph.span.start for paragraph in result.article.paragraphs]
    present: dict[int, dict[str, None]] = {}
    for actor in result.actors:
        for mention in actor.mentions:
            number = bisect_right(starts, mention.span.start)
            present.setdefault(number, {})[actor.id] = None
    present.pop(0, None)  # An article made by hand may have no paragraphs.
    for number, actors in sorted(present.items()):
        for one, other in combinations(actors, 2):
            yield _Key(one, other, "co_occurs"), f"p{number}"


def _speech(result: ExtractionResult) -> Iterator[tuple[_Key, str]]:
    mentions = _Within(
        (mention.span, actor.id) for actor in result.actors for mention in actor.mentions
    )
    quotes = _Within((quote.content[0], quote.id) for quote in result.quotes)
    for quote in result.quotes:
        if quote.speaker_id is None:
            continue
        for actor_id in mentions.of(quote.content):
            yield _Key(quote.speaker_id, actor_id, "speaks_of"), quote.id
        for inner in map(result.quote, quotes.of(quote.content)):
            if inner is not None and inner.speaker_id and inner.content != quote.content:
                yield _Key(quote.speaker_id, inner.speaker_id, "quotes"), inner.id


class _Within:
    """Spans with what they belong to, asked which of them lie inside others."""

    def __init__(self, items: Iterator[tuple[TextSpan, str]]) -> None:
        self._items = sorted(items, key=lambda item: (item[0].start, item[0].end))
        self._starts = [span.start for span, _ in self._items]

    def of(self, pieces: Sequence[TextSpan]) -> Iterator[str]:
        """What the spans inside any of the pieces belong to."""
        for piece in pieces:
            first = bisect_left(self._starts, piece.start)
            last = bisect_left(self._starts, piece.end)
            yield from (of for span, of in self._items[first:last] if piece.contains(span))


def _actions(result: ExtractionResult) -> Iterator[tuple[_Key, str]]:
    for event in result.events:
        targets = _actors_in(event, "patient", "recipient")
        for agent, target in product(_actors_in(event, "agent"), targets):
            yield _Key(agent, target, "acts_on", event.type, event.factuality), event.id


def _actors_in(event: Event, *roles: ParticipantRole) -> list[str]:
    return [part.actor_id for part in event.participants if part.role in roles and part.actor_id]
