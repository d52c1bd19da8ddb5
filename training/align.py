"""Gold labels onto the tokens that users' texts will have: spaCy's own.

A treebank and spaCy sometimes cut a text differently. Where one gold word meets
one token the labels carry over; where one token covers several gold words it
takes the labels of the one that heads the others; where a gold word is cut into
several tokens these have no syntactic labels. Nothing is guessed, and
`Report` counts what could not be aligned.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from newsevents.encoder.lemmas import edit_script
from newsevents.encoder.pieces import before_of
from training.records import GoldWord, Labelled, Sentence, Words

Span = tuple[int, int]
Tokenise = Callable[[str], list[Span]]


@dataclass
class Report:
    """How much of the gold annotation fell on token borders, by corpus."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, corpus: str, what: str, number: int = 1) -> None:
        """Count ``number`` more of ``what``."""
        self.counts[corpus, what] += number

    def lines(self) -> list[str]:
        """One line per corpus and kind of label."""
        return [f"{c:14} {w:34} {n:8,}" for (c, w), n in sorted(self.counts.items())]


def gold_spans(sentence: Sentence) -> list[Span]:
    """The treebank's own tokens."""
    return [(word.start, word.end) for word in sentence.words or []]


def label(sentence: Sentence, spans: list[Span], corpus: str, report: Report) -> Words:
    """The sentence cut into ``spans``, with every label that fits them."""
    text = sentence.text
    ends = [0, *(end for _, end in spans)]
    made = Words(
        words=[text[start:end] for start, end in spans],
        before=[before_of(text, ends[i], start) for i, (start, _) in enumerate(spans)],
        spans=spans,
        upos=[None] * len(spans),
        xpos=[None] * len(spans),
        lemma=[None] * len(spans),
        head=[None] * len(spans),
        deprel=[None] * len(spans),
        ner=_bio(sentence.names, spans, corpus, "name", report),
        time=_bio(sentence.times, spans, corpus, "time", report),
        event=_events(sentence, spans, corpus, report),
        factuality=_values(sentence, spans),
        attribution=_bio(sentence.attribution, spans, corpus, "attribution", report),
        entity=_entities(sentence, spans),
        names_known=sentence.names_known,
        times_known=sentence.times_known,
    )
    if sentence.words:
        _syntax(made, sentence.words, spans, corpus, report)
    return made


def _syntax(
    made: Words, gold: list[GoldWord], spans: list[Span], corpus: str, report: Report
) -> None:
    owner, token_of = _match(gold, spans)
    report.add(corpus, "tokens", len(spans))
    report.add(corpus, "tokens without syntax", owner.count(None))
    for index, word_index in enumerate(owner):
        if word_index is None:
            continue
        word = gold[word_index]
        made.upos[index], made.xpos[index] = word.upos, word.xpos
        if word.lemma is not None and spans[index] == (word.start, word.end):
            made.lemma[index] = edit_script(made.words[index], word.lemma)
        target = None if word.head < 0 else token_of.get(word.head)
        if word.head < 0:
            made.head[index], made.deprel[index] = 0, "root"
        elif target is not None and target != index:
            made.head[index], made.deprel[index] = target + 1, word.deprel


def _match(gold: list[GoldWord], spans: list[Span]) -> tuple[list[int | None], dict[int, int]]:
    """For each token its gold word or None; for each gold word its token."""
    inside: list[list[int]] = [
        [i for i, w in enumerate(gold) if w.start < end and start < w.end] for start, end in spans
    ]
    pieces = Counter(i for group in inside for i in group)
    owner: list[int | None] = []
    token_of: dict[int, int] = {}
    for index, group in enumerate(inside):
        if any(pieces[i] > 1 for i in group) or not group:
            owner.append(None)
            continue
        members = set(group)
        owner.append(next((i for i in group if gold[i].head not in members), group[0]))
        token_of.update(dict.fromkeys(group, index))
    return owner, token_of


def _covered(spans: list[Span], start: int, end: int) -> list[int]:
    return [i for i, (s, e) in enumerate(spans) if s < end and start < e]


def _bio(
    labelled: Sequence[Labelled] | None, spans: list[Span], corpus: str, what: str, report: Report
) -> list[str | None]:
    if labelled is None:
        return [None] * len(spans)
    tags: list[str | None] = ["O"] * len(spans)
    for start, end, kind in labelled:
        tokens = _covered(spans, start, end)
        exact = bool(tokens) and spans[tokens[0]][0] == start and spans[tokens[-1]][1] == end
        report.add(corpus, f"{what} spans")
        if not exact:
            report.add(corpus, f"{what} spans off token borders")
        for number, index in enumerate(tokens):
            # A span off the borders is neither an example nor a counter-example.
            tags[index] = (f"B-{kind}" if number == 0 else f"I-{kind}") if exact else None
    return tags


def _events(sentence: Sentence, spans: list[Span], corpus: str, report: Report) -> list[str | None]:
    if sentence.events is None:
        return [None] * len(spans)
    if sentence.event_only is None:
        tags: list[str | None] = ["O"] * len(spans)
    else:
        tags = [None] * len(spans)
        for start, end in sentence.event_only:
            for index in _covered(spans, start, end):
                tags[index] = "O"
    for start, end in sentence.event_gaps:
        for index in _covered(spans, start, end):
            tags[index] = None
    for start, end, kind in sentence.events:
        tokens = _covered(spans, start, end)
        report.add(corpus, "triggers")
        if not tokens or spans[tokens[0]][0] != start:
            report.add(corpus, "triggers off token borders")
        for index in tokens[:1]:
            tags[index] = kind
    return tags


def _entities(sentence: Sentence, spans: list[Span]) -> list[tuple[str, bool] | None]:
    entities: list[tuple[str, bool] | None] = [None] * len(spans)
    for start, end, entity, asked in sentence.mentions or []:
        for index in _covered(spans, start, end)[-1:]:
            entities[index] = (entity, asked)
    return entities


def _values(sentence: Sentence, spans: list[Span]) -> list[tuple[float, float] | None]:
    values: list[tuple[float, float] | None] = [None] * len(spans)
    for start, end, value, confidence in sentence.factuality:
        for index in _covered(spans, start, end)[:1]:
            values[index] = (value, confidence)
    return values
