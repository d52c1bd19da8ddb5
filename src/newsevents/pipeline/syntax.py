"""Questions about grammar that several components ask, answered over UD v2.

Other label schemes are turned into UD before any component runs (see
`newsevents.encoder.schemes`), so this is the only vocabulary of relations.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from spacy.tokens import Doc, Span, Token

SUBJECTS: Final = frozenset({"nsubj", "csubj", "nsubj:outer", "csubj:outer"})
#: Children that are no part of a phrase named by its head.
_OUTSIDE: Final = frozenset({"punct", "cc", "conj", "parataxis", "acl:relcl", "appos", "discourse"})


def children(token: Token, *labels: str) -> list[Token]:
    """Children with one of the labels; ``obl`` also finds ``obl:agent``."""
    return [child for child in token.children if _is(child.dep_, labels)]


def child(token: Token, *labels: str) -> Token | None:
    """The first child with one of the labels."""
    return next((child for child in token.children if _is(child.dep_, labels)), None)


def _is(dep: str, labels: Iterable[str]) -> bool:
    return any(dep == label or dep.startswith(label + ":") for label in labels)


def subject(verb: Token) -> Token | None:
    """The active subject of a clause, its own only."""
    return next((child for child in verb.children if child.dep_ in SUBJECTS), None)


def preposition(token: Token) -> str:
    """The lower-cased preposition of a phrase ("in front of"), else ``""``.

    A parser may hang that of "with envoy Ada Bell" on the title before the name.
    """
    before = list(token.lefts)
    for part in before:
        if part.dep_ == "case":
            return " ".join([part.lower_, *(more.lower_ for more in children(part, "fixed"))])
    titles = (preposition(part) for part in before if part.dep_ == "nmod:desc")
    return next(filter(None, titles), "")


def conjuncts(token: Token) -> list[Token]:
    """The token and everything coordinated with it as later members, in order."""
    found = [token]
    for member in found:
        found.extend(child for child in member.children if child.dep_ == "conj")
    return sorted(found, key=lambda token: token.i)


def phrase(token: Token, *, without: frozenset[str] = _OUTSIDE) -> Span:
    """The continuous phrase around a head, without what merely hangs on it.

    "the alliance's head of policy planning" for its head; coordinated members,
    relative clauses, appositions and the leading preposition stay outside.
    """
    left, right = token.i, token.i
    for part in _inner(token, without):
        left, right = min(left, part.i), max(right, part.i)
    return token.doc[left : right + 1]


def _inner(token: Token, without: frozenset[str]) -> Iterator[Token]:
    for part in token.children:
        if part.dep_ in without or (part.dep_ == "case" and part.i < token.i):
            continue
        yield from part.subtree


def is_negated(token: Token) -> bool:
    """Whether the clause of this head carries "not", "n't", "never" or "no"."""
    return any(
        child.lower_ in {"not", "n't", "n’t", "never"}
        or (child.dep_ == "det" and child.lower_ == "no")
        for child in token.children
    )


def auxiliaries(verb: Token) -> list[Token]:
    """Auxiliaries and modals of a verb, in order."""
    return [child for child in verb.children if child.dep_ in {"aux", "aux:pass"}]


def sentence_numbers(doc: Doc) -> list[int]:
    """For every token the number of its sentence, from 0."""
    numbers: list[int] = []
    current = -1
    for token in doc:
        current += token.is_sent_start is True or token.i == 0
        numbers.append(current)
    return numbers
