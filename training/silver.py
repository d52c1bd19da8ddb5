"""Silver labels on openly licensed news text, made by the library itself.

The corpora with gold times that may train weights are histories and biographies;
news says "Friday", "last week", "a year earlier". Those the grammar of
`newsevents.timex` knows, so it labels news text for the network to learn from. The
grammar of quotes does the same for cues, sources and what they attribute. And a name
that comes again, exchanged for a pronoun, shows whom a pronoun may mean (after
Kocijan et al., "WikiCREM", 2019).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import spacy
from spacy.tokens import Doc

import newsevents
from benchmarks.gold import read_jsonl
from newsevents import keys
from newsevents.pipeline import factories
from newsevents.pipeline.prepare import make_doc
from newsevents.rules.reporting import lexicon
from training.cloze import cloze
from training.corpora import TIME_LABELS
from training.overlay import QUOTED, Places
from training.records import Document, Sentence

#: Sentences of one document, so that windows hold neighbours.
GROUP = 40
#: Of raw news: sentences with times and quotes, and sentences with exchanged names.
LABELLED, EXCHANGED = 20_000, 24_000
_KINDS = {keys.QUOTES: "CONTENT", keys.CUES: "CUE", keys.SPEAKERS: "SOURCE"}
_COMPONENTS = ("newsevents_encoder", "newsevents_quotes", "newsevents_speakers")


def silver(data: Path) -> Iterator[Document]:
    """Documents of raw news: first with times and quotes, then with pronouns for names."""
    factories.register()
    texts = [record["text"] for record in read_jsonl(data / "raw" / "voa-news.jsonl.gz")]
    nlp = newsevents.load()
    with nlp.select_pipes(enable=list(_COMPONENTS)):
        read = (
            (group, nlp(make_doc(nlp, newsevents.parse_text("\n".join(group)))))
            for group in _groups(texts[: LABELLED + EXCHANGED])
        )
        for number, (group, doc) in enumerate(islice(read, LABELLED // GROUP)):
            sentences = list(_timed(group))
            _attribute(sentences, doc)
            yield Document(f"voa-{number}", "voa", sentences)
        for number, (_, doc) in enumerate(read):
            yield Document(f"cloze-{number}", "cloze", cloze(doc, seed=number))


def _groups(texts: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(texts), GROUP):
        yield texts[start : start + GROUP]


def _timed(texts: Iterable[str]) -> Iterator[Sentence]:
    nlp = spacy.blank("en")
    nlp.add_pipe("newsevents_times")
    for doc in nlp.pipe(texts):
        times = [(s.start_char, s.end_char, s.label_.upper()) for s in doc.spans[keys.TIMES]]
        yield Sentence(doc.text, times=times, times_known=frozenset(TIME_LABELS))


def _attribute(sentences: list[Sentence], doc: Doc) -> None:
    """Lay the quotes of a Doc over its sentences.

    Where none is found, yet a word that reports or a quotation mark stands, the
    grammar may have missed one: such a sentence teaches nothing.
    """
    places = Places(sentences, doc.text)
    for sentence in sentences:
        sentence.attribution = None if _may_report(sentence.text) else []
    for group, kind in _KINDS.items():
        for span in doc.spans[group]:
            for sentence, start, end in places.pieces(span.start_char, span.end_char):
                sentence.attribution = [*(sentence.attribution or []), (start, end, kind)]


def _may_report(text: str) -> bool:
    words = text.lower().replace(",", " ").split()
    known = lexicon()
    return bool(QUOTED.search(text)) or any(w in known.forms or w in known.nouns for w in words)
