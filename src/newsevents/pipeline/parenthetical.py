"""Reporting clauses set off by commas: "The bridge, he said, is shut".

Read by position, because a parse hangs such a clause, or the words before it,
on whatever is near: what remains of the sentence is what was said.
"""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc, Token

from newsevents.pipeline.arguments import Arguments
from newsevents.pipeline.clauses import Range

_BORDERS: Final = frozenset({",", "-", "--", "–", "—"})
_STOPS: Final = frozenset({".", "!", "?", "…"})
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON"})
#: What a speaker, and where and when he spoke, may be made of.
_PHRASE: Final = _NOMINAL | {"DET", "ADJ", "ADP", "NUM", "PART", "CCONJ", "ADV", "AUX", "SYM"}
_RELATIVES: Final = frozenset({"who", "which", "whose"})
_PARTICIPLES: Final = frozenset({"VBG", "VBN"})
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "VBN"})
#: What may begin the words behind it: "he said in Oslo", "she said Friday".
_BEHIND: Final = frozenset({"ADP", "ADV", "PROPN", "PUNCT"})
#: How many words a reporting clause may have on either side of its verb.
_REACH: Final = 14


def parenthetical(cue: Token, found: Arguments) -> list[Range]:
    """The sentence around a cue and its speaker that commas set off."""
    subject = found.subject
    if cue.tag_ not in _FINITE or subject is None or found.object is not None or found.is_passive:
        return []
    inverted = subject.i > cue.i
    left = _left(cue, subject, inverted=inverted)
    right = None if left is None else _right(cue, inverted=inverted)
    if left is None or right is None:
        return []
    first = (_start(cue), left)
    if right + 1 < cue.sent.end and _is_speech(cue.doc, right + 1):
        return []
    if not inverted and right + 1 < cue.sent.end and _goes_on(cue.doc, left, right):
        return [first, (right + 1, cue.sent.end)]
    dashed = cue.doc[left].text != ","
    return [] if dashed or _is_fronted(cue.doc, *first) else [first]


def _start(cue: Token) -> int:
    """Where the sentence begins, or the later of two joined: "He left, but that, she said, ..."."""
    clause = cue.head
    if cue.dep_ == "parataxis" and clause.dep_ == "conj" and clause.left_edge.i < cue.i:
        return int(clause.left_edge.i)
    return int(cue.sent.start)


def _left(cue: Token, subject: Token, *, inverted: bool) -> int | None:
    """The comma before the speaker: none where other words stand between."""
    found = _border(cue, range(cue.i - 1, max(cue.sent.start, cue.i - _REACH) - 1, -1))
    if found is None or (not inverted and not found < subject.i):
        return None
    if not inverted and cue.dep_ == "acl:relcl" and subject.left_edge.i > found + 1:
        return None  # "the law, a plan Hill wrote with Bell, passed"
    first = cue.doc[found + 1]
    return None if first.pos_ in {"CCONJ", "SCONJ"} or first.lower_ in _RELATIVES else found


def _right(cue: Token, *, inverted: bool) -> int | None:
    """The comma or full stop behind the reporting clause, or the end of the sentence."""
    behind = cue.i + 1
    if not inverted and behind < cue.sent.end and cue.doc[behind].pos_ not in _BEHIND:
        return None
    limit = min(cue.sent.end, cue.i + _REACH)
    found = _border(cue, range(cue.i + 1, limit))
    if found is None and limit == cue.sent.end and _is_plain(cue.doc, cue.i + 1, limit):
        return limit
    return found


def _border(cue: Token, indices: range) -> int | None:
    for index in indices:
        token = cue.doc[index]
        if token.text in _BORDERS and token.tag_ != "HYPH":
            return index
        if token.text in _STOPS:
            return index if indices.step > 0 else None
        if not _is_plain(cue.doc, index, index + 1):
            return None
    return None


def _is_plain(doc: Doc, start: int, end: int) -> bool:
    return all(token.pos_ in _PHRASE or token.tag_ == "HYPH" for token in doc[start:end])


def _is_fronted(doc: Doc, start: int, end: int) -> bool:
    """Whether words only say when or where something was said.

    "But when the money ran out, the town said no." and "In Europe, the plan failed."
    """
    words = doc[start:end]
    first = next((word for word in words if word.pos_ not in {"CCONJ", "ADV"}), None)
    if first is None or first.pos_ == "SCONJ" or any(w.tag_ == "WRB" for w in words[:2]):
        return True
    return not any(w.pos_ in {"VERB", "AUX"} and w.tag_ not in _PARTICIPLES for w in words)


def _is_speech(doc: Doc, index: int) -> bool:
    """Whether a quotation in marks begins: he said, “We will go.”."""
    return doc[index].is_quote and index + 1 < len(doc) and not doc[index + 1].is_lower


def _goes_on(doc: Doc, left: int, right: int) -> bool:
    """Whether what follows the reporting clause is the speaker's: not ", adding that ..."."""
    token = doc[right + 1]
    if doc[right].text != doc[left].text or token.lower_ in _RELATIVES:
        return False
    return token.tag_ != "VBG" or token.dep_ not in {"advcl", "acl", "conj"}
