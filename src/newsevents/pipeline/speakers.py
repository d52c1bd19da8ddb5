"""The component that finds who spoke: the mention beside each quote's cue.

With a cue, grammar says who: the subject of the verb, through relative clauses,
coordination, control and participles. Without one, a quotation goes on with the
speaker before it, as long as nobody else has come between; where two could have
spoken, nobody is named.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from newsevents.pipeline import direct, keys
from newsevents.pipeline.quotation_marks import ParagraphRange, paragraphs
from newsevents.pipeline.syntax import conjuncts, phrase, subject

CONTINUED: Final = "en.speaker.continued"
SURFACE: Final = "en.speaker.beside"

_RELATIVES: Final = frozenset({"who", "which", "that", "whom"})
_NAMES: Final = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_SPEAKING: Final = frozenset({"PROPN", "NOUN", "PRON"})
_NOT_SPEAKERS: Final = frozenset({"this", "that", "there", "what", "which"})
_DEPTH: Final = 6


class SpeakerFinder:
    """Gives quotes their speakers, as printed."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Write the speakers of a Doc's quotes to its span groups."""
        doc.spans[keys.SPEAKERS] = list(self.find(doc))
        return doc

    def find(self, doc: Doc) -> Iterator[Span]:
        """One span for each quote whose speaker the text names."""
        cues = {cue.id_: cue for cue in doc.spans.get(keys.CUES, ())}
        firsts: dict[str, Span] = {}
        for piece in doc.spans.get(keys.QUOTES, ()):
            firsts.setdefault(piece.id_, piece)
        continuity = _Continuity(doc)
        for number, piece in sorted(firsts.items(), key=lambda item: item[1].start):
            cue = cues.get(number)
            if cue is not None:
                found = speaker_of(cue)
                rule = cue.label_
            else:
                found, rule = continuity.speaker(piece), CONTINUED
            continuity.note(piece, found, spoken=piece.label_ != "indirect")
            if found is not None:
                yield Span(doc, found.start, found.end, label=rule, span_id=number)


def speaker_of(cue: Span) -> Span | None:
    """Who speaks at a cue, as printed."""
    anchor = cue[0]
    if cue.label_ == direct.ACCORDING:
        return _source_phrase(anchor)
    if cue.label_ == direct.DASH:
        return _phrase_between(cue.doc, cue.end, _line_end(cue.doc, cue.end))
    if cue.label_ == direct.COLON:
        return _phrase_between(cue.doc, _line_start(cue.doc, cue.start), cue.start)
    head = _noun_speaker(anchor) if anchor.pos_ == "NOUN" else _verb_speaker(anchor, _DEPTH)
    if head is None or head.lower_ in _NOT_SPEAKERS:
        return None
    return _mention(head)


def _mention(head: Token) -> Span:
    """The phrase of a speaker; coordinated speakers are one: "Smith and Jones"."""
    members = [token for token in conjuncts(head) if token.pos_ in _SPEAKING]
    if len(members) < 2:
        return phrase(head)
    spans = [phrase(member) for member in members]
    return head.doc[min(s.start for s in spans) : max(s.end for s in spans)]


def _verb_speaker(verb: Token, depth: int) -> Token | None:
    """The subject, or whoever stands in for it, of a reporting verb."""
    if depth == 0:
        return None
    passive = any(child.dep_ in {"aux:pass", "nsubj:pass"} for child in verb.children)
    if passive:
        return _agent(verb)
    own = subject(verb)
    if own is not None:
        return _antecedent(own, verb)
    return _inherited(verb, depth)


def _inherited(verb: Token, depth: int) -> Token | None:
    """The speaker of a verb without a subject of its own."""
    governor = verb.head
    if governor.i == verb.i:
        return None
    if verb.dep_ in {"acl", "acl:relcl"}:
        # "a letter saying that"; "reporters told that" is no report by reporters.
        return governor if verb.tag_ != "VBN" else _agent(verb)
    if verb.dep_ == "xcomp":
        controller = next((c for c in governor.children if c.dep_ in {"obj", "iobj"}), None)
        if (
            controller is not None
            and controller.i < verb.i
            and governor.lemma_ not in _SUBJECT_CONTROL
        ):
            return controller
    if verb.dep_ in {"conj", "xcomp", "advcl", "parataxis", "ccomp"}:
        if governor.pos_ in {"VERB", "AUX"}:
            return _verb_speaker_or_passive(governor, depth - 1)
        own = subject(governor)
        if own is not None:
            return _antecedent(own, governor)
        return governor if verb.dep_ == "acl" else None
    return None


_SUBJECT_CONTROL: Final = frozenset({"promise", "use", "take", "go", "hold", "issue", "make"})


