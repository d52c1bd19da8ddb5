"""Descriptions and pronouns: what speaks of actors without naming them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.symbols import NOUN, PRON, PROPN
from spacy.tokens import Doc, Span, Token

from newsevents.pipeline.heads import HYPHENS
from newsevents.pipeline.names import is_singular_demonym
from newsevents.rules.nominals import Noun, nouns

PRONOUNS: Final = frozenset(
    "he him his himself she her hers herself it its itself they them their theirs themselves "
    "i me my mine myself we us our ours ourselves you your yours yourself yourselves".split()
)
#: A noun in one of these does not head a phrase of its own.
_PARTS: Final = frozenset({"compound", "fixed", "flat", "goeswith", "nmod:desc", "case", "cc"})
#: Children on the left that stand outside a phrase.
_BEFORE: Final = frozenset(
    {"case", "cc", "punct", "mark", "advmod", "cop", "nsubj", "aux", "advcl", "obl", "discourse"}
    | {"expl", "parataxis", "vocative", "nsubj:outer", "dislocated", "obl:tmod", "obl:unmarked"}
)
#: Children on the right that belong to it: "head of policy planning".
_AFTER: Final = frozenset({"nmod", "nmod:npmod", "compound", "nummod", "amod", "flat"})
_DEEPEST: Final = 4
#: How many words a phrase may reach to either side; a wrong parse knows no end.
_WIDEST: Final = 40


def pronouns_and_nominals(doc: Doc, readable: bytearray, named: bytearray) -> Iterator[Span]:
    """In one pass: pronouns, nouns for people and organisations, and other phrases.

    Other phrases carry no label; they become no actors but are what an "it"
    may mean. Nouns inside names are passed over.
    """
    table = nouns()
    for token in doc:
        index = token.i
        if named[index] or not readable[index]:
            continue
        pos = token.pos
        if is_singular_demonym(token):
            yield Span(doc, *phrase_bounds(token), label="PERSON", kb_id="nominal")
        elif pos in (NOUN, PROPN):
            known = table.get(token.lower_)
            if _heads_phrase(token, known) and not _is_prefix(token):
                start, end = phrase_bounds(token)
                if start == index > 1 and _is_prefix(doc[index - 2]):
                    start = phrase_bounds(doc[index - 2])[0]
                label = known.label if known else ""
                yield Span(doc, start, end, label=label, kb_id="nominal")
        elif pos == PRON and token.lower_ in PRONOUNS and token.dep_ != "expl":
            yield Span(doc, index, index + 1, kb_id="pronoun")


def _heads_phrase(token: Token, known: Noun | None) -> bool:
    dep = token.dep_
    if dep in _PARTS:
        # "her husband Paul" speaks of the husband, "police chief" not of police.
        return dep == "nmod:desc" and known is not None and _has_owner(token)
    return known is not None or token.pos == NOUN


def _is_prefix(token: Token) -> bool:
    """Whether a parse took half a word for a noun: "co" of "her co-author said"."""
    rest = token.doc[token.i + 1 : token.i + 3]
    if len(rest) < 2 or token.whitespace_ or rest[0].text not in HYPHENS or rest[0].whitespace_:
        return False
    return rest[1].pos in (NOUN, PROPN) and rest[1].head.i != token.i


def _has_owner(token: Token) -> bool:
    return any(child.dep_ == "nmod:poss" for child in token.lefts)


def phrase_bounds(token: Token) -> tuple[int, int]:
    """Token bounds of the phrase around a noun, without what merely hangs on it."""
    start, end = token.i, token.i + 1
    for child in token.lefts:
        if child.dep_ not in _BEFORE:
            start = max(child.left_edge.i, start - _WIDEST)
            break
    return start, min(max(end, _right_end(token, 0)), end + _WIDEST)


def _last_conjunct(token: Token) -> list[Token]:
    """What stands before the last conjunct: ", and" of "Chad, Mali, and Niger"."""
    conjuncts = [child for child in token.rights if child.dep_ == "conj"]
    return list(conjuncts[-1].lefts) if conjuncts else []


def _right_end(token: Token, depth: int) -> int:
    """Where a phrase ends: before an apposition, a relative clause or a coordination.

    "the leaders of Chad and Mali" is one phrase, "the leaders and their aides" two.
    """
    end = token.i + 1
    listed = depth and any(part.dep_ == "cc" for part in _last_conjunct(token))
    for child in token.rights:
        if child.left_edge.text == "," and not (listed and child.dep_ == "conj"):
            break
        if (child.dep_ in _AFTER or (depth and child.dep_ == "conj")) and depth < _DEEPEST:
            end = max(end, _right_end(child, depth + 1))
        elif child.dep_ != "case":
            break
    return end
