"""Offices that the text gives to a person: before the name, beside it, or by "is"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from spacy.symbols import ADJ, NOUN, PROPN, VERB
from spacy.tokens import Doc, Span, Token

from newsevents.pipeline.names import POSSESSIVES
from newsevents.pipeline.syntax import is_negated
from newsevents.rules.countries import geography
from newsevents.rules.nominals import nouns
from newsevents.rules.offices import honorifics, marks, office_heads, phrase_length

#: Entities whose office it may be; "British" as much as "Britain".
_OWNERS: Final = frozenset({"ORG", "GPE", "NORP", "LOC"})
_LONGEST: Final = 10
_ARTICLES: Final = frozenset({"the", "a", "an", "this", "that", "its", "his", "her", "their"})
_OF: Final = frozenset({"of", "for"})
_AT: Final = frozenset({"of", "at", "for", "with", "from", "in"})
_ORDINALS: Final = frozenset(
    "second third fourth fifth sixth seventh eighth ninth tenth next latest last only first".split()
)


class Office(NamedTuple):
    """A title with its owner, as token bounds; ``mark`` stands apart: "former US President"."""

    start: int
    end: int
    owner: tuple[int, int] | None = None
    mark: int | None = None


class RoleReader:
    """Reads the offices around the names of one Doc."""

    def __init__(self, doc: Doc, names: list[Span]) -> None:
        self._doc = doc
        adjectives = [entity for entity in doc.ents if entity.label_ == "NORP"]
        self._named = {
            i: span for span in (*adjectives, *names) for i in range(span.start, span.end)
        }
        self._titles: dict[int, Office] = {}
        self._titled: set[int] = set()
        for name in names:
            title = self.before(name.start) if name.label_ == "PERSON" else None
            if title is not None:
                self._titles[name.start] = title
                self._titled.update(range(title.start, title.end))

    def start_with_title(self, name: Span) -> int:
        """Where a name begins when its title counts as part of it."""
        if name.label_ != "PERSON":
            return name.start
        title = self._titles.get(name.start)
        return self._past_honorifics(name.start) if title is None else title.start

    def of(self, name: Span) -> list[Office]:
        """The offices that the text around a person's name gives them, in text order."""
        found = [self._titles.get(name.start), *self._beside(name), self._ordinal(name.start)]
        offices = {office for office in found if office is not None}
        return sorted(offices, key=lambda office: (office.start, office.end))

    def before(self, start: int) -> Office | None:
        """The title in front of a name: "US Secretary of State Antony Blinken"."""
        end = self._past_honorifics(start)
        size = 0 if end < len(self._doc) and self._doc[end].is_sent_start else self._title_size(end)
        if not size:
            return None
        begin = self._widened(end - size, end)
        return self._owned(begin, end)

    def _past_honorifics(self, start: int) -> int:
        while start > 0 and not self._doc[start].is_sent_start:
            index = start - 1
            if self._doc[index].text == "." and index > 0 and not self._doc[index - 1].whitespace_:
                index -= 1
            word = self._doc[index].lower_
            if word not in honorifics() or word in office_heads():
                break
            start = index
        return start

    def _title_size(self, end: int) -> int:
        words = [self._doc[i].lower_ for i in range(max(0, end - 6), end)]
        size = phrase_length(words)
        if size or not words:
            return size
        if words[-1] in office_heads():
            return 1
        # "Col." may be one token or two.
        if words[-1] == "." and len(words) > 1 and words[-2] in office_heads():
            return 2
        return self._of_title_size(end)

    def _of_title_size(self, end: int) -> int:
        """The size of "Minister for Health", whose head is left of "of" or "for"."""
        for index in range(end - 1, max(0, end - 6), -1):
            token = self._doc[index]
            if token.lower_ in _OF and index < end - 1:
                head = self._doc[index - 1]
                good = head.lower_ in office_heads() and head.text[:1].isupper()
                return end - index + 1 if good else 0
            if token.pos not in (PROPN, NOUN, ADJ) or not token.text[:1].isupper():
                return 0
        return 0

    def _widened(self, begin: int, end: int) -> int:
        """The title's first token: "foreign policy high representative"."""
        titled = self._doc[end - 1].text[:1].isupper()
        while begin > max(0, end - _LONGEST) and not self._doc[begin].is_sent_start:
            token = self._doc[begin - 1]
            glued = not token.whitespace_ and token.text in {"-", "–"}
            if not glued and not self._hyphened(begin - 1) and self._name_ending_at(begin - 1):
                break
            if not (glued or self._modifies(token, titled=titled) or self._hyphened(begin - 1)):
                break
            begin -= 1
        while begin < end - 1 and self._doc[begin].text in {"-", "–"}:
            begin += 1
        return begin

    def _hyphened(self, index: int) -> bool:
        """Whether a hyphen follows: "Oscar" of "Oscar-winning"."""
        after = self._doc[index + 1]
        return after.text in {"-", "–"} and not self._doc[index].whitespace_

    def _modifies(self, token: Token, *, titled: bool) -> bool:
        word = token.lower_
        if word in marks():
            return True
        if word in _ARTICLES:
            return False
        if word == "and" and token.i > 0:
            return self._doc[token.i - 1].lower_ in office_heads()
        if word == ".":
            return token.i > 0 and self._doc[token.i - 1].lower_ in office_heads()
        if token.pos == VERB:
            return token.i > 0 and self._doc[token.i - 1].text in {"-", "–"}
        fits = token.pos in (ADJ, NOUN, PROPN) or (token.pos == 0 and token.is_title)
        return (
            fits and token.is_alpha and (not titled or token.text[:1].isupper() or word == "vice")
        )

    def _owned(self, begin: int, end: int) -> Office:
        """A title with what stands left of it: "Nato's", "former US"."""
        left = begin - 1
        possessive = left >= 0 and self._doc[left].lower_ in POSSESSIVES
        owner = self._owner_ending_at(left - 1 if possessive else left, possessive=possessive)
        if owner is None:
            return Office(begin, end, self._owner_inside(begin, end))
        before = owner[0] - 1
        mark = before if before >= 0 and self._doc[before].lower_ in marks() else None
        return Office(begin, end, owner, mark)

    def _owner_ending_at(self, index: int, *, possessive: bool) -> tuple[int, int] | None:
        if index < 0:
            return None
        entity = self._name_ending_at(index)
        if entity is not None:
            return (entity.start, entity.end) if entity.label_ in _OWNERS else None
        noun = nouns().get(self._doc[index].lower_)
        if possessive and noun is not None and noun.label in {"ORG", "GPE"}:
            first = index
            while first > 0 and self._doc[first - 1].pos in (ADJ, NOUN):
                first -= 1
            return (first - (first > 0 and self._doc[first - 1].lower_ == "the"), index + 1)
        return None

    def _name_ending_at(self, index: int) -> Span | None:
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

    def _owner_inside(self, begin: int, end: int) -> tuple[int, int] | None:
        """What follows "of" in the title of "President of Chad Ada Bell"."""
        for index in range(begin + 1, end):
            if self._doc[index - 1].lower_ in _OF and index in self._named:
                entity = self._named[index]
                return (entity.start, entity.end) if entity.label_ in _OWNERS else None
        return None

    def _beside(self, name: Span) -> Iterator[Office | None]:
        """Offices in "Ada Bell, head of research at Acme" and "the firm's head, Ada Bell"."""
        for token in _described(name.root):
            # "the envoy, Minister Ada Bell": "Minister" is hers already.
            if token.i not in self._titled:
                yield self._describe(token)

    def _describe(self, head: Token) -> Office | None:
        if head.lower_ not in office_heads() or head.i in self._named:
            return None
        begin = self._widened(head.i, head.i + 1)
        office = self._owned(begin, head.i + 1)
        title_end, owner = self._right_of(head)
        return Office(office.start, title_end, office.owner or owner, office.mark)

    def _right_of(self, head: Token) -> tuple[int, tuple[int, int] | None]:
        """Where the title ends, and the organisation after "of" or "at"."""
        last = min(max(head.right_edge.i, head.i), head.i + _LONGEST)
        index = head.i + 1
        while index <= last:
            token = self._doc[index]
            if token.is_punct or token.pos == VERB or token.is_space:
                break
            if token.lower_ in _AT:
                owner = self._owner_after(index + 1, last)
                if owner is not None:
                    return index, owner
            index += 1
        goes_on = index > head.i + 1 and self._doc[head.i + 1].lower_ in _AT
        return (index if goes_on else head.i + 1), None

    def _owner_after(self, index: int, last: int) -> tuple[int, int] | None:
        first = index
        while index <= last and (self._doc[index].lower_ == "the" or self._doc[index].pos == ADJ):
            index += 1
        entity = self._named.get(index)
        if entity is not None:
            good = entity.label_ in {"ORG", "GPE"} and not self._owns_more(entity.end)
            return (entity.start, entity.end) if good else None
        noun = nouns().get(self._doc[index].lower_) if index <= last else None
        if noun is not None and noun.label in {"ORG", "GPE"} and self._doc[first].lower_ == "the":
            return (first, index + 1)
        return None

    def _owns_more(self, index: int) -> bool:
        """Whether the name does not end the phrase: "of the EU's office"."""
        return index < len(self._doc) and self._doc[index].lower_ in POSSESSIVES

    def _ordinal(self, start: int) -> Office | None:
        """The office that Ada Bell has in "the second Danish leader, after Ada Bell"."""
        index = start - 1
        if index < 1 or self._doc[index].lower_ != "after":
            return None
        index -= 1 + (self._doc[index - 1].text == ",")
        if index < 1 or self._doc[index].lower_ not in office_heads():
            return None
        left = range(max(0, index - 6), index)
        if not any(self._doc[i].lower_ in _ORDINALS for i in left):
            return None
        begin = index
        while begin > 0 and self._doc[begin - 1].pos == NOUN and begin - 1 not in self._named:
            begin -= 1
        return self._owned(begin, index + 1)


