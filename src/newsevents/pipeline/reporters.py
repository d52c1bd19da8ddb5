"""Who does the reporting at a cue: subjects, agents, possessors, and names beside marks.

Grammar first; where the parse gives nobody, or somebody inside the quotation, the
words beside the cue are read in order.
"""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc, Span, Token

from newsevents.pipeline import direct
from newsevents.pipeline.syntax import child, children, conjuncts, phrase, subject

_RELATIVES: Final = frozenset({"who", "which", "that", "whom"})
_NOMINAL: Final = frozenset({"PROPN", "NOUN", "PRON"})
_NOT_SPEAKERS: Final = frozenset({"this", "that", "there", "what", "which", "who", "everything"})
#: Verbs whose infinitive has their subject, even behind an object: "used the speech to say".
_SUBJECT_CONTROL: Final = frozenset({"promise", "use", "take", "hold", "issue", "make"})
_DEPTH: Final = 6
#: How far a speaker stands from the cue where no parse ties them.
_BESIDE: Final = 20


def reporter(cue: Span, content: set[int]) -> Span | None:
    """Who speaks at a cue, as printed.

    Args:
        cue: The cue, as `newsevents_quotes` marks it.
        content: Tokens of what is reported; the speaker is none of them.
    """
    doc, anchor = cue.doc, cue[0]
    if cue.label_ == direct.ACCORDING:
        return _source(anchor)
    if cue.label_ == direct.DASH:
        return _first_phrase(doc, cue.end, _line_end(doc, cue.end))
    if cue.label_ == direct.COLON:
        return _first_phrase(doc, _line_start(doc, cue.start), cue.start)
    head = _of_noun(anchor) if anchor.pos_ == "NOUN" else _of_verb(anchor, _DEPTH)
    if head is not None and _can_speak(head, content):
        return _beside_cue(_mention(head), head, anchor)
    if anchor.pos_ == "NOUN" or _is_passive(anchor):
        return None
    return _printed_beside(anchor, content)


def _can_speak(head: Token, content: set[int]) -> bool:
    if head.i in content or head.lower_ in _NOT_SPEAKERS:
        return False
    return head.ent_type_ not in {"DATE", "TIME"}


def mention_of_subject(verb: Token) -> Span | None:
    """The subject of a clause that reports nothing, as a mention."""
    own = subject(verb)
    if own is None or own.lower_ in _NOT_SPEAKERS:
        return None
    return _mention(_antecedent(own, verb))


def _mention(head: Token) -> Span:
    """The phrase of a speaker; coordinated speakers are one: "Smith and Jones"."""
    members = [token for token in conjuncts(head) if token.pos_ in _NOMINAL]
    if len(members) < 2:
        return _with_name(phrase(head))
    spans = [phrase(member) for member in members]
    return head.doc[min(s.start for s in spans) : max(s.end for s in spans)]


def _with_name(mention: Span) -> Span:
    """The mention with the person's name right behind it: "Finance Minister | Ada Bell"."""
    doc, end = mention.doc, mention.end
    if end < len(doc) and doc[end].ent_iob_ == "B" and doc[end].ent_type_ == "PERSON":
        end += 1
        while end < len(doc) and doc[end].ent_iob_ == "I":
            end += 1
    return doc[mention.start : end]


def _beside_cue(mention: Span, head: Token, cue: Token) -> Span:
    """The mention on its own side of the cue, where a parse let it reach beyond."""
    if head.i < cue.i < mention.end:
        return mention.doc[mention.start : cue.i]
    if mention.start <= cue.i < head.i:
        return mention.doc[cue.i + 1 : mention.end]
    return mention


def _is_passive(verb: Token) -> bool:
    return any(part.dep_ in {"aux:pass", "nsubj:pass"} for part in verb.children)


def _of_verb(verb: Token, depth: int) -> Token | None:
    """The subject, or whoever stands in for it, of a reporting verb."""
    if _is_passive(verb):
        return _agent(verb)
    own = subject(verb)
    if own is not None:
        return _antecedent(own, verb)
    return _inherited(verb, depth)


def _inherited(verb: Token, depth: int) -> Token | None:
    """The speaker of a verb without a subject of its own."""
    governor = verb.head
    if governor.i == verb.i or depth == 0:
        return None
    if verb.dep_ in {"acl", "acl:relcl"}:
        return _of_modifier(verb, governor, depth)
    if verb.dep_ == "xcomp" and governor.lemma_ not in _SUBJECT_CONTROL:
        heard = child(governor, "obj", "iobj")
        if heard is not None and heard.i < verb.i:
            return heard
    if verb.dep_ not in {"conj", "xcomp", "advcl", "parataxis", "ccomp"}:
        return None
    if verb.tag_ == "VBG" and verb.dep_ == "advcl" and governor.dep_ == "ccomp":
        # "She said that it rained, adding that ...": hung into what she said.
        return _of_verb(governor.head, depth - 1)
    own = subject(governor) or next(iter(children(governor, "nsubj:pass")), None)
    if own is not None:
        return _antecedent(own, governor)
    return _inherited(governor, depth - 1)


