"""Silver labels on openly licensed news text, made by the library itself.

The corpora with gold times that may train weights are histories and biographies;
news says "Friday", "last week", "a year earlier". Those the grammar of
`newsevents.timex` knows, so it labels news text for the network to learn from. And a
name that comes again, exchanged for a pronoun, shows whom a pronoun may mean (after
Kocijan et al., "WikiCREM", 2019).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy

import newsevents
from benchmarks.gold import read_jsonl
from newsevents import keys
from newsevents.pipeline import factories
from newsevents.pipeline.prepare import make_doc
from training.cloze import cloze
from training.corpora import TIME_LABELS
from training.records import Document, Sentence

#: Sentences of one document, so that windows hold neighbours.
GROUP = 40
#: Of raw news: sentences with times, and sentences with exchanged names.
LABELLED, EXCHANGED = 20_000, 24_000
_COMPONENTS = ("newsevents_encoder", "newsevents_quotes", "newsevents_speakers")


def silver(data: Path) -> Iterator[Document]:
    """Documents of raw news: first with times, then with pronouns for names."""
    factories.register()
    texts = [record["text"] for record in read_jsonl(data / "raw" / "voa-news.jsonl.gz")]
    for number, group in enumerate(_groups(texts[:LABELLED])):
        yield Document(f"voa-{number}", "voa", list(_timed(group)))
    nlp = newsevents.load()
    first = LABELLED // GROUP
    with nlp.select_pipes(enable=list(_COMPONENTS)):
        for number, group in enumerate(_groups(texts[LABELLED : LABELLED + EXCHANGED]), first):
            doc = nlp(make_doc(nlp, newsevents.parse_text("\n".join(group))))
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
