"""Where a reported clause begins and ends.

The tree says which clause a verb reports; this module says which words that is:
without the reporting clause itself, without punctuation at the edges, and whole
where a parse has torn it apart.
"""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc, Token

from newsevents.pipeline.syntax import child
from newsevents.rules.reporting import VerbEntry

Range = tuple[int, int]

#: Dependents that a verb of saying has only before it: behind it they are the clause's.
_STRAYS: Final = frozenset({"nsubj", "nsubj:pass", "expl", "mark", "cop", "aux", "det", "amod"})
#: What may stand between a verb and its clause: "said on Monday in a statement that".
#: Parts of speech that alone say nothing.
_EMPTY: Final = frozenset({"PRON", "DET", "PUNCT", "SPACE", "ADP", "PART"})
#: What a hearer is made of, and how long one may be.
_HEARERS: Final = frozenset({"PROPN", "NOUN", "DET", "ADJ"})
_HEARER: Final = 5
_BETWEEN: Final = frozenset({"obl", "obl:unmarked", "obl:agent", "advmod", "iobj", "compound:prt"})
_FRONTED: Final = frozenset({"advmod", "obl", "obl:unmarked", "advcl"})
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_WHEN: Final = frozenset({"when", "after", "before", "while", "during", "since", "until"})
_NAMING: Final = frozenset({"name", "identify", "quote"})
_SETTINGS: Final = frozenset({"in", "on", "at", "during", "after", "before"})
_DATES: Final = frozenset({"DATE", "TIME"})
_RELATIVES: Final = frozenset({"WDT", "WP", "WP$", "WRB"})
DASHES: Final = frozenset({"-", "--", "–", "—", "―"})
_EDGES: Final = frozenset(",;:-–—―.…")


def subtree(token: Token) -> list[Range]:
    """Everything that hangs on a word."""
    return [(token.left_edge.i, token.right_edge.i + 1)]


def around(clause: Token, cue: Token, entry: VerbEntry) -> list[Range]:
    """The clause without the cue's own clause, which may stand inside it."""
    start, end = clause.left_edge.i, clause.right_edge.i + 1
    reported = clause.head.i == cue.i
    if reported and clause.i > cue.i:
        return [_behind(cue, clause, entry)]
    left, right = _cue_clause(cue, clause)
    if reported:
        # “Right now the plan is "dead",” he said: a parse hangs "right now" on "said".
        fronted = [p.left_edge.i for p in cue.children if p.i < clause.i and p.dep_ in _FRONTED]
        start = min([start, *fronted])
    if reported and not any(t.pos_ == "VERB" for t in cue.doc[cue.sent.start : start]):
        start = min(start, cue.sent.start)
    pieces = [(start, min(end, left)), (max(start, right), end)]
    return [piece for piece in pieces if piece[0] < piece[1]]


def _cue_clause(cue: Token, clause: Token) -> Range:
    """The tokens of the reporting clause, without what it reports."""
    left, right = cue.i, cue.i + 1
    for part in cue.children:
        if part.i <= clause.i < cue.i or part.dep_ in {"ccomp", "punct", "parataxis"}:
            continue
        left, right = min(left, part.left_edge.i), max(right, part.right_edge.i + 1)
    return left, right


def clause_start(cue: Token) -> int:
    """Where the reporting clause begins, with the conjunction that joins it."""
    start = cue.i
    for part in cue.children:
        if part.i < cue.i and part.dep_ not in {"ccomp", "parataxis", "punct"}:
            start = min(start, part.left_edge.i)
    return start


def _behind(cue: Token, clause: Token, entry: VerbEntry) -> Range:
    """The clause behind a cue, with what a parse may have hung on the cue instead.

    In "She says the flood of letters was odd" a subject behind the verb is that of
    the clause; further clauses up to the end are reported too, as long as they are
    no time or manner of the saying.
    """
    start, end = max(clause.left_edge.i, cue.i + 1), clause.right_edge.i + 1
    for part in cue.children:
        if part.i <= cue.i:
            continue
        if part.dep_ in _STRAYS and part.i < clause.i:
            start = min(start, max(part.left_edge.i, cue.i + 1))
        elif part.i > clause.i and (
            part.dep_ == "ccomp" or (part.dep_ == "advcl" and not _is_circumstance(part))
        ):
            end = max(end, part.right_edge.i + 1)
    first = _after_arguments(cue, entry)
    if first < start and not any(_breaks(token) for token in cue.doc[first:start]):
        start = first
    return without_aside(cue.doc, start, _mended(cue, end))


