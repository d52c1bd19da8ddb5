"""Where a speaker as printed begins and ends: what a parse hangs on it, and what it cuts off."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from spacy.tokens import Span, Token

from newsevents.pipeline.heads import HYPHENS

#: Words that lead into a clause and are no part of whoever speaks in it.
_LEADING: Final = frozenset({"SCONJ", "PUNCT", "SPACE"})
_QUOTED: Final = frozenset("\"“”'‘’")
_OPENING: Final = {"(": ")", "[": "]"}


def with_neat_edges(speaker: Span, times: Mapping[int, int]) -> Span:
    """A speaker without the time and the marks beside it, and with its last word whole.

    Args:
        speaker: As grammar gives it.
        times: The starts of time expressions by their ends.
    """
    return _trimmed(_closed(_with_whole_word(_without_time(speaker, times))))


def _without_time(speaker: Span, times: Mapping[int, int]) -> Span:
    """Without the time that a parse hangs on it: "Ek on Tuesday said"."""
    start = times.get(speaker.end, 0)
    if start <= speaker.start:
        return speaker
    end = start - 1 if speaker.doc[start - 1].pos_ == "ADP" else start
    return speaker.doc[speaker.start : end] if end > speaker.root.i else speaker


def _with_whole_word(speaker: Span) -> Span:
    """With the rest of a word that hyphens join: "the 52-year" of "the 52-year-old"."""
    doc, start, end = speaker.doc, speaker.start, speaker.end
    end -= doc[end - 1].text in HYPHENS and end - 1 > start
    while end + 1 < len(doc) and _joins(doc[end]):
        end += 2
    while start > 1 and _joins(doc[start - 1]):
        start -= 2
    if end <= speaker.end and start == speaker.start:
        return speaker
    start -= start > 0 and (doc[start - 1].pos_ == "DET" or doc[start - 1].dep_ == "nmod:poss")
    return doc[start : max(end, speaker.end)]


def _joins(token: Token) -> bool:
    glued = not token.whitespace_ and not token.nbor(-1).whitespace_
    return token.text in HYPHENS and glued


def _closed(speaker: Span) -> Span:
    """With the bracket that closes behind it: "Sen. Jo Hill (R-Ohio)"."""
    doc, end = speaker.doc, speaker.end
    closing = [mark for mark in map(_OPENING.get, (t.text for t in speaker)) if mark]
    open_marks = len(closing) - sum(token.text in _OPENING.values() for token in speaker)
    whole = open_marks > 0 and end < len(doc) and doc[end].text == closing[-1]
    return doc[speaker.start : end + 1] if whole else speaker


def _trimmed(speaker: Span) -> Span:
    """Without spaces, commas and dashes at its edges, and "that" before it."""
    doc, start, end = speaker.doc, speaker.start, speaker.end
    while start < end - 1 and doc[start].pos_ in _LEADING and not _belongs(doc[start]):
        start += 1
    while start < end - 1 and not _belongs(doc[end - 1]):
        end -= 1
    return doc[start:end]


def _belongs(token: Token) -> bool:
    """Whether a token at the edge of a speaker is part of it: no space, comma or dash."""
    if token.pos_ == "SCONJ" or token.is_space:
        return False
    # "Smith & Co.", "Sarandon (left)" and “The Boss” end with marks of their own.
    own = token.text in _QUOTED or token.is_bracket or token.text in {".", "*", "%", "!", "?"}
    return own or not token.is_punct