def is_apposed(token: Token) -> bool:
    """Whether a name or noun stands in apposition to its head.

    Also where the parse only knows that they belong together: after a comma and
    without a preposition.
    """
    if token.dep_ in {"appos", "nmod:desc"}:
        return True
    if token.dep_ not in {"nmod", "dep", "obl", "list"}:
        return False
    edge = token.left_edge
    comma = edge.text == "," or (edge.i > 0 and token.doc[edge.i - 1].text == ",")
    return comma and not any(child.dep_ in {"case", "cc"} for child in token.lefts)


def _described(root: Token) -> Iterator[Token]:
    """Nouns that grammar equates with a name: in apposition, or by "is"."""
    if is_apposed(root) or (root.dep_ == "flat" and root.head.pos == NOUN):
        yield root.head
    elif root.dep_ == "nsubj" and root.head.pos == NOUN and _is_copular(root.head):
        yield from _with_conjuncts(root.head)
    for child in root.rights:
        if is_apposed(child):
            yield from _with_conjuncts(child)


def _is_copular(noun: Token) -> bool:
    return any(child.dep_ == "cop" for child in noun.lefts) and not is_negated(noun)


def _with_conjuncts(noun: Token) -> Iterator[Token]:
    yield noun
    yield from (child for child in noun.rights if child.dep_ == "conj")
