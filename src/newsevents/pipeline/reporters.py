"""Who does the reporting at a cue: subjects, agents, possessors, and names beside marks.

Grammar first; where the parse gives nobody, or somebody inside the quotation, the
words beside the cue are read in order.
"""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc, Span, Token

from newsevents.pipeline import direct
from newsevents.pipeline.attributions import ACCORDING
from newsevents.pipeline.beside import BESIDE, first_phrase, printed_beside
from newsevents.pipeline.clauses import DASHES
from newsevents.pipeline.syntax import SUBJECTS, conjuncts, phrase, subject
from newsevents.pipeline.tellers import NOMINAL, RELATIVES, antecedent, is_passive, of_noun, of_verb

_NOT_SPEAKERS: Final = frozenset({"this", "that", "there", "what", "which", "who", "everything"})
#: Words in the name of a speaker in a transcript.
_LABEL: Final = 4


def reporter(cue: Span, content: set[int]) -> Span | None:
    """Who speaks at a cue, as printed.

    Args:
        cue: The cue, as `newsevents_quotes` marks it.
        content: Tokens of what is reported; the speaker is none of them.
    """
    doc, anchor = cue.doc, cue[0]
    if cue.label_ == ACCORDING:
        return _source(anchor)
    if cue.label_ == direct.DASH:
        return first_phrase(doc, cue.end, _line_end(doc, cue.end))
    if cue.label_ == direct.COLON:
        start = _line_start(doc, cue.start)
        named = _behind_dash(doc, start, cue.start) or first_phrase(doc, start, cue.start)
        return named or label_of(doc[start : cue.end + 1])
    head = of_noun(anchor) if anchor.pos_ == "NOUN" else of_verb(anchor)
    if head is not None and _can_speak(head, content):
        return _beside_cue(_mention(head), head, anchor)
    if anchor.pos_ == "NOUN" or is_passive(anchor) or anchor.lemma_ == "hear":
        return None
    stray = _stray_subject(anchor, content)
    if stray is not None:
        return _beside_cue(_mention(stray), stray, anchor)
    if anchor.tag_ == "VBG":
        head = of_verb(anchor.sent.root)
        return _mention(head) if head is not None and _can_speak(head, content) else None
    return printed_beside(anchor, content)


def _can_speak(head: Token, content: set[int]) -> bool:
    if head.i in content:
        return False
    if head.lower_ in _NOT_SPEAKERS and not _is_relative(head):
        return False
    # "the 40-year-old" looks like a date.
    return head.ent_type_ not in {"DATE", "TIME"} or head.dep_ in SUBJECTS


def _stray_subject(cue: Token, content: set[int]) -> Token | None:
    """A subject beside the cue that a parse gave to what was said."""
    return next(
        (
            token
            for token in cue.sent
            if token.head.i in content
            and token.dep_ in {"nsubj", "nsubj:pass"}
            and abs(token.i - cue.i) < BESIDE
            and _can_speak(token, content)
        ),
        None,
    )


def _is_relative(head: Token) -> bool:
    return head.lower_ in RELATIVES and antecedent(head) is not None


def named_by(speaker: Span) -> Span:
    """The mention itself, or the one that it stands for.

    So the noun of a relative pronoun, and the name of "one of them, Ada Bell,".
    """
    noun = antecedent(speaker[0]) if speaker.text.lower() in RELATIVES else _picked(speaker.root)
    return speaker if noun is None else _mention(noun)


def _picked(one: Token) -> Token | None:
    """Who is picked out of several: the name in apposition to "one of them"."""
    if one.pos_ not in {"NUM", "PRON", "DET"}:
        return None
    heads = [one, *(part for part in one.rights if part.dep_ == "nmod")]
    beside = (part for head in heads for part in head.rights if part.dep_ == "appos")
    return next((part for part in beside if part.ent_type_ == "PERSON"), None)


def announcer(sentence: Span) -> Span | None:
    """Who a sentence says will speak next: "Smith wrote to them:", "From the desk of Smith."."""
    verbs = [token for token in sentence if token.pos_ == "VERB"]
    for verb in (sentence.root, *reversed(verbs)):
        head = of_verb(verb) if verb.pos_ in {"VERB", "AUX"} else None
        if head is not None and _can_speak(head, set()):
            return _mention(head)
    return None if verbs else signature(sentence)


def label_of(piece: Span) -> Span | None:
    """The name that a transcript sets before what is said: "SMITH: I was there."."""
    end = piece.start
    while end < piece.end and end - piece.start < _LABEL and piece.doc[end].text.isupper():
        end += 1
    if end == piece.start or end >= piece.end or piece.doc[end].text != ":":
        return None
    return piece.doc[piece.start : end]


def signature(line: Span) -> Span | None:
    """Who is named in a line without a verb: "Jo Smith, Leeds", "Statement by Jo Smith"."""
    if any(token.pos_ in {"VERB", "AUX"} for token in line) or len(line) > BESIDE:
        return None
    person = next((name for name in line.ents if name.label_ == "PERSON"), None)
    start = line.start if person is None else phrase(person.root).start
    end = next((token.i for token in line if token.i > start and token.text == ","), line.end)
    return first_phrase(line.doc, start, end)


def mention_of_subject(verb: Token) -> Span | None:
    """The subject of a clause that reports nothing, as a mention."""
    own = subject(verb)
    if own is None or own.lower_ in _NOT_SPEAKERS:
        return None
    return _mention(own)


def _mention(head: Token) -> Span:
    """The phrase of a speaker; coordinated speakers are one: "Smith and Jones"."""
    members = [token for token in conjuncts(head) if token.pos_ in NOMINAL]
    if len(members) < 2:
        return _with_name(phrase(head))
    spans = [phrase(member) for member in members]
    return head.doc[min(s.start for s in spans) : max(s.end for s in spans)]


def _with_name(mention: Span) -> Span:
    """The mention with the person's name right behind it: "Finance Minister | Ada Bell"."""
    doc, end = mention.doc, mention.end
    while end < len(doc) - 1 and doc[end].dep_ == "nmod:desc" and doc[end].head.i > end:
        end += 1
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


def _source(according: Token) -> Span | None:
    source: Token | None = according.head
    if according.dep_ != "case":
        source = next(
            (t for t in according.children if t.i > according.i and t.pos_ in NOMINAL), None
        )
    if source is None or source.i < according.i:
        return first_phrase(according.doc, according.i + 2, according.i + BESIDE)
    found = _mention(source)
    start = max(found.start, according.i + 2)
    return found.doc[start : found.end] if start < found.end else None


def _behind_dash(doc: Doc, start: int, end: int) -> Span | None:
    """The person between a dash and a colon: "Voters stay away – Jo Smith: “Enough”"."""
    dashes = [i for i in range(start, end) if doc[i].text in DASHES and doc[i].whitespace_]
    name = doc[dashes[-1] + 1 : end] if dashes else doc[end:end]
    return name if name and all(token.ent_type_ == "PERSON" for token in name) else None


def _line_end(doc: Doc, index: int) -> int:
    while index < len(doc) and "\n" not in doc[index].text:
        index += 1
    return index


def _line_start(doc: Doc, index: int) -> int:
    while index > 0 and "\n" not in doc[index - 1].text and not doc[index].is_sent_start:
        index -= 1
    return index
