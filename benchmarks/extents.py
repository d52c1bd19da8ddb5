"""Which phrases around a mention a corpus marks.

The library gives a name without its title and a description without what is told of it
after a comma. Annotators mark larger phrases, and some of them every phrase that holds
the mention: of "its chief executive, Ann Cole" the office, the name and the whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.symbols import NOUN, PRON, PROPN
from spacy.tokens import Doc, Span, Token

from newsevents import keys
from newsevents.models.mentions import ActorMention
from newsevents.pipeline.nominals import phrase_bounds
from newsevents.rules.nominals import nouns

Bounds = tuple[int, int]

#: What takes up the noun that a clause hangs on: "the firm, which makes engines".
RELATIVE: Final = frozenset({"which", "who", "that"})
_PLACES: Final = frozenset({"GPE", "LOC"})
#: How a name hangs on the noun that tells its class.
_CLASSED: Final = frozenset({"compound", "nmod:desc", "nmod", "flat"})
#: What parts an apposition from what it stands beside.
_PARTING: Final = frozenset({",", "(", "-", "–", "--", "—"})
_APPOSED: Final = frozenset({"appos", "parataxis", "dep", "list", "flat"})


def span_of(doc: Doc, mention: ActorMention) -> Span:
    """The tokens of a mention."""
    span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    if span is None:  # mentions are made of tokens
        raise ValueError(mention)
    return span


def names_in(doc: Doc) -> bytearray:
    """For every token whether it is part of a name."""
    named = bytearray(len(doc))
    for span in doc.spans.get(keys.ACTORS, ()):
        if span.kb_id_ == "name":
            named[span.start : span.end] = b"\1" * len(span)
    return named


def whole_phrase(span: Span, mention: ActorMention) -> Bounds:
    """The phrase that the head of a mention heads: with its title, up to a comma."""
    if mention.kind == "pronoun":
        return span.start, span.end
    start, end = phrase_bounds(span.root)
    return min(start, span.start), max(end, span.end)


def phrases(span: Span, mention: ActorMention, named: bytearray) -> list[Bounds]:
    """Every phrase of a mention: title, name and both; noun and apposition and both."""
    if mention.kind == "pronoun":
        return [(span.start, span.end)]
    if mention.kind == "nominal":
        return [whole_phrase(span, mention)]
    if mention.label == "MISC" and span.root.dep_ in _CLASSED and _is_class(span.root.head):
        return []  # "a Concorde jet" is one phrase.
    if mention.label in _PLACES and mention.country is None:
        span = _with_region(span)
    start = _name_start(span)
    titled = start < span.start and _is_title(span.doc[span.start - 1], named)
    if not titled:
        return [(start, span.end)]
    return [(start, span.end), (start, span.start), (span.start, span.end)]


def _is_class(token: Token) -> bool:
    noun = nouns().get(token.lower_)
    return noun is not None and noun.label in {"MISC", "LOC"}


def _with_region(span: Span) -> Span:
    """A town with the state it lies in: "Salem, Oregon"."""
    doc, end = span.doc, span.end
    if end + 1 >= len(doc) or doc[end].text != "," or doc[end + 1].ent_type_ not in _PLACES:
        return span
    region = next(entity for entity in doc.ents if entity.start <= end + 1 < entity.end)
    return doc[span.start : region.end] if region.root.dep_ != "conj" else span


def _name_start(span: Span) -> int:
    """Where the phrase of a name begins: at its article or at its title."""
    root = span.root
    start = min(span.start, phrase_bounds(root)[0])
    head = root.head
    if root.dep_ in {"flat", "appos", "nmod:desc", "compound"} and head.i == start - 1:
        start = min(start, phrase_bounds(head)[0])
    return start


def _is_title(token: Token, named: bytearray) -> bool:
    return token.pos in (NOUN, PROPN) and not named[token.i]


def relative_pronouns(span: Span) -> Iterator[Bounds]:
    """The pronouns by which relative clauses take a mention up."""
    for clause in span.root.rights:
        if clause.dep_ == "acl:relcl":
            for token in clause.lefts:
                if token.lower_ in RELATIVE and token.dep_ != "mark":
                    yield token.i, token.i + 1


def joined(first: Bounds, second: Bounds, doc: Doc) -> Bounds | None:
    """An apposition with what it stands beside: "Ann Cole, the mayor", "Nordic Air (NA"."""
    if second[0] != first[1] + 1 or doc[first[1]].text not in _PARTING:
        return None
    heads = doc[first[0] : first[1]].root, doc[second[0] : second[1]].root
    if heads[1].pos == PRON or not any(head.dep_ in _APPOSED for head in heads):
        return None
    return first[0], second[1]
