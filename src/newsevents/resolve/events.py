"""Event mentions → events: participants become actors, mentions of one event are joined."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple, Protocol

from newsevents.models.base import TextSpan
from newsevents.models.events import Amount, Event, Participant, ParticipantRole
from newsevents.models.mentions import EventMention, ParticipantMention
from newsevents.models.quotes import Quote
from newsevents.models.times import TimeExpression
from newsevents.rules.events import OTHER, codes

#: Letters that a verb and its noun share at least: "invade" and "invasion".
_STEM: Final = 4
#: How many events of one stem, or of one type, a later mention may reach back to.
_REACH: Final = 20
#: Participants that tell two events of one kind apart.
_TELLING: Final = ("agent", "patient", "recipient")
_WORD: Final = re.compile(r"\w{3,}")
#: Words of three letters and more that name nobody, without an "s" at their end.
_EMPTY: Final = frozenset(
    "the thi that these those hi her it their our your him them she they who which".split()
)
_OTHERS: Final = frozenset({"another", "other", "others", "further", "more", "second"})
_DEFINITE: Final = frozenset("the this that these those his her its their our my your".split())
#: Types too wide for two of their words to mean the same event.
_WIDE: Final = (
    "change.", "movement.", "sport.", "society.", "science.", "business.operate", OTHER
)  # fmt: skip


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

    A later mention joins an earlier event of the same word or type when nothing that both
    say differs and something ties them: the same participants, a headline that announces
    what the text tells, or a noun that points back ("the invasion"). In doubt there are two
    events.

    Args:
        mentions: Event mentions in text order.
        links: Which actor each participant refers to.
        times: The article's time expressions.
        quotes: The article's quotes.
    """
    drafts: list[_Draft] = []
    by_span = {(time.span.start, time.span.end): time for time in times}
    akin: dict[str, deque[_Draft]] = defaultdict(lambda: deque(maxlen=_REACH))
    for mention in mentions:
        draft = _Draft(mention, links, by_span)
        names = _names(mention)
        earlier = (known for name in names for known in reversed(akin[name]))
        same = next((known for known in earlier if known.is_same(draft)), None)
        if same is None:
            drafts.append(draft)
        else:
            same.absorb(draft)
        for name in names:
            if same is None or same not in akin[name]:
                akin[name].append(same or draft)
    spoken = {quote.id for quote in quotes}
    return tuple(draft.event(f"e{number}", spoken) for number, draft in enumerate(drafts, 1))


def _names(mention: EventMention) -> tuple[str, ...]:
    """Under what an event is looked up: its stem, and its type unless that is wide."""
    stem = mention.lemma[:_STEM]
    return (stem,) if mention.type.startswith(_WIDE) else (stem, mention.type)


