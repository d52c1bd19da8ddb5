"""What an article is about: its main event as answers to who, what, when, where, why, how."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsevents.models.actors import Actor
from newsevents.models.article import Article
from newsevents.models.base import TextSpan
from newsevents.models.events import Event, MainEvent
from newsevents.models.mentions import ClauseMention, EventMention
from newsevents.models.quotes import Quote
from newsevents.models.times import TimeExpression
from newsevents.resolve.main_clause import MainClause, choose_clause
from newsevents.resolve.main_setting import Setting

_PRONOUNS: Final = frozenset(
    {"he", "she", "it", "they", "we", "i", "you", "this", "that", "these", "those", "who", "which"}
)
#: Words of a surname with a title: "Mrs Bell".
_SURNAME: Final = 2


def find_main_event(
    article: Article,
    clauses: Sequence[ClauseMention],
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
        clauses: The clauses of headline and lead in text order.
        mentions: Event mentions in text order.
        events: The events that they were joined into.
        times: The article's time expressions.
        actors: The article's actors.
        quotes: The article's quotes.
    """
    told = _Told(mentions, events, actors)
    main = choose_clause(article, clauses, told.event)
    if main is None:
        return None
    setting = Setting(article, mentions, times, actors, quotes)
    event = told.event(main.clause)
    own = [(clause, told.event(clause)) for clause in main.same]
    return MainEvent(
        who=told.who(main),
        what=main.clause.predicate,
        when=setting.when(own),
        where=setting.where(own),
        why=next((clause.cause for clause in main.same if clause.cause), None),
        how=next((clause.manner for clause in main.same if clause.manner), None),
        event_id=None if event is None else event.id,
    )


class _Told:
    """What clauses tell of events and actors."""

    def __init__(
        self,
        mentions: Sequence[EventMention],
        events: Sequence[Event],
        actors: Sequence[Actor],
    ) -> None:
        self._mentions = {_key(mention.trigger): mention for mention in mentions}
        self._events = {_key(span): event for event in events for span in event.mentions}
        self._meant = {_key(m.span): actor for actor in actors for m in actor.mentions}
        self._persons = {
            mention.span.end: actor
            for actor in actors
            if actor.kind == "person"
            for mention in actor.mentions
        }

    def event(self, clause: ClauseMention) -> Event | None:
        """The event of a clause: that of its verb, else the first in what is said."""
        own = self._events.get(_key(clause.verb))
        if own is not None:
            return own
        said = clause.predicate
        inside = (key for key, m in self._mentions.items() if said.contains(m.trigger))
        return next((self._events.get(key) for key in inside), None)

    def who(self, main: MainClause) -> TextSpan | None:
        """Who acts; in a passive without an agent, who it is done to.

        A bare number ("Seven killed") is told in full by the lead, if at all.
        """
        for clause in main.same:
            span = self._actor(clause)
            named = None if span is None else self._named(span)
            if named is not None:
                return named
        return main.clause.count

    def _actor(self, clause: ClauseMention) -> TextSpan | None:
        """The subject, or in a passive clause who does it: "named by police"."""
        mention = self._mentions.get(_key(clause.verb))
        parts = () if mention is None else mention.participants
        agent = next((part.span for part in parts if part.role == "agent"), None)
        if agent is None or (clause.subject is not None and clause.subject.contains(agent)):
            return clause.subject
        return agent

    def _named(self, span: TextSpan) -> TextSpan | None:
        """A phrase, or the full name of a person where it is a surname.

        A pronoun is answered with what it stands for, if anybody knows.
        """
        pronoun = span.text.lower() in _PRONOUNS
        actor = self._meant.get(_key(span)) if pronoun else self._persons.get(span.end)
        if actor is None or len(span.text.split()) > _SURNAME:
            return None if pronoun else span
        names = [m.span for m in actor.mentions if m.kind == "name"]
        full = next((name for name in names if name.text == actor.name), None)
        others = (m.span for m in actor.mentions if pronoun and m.kind == "nominal")
        return full or next(iter((*names, *others)), None if pronoun else span)


def _key(span: TextSpan) -> tuple[int, int]:
    return span.start, span.end
