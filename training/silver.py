"""Silver times: the grammar's spans on openly licensed news, as labels for training.

The corpora with gold times that may train weights are histories and biographies;
news says "Friday", "last week", "a year earlier". Those the grammar of
`newsevents.timex` knows, so it labels news text for the network to learn from.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import spacy

from benchmarks.gold import read_jsonl
from newsevents import keys
from newsevents.pipeline import factories
from training.corpora import TIME_LABELS
from training.records import Document, Sentence

#: Sentences of one document, so that windows hold neighbours.
GROUP = 40


def news_times(data: Path, *, limit: int) -> Iterator[Document]:
    """The first ``limit`` sentences of the raw news, with the grammar's times."""
    factories.register()
    nlp = spacy.blank("en")
    nlp.add_pipe("newsevents_times")
    texts = [
        record["text"] for record in islice(read_jsonl(data / "raw" / "voa-news.jsonl.gz"), limit)
    ]
    group: list[Sentence] = []
    for number, doc in enumerate(nlp.pipe(texts), 1):
        times = [(s.start_char, s.end_char, s.label_.upper()) for s in doc.spans[keys.TIMES]]
        group.append(Sentence(doc.text, times=times, times_known=frozenset(TIME_LABELS)))
        if len(group) == GROUP or number == len(texts):
            yield Document(f"voa-{number}", "voa", group)
            group = []