def _is_circumstance(clause: Token) -> bool:
    """Whether a clause tells when or how something was said: "when asked", "adding"."""
    mark = child(clause, "mark", "advmod")
    if mark is None or mark.i > clause.i:
        return True
    return mark.lower_ in _WHEN


def _after_arguments(cue: Token, entry: VerbEntry) -> int:
    """Where a clause may begin: behind the hearer, the time and the place of saying."""
    between = _BETWEEN | {"obj"} if entry.recipient else _BETWEEN
    index = cue.i + 1
    for part in cue.children:
        if part.i > cue.i and part.left_edge.i == index and part.dep_ in between:
            index = part.right_edge.i + 1
    return index


def _mended(cue: Token, end: int) -> int:
    """The end of a clause that a parse breaks off in mid-phrase: to the next comma."""
    doc = cue.doc
    if end >= len(doc) or doc[end].is_punct or doc[end].is_space or doc[end].is_sent_start:
        return end
    token = doc[end]
    while token.head.i >= end and token.head.i != token.i:
        token = token.head
    if token.pos_ == "CCONJ" or token.head.i == cue.i or doc[end].pos_ == "CCONJ":
        return end
    limit = cue.sent.end
    while end < limit and not (doc[end].is_punct or doc[end].is_space):
        end += 1
    return end


def linear(cue: Token, entry: VerbEntry) -> list[Range]:
    """What follows a cue to the end of its sentence, where the parse gives it no clause.

    Only where a verb follows, and nothing that a verb of saying takes otherwise: in
    "he said to her" and "she said yes" no clause is reported.
    """
    doc, limit = cue.doc, cue.sent.end
    start = _after_arguments(cue, entry)
    if start >= limit or _breaks(doc[start]) or doc[start].pos_ in {"ADP", "PART", "CCONJ"}:
        return []
    end = start
    while end < limit and not _breaks(doc[end]):
        end += 1
    finite = cue.tag_ != "VBG"
    said = any(t.tag_ in _FINITE or (finite and t.pos_ == "VERB") for t in doc[start:end])
    return [(start, end)] if said else []


def _breaks(token: Token) -> bool:
    """Whether a clause ends at a token, where no parse says so."""
    return token.is_space or (token.is_punct and not token.is_quote and token.tag_ != "HYPH")


def is_anonymity(doc: Doc, piece: Range) -> bool:
    """Whether all that was asked is to go without a name: "asked not to be identified"."""
    words = doc[piece[0] : min(piece[1], piece[0] + _HEARER)]
    return words[0].lower_ == "not" and any(word.lemma_ in _NAMING for word in words)


def begins_setting(doc: Doc, index: int) -> bool:
    """Whether a token begins when or where something was said: "during a visit", "Friday"."""
    relative = index + 1 < len(doc) and doc[index + 1].tag_ in _RELATIVES
    when = doc[index].ent_type_ in _DATES
    return when or (doc[index].lower_ in _SETTINGS and not relative)


def clean(doc: Doc, pieces: list[Range]) -> list[Range]:
    """The pieces without punctuation at their edges and without a leading "that"."""
    found: list[Range] = []
    for piece in pieces:
        start, end = trimmed(doc, *piece)
        if not found:
            start, end = trimmed(doc, _past_that(doc, start, end), end)
        if start < end:
            found.append((start, end))
    return found


def is_empty(doc: Doc, pieces: list[Range]) -> bool:
    """Whether pieces say nothing by themselves: "he denied it", "denied wrongdoing"."""
    tokens = [token for start, end in pieces for token in doc[start:end]]
    bare = len(tokens) == 1 and tokens[0].dep_ == "obj"
    return bare or all(token.pos_ in _EMPTY for token in tokens)


def _past_that(doc: Doc, start: int, end: int) -> int:
    """Behind a leading "that", and behind a hearer that a parse took into the clause.

    "She told the BBC that" may lose "the BBC" to what follows.
    """
    for index in range(start, min(start + _HEARER, end)):
        token = doc[index]
        if token.lower_ == "that" and token.dep_ == "mark":
            return index + 1
        if token.pos_ not in _HEARERS:
            break
    return start


def trimmed(doc: Doc, start: int, end: int) -> Range:
    """A range without punctuation and white space at its edges."""
    while start < end and (doc[start].text in _EDGES or doc[start].is_space):
        start += 1
    while start < end and (doc[end - 1].text in _EDGES or doc[end - 1].is_space):
        end -= 1
    return start, end


def without_aside(doc: Doc, start: int, end: int) -> Range:
    """Without the writer's comment at the end: "it had failed — an admission that ..."."""
    for index in range(end - 2, start, -1):
        if doc[index].text in DASHES and doc[index + 1].lower_ in {"a", "an"}:
            return trimmed(doc, start, index)
    return start, end
