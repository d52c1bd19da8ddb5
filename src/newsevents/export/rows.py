"""What the columns of each table are."""

from __future__ import annotations

from typing import TypedDict


class SpanRow(TypedDict):
    """What every row has: its article, and where its text stands there."""

    article_id: str
    start: int
    end: int
    text: str


class QuoteRow(SpanRow):
    """One quote; ``start`` to ``end`` runs over all its pieces."""

    quote_id: str
    kind: str
    cue: str | None
    speaker: str | None
    speaker_id: str | None
    speaker_name: str | None
    confidence: float


class ActorRow(SpanRow):
    """One actor, at its first mention; lists are joined by "; "."""

    actor_id: str
    name: str
    kind: str
    country: str | None
    aliases: str
    roles: str
    mentions: int
    confidence: float


class EventRow(SpanRow):
    """One event, at its clearest trigger; participants by name, joined by "; "."""

    event_id: str
    type: str
    factuality: str
    agents: str
    patients: str
    recipients: str
    time: str | None
    time_value: str | None
    place: str | None
    amounts: str
    reported_in: str | None
    reported_by: str | None
    confidence: float


class TimeRow(SpanRow):
    """One time expression, with the interval it means in ISO 8601."""

    time_id: str
    kind: str
    value: str | None
    interval_start: str | None
    interval_end: str | None


class EdgeRow(SpanRow):
    """One edge between two actors; offsets and text are those of its first proof."""

    kind: str
    source_id: str
    source_name: str
    target_id: str
    target_name: str
    event_type: str | None
    factuality: str | None
    count: int
    evidence: str
