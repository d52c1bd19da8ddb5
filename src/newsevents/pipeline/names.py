"""Names of actors: entities without the titles, articles and possessives around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from spacy.symbols import ADP, AUX, CCONJ, PRON, PROPN, SCONJ
from spacy.tokens import Doc, Span, Token

from newsevents.pipeline.completed import completed
from newsevents.pipeline.heads import HYPHENS
from newsevents.rules.countries import geography
from newsevents.rules.names import name_words
from newsevents.rules.nominals import is_kin
from newsevents.rules.offices import given_names, honorifics, marks, office_heads, phrase_length

#: Entity labels that make actors, and those that only keep a pronoun from going astray.
NAMED: Final = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "EVENT", "MISC"})
#: No name of a person or organisation begins with one of these.
_FUNCTION: Final = frozenset({ADP, AUX, CCONJ, PRON, SCONJ})
#: Labels under which a country may hide: none, or "the 500th day of Russia".
_FREE: Final = frozenset({"", "DATE"})
_LONGEST_COUNTRY: Final = 4
POSSESSIVES: Final = frozenset({"'s", "’s", "'", "’", "`s", "´s"})
_ARTICLES: Final = frozenset({"the", "a", "an", "this", "that"})
_EDGE_MARKS: Final = frozenset("\"“”‘’'`,;:-–—()[]/|•*")
_MONEY: Final = frozenset("$€£¥")
#: Adjectives that name a people as a whole, and plurals.
_OF_MANY: Final = ("sh", "ch", "ese", "ss", "s", "men")
_DAYS: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december".split()
)


def names(doc: Doc, readable: bytearray) -> list[Span]:
    """The names in readable text, trimmed; one without a word of its own is left out."""
    found = []
    for entity in doc.ents:
        if entity.label_ in NAMED and readable[entity.start]:
            start, end = trimmed(entity)
            label = _label(entity, doc[start:end].text) if start < end else ""
            if label:
                found.append(Span(doc, start, end, label=label))
    found.extend(_missed_countries(doc, readable))
    return list(completed(doc, sorted(found, key=lambda span: span.start)))


def _missed_countries(doc: Doc, readable: bytearray) -> Iterator[Span]:
    """Countries that the model overlooked or took for part of a date."""
    end = 0
    for token in doc:
        index = token.i
        if token.pos != PROPN or index < end or not readable[index]:
            continue
        if token.ent_type_ in _FREE and token.text[:1].isupper():
            end = _country_end(doc, index)
            if end > index:
                yield Span(doc, index, end, label="GPE")


def _country_end(doc: Doc, start: int) -> int:
    """Where the longest country name that begins here ends; here where none does."""
    for end in range(min(start + _LONGEST_COUNTRY, len(doc)), start, -1):
        if all(token.ent_type_ in _FREE for token in doc[start:end]):
            place = geography(doc[start:end].text)
            if place is not None and place.relation == "name":
                return end
    return start


def _label(entity: Span, text: str) -> str:
    """What a name is of; nothing for an adjective such as "Muslim"."""
    label = str(entity.label_)
    place = geography(text)
    if _is_storm(entity):
        return "EVENT"
    if is_singular_demonym(entity.root):
        return ""
    if label == "NORP" and entity.root.dep_ in {"amod", "compound", "nmod:desc"}:
        # "Russian" in "Russian troops" names a country, "Russians" people.
        return "GPE" if place is not None else ""
    # A country is one whatever the model calls it; only "Jordan" may be a person.
    if label in {"ORG", "LOC", "MISC", "EVENT"} or (label == "PERSON" and " " in text):
        return "GPE" if place is not None and place.relation == "name" else label
    return label


def _is_storm(entity: Span) -> bool:
    """Whether a name is a storm's: "Hurricane Ada"; that is no actor."""
    before = entity.doc[entity.start - 1] if entity.start > 0 else None
    return before is not None and before.is_title and before.lower_ in name_words("storms")


def is_singular_demonym(token: Token) -> bool:
    """Whether it describes one person: "the Italian left", not "the Italians", "the Dutch"."""
    if token.ent_type_ != "NORP" or token.tag_ == "NNPS" or token.lower_.endswith(_OF_MANY):
        return False
    if token.dep_ in {"amod", "compound", "nmod:desc"} or token.ent_iob_ == "I":
        return False
    return any(child.dep_ == "det" for child in token.lefts)


def trimmed(entity: Span) -> tuple[int, int]:
    """Token bounds of the name within an entity; empty where it holds no name."""
    doc, start, end = entity.doc, entity.start, entity.end
    for token in entity:
        if token.is_space and "\n" in token.text:
            end = token.i if token.i > start else end
            break
    while start < end and (_ends_badly(doc[end - 1]) or _is_score(doc[end - 1])):
        end -= 1
    while start < end and _begins_badly(doc[start]):
        start += 1
    if entity.label_ == "PERSON":
        start = _past_titles(doc, start, end)
    return (start, end) if _is_name(doc[start:end]) else (start, start)


def _ends_badly(token: Token) -> bool:
    return token.is_space or token.lower_ in POSSESSIVES or token.text in _EDGE_MARKS


def _is_score(token: Token) -> bool:
    """Whether a number belongs to a result: "2" of "Hill Rovers 2-1 Dale Rovers"."""
    doc, index = token.doc, token.i
    sides = (doc[index + 1 : index + 3], doc[max(index - 2, 0) : index])
    return _is_goals(token) and any(
        any(map(_is_goals, side)) and any(word.text in HYPHENS for word in side) for side in sides
    )


def _is_goals(token: Token) -> bool:
    """A number as goals are; a "Boeing 737-800" is no result."""
    return token.text.isdigit() and len(token) <= 2


def _begins_badly(token: Token) -> bool:
    return _ends_badly(token) or token.lower_ in _ARTICLES or token.pos in _FUNCTION


def _past_titles(doc: Doc, start: int, end: int) -> int:
    """Past "Mr" and "US Foreign Minister", not past the "Dean" of "Dean Smith"."""
    last = start
    for index in range(start, end - 1):
        word = doc[index].lower_
        if word in honorifics() or word in office_heads():
            last = index + 1
    if last == start + 1 and doc[start].lower_ in given_names() and doc[start].is_title:
        return start
    last += phrase_tail(doc, last, end)
    # The "Duchess of Sussex" is named by her title.
    return start if doc[last].lower_ == "of" else last


def phrase_tail(doc: Doc, start: int, end: int) -> int:
    """How many words finish a title that began before: "of State" of "Secretary of State"."""
    for index in range(start, min(start + 3, end - 1)):
        if phrase_length([token.lower_ for token in doc[max(0, start - 3) : index + 1]]):
            return index + 1 - start
    return 0


def _is_name(span: Span) -> bool:
    words: Iterable[str] = [token.lower_ for token in span]
    # "U.N." is one, "9/11" and "Monday" are none.
    if any(character in _MONEY for character in span.text):
        return False
    if len(span) == 1 and is_kin(span.text):
        return False
    if all(word in _DAYS or not any(map(str.isalpha, word)) for word in words):
        return False
    return not all(
        word in office_heads() or word in honorifics() or word in marks() or word in {"prime", "of"}
        for word in words
    )
