"""Everything found in one article."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal, Self

from pydantic import Field, JsonValue, model_validator

from newsevents.models.actors import Actor, Mention
from newsevents.models.article import Article
from newsevents.models.base import ResultModel, TextSpan
from newsevents.models.events import Event, MainEvent
from newsevents.models.quotes import Quote
from newsevents.models.times import TimeExpression

SCHEMA_VERSION: Final = "1.0"


class Provenance(ResultModel):
    """What made a result: enough to make it again."""

    library: str = Field(description="Version of newsevents.")
    model: str = Field(description="Name and version of the model.")
    model_digest: str = Field(description="SHA-256 of the model file, or of nothing.")
    rules_digest: str = Field(description="SHA-256 over all rule files.")
    config: dict[str, JsonValue] = Field(description="Options that differ from the defaults.")


class ExtractionResult(ResultModel):
    """The typed result for one article; plain data, safe to pickle and to store.

    Every span is one of ``article.text``, and every id used anywhere is that of
    an item in this result; both are checked when a result is made.
    """

    schema_version: Literal["1.0"] = Field(default=SCHEMA_VERSION, description="Of this format.")
    article: Article = Field(description="The article as it was read.")
    actors: tuple[Actor, ...] = Field(default=(), description="In order of first mention.")
    quotes: tuple[Quote, ...] = Field(default=(), description="In order of appearance.")
    events: tuple[Event, ...] = Field(default=(), description="In order of first mention.")
    times: tuple[TimeExpression, ...] = Field(default=(), description="In order of appearance.")
    main_event: MainEvent | None = Field(default=None, description="What the article is about.")
    provenance: Provenance = Field(description="What made this result.")

    def actor(self, actor_id: str | None) -> Actor | None:
        """The actor with this id, or nothing where there is none."""
        return next((actor for actor in self.actors if actor.id == actor_id), None)

    def quote(self, quote_id: str | None) -> Quote | None:
        """The quote with this id, or nothing where there is none."""
        return next((quote for quote in self.quotes if quote.id == quote_id), None)

    def event(self, event_id: str | None) -> Event | None:
        """The event with this id, or nothing where there is none."""
        return next((event for event in self.events if event.id == event_id), None)

    def time(self, time_id: str | None) -> TimeExpression | None:
        """The time expression with this id, or nothing where there is none."""
        return next((time for time in self.times if time.id == time_id), None)

    def speaker(self, quote: Quote) -> Actor | None:
        """Who spoke, where the speaker resolves to an actor of this article."""
        return self.actor(quote.speaker_id)

    def mentions_of(self, actor: Actor) -> tuple[Mention, ...]:
        """Every mention of the actor, in order."""
        return actor.mentions

    @model_validator(mode="after")
    def _check_references(self) -> Self:
        for span in self._spans():
            if self.article.text[span.start : span.end] != span.text:
                raise ValueError(f"{span!r} is not what the article has there")
        known = {None, *self._ids()}
        for used in self._references():
            if used not in known:
                raise ValueError(f"the id {used!r} is used, but nothing in the result has it")
        return self

    def _spans(self) -> Iterable[TextSpan]:
        for actor in self.actors:
            yield from (mention.span for mention in actor.mentions)
            yield from (role.span for role in actor.roles)
        for quote in self.quotes:
            yield from quote.content
            yield from filter(None, (quote.cue, quote.speaker))
        for event in self.events:
            yield from (event.trigger, *event.mentions)
            yield from (part.span for part in event.participants)
            yield from (amount.span for amount in event.amounts)
            yield from filter(None, (event.place,))
        yield from (time.span for time in self.times)
        if self.main_event:
            main = self.main_event
            answers = (main.who, main.what, main.when, main.where, main.why, main.how)
            yield from filter(None, answers)

    def _ids(self) -> Iterable[str]:
        yield from (actor.id for actor in self.actors)
        yield from (quote.id for quote in self.quotes)
        yield from (event.id for event in self.events)
        yield from (time.id for time in self.times)

    def _references(self) -> Iterable[str | None]:
        yield from (quote.speaker_id for quote in self.quotes)
        for event in self.events:
            yield from (event.time_id, event.reported_in)
            yield from (part.actor_id for part in event.participants)
        if self.main_event:
            yield self.main_event.event_id


class ExtractionFailure(ResultModel):
    """Stands in the place of a result where one article could not be extracted."""

    article_id: str = Field(description="Id of the article that failed.")
    stage: str = Field(description="What was being done: `parse`, `annotate`, `resolve`.")
    error: str = Field(description="The error's kind and message.")
