"""Phrases in quotation marks in a clause that reports nothing else.

"Trump went after him as a “spoiled brat”", "left the talks “very hopeful”": the
marks say that the words are somebody's, whatever the verb means, and the encoder sees
how far they reach. In a headline ("Police Hunt ‘Armed and Dangerous’ Suspect") the
rest of the line is theirs. Names, titles and nicknames are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from spacy.tokens import Doc, Token

from newsevents.pipeline.arguments import SUBJECTS
from newsevents.pipeline.clauses import Range
from newsevents.pipeline.marked import Marks
from newsevents.pipeline.quotation_marks import Quotation

QUOTING: Final = "en.quote.any_clause"
HEADLINE: Final = "en.quote.headline"

#: What a verb says or does with words; a subject in marks is nobody's speech.
_COMPLEMENTS: Final = frozenset({"obj", "obl", "xcomp", "ccomp", "advcl"})
_WEIGHT: Final = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV"})
#: How far up the tree the verb may stand.
_DEPTH: Final = 8


class Quoting(NamedTuple):
    """The verb that words in marks hang on, a rule, and all that is said with them."""

    verb: Token | None
    rule: str
    pieces: list[Range]


def quoting_clause(doc: Doc, quotation: Quotation, marks: Marks) -> Quoting | None:
    """What is said around words in marks by somebody who is not said to speak.

    The cue is the encoder's or, where it sees none, the verb that they hang on.
    """
    start, end = quotation.outer[0][0], quotation.outer[-1][1]
    pieces = marks.touching(start, end)
    if not pieces:
        return None
    first = pieces[0][0]
    pair = marks.of_content.get(first)
    cue = None if pair is None else pair.cue.root
    verbs = _verbs_above(doc, quotation)
    return Quoting(cue or next((v for v in verbs if v.i < first), None), QUOTING, pieces)


def headline_clause(doc: Doc, quotation: Quotation, end: int) -> Quoting | None:
    """The same in a headline, where capitals make every phrase look like a name."""
    for verb in (*_verbs_above(doc, quotation), doc[quotation.start].sent.root):
        before = verb.pos_ == "VERB" and verb.i < quotation.outer[0][0]
        if before and any(part.dep_ in SUBJECTS for part in verb.children):
            return Quoting(verb, HEADLINE, [(verb.i + 1, end)])
    return None


def _verbs_above(doc: Doc, quotation: Quotation) -> Iterator[Token]:
    """Verbs before the words in marks that these are a complement of, from the inside."""
    start = quotation.outer[0][0]
    word = doc[slice(*quotation.pieces[0])].root
    for _ in range(_DEPTH):
        verb = word.head
        if verb.i == word.i or (verb.pos_ == "VERB" and word.dep_ in SUBJECTS):
            return
        if verb.pos_ == "VERB" and verb.i < start and word.dep_ in _COMPLEMENTS:
            yield verb
        word = verb


def is_name(doc: Doc, quotation: Quotation) -> bool:
    """Whether every word of weight begins with a capital: a title, a nickname, a name."""
    words = [t for t in doc[quotation.start : quotation.end] if t.pos_ in _WEIGHT and t.is_alpha]
    return all(word.text[0].isupper() for word in words)
