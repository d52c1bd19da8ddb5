"""Whether a chain may be called by a noun: "the minister", "the alliance", "the carrier"."""

from __future__ import annotations

from typing import Final

from newsevents.models.mentions import ActorMention
from newsevents.resolve.chains import NEUTER, Chain
from newsevents.rules.countries import country_code
from newsevents.rules.names import called_by
from newsevents.rules.nominals import nouns
from newsevents.rules.offices import portfolios

#: A bank or a newspaper is a company, too.
_ANY: Final = frozenset({"companies", "finance", "media"})
#: Words for a country and for a smaller place are not exchanged.
_COUNTRY_WORDS: Final = frozenset({"country", "nation", "republic", "kingdom", "superpower"})
_PLACE_WORDS: Final = frozenset({"city", "town", "village", "capital", "island"})
#: Who may be called the leader of a country.
_LEADERS: Final = frozenset({"president", "premier", "prime", "chancellor", "king", "queen"})
#: Words that make another office of one: a vice president is no president.
_APART: Final = frozenset({"prime", "vice", "deputy"})
#: Bodies that bear their sort in their name: "Leeds Council", never just "Leeds".
_BODIES: Final = frozenset(
    {"council", "court", "government", "hospital", "ministry", "parliament", "police", "school"}
    | {"university", "department", "tribunal", "senate", "congress", "church"}
    | {"army", "military", "navy"}
)


def may_describe(mention: ActorMention, chain: Chain) -> bool:
    """Whether a noun and what grammar equates it with are of one kind."""
    label = chain.label
    if mention.number == "plur" and chain.number == "sing":
        return False
    if label is None and chain.heads and mention.label is not None:
        return False
    if mention.label == "PERSON":
        return label in {None, "PERSON"}
    if mention.label in {"ORG", "GPE", "LOC"}:
        return label in {None, "ORG", "GPE", "LOC", "MISC"}
    if mention.label == "GROUP":
        return label in {None, "GROUP", "NORP", "ORG"}
    if mention.label == "MISC":
        return label in {None, "MISC", "EVENT"}
    # "it was a success" says nothing of who "it" is; "Bell is a homeopath" does.
    return label in {None, "PERSON"}


def is_called(mention: ActorMention, chain: Chain) -> bool:
    """Whether a name or office of the chain contains the noun: "the court", "the minister"."""
    if mention.label == "PERSON":
        leads = mention.head == "leader" and not chain.titles.isdisjoint(_LEADERS)
        held = leads or (mention.head in chain.titles and _is_office(mention, chain))
        return chain.label == "PERSON" and held and _owned(mention, chain)
    if mention.label in {"ORG", "GPE", "LOC"}:
        if any(not called_by(mention.head).isdisjoint(form[1:]) for form in chain.forms):
            return chain.label == "ORG"
        return chain.label in NEUTER and any(
            len(form) > 1 and mention.head in form for form in chain.forms
        )
    return False


def is_anothers(mention: ActorMention) -> bool:
    """Whether a thing or body is said to be somebody's: "its board", "the Hull team"."""
    if mention.label == "PERSON" or mention.country is not None:
        return False
    named = any(word[:1].isupper() for word in mention.span.text.split()[1:])
    return named or mention.of is not None


def _is_office(mention: ActorMention, chain: Chain) -> bool:
    """Whether the titles have the words that set an office apart: "the prime minister"."""
    told = _APART.intersection(mention.modifiers)
    if told:
        return told <= chain.titles
    fields = portfolios().intersection(mention.modifiers)
    return fields <= chain.titles or portfolios().isdisjoint(chain.titles)


def _owned(mention: ActorMention, chain: Chain) -> bool:
    """Whether it may be the same office: "Chad's minister", "the Malian minister"."""
    if mention.country is not None:
        codes = {country_code(owner) for owner in chain.owners}
        return not codes or mention.country in codes
    of = None if mention.of is None else mention.of.text.casefold()
    return of is None or any(owner.casefold() == of for owner in chain.owners)


def may_be_called(mention: ActorMention, chain: Chain) -> bool:
    """Whether nothing speaks against it: "the alliance" for "Nato"."""
    if mention.label == "ORG":
        return chain.label == "ORG" and not _is_other_body(mention, chain)
    if mention.label == "GPE":
        if mention.head in _COUNTRY_WORDS:
            return chain.label == "GPE" and chain.country is not None
        return chain.label == "GPE" and chain.country is None and mention.head in _PLACE_WORDS
    if mention.label == "MISC":
        return chain.label == "MISC" and mention.number != "plur"
    if mention.label == "PERSON" and mention.of is None and mention.head in {"man", "woman"}:
        return chain.label == "PERSON" and chain.gender == mention.gender
    return False


def is_foreign(mention: ActorMention, chain: Chain) -> bool:
    """Whether a body is of another country: "the Indian office" is no Chinese ministry."""
    homes = chain.homes or {chain.country}
    told = mention.label == "ORG" and mention.country is not None and homes != {None}
    return told and mention.country not in homes


def _is_other_body(mention: ActorMention, chain: Chain) -> bool:
    """Whether a noun and a name speak of two sorts of bodies: "the council", a court.

    What is called a court has "court" in its name, and is no "company".
    """
    noun = nouns().get(mention.head)
    words = {word for form in chain.forms for word in form}
    sorts = {sort for word in words | chain.heads if (sort := _sort_of_body(word))}
    if not sorts:
        return mention.head in _BODIES
    if noun is None or not (noun.sort in sorts or (noun.sort in _ANY and sorts & _ANY)):
        return True
    # "the health ministry" is not the "Ministry of Defence".
    return noun.sort not in _ANY and not words.issuperset(mention.modifiers)


def _sort_of_body(word: str) -> str | None:
    # "Forces" are a crowd, but in a name the plural of "force".
    known = (nouns().get(form) for form in (word, word.removesuffix("s")))
    return next((noun.sort for noun in known if noun is not None and noun.label == "ORG"), None)
