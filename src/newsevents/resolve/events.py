"""Event mentions → events: participants become actors, mentions of one event are joined."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from typing import Final, Protocol

from newsevents.models.base import TextSpan
from newsevents.models.events import Amount, Event, Participant
from newsevents.models.mentions import EventMention
from newsevents.models.quotes import Quote
from newsevents.models.times import TimeExpression
from newsevents.rules.events import codes

#: Letters that a verb and its noun share at least: "invade" and "invasion".
_STEM: Final = 4
#: How many events of one stem a later mention may reach back to.
_REACH: Final = 20


class Links(Protocol):
    """What events need of the resolved actors."""

    def actor_at(self, span: TextSpan) -> str | None:
        """The id of the actor that a stretch of text refers to."""


def resolve_events(
    mentions: Sequence[EventMention],
    links: Links,
    times: Sequence[TimeExpression],
    quotes: Sequence[Quote],
) -> tuple[Event, ...]:
    """The events of an article, mentions of the same one joined where the text is clear.

    A later mention joins an earlier event of the same word when it points back
    ("the invasion") or names the same actors, and nothing that both say differs.
    In doubt there are two events.

    Args:
        mentions: Event mentions in text order.
        links: Which actor each participant refers to.
        times: The article's time expressions.
        quotes: The article's quotes.
    """
    drafts: list[_Draft] = []
    by_span = {(time.span.start, time.span.end): time for time in times}
    by_stem: dict[str, deque[_Draft]] = defaultdict(lambda: deque(maxlen=_REACH))
    for mention in mentions:
        draft = _Draft(mention, links, by_span)
        akin = by_stem[mention.lemma[:_STEM]]
        known = next((earlier for earlier in reversed(akin) if earlier.is_same(draft)), None)
        if known is None:
            drafts.append(draft)
            akin.append(draft)
        else:
            known.absorb(draft)
    spoken = {quote.id for quote in quotes}
    return tuple(draft.event(f"e{number}", spoken) for number, draft in enumerate(drafts, 1))


class _Draft:
    """An event while its mentions are being gathered."""

    def __init__(
        self,
        mention: EventMention,
        links: Links,
        times: dict[tuple[int, int], TimeExpression],
    ) -> None:
        self.first = mention
        self.mentions = [mention]
        self.participants = [
            Participant(
                role=part.role,
                span=part.span,
                actor_id=links.actor_at(part.head) or links.actor_at(part.span),
            )
            for part in mention.participants
        ]
        span = mention.time
        self.time = None if span is None else times.get((span.start, span.end))
        self.place = mention.place
        self.amounts: list[Amount] = list(mention.amounts)

    # --- identity -----------------------------------------------------------------------

    def is_same(self, other: _Draft) -> bool:
        """Whether a later mention speaks of this event."""
        new, old = other.first, self.mentions[-1]
        if new.sentence == old.sentence or not _same_word(self.first, new):
            return False
        if self._contradicts(other):
            return False
        if new.nominal and new.definite:
            return True
        return not new.nominal and new.factuality == self.first.factuality and self._is_told(other)

    def _is_told(self, other: _Draft) -> bool:
        """Whether a later verb says nothing but what is known: same people, nothing more.

        "She also gave $5m in Chad" is a second gift of the same giver.
        """
        mine, theirs = self._patients(), other._patients()
        if mine and theirs:
            return bool(mine & theirs)
        added = (other.time and not self.time) or (other.place and not self.place)
        return not added and bool(self._actors("agent") & other._actors("agent"))

    def _patients(self) -> set[str]:
        return {
            part.actor_id or part.span.text.casefold()
            for part in self.participants
            if part.role == "patient"
        }

    def _contradicts(self, other: _Draft) -> bool:
        for role in ("agent", "patient"):
            mine, theirs = self._actors(role), other._actors(role)
            if mine and theirs and not {x for _, x in mine} & {x for _, x in theirs}:
                return True
        values = {draft.time.value for draft in (self, other) if draft.time is not None}
        if len(values) > 1 or (self.amounts and other.amounts and self.amounts != other.amounts):
            return True
        if self.place is None or other.place is None:
            return False
        mine_at, theirs_at = self.place.text.lower(), other.place.text.lower()
        return mine_at not in theirs_at and theirs_at not in mine_at

    def _actors(self, *roles: str) -> set[tuple[str, str]]:
        return {
            (part.role, part.actor_id)
            for part in self.participants
            if part.role in roles and part.actor_id is not None
        }

    # --- joining ------------------------------------------------------------------------

    def absorb(self, other: _Draft) -> None:
        """Take over what a later mention of the same event adds."""
        self.mentions += other.mentions
        known = {(part.role, part.actor_id) for part in self.participants if part.actor_id}
        self.participants += [
            part
            for part in other.participants
            if part.actor_id and (part.role, part.actor_id) not in known
        ]
        self.time = self.time or other.time
        self.place = self.place or other.place
        self.amounts = self.amounts or other.amounts

    def event(self, event_id: str, quotes: set[str]) -> Event:
        """The finished event."""
        first = self.first
        spans = {
            (span.start, span.end): span
            for mention in self.mentions
            for span in (mention.trigger, *mention.support)
        }
        return Event(
            id=event_id,
            type=first.type,
            trigger=first.trigger,
            mentions=tuple(spans[key] for key in sorted(spans)),
            participants=tuple(self.participants),
            time_id=None if self.time is None else self.time.id,
            place=self.place,
            factuality=first.factuality,
            amounts=tuple(self.amounts),
            reported_in=_claimed_in(self.mentions, quotes),
            codes=codes(first.type, first.factuality),
            confidence=max(mention.confidence for mention in self.mentions),
        )


def _same_word(one: EventMention, other: EventMention) -> bool:
    """Whether two triggers of one stem are one word, or a verb and its noun."""
    if one.lemma == other.lemma:
        return not (one.nominal and other.nominal) or _is_plural(one) == _is_plural(other)
    return one.nominal != other.nominal and one.type == other.type


def _is_plural(mention: EventMention) -> bool:
    return mention.trigger.text.lower() != mention.lemma


def _claimed_in(mentions: Iterable[EventMention], quotes: set[str]) -> str | None:
    """The quote of an event of which the article itself never speaks."""
    claimed = [mention.quote for mention in mentions]
    if any(quote not in quotes for quote in claimed):
        return None
    return claimed[0]
