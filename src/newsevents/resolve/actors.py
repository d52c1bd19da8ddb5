"""Mentions → actors: one for each real person, organisation, country, place or group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from newsevents.models.actors import Actor, ActorKind, Mention, Role
from newsevents.models.base import TextSpan
from newsevents.models.mentions import ActorMention, EntityLabel, Mentions, RoleMention
from newsevents.resolve.chains import Chain
from newsevents.resolve.forms import is_adjective, words_of
from newsevents.resolve.names import chain_names
from newsevents.resolve.reference import order_of, resolve_references
from newsevents.resolve.spans import SpanIndex
from newsevents.rules.countries import country_code, geography, home_of, usual_name

_KINDS: Final[dict[EntityLabel, ActorKind]] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "NORP": "group",
    "GROUP": "group",
}
#: A description that begins so speaks of nobody in particular.
_GENERIC: Final = ("any ", "no ", "every ", "each ", "such ", "what ", "which ", "whatever ")
#: Bodies of a state; whoever speaks for a "French Oil" may be of any nation.
_STATE: Final = frozenset(
    {"ministry", "government", "parliament", "army", "navy", "military", "embassy", "senate"}
    | {"congress", "police", "court", "department", "cabinet", "bank", "commission"}
)
_CONFIDENCE: Final = {"name": 0.9, "nominal": 0.6}


@dataclass(frozen=True, slots=True)
class ActorLinks:
    """The actors of an article, and which of them a stretch of its text means."""

    actors: tuple[Actor, ...]
    _index: SpanIndex
    _ids: tuple[str | None, ...]

    def actor_at(self, span: TextSpan) -> str | None:
        """The id of the actor whose mention covers the span, or the most of it."""
        index = self._index.best(span)
        return None if index is None else self._ids[index]


def resolve_actors(mentions: Mentions) -> ActorLinks:
    """Who is who: names first, then descriptions and pronouns in text order."""
    ordered = order_of(link(mentions), mentions.actors)
    builder = _Builder(mentions, ordered)
    return ActorLinks(
        actors=builder.actors,
        _index=builder.index,
        _ids=tuple(builder.ids.get(i) for i in range(len(mentions.actors))),
    )


def link(mentions: Mentions) -> dict[int, Chain]:
    """The chain of every mention, by the mention's index; not every chain is an actor."""
    return resolve_references(mentions, chain_names(mentions.actors))


