"""Event mentions, copied from a Doc."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import cast

from spacy.tokens import Doc, Span

from newsevents import keys
from newsevents.models.base import TextSpan
from newsevents.models.events import Amount, Factuality, ParticipantRole
from newsevents.models.mentions import EventMention, ParticipantMention
from newsevents.pipeline.syntax import sentence_numbers

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their"})
#: Confidence in an event that the lexicon finds and the encoder does not.
_BY_LEXICON = 0.6


def collect_events(doc: Doc) -> tuple[EventMention, ...]:
    """Every event that the component left on a Doc, in order of the triggers."""
    triggers = doc.spans.get(keys.TRIGGERS, [])
    return tuple(map(_Copier(doc).copy, triggers)) if len(triggers) else ()


class _Copier:
    """What is looked up for every event of a Doc, read once."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._sentences = sentence_numbers(doc)
        self._paragraphs = [span.start for span in doc.spans.get(keys.PARAGRAPHS, [])]
        self._probability = {
            span.start: float(span.kb_id_ or 1)
            for span in doc.spans.get(keys.TRIGGER_CANDIDATES, [])
        }
        self._supports = _by_event(doc, keys.SUPPORTS)
        self._participants = _by_event(doc, keys.PARTICIPANTS)
        self._amounts = _by_event(doc, keys.AMOUNTS)
        self._circumstances = _by_event(doc, keys.CIRCUMSTANCES)
        self._quotes = sorted(
            doc.spans.get(keys.QUOTES, []), key=lambda span: (len(span), span.start)
        )

    def copy(self, span: Span) -> EventMention:
        """One event with everything that belongs to it."""
        token = span.root
        around = {part.label_: _text(part) for part in self._circumstances[span.id_]}
        return EventMention(
            id=span.id_,
            type=span.label_,
            trigger=_text(span),
            lemma=token.lemma_.lower() or token.lower_,
            nominal=token.pos_ in {"NOUN", "PROPN"},
            definite=any(
                child.lower_ in _DEFINITE or child.dep_ == "nmod:poss" for child in token.lefts
            ),
            support=tuple(map(_text, self._supports[span.id_])),
            participants=tuple(map(_participant, self._participants[span.id_])),
            time=around.get("time"),
            place=around.get("place"),
            factuality=cast("Factuality", span.kb_id_),
            quote=self._quote(span),
            amounts=tuple(map(_amount, self._amounts[span.id_])),
            sentence=self._sentences[token.i],
            paragraph=max(bisect_right(self._paragraphs, token.i) - 1, 0),
            confidence=self._probability.get(token.i, _BY_LEXICON),
        )

    def _quote(self, span: Span) -> str | None:
        """The shortest quote that the trigger stands in."""
        return next(
            (q.id_ for q in self._quotes if q.start <= span.start and span.end <= q.end), None
        )


def _by_event(doc: Doc, key: str) -> defaultdict[str, list[Span]]:
    found: defaultdict[str, list[Span]] = defaultdict(list)
    for span in doc.spans.get(key, []):
        found[span.id_].append(span)
    return found


def _text(span: Span) -> TextSpan:
    return TextSpan(start=span.start_char, end=span.end_char, text=span.text)


def _amount(span: Span) -> Amount:
    value, _, currency = span.kb_id_.partition(" ")
    return Amount(
        span=_text(span),
        value=float(value),
        unit=span.label_ or None,
        currency=currency or None,
    )


def _participant(span: Span) -> ParticipantMention:
    head = span.root
    return ParticipantMention(
        role=cast("ParticipantRole", span.label_),
        span=_text(span),
        head=TextSpan(start=head.idx, end=head.idx + len(head), text=head.text),
    )
