"""Names of which the model found only a part, completed by the words around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from spacy.symbols import NOUN, PROPN
from spacy.tokens import Doc, Span, Token

from newsevents.rules.nominals import nouns

#: How many words a body may have after the place it is named for: "Leeds Crown Court".
_LONGEST_BODY: Final = 3
_CUT: Final = frozenset({"amod", "compound", "flat"})
_APOSTROPHES: Final = frozenset({"'", "’"})
_HYPHENS: Final = frozenset({"-", "–"})


def completed(doc: Doc, found: Sequence[Span]) -> Iterator[Span]:
    """The same names in order; those that another one now holds are left out."""
    end = 0
    for span in _joined(doc, found):
        if span.start < end:
            continue
        whole = _with_body(doc, span) or _with_owner(doc, _with_rest(doc, span))
        end = whole.end
        yield whole


def _joined(doc: Doc, found: Sequence[Span]) -> Iterator[Span]:
    """Names in order; a person's of which the model made two is one: "Ada | Bell"."""
    last: Span | None = None
    for span in found:
        if last is not None and _is_rest(last, span):
            last = Span(doc, last.start, span.end, label=last.label_)
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last


def _is_rest(first: Span, span: Span) -> bool:
    people = first.label_ == span.label_ == "PERSON"
    together = first.end == span.start and not span[0].is_sent_start and len(first) == 1
    return people and together and any(_is_below(token, first[0]) for token in span)


def _is_below(token: Token, first: Token) -> bool:
    return token.dep_ == "flat" and token.head.i == first.i


def _with_body(doc: Doc, span: Span) -> Span | None:
    """A place with the body named for it: "West Yorkshire Police"."""
    if span.label_ not in {"GPE", "LOC"}:
        return None
    for end in range(min(span.end + _LONGEST_BODY, len(doc)), span.end, -1):
        words = doc[span.end : end]
        if words[-1].pos in (NOUN, PROPN) and _is_body(words[-1]) and all(map(_is_capital, words)):
            return Span(doc, span.start, end, label="ORG")
    return None


def _is_body(token: Token) -> bool:
    noun = nouns().get(token.lower_)
    return token.lower_ == "police" or (noun is not None and noun.label == "ORG")


def _is_capital(token: Token) -> bool:
    return token.text[:1].isupper() and not token.is_sent_start


def _with_rest(doc: Doc, span: Span) -> Span:
    """Up to the noun that the last word belongs to: "Office for National | Statistics"."""
    last = doc[span.end - 1]
    head = last.head
    if len(span) < 2 or span.label_ in {"PERSON", "NORP"} or last.dep_ not in _CUT:
        return span
    if not span.end <= head.i < span.end + 3 or head.pos not in (NOUN, PROPN):
        return span
    noun = nouns().get(head.lower_)
    if noun is not None and noun.label in {"PERSON", "GROUP"}:
        return span
    if not all(_goes_on(token) for token in doc[span.end : head.i + 1]):
        return span
    return Span(doc, span.start, _past_second(doc, head.i + 1), label=span.label_)


def _goes_on(token: Token) -> bool:
    """Whether it is written like part of a name: "Co-operation"."""
    after_hyphen = token.i > 0 and token.nbor(-1).text in _HYPHENS
    return _is_capital(token) or token.text in _HYPHENS or after_hyphen


def _past_second(doc: Doc, end: int) -> int:
    """Past "and Development" of "Economic Co-operation and Development"."""
    start = end
    while end + 1 < len(doc) and doc[end].text in _HYPHENS:
        end += 2
    if end + 1 < len(doc) and doc[end].lower_ == "and":
        second = doc[end + 1]
        if second.dep_ == "conj" and start <= second.head.i + 1 <= end and _is_capital(second):
            return end + 2
    return end


def _with_owner(doc: Doc, span: Span) -> Span:
    """From the plural before it: "Pilots' | Association of Denmark"."""
    start = span.start
    if span.label_ != "ORG" or start < 2 or not _is_body(doc[start]):
        return span
    owner = doc[start - 2]
    owned = doc[start - 1].text in _APOSTROPHES and not owner.ent_type_ and owner.text.istitle()
    return Span(doc, start - 2, span.end, label="ORG") if owned else span
