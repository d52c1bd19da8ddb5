"""What an article is about: its main event as answers to who, what, when, where, why, how."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsevents.models.article import Article, Paragraph
from newsevents.models.base import TextSpan
from newsevents.models.events import Event, MainEvent
from newsevents.models.mentions import EventMention
from newsevents.models.times import TimeExpression
from newsevents.rules.events import OTHER

#: How much each sign speaks for an event.
_IN_LEAD: Final = 2.0
_IN_HEADLINE: Final = 2.0
_PER_PARTICIPANT: Final = 0.5
_TYPED: Final = 0.75
_CLAIMED: Final = -1.0
#: Body paragraphs that count as lead.
_LEAD: Final = 2
#: Letters that a word of the headline shares with the trigger.
_STEM: Final = 5


def find_main_event(
    article: Article,
    mentions: Sequence[EventMention],
    events: Sequence[Event],
    times: Sequence[TimeExpression],
) -> MainEvent | None:
    """The event that headline and lead tell of, as short answers.

    A question that headline and lead do not answer stays unanswered; an article
    whose headline and lead tell of no event has no main event.

    Args:
        article: The article.
        mentions: Event mentions in text order.
        events: The events that they were joined into.
        times: The article's time expressions.
    """
    return _Answers(article, mentions, events, times).find()


class _Answers:
    """Chooses the main event of one article and phrases what is known of it."""

    def __init__(
        self,
        article: Article,
        mentions: Sequence[EventMention],
        events: Sequence[Event],
        times: Sequence[TimeExpression],
    ) -> None:
        self._mentions = mentions
        self._events = {
            (span.start, span.end): event for event in events for span in event.mentions
        }
        self._times = {time.id: time for time in times}
        body = [p for p in article.paragraphs if p.role == "body"]
        self._headline = [p for p in article.paragraphs if p.role == "headline"]
        self._lead = body[:_LEAD]
        self._title = (article.title or "").lower()

    def find(self) -> MainEvent | None:
        """The answers, or nothing where headline and lead tell of no event."""
        candidates = [m for m in self._mentions if self._stands_in(m, self._lead)]
        candidates = candidates or [m for m in self._mentions if self._stands_in(m, self._headline)]
        if not candidates:
            return None
        best = max(candidates, key=lambda mention: (self._weight(mention), -mention.trigger.start))
        return self._answer(best)

    @staticmethod
    def _stands_in(mention: EventMention, paragraphs: Sequence[Paragraph]) -> bool:
        return any(paragraph.span.contains(mention.trigger) for paragraph in paragraphs)

    def _weight(self, mention: EventMention) -> float:
        event = self._event(mention)
        weight = _PER_PARTICIPANT * min(len(mention.participants), 3)
        weight += _TYPED * (mention.type != OTHER)
        if self._lead and self._lead[0].span.contains(mention.trigger):
            weight += _IN_LEAD
        if mention.lemma[:_STEM] in self._title or self._in_headline(event):
            weight += _IN_HEADLINE
        if mention.quote is not None:
            weight += _CLAIMED
        return weight

    def _in_headline(self, event: Event | None) -> bool:
        return event is not None and any(
            paragraph.span.contains(span) for paragraph in self._headline for span in event.mentions
        )

    def _event(self, mention: EventMention) -> Event | None:
        return self._events.get((mention.trigger.start, mention.trigger.end))

    def _answer(self, mention: EventMention) -> MainEvent:
        event = self._event(mention)
        time = None if event is None else self._times.get(event.time_id or "")
        place = mention.place or (None if event is None else event.place)
        return MainEvent(
            who=_who(mention),
            what=mention.predicate or mention.trigger,
            when=None if time is None else time.span,
            where=place,
            why=mention.cause,
            how=mention.manner,
            event_id=None if event is None else event.id,
        )


def _who(mention: EventMention) -> TextSpan | None:
    """Who acts; in a passive without an agent, who it is done to."""
    for role in ("agent", "patient"):
        found = [part.span for part in mention.participants if part.role == role]
        if found:
            return found[0]
    return None
