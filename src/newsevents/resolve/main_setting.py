"""When and where the main event took place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, TypeAlias

from newsevents.models.actors import Actor
from newsevents.models.article import Article
from newsevents.models.base import TextSpan
from newsevents.models.events import Event
from newsevents.models.mentions import ClauseMention, EventMention
from newsevents.models.quotes import Quote
from newsevents.models.times import TimeExpression
from newsevents.resolve.times import is_after, is_near
from newsevents.rules.countries import country_code
from newsevents.rules.times import time_rules

#: Paragraphs in which time and place may be told, and how many characters of them.
_PARAGRAPHS: Final = 6
_REACH: Final = 4000
#: Characters in which a place counts that is named only once.
_NEAR: Final = 600
#: News tells of what happened, or will, within so many days of its publication; most is newer.
_RECENT: Final = 45
_NEW: Final = 7
#: Characters of a TIMEX3 value that is a day: "2016-11-09".
_DAY: Final = 10
#: Words for any day, as against "the weekend".
_VAGUE: Final = ("this day", "that day", "last day", "the day", "the same day", "that ")
#: What stands before the name of a place in which something is, and where to look for it.
_AT: Final = frozenset({"in", "at", "near", "outside"})
_BEFORE: Final = 10
#: Characters between a place and the event that bears its name: "the Leeds bakery fire".
_BETWEEN: Final = 20
#: Areas of events that a place gives its name to.
_SCENES: Final = ("disaster.", "conflict.", "crime.", "health.", "life.", "protest.")
#: Of what somebody visits, the actors that are places.
_VISIT: Final = "diplomacy.visit"
_SITES: Final = frozenset({"place", "country"})

#: The clauses that tell the main event, each with its event.
Told: TypeAlias = Sequence[tuple[ClauseMention, Event | None]]


class Setting:
    """Where an article tells of time and place."""

    def __init__(
        self,
        article: Article,
        mentions: Sequence[EventMention],
        times: Sequence[TimeExpression],
        actors: Sequence[Actor],
        quotes: Sequence[Quote],
    ) -> None:
        self._article = article
        self._mentions = mentions
        self._times = times
        self._actors = actors
        self._spoken = [s for quote in quotes if quote.kind == "direct" for s in quote.content]
        told = [p.span for p in article.paragraphs if p.role in {"headline", "body"}]
        self._begin = told[0].start if told else 0
        self._opening = told[:_PARAGRAPHS]

    def _opens(self, span: TextSpan) -> bool:
        """Whether words stand in the opening, and not in somebody's mouth."""
        if span.end > self._begin + _REACH or any(part.contains(span) for part in self._spoken):
            return False
        return any(part.contains(span) for part in self._opening)

    # --- when ---------------------------------------------------------------------------

    def when(self, told: Told) -> TextSpan | None:
        """The time told with the event, else the first day in the opening, a recent one first."""
        return next(self._dates(told), None)

    def _dates(self, told: Told) -> Iterator[TextSpan]:
        by_span = {(time.span.start, time.span.end): time for time in self._times}
        by_id = {time.id: time for time in self._times}
        # What was said on Friday may have happened on Thursday.
        ranked = sorted(told, key=lambda pair: pair[0].kind == "reporting")
        spans = [clause.time for clause, _ in ranked if clause.time is not None]
        own = [by_span.get((span.start, span.end)) for span in spans]
        own += [by_id.get(event.time_id or "") for _, event in ranked if event is not None]
        yield from (time.span for time in own if time is not None and self._is_date(time))
        happened = any(event.factuality == "actual" for _, event in told[:1] if event is not None)
        days = [t for t in self._times if self._is_day(t) and not (happened and self._is_ahead(t))]
        yield from (time.span for time in days if self._is_within(time, days=_NEW))
        yield from (time.span for time in days)

    def _is_date(self, time: TimeExpression) -> bool:
        """Whether an expression means a day or period of its own, not "the morning" of any."""
        text = time.span.text.lower()
        part = time.kind == "time" and text.startswith("the ")
        vague = (part or text.startswith(_VAGUE)) and not any(map(str.isdigit, text))
        dated = (time.value or "")[:2].isdigit() or self._is_open(time)
        told = time.kind in {"date", "time"} and dated
        return told and not vague and self._is_within(time, days=_RECENT)

    def _is_open(self, time: TimeExpression) -> bool:
        """Whether a date lacks only that of publication: "on Tuesday", "on May 4"."""
        known = time.value is not None and not time.value.startswith("XXXX")
        return self._article.published_at is None and not known

    def _is_day(self, time: TimeExpression) -> bool:
        """Whether the opening names a day or less."""
        day = len(time.value or "") >= _DAY or (self._is_open(time) and _is_weekday(time))
        return day and self._is_date(time) and self._opens(time.span)

    def _is_ahead(self, time: TimeExpression) -> bool:
        """Whether a time lies after publication, as that of what has happened does not."""
        return is_after(time, self._article.published_at)

    def _is_within(self, time: TimeExpression, *, days: int) -> bool:
        return is_near(time, self._article.published_at, days=days)

    # --- where --------------------------------------------------------------------------

    def where(self, told: Told) -> TextSpan | None:
        """The place told with the event, else where the article says that it is; towns first."""
        sites = {actor.id for actor in self._actors if actor.kind in _SITES}
        places = [*_places(told, sites), *self._scenes()]
        towns = (span for span in places if country_code(span.text) is None)
        return next(iter((*towns, *places, *self._datelines())), None)

    def _scenes(self) -> list[TextSpan]:
        """Places in which the opening says that something is, those told most often first."""
        found = [
            (-len(actor.mentions), mention.span.start, mention.span)
            for actor in self._actors
            if actor.kind in _SITES
            for mention in actor.mentions
            if mention.kind == "name" and self._opens(mention.span) and self._is_scene(mention.span)
        ]
        near = self._begin + _NEAR
        ranked = sorted(found, key=lambda place: place[:2])
        return [span for count, start, span in ranked if count < -1 or start < near]

    def _is_scene(self, span: TextSpan) -> bool:
        """Whether something is said to be at a place: "in Leeds", "the Leeds bakery fire"."""
        before = self._article.text[max(span.start - _BEFORE, 0) : span.start].split()
        if any(word.lower() in _AT for word in before[-1:]):
            return True
        if country_code(span.text) is not None:  # An actor more often: "US sanctions"
            return False
        return any(
            mention.type.startswith(_SCENES) and self._bears_name(mention.trigger, span)
            for mention in self._mentions
        )

    def _bears_name(self, trigger: TextSpan, place: TextSpan) -> bool:
        between = self._article.text[place.end : max(trigger.start, place.end)]
        return 0 < len(between) <= _BETWEEN and between.replace(" ", "").isalpha()

    def _datelines(self) -> Iterator[TextSpan]:
        """The place that the article was sent from, where it names no other."""
        lines = [p.span for p in self._article.paragraphs if p.role == "dateline"]
        for actor in self._actors:
            yield from (
                m.span for m in actor.mentions if any(line.contains(m.span) for line in lines)
            )


def _places(told: Told, sites: AbstractSet[str]) -> Iterator[TextSpan]:
    """Named places of the event, as its clauses tell them."""
    for clause, event in told:
        if event is not None and event.place is not None and _is_named(event.place):
            yield event.place
        if event is not None and event.type == _VISIT:  # "Bell to visit Hanoi"
            visited = (part for part in event.participants if part.role == "patient")
            yield from (part.span for part in visited if part.actor_id in sites)
        if clause.place is not None:
            yield clause.place


def _is_named(span: TextSpan) -> bool:
    return any(word[0].isupper() for word in span.text.split())


def _is_weekday(time: TimeExpression) -> bool:
    days = time_rules().lexicon["weekday"]
    return any(word in days for word in time.span.text.lower().split())
