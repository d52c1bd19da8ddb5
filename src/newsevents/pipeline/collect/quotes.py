"""Copies quotes from a ``Doc`` into plain data."""

from __future__ import annotations

from bisect import bisect_right
from typing import cast

from spacy.tokens import Doc, Span

from newsevents import keys
from newsevents.models.base import TextSpan
from newsevents.models.mentions import QuoteMention
from newsevents.models.quotes import QuoteKind
from newsevents.pipeline.quotation_marks import paragraphs
from newsevents.pipeline.reporters import named_by
from newsevents.pipeline.syntax import sentence_numbers


def collect_quotes(doc: Doc) -> tuple[QuoteMention, ...]:
    """The quotes of a Doc in text order, each with its cue and its speaker."""
    pieces: dict[str, list[Span]] = {}
    for span in doc.spans.get(keys.QUOTES, ()):
        pieces.setdefault(span.id_, []).append(span)
    if not pieces:
        return ()
    cues = {span.id_: span for span in doc.spans.get(keys.CUES, ())}
    speakers = {span.id_: span for span in doc.spans.get(keys.SPEAKERS, ())}
    sentences = sentence_numbers(doc)
    starts = [paragraph.start for paragraph in paragraphs(doc)]
    return tuple(
        QuoteMention(
            id=number,
            kind=cast("QuoteKind", spans[0].label_),
            content=tuple(_text_span(span) for span in spans),
            cue=_text_span(cues[number]) if number in cues else None,
            speaker=_text_span(speakers[number]) if number in speakers else None,
            antecedent=_antecedent(speakers.get(number)),
            rule=_rule(cues.get(number), speakers.get(number)),
            sentence=sentences[spans[0].start],
            paragraph=max(0, bisect_right(starts, spans[0].start) - 1),
        )
        for number, spans in pieces.items()
    )


def _text_span(span: Span) -> TextSpan:
    return TextSpan(start=span.start_char, end=span.end_char, text=span.text)


def _antecedent(speaker: Span | None) -> TextSpan | None:
    named = None if speaker is None else named_by(speaker)
    return None if named is None or named is speaker else _text_span(named)


def _rule(cue: Span | None, speaker: Span | None) -> str | None:
    found = cue or speaker
    return found.label_ if found is not None else None