def _of_modifier(verb: Token, noun: Token, depth: int) -> Token | None:
    """Who speaks in "a letter saying that"; in "a chance to say that", who has it."""
    if verb.tag_ == "VBN":
        return _agent(verb)
    if any(part.dep_ == "mark" for part in verb.children) and noun.head.i != noun.i:
        owner = child(noun, "nmod:poss")
        return owner if owner is not None else _of_verb(noun.head, depth - 1)
    return noun


def _antecedent(own: Token, verb: Token) -> Token:
    """Who "who" is: the noun that the relative clause belongs to."""
    if own.lower_ not in _RELATIVES:
        return own
    clause: Token = verb
    for _ in range(_DEPTH):
        if clause.dep_ in {"acl:relcl", "acl"}:
            return clause.head
        if clause.head.i == clause.i:
            break
        clause = clause.head
    return own


def _agent(verb: Token) -> Token | None:
    for part in children(verb, "obl"):
        case = child(part, "case")
        if part.dep_ == "obl:agent" or (case is not None and case.lower_ == "by"):
            return part
    return None


def _of_noun(noun: Token) -> Token | None:
    """Whose claim: "his claim", "the claim by Smith", "Smith made the claim"."""
    owner = child(noun, "nmod:poss")
    if owner is not None:
        return owner
    for part in children(noun, "nmod"):
        case = child(part, "case")
        if case is not None and case.lower_ in {"by", "from", "of"}:
            return part
    if noun.dep_ == "obj" and noun.head.pos_ == "VERB":
        return _of_verb(noun.head, 2)
    return None


def _source(according: Token) -> Span | None:
    source: Token | None = according.head
    if according.dep_ != "case":
        source = next(
            (t for t in according.children if t.i > according.i and t.pos_ in _NOMINAL), None
        )
    if source is None or source.i < according.i:
        return _first_phrase(according.doc, according.i + 2, according.i + _BESIDE)
    found = _mention(source)
    start = max(found.start, according.i + 2)
    return found.doc[start : found.end] if start < found.end else None


def _printed_beside(cue: Token, content: set[int]) -> Span | None:
    """A speaker that no parse ties to the cue: “...,” Jo Smith said; “...,” said Jo Smith."""
    doc = cue.doc
    start = _back_to(cue, content)
    found = _first_phrase(doc, start, cue.i)
    if found is not None or start == 0 or start - 1 not in content:
        return found
    end = cue.i + 1
    while end < len(doc) and end - cue.i < _BESIDE and not _borders(doc[end], content):
        end += 1
    if end == cue.i + 1 or doc[cue.i + 1].pos_ in {"ADP", "PART", "SCONJ", "ADV"}:
        return None
    return _first_phrase(doc, cue.i + 1, end)


def _back_to(cue: Token, content: set[int]) -> int:
    """Where the words before a cue begin: behind the quotation, else behind a comma."""
    doc, floor = cue.doc, max(0, cue.i - _BESIDE)
    for index in range(cue.i - 1, floor - 1, -1):
        if index in content:
            return index + 1
    start = cue.i
    while start > floor and not _borders(doc[start - 1], content):
        start -= 1
    return start


def _borders(token: Token, content: set[int]) -> bool:
    return token.i in content or token.is_punct or token.is_space


def _line_end(doc: Doc, index: int) -> int:
    while index < len(doc) and "\n" not in doc[index].text:
        index += 1
    return index


def _line_start(doc: Doc, index: int) -> int:
    while index > 0 and "\n" not in doc[index - 1].text and not doc[index].is_sent_start:
        index -= 1
    return index


def _first_phrase(doc: Doc, start: int, end: int) -> Span | None:
    """The first noun phrase of a stretch, by its topmost noun: "Jo Smith", of "by Jo Smith"."""
    end = min(end, len(doc))
    for token in doc[start:end]:
        if token.pos_ not in _NOMINAL or token.ent_type_ == "DATE":
            continue
        head = token.head
        if start <= head.i < end and head.i != token.i and head.pos_ in _NOMINAL:
            continue
        found = phrase(token)
        return doc[max(found.start, start) : min(found.end, end)]
    return None