class _Who(NamedTuple):
    """Who takes part, as far as it tells two events apart.

    A name is all its words ("the Dow", "the Dow Jones average"), a description its head.
    """

    role: ParticipantRole
    keys: frozenset[str]
    named: bool
    definite: bool

    @classmethod
    def read(cls, part: ParticipantMention, actor: str | None) -> _Who:
        """What a participant says of who it is."""
        words = part.span.text.split()
        named = part.head.text[0].isupper()
        text = part.span.text if named else part.head.text
        keys = {word.casefold().rstrip("s") for word in _WORD.findall(text)} - _EMPTY
        definite = named or words[0].casefold() in _DEFINITE
        return cls(part.role, frozenset(keys | {actor} if actor else keys), named, definite)


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
        self.who = [
            _Who.read(part, known.actor_id)
            for part, known in zip(mention.participants, self.participants, strict=True)
        ]
        span = mention.time
        self.time = None if span is None else times.get((span.start, span.end))
        self.place = mention.place
        self.amounts: list[Amount] = list(mention.amounts)

    # --- identity -----------------------------------------------------------------------

    def is_same(self, other: _Draft) -> bool:
        """Whether a later mention speaks of this event.

        One word for both is enough after a headline, for a noun that points back, and
        for what does not happen again and again; another word of the same type only for
        a noun that points back and says nothing of its own.
        """
        new = other.first
        word = any(_is_word(known, new) for known in self.mentions)
        if (not word and new.type != self.first.type) or self._differs(other):
            return False
        if not word:
            # "Rebels bombed the port. The attack ..."; "Army retakes town", then "recaptured"
            points = new.nominal and new.definite and not other.participants
            verbs = not (new.nominal or self.first.nominal)
            announced = verbs and self.first.sentence == 0 and self._shares(other)
            return (points or announced) and not self._is_figure()
        if new.definite if new.nominal else self.first.sentence == 0:
            return True
        # Many things go, come, rise and fall in one article, and there may be many raids.
        wide = new.nominal or self._is_figure() or self.first.type.startswith(_WIDE)
        return self._shares(other) if wide else not other.is_another

    def _is_figure(self) -> bool:
        """Rises and falls: many of them in one article, of many figures."""
        return self.first.type.startswith("economy.")

    def _differs(self, other: _Draft) -> bool:
        """Whether something that both say is not the same."""
        one, two = self.first, other.first
        # "They may meet." and "They met." are two, but "the meeting" is either.
        points = two.nominal and two.definite
        if one.factuality != two.factuality and one.sentence and not points:
            return True
        if (one.factuality == "negated") != (two.factuality == "negated"):
            return True
        if any(self._is_apart(other, role) for role in _TELLING):
            return True
        return (
            not _is_one_time(self.time, other.time)
            or bool(self.amounts and other.amounts and not _is_one_sum(self, other))
            or not _is_one_place(self.place, other.place)
        )

    @property
    def is_another(self) -> bool:
        """Whether somebody else takes part by name: "another climber died"."""
        words = {part.span.text.split()[0].casefold() for part in self.participants}
        return not words.isdisjoint(_OTHERS)

    def _is_apart(self, other: _Draft, role: str) -> bool:
        """Whether two others have a role: other names, or other things.

        "A worker resigned" and "Ada Bell resigned" may be one event.
        """
        mine, theirs = self._in_role(role), other._in_role(role)
        if not mine or not theirs or self._names(role) & other._names(role):
            return False
        if any(who.named for who in mine) and any(who.named for who in theirs):
            return True
        # "released a phone", and then "released the device": it may be the phone
        return not any(who.named for who in mine) and not any(who.definite for who in theirs)

    def _in_role(self, role: str) -> list[_Who]:
        return [who for who in self.who if who.role == role and who.keys]

    def _shares(self, other: _Draft) -> bool:
        return any(self._names(role) & other._names(role) for role in _TELLING)

    def _names(self, role: str) -> set[str]:
        return {key for who in self._in_role(role) for key in who.keys}

    # --- joining ------------------------------------------------------------------------

    def absorb(self, other: _Draft) -> None:
        """Take over what a later mention of the same event adds."""
        self.mentions += other.mentions
        self.who += other.who
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


def _is_word(one: EventMention, other: EventMention) -> bool:
    """Whether two triggers are one word, or a verb and its noun."""
    if one.lemma == other.lemma:
        return not (one.nominal and other.nominal) or _is_plural(one) == _is_plural(other)
    return one.lemma[:_STEM] == other.lemma[:_STEM] and one.type == other.type


def _is_plural(mention: EventMention) -> bool:
    return mention.trigger.text.lower() != mention.lemma


def _is_one_time(one: TimeExpression | None, other: TimeExpression | None) -> bool:
    if one is None or other is None or one.value == other.value:
        return True
    # "The attack lasted an hour" does not say when.
    return "duration" in (one.kind, other.kind)


def _is_one_sum(one: _Draft, other: _Draft) -> bool:
    return bool({a.value for a in one.amounts} & {a.value for a in other.amounts})


def _is_one_place(one: TextSpan | None, other: TextSpan | None) -> bool:
    if one is None or other is None:
        return True
    first, second = one.text.lower(), other.text.lower()
    return first in second or second in first


def _claimed_in(mentions: Iterable[EventMention], quotes: set[str]) -> str | None:
    """The quote of an event of which the article itself never speaks."""
    claimed = [mention.quote for mention in mentions]
    if any(quote not in quotes for quote in claimed):
        return None
    return claimed[0]
