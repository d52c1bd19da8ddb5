"""Offices that the text gives to a person: before the name, beside it, or by a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from spacy.symbols import NOUN
from spacy.tokens import Doc, Span, Token

from newsevents.pipeline.careers import careers
from newsevents.pipeline.syntax import is_negated
from newsevents.pipeline.titles import Office, TitleReader
from newsevents.rules.offices import honorifics, office_heads

_ORDINALS: Final = frozenset(
    "second third fourth fifth sixth seventh eighth ninth tenth next latest last only first".split()
)
#: "whether he is a leader", "would be a leader"
_UNSURE: Final = frozenset("if whether unless would could may might should to can".split())
#: How many tokens the years of an office may take.
_DATES: Final = 12
#: After an office that is over: "mayor of Northbury from 2009 until 2017".
_ENDED: Final = re.compile(
    r"\s*,?\s*\(?(?:from\s+)?(?:\w+\s+)?(?:1[89]|20)\d\d\s*(?:to|until|till|through|-|–|—)\s*"
    r"(?:\w+\s+)?(?:\d\d){1,2}\b"
    r"|\s*,?\s*(?:between\s+\d{4}\s+and\s+\d{4}|until\s+(?:\w+\s+){0,2}(?:\d{4}\b|last\b))"
)


class RoleReader:
    """Reads the offices of the people in one Doc."""

    def __init__(self, doc: Doc, names: list[Span]) -> None:
        self._doc = doc
        self._reader = TitleReader(doc, names)
        self._titles: dict[int, list[Office]] = {}
        self._titled: set[int] = set()
        self._people = {
            i for name in names if name.label_ == "PERSON" for i in range(name.start, name.end)
        }
        for name in names:
            titles = self.before(name.start) if name.label_ == "PERSON" else []
            if titles:
                self._titles[name.start] = titles
                self._titled.update(range(titles[0].start, titles[-1].end))

    def start_with_title(self, name: Span) -> int:
        """Where a name begins when its title counts as part of it."""
        if name.label_ != "PERSON":
            return name.start
        titles = self._titles.get(name.start)
        return titles[0].start if titles else self._past_honorifics(name.start)

    def of(self, mention: Span) -> list[Office]:
        """The offices that the text around a mention of a person gives them, in text order."""
        found = [*self._before(mention), *self._beside(mention), *self._told(mention)]
        found.extend(self._ordinal(mention.start))
        dated = {self._with_dates(office) for office in found}
        return sorted(dated, key=lambda office: (office.start, office.end))

    def before(self, start: int) -> list[Office]:
        """The titles in front of a name: "US Secretary of State Antony Blinken"."""
        end = self._past_honorifics(start)
        if end < len(self._doc) and self._doc[end].is_sent_start:
            return []
        return self._reader.ending_at(end)

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

    def _before(self, name: Span) -> Iterator[Office]:
        """Titles before a name, of what is named behind it: "Judge Ada Bell of the High Court"."""
        for office in self._titles.get(name.start, ()):
            yield self._reader.with_owner_behind(office, name.end)

    def _beside(self, mention: Span) -> Iterator[Office]:
        """Offices in "Ada Bell, head of research at Acme" and "the firm's head, Ada Bell"."""
        for heads in _described(mention.root, self._reader):
            if self._is_nearer_another(mention, heads[0]):
                continue
            over = _had_been(heads[0])
            # "the envoy, Minister Ada Bell": "Minister" is hers already.
            for office in self._reader.around([t for t in heads if t.i not in self._titled]):
                yield office._replace(status="former") if over else office

    def _is_nearer_another(self, mention: Span, head: Token) -> bool:
        """Whether another person stands right before: "Bell, a friend of Ada Cole, a banker"."""
        before = head.left_edge.i - 1
        if before > 0 and self._doc[before].text == ",":
            before -= 1
        return before >= mention.end and before in self._people

    def _told(self, mention: Span) -> Iterator[Office]:
        for index in range(mention.start, mention.end):
            yield from self._careers.get(index, ())

    @cached_property
    def _careers(self) -> dict[int, list[Office]]:
        found: dict[int, list[Office]] = {}
        for holder, office in careers(self._doc, self._reader):
            found.setdefault(holder.i, []).append(office)
        return found

    def _with_dates(self, office: Office) -> Office:
        """An office that is over where its years are told."""
        end = max([office.end] if office.owner is None else [office.end, office.owner[1]])
        behind = self._doc[end : end + _DATES].text
        if office.status is None and _ENDED.match(behind):
            return office._replace(status="former")
        return office

    def _ordinal(self, start: int) -> Iterator[Office]:
        """The office that Ada Bell has in "the second Danish leader, after Ada Bell"."""
        index = start - 1
        if index < 1 or self._doc[index].lower_ != "after":
            return
        index -= 1 + (self._doc[index - 1].text == ",")
        if index < 1 or self._doc[index].lower_ not in office_heads():
            return
        left = range(max(0, index - 6), index)
        if any(self._doc[i].lower_ in _ORDINALS for i in left):
            yield self._reader.counted(index)


def is_apposed(token: Token) -> bool:
    """Whether a name or noun stands in apposition to its head.

    Also where the parse only knows that they belong together: after a comma and
    without a preposition.
    """
    if begins_speech(token):
        return False
    if token.dep_ in {"appos", "nmod:desc"}:
        return True
    if token.dep_ not in {"nmod", "dep", "obl", "list"}:
        return False
    return _behind_comma(token) and not any(part.dep_ in {"case", "cc"} for part in token.lefts)


def begins_speech(token: Token) -> bool:
    """Whether it is whom the speaker of a transcript speaks to: "BAKER: Minister, stay"."""
    label, edge = token.head, token.left_edge
    colon = label.i < edge.i and edge.i > 0 and ":" in {edge.text, token.doc[edge.i - 1].text}
    return colon and label.text.isupper()


def _behind_comma(token: Token) -> bool:
    edge = token.left_edge
    return edge.text == "," or (edge.i > 0 and token.doc[edge.i - 1].text == ",")


def _described(root: Token, reader: TitleReader) -> Iterator[list[Token]]:
    """Nouns that grammar equates with a name: in apposition, or by "is"."""
    if is_apposed(root) or (root.dep_ == "flat" and root.head.pos == NOUN):
        yield [_outer(root, reader)]
    elif root.dep_ == "nsubj" and root.head.pos == NOUN and _is_copular(root.head):
        yield _with_conjuncts(root.head)
    for child in root.rights:
        who = child.dep_ == "acl:relcl" and child.pos == NOUN and _is_copular(child)
        if who or (is_apposed(child) and not _is_of_another(child)):
            yield _with_conjuncts(child)


def _is_of_another(noun: Token) -> bool:
    """Whether an apposition stands behind a semicolon: it is the next in a list."""
    edge = noun.left_edge
    return edge.text == ";" or (edge.i > 0 and noun.doc[edge.i - 1].text == ";")


def _outer(root: Token, reader: TitleReader) -> Token:
    """What a name is in apposition to: the head of "the head of the press office, Ada Bell"."""
    noun = root.head
    while noun.dep_ == "nmod" and not reader.is_head(noun) and _behind_comma(root):
        noun = noun.head
    return noun


def _is_copular(noun: Token) -> bool:
    """Whether somebody is said to be that: not "is no lawyer", "if she were president"."""
    parts = list(noun.lefts)
    unsure = any(part.dep_ in {"aux", "mark"} and part.lower_ in _UNSURE for part in parts)
    return any(part.dep_ == "cop" for part in parts) and not (unsure or is_negated(noun))


def _had_been(noun: Token) -> bool:
    """Whether somebody was that until then: "Bell had been president since 2012"."""
    words = {child.lower_ for child in noun.lefts if child.dep_ in {"aux", "cop"}}
    return words >= {"had", "been"}


def _with_conjuncts(noun: Token) -> list[Token]:
    return [noun, *(child for child in noun.rights if child.dep_ == "conj")]
