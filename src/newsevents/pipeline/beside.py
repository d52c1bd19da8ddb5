"""Speakers that stand beside a cue and that no parse ties to it."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc, Span, Token

from newsevents.pipeline.syntax import phrase
from newsevents.pipeline.tellers import NOMINAL

#: How far a speaker stands from the cue where no parse ties them.
BESIDE: Final = 20
#: Words that may be the whole of a speaker: "Some say", "Many thought".
_SEVERAL: Final = frozenset(
    {"all", "another", "both", "few", "many", "more", "most", "none", "others", "several", "some"}
)
#: What a share is told with, and in how many words: "more than six in ten".
_COUNTING: Final = frozenset({"NUM", "ADV", "ADJ", "DET", "ADP", "SYM"})
_SHARE: Final = 6
_NAMED: Final = frozenset({"PERSON", "ORG"})


def printed_beside(cue: Token, content: set[int]) -> Span | None:
    """A speaker that no parse ties to the cue: “...,” Jo Smith said; “...,” said Jo Smith."""
    doc = cue.doc
    start = _back_to(cue, content)
    found = first_phrase(doc, start, cue.i) or _several(doc, start, cue.i)
    found = found or _before_aside(cue, content)
    opens = cue.is_sent_start and doc[cue.i + 1 : cue.i + 2].text.istitle()
    if found is not None or (start == 0 and not opens):
        return found
    # "It was late, said Jo Smith."
    behind = start == cue.i and (opens or doc[start - 1].text == ",")
    if start - 1 not in content and not behind:
        return None
    end = cue.i + 1
    while end < len(doc) and end - cue.i < BESIDE and not _borders(doc[end], content):
        end += 1
    if end == cue.i + 1 or doc[cue.i + 1].pos_ in {"ADP", "PART", "SCONJ", "ADV"}:
        return None
    return first_phrase(doc, cue.i + 1, end)


def _back_to(cue: Token, content: set[int]) -> int:
    """Where the words before a cue begin: behind the quotation, else behind a comma."""
    doc, floor = cue.doc, max(0, cue.i - BESIDE)
    for index in range(cue.i - 1, floor - 1, -1):
        if index in content:
            return index + 1
    start = cue.i
    while start > floor and not _borders(doc[start - 1], content):
        start -= 1
    return start


def _borders(token: Token, content: set[int]) -> bool:
    if token.is_punct and token.text == "-" and not token.whitespace_:
        return False  # "the look-alike"
    return token.i in content or token.is_punct or token.is_space


def _several(doc: Doc, start: int, end: int) -> Span | None:
    """Words for several people without a noun: "Some view it so", "Nearly six in ten said"."""
    words = doc[start:end]
    alone = len(words) == 1 and words[0].lower_ in _SEVERAL
    shares = 0 < len(words) <= _SHARE and all(word.pos_ in _COUNTING for word in words)
    counted = shares and any(word.pos_ == "NUM" for word in words)
    return words if alone or counted else None


def _before_aside(cue: Token, content: set[int]) -> Span | None:
    """The name before what commas set off from the cue: "Jo Hill, 70, said"."""
    doc, end = cue.doc, cue.i - 1
    while end > 0 and doc[end].is_quote:
        end -= 1
    if end < 1 or doc[end].text != ",":
        return None
    for index in range(end - 1, max(0, end - BESIDE), -1):
        if doc[index].is_sent_start or index in content:
            return None
        name = doc[index - 1]
        if doc[index].text == "," and name.ent_type_ in _NAMED and name.i not in content:
            return _whole_name(name)
    return None


def _whole_name(last: Token) -> Span:
    """The name that ends with a token."""
    start = last.i
    while start > 0 and last.doc[start].ent_iob_ == "I":
        start -= 1
    return last.doc[start : last.i + 1]


def first_phrase(doc: Doc, start: int, end: int) -> Span | None:
    """The first noun phrase of a stretch, by its topmost noun: "Jo Smith", of "by Jo Smith"."""
    end = min(end, len(doc))
    for token in doc[start:end]:
        if token.pos_ not in NOMINAL or token.ent_type_ == "DATE":
            continue
        head = token.head
        if start <= head.i < end and head.i != token.i and head.pos_ in NOMINAL:
            continue
        found = phrase(token)
        return doc[max(found.start, start) : min(found.end, end)]
    return None
