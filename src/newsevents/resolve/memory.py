"""What has been read so far of an article: who was spoken of, where, and who speaks."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import Final, NamedTuple

from newsevents.models.base import TextSpan
from newsevents.models.mentions import ActorMention, Mentions, QuoteMention, RoleMention
from newsevents.resolve.chains import Chain
from newsevents.resolve.forms import is_adjective
from newsevents.resolve.spans import SpanIndex
from newsevents.rules.nominals import speaks_for

#: How many mentions back an antecedent is looked for, and how many with the same noun.
_REACH: Final = 60
_SAME_NOUN: Final = 8
#: How many paragraphs after the headline name whom it speaks of.
_LEAD: Final = 3


class Seen(NamedTuple):
    """A mention where it was last in mind: where it stands, or where its quote ends."""

    mention: ActorMention
    place: int
    sentence: int
    paragraph: int


class Memory:
    """The mentions of one article, read in order, and the chains they are in so far."""

    def __init__(self, mentions: Mentions, chains: dict[int, Chain]) -> None:
        self.mentions = mentions.actors
        self.chains = dict(chains)
        self._index = SpanIndex(mentions.actors)
        self._quotes = {quote.id: quote for quote in mentions.quotes}
        #: What pronouns are said to be: "it is the biggest contract".
        self._said = {
            (mention.antecedent.start, mention.antecedent.end): mention
            for mention in mentions.actors
            if mention.antecedent is not None
        }
        self._unheard = deque(sorted(mentions.quotes, key=_told))
        self._named_in = _named_in_speech(mentions)
        self._tells = {
            (quote.speaker.start, quote.speaker.end): quote.id
            for quote in mentions.quotes
            if quote.speaker is not None and quote.kind == "direct"
        }
        self._named = sorted(chains.items())
        self._seen: list[Seen] = []
        self._by_head: dict[str, list[Seen]] = {}
        self._by_word: dict[str, Seen] = {}

    def put(self, index: int, chain: Chain | None) -> None:
        """Take a mention into a chain, or let it begin one."""
        chain = Chain() if chain is None else chain
        chain.add(index, self.mentions[index])
        self.chains[index] = chain

    def hear(self, mention: ActorMention) -> None:
        """Whoever spoke a quote is fresh in mind when it ends."""
        while self._unheard and _told(self._unheard[0]) <= mention.span.start:
            index = self._place_of(self._unheard.popleft().speaker)
            if index is not None and index in self.chains and self._seen:
                last = self._seen[-1]
                self._seen.append(last._replace(mention=self.mentions[index], place=index))

    def see(self, index: int) -> None:
        """Keep a mention in mind; "Russian" of "Russian troops" hardly is."""
        mention = self.mentions[index]
        if mention.kind == "name" and is_adjective(mention):
            return
        seen = Seen(self._in_full(mention), index, mention.sentence, mention.paragraph)
        self._seen.append(seen)
        if mention.kind == "nominal":
            self._by_head.setdefault(mention.head, []).append(seen)
        elif mention.kind == "name":
            titles = " ".join(role.title for role in mention.roles)
            for word in f"{mention.span.text} {titles}".casefold().split():
                self._by_word[word] = seen

    def before(self, mention: ActorMention, *, within: int) -> Iterator[Seen]:
        """Earlier mentions of the last sentences, the nearest first.

        A caption reads on from nothing, and nothing reads on from it.
        """
        for seen in self._seen[: -_REACH - 1 : -1]:
            if mention.sentence - seen.sentence > within:
                return
            inside = seen.paragraph == mention.paragraph
            if inside or not (seen.mention.aside or mention.aside):
                yield seen

    def said_to_be(self, mention: ActorMention) -> ActorMention | None:
        """The description that grammar equates with a mention further on."""
        return self._said.get((mention.span.start, mention.span.end))

    def _in_full(self, mention: ActorMention) -> ActorMention:
        """A mention with the place in grammar of what it equals: "her rival, Ada Bell,"."""
        beside = self.said_to_be(mention)
        if beside is None and (index := self._place_of(mention.antecedent)) is not None:
            beside = self.mentions[index]
        if beside is None or not beside.subject or mention.governor is not None:
            return mention
        return mention.model_copy(update={"subject": True, "governor": beside.governor})

    def named_by(self, mention: ActorMention) -> Iterator[Chain]:
        """Whom the speaker of a direct quote names or describes in it."""
        quote = self._tells.get((mention.span.start, mention.span.end))
        for index in self._named_in.get(quote, ()):
            if index in self.chains:
                yield self.chains[index]

    def introduced(self) -> list[Chain]:
        """Those that the headline or the first paragraphs name."""
        named = (chain for index, chain in self._named if self.mentions[index].paragraph <= _LEAD)
        return list(dict.fromkeys(named))

    def with_head(self, head: str) -> list[Seen]:
        """Earlier descriptions with a noun, the nearest first."""
        return self._by_head.get(head, [])[: -_SAME_NOUN - 1 : -1]

    def with_word(self, word: str) -> Iterator[Seen]:
        """The last name with a word in it or in the office beside it."""
        if word in self._by_word:
            yield self._by_word[word]

    def chain_at(self, span: TextSpan | None) -> Chain | None:
        """The chain of the mention that covers a span best."""
        index = self._place_of(span)
        return None if index is None else self.chains.get(index)

    def speaker(self, quote: str | None, *, direct: bool) -> Chain | None:
        """The chain of whoever speaks a quote."""
        known = None if quote is None else self._quotes.get(quote)
        if known is None or (direct and known.kind != "direct"):
            return None
        return self.chain_at(known.speaker)

    def employer(self, chain: Chain) -> Chain | None:
        """The organisation that somebody holds an office in and speaks for."""
        roles = [role for index in chain.members for role in self.mentions[index].roles]
        owners = [self.chain_at(_owner(role)) for role in roles if speaks_for(role.title)]
        firms = {id(one): one for one in owners if one is not None and one.label == "ORG"}
        return next(iter(firms.values())) if len(firms) == 1 else None

    def _place_of(self, span: TextSpan | None) -> int | None:
        return None if span is None else self._index.best(span)


def _named_in_speech(mentions: Mentions) -> dict[str | None, list[int]]:
    """The names and descriptions inside each quote."""
    found: dict[str | None, list[int]] = {}
    for index, mention in enumerate(mentions.actors):
        if mention.quote is not None and mention.kind != "pronoun":
            found.setdefault(mention.quote, []).append(index)
    return found


def _told(quote: QuoteMention) -> int:
    """Where a quote and the words that say who spoke it end."""
    return max(
        [piece.end for piece in quote.content] + ([quote.speaker.end] if quote.speaker else [])
    )


def _owner(role: RoleMention) -> TextSpan | None:
    """Where the owner of an office stands."""
    if role.organization is None:
        return None
    name = role.organization
    start = role.span.start + max(role.span.text.find(name), 0)
    return TextSpan.model_construct(start=start, end=start + len(name), text=name)
