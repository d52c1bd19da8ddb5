"""What an article is about: its main event as answers to who, what, when, where, why, how."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from newsevents.models.actors import Actor
from newsevents.models.article import Article
from newsevents.models.base import TextSpan
from newsevents.models.events import Event, MainEvent, Participant
from newsevents.models.mentions import EventMention
from newsevents.models.quotes import Quote
from newsevents.models.times import TimeExpression
from newsevents.rules.events import OTHER

#: How much each sign speaks for an event.
_IN_HEADLINE: Final = 3.0
_IN_FIRST: Final = 1.5
_ECHOED: Final = 1.0
_PER_PARTICIPANT: Final = 0.75
_TYPED: Final = 0.5
_VERB: Final = 1.0
_MAIN_CLAUSE: Final = 2.0
_CLAIMED: Final = -3.0
_NOT_ACTUAL: Final = -0.5
#: Body paragraphs that count as lead, and those in which time and place may be told.
_LEAD: Final = 2
_OPENING: Final = 6
#: Letters that a word of the headline shares with the trigger.
_STEM: Final = 5
#: A longer phrase is no short answer; its actor's name is.
_LONG: Final = 60
#: Characters of a TIMEX3 value that is a day: "2016-11-09".
_DAY: Final = 10


def find_main_event(
    article: Article,
    mentions: Sequence[EventMention],
    events: Sequence[Event],
    times: Sequence[TimeExpression],
    actors: Sequence[Actor],
    quotes: Sequence[Quote],
) -> MainEvent | None:
    """The event that headline and lead tell of, as short answers.

    Time and place may be told a little later; what is not said stays unanswered.
    An article whose headline and lead tell of no event has no main event.

    Args:
        article: The article.
        mentions: Event mentions in text order.
        events: The events that they were joined into.
        times: The article's time expressions.
        actors: The article's actors.
        quotes: The article's quotes.
    """
    return _Answers(article, mentions, events, times, actors, quotes).find()


class _Answers:
    """Chooses the main event of one article and phrases what is known of it."""

    def __init__(
        self,
        article: Article,
        mentions: Sequence[EventMention],
        events: Sequence[Event],
        times: Sequence[TimeExpression],
        actors: Sequence[Actor],
        quotes: Sequence[Quote],
    ) -> None:
        self._mentions = mentions
        self._events = {
            (span.start, span.end): event for event in events for span in event.mentions
        }
        self._times = times
        self._actors = {actor.id: actor for actor in actors}
        body = [p.span for p in article.paragraphs if p.role == "body"]
        # "Two men were arrested on Monday, police said": news, not somebody's claim.
        opens = {span.start for span in body}
        self._reports = {
            q.id for q in quotes if q.kind == "indirect" and q.content[0].start in opens
        }
        self._headline = [p.span for p in article.paragraphs if p.role == "headline"]
        self._lead = body[:_LEAD]
        self._opening = [*self._headline, *body[:_OPENING]]
        titles = [article.title or "", *(span.text for span in self._headline)]
        self._title = " ".join(titles).lower()

    def find(self) -> MainEvent | None:
        """The answers, or nothing where headline and lead tell of no event."""
        told = [m for m in self._mentions if _within(m.trigger, [*self._headline, *self._lead])]
        if not told:
            return None
        best = max(told, key=lambda mention: (self._weight(mention), -mention.trigger.start))
        return self._answer(best)

    def _weight(self, mention: EventMention) -> float:
        weight = _PER_PARTICIPANT * min(len(mention.participants), 2)
        weight += _TYPED * (mention.type != OTHER) + _VERB * (not mention.nominal)
        weight += _MAIN_CLAUSE * (mention.predicate is not None)
        weight += _CLAIMED * (mention.quote is not None and mention.quote not in self._reports)
        weight += _NOT_ACTUAL * (mention.factuality in {"possible", "negated"})
        if _within(mention.trigger, self._headline):
            return weight + _IN_HEADLINE
        weight += _IN_FIRST * _within(mention.trigger, self._lead[:1])
        return weight + _ECHOED * (mention.lemma[:_STEM] in self._title)

    def _event(self, mention: EventMention) -> Event | None:
        return self._events.get((mention.trigger.start, mention.trigger.end))

    def _answer(self, mention: EventMention) -> MainEvent:
        event = self._event(mention)
        return MainEvent(
            who=self._who(event),
            what=mention.predicate or mention.trigger,
            when=self._when(mention, event),
            where=self._where(mention, event),
            why=mention.cause or self._told("cause", mention),
            how=mention.manner,
            event_id=None if event is None else event.id,
        )

    # --- who ----------------------------------------------------------------------------

    def _who(self, event: Event | None) -> TextSpan | None:
        """Who acts; in a passive without an agent, who it is done to."""
        if event is None:
            return None
        for role in ("agent", "patient"):
            for part in event.participants:
                if part.role == role:
                    return self._named(part)
        return None

    def _named(self, part: Participant) -> TextSpan:
        """A participant's own words, or its name where these are "he" or very long."""
        actor = self._actors.get(part.actor_id or "")
        if actor is None:
            return part.span
        kinds = {(m.span.start, m.span.end): m.kind for m in actor.mentions}
        pronoun = kinds.get((part.span.start, part.span.end)) == "pronoun"
        if not pronoun and len(part.span.text) <= _LONG:
            return part.span
        return next((m.span for m in actor.mentions if m.kind == "name"), part.span)

    # --- when, where, why ---------------------------------------------------------------

    def _when(self, mention: EventMention, event: Event | None) -> TextSpan | None:
        own = {None if event is None else event.time_id}
        akin = (self._event(other) for other in self._akin(mention))
        own |= {None if other is None else other.time_id for other in akin}
        told = [time for time in self._times if _is_point(time)]
        opening = (time for time in told if _within(time.span, self._opening))
        return next((time.span for time in (*(t for t in told if t.id in own), *opening)), None)

    def _where(self, mention: EventMention, event: Event | None) -> TextSpan | None:
        if event is not None and event.place is not None:
            return event.place
        others = (*self._akin(mention), *self._mentions)
        near = self._opening[: _LEAD + 2]
        return next(
            (m.place for m in others if m.place is not None and _within(m.place, near)), None
        )

    def _akin(self, mention: EventMention) -> Iterable[EventMention]:
        """Other mentions of the same word, which may say more."""
        stem = mention.lemma[:_STEM]
        return [other for other in self._mentions if other.lemma[:_STEM] == stem]

    def _told(self, field: str, mention: EventMention) -> TextSpan | None:
        """What another mention of the same word in headline or lead says."""
        for other in self._akin(mention):
            found: TextSpan | None = getattr(other, field)
            if found is not None:
                return found
        return None


def _is_point(time: TimeExpression) -> bool:
    """Whether an expression names a day or less: "now" and "this year" answer nothing."""
    value = time.value or ""
    return time.kind in {"date", "time"} and value[:2].isdigit() and len(value) >= _DAY


def _within(span: TextSpan, spans: Iterable[TextSpan]) -> bool:
    return any(around.contains(span) for around in spans)
