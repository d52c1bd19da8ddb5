"""Reports without a verb of their own: "according to", and nouns like "claim"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Doc, Token

from newsevents.pipeline.clauses import Range, subtree
from newsevents.rules.reporting import NounEntry

ACCORDING: Final = "en.reporting.according_to"
_STOPS: Final = frozenset({".", "?", "!"})
_CLAUSES: Final = frozenset({"ROOT", "ccomp", "conj", "parataxis"})
_INNER: Final = frozenset({"acl:relcl", "advcl"})

Found = tuple[Range, Token, list[Range]]


def according(token: Token) -> Iterator[Found]:
    """The clause that the phrase hangs on: "Prices fell, according to the bank"."""
    source = token.head if token.dep_ == "case" else _object(token)
    if source is None or source.i < token.i:
        return
    phrase = source if token.dep_ == "case" else token
    if phrase.head.i == phrase.i:
        return
    left = min(token.i, source.left_edge.i)
    right = max(source.right_edge.i + 1, token.right_edge.i + 1)
    clause = _clause(phrase.head, apart=_is_apart(token))
    if clause.dep_ == "conj" and clause.left_edge.i >= left - 1:
        # "They left, according to Hill, and said no": a parse gives it to "said".
        clause = clause.head
    start, end = _after_stop(clause.left_edge.i, left, token.doc), clause.right_edge.i + 1
    pieces = [p for p in ((start, min(left, end)), (max(right, start), end)) if p[0] < p[1]]
    end_cue = token.i + 2 if token.i + 1 < len(token.doc) else token.i + 1
    yield (token.i, end_cue), source, pieces


def _after_stop(start: int, end: int, doc: Doc) -> int:
    """Behind a quotation that ends a sentence, where a model saw no border: “No.” They left."""
    for index in range(end - 1, start + 1, -1):
        word, mark, stop = doc[index], doc[index - 1], doc[index - 2]
        if mark.is_quote and stop.text in _STOPS and word.is_title:
            return index
    return start


def _is_apart(token: Token) -> bool:
    """Whether a comma or the start of the sentence sets the phrase off from one clause of it."""
    return bool(token.is_sent_start) or token.nbor(-1).is_punct


def _clause(token: Token, *, apart: bool) -> Token:
    """The clause around a word: the whole of it where the phrase is set off by a comma."""
    while token.dep_ not in _CLAUSES and token.head.i != token.i:
        if not apart and (token.dep_ in _INNER or token.pos_ in {"VERB", "AUX"}):
            break
        token = token.head
    return token


def _object(token: Token) -> Token | None:
    return next(
        (c for c in token.children if c.dep_ in {"obl", "obj", "nmod"} and c.i > token.i), None
    )


def noun_content(noun: Token, entry: NounEntry) -> list[Range]:
    """What a noun reports: "his claim that he won", "her promise to go", "his remarks on it"."""
    owned = any(_owns(part) for part in noun.children)
    for part in noun.children:
        if part.i <= noun.i or part.ent_type_ in {"DATE", "TIME"}:
            continue
        marks = {c.lower_ for c in part.children if c.dep_ in {"mark", "case"} and c.i < part.i}
        if part.dep_ in {"acl", "ccomp"} and "that" in marks:
            return subtree(part)
        if part.dep_ == "acl" and entry.infinitive and "to" in marks:
            return subtree(part)
        if owned and not _owns(part) and marks & entry.prepositions:
            case = min(c.i for c in part.children if c.lower_ in entry.prepositions)
            return [(case + 1, part.right_edge.i + 1)]
    return []


def _owns(part: Token) -> bool:
    """Whether a phrase says whose words they are: "his", "by the mayor"."""
    return part.dep_ == "nmod:poss" or any(c.lower_ == "by" for c in part.children)
