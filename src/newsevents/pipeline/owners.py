"""Whose office a title names: "Nato's head", "head of research at Acme"."""

from __future__ import annotations

from typing import Final

from spacy.symbols import ADJ, NOUN, PROPN
from spacy.tokens import Doc, Span

from newsevents.pipeline.names import POSSESSIVES
from newsevents.rules.countries import geography
from newsevents.rules.nominals import nouns
from newsevents.rules.offices import marks, portfolios

Range = tuple[int, int]

#: Entities whose office it may be; "British" as much as "Britain".
_OWNERS: Final = frozenset({"ORG", "GPE", "NORP", "LOC"})
#: After "of" works too: "editor of the Evening Post".
_AFTER_OF: Final = _OWNERS | {"MISC"}
_ORGANIZATIONS: Final = frozenset({"ORG", "GPE"})
_OF: Final = frozenset({"of", "for", "to"})


class OwnerReader:
    """Reads whose the offices of one Doc are, given its names."""

    def __init__(self, doc: Doc, names: list[Span]) -> None:
        self._doc = doc
        nationalities = [e for e in doc.ents if e.label_ == "NORP" and geography(e.text)]
        self._named = {
            i: span
            for span in map(_without_portfolio, (*nationalities, *names))
            for i in range(span.start, span.end)
        }

    def is_named(self, index: int) -> bool:
        """Whether a token is part of a name."""
        return index in self._named

    def name_ending_at(self, index: int) -> Span | None:
        """The name whose last word this is; countries also where the model missed them."""
        entity = self._named.get(index)
        if entity is not None:
            return entity
        for size in (2, 1):
            span = self._doc[max(0, index + 1 - size) : index + 1]
            place = geography(span.text) if span.text[:1].isupper() else None
            if place is not None and place.relation != "seat":
                return Span(self._doc, span.start, span.end, label="GPE")
        return None

    def before(self, begin: int) -> Range | None:
        """The owner left of a title: "Nato's", "the firm's", "US"."""
        left = begin - 1
        possessive = left >= 0 and self._is_possessive(left)
        index = left - possessive
        if index < 0:
            return None
        entity = self.name_ending_at(index)
        if entity is not None:
            good = entity.label_ in _OWNERS
            return (self._with_nationality(entity), entity.end) if good else None
        noun = nouns().get(self._doc[index].lower_)
        if possessive and noun is not None and noun.label in _ORGANIZATIONS:
            first = index
            while first > 0 and self._doc[first - 1].pos in (ADJ, NOUN):
                first -= 1
            return (first - (first > 0 and self._doc[first - 1].lower_ == "the"), index + 1)
        return None

    def inside(self, begin: int, end: int) -> Range | None:
        """What follows "of" in the title of "President of Chad Ada Bell"."""
        for index in range(begin + 1, end):
            if self._doc[index - 1].lower_ in _OF and index in self._named:
                entity = self._named[index]
                return (entity.start, entity.end) if entity.label_ in _OWNERS else None
        return None

    def at_start(self, begin: int, end: int) -> Range | None:
        """The office that a title begins with: "Defence Ministry" of "Defence Ministry spokesman".

        One word is none: a "Police Chief" is a chief of police.
        """
        first = begin
        while first < end - 1 and self._doc[first].lower_ in marks():
            first += 1
        for index in range(end - 2, first, -1):
            noun = nouns().get(self._doc[index].lower_)
            titled = all(self._doc[i].is_title for i in range(first, index + 1))
            if titled and noun is not None and noun.label == "ORG":
                return (first, index + 1)
        return None

    def after(self, index: int, last: int) -> Range | None:
        """The owner that begins here, behind "of" or "at": "the press office", "Acme"."""
        first = index
        while index < last and self._leads_on(index):
            index += 1
        entity = self._named.get(index)
        if entity is not None:
            if self._is_possessive(entity.end):
                # "head of Israel's Mossad"; of "the EU's office" it is no name.
                owned = self._named.get(entity.end + 1)
                return (owned.start, owned.end) if owned and owned.label_ == "ORG" else None
            return (entity.start, entity.end) if entity.label_ in _AFTER_OF else None
        noun = nouns().get(self._doc[index].lower_) if index <= last else None
        known = noun is not None and noun.label in _ORGANIZATIONS
        if known and self._doc[first].lower_ == "the" and not self._is_possessive(index + 1):
            return (first, index + 1)
        return None

    def behind_name(self, index: int, last: int) -> Range | None:
        """The organisation behind a name: "Professor Ada Bell of Leeds University"."""
        word = self._doc[index].lower_ if index < last else ""
        owner = self.after(index + 1, last) if word in {"of", "at", "from"} else None
        # "a nurse from York" only lives there.
        entity = self._named.get(owner[1] - 1) if owner is not None else None
        return owner if word == "of" or entity is None or entity.label_ == "ORG" else None

    def _leads_on(self, index: int) -> bool:
        """Whether a token is a "the" or modifier before the owner's last word."""
        entity = self._named.get(index)
        if entity is not None and entity.label_ != "NORP":
            return False
        following = self._doc[index + 1].pos in (ADJ, NOUN, PROPN)
        token = self._doc[index]
        return following and (token.lower_ == "the" or token.pos in (ADJ, NOUN))

    def _with_nationality(self, owner: Span) -> int:
        """Where an owner begins with its country: "Chinese" of "Chinese Foreign Ministry"."""
        before = self._named.get(owner.start - 1) if owner.label_ == "ORG" else None
        place = geography(before.text) if before is not None else None
        if before is None or place is None or place.relation not in {"name", "demonym"}:
            return owner.start
        return before.start

    def _is_possessive(self, index: int) -> bool:
        return index < len(self._doc) and self._doc[index].lower_ in POSSESSIVES


def _without_portfolio(name: Span) -> Span:
    """The "US" of "US Defense", which was cut from "US Defense Secretary Ada Bell"."""
    end = name.end
    while end > name.start + 1 and name.doc[end - 1].lower_ in portfolios():
        end -= 1
    if end == name.end:
        return name
    shorter = Span(name.doc, name.start, end, label="GPE")
    return name if geography(shorter.text) is None else shorter
