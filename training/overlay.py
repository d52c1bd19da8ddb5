"""Annotation of a text in one file, laid over the same text in another.

GUM's layers stand in files of their own, with white space of their own; what is
said of a text's characters is carried over by counting those that are visible.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.gold import read_jsonl
from training.records import Document, Labelled, Reference, Sentence

#: Entity types of GUM that are surely no events; "abstract" is left open.
_NO_EVENTS = {"person", "organization", "place", "object", "animal", "plant", "substance", "time"}
#: Marks of quotation; where one stands, an unmarked sentence may be quoted all the same.
QUOTED = re.compile(r"[\"“”„«»]|''|``")


@dataclass
class TextLayers:
    """What one file says of a text; ``None`` means that it does not annotate the kind."""

    text: str = ""
    times: list[Labelled] | None = None
    events: list[Labelled] = field(default_factory=list)
    no_events: list[tuple[int, int]] | None = None
    factuality: list[tuple[int, int, float, float]] = field(default_factory=list)
    mentions: list[Reference] | None = None
    attribution: list[Labelled] | None = None


Layers = dict[tuple[str, str], TextLayers]


def layers_by_text(data: Path, split: str) -> Layers:
    """The layers of every text, by its id and the kind of annotation."""
    found: Layers = defaultdict(TextLayers)
    for record in read_jsonl(data / "time" / f"gum-dates-{split}.jsonl.gz"):
        layers = found[record["id"], "times"]
        layers.text = record["text"]
        layers.times = [(*t["span"], t["type"].upper()) for t in record["times"]]
    for record in read_jsonl(data / "coref" / f"gum-{split}.jsonl.gz"):
        if record["open"]:
            _read_entities(found[record["id"], "events"], record)
    for record in read_jsonl(data / "quotes" / f"gum-attribution-{split}.jsonl.gz"):
        layers = found[record["id"], "attribution"]
        layers.text = record["text"]
        layers.attribution = list(attributed(record["quotes"]))
    for record in read_jsonl(data / "events" / f"uds-factuality-{split}.jsonl.gz"):
        layers = found[record["id"].removeprefix("uds-"), "factuality"]
        layers.text = record["text"]
        layers.factuality = [
            (*e["trigger"], e["factual"], e["confidence"]) for e in record["events"]
        ]
    return found


def _read_entities(layers: TextLayers, record: dict[str, Any]) -> None:
    layers.text = record["text"]
    headed = [m for m in record["mentions"] if m.get("head")]
    heads = [(tuple(m["head"]), m["type"]) for m in headed]
    layers.events = [(s, e, "occurrence") for (s, e), kind in heads if kind == "event"]
    layers.no_events = [(s, e) for (s, e), kind in heads if kind in _NO_EVENTS]
    # "Ann and Bob" has its head in common with "Ann", which is the smaller one.
    headed.sort(key=lambda m: m["span"][0] - m["span"][1])
    by_head = {tuple(m["head"]): m["entity_id"] for m in headed}
    layers.mentions = [Reference(s, e, entity, asked=True) for (s, e), entity in by_head.items()]


def attributed(quotes: list[dict[str, Any]]) -> Iterator[Labelled]:
    """The pieces of quotes: what is attributed, the cue and the source."""
    for quote in quotes:
        cue = "CUE" if quote["reported"] else "STANCE"
        for part, label in (("content", "CONTENT"), ("cue", cue), ("source", "SOURCE")):
            for start, end in quote[part]:
                yield start, end, label


def join(document: Document, layers: Layers) -> Document:
    """Lay the annotation of the same text from other files over the sentences."""
    for kind in ("times", "events", "factuality", "attribution"):
        found = layers.get((document.id, kind))
        if found is not None:
            _overlay(document, found)
    return document


class Places:
    """Where the characters of a text stand in sentences that are spaced otherwise."""

    def __init__(self, sentences: list[Sentence], text: str) -> None:
        marks = (i for i, char in enumerate(text) if not char.isspace())
        self._rank = {at: number for number, at in enumerate(marks)}
        self._sentences = sentences
        self._at = [
            (number, at)
            for number, sentence in enumerate(sentences)
            for at, char in enumerate(sentence.text)
            if not char.isspace()
        ]
        ours = "".join(sentences[number].text[at] for number, at in self._at)
        self.same = ours == re.sub(r"\s", "", text)

    def of(self, start: int, end: int) -> Iterator[tuple[Sentence, int, int]]:
        """The sentence and the offsets in it; nothing for what crosses a border."""
        pieces = list(self.pieces(start, end))
        if len(pieces) == 1:
            yield pieces[0]

    def pieces(self, start: int, end: int) -> Iterator[tuple[Sentence, int, int]]:
        """The same, sentence by sentence for what crosses a border."""
        inside: dict[int, list[int]] = {}
        for number, at in self._at[self._rank[start] : self._rank[end - 1] + 1]:
            inside.setdefault(number, []).append(at)
        for number, places in inside.items():
            yield self._sentences[number], places[0], places[-1] + 1


def _overlay(document: Document, layers: TextLayers) -> None:
    places = Places(document.sentences, layers.text)
    if not places.same:
        return
    if layers.times is not None:
        _overlay_times(document, layers.times, places)
    if layers.no_events is not None:
        _overlay_events(document, layers.events, layers.no_events, places)
    for start, end, value, confidence in layers.factuality:
        for sentence, s, e in places.of(start, end):
            sentence.factuality.append((s, e, value, confidence))
    if layers.mentions is not None:
        _overlay_mentions(document, layers.mentions, places)
    if layers.attribution is not None:
        overlay_attribution(document.sentences, layers.attribution, places)


def _overlay_times(document: Document, times: list[Labelled], places: Places) -> None:
    for sentence in document.sentences:
        sentence.times, sentence.times_known = [], frozenset({"DATE", "TIME"})
    for start, end, label in times:
        for sentence, s, e in places.of(start, end):
            sentence.times = [*(sentence.times or []), (s, e, label)]


def _overlay_events(
    document: Document,
    events: list[Labelled],
    no_events: list[tuple[int, int]],
    places: Places,
) -> None:
    for sentence in document.sentences:
        sentence.events, sentence.event_only = [], []
    for start, end, label in events:
        for sentence, s, e in places.of(start, end):
            sentence.events = [*(sentence.events or []), (s, e, label)]
    for start, end in no_events:
        for sentence, s, e in places.of(start, end):
            sentence.event_only = [*(sentence.event_only or []), (s, e)]


def _overlay_mentions(document: Document, mentions: list[Reference], places: Places) -> None:
    for sentence in document.sentences:
        sentence.mentions = []
    for mention in mentions:
        for sentence, s, e in places.of(mention.start, mention.end):
            sentence.mentions = [*(sentence.mentions or []), mention._replace(start=s, end=e)]


def overlay_attribution(
    sentences: list[Sentence], attribution: list[Labelled], places: Places
) -> None:
    """Lay pieces of quotes over sentences.

    A sentence with quotation marks of which nothing is said may be a quotation
    whose source stands elsewhere: it stays without labels.
    """
    for sentence in sentences:
        sentence.attribution = None if QUOTED.search(sentence.text) else []
    for start, end, kind in attribution:
        for sentence, s, e in places.pieces(start, end):
            sentence.attribution = [*(sentence.attribution or []), (s, e, kind)]