def _verb_speaker_or_passive(verb: Token, depth: int) -> Token | None:
    """As `_verb_speaker`, but a passive subject counts: "was heard saying that"."""
    own = subject(verb) or next((c for c in verb.children if c.dep_ == "nsubj:pass"), None)
    if own is not None:
        return _antecedent(own, verb)
    return _inherited(verb, depth) if depth else None


def _antecedent(own: Token, verb: Token) -> Token:
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
    for child in verb.children:
        if child.dep_ == "obl:agent":
            return child
        if child.dep_ == "obl" and any(
            c.dep_ == "case" and c.lower_ == "by" for c in child.children
        ):
            return child
    return None


def _noun_speaker(noun: Token) -> Token | None:
    """Whose claim: "his claim", "the claim by Smith", "Smith made the claim"."""
    for child in noun.children:
        if child.dep_ == "nmod:poss":
            return child
    for child in noun.children:
        if child.dep_ == "nmod" and any(
            c.dep_ == "case" and c.lower_ in {"by", "from", "of"} for c in child.children
        ):
            return child
    if noun.dep_ == "obj" and noun.head.pos_ == "VERB":
        return _verb_speaker(noun.head, 2)
    return None


def _source_phrase(according: Token) -> Span | None:
    source = according.head if according.dep_ == "case" else None
    if source is None:
        source = next(
            (c for c in according.children if c.i > according.i and c.pos_ in _SPEAKING), None
        )
    if source is None or source.i < according.i:
        return None
    found = _mention(source)
    start = max(found.start, according.i + 2)
    return found.doc[start : found.end] if start < found.end else None


def _line_end(doc: Doc, index: int) -> int:
    while index < len(doc) and "\n" not in doc[index].text:
        index += 1
    return index


def _line_start(doc: Doc, index: int) -> int:
    while index > 0 and "\n" not in doc[index - 1].text and not doc[index].is_sent_start:
        index -= 1
    return index


def _phrase_between(doc: Doc, start: int, end: int) -> Span | None:
    """The first noun phrase of a stretch, by its topmost noun: "Jo Smith, a farmer"."""
    for token in doc[start:end]:
        if token.pos_ in _SPEAKING and not (
            start <= token.head.i < end and token.head.i != token.i and token.head.pos_ in _SPEAKING
        ):
            found = phrase(token)
            return doc[max(found.start, start) : min(found.end, end)]
    return next(
        (token.doc[token.i : token.i + 1] for token in doc[start:end] if token.pos_ == "PROPN"),
        None,
    )


class _Continuity:
    """Who spoke last, for quotations without a cue."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._ranges = paragraphs(doc)
        self._last: Span | None = None
        self._at: int = -1

    def note(self, piece: Span, speaker: Span | None, *, spoken: bool) -> None:
        """Remember who said a quote."""
        del spoken
        self._last = speaker
        self._at = piece.start

    def speaker(self, piece: Span) -> Span | None:
        """Who goes on speaking in a quotation without a cue."""
        named = self._subject_before(piece)
        if named is not None:
            return named
        return self._last if self._at >= 0 and self._near(piece) else None

    def _near(self, piece: Span) -> bool:
        """At most one spoken paragraph lies between."""
        spoken = [p for p in self._ranges if p.spoken]
        between = [p for p in spoken if self._at < p.start and p.end <= piece.start]
        return len(between) <= 1

    def _subject_before(self, piece: Span) -> Span | None:
        """The subject of the sentence just before, in the same paragraph."""
        paragraph = self._paragraph(piece.start)
        if paragraph is None:
            return None
        index = piece.start - 1
        while index > paragraph.start and self._doc[index].is_punct:
            index -= 1
        if index <= paragraph.start or index < self._at:
            return None
        sentence = self._doc[index].sent
        own = subject(sentence.root)
        if own is None or own.lower_ in _NOT_SPEAKERS or own.i < paragraph.start:
            return None
        if own.ent_type_ in _NAMES or own.pos_ == "PROPN" or own.lower_ in {"he", "she", "they"}:
            return _mention(_antecedent(own, sentence.root))
        return None

    def _paragraph(self, index: int) -> ParagraphRange | None:
        return next((p for p in self._ranges if p.start <= index < p.end), None)


@Language.factory(
    "newsevents_speakers",
    requires=["doc.spans"],
    assigns=["doc.spans"],
)
def make_speaker_finder(nlp: Language, name: str) -> SpeakerFinder:  # noqa: ARG001 - spaCy gives it
    """Build the component behind ``nlp.add_pipe("newsevents_speakers")``.

    Args:
        nlp: The pipeline; supplied by spaCy.
        name: The component's name in it; supplied by spaCy.
    """
    return SpeakerFinder(name)
