"""The component that finds who spoke: the mention beside each quote's cue.

With a cue, grammar says who (`newsevents.pipeline.reporters`). Without one, a
quotation goes on with the speaker before it, as long as nobody else has come
between; where two could have spoken, nobody is named.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Span

from newsevents import keys
from newsevents.pipeline.attribution import ATTRIBUTED
from newsevents.pipeline.clauses import DASHES
from newsevents.pipeline.fragments import QUOTING
from newsevents.pipeline.quotation_marks import paragraphs
from newsevents.pipeline.reporters import (
    announcer,
    label_of,
    mention_of_subject,
    named_by,
    reporter,
    signature,
)
from newsevents.pipeline.sources import Sources
from newsevents.pipeline.speaker_edges import with_neat_edges
from newsevents.pipeline.tellers import is_passive

CONTINUED: Final = "en.speaker.continued"

#: Rules by which the encoder, not grammar, tells what was said.
_SEEN: Final = frozenset({ATTRIBUTED, QUOTING})
_NAMES: Final = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_PERSONS: Final = frozenset({"he", "she", "they"})
#: Body paragraphs that may lie between a speaker and a quotation that goes on.
_GAP: Final = 1


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
        pieces: dict[str, list[Span]] = {}
        for piece in doc.spans.get(keys.QUOTES, ()):
            pieces.setdefault(piece.id_, []).append(piece)
        cues = {cue.id_: cue for cue in doc.spans.get(keys.CUES, ())}
        turns, sources = _Turns(doc), Sources(doc)
        times = {time.end: time.start for time in doc.spans.get(keys.TIMES, ())}
        heard: dict[int, Span | None] = {}
        for number, spans in pieces.items():
            cue = cues.get(number)
            content = {index for span in spans for index in range(span.start, span.end)}
            if cue is None:
                found, rule = turns.speaker(spans), CONTINUED
            elif _adds(cue) and cue[0].head.i in heard:
                found, rule = heard[cue[0].head.i], cue.label_
            else:
                found, rule = _source(cue, content, sources), cue.label_
            found = found and with_neat_edges(found, times)
            heard.update(dict.fromkeys(content, found))
            turns.note(spans[-1], found and named_by(found))
            if found is not None:
                yield Span(doc, found.start, found.end, label=rule, span_id=number)


def _source(cue: Span, content: set[int], sources: Sources) -> Span | None:
    """Who grammar says speaks at a cue, or the encoder where it alone saw the quote."""
    if cue.label_ in _SEEN:
        return sources.nearest(cue, content) or reporter(cue, content)
    found = reporter(cue, content)
    verb = cue[0]
    if found is not None or verb.pos_ == "NOUN" or verb.lemma_ == "hear" or is_passive(verb):
        # "He rejected suggestions that", a court that "heard that": somebody else says it.
        return found
    return sources.nearest(cue, content)


def _adds(cue: Span) -> bool:
    """Whether a participle goes on with a quote that a parse hung it into: "..., adding that"."""
    verb = cue[0]
    return verb.tag_ == "VBG" and verb.i > 0 and "," in {verb.nbor(-1).text, verb.left_edge.text}


class _Turns:
    """Who spoke last, for quotations without a cue."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._paragraphs = [p for p in paragraphs(doc) if p.spoken]
        self._starts = [paragraph.start for paragraph in self._paragraphs]
        self._parsed = doc.has_annotation("DEP")
        self._speaker: Span | None = None
        self._end = 0

    def note(self, piece: Span, speaker: Span | None) -> None:
        """Remember who said a quote that ends with a piece."""
        self._speaker = speaker
        self._end = piece.end

    def speaker(self, pieces: Sequence[Span]) -> Span | None:
        """Who speaks in a quotation without a cue: named in it, around it, or before it."""
        first, last = pieces[0], pieces[-1]
        return (
            label_of(first)
            or self._announced(first)
            or self._signed(last)
            or self._told_of(first)
            or self._introduced(first)
            or (self._speaker if self._goes_on(first) else None)
        )

    def _announced(self, piece: Span) -> Span | None:
        """Who the paragraph before says will speak: it ends with a colon, or is "From Smith."."""
        number = self._number(piece.start)
        if number < 1 or piece.start - self._paragraphs[number].start > 1 or not self._parsed:
            return None
        before = self._paragraphs[number - 1]
        if self._doc[before.end - 1].text == ":":
            return announcer(self._doc[before.end - 1].sent)
        if self._doc[before.start].lower_ == "from":
            return signature(self._doc[before.start : before.end])
        return None

    def _signed(self, piece: Span) -> Span | None:
        """Who signs a quotation behind it or in the line below: “It works.” -Mayor Jo Smith."""
        number = self._number(piece.start) + 1
        after = piece.end + 1
        if number and after < self._paragraphs[number - 1].end:
            # Without a space the dash is part of the word behind it.
            glued = self._doc[after].text[0] in DASHES and len(self._doc[after]) > 1
            return (
                signature(self._doc[after + 1 : self._paragraphs[number - 1].end])
                if glued
                else None
            )
        if number == 0 or number >= len(self._paragraphs):
            return None
        below = self._paragraphs[number]
        first = self._doc[below.start]
        if below.end - below.start < 2 or first.text[0] not in DASHES:
            return None
        return signature(self._doc[below.start + 1 : below.end])

    def _number(self, index: int) -> int:
        return bisect_right(self._starts, index) - 1

    def _goes_on(self, piece: Span) -> bool:
        """Whether the last speaker is near; the text does not go on from the headline."""
        here, last = self._number(piece.start), self._number(max(0, self._end - 1))
        told = here == last or last < 0 or self._paragraphs[last].role != "headline"
        return told and here - last <= _GAP + 1

    def _told_of(self, piece: Span) -> Span | None:
        """The person whose clause a few quoted words stand in: "Hill went on about “lies”"."""
        outer = piece.root
        while piece.start <= outer.i < piece.end and outer.head.i != outer.i:
            outer = outer.head
        if not self._parsed or piece.start <= outer.i < piece.end:
            return None
        while outer.pos_ not in {"VERB", "AUX"} and outer.head.i != outer.i:
            outer = outer.head
        found = mention_of_subject(outer)
        person = found and (found.root.ent_type_ == "PERSON" or found.text.lower() in _PERSONS)
        return found if person else None

    def _introduced(self, piece: Span) -> Span | None:
        """The subject of the sentence just before in the paragraph: "Smith shrugged. “No.”"."""
        number = self._number(piece.start)
        if number < 0 or not self._parsed:
            return None
        floor = max(self._paragraphs[number].start, self._end)
        index = piece.start - 1
        while index > floor and (self._doc[index].is_punct or self._doc[index].is_space):
            index -= 1
        if index <= floor:
            return None
        found = mention_of_subject(self._doc[index].sent.root)
        if found is None or found.start < floor:
            return None
        head = found.root
        named = head.ent_type_ in _NAMES or head.pos_ == "PROPN" or head.lower_ in _PERSONS
        return found if named else None


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