class _Builder:
    """Makes actors of the chains that are some."""

    def __init__(self, mentions: Mentions, chains: Iterable[Chain]) -> None:
        self._mentions = mentions.actors
        self.index = SpanIndex(mentions.actors)
        self._speaking = {
            index
            for quote in mentions.quotes
            if quote.told_by is not None and (index := self.index.best(quote.told_by)) is not None
        }
        kept = [(chain, kind) for chain in chains if (kind := self._kind(chain)) is not None]
        self._names = {id(chain): self._name(chain) for chain, _ in kept}
        self._chain_of = {index: chain for chain, _ in kept for index in chain.members}
        self._countries = {
            chain.country: self._names[id(chain)]
            for chain, kind in reversed(kept)
            if kind == "country"
        }
        self.ids: dict[int, str] = {}
        actors = []
        for number, (chain, kind) in enumerate(kept, start=1):
            self.ids.update(dict.fromkeys(chain.members, f"a{number}"))
            actors.append(self._actor(f"a{number}", chain, kind))
        self.actors = tuple(actors)

    def _of(self, chain: Chain) -> Sequence[ActorMention]:
        return [self._mentions[index] for index in chain.members]

    def _nouns(self, chain: Chain) -> list[ActorMention]:
        """Its names without adjectives: "Russian" is no name to call Russia by."""
        return [m for m in self._of(chain) if m.kind == "name" and not is_adjective(m)]

    # Which chains are actors

    def _kind(self, chain: Chain) -> ActorKind | None:
        label = chain.label
        if label is None or label in {"EVENT", "MISC"}:
            return None
        if not chain.named:
            acts = label in {"PERSON", "GROUP", "ORG"} and self._acts(chain)
            if acts and label == "ORG" and chain.number == "plur":
                return "group"
            return _KINDS[label] if acts else None
        if chain.unclear or not self._nouns(chain):
            return None
        return "country" if label in {"GPE", "LOC"} and chain.country else _KINDS[label]

    def _acts(self, chain: Chain) -> bool:
        """Whether unnamed ones do something in this article that is told of them alone."""
        described = [
            (i, self._mentions[i]) for i in chain.members if self._mentions[i].kind == "nominal"
        ]
        if any(i in self._speaking for i, _ in described):
            return True
        specific = [m for _, m in described if not m.span.text.casefold().startswith(_GENERIC)]
        if len(specific) < len(described):
            return False
        if chain.label == "GROUP" and any(
            m.definite and m.of and self._is_name(m.of) for m in specific
        ):
            return True
        if not any(m.governor is not None for m in specific):
            return False
        if len(chain.members) > 1:
            return any(m.definite or m.subject for m in specific)
        return any(m.subject and (m.definite or m.country or m.modifiers) for m in specific)

    def _is_name(self, span: TextSpan) -> bool:
        index = self.index.best(span)
        return index is not None and self._mentions[index].kind == "name"

    # What they are called

    def _name(self, chain: Chain) -> str:
        names = self._nouns(chain)
        if not names:
            described = [m for m in self._of(chain) if m.kind == "nominal"]
            return described[0].span.text
        proper = [m for m in names if not _is_metonym(m)] or names
        counts = Counter(_clean(m.span.text) for m in proper)
        label = chain.label
        return max(counts, key=lambda name: _fullness(name, label, counts))

    def _actor(self, actor_id: str, chain: Chain, kind: ActorKind) -> Actor:
        name = self._names[id(chain)]
        forms = dict.fromkeys(_clean(m.span.text) for m in self._nouns(chain))
        roles = self._roles(chain)
        return Actor(
            id=actor_id,
            name=name,
            kind=kind,
            aliases=tuple(form for form in forms if form != name),
            roles=roles,
            country=self._country(chain, kind, roles),
            mentions=tuple(Mention(span=m.span, kind=m.kind) for m in self._of(chain)),
            confidence=_CONFIDENCE["name" if chain.named else "nominal"],
        )

    # What they are

    def _roles(self, chain: Chain) -> tuple[Role, ...]:
        roles: dict[tuple[str, str | None], Role] = {}
        for mention in self._of(chain):
            for role in mention.roles:
                organization = self._organization(role)
                key = (role.title.casefold(), organization)
                roles.setdefault(
                    key,
                    Role(
                        title=role.title,
                        organization=organization,
                        status=role.status,
                        span=role.span,
                    ),
                )
        return tuple(roles.values())

    def _organization(self, role: RoleMention) -> str | None:
        """Whose office, by a name: "the alliance" is Nato, "British" is Britain."""
        if role.organization is None:
            return None
        start = role.span.start + max(role.span.text.find(role.organization), 0)
        end = start + len(role.organization)
        index = self.index.best(TextSpan(start=start, end=end, text=role.organization))
        chain = self._chain_of.get(index) if index is not None else None
        if index is not None and chain is not None and chain.named:
            mention = self._mentions[index]
            # "the alliance" says less than its name, "the presidential office" says more.
            telling = mention.kind == "nominal" and len(mention.span.text.split()) > 2
            printed = telling or (mention.kind == "name" and not is_adjective(mention))
            return role.organization if printed else self._names[id(chain)]
        place = geography(role.organization)
        if place is not None and place.relation == "demonym":
            return self._countries.get(place.code) or usual_name(place.code)
        return role.organization

    def _country(self, chain: Chain, kind: ActorKind, roles: Sequence[Role]) -> str | None:
        if chain.country is not None:
            return chain.country
        if kind == "organization":
            return home_of(self._names[id(chain)])
        codes = {code for role in roles if (code := _country_of_body(role.organization or ""))}
        return codes.pop() if len(codes) == 1 else None


def _country_of_body(name: str) -> str | None:
    """The country that a name stands for, or whose state a body is: "Chinese Foreign Ministry"."""
    state = _STATE.intersection(name.casefold().split())
    return country_code(name) or (home_of(name) if state else None)


def _is_metonym(mention: ActorMention) -> bool:
    place = geography(mention.span.text) if mention.country is not None else None
    return place is not None and place.relation == "capital"


def _clean(name: str) -> str:
    return " ".join(name.split())


def _fullness(
    name: str, label: EntityLabel | None, counts: Counter[str]
) -> tuple[int, bool, int, int]:
    """More words, then not in capitals only, then more often, then longer."""
    words = len(words_of(name, label))
    shouted = name.isupper() and words > 1
    return words, not shouted, counts[name], len(name)
