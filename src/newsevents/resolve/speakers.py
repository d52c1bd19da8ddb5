"""Who is behind "he", "the minister" and "Smith" of a quote.

A speaker is the actor that the printed mention refers to. A singular pronoun
first goes on with whoever spoke last, as news does ("..., Smith said. He added
that ..."), as long as no other person has become the subject in between. Where
that does not settle it, and the mention refers to nobody known, nobody is named.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final, Protocol

from newsevents.models.actors import Actor, ActorKind
from newsevents.models.base import TextSpan
from newsevents.models.mentions import ActorMention, Gender, QuoteMention
from newsevents.models.quotes import Quote

_GENDERS: Final[dict[str, Gender]] = {"he": "masc", "she": "fem"}
#: Kinds of actors that go on speaking as a pronoun.
_KINDS: Final[dict[str, frozenset[ActorKind]]] = {
    "he": frozenset({"person"}),
    "she": frozenset({"person"}),
    "they": frozenset({"group", "organization"}),
    "it": frozenset({"organization", "country"}),
}
#: How sure a quote is by its kind, and less where no cue reports it.
_CONFIDENCE: Final = {"direct": 0.95, "mixed": 0.9, "indirect": 0.8}
_WITHOUT_CUE: Final = 0.75


class Links(Protocol):
    """What speakers need of the resolved actors."""

    @property
    def actors(self) -> tuple[Actor, ...]:
        """All actors of the article."""

    def actor_at(self, span: TextSpan) -> str | None:
        """The id of the actor that a stretch of text refers to."""


def resolve_quotes(
    quotes: Sequence[QuoteMention], actors: Sequence[ActorMention], links: Links
) -> tuple[Quote, ...]:
    """The quotes of an article, each with the actor who spoke where that is known.

    Args:
        quotes: Quotes as printed, in text order.
        actors: Actor mentions in text order.
        links: Which actor each mention refers to.
    """
    resolver = _SpeakerResolver(actors, links)
    return tuple(_quote(mention, resolver.actor_of(mention)) for mention in quotes)


def _quote(mention: QuoteMention, speaker_id: str | None) -> Quote:
    return Quote(
        id=mention.id,
        kind=mention.kind,
        content=mention.content,
        cue=mention.cue,
        speaker=mention.speaker,
        speaker_id=speaker_id,
        text=" ".join(span.text for span in mention.content),
        confidence=_CONFIDENCE[mention.kind] if mention.cue else _WITHOUT_CUE,
    )


def _stands_for_a_rival(mention: ActorMention, gender: Gender | None) -> bool:
    """Whether a description may end a turn: of a person only one with the name beside it."""
    return mention.kind == "nominal" and (gender is None or mention.antecedent is not None)


class _SpeakerResolver:
    """Resolves the speakers of one article, quote after quote."""

    def __init__(self, actors: Sequence[ActorMention], links: Links) -> None:
        self._links = links
        self._mentions = sorted(actors, key=lambda mention: mention.span.start)
        self._starts = [mention.span.start for mention in self._mentions]
        self._kinds: dict[str | None, ActorKind] = {a.id: a.kind for a in links.actors}
        self._genders = self._known_genders()
        self._last: str | None = None
        self._last_end = 0
        self._last_paragraph = 0

    def _known_genders(self) -> dict[str, set[Gender]]:
        known: dict[str, set[Gender]] = {}
        for mention in self._mentions:
            if mention.gender is not None:
                actor = self._links.actor_at(mention.span)
                if actor is not None:
                    known.setdefault(actor, set()).add(mention.gender)
        return known

    def actor_of(self, quote: QuoteMention) -> str | None:
        """The actor who spoke, or nothing where the text leaves it open."""
        if quote.speaker is None:
            return None
        speaker = quote.antecedent or quote.speaker
        actor = self._resolve(quote, speaker)
        # After somebody unknown has spoken, "he" need not be whoever spoke before.
        self._last = None if self._is_quoted_by_another(speaker, actor) else actor
        self._last_end = max(quote.content[-1].end, quote.speaker.end)
        self._last_paragraph = quote.paragraph
        return actor

    def _resolve(self, quote: QuoteMention, speaker: TextSpan) -> str | None:
        if self._goes_on(speaker) and not self._names_last(quote):
            return self._last
        return self._links.actor_at(speaker)

    def _names_last(self, quote: QuoteMention) -> bool:
        """Whether the last speaker is named in what is now said: "“Bell is a liar,” he said"."""
        return quote.kind == "direct" and any(
            mention.quote == quote.id
            and mention.kind != "pronoun"
            and self._links.actor_at(mention.span) == self._last
            for mention in self._between(quote.content[0].start, quote.content[-1].end)
        )

    def _is_quoted_by_another(self, speaker: TextSpan, actor: str | None) -> bool:
        """Whether somebody else tells what was said: "Bell said Smith had written that"."""
        place = bisect_left(self._starts, speaker.start)
        for mention in reversed(self._mentions[:place]):
            if mention.span.end > speaker.start:
                continue
            if mention.sentence != self._sentence_at(speaker):
                return False
            other = self._links.actor_at(mention.span) if mention.subject else None
            if self._kinds.get(other) == "person" and other != actor and mention.kind == "name":
                return True
        return False

    def _goes_on(self, pronoun: TextSpan) -> bool:
        """Whether a pronoun is whoever spoke last: "He added", "They said"."""
        kinds = _KINDS.get(pronoun.text.lower(), frozenset())
        if self._last is None or self._kinds[self._last] not in kinds:
            return False
        gender = _GENDERS.get(pronoun.text.lower())
        if gender is not None and gender not in self._genders.get(self._last, {gender}):
            return False
        since = [
            (mention, actor)
            for mention in self._between(self._last_end, pronoun.start)
            if (mention.kind == "name" or _stands_for_a_rival(mention, gender))
            and mention.quote is None
            and self._kinds.get(actor := self._links.actor_at(mention.span)) in kinds
        ]
        if any(mention.subject and actor != self._last for mention, actor in since):
            return False
        return not self._turned_to_another(since, pronoun)

    def _turned_to_another(
        self, since: Sequence[tuple[ActorMention, str | None]], pronoun: TextSpan
    ) -> bool:
        """Whether a paragraph since then is about others: "For Bell, the visit matters."."""
        here = self._paragraph_at(pronoun)
        new = [(m, actor) for m, actor in since if self._last_paragraph < m.paragraph <= here]
        if not new:
            return False
        latest = max(mention.paragraph for mention, _ in new)
        return all(actor != self._last for m, actor in new if m.paragraph == latest)

    def _sentence_at(self, span: TextSpan) -> int:
        """The sentence of the last mention that begins before the end of a span."""
        place = bisect_left(self._starts, span.end) - 1
        return self._mentions[place].sentence if place >= 0 else 0

    def _paragraph_at(self, span: TextSpan) -> int:
        """The paragraph of the mention that begins here, else of the last one before."""
        place = bisect_right(self._starts, span.start) - 1
        return self._mentions[place].paragraph if place >= 0 else 0

    def _between(self, start: int, end: int) -> Sequence[ActorMention]:
        return self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
