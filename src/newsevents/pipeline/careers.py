"""Offices that verbs give and take: "was named chairman", "resigned as head of Acme"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.symbols import ADJ, ADV, AUX, DET, NOUN, NUM, PRON, PROPN, VERB
from spacy.tokens import Doc, Token

from newsevents.models.actors import RoleStatus
from newsevents.pipeline.names import POSSESSIVES
from newsevents.pipeline.syntax import auxiliaries, child, is_negated
from newsevents.pipeline.titles import Office, TitleReader
from newsevents.rules.offices import CareerVerb, career_verbs

_PHRASE: Final = frozenset({ADJ, ADV, DET, NOUN, NUM, PROPN})
_RELATIVES: Final = frozenset({"who", "that", "which"})
_UNSURE: Final = frozenset("would could may might should must can ca wo wouldn't".split())
_CONDITIONS: Final = frozenset({"if", "unless", "whether", "until", "to"})
#: How far "as" may stand from its verb: "resigned on Monday evening as chairman".
_FAR: Final = 6
_LONGEST: Final = 12


def careers(doc: Doc, titles: TitleReader) -> Iterator[tuple[Token, Office]]:
    """Whoever is given or leaves an office by a verb, with the office, in text order.

    What is denied, wished or merely possible gives nobody an office.
    """
    table = career_verbs()
    for token in doc:
        if token.pos != VERB or token.lemma_ not in table:
            continue
        for verb in table[token.lemma_]:
            end = _verb_end(token, verb)
            if end is not None and _is_told(token):
                yield from _read(token, end, verb, titles)


def _verb_end(token: Token, verb: CareerVerb) -> int | None:
    """One past the verb with its particle: "stepped down"."""
    end = token.i + 1
    if verb.particle is None:
        return end
    return end + 1 if end < len(token.doc) and token.doc[end].lower_ == verb.particle else None


def _is_told(verb: Token) -> bool:
    """Whether the article says that it is so, or will be."""
    mark = child(verb, "mark")
    unsure = any(part.lower_ in _UNSURE for part in auxiliaries(verb))
    return not (unsure or is_negated(verb) or (mark is not None and mark.lower_ in _CONDITIONS))


def _read(
    token: Token, end: int, verb: CareerVerb, titles: TitleReader
) -> Iterator[tuple[Token, Office]]:
    passive = token.tag_ == "VBN" and child(token, "aux") is None
    passive = passive or child(token, "nsubj:pass", "aux:pass") is not None
    if verb.holder == "subject" or passive:
        holder = _named(subject_of(token))
    else:
        holder = _named(child(token, "obj"))
        end = end if holder is None else max(end, _name_end(holder))
    head = _office_behind(token.doc, end, verb, titles)
    if holder is None or head is None:
        return
    future = any(part.lower_ in {"will", "'ll", "’ll"} for part in auxiliaries(token))
    status: RoleStatus | None = "elect" if future and verb.status is None else verb.status
    for office in titles.around(_coordinated(head)):
        yield holder, office if office.status else office._replace(status=status)


def subject_of(verb: Token) -> Token | None:
    """Whom a verb is said of, across "who", participles and coordination."""
    for _ in range(3):
        own = next((part for part in verb.lefts if part.dep_ in {"nsubj", "nsubj:pass"}), None)
        if own is not None and own.lower_ in _RELATIVES:
            return verb.head if verb.dep_ == "acl:relcl" else None
        if own is not None:
            return own
        if verb.dep_ in {"acl", "acl:relcl"}:
            return verb.head
        if verb.dep_ not in {"conj", "advcl", "xcomp"}:
            return _word_before(verb)
        verb = verb.head
    return None


def _word_before(verb: Token) -> Token | None:
    """The name or pronoun right before a verb, whatever the parse makes of it."""
    index = verb.i - 1
    while index >= 0 and verb.doc[index].pos in (ADV, AUX):
        index -= 1
    if index < 0 or verb.doc[index + 1].is_sent_start:
        return None
    return verb.doc[index] if verb.doc[index].pos in (PRON, PROPN) else None


def _named(noun: Token | None) -> Token | None:
    """The name that a noun stands before: "Bell" of "the economist Bell"."""
    if noun is None or noun.pos != NOUN:
        return noun
    names = (part for part in noun.rights if part.dep_ in {"flat", "appos"} and part.pos == PROPN)
    return next(names, noun)


def _name_end(holder: Token) -> int:
    """One past a name in the middle of a clause: "named Ada Bell head of research"."""
    ends = [part.i for part in holder.rights if part.dep_ == "flat"]
    return max([holder.i, *ends]) + 1


def _office_behind(doc: Doc, start: int, verb: CareerVerb, titles: TitleReader) -> Token | None:
    """The head of the office that a verb is followed by, with the preposition it asks for."""
    for link in verb.links:
        first = start if not link else _behind_word(doc, start, link)
        head = None if first is None else _head_from(doc, first, titles)
        if head is not None:
            return head
    return None


def _behind_word(doc: Doc, start: int, word: str) -> int | None:
    for index in range(start, min(start + _FAR, len(doc))):
        if doc[index].lower_ == word:
            return index + 1
        if doc[index].is_punct or doc[index].pos == VERB:
            return None
    return None


def _head_from(doc: Doc, start: int, titles: TitleReader) -> Token | None:
    """The last office in the phrase that begins here; in "as the chairman asked" there is none."""
    found = None
    for index in range(start, min(start + _LONGEST, len(doc))):
        token = doc[index]
        inside = token.pos in _PHRASE or token.text == "-" or token.lower_ in POSSESSIVES
        if not (inside or (token.pos == PRON and token.dep_ == "nmod:poss")):
            return None if token.pos in (AUX, VERB) else found
        if titles.is_head(token):
            found = token
        elif found is not None and token.pos in (DET, NUM):
            break
    return found


def _coordinated(head: Token) -> list[Token]:
    return [head, *(part for part in head.rights if part.dep_ == "conj")]
