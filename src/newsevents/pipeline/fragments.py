"""Phrases in quotation marks in a clause that reports nothing else.

"Trump went after him as a “spoiled brat”": the marks say that the words are the
subject's, whatever the verb means. Names, titles and nicknames are left alone.
"""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc, Token

from newsevents.pipeline.arguments import SUBJECTS
from newsevents.pipeline.clauses import Range
from newsevents.pipeline.quotation_marks import Quotation
from newsevents.rules.reporting import Lexicon

QUOTING: Final = "en.quote.any_clause"

_SPEAKERS: Final = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_PRONOUNS: Final = frozenset({"he", "she", "they", "who", "i", "we"})
#: What a verb says or does with words; a subject in marks is nobody's speech.
_COMPLEMENTS: Final = frozenset({"obj", "obl", "xcomp", "ccomp", "advcl"})
#: Verbs that tell a state or a deed of their subject and nothing that it said.
_LIGHT: Final = frozenset({"be", "have", "do", "become", "get", "take", "put", "run"})
_WEIGHT: Final = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV"})
#: How far up the tree the verb may stand.
_DEPTH: Final = 6

Quoting = tuple[Token, str, Range]


def quoting_clause(doc: Doc, quotation: Quotation, lexicon: Lexicon) -> Quoting | None:
    """The verb whose subject used the words in marks, its rule, and all it says with them."""
    if is_name(doc, quotation):
        return None
    start, end = quotation.outer[0]
    word = doc[slice(*quotation.pieces[0])].root
    for _ in range(_DEPTH):
        verb = word.head
        if verb.i == word.i or (verb.pos_ == "VERB" and word.dep_ in SUBJECTS):
            return None
        if verb.pos_ == "VERB" and verb.i < start and word.dep_ in _COMPLEMENTS:
            if verb.dep_ == "amod" or _is_circumstance(word):
                return None
            content = (verb.i + 1, max(end, word.right_edge.i + 1))
            entry = lexicon.verb(verb.lemma_, verb.lower_)
            if entry is not None:
                return verb, entry.rule, content
            subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
            if subject is not None and verb.dep_ != "ccomp":
                said = word.dep_ == "ccomp" or _can_speak(subject)
                used = verb.lemma_ not in _LIGHT and said
                term = is_term(doc, quotation)
                return (verb, QUOTING, content) if used and not term else None
        word = verb
    return None


def is_name(doc: Doc, quotation: Quotation) -> bool:
    """Whether every word of weight begins with a capital: a title, a nickname, a name."""
    words = [t for t in doc[quotation.start : quotation.end] if t.pos_ in _WEIGHT and t.is_alpha]
    return all(word.text[0].isupper() for word in words)


def is_term(doc: Doc, quotation: Quotation) -> bool:
    """Whether the words name the noun behind them: "the “carried interest” loophole"."""
    end = quotation.outer[-1][1]
    root = doc[slice(*quotation.pieces[0])].root
    return root.head.i >= end and root.head.pos_ in {"NOUN", "PROPN"}


def _is_circumstance(word: Token) -> bool:
    """Whether a clause only goes along with the verb: "left, waving his “free bus pass”"."""
    return word.dep_ == "advcl" and not any(part.dep_ == "mark" for part in word.children)


def _can_speak(subject: Token) -> bool:
    if subject.dep_ == "nsubj:pass":
        return False
    return subject.ent_type_ in _SPEAKERS or subject.lower_ in _PRONOUNS
